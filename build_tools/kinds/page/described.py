"""A page in the words of schema.org: the question that it answers, or the entries it lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from build_tools.kinds.guide.entry import Guide
from build_tools.kinds.page.entry import PageEntry
from build_tools.model import Catalog, OwnPage


def home(page: PageEntry, guide: Guide) -> Mapping[str, Any]:
    """The home page: the guide's question, if its heading is one, with the guide's answer."""
    question = page.heading or page.title
    if not question.endswith("?"):
        return {}
    answer = {"@type": "Answer", "text": guide.answer}
    asked = {"@type": "Question", "name": question, "acceptedAnswer": answer}
    return {"sort": "FAQPage", "main": asked}


def listing(page: PageEntry, catalog: Catalog) -> Mapping[str, Any]:
    """A page that lists entries with pages of their own: what is on the list, by title."""
    own = [name for name in page.lists if isinstance(catalog.kinds[name].place, OwnPage)]
    titles = [entry.title for name in own for entry in catalog.all(catalog.kinds[name].model)]
    items = {"@type": "ItemList", "numberOfItems": len(titles), "itemListElement": titles}
    return {"sort": "CollectionPage", "main": items} if titles else {}

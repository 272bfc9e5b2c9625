"""Rules of the guide's own words: those that it avoids, and those that tire when said often."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.kinds.guide.entry import Guide
from build_tools.model import Catalog
from build_tools.rule import Found, Scope, rule
from build_tools.site.read import Site, text_outside

NOT_SENTENCES = ("a", "h1", "h2", "h3", "h4", "summary", "svg", "nav", "footer")


@rule("avoided-words", Scope.CATALOG)
def no_words_that_the_guide_avoids(catalog: Catalog) -> Iterator[Found]:
    """A text holds no words that the guide avoids."""
    avoided = {item.words.lower(): item for guide in catalog.all(Guide) for item in guide.avoid}
    if not avoided:
        return
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, avoided))})\b", re.IGNORECASE)
    for entry in catalog.entries.values():
        if entry.kind == Guide.kind:
            continue
        for loc, sentence in entry.sentences():
            for found in pattern.findall(sentence.words):
                words, because = found.lower(), avoided[found.lower()].because
                where = catalog.raw[entry.id].at_line(loc, sentence.line)
                yield where, f"must not say {words!r}: {because}; found {sentence.words!r}"


@rule("said-too-often", Scope.SITE)
def no_page_says_a_phrase_too_often(site: Site, catalog: Catalog) -> Iterator[Found]:
    """A page says a phrase no more often than the guide allows; links and headings do not count."""
    tiring_phrases = [item for guide in catalog.all(Guide) for item in guide.at_most]
    for page in site.pages.values():
        text = text_outside(page.article, NOT_SENTENCES)
        for tiring in tiring_phrases:
            pattern = re.compile(rf"\b{re.escape(tiring.words)}\b", re.IGNORECASE)
            if (count := len(pattern.findall(text))) > tiring.most:
                message = f"must say {tiring.words!r} at most {tiring.most} times, found {count}"
                yield page.at(), message

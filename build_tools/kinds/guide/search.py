"""The index of the search: all that a reader can land on, with the words by which it is found.

`data/search.json` is read by `overrides/javascripts/search.js`, and by nothing before a reader
searches. It holds the `words` of the search; the `sorts` of things there are, each with its name
and its place (`Place`); the addresses of the `pages` from the site's root; the `hits`, each a list
of its sort, its page, its anchor, its title, its line, its other names, its further words (what is
empty at its end is left out); and `elsewhere`, which of the hits are shown where nothing is found.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from build_tools.content.markup import plain, replace
from build_tools.content.statements import statements
from build_tools.entry import Entry, Findable
from build_tools.kinds.claim.entry import Claim, Verdict
from build_tools.kinds.clue.entry import Clue
from build_tools.kinds.flow.entry import MAP, Flow, Question
from build_tools.kinds.level.entry import Level
from build_tools.kinds.red_flag.entry import Sign
from build_tools.kinds.term.entry import Term
from build_tools.made import File, Settings, folder_of
from build_tools.model import Catalog
from build_tools.words import fill, words_of

INDEX = PurePosixPath("data", "search.json")
LONGEST_LINE = 160


class Hit(NamedTuple):
    """One thing to land on: what sort of thing, where it is, what it is called, how it is found."""

    sort: str
    page: PurePosixPath
    anchor: str
    title: str
    found: Findable


def index(catalog: Catalog) -> Iterator[File]:
    """`data/search.json`: a hit a line, so that a change of one shows as one line."""
    hits = list(_hits(catalog))
    sorts = list(dict.fromkeys((hit.sort, hit.found.place) for hit in hits))
    pages = list(dict.fromkeys(folder_of(hit.page) for hit in hits))
    rows = [
        (
            sorts.index((hit.sort, hit.found.place)),
            pages.index(folder_of(hit.page)),
            hit.anchor,
            hit.title,
            *_said(catalog, hit),
        )
        for hit in hits
    ]
    places = [folder_of(page) for _, page in _elsewhere(catalog)]
    elsewhere = [
        number
        for number, hit in enumerate(hits)
        if not hit.anchor and folder_of(hit.page) in places
    ]
    words = words_of(catalog).search.model_dump(exclude={"no_scripts", "what_and_when"})
    head = {"words": words, "sorts": sorts, "pages": pages, "elsewhere": elsewhere}
    lines = ",\n".join(map(_json, rows))
    yield File(INDEX, f'{_json(head)[:-1]},"hits":[\n{lines}\n]}}\n'.encode())


def without_scripts(catalog: Catalog) -> Iterator[Settings]:
    """What stands in the place of the search without scripts: the words, and the ways on."""
    words = words_of(catalog).search.no_scripts
    ways = [{"title": title, "path": folder_of(page)} for title, page in _elsewhere(catalog)]
    yield Settings({"extra": {"search": {"no_scripts": words, "ways": ways}}})


def _hits(catalog: Catalog) -> Iterator[Hit]:
    """Every entry that has a page or a place on one, then the pages that flows make beside them."""
    for entry in catalog.all(Entry):
        if page := catalog.page_of(entry):
            sort = _sort(catalog, entry)
            yield Hit(sort, page, catalog.anchor_of(entry), entry.title, entry.findable)
    kinds = words_of(catalog).kinds
    for flow in catalog.all(Flow):
        for question in flow.questions:
            yield Hit(kinds.question, flow.path_of(question.id), "", question.ask, _asked(question))
        for outcome in flow.outcomes:
            found = Findable(outcome.say)
            yield Hit(kinds.outcome, flow.path_of(outcome.id), "", outcome.title, found)
        yield Hit(kinds.flow, flow.path_of(MAP), "", flow.map_title, Findable(flow.map_summary))


def _asked(question: Question) -> Findable:
    who = tuple(group.who for group in question.groups)
    return Findable(question.why or "", (question.title,), who)


def _sort(catalog: Catalog, entry: Entry) -> str:
    """What an entry is, in words; of a sign, how soon to get help; of a claim, the verdict."""
    words = words_of(catalog)
    what = getattr(words.kinds, entry.kind.replace("-", "_"))
    if isinstance(entry, Sign):
        when = catalog.get(Level, entry.level).when
    elif isinstance(entry, Claim):
        when = catalog.get(Verdict, entry.verdict).title
    else:
        return str(what)
    return fill(words.search.what_and_when, what=what, when=when)


def _said(catalog: Catalog, hit: Hit) -> tuple[Any, ...]:
    """The line, or its first sentence; the names; the further words, each as it is compared."""
    text = _spoken(catalog, hit.found.line)
    line = text if len(text) <= LONGEST_LINE else next(statements(text)).words
    known = set(_compared(hit.title, *hit.found.names, line))
    more = _compared(*(_spoken(catalog, words) for words in hit.found.words))
    words = " ".join(word for word in more if word not in known)
    if words:
        return line, hit.found.names, words
    return (line, hit.found.names) if hit.found.names else (line,)


def _spoken(catalog: Catalog, text: str) -> str:
    """A text without its links and citations; a link without words says the entry's title."""
    if "[" not in text and "*" not in text:
        return str(text)
    named = replace(
        text,
        lambda link: link.words or catalog.named(f"{link.kind}:{link.slug}").title,
        lambda _: "",
    )
    return " ".join(plain(named).split())


def _compared(*texts: str) -> Iterable[str]:
    """The words of some texts without case and accents, each once; none of a letter or two."""
    bare = unicodedata.normalize("NFKD", " ".join(texts).lower())
    letters = "".join(char for char in bare if not unicodedata.combining(char))
    return dict.fromkeys(word for word in re.findall(r"[^\W_]+", letters) if word[2:])


def _elsewhere(catalog: Catalog) -> Iterator[tuple[str, PurePosixPath]]:
    """Where else a reader can look: the pages that list all words explained, and all clues."""
    for kind in (Term.kind, Clue.kind):
        host = catalog.index_of(kind)
        if host and (page := catalog.page_of(host)):
            yield host.title, page


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

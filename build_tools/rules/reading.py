"""Rules of how a guide is written: sentences for one breath, whole, and said once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from bs4 import Tag

from build_tools.content.fields import Loc, Markdown, Whole, marked
from build_tools.content.statements import Statement, statements
from build_tools.entry import Entry, RawEntry
from build_tools.model import Catalog
from build_tools.rule import Found, Scope, rule
from build_tools.site.read import HtmlPage, Site, text_outside

MOST_WORDS = 25
MOST_PLACES = 2
LONG_ENOUGH = 7
"""Words from which on a sentence that comes again is noticed."""
WORDS_OF_A_PAGE = 120
"""Below that the figure swings with every word."""
EASIEST, HARDEST = 4, 8
NOT_READ = ("nav", "footer", "header", "table", "figure", "form", "svg")
RECORDS = frozenset({"sources", "bibliography"})
"""The classes of lists that name the works of others."""
_WHOLE = re.compile(r"[.?!][)\"”*]*$")
_PARAGRAPH = re.compile(r"[.?!:][)\"”*]*$")
_ITEM = re.compile(r"\s*(?:[-*]|\d+[.)]) ")


@rule("long-sentence", Scope.ENTRY)
def sentences_are_short(entry: Entry, raw: RawEntry) -> Iterator[Found]:
    """A sentence has at most 25 words."""
    for loc, sentence in entry.sentences():
        if (count := len(sentence.words.split())) > MOST_WORDS:
            message = f"must have at most {MOST_WORDS} words a sentence, found {count}"
            yield raw.at_line(loc, sentence.line), f"{message}: {sentence.words!r}"


@rule("unfinished-sentence", Scope.ENTRY)
def sentences_are_whole(entry: Entry, raw: RawEntry) -> Iterator[Found]:
    """Whole sentences and paragraphs end with a full stop; a list may follow a colon."""
    whole = {loc: str(text) for loc, text, _ in marked(entry, Whole)}
    for loc, text in whole.items():
        last = [*statements(text)][-1]
        if not _WHOLE.search(last.words):
            message = f"must end with a full stop, found {last.words[-40:]!r}"
            yield raw.at_line(loc, last.line), message
    for loc, prose in ((loc, text) for loc, text, _ in marked(entry, Markdown) if loc not in whole):
        for sentence in _last_of_paragraphs(prose):
            if not _PARAGRAPH.search(sentence.words):
                message = f"must end its paragraph with a full stop, found {sentence.words[-40:]!r}"
                yield raw.at_line(loc, sentence.line), message


@rule("said-again", Scope.CATALOG)
def sentences_are_said_once(catalog: Catalog) -> Iterator[Found]:
    """A sentence is written in at most two entries; what more pages need is linked or shared."""
    places: dict[str, list[tuple[Entry, Loc, Statement]]] = defaultdict(list)
    for entry in catalog.entries.values():
        for loc, sentence in entry.sentences():
            words = sentence.words
            if _WHOLE.search(words) and len(words.split()) >= LONG_ENOUGH:
                places[words.lower()].append((entry, loc, sentence))
    for found in places.values():
        names = [*dict.fromkeys(entry.id for entry, _, _ in found)]
        if len(names) > MOST_PLACES:
            entry, loc, sentence = next(item for item in found if item[0].id == names[MOST_PLACES])
            others = ", ".join(":".join(name) for name in names if name != entry.id)
            where = catalog.raw[entry.id].at_line(loc, sentence.line)
            yield where, f"must be said in one or two entries, found {sentence.words!r} in {others}"


def _last_of_paragraphs(prose: str) -> Iterator[Statement]:
    """The last sentence of each paragraph that is no heading and no item of a list."""
    lines = prose.split("\n")
    last: Statement | None = None
    for sentence in statements(prose):
        if last and _ends_paragraph(lines, last, sentence):
            yield last
        last = None if _ITEM.match(lines[sentence.line]) or sentence.words[:1] == "#" else sentence
    if last:
        yield last


def _ends_paragraph(lines: list[str], sentence: Statement, following: Statement) -> bool:
    """Whether a gap or the mark of an item stands between two sentences."""
    between = lines[sentence.line + 1 : following.line + 1]
    return any(not line.strip() or _ITEM.match(line) for line in between)


@rule("hard-page", Scope.PAGE)
def pages_are_neither_clipped_nor_hard(page: HtmlPage, _: Site) -> Iterator[Found]:
    """The sentences of a page read like grade 4 to 8 (Flesch and Kincaid), from 120 words on."""
    text = " ".join(dict.fromkeys(whole_sentences(page)))
    if len(text.split()) >= WORDS_OF_A_PAGE:
        grade = grade_of(text)
        if not EASIEST <= grade <= HARDEST:
            how = (
                "clipped: join what belongs together"
                if grade < EASIEST
                else "hard: use plain words"
            )
            message = f"must have a reading grade from {EASIEST} to {HARDEST}, found {grade:.1f}"
            yield page.at(), f"{message}, too {how}"


def grade_of(text: str) -> float:
    """The reading grade of a text in years of school, by Flesch and Kincaid (1975)."""
    import textstat  # noqa: PLC0415  slow to import, and only finished pages need it

    return float(textstat.flesch_kincaid_grade(text))


def whole_sentences(page: HtmlPage) -> Iterator[str]:
    """Each paragraph and item of 7 words or more with a full stop: no names, tables or sources."""
    for block in _blocks(page.article):
        words = text_outside(block, {"sup", "p", "li"})
        if words.endswith(".") and len(words.split()) >= LONG_ENOUGH:
            yield words


def _blocks(tag: Tag) -> Iterator[Tag]:
    """The paragraphs and items below an element, outside what is not read."""
    for child in tag.find_all(True, recursive=False):
        if child.name not in NOT_READ and RECORDS.isdisjoint(child.get_attribute_list("class")):
            if child.name in {"p", "li", "dd"}:
                yield child
            yield from _blocks(child)


READING_RULES = (
    sentences_are_short,
    sentences_are_whole,
    sentences_are_said_once,
    pages_are_neither_clipped_nor_hard,
)

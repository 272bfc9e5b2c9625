"""Prose as its author wrote it, held against what Markdown makes of it: same words, same shape.

A small reader of our own knows only what content may use. Where the engine's Markdown reads a
text otherwise, something would be lost or changed, and the text is refused at that line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

STEP = 4
FIRST_PRIVATE = 0xE000  # a place for what a backslash keeps; content holds no such character
MARK = re.compile(r"( *)([-*+]|\d+[.)])[ \u00a0]+(\S.*)")
_ESCAPE = re.compile(r"\\([*#+\-.>])")
_INLINE = (
    (re.compile(r"\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*\)"), r"\1"),
    (re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", re.DOTALL), r"\1"),
    (re.compile(r"(?<![\d*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\d*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=[^\s_])([^_]+?)(?<=\S)_(?![\w_])"), r"\1"),
)
BULLET = "begins with {found!r}; begin an item with '- '"
_ODD = (
    (re.compile(r" *[\u2022\u00b7\u25cf\u25aa\u25e6] ?"), BULLET),
    (re.compile(r" *[\u2013\u2014] "), BULLET),
    (re.compile(r" *-[^\W\d]"), "must have a space behind the '-' of an item, found {found!r}"),
    (re.compile(r" *\d{1,2}\.[^\W\d]"), "must have a space behind the number, found {found!r}"),
    (re.compile(r"(\*\[|: |!!! |\?\?\? |\[\^)"), "begins with {found!r}, which means nothing here"),
    (re.compile(r".*\\$"), "must not end in a backslash"),
    (re.compile(r" *([-*+]|\d+[.)]) *$"), "must have words behind the mark {found!r} of its item"),
)
_HEADING = re.compile(r"#{2,3} +(\S.*?)(?: #+)?")

Flaw = tuple[int, str]
"""The line in the prose, from 0 on, and the message."""


@dataclass(frozen=True)
class Item:
    """An item of a list: its line (from 0), its depth, its number if it has one, its words."""

    line: int
    depth: int
    number: int | None
    words: str


def changes(prose: str, soup: BeautifulSoup) -> Iterator[Flaw]:
    """Where the HTML that Markdown made of the prose does not say or show what its author wrote."""
    found = [*_odd_lines(prose), *_changed_lists(prose, soup)]
    yield from found or _changed_words(prose, soup)


def _odd_lines(prose: str) -> Iterator[Flaw]:
    """Lines that look like something which Markdown here does not know, or not so."""
    in_list = False
    lines = prose.split("\n")
    for number, line in enumerate(lines):
        for pattern, message in _ODD:
            if found := pattern.match(line):
                yield number, message.format(found=found[0].strip())
        in_list = bool(MARK.fullmatch(line)) or (in_list and line[:1] in {"", " "})
        if number and _HEADING.fullmatch(lines[number - 1]) and line.strip():
            yield number, "must have an empty line above it, or it reads as part of the heading"
        after_gap = number and not lines[number - 1].strip()
        step = len(line) - len(line.lstrip(" "))
        if in_list and after_gap and 0 < step < STEP and not MARK.fullmatch(line):
            yield number, f"must be indented by {STEP} spaces to belong to the item above it"


def _changed_lists(prose: str, soup: BeautifulSoup) -> Iterator[Flaw]:
    written, made = list(_written_items(prose)), list(_made_items(soup))
    lines = prose.split("\n")
    for place, item in enumerate(written):
        if flaw := _unreadable_mark(lines, written, place):
            yield item.line, flaw
            return
        found = made[place] if place < len(made) else None
        if found is None or not _alike(item, found):
            yield item.line, _why_no_item(lines, item, found)
            return
    if len(made) > len(written):
        yield 0, f"would show a list item that is none here: {made[len(written)].words[:40]!r}"


def _unreadable_mark(lines: list[str], items: list[Item], place: int) -> str:
    """Why a line that begins like an item cannot stay as it is, or nothing."""
    item, line = items[place], lines[items[place].line]
    mark = (MARK.fullmatch(line) or [""] * 3)[2]
    if "\u00a0" in line[: len(line) - len(item.words)]:
        return "must have a plain space behind the mark of an item, found a no-break space"
    if mark in {"*", "+"}:
        return f"must begin an item with '- ', found {mark!r}; a sign before a number is a word"
    if mark.endswith(")"):
        return f"must number an item like '{mark[:-1]}.', found {mark!r}"
    if (len(line) - len(line.lstrip(" "))) % STEP:
        return f"must indent an item by {STEP} spaces for each step, found {line[:20]!r}"
    alone = not any(other.depth == item.depth for other in items if other is not item)
    if mark == "-" and alone and re.match(r"\d", item.words):
        return "begins with '-' and a number: Markdown takes the '-' away; write 'minus', or words"
    return ""


def _why_no_item(lines: list[str], item: Item, found: Item | None) -> str:
    if entity := re.search(r"&#?\w+;", lines[item.line]):
        return f"must not hold {entity[0]!r}, which would be shown as another sign; write that sign"
    before = lines[item.line - 1] if item.line else ""
    if item.line and before.strip() and not MARK.fullmatch(before) and before[:1] != " ":
        return "must have an empty line before its list, or it is no list"
    if item.number is not None and found and found.number != item.number:
        return (
            f"would be numbered {found.number or 'not at all'}, found {item.number}; begin with 1"
        )
    return "would not be an item of a list as it is written here; look at the lines around it"


def _alike(written: Item, made: Item) -> bool:
    same_number = written.number == made.number
    return written.depth == made.depth and same_number and made.words.startswith(written.words[:12])


def _written_items(prose: str) -> Iterator[Item]:
    for number, line in enumerate(prose.split("\n")):
        if found := MARK.fullmatch(line):
            digits = found[2].rstrip(".)")
            count = int(digits) if digits.isdigit() and len(digits) < STEP * 2 else None
            yield Item(number, len(found[1]) // STEP + 1, count, _squeezed(_bare(found[3])))


def _made_items(soup: BeautifulSoup) -> Iterator[Item]:
    number: Counter[int] = Counter()
    for item in soup.find_all("li"):
        above = [tag for tag in item.parents if tag.name in {"ul", "ol"}]
        number[id(item.parent)] += 1
        ordered = bool(above) and above[0].name == "ol"
        count = number[id(item.parent)] if ordered else None
        yield Item(0, len(above), count, _squeezed(_own_text(item)))


def _own_text(item: Tag) -> str:
    """The words of an item without those of the lists inside it."""
    parts = (part for part in item.children if getattr(part, "name", "") not in {"ul", "ol"})
    return "".join(part.get_text() if isinstance(part, Tag) else str(part) for part in parts)


def _changed_words(prose: str, soup: BeautifulSoup) -> Iterator[Flaw]:
    """The first place at which the words of the HTML are not those of the prose."""
    made = _squeezed(soup.get_text())
    written, lines = "", []
    for number, line in enumerate(prose.split("\n")):
        text = MARK.sub(r"\3", line) if MARK.fullmatch(line) else line.lstrip(" ")
        heading = _HEADING.fullmatch(text)
        lines.append((number, heading[1] if heading else text))
    whole = _squeezed(_bare("\n".join(text for _, text in lines)))
    if whole == made:
        return
    at = next((i for i, (a, b) in enumerate(zip(whole, made, strict=False)) if a != b), len(made))
    for number, text in lines:
        written += _squeezed(_bare(text))
        if len(written) > at:
            shown = whole[max(at - 8, 0) : at + 12]
            yield number, f"would not be shown as it is written, near {shown!r}; {CURE}"
            return
    yield 0, f"would show words that do not stand here, near {made[at : at + 20]!r}; {CURE}"


CURE = r"put a backslash before a sign that is meant as a sign, as in \* or \#"


def _bare(text: str) -> str:
    """The text without links, emphasis and backslashes, as its author means it to be read."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[1])
        return chr(FIRST_PRIVATE + len(kept) - 1)

    text = _ESCAPE.sub(keep, text)
    for pattern, plain in _INLINE:
        text = pattern.sub(plain, text)

    def put_back(found: re.Match[str]) -> str:
        place = ord(found[0]) - FIRST_PRIVATE
        return kept[place] if place < len(kept) else found[0]

    return re.sub("[\ue000-\uf8ff]", put_back, text)


def _squeezed(text: str) -> str:
    return re.sub(r"[ \n\t]+", "", text)

"""Prose -> its sentences, each with what it cites and the figures that it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from build_tools.content.markup import references, replace
from build_tools.content.shape import MARK

FIGURE = re.compile(r"(?<![\w.])\d+(?:[.,]\d+)*")
_MARKS = r"(?:\s?\[@[^\]\s]+\])*"
_END = re.compile(rf"[.!?][)\"”*]*{_MARKS}(?=\s+[^\sa-z])")


class Statement(NamedTuple):
    """A sentence: its line in the prose (from 0), its words without markup, what it cites."""

    line: int
    words: str
    cites: tuple[str, ...]  #: `key`, or `key:part`, as written
    written: str  #: as its author wrote it

    @property
    def figures(self) -> frozenset[str]:
        """The figures in it."""
        return figures(self.words)


def figures(text: str) -> frozenset[str]:
    """The figures in a text, as digits without a comma between thousands: 1200, 0.5."""
    return frozenset(found.replace(",", "").strip(".") for found in FIGURE.findall(text))


def statements(prose: str) -> Iterator[Statement]:
    """The sentences of prose; a citation belongs to the sentence that it stands in or ends."""
    for line, block in _blocks(prose):
        start = 0
        for end in [*(found.end() for found in _END.finditer(block)), len(block)]:
            if written := block[start:end].strip():
                above = block[: block.index(written, start)].count("\n")
                yield _statement(line + above, written)
            start = end


def _statement(line: int, written: str) -> Statement:
    cites = [
        ":".join(filter(None, (found.slug, found.part)))
        for found in references(written)
        if found.part is not None
    ]
    words = replace(written, lambda found: found.words, lambda _keys: "")
    return Statement(line, re.sub(r"\s+", " ", words).strip(), tuple(dict.fromkeys(cites)), written)


def _blocks(prose: str) -> Iterator[tuple[int, str]]:
    """The paragraphs and the items of lists, without the marks of the items, by their lines."""
    first, block = 0, ""
    for number, line in enumerate(prose.split("\n")):
        item = MARK.fullmatch(line)
        if not line.strip() or item:
            yield first, block
            first, block = number, item[3] if item else ""
        elif block:
            block += f"\n{line.strip()}"
        else:
            first, block = number, line.strip()
    yield first, block

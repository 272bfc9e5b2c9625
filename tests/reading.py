"""What a reader reads of an entry, and what to say of all that breaks a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.content.fields import Model
from build_tools.entry import Entry

NOT_READ = {  # names of entries, of drawings and of templates
    "slug",
    "also_called",
    "sources",
    "strokes",
    "mechanisms",
    "exercises",
    "red_flags",
    "lists",
}


def texts_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """Every text that a reader reads, with the entry and the field that it stands in."""
    for name in type(entry).model_fields:
        if name not in NOT_READ:
            for where, text in _texts(getattr(entry, name), name):
                yield f"{entry.kind}:{entry.slug} {where}", text


def assert_none(broken: Iterable[str]) -> None:
    """There is no such text; else each is told on a line of its own."""
    lines = list(broken)
    assert not lines, "\n".join([f"{len(lines)} found", *lines])


def _texts(value: object, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), f"{where}.{name}")
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, f"{where}[{index}]")

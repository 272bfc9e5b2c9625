"""Levels: how soon to get help, each a word, a shape and a colour."""

from __future__ import annotations

from typing import ClassVar, Literal

from build_tools.content.fields import Inline, Text
from build_tools.entry import Entry


class Level(Entry):
    """How soon to get help. Listed mildest first; `heading` is one action and ends in "if:"."""

    kind: ClassVar[str] = "level"
    shape: Literal["circle", "triangle", "square", "diamond", "octagon"]
    when: Text
    summary: Text
    heading: Text
    where: tuple[Inline, ...] = ()
    always: tuple[Text, ...] = ()
    show_numbers: bool = False

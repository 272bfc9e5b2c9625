"""Glossary terms: a word that needs explaining, in words that do not."""

from __future__ import annotations

from typing import Any, ClassVar

from build_tools.content.fields import Inline, Text
from build_tools.entry import Entry


class Term(Entry):
    """A term, what else it is called, and what it means."""

    kind: ClassVar[str] = "term"
    also_called: tuple[Text, ...] = ()
    meaning: Inline

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """By title, as in any dictionary."""
        return (self.title.casefold(),)

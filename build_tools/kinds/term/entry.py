"""Glossary terms: a word that needs explaining, in words that do not."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from build_tools.content.fields import Text, Title, WholeInline
from build_tools.entry import Entry, Findable


class Term(Entry):
    """A word that some readers do not know, and what it means; the glossary is their list."""

    kind: ClassVar[str] = "term"
    title: Title = Field(description="The word, as it stands in a sentence.", examples=["headset"])
    also_called: tuple[Text, ...] = Field(
        default=(),
        description="Other words for the same, behind the meaning.",
        examples=["steering bearing"],
    )
    meaning: WholeInline = Field(
        description="What it means, in words that need no explaining.",
        examples=["The bearing that the fork turns in."],
    )

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """By title, as in any dictionary."""
        return (self.title.casefold(),)

    @property
    def findable(self) -> Findable:
        return Findable(self.meaning, self.also_called)

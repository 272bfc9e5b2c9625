"""Red flags: signs that call for help, each at one level; and prompts, which do not."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field, PositiveInt
from pydantic_core import PydanticCustomError

from build_tools.content.fields import LinksTo, Prose, Text
from build_tools.entry import Reviewed
from build_tools.kinds.level.entry import Level
from build_tools.kinds.source.entry import SourceKeys

SHORT_WORDS = 12


def _short(text: str) -> str:
    if (words := len(text.split())) > SHORT_WORDS:
        raise PydanticCustomError(
            "too_many_words", "too many words", {"limit": SHORT_WORDS, "found": words}
        )
    return text


Short = Annotated[Text, AfterValidator(_short)]


class Sign(Reviewed):
    """Something a reader can say yes or no to: one question, the signs that count, what to do now.

    `order` is its place among its own kind; `sooner_if` says when its level is not enough.
    """

    order: PositiveInt
    level: Annotated[str, LinksTo(Level)]
    criterion: Text
    signs: tuple[Text, ...] = ()
    also_counts: tuple[Text, ...] = ()
    does_not_count: tuple[Text, ...] = ()
    short: Short
    do_now: tuple[Text, ...] = Field(min_length=1)
    sooner_if: tuple[Text, ...] = ()
    why: Prose
    sources: SourceKeys = Field(min_length=1)

    @property
    def sort_key(self) -> tuple[Any, ...]:
        return (self.order,)

    @property
    def words(self) -> tuple[str, ...]:
        """All that a reader must find at the sign's own place, word for word."""
        return (
            self.criterion,
            *self.signs,
            *self.also_counts,
            *self.does_not_count,
            *self.do_now,
            *self.sooner_if,
        )


class RedFlag(Sign):
    """A danger sign. It says what does not count, so that it does not alarm the well."""

    kind: ClassVar[str] = "red-flag"
    does_not_count: tuple[Text, ...] = Field(min_length=1)


class Prompt(Sign):
    """Worth a mention, but no danger sign."""

    kind: ClassVar[str] = "prompt"

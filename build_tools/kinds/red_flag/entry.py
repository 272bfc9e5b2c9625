"""Red flags: signs that call for help, each at one level; and prompts, which do not."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field, PositiveInt
from pydantic_core import PydanticCustomError

from build_tools.content.fields import Excuses, LinksTo, Prose, Text, Title
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

    title: Title = Field(
        description="The sign in a few words, as its heading.", examples=["A crack in the fork"]
    )
    order: PositiveInt = Field(
        le=999,
        description="Its place among its own kind, 1 for the worst; no two share one.",
        examples=["1"],
    )
    level: Annotated[str, LinksTo(Level)] = Field(
        description="How soon it calls for help.", examples=["stop"]
    )
    criterion: Text = Field(
        description="The question that a reader answers with yes or no.",
        examples=["Is there a crack where the fork meets the crown?"],
    )
    signs: tuple[Text, ...] = Field(
        default=(),
        description="What counts as a yes, one thing a line, below the question.",
        examples=["A dark line in the paint"],
    )
    also_counts: tuple[Text, ...] = Field(
        default=(),
        description="What counts too and is easily left out, in full sentences.",
        examples=["A line that was there before counts too."],
    )
    does_not_count: Annotated[tuple[Text, ...], Excuses()] = Field(
        default=(),
        description="What is easily taken for it and is not it.",
        examples=["A wet saddle"],
    )
    short: Short = Field(
        description="The sign in few words, for cards, answers and checklists.",
        examples=["A crack in the fork"],
    )
    do_now: tuple[Text, ...] = Field(
        min_length=1,
        description="What to do at once, the first thing first.",
        examples=["Get off and walk."],
    )
    sooner_if: tuple[Text, ...] = Field(
        default=(),
        description="When to act sooner than its level says, in bold full sentences.",
        examples=["Get off at once if it opens."],
    )
    why: Prose = Field(
        description="Why it matters.", examples=["A fork that breaks throws you over the bars."]
    )
    sources: SourceKeys = Field(
        min_length=1,
        description="Where all this comes from; the page cites them after `why`.",
        examples=["kooijman2011"],
    )

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
    """A danger sign: something that calls for help, sooner or later, as its level says."""

    kind: ClassVar[str] = "red-flag"
    does_not_count: Annotated[tuple[Text, ...], Excuses()] = Field(
        min_length=1,
        description="What is easily taken for it and is not it; needed, because a danger sign "
        "must not alarm without reason.",
        examples=["A scratch that a fingernail slides over"],
    )


class Prompt(Sign):
    """A sign that is worth a mention to somebody who can help, but no danger sign."""

    kind: ClassVar[str] = "prompt"

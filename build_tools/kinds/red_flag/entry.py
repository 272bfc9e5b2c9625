"""Red flags: signs that call for help, each at one level; and prompts, which do not."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field, PositiveInt
from pydantic_core import PydanticCustomError

from build_tools.content.fields import CitedProse, Excuses, LinksTo, Model, Text, Title
from build_tools.content.sourced import SourcedText, WholeSourced
from build_tools.entry import Findable, Place, Reviewed
from build_tools.kinds.level.entry import Level

SHORT_WORDS = 16


def _short(text: str) -> str:
    if (words := len(text.split())) > SHORT_WORDS:
        raise PydanticCustomError(
            "too_many_words", "too many words", {"limit": SHORT_WORDS, "found": words}
        )
    return text


Short = Annotated[Text, AfterValidator(_short)]


class Sooner(Model):
    """When a sign calls for help sooner than its own level says: a level, and what makes it so."""

    level: Annotated[str, LinksTo(Level)] = Field(
        description="How soon then; sooner than the sign's own level.", examples=["stop"]
    )
    signs: tuple[SourcedText, ...] = Field(
        alias="if",
        min_length=1,
        description='What makes it so, one thing a line; each completes the sentence "… if".',
        examples=["it opens while you ride"],
    )


class Sign(Reviewed):
    """Something a reader can say yes or no to: one question, the signs that count, what to do now.

    `order` is its place among its own kind; `sooner` says when its level is not enough.
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
    criterion: WholeSourced = Field(
        description="The question that a reader answers with yes or no.",
        examples=["Is there a crack where the fork meets the crown?"],
    )
    signs: tuple[WholeSourced, ...] = Field(
        default=(),
        description="What counts as a yes, one thing a line, below the question.",
        examples=["A dark line in the paint"],
    )
    also_counts: tuple[WholeSourced, ...] = Field(
        default=(),
        description="What counts too and is easily left out, in full sentences.",
        examples=["A line that was there before counts too."],
    )
    does_not_count: Annotated[tuple[WholeSourced, ...], Excuses()] = Field(
        default=(),
        description="What is easily taken for it and is not it.",
        examples=["A wet saddle"],
    )
    short: Short = Field(
        description="The line by which a reader finds the sign: a whole phrase of at most "
        f"{SHORT_WORDS} words that names every way in.",
        examples=["A crack in the fork"],
    )
    also_called: tuple[Text, ...] = Field(
        default=(),
        description="Other words that a reader may search for: names of what may be behind it, "
        "and how people say it. They stand on its own page.",
        examples=["broken fork"],
    )
    first: SourcedText | None = Field(
        default=None,
        description="What comes before anything else that its level asks for, in a few words; on "
        "every card of the level.",
        examples=["Keep hold of it first"],
    )
    do_now: tuple[WholeSourced, ...] = Field(
        min_length=1,
        description="What to do at once, the first thing first.",
        examples=["Get off and walk."],
    )
    sooner: tuple[Sooner, ...] = Field(
        default=(), description="When to act sooner than its level says, level by level."
    )
    why: CitedProse = Field(
        description="Why it matters.",
        examples=["A fork that breaks throws you over the bars.[@kooijman2011:steers]"],
    )

    @property
    def sort_key(self) -> tuple[Any, ...]:
        return (self.order,)

    @property
    def line(self) -> str:
        """Its line for cards and sheets: how it is found, and what comes first if anything does."""
        return f"{self.short}. {self.first}" if self.first else self.short

    @property
    def words(self) -> tuple[str, ...]:
        """All that a reader must find at the sign's own place, word for word."""
        return (
            self.criterion,
            *self.signs,
            *self.also_counts,
            *self.does_not_count,
            *self.do_now,
            *(line for sooner in self.sooner for line in sooner.signs),
        )

    @property
    def findable(self) -> Findable:
        words = (self.criterion, *self.signs, *self.also_counts)
        return Findable(self.short, self.also_called, words, Place.EARLY)


class RedFlag(Sign):
    """A danger sign: something that calls for help, sooner or later, as its level says."""

    kind: ClassVar[str] = "red-flag"
    does_not_count: Annotated[tuple[WholeSourced, ...], Excuses()] = Field(
        min_length=1,
        description="What is easily taken for it and is not it; needed, because a danger sign "
        "must not alarm without reason.",
        examples=["A scratch that a fingernail slides over"],
    )

    @property
    def findable(self) -> Findable:
        return super().findable._replace(place=Place.FIRST)


class Prompt(Sign):
    """A sign that is worth a mention to somebody who can help, but no danger sign."""

    kind: ClassVar[str] = "prompt"

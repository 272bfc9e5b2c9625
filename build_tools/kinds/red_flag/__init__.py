"""Red flags: signs that call for help, each at one level; and prompts, which do not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, PositiveInt
from pydantic_core import PydanticCustomError

from build_tools.fields import LinksTo, Prose, SourceKeys, Text
from build_tools.model import Appearance, Catalog, Kind, Reviewed
from build_tools.problems import Problem

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
    level: Annotated[str, LinksTo("level")]
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


def every_order_is_its_own(catalog: Catalog) -> Iterator[Problem]:
    """No two red flags, and no two prompts, share a place in the order."""
    for kind in ("red-flag", "prompt"):
        taken: dict[int, str] = {}
        for sign in catalog.of_kind(kind):
            if other := taken.get(sign.order):
                message = f"must be a place of its own, found {sign.order}, which is {other!r}'s; the next free one is {max(taken) + 1}"
                yield Problem(catalog.where(sign, "order"), message, "order-twice")
            taken[sign.order] = sign.slug


def every_word_on_its_page(catalog: Catalog) -> Iterator[Appearance]:
    """Question, signs, what does not count and what to do stand at the sign's own place.

    The short form of the most urgent ones stands on the home page too.
    """
    most_urgent = catalog.of_kind("level")[-1].slug
    home = catalog.page_of(catalog.find("page", "index"))
    for flag in catalog.of_kind("red-flag"):
        if home and flag.level == most_urgent:
            yield Appearance(flag.short, home, "now")
    for sign in [*catalog.of_kind("red-flag"), *catalog.of_kind("prompt")]:
        if page := catalog.page_of(sign):
            for text in sign.words:
                yield Appearance(text, page, sign.slug)


KIND = Kind(
    model=RedFlag,
    folder="red-flags",
    home=Path(__file__).parent,
    stands_alone=True,
    catalog_checks=(every_order_is_its_own,),
    appearances=every_word_on_its_page,
)
PROMPT = Kind(model=Prompt, folder="prompts", home=Path(__file__).parent, stands_alone=True)

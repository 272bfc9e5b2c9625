"""Levels: how soon to get help, each a word, a shape, a border and a colour."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, PositiveInt

from build_tools.content.fields import Model, Text, Title, WholeInline, WholeText, shaped
from build_tools.entry import Entry, Findable

SHAPES = Path(__file__).parent / "shapes"
KNOWN = tuple(sorted(path.stem for path in SHAPES.glob("*.svg")))
Colour = Annotated[Text, shaped(r"#[0-9a-f]{6}", "#a1131a")]


class Colours(Model):
    """A colour for light pages and one for dark ones."""

    light: Colour = Field(
        description="The colour on a light page; dark enough to be read on white.",
        examples=["#a1131a"],
    )
    dark: Colour = Field(
        description="The colour on a dark page; light enough to be read on black.",
        examples=["#ff9b95"],
    )


class Level(Entry):
    """How soon to get help: on every card as a word and a shape, so that it survives black ink."""

    kind: ClassVar[str] = "level"
    title: Title = Field(
        description="Its word: on every card, and the same everywhere.", examples=["Mend it"]
    )
    rank: PositiveInt = Field(
        le=9,
        description="How urgent it is: 1 is the mildest, the highest number the most urgent. "
        "Reassurance is rank 1; the home page shows the signs of the highest.",
        examples=["3"],
    )
    shape: Text = Field(
        description=f"The shape beside its word, one that no other level has: {', '.join(KNOWN)}.",
        examples=["octagon"],
    )
    border: Literal["hairline", "thin", "medium", "thick", "double"] = Field(
        description="The left edge of its cards; heavier for the more urgent.",
        examples=["thick"],
    )
    colours: Colours = Field(description="Its colour, which never stands alone for it.")
    when: Text = Field(description="How soon, in a few words.", examples=["This week"])
    summary: WholeText = Field(
        description="What it means, for a card that has no signs below it.",
        examples=["Mend it this week."],
    )
    heading: Text = Field(
        description='The heading of its cards: one action, then "if:". Signs complete it.',
        examples=["Mend it this week if:"],
    )
    sooner: Text = Field(
        description="The same in fewer words, for cards of another level that say when to be "
        "sooner.",
        examples=["Sooner, this week, if:"],
    )
    where: tuple[WholeInline, ...] = Field(
        default=(),
        description="Where to get help at this level, a place a line; on the outcomes of a flow.",
        examples=["Town: the workshop.[@kooijman2011:steers]"],
    )
    always: tuple[WholeText, ...] = Field(
        default=(), description="What to do in any case at this level.", examples=["Walk home."]
    )
    instead: tuple[WholeText, ...] = Field(
        default=(),
        description="What calls for this level whatever else is true: it stands on the cards of "
        "milder levels but the mildest, before their signs, for readers who stop at the first "
        "line that fits.",
        examples=["Stop now instead if the brake has failed."],
    )
    show_numbers: bool = Field(
        default=False,
        description="Whether its cards show the emergency numbers.",
        examples=["true"],
    )

    @property
    def sort_key(self) -> tuple[Any, ...]:
        return (self.rank,)

    @property
    def findable(self) -> Findable:
        return Findable(self.summary)

"""The pages of a flow as written: questions with their answers, and outcomes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from build_tools.content.fields import LinksTo, Model, Text, Title, WholeInline, WholeText, shaped
from build_tools.kinds.flow.graph import Edge
from build_tools.kinds.level.entry import Level
from build_tools.kinds.normal.entry import NormalSign
from build_tools.kinds.page.entry import PageEntry
from build_tools.kinds.red_flag.entry import Prompt, RedFlag

Slug = Annotated[Text, shaped(r"[a-z0-9]+(-[a-z0-9]+)*", "two-words")]


class Population(Model):
    """People for whom the rest is not written, and where they go instead."""

    id: Slug = Field(description="A name of its own in the flow, for the checks.", examples=["new"])
    who: Text = Field(
        description="Who they are, in their own words.", examples=["I have never ridden."]
    )
    short: Annotated[Text, StringConstraints(max_length=20)] | None = Field(
        default=None,
        description="The same in a word or two, at their arrow on the map.",
        examples=["new riders"],
    )
    to: Text = Field(description="The question or outcome that is theirs.", examples=["ask"])


class Statement(Model):
    """A statement that may fit a reader, and where those go whom it does not fit."""

    sign: Annotated[str, LinksTo(NormalSign)] = Field(
        description="The statement, by its name.", examples=["slow-only"]
    )
    otherwise: Text = Field(
        description="The question or outcome for those whom it does not fit.", examples=["mend"]
    )


class Node(Model):
    """A page of a flow: a question or an outcome."""

    id: Slug = Field(
        description="Its name in the flow and in its address; anything but `map`.",
        examples=["fork", "wheel"],
    )
    title: Title = Field(
        description="What it is about, for the progress bar and the list of all questions.",
        examples=["The fork", "The wheel"],
    )


class Question(Node):
    """One question, a page of its own: about signs, prompts, statements or groups, or by itself.

    With signs, `yes` is where each of them leads. With statements, `yes` is where a reader goes
    whom all of them fit; each statement says itself where a reader goes whom it does not fit.
    """

    ask: Title = Field(
        description="The question, as the heading of its page.", examples=["Is this true?"]
    )
    why: WholeInline | None = Field(
        default=None,
        description="What to know for this question alone, in a line below its heading.",
        examples=["It holds the wheel."],
    )
    red_flags: tuple[Annotated[str, LinksTo(RedFlag)], ...] = Field(
        default=(),
        description="Danger signs to say yes to; a flow asks each of them once.",
        examples=["cracked-fork"],
    )
    prompts: tuple[Annotated[str, LinksTo(Prompt)], ...] = Field(
        default=(),
        description="Prompts to say yes to, below the danger signs.",
        examples=["squeak"],
    )
    statements: tuple[Statement, ...] = Field(
        default=(), description="Statements of the normal pattern, which must all fit."
    )
    groups: tuple[Population, ...] = Field(default=(), description="People who must go elsewhere.")
    yes: Text | None = Field(
        default=None,
        description="The question or outcome after a yes; after statements, when all of them fit.",
        examples=["stop"],
    )
    unsure: Text = Field(
        description="The question or outcome for those who are not sure, as careful as the most "
        "careful other answer.",
        examples=["stop"],
    )
    no: Text | None = Field(
        default=None,
        description="The question or outcome when nothing fits; none beside statements.",
        examples=["wheel"],
    )

    @property
    def edges(self) -> tuple[Edge, ...]:
        """Every answer to it, in the order of the page."""
        found = [
            Edge(self.id, self.yes or "", "yes", sign) for sign in (*self.red_flags, *self.prompts)
        ]
        found += [
            Edge(self.id, self.unsure, "unsure", sign) for sign in (*self.red_flags, *self.prompts)
        ]
        found += [Edge(self.id, group.to, "yes", group.id) for group in self.groups]
        if self.yes and not found:
            found.append(Edge(self.id, self.yes, "yes"))
        found += [
            Edge(self.id, statement.otherwise, "no", statement.sign)
            for statement in self.statements
        ]
        if not (self.red_flags or self.prompts):
            found.append(Edge(self.id, self.unsure, "unsure"))
        return (*found, Edge(self.id, self.no, "no")) if self.no else tuple(found)

    @property
    def signs(self) -> tuple[str, ...]:
        """The statements it covers."""
        return tuple(statement.sign for statement in self.statements)


class Outcome(Node):
    """How soon to get help, and where: never what somebody has."""

    id: Slug = Field(
        description="Its name in the flow and in its address; anything but `map`.",
        examples=["stop"],
    )
    title: Title = Field(
        description="What to do, as the heading of its page.", examples=["Get off and walk"]
    )
    level: Annotated[str, LinksTo(Level)] = Field(
        description="How soon to get help.", examples=["stop"]
    )
    say: WholeInline = Field(
        description="What that means, in a sentence or two.", examples=["It may break."]
    )
    unsure: WholeText | None = Field(
        default=None,
        description="What to say first to those who were not sure.",
        examples=["Not sure counts as yes."],
    )
    do: tuple[WholeInline, ...] = Field(
        min_length=1,
        description="What to do; what the level always says follows by itself.",
        examples=["Get off."],
    )
    meanwhile: tuple[WholeInline, ...] = Field(
        default=(), description="What to do until then.", examples=["Walk."]
    )
    come_back: tuple[WholeInline, ...] = Field(
        default=(),
        description="What to do if anything changes.",
        examples=["Start again after a fall."],
    )
    pages: tuple[Annotated[str, LinksTo(PageEntry)], ...] = Field(
        default=(), description="Pages to read next, as cards.", examples=["red-flags"]
    )

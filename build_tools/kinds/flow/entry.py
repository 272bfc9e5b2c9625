"""The flow as written: questions, answers, outcomes."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated, ClassVar

from pydantic import Field, PositiveInt

from build_tools.content.fields import Inline, LinksTo, Model, Text, Title, shaped
from build_tools.entry import Described
from build_tools.kinds.flow.graph import Edge, Graph
from build_tools.kinds.level.entry import Level
from build_tools.kinds.normal.entry import NormalSign
from build_tools.kinds.page.entry import PageEntry
from build_tools.kinds.red_flag.entry import Prompt, RedFlag

Slug = Annotated[Text, shaped(r"[a-z0-9]+(-[a-z0-9]+)*", "two-words")]


class Population(Model):
    """People for whom the rest is not written, and the outcome that is theirs."""

    id: Slug
    who: Text
    to: Text


class Statement(Model):
    """A statement that may fit a reader, and where those go whom it does not fit."""

    sign: Annotated[str, LinksTo(NormalSign)]
    otherwise: Text


class Node(Model):
    """A page of a flow."""

    id: Slug
    title: Title


class Question(Node):
    """One question, a page of its own: about signs, prompts, statements or groups, or by itself.

    With signs, `yes` is where each of them leads. With statements, `yes` is where a reader goes
    whom all of them fit; each statement says itself where a reader goes whom it does not fit.
    """

    ask: Title
    why: Inline
    red_flags: tuple[Annotated[str, LinksTo(RedFlag)], ...] = ()
    prompts: tuple[Annotated[str, LinksTo(Prompt)], ...] = ()
    statements: tuple[Statement, ...] = ()
    groups: tuple[Population, ...] = ()
    yes: Text | None = None
    unsure: Text
    no: Text | None = None

    @property
    def edges(self) -> tuple[Edge, ...]:
        """Every answer to it, in the order of the page."""
        found = [
            Edge(self.id, self.yes or "", "yes", sign) for sign in (*self.red_flags, *self.prompts)
        ]
        found += [Edge(self.id, group.to, "yes", group.id) for group in self.groups]
        if self.yes and not found:
            found.append(Edge(self.id, self.yes, "yes"))
        found += [
            Edge(self.id, statement.otherwise, "no", statement.sign)
            for statement in self.statements
        ]
        found.append(Edge(self.id, self.unsure, "unsure"))
        return (*found, Edge(self.id, self.no, "no")) if self.no else tuple(found)

    @property
    def signs(self) -> tuple[str, ...]:
        """The statements it covers."""
        return tuple(statement.sign for statement in self.statements)


class Outcome(Node):
    """How soon to get help, and where: never what somebody has."""

    level: Annotated[str, LinksTo(Level)]
    say: Inline
    unsure: Text | None = None
    do: tuple[Inline, ...] = Field(min_length=1)
    meanwhile: tuple[Inline, ...] = ()
    come_back: tuple[Inline, ...] = ()
    pages: tuple[Annotated[str, LinksTo(PageEntry)], ...] = ()


class Flow(Described):
    """A decision flow: static pages joined by links. `before` stands above every question."""

    kind: ClassVar[str] = "flow"
    heading: Title
    lead: Inline
    map_title: Title
    map_summary: Text
    start: Text
    most_questions: PositiveInt
    before: tuple[Text, ...] = Field(min_length=1)
    questions: tuple[Question, ...] = Field(min_length=2, max_length=40)
    outcomes: tuple[Outcome, ...] = Field(min_length=1)

    def path_of(self, node: str = "") -> PurePosixPath:
        """The page of a node, or the flow's own."""
        return PurePosixPath(self.slug, node, "index.md")

    @property
    def drawing_path(self) -> PurePosixPath:
        """The drawing of the whole, as a file."""
        return PurePosixPath(self.slug, f"{self.slug}.svg")

    @property
    def graph(self) -> Graph:
        """The flow as a graph."""
        return Graph(
            start=self.start,
            questions=tuple(question.id for question in self.questions),
            outcomes={outcome.id: outcome.level for outcome in self.outcomes},
            edges=tuple(edge for question in self.questions for edge in question.edges),
            affirms={question.id: frozenset(question.signs) for question in self.questions},
        )

    @property
    def by_id(self) -> dict[str, Question | Outcome]:
        """Every question and outcome by its id."""
        nodes: tuple[Question | Outcome, ...] = (*self.questions, *self.outcomes)
        return {node.id: node for node in nodes}

    @property
    def in_order(self) -> list[Question]:
        """The questions in the order in which they are asked."""
        return [node for name in self.graph.order if isinstance(node := self.by_id[name], Question)]

    @property
    def unsure_ends(self) -> set[str]:
        """The outcomes that say something to those who were not sure."""
        return {outcome.id for outcome in self.outcomes if outcome.unsure}

    def is_question(self, node: str) -> bool:
        """Whether a node is a question, and not an outcome."""
        return isinstance(self.by_id[node], Question)

    def words_for(self, question: Question, group: str) -> str:
        """Who a group of a question is; nothing if it has no such group."""
        return next((found.who for found in question.groups if found.id == group), "")

    def number(self, question: str) -> int:
        """The place of a question in the order in which they are asked, from 1."""
        return self.graph.order.index(question) + 1

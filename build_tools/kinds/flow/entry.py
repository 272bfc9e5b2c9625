"""The flow as written: what stands above it, its questions and its outcomes."""

from __future__ import annotations

from functools import cached_property
from pathlib import PurePosixPath
from typing import ClassVar

from pydantic import Field, PositiveInt

from build_tools.content.fields import Text, Title, WholeInline, WholeText
from build_tools.entry import Described
from build_tools.kinds.flow.graph import Graph
from build_tools.kinds.flow.node import Node, Outcome, Question

__all__ = ["Flow", "Node", "Outcome", "Question"]


MAP = "map"
"""The name of the page of all questions, which no question and no outcome may have."""


class Flow(Described):
    """Questions that lead, page by page, to how soon to get help: at `/<name>/` and below it."""

    kind: ClassVar[str] = "flow"
    title: Title = Field(description="Its name in links and menus.", examples=["Check"])
    summary: WholeText = Field(
        description="What it is for, in a sentence or two for cards and search engines.",
        examples=["A few questions that end in what to do."],
    )
    heading: Title = Field(
        description="The heading of its first page.", examples=["Check your bicycle"]
    )
    lead: WholeInline = Field(
        description="The first sentence of that page, larger.", examples=["Answer a few questions."]
    )
    map_title: Title = Field(
        description="The heading of the page with all questions.", examples=["The whole check"]
    )
    map_summary: WholeText = Field(
        description="What that page holds.", examples=["All questions on one page."]
    )
    start: Text = Field(description="The question that is asked first.", examples=["fork"])
    most_questions: PositiveInt = Field(
        le=20,
        description="How many questions a reader is asked at most; every path is held to it.",
        examples=["4"],
    )
    most_words: PositiveInt = Field(
        le=5000,
        description="How many words stand in sight on any path at most; every path is held to it.",
        examples=["800"],
    )
    before: tuple[WholeText, ...] = Field(
        min_length=1,
        description="What to know before answering; it stands on the first page.",
        examples=["Do not ride to find out."],
    )
    questions: tuple[Question, ...] = Field(
        min_length=2, max_length=40, description="The questions, the most urgent first."
    )
    outcomes: tuple[Outcome, ...] = Field(
        min_length=1, description="All ends, each a page that says what to do."
    )

    def path_of(self, node: str = "") -> PurePosixPath:
        """The page of a node, or the flow's own."""
        return PurePosixPath(self.slug, node, "index.md")

    @property
    def drawing_path(self) -> PurePosixPath:
        """The drawing of the whole, as a file."""
        return PurePosixPath(self.slug, f"{self.slug}.svg")

    @cached_property
    def graph(self) -> Graph:
        """The flow as a graph."""
        return Graph(
            start=self.start,
            questions=tuple(question.id for question in self.questions),
            outcomes={outcome.id: outcome.level for outcome in self.outcomes},
            edges=tuple(edge for question in self.questions for edge in question.edges),
            affirms={question.id: frozenset(question.signs) for question in self.questions},
        )

    @cached_property
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

    def step(self, question: str) -> int:
        """How far along a question is, from 1: the most questions asked until then."""
        steps = {self.start: 1}
        for name in self.graph.order:
            for edge in self.graph.leaving[name]:
                steps[edge.target] = max(steps.get(edge.target, 0), steps[name] + 1)
        return steps[question]

    @property
    def steps(self) -> int:
        """How many questions the longest path asks."""
        return max(self.step(name) for name in self.graph.order)

    def number(self, question: str) -> int:
        """The place of a question in the order in which they are asked, from 1."""
        return self.graph.order.index(question) + 1

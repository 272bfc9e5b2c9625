"""A flow as a graph: its edges, every path through it, and what is wrong with its shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

Answer = Literal["yes", "unsure", "no"]


class Edge(NamedTuple):
    """One answer to one question: where it leads, and the sign it says yes to, if to one."""

    source: str
    target: str
    answer: Answer
    sign: str = ""


Path = tuple[Edge, ...]


class Shape(NamedTuple):
    """A fault in the shape: the node it is found at, the message, the rule."""

    node: str
    message: str
    rule: str


@dataclass(frozen=True)
class Graph:
    """Questions joined by answers, ending in outcomes; the same whether read from data or from pages.

    `outcomes` gives each outcome's level, `affirms` the statements that a yes to a question affirms.
    """

    start: str
    questions: tuple[str, ...]
    outcomes: Mapping[str, str]
    edges: tuple[Edge, ...]
    affirms: Mapping[str, frozenset[str]]

    @cached_property
    def leaving(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges that leave each question."""
        return {
            name: tuple(edge for edge in self.edges if edge.source == name)
            for name in self.questions
        }

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The questions that can be reached, each after all that lead to it (if there is no loop)."""
        done: list[str] = []
        seen: set[str] = set()

        def visit(name: str) -> None:
            if name in seen or name not in self.leaving:
                return
            seen.add(name)
            for edge in reversed(self.leaving[name]):
                visit(edge.target)
            done.append(name)

        visit(self.start)
        return tuple(reversed(done))

    @cached_property
    def steps(self) -> tuple[tuple[str, str, Answer], ...]:
        """Every edge as (question, target, answer), once, whatever signs share it."""
        return tuple(dict.fromkeys((edge.source, edge.target, edge.answer) for edge in self.edges))

    def asked_at(self, question: str) -> frozenset[str]:
        """The signs that a question asks about."""
        return frozenset(edge.sign for edge in self.leaving[question] if edge.sign)

    def paths(self) -> Iterator[Path]:
        """Every way from the start to an end; a loop is followed once and no further."""
        waiting: list[Path] = [(edge,) for edge in reversed(self.leaving.get(self.start, ()))]
        while waiting:
            path = waiting.pop()
            last = path[-1].target
            onward = self.leaving.get(last, ())
            if not onward or last in {edge.source for edge in path}:
                yield path
            else:
                waiting += [(*path, edge) for edge in reversed(onward)]


def told(path: Path) -> str:
    """A path in words: each question with the answer that was given, then where it ends."""
    steps = [
        f"{edge.source} ({edge.answer}{f' to {edge.sign}' if edge.sign else ''})" for edge in path
    ]
    return " → ".join([*steps, path[-1].target])


def faults(graph: Graph) -> Iterator[Shape]:
    """Loops, dead ends, nodes that cannot be reached, and answers that lead nowhere."""
    known = {*graph.questions, *graph.outcomes}
    for edge in graph.edges:
        if edge.target not in known:
            yield Shape(
                edge.source,
                f"the answer {edge.answer!r} leads to {edge.target!r}, which is not in this flow",
                "unknown-node",
            )
    reached = {graph.start, *(edge.target for path in graph.paths() for edge in path)}
    for name in (*graph.questions, *graph.outcomes):
        if name not in reached:
            yield Shape(
                name, f"cannot be reached from the start {graph.start!r}", "unreachable-node"
            )
    for name in graph.questions:
        if not graph.leaving[name]:
            yield Shape(name, "has no answer that leads on", "dead-end")
    looping = {
        path[-1].source: path
        for path in graph.paths()
        if path[-1].target in {edge.source for edge in path}
    }
    for name, path in looping.items():
        yield Shape(name, f"must not lead back to {path[-1].target!r}, found {told(path)}", "loop")

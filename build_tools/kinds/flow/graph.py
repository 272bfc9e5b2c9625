"""A flow as a graph: its edges, every path through it, and what is wrong with its shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

Answer = Literal["yes", "unsure", "no"]


class Edge(NamedTuple):
    """One answer to one question: where it leads, and the sign it says yes to, if to one."""

    source: str
    target: str
    answer: Answer
    sign: str = ""


Path = tuple[Edge, ...]


Fault: TypeAlias = tuple[str, str]
"""What is wrong with a graph: the node where it is found, and the message."""


@dataclass(frozen=True)
class Graph:
    """Questions joined by answers, ending in outcomes; read from data or from finished pages."""

    start: str
    questions: tuple[str, ...]
    outcomes: Mapping[str, str]  #: each outcome with its level
    edges: tuple[Edge, ...]
    affirms: Mapping[str, frozenset[str]]  #: the statements that a yes to each question affirms

    @cached_property
    def leaving(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges that leave each question."""
        return {
            name: tuple(edge for edge in self.edges if edge.source == name)
            for name in self.questions
        }

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The questions that can be reached, each after all that lead to it, if nothing loops."""
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

    def ends(self, node: str) -> frozenset[str]:
        """The outcomes that can be reached from a node; an outcome reaches itself."""
        found, waiting, seen = set(), [node], set()
        while waiting:
            name = waiting.pop()
            if name in self.outcomes:
                found.add(name)
            elif name not in seen:
                seen.add(name)
                waiting += [edge.target for edge in self.leaving.get(name, ())]
        return frozenset(found)

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


def in_words(path: Path) -> str:
    """A path in words: each question with the answer that was given, then where it ends."""
    steps = [
        f"{edge.source} ({edge.answer}{f' to {edge.sign}' if edge.sign else ''})" for edge in path
    ]
    return " → ".join([*steps, path[-1].target])


def unreachable(graph: Graph) -> Iterator[Fault]:
    """The nodes to which no path leads."""
    reached = {graph.start, *(edge.target for path in graph.paths() for edge in path)}
    for name in (*graph.questions, *graph.outcomes):
        if name not in reached:
            yield name, f"cannot be reached from the start {graph.start!r}"


def dead_ends(graph: Graph) -> Iterator[Fault]:
    """The questions that no answer leaves."""
    for name in graph.questions:
        if not graph.leaving[name]:
            yield name, "has no answer that leads on"


def loops(graph: Graph) -> Iterator[Fault]:
    """The questions from which an answer leads back to one asked before."""
    looping = {
        path[-1].source: path
        for path in graph.paths()
        if path[-1].target in {edge.source for edge in path}
    }
    for name, path in looping.items():
        yield name, f"must not lead back to {path[-1].target!r}, found {in_words(path)}"

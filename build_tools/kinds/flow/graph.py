"""A flow as a graph: its edges, every path through it, and what is wrong with its shape."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
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


Avoid: TypeAlias = Callable[[Edge], bool]


def nothing(_: Edge) -> bool:
    """Avoid no edge."""
    return False


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
        seen = {self.start}
        waiting = [(self.start, iter(reversed(self.leaving.get(self.start, ()))))]
        while waiting and self.start in self.leaving:
            name, onward = waiting[-1]
            edge = next(onward, None)
            if edge is None:
                waiting.pop()
                done.append(name)
            elif edge.target in self.leaving and edge.target not in seen:
                seen.add(edge.target)
                waiting.append((edge.target, iter(reversed(self.leaving[edge.target]))))
        return tuple(reversed(done))

    @cached_property
    def steps(self) -> tuple[tuple[str, str, Answer], ...]:
        """Every edge as (question, target, answer), once, whatever signs share it."""
        return tuple(dict.fromkeys((edge.source, edge.target, edge.answer) for edge in self.edges))

    def asked_at(self, question: str) -> frozenset[str]:
        """The signs that a question asks about."""
        edges = self.leaving[question]
        return frozenset(edge.sign for edge in edges if edge.sign and edge.answer != "unsure")

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

    def way(self, source: str, target: str, without: Avoid = nothing) -> Path:
        """The shortest way between two nodes over edges that need not be avoided; else none."""
        came: dict[str, Edge | None] = {source: None}
        waiting = deque([source])
        while waiting and target not in came:
            for edge in self.leaving.get(waiting.popleft(), ()):
                if edge.target not in came and not without(edge):
                    came[edge.target] = edge
                    waiting.append(edge.target)
        path: list[Edge] = []
        edge_back = came.get(target)
        while edge_back:
            path.append(edge_back)
            edge_back = came[edge_back.source]
        return tuple(reversed(path))

    @cached_property
    def number_of_paths(self) -> int:
        """How many ways lead from the start to an end, worked out; 0 if some never end."""
        if any(loops(self)):
            return 0
        ways: dict[str, int] = {}
        for name in reversed(self.order):
            ways[name] = sum(ways.get(edge.target, 1) for edge in self.leaving[name])
        return ways.get(self.start, 0)

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
    asked = set(graph.order)
    reached = {graph.start, *asked, *(edge.target for edge in graph.edges if edge.source in asked)}
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
    place = {name: number for number, name in enumerate(graph.order)}
    for name in graph.order:
        for edge in graph.leaving[name]:
            if place.get(edge.target, len(place)) <= place[name]:
                path = (
                    *graph.way(graph.start, edge.target),
                    *graph.way(edge.target, name),
                    edge,
                )
                yield name, f"must not lead back to {edge.target!r}, found {in_words(path)}"
                break

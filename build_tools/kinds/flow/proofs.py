"""What must hold of every path through a flow, proven by walking all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from build_tools.kinds.flow.graph import Graph, Path, told


class Broken(NamedTuple):
    """A promise that a flow breaks: the node to mend, the message with the path that shows it, the rule."""

    node: str
    message: str
    rule: str


@dataclass(frozen=True)
class Promises:
    """What the proofs are held against.

    `levels` from mildest to most urgent; `flags` the level of every sign that must be asked;
    `statements` all that must be affirmed before the mildest level; `most` questions on a path.
    """

    levels: tuple[str, ...]
    flags: Mapping[str, str]
    statements: frozenset[str]
    most: int

    def rank(self, level: str) -> int:
        """How urgent a level is: 0 is the mildest."""
        return self.levels.index(level)


def broken(graph: Graph, promises: Promises) -> Iterator[Broken]:
    """Every promise that some path breaks, each told with that path."""
    yield from _every_flag_is_asked_once(graph, promises)
    yield from _unsure_is_the_cautious_answer(graph, promises)
    for path in graph.paths():
        if path[-1].target in graph.outcomes:
            yield from _no_flag_ends_milder(graph, promises, path)
            yield from _the_mildest_is_earned(graph, promises, path)
        if len(path) > promises.most:
            message = f"must ask at most {promises.most} questions on a path, found {len(path)}: {told(path)}"
            yield Broken(path[promises.most].source, message, "too-many-questions")


def _every_flag_is_asked_once(graph: Graph, promises: Promises) -> Iterator[Broken]:
    asking: dict[str, str] = {}
    for question in graph.order:
        for sign in sorted(graph.asked_at(question) & promises.flags.keys()):
            if sign in asking:
                yield Broken(
                    question,
                    f"must ask each sign once in all, found {sign!r}, which {asking[sign]!r} asks too",
                    "asked-twice",
                )
            asking.setdefault(sign, question)
    for sign in sorted(promises.flags.keys() - asking.keys()):
        yield Broken(
            graph.start, f"must ask every sign, but no question asks {sign!r}", "unasked-sign"
        )


def _no_flag_ends_milder(graph: Graph, promises: Promises, path: Path) -> Iterator[Broken]:
    """A path that says yes to a sign, or is unsure of it, ends at that sign's level or a more urgent one."""
    level = graph.outcomes[path[-1].target]
    for edge in path:
        signs = (
            {edge.sign}
            if edge.answer == "yes"
            else graph.asked_at(edge.source)
            if edge.answer == "unsure"
            else set()
        )
        for sign in sorted(signs & promises.flags.keys()):
            needed = promises.flags[sign]
            if promises.rank(level) < promises.rank(needed):
                message = (
                    f"{sign!r} is {needed!r}, but a path with it ends at {level!r}: {told(path)}"
                )
                yield Broken(edge.source, message, "milder-outcome")


def _the_mildest_is_earned(graph: Graph, promises: Promises, path: Path) -> Iterator[Broken]:
    """The mildest level is reached only after every sign was asked and denied, and every statement affirmed."""
    if promises.rank(graph.outcomes[path[-1].target]) > 0:
        return
    denied = {sign for edge in path if edge.answer == "no" for sign in graph.asked_at(edge.source)}
    affirmed = {
        statement
        for edge in path
        if edge.answer == "yes"
        for statement in graph.affirms.get(edge.source, ())
    }
    where = path[-1].source
    if missing := sorted(promises.flags.keys() - denied):
        yield Broken(
            where,
            f"must not reach {path[-1].target!r} before {missing[0]!r} was denied: {told(path)}",
            "unearned-reassurance",
        )
    if missing := sorted(promises.statements - affirmed):
        yield Broken(
            where,
            f"must not reach {path[-1].target!r} before {missing[0]!r} was affirmed: {told(path)}",
            "unearned-reassurance",
        )


def _unsure_is_the_cautious_answer(graph: Graph, promises: Promises) -> Iterator[Broken]:
    """Whoever is not sure cannot end milder than by the most cautious of the other answers."""
    for question in graph.order:
        mildest: dict[bool, int] = {}
        for edge in graph.leaving[question]:
            unsure = edge.answer == "unsure"
            ends = [promises.rank(graph.outcomes[end]) for end in _ends(graph, edge.target)]
            if ends:
                mildest[unsure] = (
                    max(mildest.get(unsure, 0), min(ends)) if not unsure else min(ends)
                )
        if True not in mildest:
            yield Broken(
                question, "must have an answer for those who are not sure", "no-unsure-answer"
            )
        elif mildest[True] < mildest.get(False, 0):
            ends_at, other = promises.levels[mildest[True]], promises.levels[mildest[False]]
            message = f"'not sure' must take the more cautious branch: it can end at {ends_at!r}, another answer ends at {other!r}"
            yield Broken(question, message, "incautious-unsure")


def _ends(graph: Graph, node: str) -> set[str]:
    found, waiting, seen = set(), [node], set()
    while waiting:
        name = waiting.pop()
        if name in graph.outcomes:
            found.add(name)
        elif name not in seen:
            seen.add(name)
            waiting += [edge.target for edge in graph.leaving.get(name, ())]
    return found

"""What a flow promises its readers, proven by walking every path through it.

Each proof takes a graph, whether read from data or from pages, and gives the nodes at which
the promise is broken, with the path that shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from build_tools.kinds.flow.graph import Fault, Graph, Path, in_words


@dataclass(frozen=True)
class Promises:
    """What the proofs are held against."""

    levels: tuple[str, ...]  #: from the mildest to the most urgent
    flags: Mapping[str, str]  #: every sign that must be asked, with its level
    statements: frozenset[str]  #: all that must be affirmed before the mildest level
    most: int  #: how many questions a path may ask

    def rank(self, level: str) -> int:
        """How urgent a level is: 0 is the mildest."""
        return self.levels.index(level)


Proof: TypeAlias = Callable[[Graph, Promises], Iterator[Fault]]


def every_sign_is_asked(graph: Graph, promises: Promises) -> Iterator[Fault]:
    """Every danger sign is asked."""
    asked = {sign for question in graph.order for sign in graph.asked_at(question)}
    for sign in sorted(promises.flags.keys() - asked):
        yield graph.start, f"must ask every sign, but no question asks {sign!r}"


def no_sign_is_asked_twice(graph: Graph, promises: Promises) -> Iterator[Fault]:
    """No danger sign is asked by two questions."""
    asking: dict[str, str] = {}
    for question in graph.order:
        for sign in sorted(graph.asked_at(question) & promises.flags.keys()):
            if sign in asking:
                message = (
                    f"must ask each sign once in all, found {sign!r}, "
                    f"which {asking[sign]!r} asks too"
                )
                yield question, message
            asking.setdefault(sign, question)


def no_sign_ends_milder(graph: Graph, promises: Promises) -> Iterator[Fault]:
    """A yes to a danger sign, or not being sure, ends at its level or a more urgent one."""
    for path in _whole(graph):
        level = graph.outcomes[path[-1].target]
        for edge in path:
            for sign in sorted(_claimed(graph, edge.source, edge.answer, edge.sign)):
                needed = promises.flags.get(sign, promises.levels[0])
                if promises.rank(level) < promises.rank(needed):
                    message = (
                        f"{sign!r} is {needed!r}, but a path with it ends at {level!r}: "
                        f"{in_words(path)}"
                    )
                    yield edge.source, message


def _claimed(graph: Graph, question: str, answer: str, sign: str) -> frozenset[str]:
    """The signs that an answer may mean."""
    if answer == "yes":
        return frozenset({sign})
    return graph.asked_at(question) if answer == "unsure" else frozenset()


def reassurance_is_earned(graph: Graph, promises: Promises) -> Iterator[Fault]:
    """The mildest level comes only after every danger sign was denied, every statement affirmed."""
    for path in _whole(graph):
        end = path[-1]
        if promises.rank(graph.outcomes[end.target]) > 0:
            continue
        denied = {
            sign for edge in path if edge.answer == "no" for sign in graph.asked_at(edge.source)
        }
        affirmed = {
            statement
            for edge in path
            if edge.answer == "yes"
            for statement in graph.affirms.get(edge.source, ())
        }
        for missing, verb in (
            (sorted(promises.flags.keys() - denied), "denied"),
            (sorted(promises.statements - affirmed), "affirmed"),
        ):
            if missing:
                message = f"must not reach {end.target!r} before {missing[0]!r} was {verb}"
                yield end.source, f"{message}: {in_words(path)}"


def a_path_is_short(graph: Graph, promises: Promises) -> Iterator[Fault]:
    """No path asks more questions than the flow allows itself."""
    for path in graph.paths():
        if len(path) > promises.most:
            message = f"must ask at most {promises.most} questions on a path, found {len(path)}"
            yield path[promises.most].source, f"{message}: {in_words(path)}"


def one_may_be_unsure(graph: Graph, _: Promises) -> Iterator[Fault]:
    """Every question has an answer for those who are not sure."""
    for question in graph.order:
        if not any(edge.answer == "unsure" for edge in graph.leaving[question]):
            yield question, "must have an answer for those who are not sure"


def unsure_is_the_cautious_answer(graph: Graph, promises: Promises) -> Iterator[Fault]:
    """Whoever is not sure cannot end milder than by the most cautious of the other answers."""
    for question in graph.order:
        unsure: list[int] = []
        others: list[int] = []
        for edge in graph.leaving[question]:
            ends = [promises.rank(graph.outcomes[end]) for end in graph.ends(edge.target)]
            if ends:
                (unsure if edge.answer == "unsure" else others).append(min(ends))
        if unsure and unsure[-1] < max(others, default=0):
            ends_at, other = promises.levels[unsure[-1]], promises.levels[max(others)]
            message = (
                "'not sure' must take the more cautious branch: "
                f"it can end at {ends_at!r}, another answer ends at {other!r}"
            )
            yield question, message


def _whole(graph: Graph) -> Iterator[Path]:
    """The paths that end in an outcome."""
    return (path for path in graph.paths() if path[-1].target in graph.outcomes)


PROOFS: Mapping[str, Proof] = {
    "unasked-sign": every_sign_is_asked,
    "asked-twice": no_sign_is_asked_twice,
    "milder-outcome": no_sign_ends_milder,
    "unearned-reassurance": reassurance_is_earned,
    "too-many-questions": a_path_is_short,
    "no-unsure-answer": one_may_be_unsure,
    "incautious-unsure": unsure_is_the_cautious_answer,
}
"""Every promise by the name of the rule that it becomes, on the data and on the pages."""

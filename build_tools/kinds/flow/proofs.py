"""What a flow promises its readers, proven of every path through it.

No path is listed: what holds on all of them is worked out from node to node, so that a flow of a
thousand questions is proven at once. Each proof takes a graph, whether read from data or from
pages, and gives the nodes at which the promise is broken, with a path that shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from build_tools.kinds.flow.graph import Edge, Fault, Graph, Path, in_words, loops


@dataclass(frozen=True)
class Promises:
    """What the proofs are held against."""

    levels: tuple[str, ...]  #: from the mildest to the most urgent
    flags: Mapping[str, str]  #: every sign that must be asked, with its level
    dangers: frozenset[str]  #: the signs that must be denied before the mildest level
    statements: Mapping[str, str]  #: what must be affirmed before the mildest level; each with
    #: the level below which nobody may end whom it does not fit
    most: int  #: how many questions a path may ask

    def rank(self, level: str) -> int:
        """How urgent a level is: 0 is the mildest."""
        return self.levels.index(level)


Gives: TypeAlias = Callable[[Edge], frozenset[str]]
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
    """Nobody ends milder than a sign they may have, or a statement that may not fit, asks for."""
    levels = {**promises.statements, **promises.flags}
    mildest = _mildest_ends(graph, promises)
    for edge in _reached(graph):
        end = mildest.get(edge.target)
        for sign in sorted(_claimed(graph, edge.source, edge.answer, edge.sign)):
            needed = levels.get(sign, promises.levels[0])
            level = graph.outcomes[end] if end else needed
            if end and promises.rank(level) < promises.rank(needed):
                path = (
                    *graph.way(graph.start, edge.source),
                    edge,
                    *graph.way(edge.target, end),
                )
                message = f"{sign!r} is {needed!r}, but a path with it ends at {level!r}"
                yield edge.source, f"{message}: {in_words(path)}"


def _mildest_ends(graph: Graph, promises: Promises) -> Mapping[str, str]:
    """Of each node, the mildest outcome that some path from it reaches."""
    entering: dict[str, list[str]] = {}
    for edge in graph.edges:
        entering.setdefault(edge.target, []).append(edge.source)
    found: dict[str, str] = {}
    for end in sorted(graph.outcomes, key=lambda name: promises.rank(graph.outcomes[name])):
        waiting = [end]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found[name] = end
                waiting += entering.get(name, ())
    return found


def _reached(graph: Graph) -> Iterator[Edge]:
    """Every answer that some path gives."""
    return (edge for question in graph.order for edge in graph.leaving[question])


def _claimed(graph: Graph, question: str, answer: str, sign: str) -> frozenset[str]:
    """The signs that an answer may mean: its own, or when not sure of any, all that are asked."""
    return graph.asked_at(question) if answer == "unsure" and not sign else frozenset({sign})


def reassurance_is_earned(graph: Graph, promises: Promises) -> Iterator[Fault]:
    """The mildest level comes only after every danger sign was denied, every statement affirmed."""

    def denies(edge: Edge) -> frozenset[str]:
        return graph.asked_at(edge.source) if edge.answer == "no" and not edge.sign else frozenset()

    def affirms(edge: Edge) -> frozenset[str]:
        return graph.affirms.get(edge.source, frozenset()) if edge.answer == "yes" else frozenset()

    for verb, needed, gives in (
        ("denied", promises.dangers, denies),
        ("affirmed", frozenset(promises.statements), affirms),
    ):
        sure = _on_every_path(graph, needed, gives)
        for edge in _reached(graph):
            level = graph.outcomes.get(edge.target)
            if level is None or promises.rank(level) > 0:
                continue
            for missing in sorted(needed - sure[edge.source] - gives(edge))[:1]:
                path = (*_way_without(graph, edge.source, missing, gives), edge)
                message = f"must not reach {edge.target!r} before {missing!r} was {verb}"
                yield edge.source, f"{message}: {in_words(path)}"


def _on_every_path(
    graph: Graph, everything: frozenset[str], gives: Gives
) -> dict[str, frozenset[str]]:
    """Of each question, what all paths from the start to it have given."""
    sure = dict.fromkeys(graph.order, everything)
    sure[graph.start] = frozenset()
    changed = True
    while changed:
        changed = False
        for edge in _reached(graph):
            if edge.target in sure:
                less = sure[edge.target] & (sure[edge.source] | gives(edge))
                changed = changed or less != sure[edge.target]
                sure[edge.target] = less
    return sure


def _way_without(graph: Graph, target: str, missing: str, gives: Gives) -> Path:
    """A path from the start that never gives what is missing."""
    return graph.way(graph.start, target, lambda edge: missing in gives(edge))


def a_path_is_short(graph: Graph, promises: Promises) -> Iterator[Fault]:
    """No path asks more questions than the flow allows itself."""
    if any(loops(graph)):
        return  # it has its own line
    longest: dict[str, Path] = {}
    for name in reversed(graph.order):
        ways = [(edge, *longest.get(edge.target, ())) for edge in graph.leaving[name]]
        longest[name] = max(ways, key=len, default=())
    path = longest.get(graph.start, ())
    if len(path) > promises.most:
        message = f"must ask at most {promises.most} questions on a path, found {len(path)}"
        yield path[promises.most].source, f"{message}: {in_words(path)}"


def one_may_be_unsure(graph: Graph, promises: Promises) -> Iterator[Fault]:
    """Every question has an answer for those who are not sure: of all of it, or of each sign."""
    for question in graph.order:
        unsure = {edge.sign for edge in graph.leaving[question] if edge.answer == "unsure"}
        if not unsure:
            yield question, "must have an answer for those who are not sure"
        yes = {edge.sign for edge in graph.leaving[question] if edge.answer == "yes"}
        of_each = unsure and "" not in unsure
        for sign in sorted(yes & promises.flags.keys() - unsure) if of_each else ():
            yield question, f"must have an answer for those who are not sure of {sign!r}"


def unsure_is_the_cautious_answer(graph: Graph, promises: Promises) -> Iterator[Fault]:
    """Whoever is not sure cannot end milder than by the most cautious of the other answers."""
    mildest = _mildest_ends(graph, promises)
    for question in graph.order:
        unsure: list[int] = []
        others: list[int] = []
        for edge in graph.leaving[question]:
            if end := mildest.get(edge.target):
                rank = promises.rank(graph.outcomes[end])
                (unsure if edge.answer == "unsure" else others).append(rank)
        if unsure and unsure[-1] < max(others, default=0):
            ends_at, other = promises.levels[unsure[-1]], promises.levels[max(others)]
            message = (
                "'not sure' must take the more cautious branch: "
                f"it can end at {ends_at!r}, another answer ends at {other!r}"
            )
            yield question, message


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

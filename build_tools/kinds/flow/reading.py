"""How much of a flow stands in sight of a reader who opens nothing, path by path.

Counted are the words that a reader has to read to answer: on the first page its heading, lead and
what to know before; of a question its heading, its line, every sign's short line, every group and
statement, and the answers; of an outcome its level, heading, when and what it means. Not counted
is what stands the same on every page: the emergency numbers, how far along it is, the way back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_tools.content.markup import plain
from build_tools.kinds.flow.entry import Flow, Outcome, Question
from build_tools.kinds.flow.graph import Path, loops
from build_tools.kinds.level.entry import Level
from build_tools.kinds.normal.entry import NormalSign
from build_tools.kinds.red_flag.entry import Sign
from build_tools.model import Catalog
from build_tools.rule import Found, Scope, Tally, rule
from build_tools.words import words_of


def words_in_sight(catalog: Catalog, flow: Flow) -> Mapping[str, int]:
    """Of each question and outcome, and of the first page (""), the number of words in sight."""
    first = (flow.heading, plain(flow.lead), *flow.before, words_of(catalog).flow.start)
    found = {"": _count(first)}
    for question in flow.questions:
        found[question.id] = _count(_of_question(catalog, question))
    for outcome in flow.outcomes:
        found[outcome.id] = _count(_of_outcome(catalog, outcome))
    return found


def longest(flow: Flow, words: Mapping[str, int], end: str = "") -> tuple[Path, int]:
    """The path (to that outcome, if one is named) with the most words in sight, and how many."""
    best: dict[str, tuple[Path, int]] = {
        name: ((), words[name]) for name in flow.graph.outcomes if end in {"", name}
    }
    for name in reversed(flow.graph.order):
        ways = [
            ((edge, *path), words[name] + count)
            for edge in flow.graph.leaving[name]
            if edge.target in best
            for path, count in [best[edge.target]]
        ]
        if ways:
            best[name] = max(ways, key=lambda way: way[1])
    path, count = best.get(flow.start, ((), 0))
    return path, count + words[""]


@rule("too-many-words", Scope.CATALOG)
def a_path_is_soon_read(catalog: Catalog) -> Iterator[Found | Tally]:
    """No path through a flow has more words in sight than the flow allows itself."""
    for flow in catalog.all(Flow):
        if any(loops(flow.graph)) or flow.start not in flow.graph.leaving:
            continue  # it has its own line
        words = words_in_sight(catalog, flow)
        path, count = longest(flow, words)
        yield Tally(count, f"words on its longest path of {flow.most_words}")
        if count > flow.most_words:
            longer = max((edge.source for edge in path), key=lambda name: words[name])
            index = next(i for i, question in enumerate(flow.questions) if question.id == longer)
            message = (
                f"must leave at most {flow.most_words} words in sight on a path, found {count}; "
                f"this question has the most, {words[longer]}"
            )
            yield catalog.where(flow, "questions", index), message


def _of_question(catalog: Catalog, question: Question) -> Iterator[str]:
    labels = words_of(catalog).flow
    yield from (question.ask, plain(question.why or ""))
    signs = (catalog.find(Sign, slug) for slug in (*question.red_flags, *question.prompts))
    yield from (sign.short for sign in signs if sign)
    yield from (group.who for group in question.groups)
    for statement in question.statements:
        normal = catalog.find(NormalSign, statement.sign)
        yield from (normal.statement if normal else "", labels.misfit)
    yield labels.all_fit if question.statements else labels.none
    yield "" if question.red_flags or question.prompts else labels.unsure


def _of_outcome(catalog: Catalog, outcome: Outcome) -> Iterator[str]:
    level = catalog.find(Level, outcome.level)
    yield from (level.title, level.when) if level else ()
    yield from (outcome.title, plain(outcome.say))


def _count(texts: Iterator[str] | tuple[str, ...]) -> int:
    return sum(len(text.split()) for text in texts)

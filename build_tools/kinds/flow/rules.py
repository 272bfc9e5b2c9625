"""Rules of flows: of their shape, of their promises, and of the pages that were made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from build_tools.content.fields import Loc
from build_tools.content.files import unfit_name
from build_tools.entry import RawEntry
from build_tools.kinds.flow.entry import MAP, Flow, Node
from build_tools.kinds.flow.graph import Fault, dead_ends, loops, unreachable
from build_tools.kinds.flow.proofs import PROOFS, Promises
from build_tools.kinds.level.entry import Level
from build_tools.kinds.normal.entry import NormalSign
from build_tools.kinds.red_flag.entry import RedFlag, Sign
from build_tools.model import Catalog
from build_tools.problems import did_you_mean
from build_tools.rule import Found, Rule, Scope, Tally, rule
from build_tools.rules.makers import Appearance, must_appear


def promises_of(catalog: Catalog, flow: Flow) -> Promises:
    """What a flow must keep, from the levels, signs and statements of the catalog."""
    return Promises(
        levels=tuple(level.slug for level in catalog.all(Level)),
        flags={sign.slug: sign.level for sign in catalog.all(Sign)},
        dangers=frozenset(flag.slug for flag in catalog.all(RedFlag)),
        statements={sign.slug: sign.level for sign in catalog.all(NormalSign)},
        most=flow.most_questions,
    )


@rule("duplicate-node", Scope.ENTRY)
def names_are_its_own(flow: Flow, raw: RawEntry) -> Iterator[Found]:
    """Questions and outcomes have ids of their own, which are fit for a folder; not `map`."""
    counts = Counter(node.id for node in (*flow.questions, *flow.outcomes))
    for field, nodes in _fields(flow):
        for index, node in enumerate(nodes):
            where = raw.at(field, index, "id")
            if counts[node.id] > 1 or node.id in {MAP, "index"}:
                yield where, f"must be unlike all others in the flow, found {node.id!r}"
            elif message := unfit_name(node.id):
                yield where, message
            if (written := raw.value((field, index, "id"))) != node.id:
                yield where, f"must have no spaces around it, found {written!r}"


@rule("duplicate-node", Scope.ENTRY)
def groups_are_their_own(flow: Flow, raw: RawEntry) -> Iterator[Found]:
    """No two groups of people in a flow share an id."""
    seen: set[str] = set()
    for index, question in enumerate(flow.questions):
        for place, group in enumerate(question.groups):
            if group.id in seen:
                where = raw.at("questions", index, "groups", place, "id")
                yield where, f"must be unlike all others in the flow, found {group.id!r}"
            seen.add(group.id)


@rule("unknown-node", Scope.ENTRY)
def every_answer_leads_on(flow: Flow, raw: RawEntry) -> Iterator[Found]:
    """The start is a question of the flow, and every answer leads to a question or an outcome."""
    known = flow.by_id
    if flow.start not in known:
        near = did_you_mean(flow.start, known)
        yield raw.at("start"), f"no question named {flow.start!r}{near}"
        return
    for loc, target in _answers(flow):
        if target not in known:
            near = did_you_mean(target, known)
            yield raw.at(*loc), f"no question or outcome named {target!r}{near}"


def _answers(flow: Flow) -> Iterator[tuple[Loc, str]]:
    """Where every written answer leads, with its place."""
    for index, question in enumerate(flow.questions):
        start = ("questions", index)
        for name in ("yes", "unsure", "no"):
            if target := getattr(question, name):
                yield (*start, name), target
        for number, group in enumerate(question.groups):
            yield (*start, "groups", number, "to"), group.to
        for number, statement in enumerate(question.statements):
            yield (*start, "statements", number, "otherwise"), statement.otherwise


@rule("missing-field", Scope.ENTRY)
def every_question_has_its_answers(flow: Flow, raw: RawEntry) -> Iterator[Found]:
    """A question about signs says where a yes leads; a `no` or statements say where a no does."""
    if flow.start not in flow.by_id:
        return
    for index, question in enumerate(flow.questions):
        covers = question.red_flags or question.prompts or question.statements
        if covers and not question.yes:
            message = "covers signs, and so `yes` must say where they lead"
            yield raw.at("questions", index), message
        if bool(question.no) == bool(question.statements):
            message = "must have either `no` or statements, each with its `otherwise`"
            yield raw.at("questions", index), message


@rule("loop", Scope.ENTRY)
def nothing_is_asked_in_a_circle(flow: Flow, raw: RawEntry) -> Iterator[Found]:
    """No answer leads back to a question that was asked before."""
    yield from _told(flow, raw, loops(flow.graph))


@rule("dead-end", Scope.ENTRY)
def every_question_leads_on(flow: Flow, raw: RawEntry) -> Iterator[Found]:
    """Every question has an answer."""
    yield from _told(flow, raw, dead_ends(flow.graph))


@rule("unreachable-node", Scope.ENTRY)
def every_node_can_be_reached(flow: Flow, raw: RawEntry) -> Iterator[Found]:
    """Some path leads to every question and every outcome."""
    astray = any(target not in flow.by_id for _, target in _answers(flow))
    if flow.start in flow.by_id and not astray and not any(loops(flow.graph)):
        yield from _told(flow, raw, unreachable(flow.graph))


def _told(flow: Flow, raw: RawEntry, faults: Iterator[Fault]) -> Iterator[Found]:
    if flow.start in flow.by_id:
        for node, message in faults:
            yield raw.at(*loc_of(flow, node)), message


def _promise(name: str) -> Rule:
    """The rule that a promise is kept by every flow of the content."""
    proof = PROOFS[name]

    def finds(catalog: Catalog) -> Iterator[Found]:
        for flow in catalog.all(Flow):
            promises = promises_of(catalog, flow)
            named = {*promises.flags.values(), *promises.statements.values()}
            if named | {*flow.graph.outcomes.values()} <= {*promises.levels}:
                for node, message in proof(flow.graph, promises):
                    yield catalog.where(flow, *loc_of(flow, node)), message

    return Rule(name, Scope.CATALOG, " ".join((proof.__doc__ or "").split()), finds)


@rule("paths", Scope.CATALOG)
def every_path_is_walked(catalog: Catalog) -> Iterator[Tally]:
    """Every path of every flow is walked when its promises are proven."""
    for flow in catalog.all(Flow):
        yield Tally(flow.graph.number_of_paths, f"paths of {flow.slug} proven")


@must_appear
def every_word_is_asked_and_answered(catalog: Catalog) -> Iterator[Appearance]:
    """Each sign stands whole in its question, and what to do for it on the outcome's page."""
    for flow in catalog.all(Flow):
        for edge in flow.graph.edges:
            if (sign := catalog.find(Sign, edge.sign)) and edge.answer == "yes":
                asked = (sign.criterion, *sign.signs, *sign.also_counts, *sign.does_not_count)
                sooner = (line for more in sign.sooner for line in more.signs)
                answered = (*sign.do_now, *sooner)
                for page, texts in ((edge.source, asked), (edge.target, answered)):
                    for text in texts:
                        yield Appearance(text, flow.path_of(page), sign.slug)


def _fields(flow: Flow) -> tuple[tuple[str, tuple[Node, ...]], ...]:
    return ("questions", flow.questions), ("outcomes", flow.outcomes)


def loc_of(flow: Flow, node: str) -> Loc:
    """The place of a node in its flow; the start's, of a node that the flow has not."""
    for field, nodes in _fields(flow):
        for index, found in enumerate(nodes):
            if found.id == node:
                return (field, index)
    return ("start",)


SHAPE_RULES = (
    groups_are_their_own,
    names_are_its_own,
    every_answer_leads_on,
    every_question_has_its_answers,
    nothing_is_asked_in_a_circle,
    every_question_leads_on,
    every_node_can_be_reached,
)
PROMISE_RULES = (*map(_promise, PROOFS), every_path_is_walked)

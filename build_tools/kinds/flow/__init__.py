"""Flows: questions that lead, step by step, to how soon to get help; proven over every path."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from build_tools.fields import Loc
from build_tools.kinds.flow.data import outputs
from build_tools.kinds.flow.diagram import layout
from build_tools.kinds.flow.entry import Flow, Node, Outcome
from build_tools.kinds.flow.graph import faults
from build_tools.kinds.flow.proofs import Promises, broken
from build_tools.kinds.flow.walk import differences, kept_on_pages, walk
from build_tools.model import Appearance, Catalog, Flaw, Kind, Sheet
from build_tools.problems import Problem, did_you_mean
from build_tools.site import Site

MAP = "map"


def promises_of(catalog: Catalog, flow: Flow) -> Promises:
    """What a flow must keep, from the levels, signs and statements of the catalog."""
    return Promises(
        levels=tuple(level.slug for level in catalog.of_kind("level")),
        flags={flag.slug: flag.level for flag in catalog.of_kind("red-flag")},
        statements=frozenset(sign.slug for sign in catalog.of_kind("normal-sign")),
        most=flow.most_questions,
    )


def names_are_its_own(flow: Flow) -> Iterator[Flaw]:
    """No two questions or outcomes of a flow share an id, and none is called `map`."""
    counts = Counter(node.id for _, nodes in _fields(flow) for node in nodes)
    for field, nodes in _fields(flow):
        for index, node in enumerate(nodes):
            if counts[node.id] > 1 or node.id == MAP:
                yield Flaw(
                    (field, index, "id"),
                    f"must be unlike all others in the flow, found {node.id!r}",
                    "duplicate-node",
                )


def the_shape_is_sound(flow: Flow) -> Iterator[Flaw]:
    """Every answer leads on, every node can be reached, nothing is asked in a circle."""
    known = flow.by_id
    if flow.start not in known:
        yield Flaw(
            ("start",),
            f"no question named {flow.start!r}{did_you_mean(flow.start, known)}",
            "unknown-node",
        )
        return
    for index, question in enumerate(flow.questions):
        answers: list[tuple[Loc, str | None]] = [
            ((name,), getattr(question, name)) for name in ("yes", "unsure", "no")
        ]
        answers += [
            (("groups", place, "to"), group.to) for place, group in enumerate(question.groups)
        ]
        answers += [
            (("statements", place, "otherwise"), statement.otherwise)
            for place, statement in enumerate(question.statements)
        ]
        for loc, target in answers:
            if target and target not in known:
                yield Flaw(
                    ("questions", index, *loc),
                    f"no question or outcome named {target!r}{did_you_mean(target, known)}",
                    "unknown-node",
                )
        if (question.red_flags or question.prompts or question.statements) and not question.yes:
            yield Flaw(
                ("questions", index),
                "covers signs, and so `yes` must say where they lead",
                "missing-field",
            )
        if bool(question.no) == bool(question.statements):
            yield Flaw(
                ("questions", index),
                "must have either `no` or statements, each with its `otherwise`",
                "missing-field",
            )
    found = list(faults(flow.graph))
    first = {fault.rule for fault in found} & {"unknown-node", "loop"}
    hidden = {
        "unknown-node",
        *(["unreachable-node"] if first else []),
    }  # what cannot be reached follows from these
    yield from (
        Flaw(_loc(flow, fault.node), fault.message, fault.rule)
        for fault in found
        if fault.rule not in hidden
    )


def every_promise_is_kept(catalog: Catalog) -> Iterator[Problem]:
    """On every path: no sign ends milder than its level, and reassurance comes last, after all else."""
    for flow in catalog.of_kind("flow"):
        promises = promises_of(catalog, flow)
        if not {*promises.flags.values(), *flow.graph.outcomes.values()} <= {*promises.levels}:
            continue  # a level that is not there has its own line; nothing can be held against it
        for node, message, rule in broken(flow.graph, promises):
            yield Problem(catalog.where(flow, *_loc(flow, node)), message, rule)


def the_pages_keep_them_too(site: Site, catalog: Catalog) -> Iterator[Problem]:
    """The same, found by following the finished pages' links from the first one on; and they are the flow's."""
    for flow in catalog.of_kind("flow"):
        walked, problems = walk(site, flow.slug, catalog)
        yield from problems
        if not problems:
            yield from kept_on_pages(site, walked, flow, promises_of(catalog, flow))
            yield from differences(site, walked, flow)


def every_word_is_asked_and_answered(catalog: Catalog) -> Iterator[Appearance]:
    """Each sign stands whole in its question, and what to do for it at its own place on the outcome's page."""
    for flow in catalog.of_kind("flow"):
        for edge in flow.graph.edges:
            sign = next(
                (
                    catalog.find(kind, edge.sign)
                    for kind in ("red-flag", "prompt")
                    if (kind, edge.sign) in catalog.entries
                ),
                None,
            )
            if sign:
                asked = (sign.criterion, *sign.signs, *sign.also_counts, *sign.does_not_count)
                yield from (Appearance(text, flow.place(edge.source), sign.slug) for text in asked)
                yield from (
                    Appearance(text, flow.place(edge.target), sign.slug)
                    for text in (*sign.do_now, *sign.sooner_if)
                )


def sheets(flow: Flow) -> Iterable[Sheet]:
    """A page a question, a page an outcome, and the map."""
    yield from (
        Sheet(flow.place(question.id), "flow/question.md.j2", {"question": question})
        for question in flow.questions
    )
    yield from (
        Sheet(flow.place(outcome.id), "flow/outcome.md.j2", _given(flow, outcome))
        for outcome in flow.outcomes
    )
    drawing = layout(flow)
    yield Sheet(flow.place(MAP), "flow/map.md.j2", {"drawing": drawing, "standalone": False})
    yield Sheet(
        PurePosixPath(flow.slug, f"{flow.slug}.svg"),
        "flow/diagram.svg.j2",
        {"drawing": drawing, "standalone": True},
    )


def _given(flow: Flow, outcome: Outcome) -> dict[str, object]:
    leading = [edge for edge in flow.graph.edges if edge.target == outcome.id]
    return {
        "outcome": outcome,
        "signs": [edge.sign for edge in leading if edge.sign],
        "askers": list(dict.fromkeys(edge.source for edge in leading)),
        "by_unsure": any(edge.answer == "unsure" for edge in leading),
    }


def _fields(flow: Flow) -> tuple[tuple[str, tuple[Node, ...]], ...]:
    return ("questions", flow.questions), ("outcomes", flow.outcomes)


def _loc(flow: Flow, node: str) -> Loc:
    for field, nodes in _fields(flow):
        for index, found in enumerate(nodes):
            if found.id == node:
                return (field, index)
    return ("start",)


def _tally(catalog: Catalog) -> str:
    return ", ".join(
        f"{sum(1 for _ in flow.graph.paths())} paths of {flow.slug} proven"
        for flow in catalog.of_kind("flow")
    )


def _site_tally(site: Site, catalog: Catalog) -> str:
    walked = {flow.slug: walk(site, flow.slug, catalog)[0] for flow in catalog.of_kind("flow")}
    return ", ".join(
        f"{sum(1 for _ in graph.paths())} paths of {slug} walked" for slug, graph in walked.items()
    )


KIND = Kind(
    model=Flow,
    folder="flows",
    home=Path(__file__).parent,
    template="flow/start.md.j2",
    stands_alone=True,
    place=lambda _folder, slug: PurePosixPath(slug, "index.md"),
    entry_checks=(names_are_its_own, the_shape_is_sound),
    catalog_checks=(every_promise_is_kept,),
    appearances=every_word_is_asked_and_answered,
    site_checks=(the_pages_keep_them_too,),
    sheets=sheets,
    extras=outputs,
    tally=_tally,
    site_tally=_site_tally,
)

"""A flow -> its pages (a question each, an outcome each, the map), its drawing, its data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_tools.kinds.flow.diagram import draw
from build_tools.kinds.flow.entry import MAP, Flow
from build_tools.made import Page
from build_tools.model import Catalog


def pages(catalog: Catalog) -> Iterator[Page]:
    """A page a question, a page an outcome, the map, and its drawing as a file."""
    for flow in catalog.all(Flow):
        for question in flow.questions:
            context = {"entry": flow, "question": question, **_ways_to(flow, question.id)}
            yield Page(flow.path_of(question.id), "flow/question.md.j2", context)
        for outcome in flow.outcomes:
            context = {"entry": flow, "outcome": outcome, **_ways_to(flow, outcome.id)}
            yield Page(flow.path_of(outcome.id), "flow/outcome.md.j2", context)
        drawing = {"entry": flow, "drawing": draw(flow)}
        yield Page(flow.path_of(MAP), "flow/map.md.j2", {**drawing, "standalone": False})
        yield Page(flow.drawing_path, "flow/diagram.svg.j2", {**drawing, "standalone": True})


def _ways_to(flow: Flow, node: str) -> dict[str, Any]:
    """How readers come to a question or an outcome: by which signs, from which questions."""
    leading = [edge for edge in flow.graph.edges if edge.target == node]
    return {
        "signs": [edge.sign for edge in leading if edge.sign and edge.answer != "unsure"],
        "askers": list(dict.fromkeys(edge.source for edge in leading)),
    }

"""Flows: questions that lead, step by step, to how soon to get help; proven over every path."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from build_tools.kinds.flow.data import data_files
from build_tools.kinds.flow.entry import Flow
from build_tools.kinds.flow.makes import pages
from build_tools.kinds.flow.page_rules import PAGE_RULES
from build_tools.kinds.flow.reading import a_path_is_soon_read
from build_tools.kinds.flow.rules import (
    PROMISE_RULES,
    SHAPE_RULES,
    every_word_is_asked_and_answered,
)
from build_tools.kinds.level.entry import Level
from build_tools.model import Catalog, Kind, OwnPage


def weighs(catalog: Catalog, flow: Flow) -> Mapping[str, int]:
    """How urgent the mildest end is to which each answer can lead: the rank of its level."""
    ranks = {level.slug: level.rank for level in catalog.all(Level)}
    graph = flow.graph
    return {
        ".".join(filter(None, ("answers", edge.source, edge.answer, edge.sign))): min(
            ranks[graph.outcomes[end]] for end in graph.ends(edge.target)
        )
        for edge in graph.edges
    }


FLOW = Kind(
    Flow,
    "flows",
    OwnPage("flow/start.md.j2", lambda _, flow: PurePosixPath(flow.slug, "index.md")),
    rules=(
        *SHAPE_RULES,
        *PROMISE_RULES,
        a_path_is_soon_read,
        every_word_is_asked_and_answered,
        *PAGE_RULES,
    ),
    makes=(pages, data_files),
    weighs=weighs,
    must_be_linked=False,
)

"""Flows: questions that lead, step by step, to how soon to get help; proven over every path."""

from pathlib import PurePosixPath

from build_tools.kinds.flow.data import data_files
from build_tools.kinds.flow.entry import Flow
from build_tools.kinds.flow.makes import pages
from build_tools.kinds.flow.page_rules import PAGE_RULES
from build_tools.kinds.flow.rules import (
    PROMISE_RULES,
    SHAPE_RULES,
    every_word_is_asked_and_answered,
)
from build_tools.model import Kind, OwnPage

FLOW = Kind(
    Flow,
    "flows",
    OwnPage("flow/start.md.j2", lambda _, flow: PurePosixPath(flow.slug, "index.md")),
    rules=(*SHAPE_RULES, *PROMISE_RULES, every_word_is_asked_and_answered, *PAGE_RULES),
    makes=(pages, data_files),
    must_be_linked=False,
)

"""Causes: what can bring the thing about, and what a reader can do with each."""

from build_tools.kinds.cause.entry import Cause
from build_tools.kinds.cause.rules import (
    every_level_is_named_once,
    red_flags_on_cause_pages,
    signs_are_told_once,
    warning_signs_on_cause_pages,
)
from build_tools.model import Kind, OwnPage

CAUSE = Kind(
    Cause,
    "causes",
    OwnPage("cause/page.md.j2"),
    rules=(
        every_level_is_named_once,
        signs_are_told_once,
        warning_signs_on_cause_pages,
        red_flags_on_cause_pages,
    ),
    must_be_linked=False,
)

"""KINDS: every kind there is, in reading order; nothing is found by magic."""

from build_tools.kinds import (
    cause,
    checklist,
    drawing,
    exercise,
    flow,
    mechanism,
    normal,
    page,
    plan,
    red_flag,
    site,
    source,
    term,
    vocabulary,
)
from build_tools.model import Kind

KINDS: tuple[Kind, ...] = (
    site.KIND,
    page.KIND,
    vocabulary.LEVEL,
    red_flag.KIND,
    red_flag.PROMPT,
    normal.NORMAL_SIGN,
    normal.PATTERN,
    normal.BAND,
    flow.KIND,
    vocabulary.GROUP,
    vocabulary.LIKELIHOOD,
    cause.KIND,
    mechanism.KIND,
    exercise.SAFETY,
    exercise.KIND,
    plan.KIND,
    checklist.KIND,
    drawing.KIND,
    term.KIND,
    vocabulary.STRENGTH,
    source.KIND,
)

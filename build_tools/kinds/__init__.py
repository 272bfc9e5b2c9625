"""KINDS: every kind there is, in reading order; nothing is found by magic."""

from build_tools.kinds import (
    cause,
    checklist,
    drawing,
    exercise,
    flow,
    guide,
    level,
    mechanism,
    normal,
    page,
    plan,
    red_flag,
    source,
    term,
    vocabulary,
)
from build_tools.model import Kind

KINDS: tuple[Kind, ...] = (
    guide.KIND,
    page.KIND,
    level.KIND,
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

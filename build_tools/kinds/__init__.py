"""KINDS: every kind there is, in reading order; nothing is found by magic."""

from build_tools.kinds.cause.kind import CAUSE
from build_tools.kinds.checklist.kind import CHECKLIST
from build_tools.kinds.choice.kind import CHOICE
from build_tools.kinds.claim.kind import CLAIM, VERDICT
from build_tools.kinds.clue.kind import CLUE, CLUE_GROUP
from build_tools.kinds.drawing.kind import DRAWING
from build_tools.kinds.exercise.kind import EXERCISE
from build_tools.kinds.figure.kind import FIGURE
from build_tools.kinds.flow.kind import FLOW
from build_tools.kinds.guide.kind import GUIDE
from build_tools.kinds.help_line.kind import HELP_LINE
from build_tools.kinds.level.kind import LEVEL
from build_tools.kinds.mechanism.kind import MECHANISM
from build_tools.kinds.normal.kind import BAND, NORMAL_SIGN, PATTERN
from build_tools.kinds.page.kind import PAGE
from build_tools.kinds.plan.kind import PLAN
from build_tools.kinds.red_flag.kind import PROMPT, RED_FLAG
from build_tools.kinds.safety.kind import SAFETY
from build_tools.kinds.source.kind import SOURCE
from build_tools.kinds.term.kind import TERM
from build_tools.kinds.vocabulary.kind import GROUP, LIKELIHOOD, STRENGTH
from build_tools.kinds.warning_sign.kind import WARNING_SIGN
from build_tools.kinds.words.kind import WORDS
from build_tools.model import Kind

KINDS: tuple[Kind, ...] = (
    GUIDE,
    WORDS,
    PAGE,
    LEVEL,
    RED_FLAG,
    PROMPT,
    WARNING_SIGN,
    NORMAL_SIGN,
    PATTERN,
    BAND,
    FLOW,
    GROUP,
    LIKELIHOOD,
    CAUSE,
    CLUE_GROUP,
    CLUE,
    MECHANISM,
    SAFETY,
    EXERCISE,
    PLAN,
    CHECKLIST,
    CHOICE,
    HELP_LINE,
    CLAIM,
    VERDICT,
    DRAWING,
    FIGURE,
    TERM,
    STRENGTH,
    SOURCE,
)

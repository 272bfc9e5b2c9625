"""Warning signs: the lines that causes share when they tell a danger sign in short."""

from build_tools.kinds.warning_sign.entry import WarningSign
from build_tools.kinds.warning_sign.rules import levels_are_those_of_the_danger_sign
from build_tools.model import Embedded, Kind

WARNING_SIGN = Kind(
    WarningSign, "warning-signs", Embedded(), rules=(levels_are_those_of_the_danger_sign,)
)

"""Help lines: numbers to ring that are no emergency numbers."""

from build_tools.kinds.help_line.entry import HelpLine
from build_tools.kinds.help_line.rules import every_number_is_one
from build_tools.model import Anchor, Kind

HELP_LINE = Kind(
    HelpLine, "help-lines", Anchor(), rules=(every_number_is_one,), must_be_linked=False
)

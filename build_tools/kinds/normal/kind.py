"""The normal pattern: its statements, the patterns side by side, and the bands of the chart."""

from build_tools.kinds.normal.entry import Band, NormalSign, Pattern
from build_tools.model import Anchor, Kind

NORMAL_SIGN = Kind(NormalSign, "normal-signs", Anchor(), must_be_linked=False)
PATTERN = Kind(Pattern, "patterns", Anchor(), must_be_linked=False)
BAND = Kind(Band, "bands", Anchor(), must_be_linked=False)

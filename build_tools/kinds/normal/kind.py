"""The normal pattern: its statements, the patterns side by side, and the bands of the chart."""

from build_tools.kinds.normal.entry import Band, NormalSign, Pattern
from build_tools.kinds.normal.rules import (
    a_band_has_one_rate,
    a_bands_mechanism_has_a_rate,
    a_rate_goes_from_low_to_high,
    every_rate_was_found,
)
from build_tools.model import Anchor, Kind

NORMAL_SIGN = Kind(NormalSign, "normal-signs", Anchor(), must_be_linked=False)
PATTERN = Kind(Pattern, "patterns", Anchor(), must_be_linked=False)
BAND = Kind(
    Band,
    "bands",
    Anchor(),
    rules=(
        a_band_has_one_rate,
        a_bands_mechanism_has_a_rate,
        a_rate_goes_from_low_to_high,
        every_rate_was_found,
    ),
    must_be_linked=False,
)

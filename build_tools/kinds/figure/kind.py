"""Figures: bodies that drawings put in any pose."""

from build_tools.kinds.figure.entry import Figure
from build_tools.kinds.figure.rules import every_shape_can_be_drawn, every_spot_is_there
from build_tools.model import Embedded, Kind

FIGURE = Kind(Figure, "figures", Embedded(), rules=(every_spot_is_there, every_shape_can_be_drawn))

"""Drawings, as data: lines, labels, a title and words that say the same."""

from build_tools.kinds.drawing.entry import Drawing
from build_tools.kinds.drawing.rules import (
    every_label_is_in_its_drawing,
    every_pose_can_be_held,
)
from build_tools.model import Embedded, Kind

DRAWING = Kind(
    Drawing, "drawings", Embedded(), rules=(every_label_is_in_its_drawing, every_pose_can_be_held)
)

"""Rules of drawings."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.entry import RawEntry
from build_tools.kinds.drawing.entry import Drawing
from build_tools.kinds.figure.entry import Figure
from build_tools.model import Catalog
from build_tools.problems import did_you_mean
from build_tools.rule import Found, Scope, rule

LETTER = 6.5
"""How wide a letter of a label is, at least, in units of the canvas (its size is 14.5)."""


@rule("label-outside", Scope.ENTRY)
def every_label_is_in_its_drawing(drawing: Drawing, raw: RawEntry) -> Iterator[Found]:
    """The words in a drawing lie on its canvas."""
    for index, label in enumerate(drawing.labels):
        width = LETTER * len(label.text)
        start = label.x - {"start": 0, "middle": width / 2, "end": width}[label.anchor]
        inside = start >= -width / 4 and start + width <= drawing.width * 1.25
        if not inside or not 0 <= label.y <= drawing.height:
            yield raw.at("labels", index), f"must lie on the canvas, found {label.text!r} beside it"


@rule("strange-pose", Scope.CATALOG)
def every_pose_can_be_held(catalog: Catalog) -> Iterator[Found]:
    """A pose places pieces that its figure has, and its limbs are long enough for it."""
    for drawing in catalog.all(Drawing):
        for index, pose in enumerate(drawing.figures):
            figure = catalog.get(Figure, pose.figure)
            names = {piece.name for piece in figure.pieces}
            for at, place in enumerate(pose.places):
                if place.piece not in names:
                    hint = did_you_mean(place.piece, names)
                    message = f"must be a piece of the figure, found {place.piece!r}{hint}"
                    yield catalog.where(drawing, "figures", index, "places", at, "piece"), message
            for limb, lacks in figure.too_short(pose):
                message = f"must be within reach: {limb!r} is {lacks:.0f} units too short"
                yield catalog.where(drawing, "figures", index), message

"""Rules of figures: every spot that is named is there, and every shape can be drawn."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.content.fields import Loc
from build_tools.entry import RawEntry
from build_tools.kinds.figure.entry import Figure
from build_tools.problems import did_you_mean
from build_tools.rule import Found, Scope, rule


@rule("unknown-spot", Scope.ENTRY)
def every_spot_is_there(figure: Figure, raw: RawEntry) -> Iterator[Found]:
    """What a figure names is a part of it; a piece sits on one that stands above it."""
    known: set[str] = set()
    for loc, name, new in _named(figure):
        if name and name not in known:
            hint = did_you_mean(name, known)
            yield raw.at(*loc), f"must name a part of this figure, found {name!r}{hint}"
        known |= new


def _named(figure: Figure) -> Iterator[tuple[Loc, str, set[str]]]:
    """Each name that is used, where, and what may be named from there on."""
    for index, piece in enumerate(figure.pieces):
        spots = {f"{piece.name}.{spot.name}" for spot in piece.spots}
        yield ("pieces", index, "on"), piece.on or "", {piece.name, *spots}
    for index, limb in enumerate(figure.limbs):
        yield ("limbs", index, "start"), limb.start, set()
        names = ("start", "joint", "end", *(spot.name for spot in limb.spots))
        yield ("limbs", index, "end"), limb.end, {f"{limb.name}.{name}" for name in names}
    for index, shape in enumerate(figure.shapes):
        for at, spot in enumerate(shape.through):
            yield ("shapes", index, "through", at), spot, set()
        yield ("shapes", index, "piece"), shape.piece or "", set()


@rule("half-shape", Scope.ENTRY)
def every_shape_can_be_drawn(figure: Figure, raw: RawEntry) -> Iterator[Found]:
    """A shape is either a tube, with a width for each of its spots, or an outline on a piece."""
    for index, shape in enumerate(figure.shapes):
        outline = bool(shape.path) and bool(shape.piece)
        if outline == bool(shape.through) or bool(shape.path) != bool(shape.piece):
            message = "must have either `through` and `wide`, or `piece` and `path`"
            yield raw.at("shapes", index), message
        elif len(shape.through) != len(shape.wide):
            count = f"{len(shape.through)} spots and {len(shape.wide)} widths"
            yield raw.at("shapes", index), f"must have a width for each spot, found {count}"

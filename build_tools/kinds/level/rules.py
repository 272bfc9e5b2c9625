"""Rules of levels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from build_tools.entry import RawEntry
from build_tools.kinds.level.entry import KNOWN, Level
from build_tools.model import Catalog
from build_tools.problems import Location, did_you_mean
from build_tools.rule import Found, Scope, rule


@rule("unknown-shape", Scope.ENTRY)
def every_shape_is_drawn(level: Level, raw: RawEntry) -> Iterator[Found]:
    """A level's shape is one that there is a drawing of."""
    if level.shape not in KNOWN:
        near = did_you_mean(level.shape, KNOWN)
        yield raw.at("shape"), f"must name a shape that there is, found {level.shape!r}{near}"


@rule("level-alike", Scope.CATALOG)
def every_level_differs(catalog: Catalog) -> Iterator[Found]:
    """No two levels share a rank or a shape: in black and white they must still differ."""
    for field in ("rank", "shape"):
        seen: dict[object, str] = {}
        for level in sorted(catalog.all(Level), key=lambda level: level.slug):
            value = getattr(level, field)
            if other := seen.get(value):
                message = f"must be unlike all others, found {value}, which is {other!r}'s"
                yield catalog.where(level, field), message
            seen[value] = level.slug


@rule("missing-entry", Scope.CATALOG, needs_all=True)
def there_are_levels(catalog: Catalog) -> Iterator[Found]:
    """A guide has two levels or more: the mildest one, and one that calls for help."""
    if len(levels := catalog.all(Level)) < len(("mildest", "worst")):
        message = f"must hold two levels or more, found {len(levels)}"
        yield Location(PurePosixPath("content/levels")), message

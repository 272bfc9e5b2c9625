"""Levels: how soon to get help."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from build_tools.kinds.level.entry import Level
from build_tools.kinds.level.rules import (
    every_level_differs,
    every_shape_is_drawn,
    there_are_levels,
)
from build_tools.made import Page
from build_tools.model import Anchor, Catalog, Kind

STYLE = PurePosixPath("stylesheets", "levels.css")


def style(catalog: Catalog) -> Iterator[Page]:
    """The colours of the levels, as a stylesheet."""
    yield Page(STYLE, "level/levels.css.j2", {"levels": catalog.all(Level)})


LEVEL = Kind(
    Level,
    "levels",
    Anchor(),
    rules=(every_shape_is_drawn, every_level_differs, there_are_levels),
    makes=(style,),
    must_be_linked=False,
)

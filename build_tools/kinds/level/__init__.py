"""Levels: how soon to get help."""

from build_tools.kinds.level.entry import Level
from build_tools.model import Anchor, Kind

KIND = Kind(Level, "levels", Anchor(), must_be_linked=False)

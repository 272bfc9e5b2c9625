"""Clues: from what a reader noticed to the causes that it speaks for."""

from build_tools.kinds.clue.entry import Clue, ClueGroup
from build_tools.model import Anchor, Embedded, Kind

CLUE_GROUP = Kind(ClueGroup, "clue-groups", Embedded())
CLUE = Kind(Clue, "clues", Anchor(), must_be_linked=False)

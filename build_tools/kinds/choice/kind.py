"""Choices: what a reader can do, side by side."""

from build_tools.kinds.choice.entry import Choice
from build_tools.model import Anchor, Kind

CHOICE = Kind(Choice, "choices", Anchor(), must_be_linked=False)

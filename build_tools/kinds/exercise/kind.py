"""Exercises: what to do, how much, when to stop; and the safety rules that all of them share."""

from build_tools.kinds.exercise.entry import Exercise, Safety
from build_tools.kinds.exercise.makes import style
from build_tools.model import Anchor, Kind, OwnPage

EXERCISE = Kind(Exercise, "exercises", OwnPage("exercise/page.md.j2"), makes=(style,))
SAFETY = Kind(Safety, "safety", Anchor())

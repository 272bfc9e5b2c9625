"""Exercises: what to do, how much, when to stop."""

from build_tools.kinds.exercise.entry import Exercise
from build_tools.kinds.exercise.makes import style
from build_tools.model import Kind, OwnPage

EXERCISE = Kind(Exercise, "exercises", OwnPage("exercise/page.md.j2"), makes=(style,))

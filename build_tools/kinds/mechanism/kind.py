"""Mechanisms: how the body makes the movement, in three depths."""

from build_tools.kinds.mechanism.entry import Mechanism
from build_tools.kinds.mechanism.rules import (
    a_rate_is_the_same_everywhere,
    rate_is_given_or_explained,
)
from build_tools.model import Kind, OwnPage

MECHANISM = Kind(
    Mechanism,
    "mechanisms",
    OwnPage("mechanism/page.md.j2"),
    rules=(rate_is_given_or_explained, a_rate_is_the_same_everywhere),
)

"""What holds of this guide: how much of it there is, and what it must never say."""

from statistics import median

import pytest
from conftest import guide, of_kind
from weigh import weights

from build_tools.kinds.level.entry import Level
from build_tools.kinds.red_flag.entry import RedFlag

NEVER_SAID = {
    "almost always",
    "don't worry",
    "do not worry",
    "you are fine",
    "nothing to worry about",
    "completely harmless",
    "always harmless",
    "stop your medicine",
    "stop taking your medicine",
}
NEEDS_NO_DANGER_SIGN = {"ankle-resonance", "uneven-muscle-force"}


def test_the_guide_refuses_words_that_promise_too_much():
    (site,) = of_kind(guide(), "guide")
    assert {item.words for item in site.avoid} >= NEVER_SAID


@pytest.mark.parametrize("kind", ["cause", "mechanism"])
def test_every_entry_about_the_body_names_a_danger_sign(kind):
    without = {entry.slug for entry in of_kind(guide(), kind) if not entry.red_flags}
    assert without <= NEEDS_NO_DANGER_SIGN


@pytest.mark.parametrize(("kind", "count"), [("red-flag", 27), ("prompt", 3)])
def test_all_red_flags_and_prompts_are_there(kind, count):
    assert len(of_kind(guide(), kind)) == count


def test_the_levels_of_the_red_flags_are_those_of_the_evidence():
    counts = {
        level.slug: sum(flag.level == level.slug for flag in guide().all(RedFlag))
        for level in guide().all(Level)
    }
    assert counts == {"self-care": 0, "routine": 0, "see-doctor": 9, "urgent": 7, "emergency": 11}


HEAVY = {"sources", "red-flags"}
"""The two pages that hold everything of their kind."""


def test_pages_come_in_one_round_trip(real_site):
    """A first round trip carries 14 KB (RFC 6928: ten segments)."""
    found = {where: size / 1024 for size, where in weights(real_site)}
    assert median(found.values()) <= 14
    assert max(size for where, size in found.items() if where not in HEAVY) <= 21.5

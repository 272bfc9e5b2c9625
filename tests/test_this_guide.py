"""What holds of this guide: how much of it there is, and what it must never say."""

import pytest
from conftest import guide, of_kind
from reading import assert_none, texts_of

from build_tools.kinds.level.entry import Level
from build_tools.kinds.red_flag.entry import RedFlag

NEVER_SAID = (
    "almost always",
    "don't worry",
    "do not worry",
    "you are fine",
    "nothing to worry",
    "completely harmless",
    "always harmless",
    "stop your medicine",
    "stop taking your medicine",
)
UNLESS = "do not stop"
NEEDS_NO_DANGER_SIGN = {"ankle-resonance", "uneven-muscle-force"}


def test_no_word_promises_too_much():
    assert_none(
        f"{where}: {text}"
        for entry in guide().entries.values()
        if entry.kind != "source"
        for where, text in texts_of(entry)
        if any(words in text.lower() for words in NEVER_SAID) and UNLESS not in text.lower()
    )


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

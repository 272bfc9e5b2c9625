"""Which characters content may hold: visible ones, and few others, each by its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

ALLOWED = {
    "\n": "the end of a line",
    " ": "a space",
    "\u00a0": "a no-break space",
    "\u202f": "a narrow no-break space",
    "\u2009": "a thin space",
    "\u00ad": "a soft hyphen",
    "\u2011": "a no-break hyphen",
}
"""The only characters without ink of their own that content may hold."""

WHY = {
    "Cc": "a control character, which nobody sees",
    "Cf": "an invisible character, which can hide or turn round words",
    "Cn": "a character that is not assigned",
    "Co": "a private character, which every font shows as another one",
    "Cs": "half of a character",
    "Me": "a mark that goes round a letter",
    "Zl": "a line end that editors do not show",
    "Zp": "a line end that editors do not show",
    "Zs": "a space that is none of the usual ones",
}
BLANK = {
    "\u115f": "a filler, which nobody sees",
    "\u1160": "a filler, which nobody sees",
    "\u3164": "a filler, which nobody sees",
    "\uffa0": "a filler, which nobody sees",
    "\u2800": "a blank, which nobody sees",
    "\ufffc": "a place for a picture that is gone",
    "\ufffd": "what stands where a letter was lost",
    "\u034f": "an invisible character, which can hide or turn round words",
    "\u180e": "an invisible character, which can hide or turn round words",
}
VARIATION = range(0xFE00, 0xFE10)
TAB = "must not hold a tab, which is as wide as each editor likes; use spaces"

MOST_ACCENTS = 2
OVERLAY = 1
"""The class of marks that are drawn over the letter before them."""
_SPECIAL = "\u00a0\u202f\u2009\u00ad"
_GAP = re.compile(f"[{_SPECIAL}][ {_SPECIAL}]| [{_SPECIAL}]")
_UNUSUAL = re.compile(r"[^ -~\n]")
_WORD = re.compile(r"[^\W\d_]+")


def strange(text: str) -> Iterator[tuple[int, str]]:
    """Each character that content must not hold: its place in the text, and its name and why."""
    for found in _UNUSUAL.finditer(text):
        place, character = found.start(), found[0]
        why = "" if character in ALLOWED else _why(character)
        if why or (why := _accent(text, place)):
            yield place, TAB if character == "\t" else f"must not hold {named(character)}: {why}"
    if not text.isascii():
        yield from _mixed(text)
        for gap in _GAP.finditer(text):
            yield gap.start(), "must not hold a space beside a special space, which makes a hole"


def named(character: str) -> str:
    """A character as a message names it: U+202E (right-to-left override)."""
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X}{f' ({name})' if name else ''}"


def _accent(text: str, place: int) -> str:
    """Why an accent of its own cannot stand there: it needs a letter, and not many others."""
    if not (drawn := unicodedata.combining(text[place])):
        return ""
    if drawn == OVERLAY:
        return "a mark that strikes a letter through"
    start = place
    while start and place - start <= MOST_ACCENTS and unicodedata.combining(text[start]):
        start -= 1
    if not text[start].isalpha():
        return "an accent without a letter before it"
    return "one accent too many on a letter" if place - start > MOST_ACCENTS else ""


def _mixed(text: str) -> Iterator[tuple[int, str]]:
    """Words that mix alphabets: a letter in them only looks like the one that is meant."""
    for word in _WORD.finditer(text):
        letters = [(place, letter, _alphabet(letter)) for place, letter in enumerate(word[0])]
        alphabets = {alphabet for _, _, alphabet in letters}
        if "LATIN" in alphabets and len(word[0]) > MOST_ACCENTS + 1:
            for place, letter, alphabet in letters:
                if alphabet in {"CYRILLIC", "GREEK"}:
                    message = f"must not hold {named(letter)} in a word of other letters"
                    yield word.start() + place, message


def _alphabet(letter: str) -> str:
    return "LATIN" if letter.isascii() else unicodedata.name(letter, "").partition(" ")[0]


def is_blank(text: str) -> bool:
    """Whether there is nothing to see in a text."""
    return all(character.isspace() or character in ALLOWED for character in text)


def _why(character: str) -> str:
    if character in BLANK:
        return BLANK[character]
    if ord(character) in VARIATION or 0xE0100 <= ord(character) <= 0xE01EF:  # noqa: PLR2004
        return "an invisible character, which changes the one before it"
    return WHY.get(unicodedata.category(character), "")


def composed(text: str) -> str:
    """The text with every letter and its accent as one character, where there is one."""
    return unicodedata.normalize("NFC", text)

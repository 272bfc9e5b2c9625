"""The outlines of drawings, written short: each point as its distance from the one before.

SVG 2, chapter 9 (https://www.w3.org/TR/SVG2/paths.html#PathData), says what each letter takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}
PARTS = 5
"""Into how many parts a unit is cut: a fifth of a unit is under half a pixel."""
_NUMBER = r"[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)"
_FLAG = r"[\s,]*([01])"
_LETTER = re.compile(r"[\s,]*([MLHVCSQTAZmlhvcsqtaz])")
_SETS = {
    letter: re.compile(_NUMBER * 3 + _FLAG * 2 + _NUMBER * 2 if letter == "a" else _NUMBER * count)
    for letter, count in TAKES.items()
}
"""How one set of numbers of each letter is written: the two flags of an arc need no space."""


def short_outline(path: str) -> str:
    """The same outline with relative, rounded numbers; drift cannot add up."""
    written: list[str] = []
    here = start = (0.0, 0.0)
    last = ""
    for letter, numbers in _steps(path):
        if letter in "zZ":
            written.append("z")
            here, last = start, "z"
            continue
        points = _absolute(letter, numbers, here)
        small = letter.lower()
        words = [_number(number) for number in _relative(small, points, here)]
        if small == "a":
            words[3:6] = ["".join(words[3:6])]
        repeated = small == last and small != "m"
        written.append(("" if repeated else small) + _packed(words, after_number=repeated))
        here = _end(small, points, here)
        start, last = (here, small) if small == "m" else (start, small)
    return "".join(written)


def _steps(path: str) -> Iterator[tuple[str, list[float]]]:
    """Each letter with one set of its numbers; numbers without a letter repeat the last one."""
    letter, at = "", 0
    while rest := path[at:].strip():
        found = _LETTER.match(path, at)
        if found:
            letter, at = found[1], found.end()
        elif letter and letter in "mM":
            letter = "l" if letter == "m" else "L"
        numbers = _SETS[letter.lower()].match(path, at) if letter else None
        if numbers is None or not (found or TAKES[letter.lower()]):
            message = f"no outline: {rest[:20]!r}"
            raise ValueError(message)
        yield letter, [float(number) for number in numbers.groups()]
        at = numbers.end()


def _absolute(letter: str, numbers: list[float], here: tuple[float, float]) -> list[float]:
    """The numbers with every point counted from the corner of the canvas, rounded."""
    return [
        _rounded(number + (here[axis] if axis is not None and letter.islower() else 0))
        for number, axis in zip(numbers, _axes(letter.lower()), strict=True)
    ]


def _relative(small: str, points: list[float], here: tuple[float, float]) -> list[float]:
    return [
        point - here[axis] if axis is not None else point
        for point, axis in zip(points, _axes(small), strict=True)
    ]


def _axes(small: str) -> tuple[int | None, ...]:
    """For each number of a letter: 0 across, 1 down, None for what is no place."""
    if small == "a":
        return (None, None, None, None, None, 0, 1)
    return {"h": (0,), "v": (1,)}.get(small, (0, 1) * (TAKES[small] // 2))


def _end(small: str, points: list[float], here: tuple[float, float]) -> tuple[float, float]:
    if small == "h":
        return points[0], here[1]
    if small == "v":
        return here[0], points[0]
    return points[-2], points[-1]


def _rounded(number: float) -> float:
    return round(number * PARTS) / PARTS


def _number(number: float) -> str:
    short = f"{_rounded(number) + 0.0:g}"
    return short.replace("0.", ".", 1) if short.lstrip("-").startswith("0.") else short


def _packed(words: list[str], *, after_number: bool) -> str:
    """Numbers side by side, with a space only where two would run into one."""
    text = ""
    for word in words:
        alone = not text and not after_number
        text += word if alone or word.startswith("-") else f" {word}"
    return text

"""Two copies of what readers see -> where they differ, and whether the new one is milder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from build_tools.approval.copy import ORDER, RANK, Copy, Lines, Weights

SHOWN = 3
"""How many lines a message quotes."""


class Difference(NamedTuple):
    """One field that is not as it was."""

    entry: str
    field: str
    was: Lines
    now: Lines
    milder: bool

    def __str__(self) -> str:
        """What changed, in words: what is new, and what is gone."""
        gone = [line for line in self.was if line not in self.now]
        new = [line for line in self.now if line not in self.was]
        parts = [f"says {_quoted(new)}"] if new else []
        if gone:
            parts.append(f"{'approved is' if new else 'lacks'} {_quoted(gone)}")
        change = ", ".join(parts) or f"has another order: {_quoted(self.now)}"
        return f"{self.entry} {self.field} {change}"


def differences(old: Copy, new: Copy, weights: Weights) -> Iterator[Difference]:
    """Every field that the new copy has otherwise than the old one, or only one of them has."""
    for entry in sorted({*old, *new}):
        was, now = old.get(entry, {}), new.get(entry, {})
        for field in sorted({*was, *now}):
            before, after = was.get(field, ()), now.get(field, ())
            if before != after:
                milder = entry in old and _is_milder(field, before, after, weights)
                yield Difference(entry, field, before, after, milder)


def _is_milder(field: str, was: Lines, now: Lines, weights: Weights) -> bool:
    """Whether fewer people are sent for help, as far as a machine can tell."""
    name = field.removesuffix(f".{ORDER}").rpartition(".")[2]
    if name == RANK:
        return bool(was) and (not now or int(now[0]) < int(was[0]))
    if name in weights.excuses:
        return len(now) > len(was) or sum(map(len, now)) > sum(map(len, was))
    fewer = name in weights.lists and len(now) < len(was)
    return fewer or not now or (was, now) == (("yes",), ("no",))


def _quoted(lines: Sequence[str]) -> str:
    more = f" and {len(lines) - SHOWN} more" if lines[SHOWN:] else ""
    return ", ".join(map(repr, lines[:SHOWN])) + more

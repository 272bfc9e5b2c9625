"""A scale for a chart: where a number stands on it, and which numbers are marked."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

STEPS = (1, 2, 5, 10)
MOST_TICKS = 6


@dataclass(frozen=True)
class Scale:
    """From 0 to `high`, drawn from x = 10 on, 300 units wide."""

    high: float
    ticks: tuple[float, ...]

    def x(self, number: float) -> float:
        """Where the number stands, in units of the drawing."""
        return round(10 + 300 * number / self.high, 1)


def chart_scale(highest: float) -> Scale:
    """The scale that holds the highest number, with round marks and few of them."""
    power = 10.0 ** floor(log10(highest / MOST_TICKS))
    step = next(size * power for size in STEPS if highest / (size * power) <= MOST_TICKS)
    count = ceil(highest / step)
    return Scale(count * step, tuple(index * step for index in range(count + 1)))

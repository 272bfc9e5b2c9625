"""The exercises -> a stylesheet: how wide a bar each number of seconds has, and how it runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from build_tools.kinds.exercise.entry import Exercise
from build_tools.made import Page
from build_tools.model import Catalog

STYLE = PurePosixPath("stylesheets", "tempo.css")


def style(catalog: Catalog) -> Iterator[Page]:
    """A rule for each number of seconds that some phase, or some whole tempo, takes."""
    phases = {phase.seconds: phase for item in catalog.all(Exercise) for phase in item.tempo}
    in_order = [phases[seconds] for seconds in sorted(phases)]
    lasting = {
        item.tempo_class: sum(phase.seconds for phase in item.tempo)
        for item in catalog.all(Exercise)
        if item.tempo
    }
    runs = sorted(lasting.items())
    yield Page(STYLE, "exercise/tempo.css.j2", {"phases": in_order, "runs": runs})

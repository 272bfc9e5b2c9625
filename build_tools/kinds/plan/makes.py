"""A plan -> its sheets: two sides on each paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from build_tools.kinds.exercise.entry import Exercise
from build_tools.kinds.plan.entry import Plan, Stage, Track
from build_tools.kinds.safety.entry import Safety
from build_tools.kinds.sheet import footer, in_danger
from build_tools.made import Pdf, Unprinted
from build_tools.model import Catalog, below_its_list
from build_tools.words import fill, words_of

SOURCE = Path(__file__).parent / "plan.typ"
SIDES = 2
PAPERS: Mapping[str, Mapping[str, Any]] = {
    "a4": {"paper": Unprinted("a4"), "size": 9, "row": 0.6},
    "letter": {"paper": Unprinted("us-letter"), "size": 9, "row": 0.2},
}
"""How each paper is set: Typst's name, type size in points, space in a table's row in mm."""
HEADINGS = (
    *("before", "stop", "ask_first", "rules", "expect", "see_someone"),
    *("exercise", "level", "amount"),
)
PATTERNS = ("level_of", "or")


def sheets(catalog: Catalog) -> Iterator[Pdf]:
    """Each plan as a sheet of two sides, on each paper."""
    for plan in catalog.all(Plan):
        page = below_its_list(catalog, plan)
        for paper, setting in PAPERS.items():
            yield Pdf(
                path=page.with_name(f"{plan.slug}-{paper}.pdf"),
                source=SOURCE,
                data={**_data_of(plan, catalog), **setting},
                sides=SIDES,
                page=page,
                where=catalog.where(plan),
            )


def _data_of(plan: Plan, catalog: Catalog) -> dict[str, Any]:
    """What the sheet holds, in plain data for the Typst page."""
    safety = catalog.get(Safety, plan.safety)
    return {
        **footer(plan.reviewed, catalog),
        "danger": in_danger(catalog),
        "title": plan.heading,
        "purpose": plan.summary,
        "before": list(plan.before),
        "tracks": [_track(track) for track in plan.tracks],
        "stages": [_stage(stage, catalog) for stage in plan.stages],
        "rules": list(plan.rules),
        "expect": list(plan.expect),
        "see_someone": list(plan.see_someone),
        "ask_first": list(safety.ask_first),
        "stop": list(safety.stop),
        "words": _words(words_of(catalog).plan),
    }


def _words(words: Any) -> dict[str, str]:
    """The headings of the sheet, and the two patterns of the words for levels."""
    patterns = {name: Unprinted(getattr(words, name)) for name in PATTERNS}
    return {**{name: getattr(words, name) for name in HEADINGS}, **patterns}


def _track(track: Track) -> dict[str, Any]:
    """A track, with a width that grows with its words."""
    letters = sum(len(line) for line in track.who)
    return {**track.model_dump(mode="json"), "width": round(letters**0.5, 1)}


def _stage(stage: Stage, catalog: Catalog) -> dict[str, Any]:
    data = stage.model_dump(mode="json")
    for day in data["days"]:
        line = fill(words_of(catalog).plan.a_box_each_time, day=day["name"])
        day["boxes"] = line.replace("**", "")
        for item in day["items"]:
            item["name"] = catalog.get(Exercise, item.pop("exercise")).title
    return {**data, "move_on": stage.move_on or ""}

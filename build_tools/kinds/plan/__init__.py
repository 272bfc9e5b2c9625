"""Plans: exercises put together over weeks, as a page and as a sheet with boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Annotated, Any, ClassVar

from pydantic import Field, PositiveInt

from build_tools.fields import CitedProse, Inline, LinksTo, Model, Text, Title
from build_tools.model import Appearance, Catalog, Described, Kind, Recipe
from build_tools.problems import Problem
from build_tools.sheet import footer

PAPERS: Mapping[str, Mapping[str, Any]] = {
    "a4": {"paper": "a4", "size": 9.5, "row": 0.7},
    "letter": {"paper": "us-letter", "size": 9, "row": 0.55},
}
"""How each paper is set: its Typst name, the type size in points, the space in a table's row in mm."""


class Item(Model):
    """One exercise of a day: its levels by number, and how much (sets, repeats or seconds)."""

    exercise: Annotated[str, LinksTo("exercise")]
    levels: tuple[PositiveInt, ...] = ()
    amount: Text


class Day(Model):
    """A kind of day: how often it comes in the stage, a box each, and what is done."""

    name: Title
    times: PositiveInt = Field(le=12)
    items: tuple[Item, ...] = Field(min_length=1)


class Stage(Model):
    """Some weeks with one aim, and what must be true before the next."""

    weeks: Title
    aim: Text
    checks: tuple[Text, ...] = ()
    days: tuple[Day, ...] = ()
    move_on: Text | None = None


class Track(Model):
    """Who starts where."""

    name: Title
    who: tuple[Text, ...] = Field(min_length=1)
    does: Text


class Plan(Described):
    """A plan over weeks; the levels are those of the exercises."""

    kind: ClassVar[str] = "plan"
    heading: Title
    lead: Inline
    before: tuple[Text, ...] = Field(min_length=1)
    tracks: tuple[Track, ...] = Field(min_length=1)
    stages: tuple[Stage, ...] = Field(min_length=1)
    rules: tuple[Text, ...] = Field(min_length=1)
    expect: tuple[Text, ...] = Field(min_length=1)
    see_someone: tuple[Text, ...] = Field(min_length=1)
    safety: Annotated[str, LinksTo("safety")]
    how_sure: CitedProse


def every_level_is_one_of_its_exercise(catalog: Catalog) -> Iterator[Problem]:
    """A plan names no level that its exercise does not have."""
    for plan in catalog.of_kind("plan"):
        for place, item in _items(plan):
            if (name := ("exercise", item.exercise)) in catalog.entries:
                last = len(catalog.find(*name).levels)
                for level in item.levels:
                    if level > last:
                        message = (
                            f"must be a level of {item.exercise!r}, which has {last}, found {level}"
                        )
                        yield Problem(
                            catalog.where(plan, *place, "levels"), message, "unknown-level"
                        )


def _items(plan: Plan) -> Iterator[tuple[tuple[str | int, ...], Item]]:
    for stage_index, stage in enumerate(plan.stages):
        for day_index, day in enumerate(stage.days):
            for index, item in enumerate(day.items):
                yield ("stages", stage_index, "days", day_index, "items", index), item


def place(slug: str) -> PurePosixPath:
    """The page of a plan, among the exercises."""
    return PurePosixPath("exercises", slug, "index.md")


def recipes(catalog: Catalog) -> Iterator[Recipe]:
    """Each plan as a sheet of two sides, on each paper."""
    source = Path(__file__).parent / "plan.typ"
    for plan in catalog.of_kind("plan"):
        for paper, setting in PAPERS.items():
            path = place(plan.slug).with_name(f"{plan.slug}-{paper}.pdf")
            safety = catalog.find("safety", plan.safety)
            lines = (
                *plan.before,
                *plan.rules,
                *safety.ask_first,
                *safety.stop,
                *(stage.weeks for stage in plan.stages),
            )
            yield Recipe(
                path,
                source,
                {**data_of(plan, catalog), **setting},
                2,
                place(plan.slug),
                catalog.where(plan),
                lines,
            )


def data_of(plan: Plan, catalog: Catalog) -> dict[str, Any]:
    """What the sheet holds, in plain data for the Typst page."""
    safety = catalog.find("safety", plan.safety)
    return {
        **footer(plan.reviewed, catalog),
        "title": plan.heading,
        "purpose": plan.summary,
        "before": list(plan.before),
        "tracks": [track.model_dump(mode="json") for track in plan.tracks],
        "stages": [_stage(stage, catalog) for stage in plan.stages],
        "rules": list(plan.rules),
        "expect": list(plan.expect),
        "see_someone": list(plan.see_someone),
        "ask_first": list(safety.ask_first),
        "stop": list(safety.stop),
    }


def _stage(stage: Stage, catalog: Catalog) -> dict[str, Any]:
    days = [
        {
            "name": day.name,
            "times": day.times,
            "items": [
                {
                    "name": catalog.find("exercise", item.exercise).title,
                    "levels": list(item.levels),
                    "amount": item.amount,
                }
                for item in day.items
            ],
        }
        for day in stage.days
    ]
    return {
        "weeks": stage.weeks,
        "aim": stage.aim,
        "checks": list(stage.checks),
        "days": days,
        "move_on": stage.move_on or "",
    }


def every_exercise_on_its_page(catalog: Catalog) -> Iterator[Appearance]:
    """Every stage's checks, every rule and every stop sign stand on the plan's page."""
    for plan in catalog.of_kind("plan"):
        page = place(plan.slug)
        for index, stage in enumerate(plan.stages):
            yield from (Appearance(text, page, f"stage-{index + 1}") for text in stage.checks)
        yield from (Appearance(text, page, "rules-list") for text in plan.rules)
        safety = catalog.find("safety", plan.safety)
        yield from (Appearance(text, page, "stop-list") for text in safety.stop)
        yield from (Appearance(text, page, "ask-first-list") for text in safety.ask_first)


KIND = Kind(
    model=Plan,
    folder="plans",
    home=Path(__file__).parent,
    template="plan/page.md.j2",
    stands_alone=True,
    place=lambda _folder, slug: place(slug),
    catalog_checks=(every_level_is_one_of_its_exercise,),
    appearances=every_exercise_on_its_page,
    recipes=recipes,
)

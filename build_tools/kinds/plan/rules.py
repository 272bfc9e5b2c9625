"""Rules of plans."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.kinds.exercise.entry import Exercise
from build_tools.kinds.plan.entry import Plan
from build_tools.kinds.safety.entry import Safety
from build_tools.model import Catalog, below_its_list
from build_tools.rule import Found, Scope, rule
from build_tools.rules.makers import Appearance, must_appear


@rule("unknown-level", Scope.CATALOG)
def every_level_is_one_of_its_exercise(catalog: Catalog) -> Iterator[Found]:
    """A plan names no level that its exercise does not have."""
    for plan in catalog.all(Plan):
        for place, item in plan.items:
            exercise = catalog.find(Exercise, item.exercise)
            last = len(exercise.levels) if exercise else max(item.levels, default=0)
            for level in item.levels:
                if level > last:
                    where = catalog.where(plan, *place, "levels")
                    message = f"must be a level of {item.exercise!r}, which has {last}"
                    yield where, f"{message}, found {level}"


@must_appear
def every_line_on_its_page(catalog: Catalog) -> Iterator[Appearance]:
    """Every stage's checks, every rule and every stop sign stand on the plan's page."""
    for plan in catalog.all(Plan):
        page = below_its_list(catalog, plan)
        safety = catalog.get(Safety, plan.safety)
        texts = [
            *((f"stage-{number}", stage.checks) for number, stage in enumerate(plan.stages, 1)),
            ("rules-list", plan.rules),
            ("stop-list", safety.stop),
            ("ask-first-list", safety.ask_first),
        ]
        for anchor, lines in texts:
            yield from (Appearance(line, page, anchor) for line in lines)

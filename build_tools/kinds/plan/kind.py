"""Plans: exercises put together over weeks, as a page and as a sheet with boxes to tick."""

from build_tools.kinds.plan.entry import Plan
from build_tools.kinds.plan.makes import sheets
from build_tools.kinds.plan.rules import (
    every_level_is_one_of_its_exercise,
    every_line_on_its_page,
)
from build_tools.model import Kind, OwnPage

PLAN = Kind(
    Plan,
    "plans",
    OwnPage("plan/page.md.j2"),
    rules=(every_level_is_one_of_its_exercise, every_line_on_its_page),
    makes=(sheets,),
    must_be_linked=False,
)

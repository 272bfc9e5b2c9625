"""Checklists: sheets to fill in, as a page with a form and as a PDF from the same data."""

from build_tools.kinds.checklist.entry import Checklist
from build_tools.kinds.checklist.makes import fonts, path_of, sheets
from build_tools.kinds.checklist.rules import (
    every_column_has_its_room,
    every_line_on_its_page,
    every_paper_is_named_once,
    every_sign_is_on_the_sheet,
    every_sign_is_there_once,
    every_sign_is_under_its_level,
    one_checklist_is_complete,
)
from build_tools.model import Kind, OwnPage

CHECKLIST = Kind(
    Checklist,
    "checklists",
    OwnPage("checklist/page.md.j2", path_of),
    rules=(
        every_paper_is_named_once,
        every_column_has_its_room,
        one_checklist_is_complete,
        every_sign_is_on_the_sheet,
        every_sign_is_there_once,
        every_sign_is_under_its_level,
        every_line_on_its_page,
    ),
    makes=(sheets, fonts),
    must_be_linked=False,
)

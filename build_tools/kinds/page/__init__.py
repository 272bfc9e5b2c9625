"""Pages: prose that belongs to no other kind, and the index pages on which entries stand."""

from build_tools.kinds.page.entry import PageEntry
from build_tools.kinds.page.makes import not_found, pages, path_of
from build_tools.kinds.page.rules import (
    every_kind_is_listed_on_one_page,
    every_listed_kind_is_known,
    layout_is_known,
)
from build_tools.model import Kind, OwnPage
from build_tools.rules.makers import must_hold

NEEDED = ("index", "red-flags", "causes", "mechanisms", "exercises", "404")
KIND = Kind(
    PageEntry,
    "pages",
    OwnPage(path=path_of),
    rules=(
        layout_is_known,
        every_listed_kind_is_known,
        every_kind_is_listed_on_one_page,
        must_hold(PageEntry, "pages", *NEEDED),
    ),
    makes=(pages, not_found),
    must_be_linked=False,
)

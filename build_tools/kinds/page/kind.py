"""Pages: prose that belongs to no other kind, and the index pages on which entries stand."""

from build_tools.kinds.page.entry import PageEntry
from build_tools.kinds.page.makes import pages, path_of
from build_tools.kinds.page.rules import (
    a_page_stands_below_one_at_the_top,
    citations_stand_above_their_sources,
    every_kind_is_listed_on_one_page,
    every_kind_that_is_linked_to_is_listed,
    every_listed_kind_is_known,
    fields_stand_above_the_prose,
    the_missing_page_holds_nothing_more,
)
from build_tools.model import Kind, OwnPage

PAGE = Kind(
    PageEntry,
    "pages",
    OwnPage(path=path_of),
    rules=(
        a_page_stands_below_one_at_the_top,
        citations_stand_above_their_sources,
        every_listed_kind_is_known,
        fields_stand_above_the_prose,
        the_missing_page_holds_nothing_more,
        every_kind_is_listed_on_one_page,
        every_kind_that_is_linked_to_is_listed,
    ),
    makes=(pages,),
    must_be_linked=False,
)

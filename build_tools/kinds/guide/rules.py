"""Rules of the guide as a whole: what its menus open, and which numbers its prose may ring."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phonenumbers.shortnumberinfo import is_emergency_number

from build_tools.content.fields import LinksTo, Markdown, marked
from build_tools.content.markup import rung
from build_tools.entry import entry_id
from build_tools.kinds.guide.entry import Guide
from build_tools.kinds.level.entry import Level
from build_tools.model import Catalog
from build_tools.rule import Found, Scope, rule
from build_tools.rules.makers import MISSING


@rule("no-page", Scope.CATALOG)
def every_menu_opens_a_page(catalog: Catalog) -> Iterator[Found]:
    """What a menu or a way on opens has a page, or a place on one."""
    for guide in catalog.all(Guide):
        for loc, value, mark in marked(guide, LinksTo):
            target = None if mark.kind else catalog.entries.get(entry_id(value))
            if target and catalog.page_of(target) is None:
                yield (
                    catalog.where(guide, *loc),
                    f"must open a page, found {value!r}, which is none",
                )


@rule(MISSING, Scope.CATALOG)
def there_is_one_guide(catalog: Catalog) -> Iterator[Found]:
    """There is one guide, and not another beside it."""
    for guide in catalog.all(Guide):
        if guide.slug != "site":
            yield catalog.where(guide), f"must be no guide of its own beside 'site': {guide.slug!r}"


@rule("no-page", Scope.CATALOG)
def the_home_page_is_a_page_of_its_own(catalog: Catalog) -> Iterator[Found]:
    """The home page is another than the one for addresses that are not there."""
    for guide in catalog.all(Guide):
        if guide.home == guide.not_found:
            message = f"must be another page than `not_found`, found {guide.home!r} for both"
            yield catalog.where(guide, "home"), message


@rule("wrong-number", Scope.CATALOG)
def every_number_brings_help(catalog: Catalog) -> Iterator[Found]:
    """An emergency number of the guide is one, in each of the countries that it names."""
    for guide in catalog.all(Guide):
        for index, number in enumerate(guide.numbers):
            for place, region in enumerate(number.regions):
                if not is_emergency_number(number.number, region):
                    message = f"must be an emergency number of {region}, found {number.number!r}"
                    yield catalog.where(guide, "numbers", index, "regions", place), message


@rule("unknown-number", Scope.CATALOG)
def every_number_is_the_guides(catalog: Catalog) -> Iterator[Found]:
    """A link rings one of the guide's numbers, or one that a level says where to get help."""
    known = {
        re.sub(r"\D", "", number.number) for guide in catalog.all(Guide) for number in guide.numbers
    }
    held = [text for level in catalog.all(Level) for text in level.where]
    known |= {number for text in held for number in rung(text)}
    for entry in catalog.entries.values():
        for loc, prose, _ in marked(entry, Markdown):
            for number in rung(prose):
                if number not in known:
                    message = f"must ring a number of the guide or of a level, found {number!r}"
                    yield catalog.where(entry, *loc), message

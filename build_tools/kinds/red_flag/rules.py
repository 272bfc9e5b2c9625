"""Rules of red flags and prompts."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.kinds.guide.entry import Guide
from build_tools.kinds.level.entry import Level
from build_tools.kinds.page.entry import PageEntry
from build_tools.kinds.red_flag.entry import Prompt, RedFlag, Sign
from build_tools.model import Catalog
from build_tools.rule import Found, Scope, rule
from build_tools.rules.makers import Appearance, must_appear


@rule("order-twice", Scope.CATALOG)
def every_order_is_its_own(catalog: Catalog) -> Iterator[Found]:
    """No two red flags, and no two prompts, share a place in the order."""
    for model in (RedFlag, Prompt):
        taken: dict[int, str] = {}
        for sign in sorted(catalog.all(model), key=lambda sign: sign.slug):
            if other := taken.get(sign.order):
                free = max(taken) + 1
                message = (
                    f"must be a place of its own, found {sign.order}, which is {other!r}'s; "
                    f"the next free one is {free}"
                )
                yield catalog.where(sign, "order"), message
            taken[sign.order] = sign.slug


@rule("not-sooner", Scope.CATALOG)
def sooner_is_more_urgent(catalog: Catalog) -> Iterator[Found]:
    """What calls for help sooner names a more urgent level than the sign's own, each once."""
    ranks = {level.slug: level.rank for level in catalog.all(Level)}
    for sign in catalog.all(Sign):
        levels = [sooner.level for sooner in sign.sooner]
        for index, level in enumerate(levels):
            if level in ranks and ranks[level] <= ranks.get(sign.level, 0):
                message = f"must be more urgent than its own level {sign.level!r}, found {level!r}"
                yield catalog.where(sign, "sooner", index, "level"), message
            elif level in levels[:index]:
                where = catalog.where(sign, "sooner", index, "level")
                yield where, f"must name each level once, found {level!r} again"


@must_appear
def every_word_at_its_own_place(catalog: Catalog) -> Iterator[Appearance]:
    """Question, signs, exceptions and what to do stand on the sign's own page and among all."""
    for sign in catalog.all(Sign):
        index = catalog.index_of(sign.kind)
        for page in {catalog.page_of(sign), catalog.page_of(index) if index else None} - {None}:
            if page:
                yield from (Appearance(text, page, sign.slug) for text in sign.words)


@must_appear
def the_most_urgent_on_the_home_page(catalog: Catalog) -> Iterator[Appearance]:
    """The short form of every sign of the most urgent level stands on the home page."""
    most_urgent = catalog.all(Level)[-1].slug
    for guide in catalog.all(Guide):
        home = catalog.page_of(catalog.get(PageEntry, guide.home))
        for flag in catalog.all(RedFlag):
            if home and flag.level == most_urgent:
                yield Appearance(flag.short, home, "now")

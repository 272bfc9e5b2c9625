"""Rules of causes."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.entry import RawEntry
from build_tools.kinds.cause.entry import Cause
from build_tools.kinds.red_flag.entry import RedFlag
from build_tools.model import Catalog
from build_tools.rule import Found, Scope, rule
from build_tools.rules.makers import Appearance, must_appear


@rule("level-twice", Scope.ENTRY)
def every_level_is_named_once(cause: Cause, raw: RawEntry) -> Iterator[Found]:
    """Each level of care has one list of signs in a cause, not two."""
    seen = set()
    for index, care in enumerate(cause.see_someone):
        if care.level in seen:
            where = raw.at("see_someone", index, "level")
            yield where, f"must name each level once, found {care.level!r} again"
        seen.add(care.level)


@must_appear
def red_flags_on_cause_pages(catalog: Catalog) -> Iterator[Appearance]:
    """The short form of every red flag that a cause names stands on the cause's page."""
    for cause in catalog.all(Cause):
        if page := catalog.page_of(cause):
            for slug in cause.red_flags:
                yield Appearance(catalog.get(RedFlag, slug).short, page, "see-someone")

"""Rules of warning signs."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.kinds.red_flag.entry import RedFlag
from build_tools.kinds.warning_sign.entry import WarningSign
from build_tools.model import Catalog
from build_tools.rule import Found, Scope, rule


@rule("not-its-level", Scope.CATALOG)
def levels_are_those_of_the_danger_sign(catalog: Catalog) -> Iterator[Found]:
    """A warning sign calls for help as soon as its danger sign does, or as that says `sooner`."""
    for sign in catalog.all(WarningSign):
        if flag := catalog.find(RedFlag, sign.red_flag):
            levels = [flag.level, *(sooner.level for sooner in flag.sooner)]
            if sign.level not in levels:
                message = (
                    f"must be a level at which {flag.slug!r} calls for help "
                    f"({', '.join(levels)}), found {sign.level!r}"
                )
                yield catalog.where(sign, "level"), message

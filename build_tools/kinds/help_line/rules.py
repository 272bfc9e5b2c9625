"""Rules of help lines: their numbers ring."""

from __future__ import annotations

from collections.abc import Iterator

from phonenumbers import NumberParseException, is_valid_number_for_region, parse
from phonenumbers.shortnumberinfo import is_valid_short_number_for_region

from build_tools.entry import RawEntry
from build_tools.kinds.help_line.entry import HelpLine
from build_tools.rule import Found, Scope, rule


@rule("wrong-number", Scope.ENTRY)
def every_number_is_one(line: HelpLine, raw: RawEntry) -> Iterator[Found]:
    """The number of a help line is one, long or short, in its country."""
    try:
        number = parse(line.number, line.region)
    except NumberParseException:
        yield raw.at("number"), f"must be a phone number, found {line.number!r}"
        return
    is_short = is_valid_short_number_for_region(number, line.region)
    if not is_short and not is_valid_number_for_region(number, line.region):
        yield raw.at("number"), f"must be a phone number of {line.region}, found {line.number!r}"

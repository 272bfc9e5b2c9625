"""Rules of mechanisms."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.entry import RawEntry
from build_tools.kinds.mechanism.entry import Mechanism
from build_tools.rule import Found, Scope, rule


@rule("missing-rate", Scope.ENTRY)
def rate_is_given_or_explained(mechanism: Mechanism, raw: RawEntry) -> Iterator[Found]:
    """A mechanism says how often a second, or says in `no_rate` why there is no such figure."""
    if (mechanism.rate is None) == (mechanism.no_rate is None):
        message = "must be given, or else `no_rate` must say why there is none; not both"
        yield raw.at("rate"), message


@rule("wrong-order", Scope.ENTRY)
def rate_goes_from_low_to_high(mechanism: Mechanism, raw: RawEntry) -> Iterator[Found]:
    """The low end of a rate is not above its high end."""
    rate = mechanism.rate
    if rate and rate.low > rate.high:
        yield raw.at("rate", "low"), f"must not be above high, found {rate.low:g} and {rate.high:g}"

"""Rules of the normal pattern: a rate stands in one place, and in what it cites."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.content.statements import figures
from build_tools.entry import Entry, RawEntry
from build_tools.kinds.mechanism.entry import Mechanism, Rate
from build_tools.kinds.normal.entry import Band
from build_tools.kinds.source.entry import found_in
from build_tools.model import Catalog
from build_tools.rule import Found, Scope, rule


@rule("rate-twice", Scope.ENTRY)
def a_band_has_one_rate(band: Band, raw: RawEntry) -> Iterator[Found]:
    """A band shows the rate of a mechanism, or has one of its own; never both."""
    if (band.rate is None) == (band.mechanism is None):
        message = "must be given, or else `mechanism`, whose rate is shown; not both"
        yield raw.at("rate"), message


@rule("missing-rate", Scope.CATALOG)
def a_bands_mechanism_has_a_rate(catalog: Catalog) -> Iterator[Found]:
    """The mechanism that a band names has a rate."""
    for band in catalog.all(Band):
        named = band.mechanism and catalog.find(Mechanism, band.mechanism)
        if named and not named.rate:
            message = f"must name a mechanism with a `rate`, found {band.mechanism!r}"
            yield catalog.where(band, "mechanism"), message


@rule("wrong-order", Scope.CATALOG)
def a_rate_goes_from_low_to_high(catalog: Catalog) -> Iterator[Found]:
    """The low end of a rate is not above its high end."""
    for entry, rate in _rates(catalog):
        if rate.low > rate.high:
            message = f"must not be above high, found {rate.low:g} and {rate.high:g}"
            yield catalog.where(entry, "rate", "low"), message


@rule("figure-not-found", Scope.CATALOG)
def every_rate_was_found(catalog: Catalog) -> Iterator[Found]:
    """Both ends of a rate stand in the findings that it cites."""
    for entry, rate in _rates(catalog):
        found = found_in(catalog, rate.sources)
        if found is None:
            continue  # it has its own line
        for name in ("low", "high"):
            figure = f"{getattr(rate, name):g}"
            if figure not in figures(found):
                message = f"must stand in a finding that `sources` names, found {figure}"
                yield catalog.where(entry, "rate", name), message


def _rates(catalog: Catalog) -> Iterator[tuple[Entry, Rate]]:
    for mechanism in catalog.all(Mechanism):
        if mechanism.rate:
            yield mechanism, mechanism.rate
    for band in catalog.all(Band):
        if band.rate:
            yield band, band.rate

"""Rules of mechanisms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.content.fields import Markdown, marked
from build_tools.content.markup import references
from build_tools.content.statements import statements
from build_tools.entry import RawEntry
from build_tools.kinds.mechanism.entry import Mechanism
from build_tools.model import Catalog
from build_tools.rule import Found, Scope, rule
from build_tools.words import words_of


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


@rule("rates-differ", Scope.CATALOG)
def a_rate_is_the_same_everywhere(catalog: Catalog) -> Iterator[Found]:
    """A sentence that links to a mechanism and says its rate says it as the mechanism does."""
    figure = r"\d+(?:\.\d+)?"
    said = words_of(catalog).mechanisms.rate_words.format(low=f"({figure})", high=f"({figure})")
    for entry in catalog.entries.values():
        for loc, prose, _ in marked(entry, Markdown):
            for statement in statements(prose):
                for low, high in re.findall(said, statement.words):
                    for mechanism in _linked(catalog, statement.written):
                        rate = mechanism.rate
                        if rate and (float(low), float(high)) != (rate.low, rate.high):
                            message = (
                                f"must say the rate as {mechanism.slug!r} does, "
                                f"{rate.low:g} to {rate.high:g}, found {low} to {high}"
                            )
                            yield catalog.raw[entry.id].at_line(loc, statement.line), message


def _linked(catalog: Catalog, written: str) -> Iterator[Mechanism]:
    for found in references(written):
        mechanism = catalog.find(Mechanism, found.slug)
        if found.kind == Mechanism.kind and mechanism:
            yield mechanism

"""Rules of mechanisms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.content.markup import references
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


@rule("rates-differ", Scope.CATALOG)
def a_rate_is_the_same_everywhere(catalog: Catalog) -> Iterator[Found]:
    """A sentence that links to a mechanism and says its rate says it as the mechanism does."""
    for _, _, where, statement in catalog.said:
        for low, high in re.findall(_rate_words(catalog), statement.words):
            for mechanism in _linked(catalog, statement.written):
                rate = mechanism.rate
                if rate and (float(low), float(high)) != (rate.low, rate.high):
                    message = (
                        f"must say the rate as {mechanism.slug!r} does, "
                        f"{rate.low:g} to {rate.high:g}, found {low} to {high}"
                    )
                    yield where, message


def _rate_words(catalog: Catalog) -> str:
    """A pattern of how the guide says a rate, with a group for each of its ends."""
    said = re.escape(words_of(catalog).mechanisms.rate_words)
    return re.sub(r"\\\{(low|high)\\\}", lambda _: r"(\d+(?:\.\d+)?)", said)


def _linked(catalog: Catalog, written: str) -> Iterator[Mechanism]:
    for found in references(written):
        mechanism = catalog.find(Mechanism, found.slug)
        if found.kind == Mechanism.kind and mechanism:
            yield mechanism

"""Rules of the glossary."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from build_tools.kinds.term.entry import Term
from build_tools.model import Catalog
from build_tools.rule import Found, Scope, rule


@rule("circular-link", Scope.CATALOG)
def no_term_explains_itself(catalog: Catalog) -> Iterator[Found]:
    """Terms do not explain one another in a circle."""
    terms = {
        term.slug: {name.slug for name in catalog.links[term.id] if name.kind == Term.kind}
        for term in catalog.all(Term)
    }
    try:
        TopologicalSorter(terms).prepare()
    except CycleError as error:
        circle = list(reversed(error.args[1]))
        where = catalog.where(catalog.get(Term, circle[0]), "meaning")
        yield where, f"must not lead back to itself, found {' → '.join(circle)}"

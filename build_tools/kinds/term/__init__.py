"""Glossary terms: a word that needs explaining, in words that do not."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import ClassVar

from build_tools.fields import Inline, Text
from build_tools.model import Catalog, Entry, Kind
from build_tools.problems import Problem


class Term(Entry):
    """A term, what else it is called, and what it means."""

    kind: ClassVar[str] = "term"
    also_called: tuple[Text, ...] = ()
    meaning: Inline


def no_term_explains_itself(catalog: Catalog) -> Iterator[Problem]:
    """Terms do not explain one another in a circle."""
    terms = {
        term.slug: {name.slug for name in catalog.links[term.id] if name.kind == "term"}
        for term in catalog.of_kind("term")
    }
    try:
        TopologicalSorter(terms).prepare()
    except CycleError as error:
        circle = list(reversed(error.args[1]))
        where = catalog.where(catalog.find("term", circle[0]), "meaning")
        yield Problem(
            where, f"must not lead back to itself, found {' → '.join(circle)}", "circular-link"
        )


KIND = Kind(
    model=Term,
    folder="glossary",
    home=Path(__file__).parent,
    catalog_checks=(no_term_explains_itself,),
)

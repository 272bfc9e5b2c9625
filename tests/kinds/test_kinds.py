"""What single kinds work out or refuse by themselves."""

from itertools import pairwise

import pytest

from build_tools.kinds import KINDS
from build_tools.kinds.mechanism.entry import Rate
from build_tools.kinds.source.entry import Source
from build_tools.model import OwnPage


def source(**fields):
    return Source.model_validate(
        {
            "slug": "a",
            "type": "book",
            "title": "A",
            "author": [{"literal": "B"}],
            "issued": "2020",
            "read": "part",
            "findings": [
                {"id": "f", "says": "C.", "about": "D", "where": "E", "kind": "opinion"},
            ],
            **fields,
        }
    )


def test_every_kind_has_a_name_and_a_folder_of_its_own():
    assert len({kind.name for kind in KINDS}) == len({kind.folder for kind in KINDS}) == len(KINDS)


def test_every_template_of_a_kind_is_there():
    own_pages = [kind for kind in KINDS if isinstance(kind.place, OwnPage) and kind.place.template]
    named = {kind.home.parent / kind.place.template for kind in own_pages}
    assert len(own_pages) >= len(named) > 3
    assert [path for path in named if not path.is_file()] == []


def numbers_in(schema: dict, name: str = ""):
    """Every number that a schema asks for, with the name of its field."""
    if str(schema.get("type")) in {"integer", "number"}:
        yield name, schema
    for key, value in schema.items():
        below = value if isinstance(value, dict) else {}
        for item in value if isinstance(value, list) else [below]:
            if isinstance(item, dict):
                yield from numbers_in(item, name if key in {"items", "anyOf"} else key)


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.name != "words"], ids=lambda kind: kind.name
)
def test_every_number_has_bounds(kind):
    unbound = [
        name
        for name, schema in numbers_in(kind.model.model_json_schema())
        if not any("aximum" in key for key in schema) or not any("inimum" in k for k in schema)
    ]
    assert unbound == []


@pytest.mark.parametrize(
    ("fields", "address", "label"),
    [
        (
            {"DOI": "10.1000/x", "URL": "https://example.org/x"},
            "https://doi.org/10.1000/x",
            "doi:10.1000/x",
        ),
        ({"PMCID": "PMC1", "PMID": "2"}, "https://pmc.ncbi.nlm.nih.gov/articles/PMC1/", "PMC1"),
        ({"PMID": "2"}, "https://pubmed.ncbi.nlm.nih.gov/2/", "PMID 2"),
        ({"URL": "https://www.example.org/x"}, "https://www.example.org/x", "example.org"),
        ({}, "", ""),
    ],
)
def test_a_source_gives_its_most_lasting_address(fields, address, label):
    assert source(**fields).addresses[:1] == (((address, label),) if address else ())


def test_a_source_names_its_authors_and_says_if_there_are_more():
    authors = [
        {"family": "A", "given": "B. C."},
        {"literal": "NHS"},
        {"family": "D"},
        {"family": "E"},
    ]
    four, one = source(author=authors), source(author=authors[:1])
    assert (four.names(3), four.names(1)) == (("A B. C., NHS, D", True), ("A B. C.", True))
    assert (one.names(3), one.byline) == (("A B. C", False), "A B. C")


def test_a_wave_has_as_many_beats_as_its_rate():
    path = Rate.model_validate({"low": 3, "high": 8, "measured": "x", "sources": ["a"]}).fast_wave
    heights = [float(point.split(" ")[1]) for point in path.removeprefix("M").split("L")]
    above = [height > 100 for height in heights if height != 100]
    assert sum(a != b for a, b in pairwise(above)) == 15
    assert (min(heights), max(heights)) == (88, 112)

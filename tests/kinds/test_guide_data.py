"""The guide as data: every entry, as its schema says, with links that lead where the site's do."""

import json
import re
from dataclasses import replace

import pytest
import yaml
from conftest import ROOT, guide, toy
from pydantic import ValidationError

from build_tools.content.fields import marked
from build_tools.content.sourced import EndsInCitations
from build_tools.entry import Entry, texts_in
from build_tools.kinds.guide.data import data_files, shape
from build_tools.kinds.guide.makes import robots
from build_tools.output.pages import render


def made(catalog):
    data, schema = data_files(catalog)
    return json.loads(data.content), json.loads(schema.content)


def valid(catalog, data):
    return shape(tuple(catalog.kinds.values())).validate_json(json.dumps(data))


def record(data, name):
    return next(entry for entry in data["entries"] if entry["id"] == name)


@pytest.mark.parametrize("catalog", [toy, guide])
def test_the_data_are_as_their_schema_says(catalog):
    data, _ = made(catalog())
    assert valid(catalog(), data)
    assert sorted(entry["id"] for entry in data["entries"]) == sorted(
        f"{kind}:{slug}" for kind, slug in catalog().entries
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda entry: entry.pop("url"),
        lambda entry: entry.update(kind="clause"),
        lambda entry: entry.update(links=["term:headset"]),
        lambda entry: entry["fields"].pop("title"),
        lambda entry: entry["fields"].update(titel="x"),
        lambda entry: entry["fields"].update(reviewed="today"),
    ],
)
def test_data_that_are_not_are_refused(change):
    data, _ = made(toy())
    change(record(data, "cause:soft-tyre"))
    with pytest.raises(ValidationError):
        valid(toy(), data)


def test_the_schema_describes_every_kind_and_every_field():
    _, schema = made(toy())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    mapping = schema["properties"]["entries"]["items"]["discriminator"]["mapping"]
    assert sorted(mapping) == sorted(toy().kinds)
    cause = schema["$defs"]["Cause"]["properties"]
    assert set(cause) == {*toy().kinds["cause"].model.model_fields}
    assert cause["summary"]["description"].startswith("What it is")


def test_links_are_resolved_to_where_they_lead():
    entry = record(made(toy())[0], "cause:loose-headset")
    assert entry["url"] == "causes/loose-headset/"
    links = {link["id"]: link["url"] for link in entry["links"]}
    assert links["term:headset"] == "glossary/#headset"
    assert links["mechanism:caster"] == "mechanisms/caster/"


def test_a_line_keeps_the_citations_that_its_author_wrote():
    texts = {text for _, text in texts_in(made(toy())[0]["entries"])}
    lines = [line for entry in toy().all(Entry) for _, line, _ in marked(entry, EndsInCitations)]
    cited = {line.written for line in lines if line.cites}
    assert cited
    assert cited - texts == set()


def test_the_page_about_the_data_leads_to_them():
    pages = {str(file.path): file.content for file in render(toy()) if file.path.suffix == ".md"}
    assert b'<a href="../data/guide.json">' in pages["about/index.md"]
    assert b'<a href="../schema/guide.json">' in pages["about/index.md"]
    assert [name for name, text in pages.items() if b"guide.json" in text] == ["about/index.md"]


def test_robots_may_read_all_and_are_told_the_sitemap():
    (alone,) = robots(toy())
    (shared,) = robots(replace(toy(), address="https://example.org/guide/"))
    assert alone.content == b"User-agent: *\nAllow: /\n"
    assert shared.content == alone.content + (b"\nSitemap: https://example.org/guide/sitemap.xml\n")


CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
KEYS = {
    *("abstract", "authors", "cff-version", "commit", "contact", "date-released", "doi"),
    *("identifiers", "keywords", "license", "license-url", "message", "preferred-citation"),
    *("references", "repository", "repository-artifact", "repository-code", "title", "type"),
    *("url", "version"),
}
"""Of the Citation File Format 1.2.0: https://doi.org/10.5281/zenodo.5171937."""


def test_the_citation_is_of_its_format():
    assert set(CITATION) <= KEYS
    assert {"authors", "cff-version", "message", "title"} <= set(CITATION)
    assert CITATION["cff-version"] == "1.2.0"
    assert CITATION["type"] in {"software", "dataset"}
    assert [set(author) for author in CITATION["authors"]] == [{"name"}]


def test_the_citation_is_of_this_guide():
    (one,) = guide().all(guide().kinds["guide"].model)
    assert CITATION["version"] == one.version
    assert CITATION["title"] == one.title
    assert CITATION["abstract"] == one.description
    licence = (ROOT / "content/LICENSE").read_text("utf-8")
    assert CITATION["license"] == re.search(r"SPDX-License-Identifier: (\S+)", licence)[1]

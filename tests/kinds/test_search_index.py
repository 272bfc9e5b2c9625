"""The index of the search: what it holds, how it finds it, how large it is."""

import json
import re
from functools import cache
from pathlib import PurePosixPath

import pytest
from conftest import ROOT, guide, toy

from build_tools import pipeline
from build_tools.entry import Place
from build_tools.kinds import KINDS
from build_tools.kinds.guide.search import LONGEST_LINE, index
from build_tools.kinds.source.entry import Source
from build_tools.model import Embedded
from build_tools.words import DEFAULTS

SCRIPT = ROOT / "overrides/javascripts/search.js"
MOST = 200_000
"""How many bytes the index of 1,000 entries and the script may take, before they are compressed."""


@cache
def data(catalog):
    (file,) = index(catalog)
    return json.loads(file.content)


def parts(row):
    """The line, the other names and the further words of a hit."""
    line, *more = row[4:]
    return line, more[0] if more else [], more[1] if more[1:] else ""


def hit(catalog, title):
    """The parts of the hit with that title: what it is, address, names, line, further words."""
    found = data(catalog)
    (row,) = [row for row in found["hits"] if row[3] == title]
    sort, page, anchor, *_ = row
    line, names, words = parts(row)
    address = found["pages"][page] + (f"#{anchor}" if anchor else "")
    return (found["sorts"][sort], address, names, line, words)


def test_all_that_has_a_place_for_a_reader_is_found():
    catalog = toy()
    found = data(catalog)
    addresses = {found["pages"][page] + anchor for _, page, anchor, *_ in found["hits"]}
    for entry in catalog.entries.values():
        if page := catalog.page_of(entry):
            folder = f"{page.parent}/" if page.parent != PurePosixPath() else ""
            assert folder + catalog.anchor_of(entry) in addresses
    assert {"check/fork/", "check/stop/", "check/map/"} <= addresses


def test_a_danger_sign_says_how_soon_and_is_found_by_its_signs():
    what, address, names, line, words = hit(toy(), "A crack in the fork")
    assert what == ["Danger sign: Now", Place.FIRST]
    assert address == "red-flags/cracked-fork/"
    assert names == ["broken fork", "split fork"]
    assert line == "A crack in the fork"
    assert {"creak", "click", "brake", "paint", "hair"} <= set(words.split())
    assert "scratch" not in words  # it does not count


def test_a_cause_is_found_by_its_other_names_and_its_clues():
    what, address, names, line, words = hit(toy(), "A loose headset")
    assert what == ["Cause", Place.EARLY]
    assert address == "causes/loose-headset/"
    assert "play in the steering" in names
    assert line
    assert "knocks" in words


def test_no_word_is_there_twice_and_no_markup_is_there():
    assert data(guide())["hits"]
    for row in data(guide())["hits"]:
        title = row[3]
        line, names, words = parts(row)
        more = words.split()
        known = set(re.findall(r"\w+", " ".join([title, *names, line]).lower()))
        assert len(more) == len(set(more))
        assert not known & set(more)
        assert not re.search(r"\[@|\]\(|\*\*", line + words)


def test_a_line_is_a_line():
    told = [row for row in data(guide())["hits"] if data(guide())["sorts"][row[0]][0] != "Source"]
    assert [row[4] for row in told if len(row[4]) > 1.3 * LONGEST_LINE] == []


def test_the_places_are_those_of_their_kinds():
    places = {what.split(":")[0]: place for what, place in data(guide())["sorts"]}
    wanted = {
        Place.FIRST: {"Danger sign"},
        Place.EARLY: {"Cause", "Exercise", "How it works", "Plan", "Worth a mention"},
        Place.LAST: {"Source"},
    }
    assert {
        place: {what for what, its in places.items() if its == place} for place in wanted
    } == wanted


def test_the_most_urgent_danger_sign_stands_first():
    found = data(guide())
    signs = [row[3] for row in found["hits"] if found["sorts"][row[0]][1] == Place.FIRST]
    assert signs[0].startswith("Sudden trouble with face")


def test_a_thousand_entries_and_the_script_stay_small():
    (file,) = index(guide())
    hits = len(data(guide())["hits"])
    assert hits > 700
    assert len(file.content) * 1000 / hits + SCRIPT.stat().st_size <= MOST


def test_every_kind_that_a_reader_meets_has_a_word_and_no_other():
    met = {kind.name.replace("-", "_") for kind in KINDS if not isinstance(kind.place, Embedded)}
    assert set(DEFAULTS["kinds"]) == met | {"question", "outcome"}


def test_every_word_of_the_search_is_used_by_its_script():
    script = SCRIPT.read_text("utf-8")
    words = data(toy())["words"]
    assert [name for name in words if f"words.{name}" not in script] == []


def test_where_nothing_is_found_the_words_explained_and_the_clues_are_shown():
    found = data(guide())
    assert [found["pages"][found["hits"][hit][1]] for hit in found["elsewhere"]] == [
        "glossary/",
        "causes/which/",
    ]


def test_without_scripts_the_page_can_say_where_else_to_look():
    search = pipeline.settings_of(guide())["extra"]["search"]
    assert search["no_scripts"] == DEFAULTS["search"]["no_scripts"]
    assert [way["path"] for way in search["ways"]] == ["glossary/", "causes/which/"]


def test_the_same_content_gives_the_same_index():
    assert [file.content for file in index(toy())] == [file.content for file in index(toy())]


@pytest.mark.build
def test_every_address_of_the_index_is_there(real_pages):
    found = data(guide())
    for _, page, anchor, title, *_ in found["hits"]:
        there = real_pages.pages[PurePosixPath(found["pages"][page]) / "index.html"]
        assert not anchor or anchor in there.ids, title


def test_a_source_is_shown_by_who_wrote_it():
    source = guide().all(Source)[0]
    assert source.byline in source.findable.line

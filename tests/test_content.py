"""The real content: what must always hold of it, never its words; one test an entry."""

import re

import pytest
from conftest import ROOT

from build_tools import pipeline
from build_tools.content.fields import Markdown, Model, marked
from build_tools.content.markup import plain
from build_tools.entry import Entry
from build_tools.kinds.level.entry import Level
from build_tools.kinds.red_flag.entry import RedFlag
from build_tools.project import Project

CATALOG = pipeline.read_content(Project.at(ROOT)).catalog
ENTRIES = list(CATALOG.entries.values())
LONGEST = 25


def texts_of(model: Model):
    """Every text of an entry that a reader reads, with its place."""
    for name in type(model).model_fields:
        yield from _texts(getattr(model, name), name)


def _texts(value, where):
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), f"{where}.{name}")
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, f"{where}[{index}]")


def reader_texts(entry: Entry):
    skip = {
        "slug",
        "also_called",
        "sources",
        "strokes",
        "mechanisms",
        "exercises",
        "red_flags",
        "template",
        "lists",
    }
    return [
        (where, text) for where, text in texts_of(entry) if re.split(r"[.\[]", where)[0] not in skip
    ]


READ = [entry for entry in ENTRIES if entry.kind != "source"]


def of(entries):
    return pytest.mark.parametrize("entry", entries, ids=lambda entry: f"{entry.kind}:{entry.slug}")


@of(READ)
def test_no_sentence_is_over_25_words(entry):
    for where, text in reader_texts(entry):
        for sentence in re.split(r"(?<=[.?!:])\s+|\n", plain(text)):
            assert len(sentence.split()) <= LONGEST, f"{where}: {sentence}"


@of(READ)
def test_no_word_promises_too_much(entry):
    banned = r"almost always|don't worry|do not worry|you are fine|nothing to worry|completely harmless|always harmless|stop (taking )?your medicine"
    found = [
        (where, text)
        for where, text in reader_texts(entry)
        if re.search(banned, text, re.IGNORECASE)
        and not re.search(r"do not stop", text, re.IGNORECASE)
    ]
    assert found == []


@of(READ)
def test_the_punctuation_is_ours(entry):
    for where, text in reader_texts(entry):
        assert not re.search(r"[–—;!]|\s{2,}\S", plain(text).replace("\n", " ")), f"{where}: {text}"


@of(ENTRIES)
def test_a_figure_is_not_taken_from_memory(entry):
    cited = [CATALOG.entries[name] for name in CATALOG.links[entry.id] if name.kind == "source"]
    assert [source.slug for source in cited if source.read == "from memory"] == []


@of([entry for entry in ENTRIES if entry.kind == "source"])
def test_a_source_can_be_found_or_says_why_not(entry):
    assert entry.addresses or entry.note or entry.container_title


@of([entry for entry in ENTRIES if entry.kind in {"cause", "mechanism", "exercise", "page"}])
def test_a_summary_fits_a_search_result(entry):
    assert len(entry.summary) <= 180


@of([entry for entry in ENTRIES if entry.kind in {"cause", "mechanism"}])
def test_every_entry_about_the_body_names_a_danger_sign(entry):
    assert entry.red_flags or entry.slug in {"ankle-resonance", "uneven-muscle-force"}


@of([entry for entry in ENTRIES if entry.kind == "red-flag"])
def test_a_danger_sign_asks_one_question(entry):
    assert entry.criterion.endswith("?")
    assert entry.criterion.count("?") == 1


def test_all_red_flags_and_prompts_are_there():
    assert [
        len([e for e in CATALOG.entries.values() if e.kind == kind])
        for kind in ("red-flag", "prompt")
    ] == [26, 3]


def test_the_levels_of_the_red_flags_are_those_of_the_evidence():
    counts = {
        level.slug: sum(flag.level == level.slug for flag in CATALOG.all(RedFlag))
        for level in CATALOG.all(Level)
    }
    assert counts == {"self-care": 0, "routine": 0, "see-doctor": 9, "urgent": 7, "emergency": 10}


def test_every_mark_of_prose_is_reached():
    kinds = {entry.kind for entry in ENTRIES if any(True for _ in marked(entry, Markdown))}
    assert {"cause", "mechanism", "exercise", "red-flag", "page", "term"} <= kinds

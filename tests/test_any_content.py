"""What must hold of any content: of the real guide, and of the toy about bicycles."""

import re
from functools import cache

import pytest
from conftest import guide, of_kind, toy
from reading import assert_none, texts_of

from build_tools.content.fields import Markdown, marked
from build_tools.content.markup import plain
from build_tools.kinds import KINDS

LONGEST_SUMMARY = 180

any_content = pytest.mark.parametrize("content", [guide, toy], ids=["guide", "toy"])
any_kind = pytest.mark.parametrize("kind", [kind.name for kind in KINDS if kind.name != "source"])


@cache
def read_in(content, kind):
    """Every text of a kind with its place, as it is read: a line a block, without its marks."""
    texts = [text for entry in of_kind(content(), kind) for text in texts_of(entry)]
    return [(where, plain(text)) for where, text in texts]


@any_content
@any_kind
def test_the_punctuation_is_ours(content, kind):
    assert_none(
        f"{where}: {text}"
        for where, text in read_in(content, kind)
        if re.search(r"[–—;!]|\s{2,}\S", text.replace("\n", " "))
    )


@any_content
@pytest.mark.parametrize("kind", ["cause", "mechanism", "exercise", "page"])
def test_a_summary_fits_a_search_result(content, kind):
    assert_none(
        f"{entry.slug}: {entry.summary}"
        for entry in of_kind(content(), kind)
        if len(entry.summary) > LONGEST_SUMMARY
    )


@any_content
def test_a_danger_sign_asks_one_question(content):
    asked = {flag.slug: flag.criterion for flag in of_kind(content(), "red-flag")}
    assert asked
    assert_none(
        f"{slug}: {question}"
        for slug, question in asked.items()
        if question.count("?") != 1 or not question.endswith("?")
    )


@any_content
def test_a_source_can_be_found_or_says_why_not(content):
    assert_none(
        source.slug
        for source in of_kind(content(), "source")
        if not (source.addresses or source.note or source.container_title)
    )


@any_content
def test_every_mark_of_prose_is_reached(content):
    entries = content().entries.values()
    kinds = {entry.kind for entry in entries if any(True for _ in marked(entry, Markdown))}
    assert {"cause", "mechanism", "exercise", "red-flag", "page", "term"} <= kinds

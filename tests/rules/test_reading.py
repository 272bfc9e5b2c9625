"""Sentences that can be read in one breath, whole, said once; pages neither clipped nor hard."""

import shutil
from pathlib import PurePosixPath

import pytest
from conftest import ROOT, TOY

from build_tools import pipeline
from build_tools.content.link import link
from build_tools.content.load import load
from build_tools.content.validate import validate
from build_tools.kinds.guide.wording import no_page_says_a_phrase_too_often
from build_tools.problems import ContentError
from build_tools.project import Project
from build_tools.rules.reading import (
    MOST_WORDS,
    pages_are_neither_clipped_nor_hard,
    sentences_are_said_once,
)
from build_tools.rules.run import judge_entries
from build_tools.site.read import HtmlPage, Site

LONG = " ".join(["word"] * MOST_WORDS)
CLIPPED = "Lift it. It may hurt. Stop then. Go on. Rest. " * 14
PLAIN = "You lift your heel slowly, and you put it down again before your calf gets too tired. " * 9
HARD = "Involuntary oscillatory contractions necessitate neurological consultation. " * 25


def told(make_content, toy_kinds, notes):
    content = make_content(f"== repairs/a.yml\ntitle: A\nnotes: |-\n{notes}")
    raw, _ = load(content, content.parent)
    entries, _ = validate(raw, toy_kinds)
    _, problems = judge_entries(entries, raw, {kind.name: kind for kind in toy_kinds})
    return [(problem.location.line, problem.rule) for problem in problems]


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        (f"  Short.\n\n  {LONG}.", []),
        (f"  Short.\n\n  {LONG} more.", [(5, "long-sentence")]),
        (f"  Short.\n\n  - {LONG} more.", [(5, "long-sentence")]),
        ("  A first one.\n\n  A piece\n\n  A last one.", [(5, "unfinished-sentence")]),
        ("  You need:\n\n  - a wheel\n  - a rim", []),
        ("  You need\n\n  - a wheel", [(3, "unfinished-sentence")]),
        ("  It ends (here).", []),
    ],
)
def test_sentences_are_short_and_whole(make_content, toy_kinds, notes, expected):
    assert told(make_content, toy_kinds, notes) == expected


def test_a_sentence_may_stand_in_two_entries_and_not_in_three(make_content, toy_kinds):
    said = "notes: You turn the wheel until it runs true."
    entry = "== repairs/{name}.yml\ntitle: {name}\n{said}\n"
    text = "".join(entry.format(name=name, said=said) for name in "abc")
    content = make_content(text)
    raw, _ = load(content, content.parent)
    entries, _ = validate(raw, toy_kinds)
    catalog = link(entries, raw, toy_kinds)[0]
    ((where, message),) = sentences_are_said_once.finds(catalog)
    assert (where.path.name, where.line) == ("c.yml", 2)
    assert message.endswith("in repair:a, repair:b")


@pytest.mark.parametrize(
    ("text", "said"), [(PLAIN, []), (CLIPPED, ["clipped"]), (HARD, ["hard"]), ("Stop. " * 99, [])]
)
def test_a_page_is_neither_clipped_nor_hard(text, said):
    html = f"<article><p>{text}</p><nav><p>{HARD}</p></nav></article>"
    page = page_of(html)
    found = [message for _, message in pages_are_neither_clipped_nor_hard.finds(page, None)]
    assert [word for word in ("clipped", "hard") if any(word in message for message in found)] == (
        said
    )


def page_of(html):
    path = PurePosixPath("index.html")
    return HtmlPage(path, path, html.encode())


def test_words_that_the_guide_avoids_are_told_with_what_to_say(tmp_path):
    content = shutil.copytree(TOY, tmp_path / "content")
    with (content / "pages/about.md").open("a") as page:
        page.write("\nIt is all Steering Geometry.\n")
    with pytest.raises(ContentError, match="must not say 'steering geometry': say how the wheel"):
        pipeline.read_content(Project.at(ROOT, content))


def test_a_phrase_that_tires_is_counted_outside_links_and_headings():
    catalog = pipeline.read_content(Project.at(ROOT, TOY)).catalog
    once = "<p>Walk the bicycle home.</p>"
    free = "<h2>Walk the bicycle home</h2><a>Walk the bicycle home</a>"

    def found(html):
        page = page_of(f"<article>{html}</article>")
        site = Site(TOY, page.path, {page.path: page}, frozenset())
        return [message for _, message in no_page_says_a_phrase_too_often.finds(site, catalog)]

    assert found(once * 2 + free) == []
    assert found(once * 3) == ["must say 'walk the bicycle home' at most 2 times, found 3"]

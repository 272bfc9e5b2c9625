"""How much a reader has to read, counted on the data as it stands on the pages."""

import shutil
from pathlib import PurePosixPath

import pytest
from conftest import ROOT, TOY, guide, toy

from build_tools import pipeline
from build_tools.kinds.flow.entry import Flow
from build_tools.kinds.flow.reading import longest, words_in_sight
from build_tools.problems import ContentError
from build_tools.project import Project

FURNITURE = ".danger-line, .progress, .steps, .steps-nav, .crumb, .review, .sr, details > div, .go"


def in_sight(page):
    """The words of a page that a reader sees who opens nothing, without what all pages have."""
    article = page.article.__copy__()
    for tag in article.select(f"{FURNITURE}, .screen"):
        tag.decompose()
    return len(article.get_text(" ").split())


@pytest.mark.build
def test_the_words_of_a_question_are_those_in_sight_on_its_page(real_pages):
    flow = guide().all(Flow)[0]
    counted = words_in_sight(guide(), flow)
    for question in flow.questions:
        page = real_pages.pages[PurePosixPath(flow.slug, question.id, "index.html")]
        assert counted[question.id] == in_sight(page), question.id


def test_the_longest_path_is_that_with_the_most_words():
    flow = toy().all(Flow)[0]
    words = dict.fromkeys((*flow.by_id, ""), 10)
    path, count = longest(flow, words)
    assert [edge.source for edge in path] == ["fork", "wheel", "pattern", "rider"]
    assert count == 60
    assert longest(flow, words, "stop")[1] == 30


def test_a_path_over_the_limit_is_told_at_its_longest_question(tmp_path):
    content = shutil.copytree(TOY, tmp_path / "content")
    file = content / "flows/check.yml"
    file.write_text(file.read_text().replace("most_words: 200", "most_words: 20"))
    with pytest.raises(ContentError, match=r"at most 20 words in sight on a path, found \d+"):
        pipeline.read_content(Project.at(ROOT, content))

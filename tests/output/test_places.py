"""A link to a place on its own page leads to one, or is told at its line."""

import shutil

import pytest
from conftest import ROOT, TOY

from build_tools import pipeline
from build_tools.problems import ContentError
from build_tools.project import Project


def told(tmp_path, more):
    content = shutil.copytree(TOY, tmp_path / "content")
    with (content / "pages/about.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{more}\n")
    try:
        pipeline.read_content(Project.at(ROOT, content))
    except ContentError as error:
        return [
            str(problem).partition("/content/")[2] or str(problem) for problem in error.problems
        ]
    return []


@pytest.mark.parametrize("name", ["uber-die-bremse", "%75ber-die-bremse"])
def test_a_heading_is_found_by_its_name(tmp_path, name):
    assert told(tmp_path, f"## Über die Bremse\n\nSee [the brake](#{name}).") == []


def test_a_place_that_is_not_there_is_told_at_its_line_with_the_nearest(tmp_path):
    before = len((TOY / "pages/about.md").read_text("utf-8").splitlines())
    (line,) = told(tmp_path, "## Über die Bremse\n\nWords.\nSee [it](#über-die-bremse).")
    assert f"about.md:{before + 5}: body: " in line
    assert "did you mean '#uber-die-bremse'?" in line

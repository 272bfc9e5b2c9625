"""Rules of pages that the toy guide breaks when one line of it is changed."""

import shutil

import pytest
from conftest import ROOT, TOY

from build_tools import pipeline
from build_tools.problems import ContentError
from build_tools.project import Project


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("site.yml", "No mechanic has read this page yet.", "Nobody has read it.[@kooijman2011]"),
        ("pages/sources.md", "---\n", "---\nlead: All of them.[@kooijman2011]\n"),
    ],
)
def test_a_citation_with_no_sources_below_it_is_told(tmp_path, name, old, new):
    content = shutil.copytree(TOY, tmp_path / "content")
    text = (content / name).read_text("utf-8")
    (content / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError, match="must not cite"):
        pipeline.read_content(Project.at(ROOT, content))


@pytest.mark.parametrize("above", ["which", "index", '"404"'])
def test_a_page_below_no_page_at_the_top_is_told(tmp_path, above):
    content = shutil.copytree(TOY, tmp_path / "content")
    file = content / "pages" / "which.md"
    file.write_text(file.read_text("utf-8").replace("below: causes", f"below: {above}"), "utf-8")
    with pytest.raises(ContentError, match="must be a page with a folder at the top"):
        pipeline.read_content(Project.at(ROOT, content))

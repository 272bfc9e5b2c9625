"""Content that has not changed is not judged again; what changed is, with the same words."""

import shutil

import pytest
from conftest import TOY

from build_tools import checking
from build_tools.problems import ContentError
from build_tools.project import Project


@pytest.fixture
def project(tmp_path):
    """A project of its own with the toy guide, approved."""
    shutil.copytree(TOY, tmp_path / "content")
    shutil.copy(TOY.parent / "safety.lock.yml", tmp_path)
    return Project.at(tmp_path)


def problems_of(project):
    try:
        checking.checked(project)
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    return []


def test_unchanged_content_is_not_judged_again_and_is_told_in_the_same_words(project, judged):
    first = checking.checked(project)
    assert {"entry", "catalog"} <= set(judged)
    judged.clear()
    assert checking.checked(project).tallies == first.tallies != []
    assert judged == []


def test_an_entry_that_changed_is_judged_alone_and_all_entries_together(project, judged):
    checking.checked(project)
    judged.clear()
    page = project.content / "pages" / "claims.md"
    page.write_text(page.read_text("utf-8").replace("Claims about", "Some claims about"))
    assert "not-approved" in problems_of(project)[0]
    assert judged.count("entry") < 20 < judged.count("entry") + judged.count("catalog")


def test_what_was_known_is_wrong_again_each_time_it_is_wrong(project):
    assert problems_of(project) == []
    page = project.content / "pages" / "claims.md"
    page.write_text(page.read_text("utf-8").replace("lists: [claim, verdict]", "lists: [claim]"))
    assert problems_of(project) == problems_of(project) != []


def test_an_approval_that_changed_is_seen(project):
    assert problems_of(project) == []
    project.lock.unlink()
    assert "not-approved" in problems_of(project)[0]

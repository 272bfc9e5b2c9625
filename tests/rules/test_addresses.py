import shutil
from datetime import date

import pytest
from conftest import ROOT, TOY

from build_tools import pipeline
from build_tools.problems import ContentError
from build_tools.project import Project

TODAY = date(2026, 2, 1)


def refusals(content):
    """Why a guide cannot be read: the rule and the message of each line."""
    try:
        pipeline.read_content(Project.at(ROOT, content), today=TODAY)
    except ContentError as error:
        return {(problem.rule, problem.message) for problem in error.problems}
    return set()


@pytest.fixture
def content(tmp_path):
    return shutil.copytree(TOY, tmp_path / "content")


def moved(content, old, new):
    (content / old).rename(content / new)
    return refusals(content)


def test_a_page_must_not_have_a_folder_of_the_site(content):
    assert (
        "address-twice",
        "must not have the address 'assets/', which the site itself needs",
    ) in moved(content, "pages/about.md", "pages/assets.md")


def test_two_entries_do_not_have_one_address(content):
    assert (
        "address-twice",
        (
            "must have an address of its own, found 'before-the-ride/', which "
            "content/checklists/before-the-ride.yml has"
        ),
    ) in moved(content, "pages/about.md", "pages/before-the-ride.md")


@pytest.mark.parametrize("name", ["index", "readme"])
def test_no_entry_has_the_name_of_an_index(content, name):
    assert ("bad-name", f"must not be named {name!r}: indexes are") in moved(
        content, "causes/soft-tyre.yml", f"causes/{name}.yml"
    )


def test_only_the_readme_at_the_top_is_no_entry(content):
    (content / "README.md").write_text("# How to write\n")
    assert refusals(content) == set()
    assert moved(content, "pages/about.md", "pages/README.md")

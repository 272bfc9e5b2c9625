"""Each rule of safety: broken on the toy site, and found."""

import pytest
from conftest import ROOT, TOY

from build_tools import pipeline
from build_tools.project import Project
from build_tools.rules.run import judge_site
from build_tools.site.read import read_site

FORM = "checklist/index.html"


@pytest.fixture(scope="module")
def catalog():
    return pipeline.read_content(Project.at(ROOT, TOY)).catalog


def found(folder, catalog):
    site = read_site(folder, folder)
    return [
        f"{problem.location.path}: {problem.message} [{problem.rule}]"
        for problem in judge_site(site, catalog).problems
    ]


def test_the_toy_site_is_safe(toy_site, catalog):
    assert found(toy_site, catalog) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            '<form class="sheet"',
            '<form action="https://example.org/" class="sheet"',
            "a form must have neither an action nor a way to send it [form-sends]",
        ),
        (
            '<button type="reset">',
            '<button type="submit">',
            "a form must have neither an action nor a way to send it [form-sends]",
        ),
        (
            '<input type="text">',
            '<input type="text" name="since">',
            "the field 'since' must have no name, so that it cannot be sent [form-sends]",
        ),
    ],
)
def test_what_a_reader_fills_in_goes_nowhere(broken_site, catalog, old, new, said):
    path = broken_site / FORM
    html = path.read_text("utf-8")
    assert old in html
    path.write_text(html.replace(old, new, 1), encoding="utf-8")
    assert f"{FORM}: {said}" in found(broken_site, catalog)

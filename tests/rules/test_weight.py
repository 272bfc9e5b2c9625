import os
import shutil

import pytest
from conftest import toy

from build_tools.rules.weight import every_class_has_a_look, no_page_waits_long
from build_tools.site.read import read_site


@pytest.fixture
def site(toy_pages, tmp_path):
    return shutil.copytree(toy_pages.folder, tmp_path / "site")


def heavy(site):
    found = read_site(site, site.parent)
    return [
        problem.message
        for page in found.pages.values()
        for problem in no_page_waits_long(page, found)
    ]


def unstyled(site):
    found = read_site(site, site.parent)
    return [problem.message for problem in every_class_has_a_look(found, toy())]


def test_the_site_is_light_and_has_its_look(site):
    assert heavy(site) == unstyled(site) == []


@pytest.mark.parametrize(
    ("pattern", "what"), [("javascripts/site.js", "script"), ("stylesheets/all-*.css", "style")]
)
def test_forty_kilobytes_more_are_found_on_every_page(site, pattern, what):
    with next(site.glob(pattern)).open("ab") as file:
        file.write(os.urandom(40 * 1024))
    messages = heavy(site)
    assert len(messages) == len(list(site.rglob("*.html")))
    assert all(f"bytes of {what}, found 4" in message for message in messages)


def test_what_only_print_or_a_click_asks_for_may_be_heavier(site):
    for pattern in ("stylesheets/print-*.css", "javascripts/search.js"):
        with next(site.glob(pattern)).open("ab") as file:
            file.write(os.urandom(40 * 1024))
    assert heavy(site) == []


@pytest.mark.parametrize("name", ["care", "numbers", "patterns", "drawing"])
def test_a_rule_lost_from_a_stylesheet_is_found(site, name):
    for style in site.glob("stylesheets/*.css"):
        style.write_text(style.read_text("utf-8").replace(f".{name}", ".lost"), "utf-8")
    assert unstyled(site) == [f"class {name!r} must have a rule in a stylesheet"]

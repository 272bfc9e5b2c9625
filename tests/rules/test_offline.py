import pytest
from conftest import toy

from build_tools.rules.offline import (
    a_kept_page_can_say_so,
    the_archive_holds_every_file,
    the_worker_keeps_every_page,
)
from build_tools.site.read import WORKER, read_site

ZIP = "wobbly-bicycle.zip"


def messages(rule, folder):
    return [problem.message for problem in rule(read_site(folder, folder), toy())]


def test_what_a_build_makes_keeps_all_of_it(toy_pages):
    for rule in (the_worker_keeps_every_page, a_kept_page_can_say_so, the_archive_holds_every_file):
        assert rule(toy_pages, toy()) == []


def test_a_page_that_is_not_as_it_was_kept_is_found(broken_site):
    page = broken_site / "causes/index.html"
    page.write_bytes(page.read_bytes() + b" ")
    assert messages(the_worker_keeps_every_page, broken_site) == [
        "must keep causes/index.html as it is"
    ]


def test_a_style_that_is_not_kept_is_found(broken_site):
    worker = broken_site / WORKER
    name = next(broken_site.glob("stylesheets/all-*.css")).relative_to(broken_site).as_posix()
    worker.write_text(worker.read_text("utf-8").replace(f'"{name}"', '"x.css"'), "utf-8")
    assert messages(the_worker_keeps_every_page, broken_site) == [
        f"must keep {name} as it is",
        "must keep nothing that is not there, found 'x.css'",
    ]


def test_a_site_without_its_worker_is_found(broken_site):
    (broken_site / WORKER).unlink()
    assert "must keep index.html as it is" in messages(the_worker_keeps_every_page, broken_site)


def test_a_page_that_could_not_say_that_it_is_kept_is_found(broken_site):
    page = broken_site / "index.html"
    page.write_text(page.read_text("utf-8").replace("<article", "<div"), "utf-8")
    assert messages(a_kept_page_can_say_so, broken_site) == ["must hold <article> once, found none"]


def test_a_file_that_the_archive_lacks_is_found(broken_site):
    (broken_site / "data/new.json").write_text("{}")
    assert messages(the_archive_holds_every_file, broken_site) == ["must hold data/new.json"]


@pytest.mark.parametrize("content", [None, b"no zip"])
def test_an_archive_that_cannot_be_opened_holds_nothing(broken_site, content):
    (broken_site / ZIP).unlink()
    if content:
        (broken_site / ZIP).write_bytes(content)
    assert "must hold index.html" in messages(the_archive_holds_every_file, broken_site)

"""What is wrong with a page or a sheet is told at the file that its author wrote."""

from cases import Change, changed
from conftest import toy

from build_tools.problems import Location
from build_tools.rule import Rule, Scope
from build_tools.rules.run import judge_site
from build_tools.site.author import at_their_authors


def told(site, change):
    site = changed(site, change)
    problems = at_their_authors(judge_site(site, toy()).problems, site, toy())
    return [str(problem).removeprefix("tests/toys/bicycle/") for problem in problems]


def test_words_of_a_field_are_told_at_its_line(toy_pages):
    change = Change("red-flags/index.html", "<li>Get off and walk.</li>", "")
    (line,) = told(toy_pages, change)
    assert line.startswith("red-flags/cracked-fork.yml:")
    assert "do_now" in line.partition(": must")[0]


def test_what_nobody_wrote_is_told_at_the_entry_of_the_page(toy_pages):
    change = Change("causes/soft-tyre/index.html", '<html lang="en"', "<html")
    (line,) = told(toy_pages, change)
    page = "causes/soft-tyre/index.html"
    assert (
        line == f"causes/soft-tyre.yml:1: must say its language; seen at {page} [missing-language]"
    )


def test_the_page_has_its_true_line(toy_pages):
    change = Change("causes/soft-tyre/index.html", "<h2", '<h2 onclick="x()"')
    html = (toy_pages.folder / change.page).read_text("utf-8")
    line = html[: html.index("<h2")].count("\n") + 1
    assert any(
        f"seen at causes/soft-tyre/index.html:{line} [" in one for one in told(toy_pages, change)
    )


def test_a_page_that_is_no_entrys_is_told_as_it_is(toy_pages):
    change = Change("404.html", '<html lang="en"', "<html")
    assert told(toy_pages, change) == ["404.html: must say its language [missing-language]"]


def test_a_line_missing_on_a_sheet_is_told_at_its_field(toy_pages):
    sheet = toy_pages.display_path / "before-the-ride/before-the-ride-a4.pdf"
    rule = Rule("missing-words", Scope.SITE, "", list)
    lost = rule.problem(Location(sheet, 0, words="Get off and walk."), "must hold it")
    (problem,) = at_their_authors([lost], toy_pages, toy())
    assert problem.location.field == "do_now[0]"

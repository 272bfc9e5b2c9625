"""Each check: a page that passes, one that fails, side by side. The toy site is the page that passes."""

import re
from dataclasses import replace

import pytest
from conftest import ROOT, TOY

from build_tools import pipeline
from build_tools.made import Pdf
from build_tools.output.pdf import typeset
from build_tools.project import Project
from build_tools.rules.run import judge_site
from build_tools.site.read import read_site


@pytest.fixture(scope="module")
def catalog():
    return pipeline.read_content(Project.at(ROOT, TOY)).catalog


def found(site, catalog):
    return [
        f"{problem.location.path}: {problem.message} [{problem.rule}]"
        for problem in judge_site(read_site(site, site), catalog).problems
    ]


def change(site, name, old, new, times=1):
    path = site / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, times), encoding="utf-8")


def test_the_toy_site_has_no_problems(toy_site, catalog):
    assert found(toy_site, catalog) == []


CAUSE = "causes/loose-headset/index.html"
FLAG = "A creak &#38; a click when you brake"


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (
            CAUSE,
            'href="../../red-flags/#cracked-fork"',
            'href="../../red-flag/#cracked-fork"',
            "link to '../../red-flag/#cracked-fork' leads nowhere [broken-link]",
        ),
        (
            CAUSE,
            'href="../../red-flags/#cracked-fork"',
            'href="../../red-flags/#cracked"',
            "link to '../../red-flags/#cracked' leads to a page without #cracked [broken-fragment]",
        ),
        (
            CAUSE,
            'href="../../causes/"',
            'href="../../../causes/"',
            "link to '../../../causes/' leads nowhere [broken-link]",
        ),
        (
            CAUSE,
            'id="see-someone"',
            'id="sources"',
            "id 'sources' must be there once, found 2 times [duplicate-id]",
        ),
        (
            CAUSE,
            '<p class="lede">',
            '<p class="lede"><img src="../../assets/favicon.svg">',
            "image '../../assets/favicon.svg' must have alternative text [missing-alt-text]",
        ),
        (
            "mechanisms/caster/index.html",
            '<desc id="rate-description">',
            '<desc id="rate-d">',
            "drawing must have a title and a description that name it [missing-alt-text]",
        ),
        (
            CAUSE,
            "<title>A loose headset - Wobbly bicycle</title>",
            "<title></title>",
            "must have a title [missing-title]",
        ),
        (CAUSE, "<title>A loose headset -", "<title>A soft tyre -", None),
        (
            CAUSE,
            '<meta name="description" content="The bearing that the fork turns in has play.">',
            "",
            "must have a description [missing-description]",
        ),
        (CAUSE, "<h2", "<h1>Two</h1><h2", "must have one main heading, found 2 [main-heading]"),
        (CAUSE, '<html lang="en"', "<html", "must say its language [missing-language]"),
        (CAUSE, '<time datetime="2026-01-31">', "<span>", None),
        (
            CAUSE,
            '<time datetime="2026-01-31">',
            '<time datetime="2026-01-30">',
            "must show the review of 2026-01-31, found 2026-01-30 [wrong-review]",
        ),
        (
            CAUSE,
            '<p class="lede">',
            '<p class="lede"><script>x()</script>',
            "<script> must not stand in the text [unsafe-element]",
        ),
        (
            CAUSE,
            '<p class="lede">',
            '<p class="lede" onclick="x()">',
            "attribute 'onclick' must not stand in the text [unsafe-attribute]",
        ),
        (
            CAUSE,
            '<p class="lede">',
            '<p class="lede" style="x">',
            "attribute 'style' must not stand in the text [unsafe-attribute]",
        ),
        (
            CAUSE,
            '<p class="lede">',
            '<p class="lede"><a href="javascript:x()">x</a>',
            "must not link to 'javascript:x()' [unsafe-link]",
        ),
        (
            CAUSE,
            "</head>",
            '<link rel="stylesheet" href="https://example.org/x.css"></head>',
            "must not load 'https://example.org/x.css' from another host [foreign-request]",
        ),
        (
            CAUSE,
            '<p class="lede">',
            '<p class="lede"><img alt="x" src="//example.org/x.png">',
            "must not load '//example.org/x.png' from another host [foreign-request]",
        ),
        (
            CAUSE,
            '<meta http-equiv="Content-Security-Policy"',
            "<meta",
            "must carry one security policy, right after the charset [missing-policy]",
        ),
        (
            "red-flags/index.html",
            "<li>A dark line in the paint, 1 &#42; 2 mm or more</li>",
            "",
            "must hold 'A dark line in the paint, 1 * 2 mm or more' once in #cracked-fork, found none [missing-words]",
        ),
        (
            "red-flags/index.html",
            "1 &#42; 2 mm",
            "1 &amp;#42; 2 mm",
            "must hold 'A dark line in the paint, 1 * 2 mm or more' once in #cracked-fork, found none [missing-words]",
        ),
        (
            "red-flags/index.html",
            "<li>Get off and walk.</li>",
            "<li>Get off and walk.</li><li>Get off and walk.</li>",
            "must hold 'Get off and walk.' once in #cracked-fork, found 2 [missing-words]",
        ),
        (
            CAUSE,
            '<a href="../../red-flags/#cracked-fork">A crack in the fork</a>',
            "",
            "must hold 'A crack in the fork' once in #see-someone, found none [missing-words]",
        ),
    ],
)
def test_what_a_reader_should_not_meet_is_found(broken_site, catalog, name, old, new, said):
    change(broken_site, name, old, new)
    expected = {
        "<title>A soft tyre -": "causes/soft-tyre/index.html: must have a title of its own, found 'A soft tyre - Wobbly bicycle', which is /causes/loose-headset/'s [page-title-twice]",
        "<span>": "causes/loose-headset/index.html: must show the dates of the last and the next review, found ['2026-07-31'] [missing-review]",
    }.get(new, f"{name}: {said}")
    assert expected in found(broken_site, catalog)


def test_a_missing_page_is_found(broken_site, catalog):
    (broken_site / "causes/soft-tyre/index.html").unlink()
    problems = [
        str(problem)
        for problem in judge_site(read_site(broken_site, broken_site), catalog).problems
    ]
    assert (
        "tests/toys/bicycle/causes/soft-tyre.yml:1: has no page causes/soft-tyre/index.html on the site [missing-page]"
        in problems
    )


def test_a_page_that_nothing_leads_to_is_found(broken_site, catalog):
    for path in broken_site.rglob("*.html"):
        path.write_text(
            re.sub(r'href="[^"]*soft-tyre/"', 'href="#"', path.read_text("utf-8")), encoding="utf-8"
        )
    problems = [
        str(problem)
        for problem in judge_site(read_site(broken_site, broken_site), catalog).problems
    ]
    assert (
        "tests/toys/bicycle/causes/soft-tyre.yml:1: its page causes/soft-tyre/index.html cannot be reached from the home page [unreachable-page]"
        in problems
    )


def test_a_missing_place_is_found(broken_site, catalog):
    change(broken_site, "glossary/index.html", '<div id="headset">', "<div>")
    problems = [
        str(problem)
        for problem in judge_site(read_site(broken_site, broken_site), catalog).problems
    ]
    assert (
        "tests/toys/bicycle/glossary/terms.yml:1: its place #headset is missing on the page glossary/index.html [missing-page]"
        in problems
    )


def test_a_stylesheet_loads_nothing_from_elsewhere(broken_site, catalog):
    with (broken_site / "stylesheets/site.css").open("a") as css:
        css.write("@import 'https://example.org/x.css';")
    assert (
        "stylesheets/site.css: must not load 'https://example.org/x.css' from another host [foreign-request]"
        in found(broken_site, catalog)
    )


def test_a_sheet_that_lacks_a_line_is_found(broken_site, catalog, tmp_path):
    sheet = next(pdf for pdf in catalog.made(Pdf) if pdf.path.name == "checklist-a4.pdf")
    shorter = replace(sheet, data={**sheet.data, "blocks": sheet.data["blocks"][1:]})
    made = typeset([shorter], tmp_path / "cache", "").files[0].content
    (broken_site / sheet.path).write_bytes(made)
    assert (
        "checklist/checklist-a4.pdf: must hold 'A crack in the fork', found none [missing-words]"
        in found(broken_site, catalog)
    )


def test_a_missing_sheet_is_found(broken_site, catalog):
    (broken_site / "checklist/checklist-a4.pdf").unlink()
    assert (
        "checklist/checklist-a4.pdf: must be there: it is a sheet to print [missing-sheet]"
        in found(broken_site, catalog)
    )

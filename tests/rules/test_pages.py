"""Each check: a page that passes, one that fails. The toy site is the page that passes."""

import re
from dataclasses import replace

import pytest
from cases import Change, changed, changes
from conftest import toy

from build_tools.rule import Scope, Tally
from build_tools.rules.pages import every_card_says_when
from build_tools.rules.run import judge_site
from build_tools.rules.safety import SAFETY_RULES
from build_tools.rules.sheets import SHEET_RULES
from build_tools.rules.site import SITE_RULES
from build_tools.site.read import read_site

SHEET = "before-the-ride/before-the-ride-a4.pdf"


def found(site):
    return [
        f"{problem.location.path}: {problem.message} [{problem.rule}]"
        for problem in judge_site(site, toy()).problems
    ]


def test_the_toy_site_has_no_problems(toy_pages):
    assert found(toy_pages) == []


@pytest.mark.parametrize(
    ("change", "said"),
    changes("""
        == causes/loose-headset/index.html
        - href="../../red-flags/"
        + href="../../red-flag/"
        -> link to '../../red-flag/' leads nowhere [broken-link]

        - href="../../red-flags/"
        + href="../../red-flags/#cracked"
        -> link to '../../red-flags/#cracked' leads to a page without #cracked [broken-fragment]

        - href="../../causes/"
        + href="../../../causes/"
        -> link to '../../../causes/' leads nowhere [broken-link]

        - id="see-someone"
        + id="sources"
        -> id 'sources' must be there once, found 2 times [duplicate-id]

        - <p class="lede">
        + <p class="lede"><img src="../../assets/favicon.svg">
        -> image '../../assets/favicon.svg' must have alternative text [missing-alt-text]

        - <title>A loose headset - Wobbly bicycle</title>
        + <title></title>
        -> must have a title [missing-title]

        - <meta name="description" content="The bearing that the fork turns in has play.">
        -> must have a description [missing-description]

        - <h2
        + <h1>Two</h1><h2
        -> must have one main heading, found 2 [main-heading]

        - <html lang="en"
        + <html
        -> must say its language [missing-language]

        - <time datetime="2026-01-31">
        + <span>
        -> must show the dates of the last review, the next one and the first publication,
           found ['2026-07-31', '2026-01-31'] [missing-review]

        - <time datetime="2026-01-31">
        + <time datetime="2026-01-30">
        -> must show the review of 2026-01-31, found 2026-01-30 [wrong-review]

        - <p class="lede">
        + <p class="lede"><script>x()</script>
        -> <script> must not stand in the text [unsafe-element]

        - <p class="lede">
        + <p class="lede" onclick="x()">
        -> attribute 'onclick' must not stand in the text [unsafe-attribute]

        - <p class="lede">
        + <p class="lede" style="x">
        -> attribute 'style' must not stand in the text [unsafe-attribute]

        - <p class="lede">
        + <p class="lede"><a href="javascript:x()">x</a>
        -> must not link to 'javascript:x()' [unsafe-link]

        - </head>
        + <link rel="stylesheet" href="https://example.org/x.css"></head>
        -> must not load 'https://example.org/x.css' from another host [foreign-request]

        - <p class="lede">
        + <p class="lede"><img alt="x" src="//example.org/x.png">
        -> must not load '//example.org/x.png' from another host [foreign-request]

        - <meta http-equiv="Content-Security-Policy"
        + <meta
        -> must carry one security policy, right after the charset [missing-policy]

        - <li>the play comes back</li>
        + <li>the play comes back</li><li>the play comes back</li>
        -> card must say 'the play comes back' once, found 2 times [empty-card]

        - <p>A crack in the fork</p>
        -> must hold 'A crack in the fork' once in #see-someone, found none [missing-words]

        == causes/soft-tyre/index.html
        - <title>A soft tyre -
        + <title>A loose headset -
        -> must have a title of its own, found 'A loose headset - Wobbly bicycle',
           which is /causes/loose-headset/'s [page-title-twice]

        == mechanisms/caster/index.html
        - <desc id="rate-description">
        + <desc id="rate-d">
        -> drawing must have a title and a description that name it [missing-alt-text]

        == red-flags/index.html
        - <li>A dark line in the paint, 1 * 2 mm or more.</li>
        -> must hold 'A dark line in the paint, 1 * 2 mm or more.' once in #cracked-fork,
           found none [missing-words]

        - 1 * 2 mm
        + 1 &amp;#42; 2 mm
        -> must hold 'A dark line in the paint, 1 * 2 mm or more.' once in #cracked-fork,
           found none [missing-words]

        - <li>Get off and walk.</li>
        + <li>Get off and walk.</li><li>Get off and walk.</li>
        -> must hold 'Get off and walk.' once in #cracked-fork, found 2 [missing-words]
    """),
)
def test_what_a_reader_should_not_meet_is_found(toy_pages, change, said):
    assert f"{change.page}: {said}" in found(changed(toy_pages, change))


def told(site):
    """What is wrong with the site, as an author is told it."""
    return [
        str(problem).removeprefix("tests/toys/bicycle/")
        for problem in judge_site(site, toy()).problems
    ]


def test_a_missing_page_is_found(broken_site):
    (broken_site / "causes/soft-tyre/index.html").unlink()
    said = "has no page causes/soft-tyre/index.html on the site [missing-page]"
    assert f"causes/soft-tyre.yml:1: {said}" in told(read_site(broken_site, broken_site))


def test_a_page_that_nothing_leads_to_is_found(broken_site):
    for path in broken_site.rglob("*.html"):
        html = path.read_text("utf-8")
        path.write_text(re.sub(r'href="[^"]*soft-tyre/"', 'href="#"', html), encoding="utf-8")
    said = (
        "its page causes/soft-tyre/index.html cannot be reached from the home page "
        "[unreachable-page]"
    )
    assert f"causes/soft-tyre.yml:1: {said}" in told(read_site(broken_site, broken_site))


def test_a_missing_place_is_found(toy_pages):
    site = changed(toy_pages, Change("glossary/index.html", '<div id="headset">', "<div>"))
    said = "its place #headset is missing on the page glossary/index.html [missing-page]"
    assert f"glossary/terms.yml:1: {said}" in told(site)


def test_a_stylesheet_loads_nothing_from_elsewhere(toy_pages, broken_site):
    joined = next(broken_site.glob("stylesheets/all-*.css"))
    with joined.open("a") as css:
        css.write("@import 'https://example.org/x.css';")
    said = "must not load 'https://example.org/x.css' from another host [foreign-request]"
    assert f"stylesheets/{joined.name}: {said}" in found(replace(toy_pages, folder=broken_site))


def test_a_missing_sheet_is_found(broken_site):
    (broken_site / SHEET).unlink()
    said = "must be there: it is a sheet to print [missing-sheet]"
    assert f"before-the-ride/before-the-ride-a4.pdf: {said}" in found(
        read_site(broken_site, broken_site)
    )


def test_every_rule_of_a_site_is_run(toy_pages):
    nothing = replace(toy_pages, pages={}, files=frozenset())
    rules = [rule for kind in toy().kinds.values() for rule in kind.rules]
    rules = [
        rule
        for rule in (*SITE_RULES, *SHEET_RULES, *SAFETY_RULES, *rules)
        if rule.scope is Scope.SITE
    ]
    alone = [problem for rule in rules for problem in rule(nothing, toy())]
    assert len(alone) > len(toy().entries) / 2
    judgement = judge_site(nothing, toy())
    assert [*judgement.problems, *judgement.tallies] == sorted(
        alone, key=lambda found: isinstance(found, Tally)
    )


def test_a_card_that_promises_and_lists_nothing_is_found(tmp_path):
    numbers = '<ul class="numbers"><li>112</li></ul>'
    card = f'<section class="care"><h2>Stop if:</h2>{numbers}</section>'
    (tmp_path / "index.html").write_text(f"<article>{card}</article>", encoding="utf-8")
    (page,) = read_site(tmp_path, tmp_path).pages.values()
    (problem,) = every_card_says_when(page, read_site(tmp_path, tmp_path))
    assert problem.message == "card must list when, below its heading"

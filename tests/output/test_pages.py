import re
from dataclasses import replace
from datetime import date
from functools import cache
from html import unescape
from pathlib import PurePosixPath

from conftest import guide, of_kind, toy

from build_tools.kinds.red_flag.entry import RedFlag
from build_tools.output.pages import LONG, SECTIONS, fitted, render, tidy

TODAY = date(2026, 2, 1)


def pages(catalog):
    return {
        str(output.path): output.content.decode()
        for output in render(catalog)
        if output.path.suffix == ".md"
    }


@cache
def toy_markdown():
    return pages(toy())


@cache
def guide_markdown():
    return pages(guide())


def test_tidy_leaves_no_trailing_spaces_and_no_runs_of_blank_lines():
    assert tidy("\n\na  \n\n\n\nb\n\n") == "a\n\nb\n"


def test_the_same_catalog_gives_the_same_bytes():
    assert pages(toy()) == pages(toy())


def test_links_start_from_the_page_they_stand_on():
    page = toy_markdown()["causes/loose-headset/index.md"]
    assert "([headset](../../glossary/index.md#headset))" in page
    assert "[The wheel trails like a caster](../../mechanisms/caster/index.md)" in page
    assert 'href="../../red-flags/"' in page


def test_each_finding_names_every_entry_that_rests_on_it():
    page = unescape(guide_markdown()["sources/index.md"])
    items = dict(re.findall(r'<li id="([\w-]+)">(.*?)</ul>', page, re.DOTALL))
    counted = {
        (slug, index): said.partition("Used in:")[2].count("<a ")
        for slug, item in items.items()
        for index, said in enumerate(item.partition('<ul class="findings">')[2].split("<li>")[1:])
    }
    sources = of_kind(guide(), "source")
    assert counted == {
        (source.slug, index): len(guide().resting[source.id, name])
        for source in sources
        for index, name in enumerate(source.part_names)
    }


def test_danger_signs_stand_in_their_order():
    order = {flag.short: flag.order for flag in guide().all(RedFlag) if flag.level == "emergency"}
    home = unescape(guide_markdown()["index.md"])
    listed = re.findall(
        r"<li>(?:<p>)?([^<]+)(?:</p>|</li>)",
        re.sub(r">\n|\n<", lambda found: found[0].strip(), home),
    )
    shown = [order[words] for words in listed if words in order]
    assert shown == sorted(order.values())


def test_the_target_shows_the_way_back():
    assert 'href="../../causes/loose-headset/"' in toy_markdown()["mechanisms/caster/index.md"]


def test_citations_are_numbered_once_and_listed():
    page = toy_markdown()["causes/loose-headset/index.md"]
    assert page.count('aria-label="Source 1"') == 4
    assert page.count('<li id="source-1">') == 1


def test_an_overdue_review_shows():
    assert "overdue" not in toy_markdown()["index.md"]
    assert "This review is overdue." in pages(replace(toy(), today=date(2026, 8, 1)))["index.md"]


def test_plain_text_is_escaped_in_every_template():
    page = toy_markdown()["red-flags/index.md"]
    assert "1 &#42; 2 mm" in page
    assert "A creak &#38; a click" in page


def test_no_page_is_made_for_the_missing_one():
    assert {PurePosixPath(path).name for path in toy_markdown() if "404" in path} == set()


def page_of(words: int, sections: int) -> str:
    fold = '<details class="contents" markdown>\n[TOC]\n</details>\n'
    return fold + "\n## x\n" * sections + "word " * words


def test_a_long_page_has_a_list_of_contents():
    assert "[TOC]" in fitted(page_of(LONG, SECTIONS))


def test_a_page_of_few_words_or_sections_has_none():
    assert "contents" not in fitted(page_of(LONG // 2, SECTIONS))
    assert "contents" not in fitted(page_of(LONG, SECTIONS - 1))

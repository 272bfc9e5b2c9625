"""What was judged before and found good is not judged again, and nothing else is let through."""

import random
import re

import pytest
from conftest import toy

from build_tools import known as known_module
from build_tools.content.load import load
from build_tools.content.validate import validate
from build_tools.known import Known, namer
from build_tools.rules.run import judge_entries, judge_site
from build_tools.site.read import read_site


def problems_of(folder, known=None):
    """All that is wrong with the built toy site, in lines."""
    return sorted(map(str, judge_site(read_site(folder, folder), toy(), known).problems))


def test_what_is_good_is_kept_and_what_is_not_asked_for_is_forgotten(tmp_path):
    first = Known(tmp_path / "known" / "things.json")
    first.add("one", "so")
    first.add("two")
    first.keep()
    second = Known(tmp_path / "known" / "things.json")
    assert (second.seen("one"), second.says("one"), second.seen("three")) == (True, "so", False)
    second.keep()
    assert not Known(tmp_path / "known" / "things.json").seen("two")


@pytest.mark.parametrize("content", ["", "[]", '{"a": 1}', "{"])
def test_a_file_that_was_cut_short_knows_nothing(tmp_path, content):
    (tmp_path / "things.json").write_text(content)
    assert not Known(tmp_path / "things.json").seen("one")


def test_a_name_holds_the_subject_all_that_it_rests_on_and_the_code(monkeypatch):
    name = namer("pages")("a", b"b")
    assert name == namer("pages")("a", b"b")
    others = [namer("entries")("a", b"b"), namer("pages")("a", b"c"), namer("pages")("ab", b"")]
    monkeypatch.setattr(known_module, "_code", lambda: "another program")
    assert name not in {*others, namer("pages")("a", b"b")}


def test_a_page_that_is_known_is_not_judged_again(toy_site, judged):
    known = Known()
    problems_of(toy_site, known)
    assert "page" in judged
    judged.clear()
    problems_of(toy_site, known)
    assert set(judged) == {"site"}


def test_an_entry_that_is_known_is_judged_again_when_it_changed(make_content, toy_kinds, judged):
    kinds, known = {kind.name: kind for kind in toy_kinds}, Known()

    def problems(notes):
        judged.clear()
        content = make_content(f'== repairs/a.yml\ntitle: A\nnotes: "{notes}"\n')
        raw, _ = load(content, content.parent)
        entries, _ = validate(raw, toy_kinds)
        return [found.rule for found in judge_entries(entries, raw, kinds, known)[1]], bool(judged)

    assert problems("So it is.") == ([], True)
    assert problems("So it is.") == ([], False)
    assert problems("[x](javascript:1).") == (["unsafe-link"], True)
    assert problems("[x](javascript:1).") == (["unsafe-link"], True)


EDITS = (
    (r'id="([^"]+)"', r'id="\1-moved"'),
    (r"<h1[^>]*>", "<h2>"),
    (r'href="(\.\./)', r'href="../\1'),
    (r"<title>[^<]*</title>", "<title></title>"),
    (r' lang="en"', ""),
    (r"<p>", '<p class="nowhere">'),
    (r"\. ", ", "),
)


def test_after_many_edits_the_quick_way_finds_what_judging_anew_finds(broken_site):
    """Each edit is to one page; some break another page, by an id that it leads to."""
    chance, known = random.Random(7), Known()  # noqa: S311  no secret
    pages = sorted(broken_site.rglob("*.html"))
    for _ in range(12):
        page = chance.choice(pages)
        before = page.read_text("utf-8")
        pattern, by = chance.choice(EDITS)
        page.write_text(re.sub(pattern, by, before, count=1), encoding="utf-8")
        assert problems_of(broken_site, known) == problems_of(broken_site)
        if chance.random() < 0.5:
            page.write_text(before, encoding="utf-8")


def test_a_stylesheet_that_changed_is_seen(broken_site):
    known = Known()
    assert problems_of(broken_site, known) == []
    for style in broken_site.rglob("*.css"):
        style.write_text(style.read_text("utf-8").replace(".lede", ".other"), encoding="utf-8")
    assert problems_of(broken_site, known) == problems_of(broken_site) != []

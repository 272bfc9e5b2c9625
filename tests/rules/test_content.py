from dataclasses import replace
from datetime import date

from build_tools.content.link import link
from build_tools.content.load import load
from build_tools.content.validate import validate
from build_tools.kinds import KINDS
from build_tools.rules.run import judge_catalog, judge_entries

TODAY = date(2026, 2, 1)


def checked(content, kinds, whole=True):
    raw, _ = load(content, content.parent)
    entries, _ = validate(raw, kinds)
    catalog = replace(link(entries, raw, kinds)[0], today=TODAY)
    return [
        str(problem).removeprefix("content/") for problem in judge_catalog(catalog, whole).problems
    ]


def test_an_entry_of_strange_prose_is_refused_at_its_line(make_content, toy_kinds):
    content = make_content(
        """
        == repairs/a.yml
        title: A
        notes: "[x](javascript:1)."
        == repairs/b.yml
        title: B
        notes: "`code`."
        == repairs/c.yml
        title: C
        notes: "[999](tel:999)."
        """
    )
    raw, _ = load(content, content.parent)
    entries, _ = validate(raw, toy_kinds)
    good, problems = judge_entries(entries, raw, {kind.name: kind for kind in toy_kinds})
    assert [entry.slug for entry in good] == ["c"]
    assert [str(problem).partition("notes: ")[0] for problem in problems] == [
        "content/repairs/a.yml:2: ",
        "content/repairs/b.yml:2: ",
    ]
    assert [problem.rule for problem in problems] == ["unsafe-link", "unsafe-markup"]


def test_an_entry_that_nothing_links_to_is_an_orphan(make_content, toy_kinds):
    content = make_content("""
        == parts/hub.yml
        title: Hub
        == parts/rim.yml
        title: Rim
        == repairs/a.yml
        title: A
        parts: [rim]
    """)
    assert checked(content, toy_kinds) == [
        "parts/hub.yml:1: nothing links to or cites the part 'hub' [orphan-entry]"
    ]


def test_a_field_of_facts_cites_a_source(make_content, toy_kinds):
    content = make_content("""
        == repairs/a.yml
        title: A
        notes: It is so.
        == repairs/b.yml
        title: B
        notes: It is so.[@x]
    """)
    assert checked(content, toy_kinds) == [
        "repairs/a.yml:2: notes: states facts and must cite a source, like [@key] [uncited-fact]"
    ]


def test_a_link_is_listed_once(make_content, toy_kinds):
    content = make_content("""
        == parts/hub.yml
        title: Hub
        == repairs/a.yml
        title: A
        parts: [hub, hub]
    """)
    assert checked(content, toy_kinds) == [
        "repairs/a.yml:2: parts[1]: must be listed once, found 'hub' again [link-twice]"
    ]


def test_what_is_missing_is_not_judged_while_files_cannot_be_read(make_content, toy_kinds):
    content = make_content("""
        == parts/hub.yml
        title: Hub
    """)
    assert checked(content, toy_kinds, whole=False) == []


def test_what_a_kind_needs_must_be_there(make_content):
    assert "site:1: must hold the guide 'site' [missing-entry]" in checked(
        make_content(page("index")), KINDS
    )


def page(name, body="", **fields):
    """A page with the least that it must say, and what is given."""
    days = {"reviewed": "2026-01-31", "published": "2026-01-31"}
    said = {"title": name, "summary": name, **days, **fields}
    front = [f"{field}: {value}" for field, value in said.items()]
    return "\n".join([f"== pages/{name}.md", "---", *front, "---", body, ""])


def rules(content):
    return [line.rpartition(" ")[2] for line in checked(content, KINDS)]


def test_two_pages_do_not_share_a_title(make_content):
    assert "[title-twice]" in rules(make_content(page("a", title="Same") + page("b", title="same")))


def test_two_terms_do_not_share_a_title(make_content):
    content = make_content("""
        == glossary/terms.yml
        - {id: a, title: Same, meaning: x}
        - {id: b, title: same, meaning: y}
    """)
    assert "[title-twice]" in rules(content)


def test_two_sources_may_share_a_title(make_content):
    content = make_content("""
        == sources/books.yml
        - {id: a, type: book, title: Same, read: part}
        - {id: b, type: book, title: Same, read: part}
    """)
    assert "[title-twice]" not in rules(content)


def test_an_entry_whose_kind_no_page_lists_has_no_place(make_content):
    content = make_content("""
        == groups/groups.yml
        - {id: a, title: A, summary: x}
    """)
    assert "[no-page]" in rules(content)
    make_content(page("a", lists="[group]"))
    assert "[no-page]" not in rules(content)


def test_prose_links_only_to_what_can_be_opened(make_content):
    drawing = """
        == drawings/wheel.yml
        title: Wheel
        width: 9
        height: 9
        description: A wheel.
        caption: A wheel.
        strokes: [{path: M0 0h9, style: outline}]
        """
    content = make_content(page("a", "See [it](drawing:wheel)."))
    make_content(drawing)
    assert "[no-page]" in rules(content)


def test_nothing_is_reviewed_in_the_future(make_content):
    content = make_content(page("index", reviewed="2026-02-03"))
    assert (
        "pages/index.md:4: reviewed: must not lie in the future, found 2026-02-03 [future-date]"
        in checked(content, KINDS)
    )


def test_the_authors_today_may_be_the_builders_tomorrow(make_content):
    content = make_content(page("index", reviewed="2026-02-02"))
    assert "[future-date]" not in rules(content)


def test_the_words_of_a_link_do_not_pretend_to_be_an_address(make_content):
    words = ("https://a.example", "www.a.example", "999", "nhs.uk", "a@b.example")
    for name, shown in zip("bcdef", words, strict=True):
        content = make_content(page(name, f"See [{shown}](page:index)."))
    content = make_content(page("index", "See [3 of 10 signs](page:b)."))
    raw, _ = load(content, content.parent)
    entries, _ = validate(raw, KINDS)
    _, problems = judge_entries(entries, raw, {kind.name: kind for kind in KINDS})
    told = {problem.location.path.name for problem in problems if "reads as" in problem.message}
    assert told == {f"{name}.md" for name in "bcdef"}

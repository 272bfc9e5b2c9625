from build_tools.content.link import link
from build_tools.content.load import load
from build_tools.content.validate import validate
from build_tools.entry import EntryId


def linked(content, kinds):
    raw, unread = load(content, content.parent)
    entries, _ = validate(raw, kinds)
    catalog, problems = link(
        entries, raw, kinds, {problem.location.path.parent.name for problem in unread}
    )
    return catalog, [str(problem).removeprefix("content/") for problem in problems]


def test_a_link_is_written_once_and_known_on_both_sides(make_content, toy_kinds):
    catalog, problems = linked(
        make_content(
            "== repairs/a.yml\ntitle: A\nparts: [hub]\nnotes: See [it](part:rim).\n== parts/all.yml\n- {id: hub, title: Hub}\n- {id: rim, title: Rim}\n"
        ),
        toy_kinds,
    )
    assert problems == []
    assert catalog.links[EntryId("repair", "a")] == (EntryId("part", "hub"), EntryId("part", "rim"))
    assert [
        entry.slug
        for entry in catalog.linking_to(catalog.entries[EntryId("part", "rim")], "repair")
    ] == ["a"]


def test_an_unknown_target_gets_the_nearest(make_content, toy_kinds):
    content = make_content(
        "== repairs/a.yml\ntitle: A\nparts:\n  - hub\n  - hubb\nnotes: See [it](prat:hub).\n== parts/hub.yml\ntitle: Hub\n"
    )
    assert linked(content, toy_kinds)[1] == [
        "repairs/a.yml:4: parts[1]: no part named 'hubb'; did you mean 'hub'? [unknown-entry]",
        "repairs/a.yml:5: notes: no kind named 'prat'; did you mean 'part'? [unknown-kind]",
    ]


def test_a_broken_target_is_not_an_unknown_one(make_content, toy_kinds):
    content = make_content(
        "== repairs/a.yml\ntitle: A\nparts: [hub]\n== parts/hub.yml\ntitel: Hub\n"
    )
    assert linked(content, toy_kinds)[1] == []


def test_what_an_unread_file_may_hold_is_not_unknown(make_content, toy_kinds):
    content = make_content(
        "== repairs/a.yml\ntitle: A\nparts: [hub]\n== parts/all.yml\n- id: hub\n\ttitle: Hub\n"
    )
    assert linked(content, toy_kinds)[1] == []


def test_an_entry_does_not_link_to_itself(make_content, toy_kinds):
    content = make_content("== repairs/a.yml\ntitle: A\nnotes: See [it](repair:a).\n")
    assert linked(content, toy_kinds)[1] == [
        "repairs/a.yml:2: notes: must not link to itself, found 'a' [self-link]"
    ]


def test_a_name_is_given_once(make_content, toy_kinds):
    content = make_content(
        "== parts/a.yml\ntitle: A\n== parts/z.yml\n- {id: b, title: B}\n- {id: a, title: A2}\n"
    )
    assert linked(content, toy_kinds)[1] == [
        "parts/z.yml:2: must be named once, found 'a' again; it stands in content/parts/a.yml:1 too [duplicate-id]"
    ]


def test_two_kinds_may_share_a_name(make_content, toy_kinds):
    assert (
        linked(make_content("== parts/a.yml\ntitle: A\n== repairs/a.yml\ntitle: A\n"), toy_kinds)[1]
        == []
    )

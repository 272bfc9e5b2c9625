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
    content = make_content("""
        == repairs/a.yml
        title: A
        parts: [hub]
        notes: See [it](part:rim).
        == parts/all.yml
        - {id: hub, title: Hub}
        - {id: rim, title: Rim}
    """)
    catalog, problems = linked(content, toy_kinds)
    assert problems == []
    assert catalog.links[EntryId("repair", "a")] == (EntryId("part", "hub"), EntryId("part", "rim"))
    assert catalog.backlinks[EntryId("part", "rim")] == (EntryId("repair", "a"),)


def test_an_unknown_target_gets_the_nearest(make_content, toy_kinds):
    content = make_content("""
        == repairs/a.yml
        title: A
        parts:
          - hub
          - hubb
        notes: See [it](prat:hub).
        == parts/hub.yml
        title: Hub
    """)
    assert linked(content, toy_kinds)[1] == [
        "repairs/a.yml:4: parts[1]: no part named 'hubb'; did you mean 'hub'? [unknown-entry]",
        "repairs/a.yml:5: notes: no kind named 'prat'; did you mean 'part'? [unknown-kind]",
    ]


def test_a_broken_target_is_not_an_unknown_one(make_content, toy_kinds):
    content = make_content("""
        == repairs/a.yml
        title: A
        parts: [hub]
        == parts/hub.yml
        titel: Hub
    """)
    assert linked(content, toy_kinds)[1] == []


def test_what_an_unread_file_may_hold_is_not_unknown(make_content, toy_kinds):
    content = make_content("""
        == repairs/a.yml
        title: A
        parts: [hub]
        == parts/all.yml
        - id: hub
        \ttitle: Hub
    """)
    assert linked(content, toy_kinds)[1] == []


def test_an_entry_does_not_link_to_itself(make_content, toy_kinds):
    content = make_content("""
        == repairs/a.yml
        title: A
        notes: See [it](repair:a).
    """)
    assert linked(content, toy_kinds)[1] == [
        "repairs/a.yml:2: notes: must not link to itself, found 'a' [self-link]"
    ]


def test_a_name_is_given_once(make_content, toy_kinds):
    content = make_content("""
        == parts/a.yml
        title: A
        == parts/z.yml
        - {id: b, title: B}
        - {id: a, title: A2}
    """)
    said = (
        "parts/z.yml:2: must be named once, found 'a' again; "
        "it stands in content/parts/a.yml:1 too [duplicate-id]"
    )
    assert linked(content, toy_kinds)[1] == [said]


def test_two_kinds_may_share_a_name(make_content, toy_kinds):
    content = make_content("""
        == parts/a.yml
        title: A
        == repairs/a.yml
        title: A
    """)
    assert linked(content, toy_kinds)[1] == []

import pytest
import yaml
from cases import mistakes

from build_tools.content.decoded import LARGEST
from build_tools.content.load import load


def loaded(content):
    entries, problems = load(content, content.parent)
    return {entry.slug: entry for entry in entries}, [
        str(problem).removeprefix("content/") for problem in problems
    ]


def test_the_fast_loader_is_there():
    assert yaml.__with_libyaml__


def test_every_scalar_is_text(make_content):
    content = make_content("""
        == parts/a.yml
        yes: No
        when: 2026-01-01
        count: 010
        nothing: '~'
    """)
    entries, problems = loaded(content)
    assert (dict(entries["a"].data), problems) == (
        {"yes": "No", "when": "2026-01-01", "count": "010", "nothing": "~"},
        [],
    )


def test_every_value_knows_its_line(make_content):
    content = make_content("""
        == parts/a.yml
        title: A
        steps:
          - do: x
            minutes: 3
          - do: y
    """)
    entries, _ = loaded(content)
    assert {loc: line for loc, line in entries["a"].lines.items() if loc} == {
        ("title",): 1,
        ("steps",): 2,
        ("steps", 0): 3,
        ("steps", 0, "do"): 3,
        ("steps", 0, "minutes"): 4,
        ("steps", 1): 5,
        ("steps", 1, "do"): 5,
    }


def test_a_missing_field_is_located_at_what_surrounds_it(make_content):
    content = make_content("""
        == parts/a.yml
        title: A
        steps:
          - do: x
    """)
    entries, _ = loaded(content)
    where = entries["a"].at("steps", 0, "minutes")
    assert (where.line, where.field) == (3, "steps[0].minutes")


def test_a_list_file_holds_one_entry_an_item(make_content):
    content = make_content("""
        == parts/all.yml
        - id: a
          title: A
        - id: b
          title: B
    """)
    entries, problems = loaded(content)
    assert ({slug: dict(entry.data) for slug, entry in entries.items()}, problems) == (
        {"a": {"title": "A"}, "b": {"title": "B"}},
        [],
    )
    assert entries["b"].at("title").line == 4


def test_front_matter_and_body_become_one_entry(make_content):
    content = make_content("""
        == pages/a.md
        ---
        title: A
        ---

        One.

        Two.
    """)
    entries, _ = loaded(content)
    assert dict(entries["a"].data) == {"title": "A", "body": "One.\n\nTwo."}
    assert (entries["a"].at("title").line, entries["a"].at("body").line) == (2, 5)


def test_a_file_at_the_top_is_its_own_folder(make_content):
    content = make_content("""
        == site.yml
        title: A
    """)
    entries, _ = loaded(content)
    assert entries["site"].folder == "site"


def test_the_licence_and_hidden_files_are_no_entries(make_content):
    content = make_content("""
        == LICENSE
        words
        == .DS_Store
        x
    """)
    assert loaded(content) == ({}, [])


@pytest.mark.parametrize(
    ("text", "said"),
    mistakes("""
        title: 'open
        more: x
        -> 1: a quote is opened here and never closed [bad-yaml]

        title: A
        steps:
        \t- x
        -> 3: must not hold a tab, which is as wide as each editor likes; use spaces [character]

        title: a: b
        -> 1: a ': ' stands inside a value here; put the whole value in quotes [bad-yaml]

        steps: [a, b
        -> 1: a '[' list is opened here and never closed [bad-yaml]

        title: @home
        -> 1: a value starts with '@', which YAML reads as a sign: put it in quotes [bad-yaml]

        title: A
        title: B
        -> 2: title: is here twice; it stands on line 1 too [duplicate-key]

        a: &x [1]
        b: *x
        -> 1: must not use & and * (anchors and aliases); write the value out [alias]

        just words
        -> 1: must hold fields, each a name, a colon and a value [not-fields]

        - title: A
        -> 1: [0]: must hold fields, the first of them `id` [missing-id]

        a: [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]
        -> 1: must not be nested more than 12 deep [too-deep]

        a: 1
        ---
        b: 2
        -> 2: must hold one document; a line '---' starts another [two-documents]

        ? [a]
        : b
        -> 1: a field name must be a plain word [bad-key]
    """),
)
def test_what_cannot_be_read_is_said_with_its_line(make_content, text, said):
    assert loaded(make_content(f"== parts/a.yml\n{text}"))[1] == [f"parts/a.yml:{said}"]


@pytest.mark.parametrize("text", ["", "  \n", "# to be written\n", "[]\n"])
def test_a_file_must_not_be_empty(make_content, text):
    said = "parts/a.yml:1: must not be empty [empty-file]"
    assert loaded(make_content(f"== parts/a.yml\n{text}"))[1] == [said]


def test_an_alias_bomb_costs_nothing(make_content):
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert loaded(make_content(f"== parts/a.yml\n{bomb}"))[1] == [
        "parts/a.yml:1: must not use & and * (anchors and aliases); write the value out [alias]"
    ]


def test_a_file_that_is_not_utf_8_is_refused(make_content):
    content = make_content("""
        == parts/a.yml
        x: y
    """)
    (content / "parts/a.yml").write_bytes(b"title: A\nx: caf\xe9\n")
    assert loaded(content)[1] == [
        "parts/a.yml:2: must be saved as UTF-8, found the byte 0xe9 [not-utf-8]"
    ]


def test_brackets_are_counted_before_they_are_read(make_content):
    content = make_content("""
        == parts/a.yml
        x: y
    """)
    (content / "parts/a.yml").write_text("x: " + "[" * 90_000)
    assert "at most 2000 times, found 90000 [too-deep]" in loaded(content)[1][0]


def test_too_much_in_all_is_refused_unread(make_content, monkeypatch):
    monkeypatch.setattr("build_tools.content.load.LARGEST_IN_ALL", 2_000_000)
    content = make_content("""
        == parts/a.yml
        x: y
    """)
    for number in range(2_000_000 // LARGEST + 1):
        (content / f"parts/b{number}.yml").write_bytes(b"x" * LARGEST)
    message = "content: must be under 2000 kB in all, found 2100 kB [too-much]"
    assert loaded(content) == ({}, [message])


def test_too_many_entries_are_refused(make_content, monkeypatch):
    monkeypatch.setattr("build_tools.content.load.MOST_ENTRIES", 3000)
    content = make_content("""
        == parts/a.yml
        x: y
    """)
    for number in range(3):
        items = "".join(f"- id: a{number}-{item}\n" for item in range(1000))
        (content / f"parts/b{number}.yml").write_text(items)
    message = "content: must hold 3000 entries at most, found 3001 [too-much]"
    assert loaded(content) == ({}, [message])


def test_a_link_is_refused(make_content, tmp_path):
    content = make_content("""
        == parts/a.yml
        x: y
    """)
    (tmp_path / "secret.yml").write_text("title: secret\n")
    (content / "parts/b.yml").symlink_to(tmp_path / "secret.yml")
    entries, problems = loaded(content)
    assert (list(entries), problems) == (
        ["a"],
        ["parts/b.yml:1: must be a file, found a link; copy what it leads to [link-in-content]"],
    )


def test_other_files_are_refused(make_content):
    content = make_content("""
        == parts/a.yaml
        x: y
    """)
    said = "parts/a.yaml:1: must end in '.yml' or '.md', found 'a.yaml' [unknown-file]"
    assert loaded(content)[1] == [said]


def test_a_bad_name_gets_a_better_one(make_content):
    content = make_content("""
        == parts/My Part.yml
        x: y
    """)
    said = (
        "parts/My Part.yml:1: id: must be lower-case words joined by hyphens, found 'My Part'; "
        "try 'my-part' [bad-id]"
    )
    assert loaded(content)[1] == [said]


def test_one_bad_file_does_not_hide_the_next(make_content):
    content = make_content("""
        == parts/a.yml
        x: 'open
        == parts/b.yml
        x: y
        == parts/c.yml
        x: [
    """)
    entries, problems = loaded(content)
    assert (list(entries), len(problems)) == (["b"], 2)

import pytest

from build_tools.content.markup import changed

CHANGED = {
    "an asterisk pair": ("2 * 3 *twice* 4*5*6", 0),
    "no gap before a list": ("Words\n- one\n- two", 1),
    "a bullet of another kind": ("• one", 0),
    "a list that begins with 3": ("3. three\n4. four", 0),
    "an item with a plus": ("+ one\n+ two", 0),
    "a bracket after the number": ("1) one", 0),
    "a step of two": ("- one\n  - inner", 1),
    "a minus at the start": ("- 5 degrees", 0),
    "a backslash at the end": ("One\\\ntwo", 0),
    "no space behind the dash": ("-one", 0),
    "a mark alone": ("-\none\n- \ntwo", 0),
    "no gap below a heading": ("## One\ntwo", 1),
}


@pytest.mark.parametrize("name", CHANGED)
def test_what_markdown_would_change_is_told_at_its_line(name):
    prose, line = CHANGED[name]
    assert [number for number, _ in changed(prose)][:1] == [line]


@pytest.mark.parametrize(
    "prose",
    [
        "Plain words, **strong** ones and *soft* ones.",
        "Words\n\n- one\n- two\n    - inner",
        "1. one\n2. two\n\nMore [words](cause:rim), 5 < 6 & 7.[@book2020]",
        "## A heading\n\nA sign: \\* and snake_case_words.",
        "- one\n\n    More of it.\n\n- two",
    ],
)
def test_what_comes_out_as_written_is_left_alone(prose):
    assert [*changed(prose)] == []


def test_an_entity_in_an_item_is_what_is_told():
    ((_, message),) = changed("- fish &amp; chips\n- peas")
    assert "must not hold '&amp;'" in message

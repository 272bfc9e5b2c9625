import pytest

from build_tools.content.written import losses

LOST = {
    "lead: Call the number #112 now": "lost-words",
    "lead: |  # a comment\n  words": "lost-words",
    "lead: !important Go now": "tag",
    "%YAML 1.2\n---\nlead: x": "directive",
    "? lead\n: x": "bad-key",
    'lead: "a \\t b"': "escape",
    "lead: one\n  - two": "joined-lines",
    "lead: >-\n  one\n\n  two": "joined-lines",
    "lead: one\n\n  two": "joined-lines",
}


@pytest.mark.parametrize("text", LOST)
def test_what_yaml_would_pass_over_is_told(text):
    assert [rule.name for rule, _, _ in losses(text)] == [LOST[text]]


@pytest.mark.parametrize(
    "text",
    [
        "# on a line of its own\nlead: x",
        "lead: 'Call #112 now'",
        "lead: Call C#112",
        "lead: |-\n  one\n\n  - two",
        "lead: >-\n  one\n  two",
        "lead: one\n  two",
    ],
)
def test_what_is_read_whole_is_left_alone(text):
    assert [*losses(text)] == []

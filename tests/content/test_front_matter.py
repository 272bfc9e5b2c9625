import pytest

from build_tools.content.front_matter import split
from build_tools.content.yaml_errors import Unreadable


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\na: b\n---\n\nWords.\n", ("a: b\n", "Words.", 5)),
        ("---  \na: b\n---\t\nWords.", ("a: b\n", "Words.", 4)),
        ("---\na: b\n---", ("a: b\n", "", 3)),
    ],
)
def test_a_page_is_parted_into_its_fields_and_its_prose(text, parts):
    assert split(text) == parts


@pytest.mark.parametrize(("text", "line"), [("a: b", 1), ("---\na: b\nWords.\n", 3)])
def test_fields_that_do_not_end_are_told_where_they_should(text, line):
    with pytest.raises(Unreadable) as found:
        split(text)
    assert found.value.line == line

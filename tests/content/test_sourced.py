"""Lines that may end in citations: the words, what they rest on, and what is refused."""

import pytest
from pydantic import TypeAdapter, ValidationError

from build_tools.content.sourced import SourcedText

LINE = TypeAdapter(SourcedText)


def test_a_line_is_its_words_and_its_citations_are_beside_it():
    line = LINE.validate_python("It wobbles downhill. [@kooijman2011:steers][@workshop2020]")
    assert line == "It wobbles downhill."
    assert line.cites == ("kooijman2011:steers", "workshop2020")
    assert line.written.endswith("[@workshop2020]")


def test_a_line_need_not_cite():
    line = LINE.validate_python("It wobbles.")
    assert (line, line.cites) == ("It wobbles.", ())


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("It [@kooijman2011:steers] wobbles.", "citation_inside"),
        ("It **wobbles**. [@kooijman2011:steers]", "forbidden_character"),
        ("It wobbles. [@Kooijman 2011]", "forbidden_character"),
        ("It wobbles. [@Kooijman2011]", "forbidden_character"),
        ("It wobbles. [@kooijman2011:steers] [@Workshop]", "citation_inside"),
        ("[@kooijman2011:steers]", "string_too_short"),
    ],
)
def test_anything_else_in_it_is_refused(text, error):
    with pytest.raises(ValidationError) as told:
        LINE.validate_python(text)
    assert told.value.errors()[0]["type"] == error

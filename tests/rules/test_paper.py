from dataclasses import replace

from conftest import toy

from build_tools.entry import texts_in
from build_tools.kinds.checklist.entry import Checklist
from build_tools.rules.paper import printed_letters_are_in_the_font


def found(catalog):
    return [problem.message for problem in printed_letters_are_in_the_font(catalog)]


def with_heading(words):
    """The toy guide, its checklist under another heading."""
    catalog = toy()
    sheet = catalog.all(Checklist)[0]
    key = (sheet.kind, sheet.slug)
    raw = catalog.raw[key]
    return replace(
        catalog,
        entries={**catalog.entries, key: sheet.model_copy(update={"heading": words})},
        raw={**catalog.raw, key: replace(raw, data={**raw.data, "heading": words})},
    )


def test_the_toy_guide_can_be_printed():
    assert found(toy()) == []


def test_a_letter_that_the_font_lacks_is_told_where_it_was_written():
    assert found(with_heading("Before the 心 ride")) == [
        (
            "must not hold U+5FC3 (cjk unified ideograph-5fc3), which the font of the sheets "
            "lacks; write it in other letters"
        )
    ]


def test_every_text_in_the_data_is_found():
    assert [*texts_in({"a": ["b", {"c": "d"}], "e": 1})] == [(("a", 0), "b"), (("a", 1, "c"), "d")]

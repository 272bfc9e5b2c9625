"""Fields in words: what each type and each mark is called, and what is asked of it."""

from datetime import date
from typing import Annotated, Literal

import pytest
from pydantic import AfterValidator, NonNegativeInt, PositiveFloat

from build_tools.content.explain import holds, limits, needs, own_rows, rows, written
from build_tools.content.fields import (
    AnyEntry,
    CitedInline,
    LinksTo,
    Model,
    PageProse,
    Prose,
    Text,
    Title,
    shaped,
)
from build_tools.entry import Entry


class Tyre(Entry):
    kind = "tyre"


class Inside(Model):
    tyre: Annotated[str, LinksTo(Tyre)]
    spare: Annotated[str, LinksTo(Tyre)] | None = None


class Everything(Model):
    text: Text
    title: Title | None = None
    line: CitedInline
    prose: Prose
    page: PageProse
    day: date
    count: NonNegativeInt
    size: PositiveFloat
    wet: bool
    choice: Literal["a4", "letter"]
    year: Annotated[Text, shaped(r"\d{4}", "2019")]
    anything: AnyEntry
    inside: Inside
    many: tuple[Annotated[str, LinksTo(Tyre)], ...] = ()


IN_WORDS = {
    "text": ("plain text", ""),
    "title": ("a title", "at most 90 characters"),
    "line": ("one line of prose", "must cite a source"),
    "prose": ("prose", ""),
    "page": ("prose with headings", ""),
    "day": ("a date", ""),
    "count": ("a whole number", "at least 0"),
    "size": ("a number", "above 0"),
    "wet": ("`true` or `false`", ""),
    "choice": ("one of `a4`, `letter`", ""),
    "year": ("plain text", "must look like '2019'"),
    "anything": ("any entry, as `kind:name`", "must look like 'page:about'"),
    "inside": ("fields", ""),
    "inside.tyre": ("the name of one `tyre`", ""),
    "inside.spare": ("the name of one `tyre`", ""),
    "many": ("a list, each item the name of one `tyre`", ""),
}


@pytest.mark.parametrize("row", list(rows(Everything)), ids=lambda row: row.place)
def test_a_field_in_words(row):
    assert (holds(row), limits(row)) == IN_WORDS[row.place]


def test_every_field_is_there_once_and_in_its_order():
    assert [row.place for row in rows(Everything)] == list(IN_WORDS)


def test_the_name_of_an_entry_is_no_field_of_it():
    assert [row.place for row in own_rows(Tyre)] == ["title"]


def test_a_check_is_described_by_what_it_refuses():
    class Odd(Model):
        name: Annotated[str, AfterValidator(str.upper)]

    assert [limits(row) for row in rows(Odd)] == [""]


def test_an_entry_needs_what_it_must_name_or_cite():
    assert needs(Everything) == {"tyre", "source"}
    assert needs(Tyre) == set()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-01-31", "2026-01-31"),
        ("true", "true"),
        ("3", "3"),
        ("Mend it if:", "'Mend it if:'"),
        ("#a1131a", "'#a1131a'"),
        ({"steps": ["Push off."]}, "steps:\n  - Push off."),
    ],
)
def test_yaml_has_quotes_only_where_our_reader_needs_them(value, expected):
    assert written(value) == expected

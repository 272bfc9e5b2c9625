"""The words of the interface: plain defaults from words.yml, and a guide's own in their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, ClassVar, TypeAlias

import yaml
from markupsafe import Markup
from pydantic import StringConstraints, create_model

from build_tools.content.fields import Model
from build_tools.content.markup import escape
from build_tools.entry import Entry, RawEntry
from build_tools.model import Catalog
from build_tools.rule import Found, Scope, rule

FILE = Path(__file__).with_name("words.yml")
DEFAULTS: Mapping[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
PART = re.compile(r"\*\*(?P<strong>[^*]+)\*\*|\[(?P<link>[^\[\]]+)\]|\{(?P<value>\w+)\}")

Phrase: TypeAlias = Annotated[str, StringConstraints(min_length=1, strip_whitespace=False)]


def _fields(words: Mapping[str, Any], name: str) -> dict[str, Any]:
    """A field for each word, its default the word itself; a model of its own for each section."""
    fields: dict[str, Any] = {}
    for key, word in words.items():
        if isinstance(word, Mapping):
            section = create_model(f"{name}_{key}", __base__=Model, **_fields(word, key))
            fields[key] = (section, section())
        else:
            fields[key] = (Phrase, word)
    return fields


class _Base(Entry):
    kind: ClassVar[str] = "words"
    slug: str = "words"
    title: str = "Words"


Words: type[_Base] = create_model(
    "Words", __base__=_Base, __module__=__name__, **_fields(DEFAULTS, "words")
)
"""The words of a guide: `words.page.home`; which there are, and what they say, is words.yml."""


def words_of(catalog: Catalog) -> Any:
    """The guide's words; a model made from a file has no types that a checker could know."""
    return next(iter(catalog.all(Words)), _plain_words())


@cache
def _plain_words() -> Any:
    return Words()


def fill(word: str, **values: object) -> str:
    """Plain words with their {curly} names filled in."""
    return re.sub(r"\{(\w+)\}", lambda found: str(values[found[1]]), word)


def say(word: str, *addresses: str, **values: object) -> Markup:
    """Words as HTML: **strong**, [links] to the addresses in turn, {curly} names filled in.

    Values that are markup already stay as they are; all else is text and nothing but text.
    """
    onward = iter(addresses)

    def part(found: re.Match[str]) -> str:
        if found["strong"]:
            return f"<strong>{say(found['strong'], **values)}</strong>"
        if found["link"]:
            return f'<a href="{next(onward)}">{escape(found["link"])}</a>'
        value = values[found["value"]]
        return value if isinstance(value, Markup) else escape(str(value))

    return Markup("".join(_pieces(word, part)))  # noqa: S704  every piece is made safe


def _pieces(word: str, part: Callable[[re.Match[str]], str]) -> Iterator[str]:
    end = 0
    for found in PART.finditer(word):
        yield _escaped(word[end : found.start()])
        yield part(found)
        end = found.end()
    yield _escaped(word[end:])


def _escaped(text: str) -> str:
    """Text made safe, with the spaces at its ends, which join it to what stands beside it."""
    left = " " if text[:1].isspace() else ""
    right = " " if text[-1:].isspace() and text.strip() else ""
    return f"{left}{escape(text)}{right}"


def long_date(day: date, words: Any) -> str:
    """6 August 2026, as the guide's words write it."""
    month = words.months.split(", ")[day.month - 1]
    return fill(words.date, day=day.day, month=month, year=day.year)


def figure(number: float, words: Any) -> str:
    """3 and 0.5, not 3.0; with the guide's decimal mark."""
    return f"{number:g}".replace(".", words.decimal_mark)


@rule("wrong-words", Scope.ENTRY)
def words_keep_what_is_filled_in(words: Any, raw: RawEntry) -> Iterator[Found]:
    """A guide's own words hold the same {curly} names and as many [links] as the plain ones."""
    for loc, word, plain in _pairs(words, DEFAULTS, ()):
        for sort, pattern in (("{curly}", r"\{\w+\}"), ("[square]", r"\[[^\[\]]+\]")):
            found, wanted = re.findall(pattern, word), re.findall(pattern, plain)
            same = (
                sorted(found) == sorted(wanted) if sort == "{curly}" else len(found) == len(wanted)
            )
            if not same:
                expected = " ".join(wanted) or f"no {sort} words"
                yield raw.at(*loc), f"must hold {expected}, as in {plain!r}, found {word!r}"
    if len(words.months.split(", ")) != len(DEFAULTS["months"].split(", ")):
        yield raw.at("months"), "must hold twelve months, a comma and a space between them"


def _pairs(
    words: Model, plain: Mapping[str, Any], loc: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], str, str]]:
    for key, word in plain.items():
        if isinstance(word, Mapping):
            yield from _pairs(getattr(words, key), word, (*loc, key))
        else:
            yield (*loc, key), getattr(words, key), word

"""One YAML text -> its plain data, every scalar as text, with the line of every value."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import yaml

from build_tools.content.characters import composed, is_blank, strange
from build_tools.content.fields import Loc
from build_tools.content.written import RULES as LOSSES
from build_tools.content.written import losses
from build_tools.content.yaml_errors import BAD_YAML, Unreadable, unreadable
from build_tools.rule import Rule, reading_rule

DEEPEST = 12
MOST_BRACKETS = 2000  # reading them takes time with the square of their number
MOST_TOLD = 100

EMPTY_FILE = reading_rule("empty-file", "A file holds something.")
TWO_DOCUMENTS = reading_rule("two-documents", "A file holds one YAML document.")
ALIAS = reading_rule("alias", "A value is written out, not by an anchor (&) and an alias (*).")
TOO_DEEP = reading_rule("too-deep", f"Fields are not nested more than {DEEPEST} deep.")
BAD_KEY = reading_rule("bad-key", "The name of a field is a plain word.")
DUPLICATE_KEY = reading_rule("duplicate-key", "A field stands once.")
NULL = reading_rule("null", "A value is words or a number; one that is not there is left out.")
CHARACTER = reading_rule("character", "A text holds no character that nobody sees.")
READING = (
    *(BAD_YAML, EMPTY_FILE, TWO_DOCUMENTS, ALIAS, TOO_DEEP, BAD_KEY, DUPLICATE_KEY),
    *(NULL, CHARACTER, *LOSSES),
)
NULLS = {"", "~", "null", "Null", "NULL"}


class YamlTree:
    """The data of one text; of every value its line and how it is written; what is wrong with it.

    One walk over the parser's events gives all of it, which PyYAML's objects do not.
    Raises Unreadable.
    """

    def __init__(self, text: str, first_line: int) -> None:
        self.lines: dict[Loc, int] = {}
        self.styles: dict[Loc, str] = {}
        self.flaws: list[tuple[Rule, int, str]] = []
        self._first = first_line
        if (most := max(map(text.count, "[{"))) > MOST_BRACKETS:
            lines = [line.count("[") + line.count("{") for line in text.split("\n")]
            message = f"must hold an opening bracket at most {MOST_BRACKETS} times, found {most}"
            raise Unreadable(TOO_DEEP, first_line + lines.index(max(lines)), message)
        self._events = yaml.parse(text, Loader=yaml.CSafeLoader)
        try:
            for rule, place, message in islice(losses(text), MOST_TOLD):
                self.flaws.append((rule, first_line + text.count("\n", 0, place), message))
            self.data = self._document()
        except yaml.YAMLError as error:
            raise unreadable(error, text, first_line) from None

    def _document(self) -> Any:
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise Unreadable(EMPTY_FILE, self._first, "must not be empty")
        data = self._value(next(self._events), ())
        next(self._events)
        if isinstance(more := next(self._events), yaml.DocumentStartEvent):
            message = "must hold one document; a line '---' starts another"
            raise Unreadable(TWO_DOCUMENTS, self._line(more), message)
        return data

    def _line(self, event: yaml.Event) -> int:
        return self._first + (event.start_mark.line if event.start_mark else 0)

    def _value(self, event: yaml.Event, loc: Loc) -> Any:
        line = self._line(event)
        self.lines.setdefault(loc, line)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            message = "must not use & and * (anchors and aliases); write the value out"
            raise Unreadable(ALIAS, line, message)
        if len(loc) > DEEPEST:
            raise Unreadable(TOO_DEEP, line, f"must not be nested more than {DEEPEST} deep")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, loc, line)
        if isinstance(event, yaml.SequenceStartEvent):
            self.styles[loc] = "[" if event.flow_style else "-"
            items = self._until(yaml.SequenceEndEvent)
            return [self._value(item, (*loc, index)) for index, item in enumerate(items)]
        return self._mapping(loc)

    def _scalar(self, event: yaml.ScalarEvent, loc: Loc, line: int) -> str:
        """The words of a value; NFC, so that the same letters are the same text everywhere."""
        in_flow = isinstance(loc[-1], int) and self.styles.get(loc[:-1]) == "[" if loc else False
        plain = not event.style
        self.styles[loc] = "," if plain and in_flow else event.style or ""
        nothing = not event.value and event.style in {"|", ">"}
        if nothing or (plain and event.value in NULLS) or (event.value and is_blank(event.value)):
            message = "must not be empty: leave the whole line out, or write words in quotes"
            self.flaws.append((NULL, line, f"{_last_name(loc)}{message}"))
        for _, message in strange(event.value):
            self.flaws.append((CHARACTER, line, f"{_last_name(loc)}{message}"))
        return composed(event.value)

    def _mapping(self, loc: Loc) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key in self._until(yaml.MappingEndEvent):
            line = self._line(key)
            if not isinstance(key, yaml.ScalarEvent):
                raise Unreadable(BAD_KEY, line, "a field name must be a plain word")
            name, value = key.value, next(self._events)
            place = (*loc, name)
            if name in found:
                before = self.lines[place]
                message = f"{name}: is here twice; it stands on line {before} too"
                self.flaws.append((DUPLICATE_KEY, line, message))
                self._value(value, place)
                continue
            self.lines[place] = line
            found[name] = self._value(value, place)
        return found

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        while not isinstance(event := next(self._events), end):
            yield event


def _last_name(loc: Loc) -> str:
    """The name of the field that a value stands in, as the start of a message."""
    names = [part for part in loc if isinstance(part, str)]
    return f"{names[-1]}: " if names else ""

"""One YAML text -> its plain data, every scalar as text, with the line of every value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from build_tools.content.fields import Loc
from build_tools.rule import Rule, reading_rule

DEEPEST = 12

BAD_YAML = reading_rule("bad-yaml", "The file is YAML that can be read.")
EMPTY_FILE = reading_rule("empty-file", "A file holds something.")
TWO_DOCUMENTS = reading_rule("two-documents", "A file holds one YAML document.")
ALIAS = reading_rule("alias", "A value is written out, not by an anchor (&) and an alias (*).")
TOO_DEEP = reading_rule("too-deep", f"Fields are not nested more than {DEEPEST} deep.")
BAD_KEY = reading_rule("bad-key", "The name of a field is a plain word.")
DUPLICATE_KEY = reading_rule("duplicate-key", "A field stands once.")
READING = (BAD_YAML, EMPTY_FILE, TWO_DOCUMENTS, ALIAS, TOO_DEEP, BAD_KEY, DUPLICATE_KEY)

_WORDING = (
    ("while scanning a quoted scalar", "a quote is opened here and never closed"),
    ("while scanning a block scalar", "the lines of a block must be indented alike, with spaces"),
    (
        "mapping values are not allowed",
        "a ': ' stands inside a value here; put the whole value in quotes",
    ),
    ("did not find expected ',' or ']'", "a '[' list is opened here and never closed"),
    ("did not find expected ',' or '}'", "a '{' is opened here and never closed"),
    ("could not find expected ':'", "a field name must be followed by ': ' and its value"),
    ("did not find expected key", "the indentation does not fit the lines around it"),
    ("did not find expected '-' indicator", "the items of a list must be indented alike"),
    (
        "cannot start any token",
        "a value must not start with this character; put the value in quotes",
    ),
    ("control characters are not allowed", "must not hold invisible control characters"),
)


class Unreadable(Exception):  # noqa: N818  it never leaves the reader
    """Why a text cannot be read: the rule, the line, the message."""

    def __init__(self, rule: Rule, line: int, message: str) -> None:
        super().__init__(message)
        self.rule, self.line, self.message = rule, line, message


class YamlTree:
    """The data of one text; `lines` by place; `repeated` the fields that stand twice.

    One walk over the parser's events gives all three, which PyYAML's objects do not.
    Raises Unreadable.
    """

    def __init__(self, text: str, first_line: int) -> None:
        self.lines: dict[Loc, int] = {}
        self.repeated: list[tuple[int, str]] = []
        self._first = first_line
        self._events = yaml.parse(text, Loader=yaml.CSafeLoader)
        try:
            self.data = self._document()
        except yaml.YAMLError as error:
            raise _worded(error, text, first_line) from None

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
            return event.value
        if isinstance(event, yaml.SequenceStartEvent):
            items = self._until(yaml.SequenceEndEvent)
            return [self._value(item, (*loc, index)) for index, item in enumerate(items)]
        return self._mapping(loc)

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
                self.repeated.append(
                    (line, f"{name}: is here twice; it stands on line {before} too")
                )
                self._value(value, place)
                continue
            self.lines[place] = line
            found[name] = self._value(value, place)
        return found

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        while not isinstance(event := next(self._events), end):
            yield event


def _worded(error: yaml.YAMLError, text: str, first_line: int) -> Unreadable:
    parser_says = str(error)
    mark = getattr(error, "problem_mark", None)
    if mark and re.match(r" *\t", [*text.splitlines(), ""][mark.line]):
        line = int(mark.line) + first_line
        return Unreadable(BAD_YAML, line, "a tab indents this line; indent with spaces")
    unknown = "is not YAML that can be read; look at this line and the one before"
    message = next((words for sign, words in _WORDING if sign in parser_says), unknown)
    if "opened here" in message:
        mark = getattr(error, "context_mark", None) or mark
    return Unreadable(BAD_YAML, int(mark.line) + first_line if mark else 1, message)

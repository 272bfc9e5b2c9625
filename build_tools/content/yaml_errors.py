"""Why a text is no YAML, in words that say what to do, at the line where the mistake began."""

from __future__ import annotations

import re

import yaml

from build_tools.rule import Rule, reading_rule

BAD_YAML = reading_rule("bad-yaml", "The file is YAML that can be read.")

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
    (
        "unknown escape character",
        "a backslash in double quotes changes what follows; put the value in single quotes",
    ),
    ("did not find expected hexdecimal number", "'\\x' in double quotes needs two digits"),
    ("control characters are not allowed", "must not hold invisible control characters"),
)
_OPENED = re.compile(r"""\s*(?:- )*(?:[\w-]+: +)?(["'])(.*)""")
_MEANT = re.compile(r"\s*(?:- )*(?:[\w-]+: +)?([*&%@`|>!?]|-(?=[^\s-]))")
_BEHIND = re.compile(
    r"""\s*(?:- )*(?:[\w-]+: +)?(?:"((?:\\.|[^"\\])*)"|'((?:''|[^'])*)')\s*([^\s,:#\]}].*)"""
)
_FLOW = re.compile(r"\s*(?:- )*(?:[\w-]+: +)?[\[{]")
_QUOTED = re.compile(r""" "(?:\\.|[^"\\])*" | '(?:''|[^'])*' """, re.VERBOSE)
_COMMENT = re.compile(r"\s#.*")
_FIELD = re.compile(r"\s*(?:- )*[\w-]+:(?: |$)")


class Unreadable(Exception):  # noqa: N818  it never leaves the reader
    """Why a text cannot be read: the rule, the line, the message."""

    def __init__(self, rule: Rule, line: int, message: str) -> None:
        super().__init__(message)
        self.rule, self.line, self.message = rule, line, message


def unreadable(error: yaml.YAMLError, text: str, first_line: int) -> Unreadable:
    """Why a text is no YAML, at the line where the mistake began."""
    parser_says = str(error)
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        line = text.count("\n", 0, getattr(error, "position", 0))
        return Unreadable(BAD_YAML, line + first_line, "must not hold invisible control characters")
    lines = [*text.split("\n"), ""]
    line = min(int(mark.line), len(lines) - 1)
    quote = _open_quote(lines[: line + 1])
    if quote is not None:
        message = "a quote is opened here and never closed"
        return Unreadable(BAD_YAML, quote + first_line, message)
    bracket = _open_bracket(lines[: line + 1])
    if bracket is not None:
        message = "a list or a '{' is opened here and never closed"
        if _COMMENT.search(_QUOTED.sub("", lines[bracket])):
            message += ": a '#' behind a space cuts off what follows, so put the value in quotes"
        return Unreadable(BAD_YAML, bracket + first_line, message)
    unknown = "is not YAML that can be read; look at this line and the one before"
    message = next((words for sign, words in _WORDING if sign in parser_says), unknown)
    if "opened here" in message or "field name" in message:
        line = int(getattr(error, "context_mark", mark).line)
    for number in (line, line - 1):
        if number >= 0 and (behind := _BEHIND.fullmatch(lines[number])):
            message = (
                f"words stand behind the closing quote, found {behind[3][:20]!r}: "
                "put the whole value in single quotes"
            )
            return Unreadable(BAD_YAML, number + first_line, message)
    if start := _MEANT.match(lines[line]):
        message = f"a value starts with {start[1]!r}, which YAML reads as a sign: put it in quotes"
    return Unreadable(BAD_YAML, line + first_line, message)


def _open_quote(lines: list[str]) -> int | None:
    """The line whose value opens a quote that is not closed before the next field begins."""
    for number, line in enumerate(lines[:-1]):
        found = _OPENED.fullmatch(line)
        closed = found and re.search(rf"(?<!\\){found[1]}", found[2])
        if found and not closed and _FIELD.match(lines[number + 1]):
            return number
    return None


def _open_bracket(lines: list[str]) -> int | None:
    """The line whose value opens a bracket that is not closed before the next field begins."""
    for number, line in enumerate(lines[:-1]):
        bare = _COMMENT.sub("", _QUOTED.sub("", line))
        closed = len(re.findall(r"[\[{]", bare)) <= len(re.findall(r"[\]}]", bare))
        if _FLOW.match(line) and not closed and _FIELD.match(lines[number + 1]):
            return number
    return None

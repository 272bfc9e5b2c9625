"""A YAML text -> what stands in it and would not be read as its author wrote it.

Every character of a text is in a value, in the syntax around it, or in a comment on a line of
its own. PyYAML passes over the rest without a word: comments behind values, tags, directives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from build_tools.rule import Rule, reading_rule

LOST_COMMENT = reading_rule(
    "lost-words", "A comment stands on a line of its own: ' #' behind a value cuts words off."
)
TAG = reading_rule("tag", "No value starts with '!', which YAML takes for the name of a type.")
DIRECTIVE = reading_rule("directive", "No line starts with '%', which speaks to the YAML reader.")
ODD_KEY = reading_rule("bad-key", "The name of a field is a plain word, a colon and a space.")
ESCAPE = reading_rule(
    "escape", "In double quotes a backslash stands only before a quote, a backslash or a number."
)
JOINED = reading_rule("joined-lines", "Lines that YAML would join are one text: no list, no gap.")
RULES = (LOST_COMMENT, TAG, DIRECTIVE, ODD_KEY, ESCAPE, JOINED)

DEEPEST = 40
OPENS = (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)
CLOSES = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)
_IN_A_PATH = re.compile(r"[a-z]")
_LIST_MARK = re.compile(r"\s*(-|[*+] |\d+[.)] )")
_KEPT_ESCAPES = {'"', "\\", "/", "x", "u", "U"}
_COMMENT = re.compile(r"#[^\n]*")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(#[^\n]*)?")

Loss = tuple[Rule, int, str]
"""The rule, the place in the text, the message."""


def losses(text: str) -> Iterator[Loss]:
    """What a reader of YAML would pass over or change; raises yaml.YAMLError as it would."""
    end = depth = 0
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        start = token.start_mark.index
        depth += isinstance(token, OPENS) - isinstance(token, CLOSES)
        if depth > DEEPEST:
            return  # it has its own line
        yield from _lost_comments(text, end, start)
        yield from _of_token(text, token)
        end = max(end, token.end_mark.index)
    yield from _lost_comments(text, end, len(text))


def _lost_comments(text: str, start: int, end: int) -> Iterator[Loss]:
    """The comments in a gap between two tokens that do not have a line of their own."""
    for found in _COMMENT.finditer(text, start, end):
        line_start = text.rfind("\n", 0, found.start()) + 1
        if text[line_start : found.start()].strip():
            message = (
                f"must not hold a comment behind other words, found {found[0][:40]!r}: "
                "put the whole value in quotes, or the comment on a line of its own"
            )
            yield LOST_COMMENT, found.start(), message


def _of_token(text: str, token: yaml.Token) -> Iterator[Loss]:
    start = token.start_mark.index
    if isinstance(token, yaml.TagToken):
        message = "starts with '!', which YAML would take away; put the whole value in quotes"
        yield TAG, start, message
    elif isinstance(token, yaml.DirectiveToken):
        yield DIRECTIVE, start, "must not start with '%'; put the value in quotes"
    elif isinstance(token, yaml.KeyToken) and text[start : start + 1] == "?":
        yield ODD_KEY, start, "a field name must be a plain word, without '?' before it"
    elif isinstance(token, yaml.ScalarToken):
        yield from _of_scalar(text, token)


def _of_scalar(text: str, token: yaml.ScalarToken) -> Iterator[Loss]:
    start, end = token.start_mark.index, token.end_mark.index
    if token.style in {"|", ">"}:
        header = _BLOCK_HEADER.match(text, start)
        if header and header[1]:
            message = "must not hold a comment behind '|' or '>'; give it a line of its own"
            yield LOST_COMMENT, header.start(1), message
        yield from _of_block(text, token)
        return
    yield from _of_lines(text, start, end)
    if token.style == '"':
        for found in re.finditer(r"\\(.|\n)", text[start:end], re.DOTALL):
            after = start + found.end()
            is_line = found[1] == "n" and not _IN_A_PATH.match(text, after)
            if found[1] not in _KEPT_ESCAPES and not is_line:
                shown = "\\" + ("n" if found[1] == "\n" else found[1])
                message = (
                    f"a backslash in double quotes changes what follows, found {shown!r}: "
                    "put the value in single quotes"
                )
                yield ESCAPE, start + found.start(), message


def _of_lines(text: str, start: int, end: int) -> Iterator[Loss]:
    """A value over several lines, which YAML makes one line of: a gap or a list would be lost."""
    lines = text[start:end].split("\n")
    place = start + len(lines[0]) + 1
    for line in lines[1:]:
        if not line.strip():
            yield (
                JOINED,
                place,
                "must not have an empty line inside; write '|-' and the text below it",
            )
        elif _LIST_MARK.match(line):
            message = (
                f"is joined to the line above it, found {line.strip()[:20]!r}; "
                "align it with the items above, or write '|-' and the text below it"
            )
            yield JOINED, place, message
        place += len(line) + 1


def _of_block(text: str, token: yaml.ScalarToken) -> Iterator[Loss]:
    """A block: folded by '>' it has no lists and no gaps; it does not begin with spaces."""
    start = token.start_mark.index
    if token.style == ">":
        below = text.find("\n", start) + 1
        for rule, place, message in _of_lines(text, below - 1, token.end_mark.index):
            if text[place:].strip() and place < len(text[: token.end_mark.index].rstrip()):
                yield rule, place, message.replace("write '|-' and the text below it", "use '|-'")
    elif token.value.startswith(" "):
        yield JOINED, start, "must not begin with spaces; take the number behind '|' away"

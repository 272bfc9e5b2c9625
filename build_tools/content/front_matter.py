"""A page as written -> its fields, and what stands below them."""

from __future__ import annotations

import re

from build_tools.content.yaml_errors import Unreadable
from build_tools.rule import reading_rule

FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
NO_FRONT_MATTER = reading_rule("no-front-matter", "A '.md' file starts with its fields.")


def split(text: str) -> tuple[str, str, int]:
    """The fields of a page, what stands below them, and the line that begins on.

    Raises Unreadable if the text does not begin with fields between two lines of three hyphens.
    """
    found = FRONT_MATTER.match(text)
    if not found:
        message = "must start with front matter: a line '---', fields, a line '---'"
        raise Unreadable(NO_FRONT_MATTER, _end_of_fields(text), message)
    body = text[found.end() :]
    start = len(text) - len(body.lstrip("\n"))
    return found[1], body.strip("\n").rstrip(), text.count("\n", 0, start) + 1


def _end_of_fields(text: str) -> int:
    """The line at which the fields of a page end, where they should be closed but are not."""
    lines = text.split("\n")
    if lines[0].rstrip(" \t") != "---":
        return 1
    no_field = (
        number
        for number, line in enumerate(lines[1:], 2)
        if not re.match(r"[\w-]+:( |$)|[ \t]+\S|- |#", line)
    )
    return next(no_field, len(lines))

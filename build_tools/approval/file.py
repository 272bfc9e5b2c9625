"""The approved copy as a file beside the content, with a log of every approval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import yaml

from build_tools.approval.copy import Copy
from build_tools.problems import ContentError, Location
from build_tools.rule import reading_rule

BAD_LOCK = reading_rule("bad-lock", "The approved copy is as `approve` wrote it.")
HEAD = """\
# What readers see, as somebody who may has approved it. `make approve` writes this file;
# CONTRIBUTING.md says who may. A line here is what a reader sees: read its diff like prose.
"""


class Approved(NamedTuple):
    """An approved copy, and what was approved when."""

    copy: Copy
    log: Sequence[Mapping[str, Any]]


def read(path: Path) -> Approved | None:
    """The approved copy, or None if there is none; raises ContentError if it cannot be read."""
    if not path.is_file():
        return None
    try:
        data = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        copy = {
            entry: {field: tuple(map(str, lines)) for field, lines in fields.items()}
            for entry, fields in data["approved"].items()
        }
        return Approved(copy, tuple(data["log"]))
    except (yaml.YAMLError, UnicodeDecodeError, KeyError, TypeError, AttributeError):
        where = Location(PurePosixPath(path.name), 0)
        message = "cannot be read; take the last good version, then run `make approve` again"
        raise ContentError([BAD_LOCK.problem(where, message)]) from None


def write(path: Path, approved: Approved) -> None:
    """Write the copy, a line a sentence; beside first, then renamed."""
    data = {
        "log": [dict(entry) for entry in approved.log],
        "approved": {
            entry: {field: list(lines) for field, lines in sorted(fields.items())}
            for entry, fields in sorted(approved.copy.items())
        },
    }
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6)
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(HEAD + text, encoding="utf-8")
    beside.replace(path)

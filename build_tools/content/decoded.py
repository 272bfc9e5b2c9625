"""A file's bytes -> its text, if it is one that may be read on."""

from __future__ import annotations

import re
from pathlib import Path

from build_tools.content.yaml_errors import Unreadable
from build_tools.content.yaml_tree import EMPTY_FILE
from build_tools.rule import reading_rule

LARGEST = 100_000
MOST_LINES = 5_000
SIZE = f"under {LARGEST // 1000} kB and {MOST_LINES} lines"
MERGE_MARK = re.compile(r"^[ \t]*(<{7}|>{7})(?= |\r?$)", re.MULTILINE)

TOO_LARGE = reading_rule("too-large", f"A file is {SIZE}.")
NOT_UTF_8 = reading_rule("not-utf-8", "A file is saved as UTF-8.")
MERGE = reading_rule("merge-conflict", "A file holds one side of a merge, without its marks.")
RULES = (TOO_LARGE, NOT_UTF_8, MERGE)


def text_of(file: Path) -> str:
    """The text of a file, its lines ended alike; raises Unreadable, and OSError."""
    if (size := file.stat().st_size) > LARGEST:
        raise Unreadable(TOO_LARGE, 1, f"must be {SIZE}, found {size // 1000} kB")
    raw = file.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"must be saved as UTF-8, found the byte 0x{raw[error.start]:02x}"
        raise Unreadable(NOT_UTF_8, line, message) from None
    if not text.strip():
        raise Unreadable(EMPTY_FILE, 1, "must not be empty")
    if merge := MERGE_MARK.search(text):
        line = text.count("\n", 0, merge.start()) + 1
        message = (
            "holds the marks of a merge that was never ended; keep one side, without the marks"
        )
        raise Unreadable(MERGE, line, message)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if (lines := text.count("\n")) > MOST_LINES:
        raise Unreadable(TOO_LARGE, 1, f"must be {SIZE}, found {lines} lines")
    return text

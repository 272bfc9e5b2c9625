"""Which files may lie below the content folder: real ones, named as every machine can hold."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NoReturn

from build_tools.rule import Rule, reading_rule

LONGEST = 60
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
PASSED_OVER = re.compile(r"\.DS_Store|\.gitkeep|\..*\.sw[a-p]|\.#.*")
"""What machines and editors leave beside a file while it is open."""
ENTRY_ENDINGS = {".yml", ".yaml", ".md"}

LINK = reading_rule("link-in-content", "Content is files and folders, never links to them.")
NOT_A_FILE = reading_rule("not-a-file", "What has the name of an entry is a file.")
HIDDEN = reading_rule("hidden-entry", "No name of a file begins with a dot.")
BAD_NAME = reading_rule(
    "bad-name", f"A name fits every machine, and has {LONGEST} letters at most."
)
DEEPEST = 2
"""How many parts the path of an entry has below the content: the folder of its kind, its name."""
RULES = (LINK, NOT_A_FILE, HIDDEN, BAD_NAME)


def walked(content: Path) -> list[Path]:
    """Every file and folder of the content; a folder that lies too deep, but not what is in it."""
    found: list[Path] = []
    for folder, folders, files in os.walk(content, onerror=_refuse):
        here = Path(folder)
        found += [here / name for name in (*folders, *files)]
        if len(here.relative_to(content).parts) >= DEEPEST:
            folders.clear()
    return sorted(found)


def _refuse(error: OSError) -> NoReturn:
    raise error


def unfit_file(file: Path, inside: Path) -> tuple[Rule, str] | None:
    """Why something below the content folder cannot stay as it is, or nothing."""
    name = inside.name
    looks_like_entry = Path(name).suffix.lower() in ENTRY_ENDINGS
    if file.is_symlink():
        to = "" if file.exists() else " to nothing"
        return LINK, f"must be a file, found a link{to}; copy what it leads to"
    if not (file.is_file() or file.is_dir()):
        return NOT_A_FILE, "must be a file, found something else"
    if file.is_file() and looks_like_entry and len(inside.parts) > len(("kind", "file")):
        return NOT_A_FILE, "must lie right in the folder of its kind, not deeper"
    if file.is_dir() and (looks_like_entry or len(inside.parts) >= DEEPEST):
        return NOT_A_FILE, "must be a file, found a folder"
    if name.startswith(".") and not PASSED_OVER.fullmatch(name):
        return HIDDEN, f"must not begin with a dot, or it is passed over; try {name.lstrip('.')!r}"
    message = unfit_name(name)
    return (BAD_NAME, message) if message and not name.startswith(".") else None


def unfit_name(name: str) -> str:
    """Why some machine could not hold a file or a folder of that name, or nothing."""
    if RESERVED.fullmatch(name):
        return f"must not be named {name!r}: Windows cannot hold such a file"
    if name.endswith((".", " ")):
        return f"must not end in {name[-1]!r}: Windows takes it away"
    stem = Path(name).stem
    if len(stem) > LONGEST:
        return f"must have a name of {LONGEST} letters at most, found {len(stem)}"
    return ""

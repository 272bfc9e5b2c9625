"""Outputs -> files in the docs folder: only what changed, nothing left over."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from build_tools.model import Output


class Changes(NamedTuple):
    """How many files were written, left as they were, and removed; and how many PDFs had to be made."""

    written: int
    unchanged: int
    removed: int
    typeset: int = 0


def write(outputs: Iterable[Output], docs: Path) -> Changes:
    """Make the folder hold exactly the outputs; files whose name starts with a dot are left alone."""
    docs.mkdir(parents=True, exist_ok=True)
    wanted = {docs / output.path: output.content for output in outputs}
    changed = [
        path
        for path, content in wanted.items()
        if not path.is_file() or path.read_bytes() != content
    ]
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(wanted[path])
    stale = [
        path
        for path in docs.rglob("*")
        if path.is_file() and path not in wanted and not path.name.startswith(".")
    ]
    for path in stale:
        path.unlink()
    for folder in sorted((path for path in docs.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    return Changes(len(changed), len(wanted) - len(changed), len(stale))

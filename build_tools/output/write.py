"""Files made -> files in the docs folder: only what changed, nothing left over."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from build_tools.made import File


class Changes(NamedTuple):
    """How many files were written, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int


def put(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: beside its place first, then renamed."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from None


def write(files: Iterable[File], docs: Path) -> Changes:
    """Make the folder hold exactly these files; those whose name starts with a dot stay."""
    docs.mkdir(parents=True, exist_ok=True)
    wanted = {docs / file.path: file.content for file in files}
    changed = [
        path
        for path, content in wanted.items()
        if not path.is_file() or path.read_bytes() != content
    ]
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, wanted[path])
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

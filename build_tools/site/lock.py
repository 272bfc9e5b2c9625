"""One build at a time: two in the same folder would take each other's files away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from build_tools.problems import ContentError, Location
from build_tools.rule import reading_rule

BUSY = reading_rule("busy", "Only one build at a time works in a folder.")
RULES = (BUSY,)
NAME = ".lock"
PATIENCE = 120.0
"""How long a second build waits for the first (seconds)."""


@contextmanager
def one_at_a_time(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the folder while the block lasts; wait for another build, then raise ContentError."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / NAME, timeout=patience, is_singleton=True):
            yield
    except Timeout:
        where = Location(PurePosixPath(folder.name), 0)
        message = "another build has been at work here for too long; try again when it has ended"
        raise ContentError([BUSY.problem(where, message)]) from None

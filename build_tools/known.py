"""What was judged and found good: by the hash of all that the judgement rests on.

What has not changed is not judged again. A name holds the code that judges, its libraries and the
whole subject, so a judgement that is kept is the one that would be made now. Only what is good is
kept: a problem is found anew each time, with its line.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import sysconfig
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

CODE = Path(__file__).parent
FIRST_LINE = "What was judged and found good; it may be deleted at any time."


class Known:
    """The judgements kept in a file, or in memory alone; what is not asked for is forgotten."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._before = _read(file) if file else {}
        self._now: dict[str, str] = {}

    def seen(self, name: str) -> bool:
        """Whether the subject of that name was found good before."""
        if name in self._before:
            self._now[name] = self._before[name]
        return name in self._now

    def says(self, name: str) -> str:
        """What was noted about a subject that was found good."""
        return self._now[name]

    def add(self, name: str, says: str = "") -> None:
        """Keep that the subject of that name is good."""
        self._now[name] = says

    def keep(self) -> None:
        """Write what was asked for or added; whoever reads the file sees all of it or none."""
        if self._file and self._now != self._before:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside = self._file.with_name(f".{self._file.name}.{os.getpid()}")
            beside.write_text(json.dumps({FIRST_LINE: self._now}), encoding="utf-8")
            beside.replace(self._file)


def _read(file: Path) -> dict[str, str]:
    """What a file holds; nothing, if it is not there or was cut short."""
    try:
        known = json.loads(file.read_text("utf-8"))[FIRST_LINE]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return known if isinstance(known, dict) else {}


def namer(*rests_on: object) -> Callable[..., str]:
    """What gives subjects their names, beside whatever else their judgement rests on."""
    start = _hash_of((_code(), *rests_on))

    def name(*subject: object) -> str:
        return _hash_of((start, *subject))

    return name


def _hash_of(parts: Iterable[object]) -> str:
    found = hashlib.sha256()
    for part in parts:
        content = part if isinstance(part, bytes) else repr(part).encode()
        found.update(b"%d:" % len(content) + content)
    return found.hexdigest()[:32]


@cache
def _code() -> str:
    """The program and the libraries as they are installed."""
    files = sorted(path for path in CODE.rglob("*") if path.is_file() and path.suffix != ".pyc")
    libraries = sorted(path.name for path in Path(sysconfig.get_path("purelib")).iterdir())
    return _hash_of((sys.version, libraries, *(path.read_bytes() for path in files)))

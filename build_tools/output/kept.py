"""What is slow to make and was made before from the same things: a folder of files, by hashes."""

from __future__ import annotations

import hashlib
from pathlib import Path

from build_tools.output.write import put


def hash_of(content: bytes) -> str:
    """A short name for content that no other has."""
    return hashlib.sha256(content).hexdigest()[:32]


class Kept:
    """The files of one sort in a folder.

    Each is named by a hash of what it was made from and a hash of itself: one that was cut or
    damaged since is not given out.
    """

    def __init__(self, folder: Path, suffix: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._suffix = folder, suffix
        self._used: set[Path] = set()

    def get(self, name: str) -> bytes:
        """What was made under that name, if it is as it was made; else nothing."""
        for path in self._folder.glob(f"{name}-*{self._suffix}"):
            content = path.read_bytes()
            if path == self._path(name, content):
                self._used.add(path)
                return content
        return b""

    def put(self, name: str, content: bytes) -> None:
        """Keep what was made under that name."""
        path = self._path(name, content)
        put(path, content)
        self._used.add(path)

    def forget_the_rest(self) -> None:
        """Take away what was neither asked for nor put here."""
        for old in set(self._folder.glob(f"*{self._suffix}")) - self._used:
            old.unlink()

    def _path(self, name: str, content: bytes) -> Path:
        return self._folder / f"{name}-{hash_of(content)}{self._suffix}"

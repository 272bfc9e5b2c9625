"""The built site -> the published folder, whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from build_tools.problems import ContentError, Location, Problem
from build_tools.site import POLICY


def refuse_to_lose(site: Path, kept: Iterable[Path]) -> None:
    """Raise ContentError if publishing to the folder could lose anything but a site made here.

    `kept` are the folders that a build reads and works in: a site may not hold them or lie in them.
    A site made here is known by its security policy; a folder under version control is somebody's work.
    """
    message = ""
    if any(site.is_relative_to(folder) or folder.is_relative_to(site) for folder in kept):
        message = "must not hold, or lie in, what the site is made from"
    elif not next(folder for folder in (site, *site.parents) if folder.exists()).is_dir():
        message = "must be a folder, found a file in its place"
    elif site.exists() and any(site.iterdir()):
        first = site / "index.html"
        ours = first.is_file() and POLICY[0] in first.read_text("utf-8", "replace")
        if not ours or (site / ".git").exists():
            message = "must be empty, new, or a site made here; it holds something else and was left alone"
    if message:
        raise ContentError([Problem(_place(site), message, "not-a-site")])


def publish(built: Path, site: Path) -> int:
    """Put the built site in the place of the published one; gives the number of files.

    The new site is copied beside the old one first and then renamed, so that a reader,
    or a build that dies here, never sees half a site. Raises ContentError if the place
    cannot be written to.
    """
    try:
        return _swap(built, site)
    except OSError as error:
        raise ContentError([Problem(_place(site), f"cannot be written: {error.strerror or error}", "not-writable")]) from None


def _swap(built: Path, site: Path) -> int:
    new, old = site.with_name(f".{site.name}.new"), site.with_name(f".{site.name}.old")
    for left_over in (new, old):
        shutil.rmtree(left_over, ignore_errors=True)
    shutil.copytree(built, new)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    return sum(1 for path in site.rglob("*") if path.is_file())


def _place(site: Path) -> Location:
    return Location(PurePosixPath(site.name or "/"))

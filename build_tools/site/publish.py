"""The built site -> the published folder, whole or not at all; a list in it says what is ours."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from build_tools.problems import ContentError, Location
from build_tools.rule import reading_rule
from build_tools.site.read import MANIFEST

NOT_A_SITE = reading_rule("not-a-site", "A site replaces nothing that no build made.")
NOT_WRITABLE = reading_rule("not-writable", "The place of the site can be written to.")
RULES = (NOT_A_SITE, NOT_WRITABLE)


def refuse_to_lose(site: Path, kept: Iterable[Path]) -> None:
    """Raise ContentError if publishing to the folder could lose anything but a site made here.

    `kept` are the folders that a build reads and works in: a site may not hold them or lie in them.
    A site made here is known by its manifest, and only what the manifest names may be replaced.
    """
    message = ""
    _put_back(site)
    if any(site.is_relative_to(folder) or folder.is_relative_to(site) for folder in kept):
        message = "must not hold, or lie in, what the site is made from"
    elif not next(folder for folder in (site, *site.parents) if folder.exists()).is_dir():
        message = "must be a folder, found a file in its place"
    elif site.exists() and any(site.iterdir()):
        message = _strangers(site)
    if message:
        raise ContentError([NOT_A_SITE.problem(_display(site), message)])


def _put_back(site: Path) -> None:
    """Put the old site back if a build died between taking it away and putting the new one."""
    old = _beside(site, "old")
    if old.is_dir() and not site.exists():
        old.rename(site)


def _beside(site: Path, what: str) -> Path:
    return site.with_name(f".{site.name}.{what}")


def _strangers(site: Path) -> str:
    """What a folder holds that no build made, in words; nothing if all of it is ours."""
    if not (site / MANIFEST).is_file():
        return "must be empty, new, or a site made here; it holds something else and was left alone"
    ours = {MANIFEST, *(site / MANIFEST).read_text("utf-8").splitlines()}
    held = sorted(
        path.relative_to(site).as_posix() for path in site.rglob("*") if not path.is_dir()
    )
    if strange := [path for path in held if path not in ours]:
        more = f" and {len(strange) - 1} more" if strange[1:] else ""
        return f"holds what no build made, and was left alone: {strange[0]}{more}"
    return ""


def publish(built: Path, site: Path) -> int:
    """Put the built site in the place of the published one; gives the number of files.

    The new site is copied beside the old one first and then renamed, so that a reader,
    or a build that dies here, never sees half a site. Raises ContentError if the place
    cannot be written to.
    """
    try:
        return _swap(built, site)
    except OSError as error:
        shutil.rmtree(_beside(site, "new"), ignore_errors=True)
        why = error.strerror or str(error.args[0][0][-1] if error.args else error)
        message = f"cannot be written: {why}"
        raise ContentError([NOT_WRITABLE.problem(_display(site), message)]) from None


def _swap(built: Path, site: Path) -> int:
    new, old = _beside(site, "new"), _beside(site, "old")
    shutil.rmtree(new, ignore_errors=True)
    shutil.copytree(built, new)
    shutil.rmtree(old, ignore_errors=True)
    files = sorted(path.relative_to(new).as_posix() for path in new.rglob("*") if path.is_file())
    (new / MANIFEST).write_text("".join(f"{path}\n" for path in files), encoding="utf-8")
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    return len(files)


def _display(site: Path) -> Location:
    return Location(PurePosixPath(site.name or "/"))

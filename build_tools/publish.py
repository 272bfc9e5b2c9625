"""The built site -> the published folder, whole or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath

from build_tools.problems import ContentError, Location, Problem


def publish(built: Path, site: Path) -> int:
    """Put the built site in the place of the published one; gives the number of files.

    The new site is copied beside the old one first and then renamed, so that a reader,
    or a build that dies here, never sees half a site. A folder that holds something
    else than a site is left alone, with a ContentError.
    """
    if site.exists() and any(site.iterdir()) and not (site / "index.html").is_file():
        problem = Problem(Location(PurePosixPath(site.name)), "must be empty, new, or a site; it holds something else and was left alone", "not-a-site")
        raise ContentError([problem])
    new, old = site.with_name(f".{site.name}.new"), site.with_name(f".{site.name}.old")
    for left_over in (new, old):
        shutil.rmtree(left_over, ignore_errors=True)
    shutil.copytree(built, new)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    return sum(1 for path in site.rglob("*") if path.is_file())

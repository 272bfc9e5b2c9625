"""Cases written as documents: what is written stands above, what must be said of it below.

Cases are parted by an empty line. A line `-> ` says what is expected; it may go on in lines
that are indented by three spaces.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import NamedTuple

import pytest

from build_tools.site.read import HtmlPage, Site


def mistakes(document: str) -> list[object]:
    """What an author writes in a file, and the line that it must cause."""
    return [pytest.param(f"{text}\n", said, id=said) for text, said in _cases(document)]


class Change(NamedTuple):
    """Words on a page of a built site, and what stands there instead."""

    page: str
    old: str
    new: str


def changes(document: str) -> list[object]:
    """What is changed on a page of a built site, as in a diff, and what must be found.

    `== ` names the page, for all cases down to the next `== `. `- ` are words that stand on it,
    `+ ` what stands there instead, if anything. Any other line says what the change is.
    """
    page, made = "", []
    for text, said in _cases(document):
        held = {"== ": page, "- ": "", "+ ": ""}
        name = said
        for line in text.split("\n"):
            sign = next((sign for sign in held if line.startswith(sign)), "")
            if sign:
                held[sign] = line.removeprefix(sign)
            else:
                name = line
        page = held["== "]
        made.append(pytest.param(Change(page, held["- "], held["+ "]), said, id=name))
    return made


def changed(site: Site, change: Change) -> Site:
    """The site with that change; only the one page is parsed anew."""
    path = PurePosixPath(change.page)
    html = (site.folder / path).read_text("utf-8")
    assert change.old in html
    changed_html = html.replace(change.old, change.new, 1).encode("utf-8")
    page = HtmlPage(path, site.display_path / path, changed_html)
    return replace(site, pages={**site.pages, path: page})


def _cases(document: str) -> Iterator[tuple[str, str]]:
    for case in textwrap.dedent(document).strip("\n").split("\n\n"):
        text, said = case.split("\n-> ")
        yield text, said.replace("\n   ", " ")

"""Rules of any finished site: what a page asks for unasked, and whether it has its look."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath

from bs4 import Tag

from build_tools.model import Catalog
from build_tools.rule import Found, Scope, rule
from build_tools.site.read import HtmlPage, Site

MOST = {"script": 3 * 1024, "style": 8 * 1024}
"""What the scripts, and the styles that a first paint waits for, may weigh (bytes, compressed)."""
CLASS = re.compile(r"\.(-?[A-Za-z][\w-]*)")
BARE = frozenset(
    (
        *("border-thin", "cards-of-care", "clue-list", "do-now", "either", "first", "left"),
        *("outline", "pale", "question", "rate", "right", "scheme", "signs", "signs-list", "toc"),
        *("verdict", "when"),
    )
)
"""Classes that have no look of their own: a script, a test or a printer finds things by them."""


@rule("too-heavy", Scope.PAGE)
def no_page_waits_long(page: HtmlPage, site: Site) -> Iterator[Found]:
    """What a page asks for unasked is small, so that it is there at once on a slow network."""
    for what, tags in {"script": _scripts(page), "style": _styles(page)}.items():
        weight = sum(_weight(site.folder / name) for name in _files(page, site, tags))
        if weight > MOST[what]:
            message = f"must ask for at most {MOST[what]} bytes of {what}, found {weight}"
            yield page.at(), message


@rule("unstyled-class", Scope.SITE)
def every_class_has_a_look(site: Site, _: Catalog) -> Iterator[Found]:
    """Each class on a page stands in a stylesheet, so that no look is lost without a sound."""
    styles = (site.folder / name for name in site.files if name.suffix == ".css")
    known = {*BARE, *CLASS.findall(" ".join(style.read_text("utf-8") for style in styles))}
    told: set[str] = set()
    for page in site.pages.values():
        for tag in page.tags:
            for name in tag.get("class") or ():
                if name not in known and name not in told:
                    told.add(name)
                    yield page.at(tag), f"class {name!r} must have a rule in a stylesheet"


def _scripts(page: HtmlPage) -> list[Tag]:
    return [tag for tag in page.tags if tag.name == "script" and tag.get("src")]


def _styles(page: HtmlPage) -> list[Tag]:
    """The stylesheets that a first paint waits for: all but those for print."""
    sheets = (tag for tag in page.tags if tag.name == "link" and "stylesheet" in tag.get("rel", []))
    return [tag for tag in sheets if tag.get("media") != "print"]


def _files(page: HtmlPage, site: Site, tags: list[Tag]) -> Iterator[PurePosixPath]:
    for tag in tags:
        file, _ = site.target(page, str(tag.get("src") or tag.get("href")))
        if file in site.files:
            yield file


@cache
def _weight(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


WEIGHT_RULES = (no_page_waits_long, every_class_has_a_look)

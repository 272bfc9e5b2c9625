"""A folder of HTML -> the site as a reader's browser would know it, parsed once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from build_tools.problems import Location, Problem

_HERE = "http://site.invalid"
_FENCE = "/fence"
LINKING = (
    ("a", "href"),
    ("link", "href"),
    ("area", "href"),
    ("img", "src"),
    ("script", "src"),
    ("source", "src"),
    ("iframe", "src"),
    ("use", "href"),
    ("object", "data"),
)

POLICY = (
    "default-src 'none'",
    "script-src 'self' {scripts}",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
)
"""What every finished page allows itself; a site made here is known by it."""


@dataclass(frozen=True)
class HtmlPage:
    """One page: its path below the site folder, and its parsed HTML."""

    path: PurePosixPath
    soup: BeautifulSoup

    @cached_property
    def ids(self) -> dict[str, Tag]:
        """The first element with each id."""
        found: dict[str, Tag] = {}
        for tag in self.soup.find_all(id=True):
            found.setdefault(str(tag["id"]), tag)
        return found

    @cached_property
    def article(self) -> Tag:
        """What the content made: the main text without the theme around it."""
        return self.soup.select_one("article") or self.soup.body or self.soup

    @cached_property
    def links(self) -> list[tuple[Tag, str]]:
        """Every address that the page names, with the element that names it."""
        return [
            (tag, str(tag[attribute]))
            for name, attribute in LINKING
            for tag in self.soup.find_all(name, attrs={attribute: True})
        ]

    @property
    def address(self) -> str:
        """Where the page is served, from the site's root."""
        return "/" + str(self.path).removesuffix("index.html")


@dataclass(frozen=True)
class Site:
    """Every page by its path, every other file, and the path that the site is served under.

    `told` is how the folder is named when a problem in it is told.
    """

    folder: Path
    told: PurePosixPath
    pages: dict[PurePosixPath, HtmlPage]
    files: frozenset[PurePosixPath]
    base: str = "/"

    def target(self, page: HtmlPage, address: str) -> tuple[PurePosixPath | None, str]:
        """The file that an address on a page leads to, and its fragment; no file if it leaves the site.

        A relative address that climbs above the site is caught, although at the root of a
        host a browser would forgive it: below a sub-path it would not.
        """
        start = self.base if address.startswith("/") else _FENCE + self.base
        place = urlsplit(urljoin(_HERE + _FENCE + self.base.rstrip("/") + page.address, address))
        if f"{place.scheme}://{place.netloc}" != _HERE:
            return None, ""
        inside = unquote(place.path).removeprefix(start)
        path = PurePosixPath(inside)
        return (path / "index.html" if inside == "" or inside.endswith("/") else path), unquote(
            place.fragment
        )

    def problem(self, page: HtmlPage, message: str, rule: str, tag: Tag | None = None) -> Problem:
        """What is wrong on a page, at the line of the element that shows it."""
        line = tag.sourceline if tag is not None and tag.sourceline else 1
        return Problem(Location(self.told / page.path, line), message, rule)


def read_site(folder: Path, root: Path) -> Site:
    """Parse every page of a built site."""
    told = PurePosixPath(folder.relative_to(root) if folder.is_relative_to(root) else folder.name)
    files = {
        PurePosixPath(path.relative_to(folder)): path
        for path in folder.rglob("*")
        if path.is_file()
    }
    pages = {
        name: HtmlPage(name, BeautifulSoup(path.read_bytes(), "lxml"))
        for name, path in sorted(files.items())
        if name.suffix == ".html"
    }
    home = pages.get(PurePosixPath("index.html"))
    canonical = home.soup.select_one("link[rel=canonical]") if home else None
    base = urlsplit(str(canonical["href"])).path if canonical else "/"
    return Site(folder, told, pages, frozenset(files), base or "/")

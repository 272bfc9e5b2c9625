"""A folder of HTML -> the site as a reader's browser would know it, parsed once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, NavigableString, Tag

from build_tools.problems import Location

_HERE = "http://site.invalid"
_FENCE = "/fence"
MANIFEST = ".made-by-this-build"
"""A file in every published site: the paths of all others, one a line."""
WORKER = PurePosixPath("sw.js")
"""The service worker of every published site: what a reader keeps, and the hash of each file."""
LINKING = {
    "a": "href",
    "link": "href",
    "area": "href",
    "img": "src",
    "script": "src",
    "source": "src",
    "iframe": "src",
    "use": "href",
    "object": "data",
}

STYLES = "stylesheets"
"""The folder of the stylesheets, in the look and on the site."""
JOINED = re.compile(r"[a-z]+-(?P<code>[0-9a-f]{16})\.css")
"""What a joined stylesheet is called: a medium, and a code of what it holds."""
POLICY = (
    "default-src 'none'",
    "script-src {scripts}",
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
"""What every finished page allows itself."""


@dataclass(frozen=True)
class HtmlPage:
    """One page: its path below the site's folder, its path as displayed, and its HTML."""

    path: PurePosixPath
    display_path: PurePosixPath
    html: bytes

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The parsed HTML."""
        return BeautifulSoup(self.html, "lxml")

    @cached_property
    def _lines(self) -> dict[int, int]:
        """The line of each element, by a parser that knows lines, if it sees the same elements."""
        lined = BeautifulSoup(self.html, "html.parser").find_all(True)
        pairs = zip(self.tags, lined, strict=True) if len(self.tags) == len(lined) else ()
        return {id(tag): other.sourceline or 0 for tag, other in pairs}

    @cached_property
    def ids(self) -> dict[str, Tag]:
        """The first element with each id."""
        found: dict[str, Tag] = {}
        for tag in self.tags:
            if "id" in tag.attrs:
                found.setdefault(str(tag["id"]), tag)
        return found

    @cached_property
    def tags(self) -> list[Tag]:
        """Every element, in its order; walked once, because a search by name is slow."""
        return [item for item in self.soup.descendants if isinstance(item, Tag)]

    @cached_property
    def article(self) -> Tag:
        """What the content made: the main text without the theme around it."""
        return self.soup.select_one("article") or self.soup.body or self.soup

    @cached_property
    def links(self) -> list[tuple[Tag, str]]:
        """Every address that the page names, with the element that names it."""
        return [
            (tag, str(tag[attribute]))
            for tag in self.tags
            if (attribute := LINKING.get(tag.name, "")) and attribute in tag.attrs
        ]

    @property
    def address(self) -> str:
        """Where the page is served, from the site's root."""
        return "/" + str(self.path).removesuffix("index.html")

    def at(self, tag: Tag | None = None, words: str = "") -> Location:
        """The line of an element, with the words that are judged (its own, if none are given)."""
        if tag is None:
            return Location(self.display_path, 0, words=words)
        line = self._lines.get(id(tag), 0)
        return Location(self.display_path, line, words=words or squeezed(tag.get_text()))


@dataclass(frozen=True, eq=False)
class Site:
    """Every page by its path, every other file, and the path that the site is served under."""

    folder: Path
    display_path: PurePosixPath  #: the folder as problems name it
    pages: dict[PurePosixPath, HtmlPage]
    files: frozenset[PurePosixPath]
    base: str = "/"
    _targets: dict[tuple[str, str], tuple[PurePosixPath | None, str]] = field(default_factory=dict)

    def target(self, page: HtmlPage, address: str) -> tuple[PurePosixPath | None, str]:
        """The file that an address on a page leads to, and its fragment; no file if it leaves.

        An address with more `../` than there are folders would still work at the root of a host,
        where a browser stops climbing, but not below a sub-path (https://example.org/guide/).
        So the site is thought to lie below two made-up folders: what climbs out is not found.
        """
        place = (page.address, address)
        if place not in self._targets:
            self._targets[place] = self._target(page, address)
        return self._targets[place]

    def _target(self, page: HtmlPage, address: str) -> tuple[PurePosixPath | None, str]:
        start = self.base if address.startswith("/") else _FENCE + self.base
        here = _HERE + _FENCE + self.base.rstrip("/") + page.address
        place = urlsplit(urljoin(here, address))
        if f"{place.scheme}://{place.netloc}" != _HERE:
            return None, ""
        inside = unquote(place.path).removeprefix(start)
        path = PurePosixPath(inside)
        is_folder = inside == "" or inside.endswith("/")
        return (path / "index.html" if is_folder else path), unquote(place.fragment)


def read_site(folder: Path, root: Path) -> Site:
    """Parse every page of a built site; problems name it by its path from `root` on."""
    below = folder.relative_to(root) if folder.is_relative_to(root) else folder.name
    display_path = PurePosixPath(below)
    files = {
        PurePosixPath(path.relative_to(folder)): path
        for path in folder.rglob("*")
        if path.is_file()
    }
    pages = {
        name: HtmlPage(name, display_path / name, path.read_bytes())
        for name, path in sorted(files.items())
        if name.suffix == ".html"
    }
    home = pages.get(PurePosixPath("index.html"))
    canonical = home.soup.select_one("link[rel=canonical]") if home else None
    base = urlsplit(str(canonical["href"])).path if canonical else "/"
    return Site(folder, display_path, pages, frozenset(files), base or "/")


def texts_below(tag: Tag) -> list[str]:
    """The text of every paragraph, item and cell below the element, without reference marks."""
    blocks = tag.find_all(["p", "li", "td", "th", "dd", "dt"])
    return [text_outside(block, {"sup"}) for block in blocks]


def text_outside(tag: Tag, names: Container[str]) -> str:
    """The text of an element without that of the elements of these names below it."""
    return squeezed("".join(_texts_outside(tag, names)))


def _texts_outside(tag: Tag, names: Container[str]) -> Iterator[str]:
    for child in tag.children:
        if isinstance(child, Tag):
            if child.name not in names:
                yield from _texts_outside(child, names)
        elif type(child) is NavigableString:
            yield child


def squeezed(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def is_joined(name: PurePosixPath, content: bytes) -> bool:
    """Whether a file is a joined stylesheet that still holds what it was named by."""
    found = JOINED.fullmatch(name.name)
    return bool(found and name.parent.name == STYLES and found["code"] == code_of(content))


def code_of(content: bytes) -> str:
    """The start of the SHA-256 of some bytes, as worker.js works it out too."""
    return hashlib.sha256(content).hexdigest()[:16]

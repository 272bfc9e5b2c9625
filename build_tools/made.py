"""What a kind can make of the catalog: pages, PDFs, files, settings, cards, offline copies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, TypeAlias

from build_tools.entry import texts_in
from build_tools.problems import Location


@dataclass(frozen=True)
class Page:
    """A page to be rendered: its path below the docs folder, its template, what that is given."""

    path: PurePosixPath
    template: str
    context: Mapping[str, Any]

    @property
    def card(self) -> PurePosixPath:
        """Where its card stands: the picture that shows it where somebody shares its address."""
        return PurePosixPath("assets", "cards", self.path.with_suffix(".png"))


def folder_of(page: PurePosixPath) -> str:
    """The address of a page from the site's root: its folder; nothing for the home page."""
    return f"{page.parent}/" if page.parent.parts else ""


class Unprinted(str):
    """What a Typst page is told and does not print as it is: a name, a pattern."""

    __slots__ = ()


@dataclass(frozen=True)
class Pdf:
    """A printed sheet to be typeset, from a Typst page and plain data."""

    path: PurePosixPath  #: where it stands below the docs folder
    source: Path  #: the Typst page
    data: Mapping[str, Any]  #: what the Typst page is given
    sides: int | None  #: how many it may take at the most; None: as many as it needs
    page: PurePosixPath  #: the web page that holds the same; its address is printed
    where: Location  #: the entry to shorten if it does not fit

    @property
    def lines(self) -> list[str]:
        """What must stand on the finished sheet, word for word: every text that is printed."""
        texts = (text for _, text in texts_in(self.data) if text.strip())
        return [text for text in texts if not isinstance(text, Unprinted)]


@dataclass(frozen=True)
class File:
    """A file to be written: its path below the docs folder, and its bytes."""

    path: PurePosixPath
    content: bytes


@dataclass(frozen=True)
class Settings:
    """What the site's engine must know: settings laid over those of mkdocs.yml."""

    values: Mapping[str, Any]


@dataclass(frozen=True)
class CardStyle:
    """How the card of any page is drawn: a Typst page, and the plain data that it is given."""

    source: Path  #: the Typst page
    data: Mapping[str, Any]  #: what every card is given
    levels: Mapping[str, Mapping[str, Any]]  #: what a card is given of its page's level, by slug


@dataclass(frozen=True)
class Offline:
    """How the finished site is kept for when there is no network."""

    archive: PurePosixPath  #: all of it as one file, below the site's folder
    notice: str  #: what a kept page says of itself


Made: TypeAlias = Page | Pdf | File | Settings | CardStyle | Offline

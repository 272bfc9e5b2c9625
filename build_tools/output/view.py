"""What a template may ask while it makes one page: links from there, citations in order, words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import PurePosixPath
from posixpath import relpath
from typing import Any

from jinja2 import Template
from markupsafe import Markup

from build_tools.content.markup import Reference, escape, plain, replace
from build_tools.entry import Entry, EntryId, named_part
from build_tools.model import Catalog
from build_tools.output.metadata import Shown, front_matter
from build_tools.output.scale import chart_scale
from build_tools.words import fill, long_date, say, words_of


class View:
    """What a template may ask while it makes one page: links from there, citations in order."""

    def __init__(self, catalog: Catalog, path: PurePosixPath, mark: Template) -> None:
        self._catalog, self._path, self._mark = catalog, path, mark
        self._words = words_of(catalog)
        self._guide = next(
            (entry for entry in catalog.entries.values() if entry.kind == "guide"), None
        )
        self._cited: dict[str, int] = {}

    def names(self) -> Mapping[str, Any]:
        """The names every template has."""
        return {
            "all": self.all,
            "cite": self.cite,
            "cited": self.cited,
            "find": self.find,
            "find_any": self.find_any,
            "find_all": lambda kind, slugs: [self.find(kind, slug) for slug in slugs],
            "called": self.called,
            "chart_scale": chart_scale,
            "fill": fill,
            "front_matter": self.front_matter,
            "guide": self._guide,
            "href": self.href,
            "href_at": self.href_at,
            "href_file": self.href_file,
            "index_of": self._catalog.index_of,
            "link": self.link,
            "named": self._catalog.named,
            "linking_to": self._catalog.linking_to,
            "resting_on": self._catalog.resting_on,
            "plain": plain,
            "prose": self.prose,
            "say": say,
            "time": self.time,
            "words": self._words,
            "today": self._catalog.today,
        }

    def all(self, kind: str) -> list[Entry]:
        """The entries of a kind, in their order."""
        return self._catalog.all(self._catalog.kinds[kind].model)

    def find(self, kind: str, slug: str) -> Entry:
        """One entry."""
        return self._catalog.entries[EntryId(kind, slug)]

    def find_any(self, kinds: Iterable[str], slugs: Iterable[str]) -> list[Entry]:
        """The entries of any of these kinds that have these slugs, in the order of the slugs."""
        names = (EntryId(kind, slug) for slug in slugs for kind in kinds)
        return [self._catalog.entries[name] for name in names if name in self._catalog.entries]

    def link(self, entry: Entry, words: str = "") -> Markup:
        """A Markdown link to an entry, by its title unless other words are given."""
        text = escape(words or entry.title)
        return Markup(f"[{text}]({self._target(entry)})")  # noqa: S704  both parts are safe

    def href(self, entry: Entry) -> Markup:
        """The address of an entry, for the places where a link must be written as HTML."""
        return self.href_at(self._page_of(entry), self._catalog.anchor_of(entry))

    def href_at(self, page: PurePosixPath, anchor: str = "") -> Markup:
        """The address of a generated page, and of a place on it."""
        up = "../" * len(self._path.parent.parts)
        address = f"{up}{page.parent}/" if page.parent.parts else up or "./"
        return Markup(f"{address}{f'#{anchor}' if anchor else ''}")  # noqa: S704

    def href_file(self, path: PurePosixPath) -> Markup:
        """The address of a file that is made."""
        return Markup("../" * len(self._path.parent.parts) + str(path))  # noqa: S704

    def called(self, pattern: str) -> Markup:
        """The emergency numbers in a row, each by the pattern."""
        numbers = getattr(self._guide, "numbers", ())
        shown = (
            say(pattern, number=_dialled(number.number), country=number.country)
            for number in numbers
        )
        return Markup(", ").join(shown)

    def time(self, day: date) -> Markup:
        """A day that machines can read too."""
        written = escape(long_date(day, self._words))
        return Markup(f'<time datetime="{day}">{written}</time>')  # noqa: S704

    def prose(self, text: str) -> Markup:
        """Prose from content as Markdown, its links and citations worked out."""
        written = replace(text, self._reference, self.cite)
        return Markup(written)  # noqa: S704  it has been judged

    def front_matter(self, **shown: Any) -> Markup:
        """What the page says of itself to the look and to machines."""
        return front_matter(self._catalog, self._path, Shown(**shown))

    def cite(self, keys: Iterable[str]) -> Markup:
        """Numbered marks that lead to the page's list of sources."""
        marks = []
        for key in dict.fromkeys(named_part(written)[0] for written in keys):
            number = self._cited.setdefault(key, len(self._cited) + 1)
            label = fill(self._words.page.source_number, number=number)
            marks.append(self._mark.render(number=number, label=label))
        return Markup("".join(marks))  # noqa: S704

    def cited(self) -> list[Entry]:
        """The sources cited so far on this page, in the order of their numbers."""
        return [self.find("source", key) for key in self._cited]

    def _reference(self, reference: Reference) -> str:
        entry = self.find(reference.kind, reference.slug)
        return f"[{reference.words or escape(entry.title)}]({self._target(entry)})"

    def _target(self, entry: Entry) -> str:
        page = self._page_of(entry)
        anchor = self._catalog.anchor_of(entry)
        path = "" if page == self._path and anchor else relpath(page, self._path.parent)
        return f"{path}{f'#{anchor}' if anchor else ''}"

    def _page_of(self, entry: Entry) -> PurePosixPath:
        page = self._catalog.page_of(entry)
        if page is None:
            message = f"{entry.id} has no page: `check` should have said so"
            raise LookupError(message)
        return page


def _dialled(number: str) -> Markup:
    """A number as a link that a phone can ring."""
    shown = escape(number)
    return Markup(f'<a href="tel:{shown}"><b>{shown}</b></a>')  # noqa: S704  escaped

"""The catalog -> files: every page as Markdown, and the files that kinds make themselves."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath
from posixpath import relpath
from typing import Any

from jinja2 import Environment, FileSystemLoader, PrefixLoader, StrictUndefined, Template
from markupsafe import Markup

from build_tools.content.markup import Reference, escape, plain, replace
from build_tools.dates import long_date, months_on
from build_tools.entry import Entry, EntryId
from build_tools.made import File, Page
from build_tools.model import Catalog, OwnPage

SHARED = Path(__file__).parent / "templates"


def render(catalog: Catalog) -> list[File]:
    """Every file that the catalog makes; the same catalog on the same day gives the same bytes."""
    environment = _environment(tuple(kind.home for kind in catalog.kinds.values()))
    mark = environment.get_template("shared/citation.html.j2")
    files = list(catalog.made(File))
    for page in pages_of(catalog):
        view = _View(catalog, page.path, mark)
        template = environment.get_template(page.template)
        text = template.render(**page.context, **view.names())
        files.append(File(page.path, tidy(text).encode()))
    return sorted(files, key=lambda file: file.path)


def pages_of(catalog: Catalog) -> Iterator[Page]:
    """Every page: those of entries that have one, and those that kinds make beside them."""
    for entry in catalog.entries.values():
        place = catalog.kinds[entry.kind].place
        if isinstance(place, OwnPage) and place.template and (path := catalog.page_of(entry)):
            yield Page(path, place.template, {"entry": entry})
    yield from catalog.made(Page)


def tidy(text: str) -> str:
    """Markdown without trailing spaces or runs of blank lines, so that templates need not care."""
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip() + "\n"


def figure(number: float) -> str:
    """3 and 0.5, not 3.0"""
    return f"{number:g}"


@cache
def _environment(folders: tuple[Path, ...]) -> Environment:
    homes: dict[str, Any] = {folder.name: FileSystemLoader(folder) for folder in folders}
    environment = Environment(  # noqa: S701  `finalize` escapes every expression, for Markdown too
        loader=PrefixLoader({**homes, "shared": FileSystemLoader(SHARED)}),
        undefined=StrictUndefined,
        finalize=lambda value: value if isinstance(value, Markup) else escape(str(value)),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(long_date=long_date, months_on=months_on, figure=figure)
    return environment


class _View:
    """What a template may ask while it makes one page: links from there, citations in order."""

    def __init__(self, catalog: Catalog, path: PurePosixPath, mark: Template) -> None:
        self._catalog, self._path, self._mark = catalog, path, mark
        self._cited: list[str] = []

    def names(self) -> Mapping[str, Any]:
        """The names every template has."""
        return {
            "all": self.all,
            "cite": self.cite,
            "cited": self.cited,
            "find": self.find,
            "find_any": self.find_any,
            "find_all": lambda kind, slugs: [self.find(kind, slug) for slug in slugs],
            "front_matter": front_matter,
            "href": self.href,
            "href_at": self.href_at,
            "link": self.link,
            "named": self._catalog.named,
            "linking_to": self._catalog.linking_to,
            "plain": plain,
            "prose": self.prose,
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

    def prose(self, text: str) -> Markup:
        """Prose from content as Markdown, its links and citations worked out."""
        written = replace(text, self._reference, lambda key: self.cite([key]))
        return Markup(written)  # noqa: S704  it has been judged

    def cite(self, keys: Iterable[str]) -> Markup:
        """Numbered marks that lead to the page's list of sources."""
        marks = []
        for key in keys:
            if key not in self._cited:
                self._cited.append(key)
            marks.append(self._mark.render(key=key, number=self._cited.index(key) + 1))
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


def front_matter(**fields: str | date) -> Markup:
    """The fields that the theme reads, as YAML front matter."""
    lines = [
        f"{name}: {json.dumps(str(value), ensure_ascii=False)}" for name, value in fields.items()
    ]
    return Markup("\n".join(["---", *lines, "---"]))  # noqa: S704  JSON strings are YAML

"""The catalog -> outputs: every page as Markdown, and whatever else a kind makes."""

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

from build_tools.markup import Reference, escape, plain, replace
from build_tools.model import Catalog, Entry, EntryId, Output, Sheet
from build_tools.sheet import long_date, months_on

SHARED = Path(__file__).parent / "templates"


def render(catalog: Catalog, today: date) -> list[Output]:
    """Every file that the catalog makes; the same catalog on the same day gives the same bytes."""
    environment = _environment(tuple(kind.home for kind in catalog.kinds.values()))
    outputs = [output for kind in catalog.kinds.values() for output in kind.extras(catalog)]
    mark = environment.get_template("shared/citation.html.j2")
    for entry in catalog.entries.values():
        for path, template, given in _sheets(catalog, entry):
            page = _Page(catalog, path, today, mark)
            text = environment.get_template(template).render(entry=entry, **given, **page.names())
            outputs.append(Output(path, tidy(text).encode()))
    return sorted(outputs, key=lambda output: output.path)


def _sheets(catalog: Catalog, entry: Entry) -> Iterator[Sheet]:
    kind = catalog.kinds[entry.kind]
    template = entry.layout or kind.template
    if template and (path := catalog.page_of(entry)):
        yield Sheet(path, template, {})
    yield from kind.sheets(entry)


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
    environment = Environment(  # noqa: S701  `finalize` escapes every expression, for Markdown and HTML alike
        loader=PrefixLoader({**homes, "shared": FileSystemLoader(SHARED)}),
        undefined=StrictUndefined,
        finalize=lambda value: value if isinstance(value, Markup) else escape(str(value)),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(long_date=long_date, months_on=months_on, figure=figure)
    return environment


class _Page:
    """What a template may ask while it makes one page: links that start there, citations in order."""

    def __init__(self, catalog: Catalog, path: PurePosixPath, today: date, mark: Template) -> None:
        self._catalog, self._path, self._today, self._mark = catalog, path, today, mark
        self._cited: list[str] = []

    def names(self) -> Mapping[str, Any]:
        """The names every template has."""
        return {
            "all": self._catalog.of_kind,
            "cite": self.cite,
            "cited": self.cited,
            "find": self._catalog.find,
            "find_any": self.find_any,
            "find_all": lambda kind, slugs: [self._catalog.find(kind, slug) for slug in slugs],
            "front_matter": front_matter,
            "href": self.href,
            "href_at": self.href_at,
            "link": self.link,
            "named": self._catalog.named,
            "linking_to": self._catalog.linking_to,
            "plain": plain,
            "prose": self.prose,
            "today": self._today,
        }

    def find_any(self, kinds: Iterable[str], slugs: Iterable[str]) -> list[Any]:
        """The entries of any of these kinds that have these slugs, in the order of the slugs."""
        names = (EntryId(kind, slug) for slug in slugs for kind in kinds)
        return [self._catalog.entries[name] for name in names if name in self._catalog.entries]

    def link(self, entry: Entry, words: str = "") -> Markup:
        """A Markdown link to an entry, by its title unless other words are given."""
        return Markup(f"[{escape(words or entry.title)}]({self._target(entry)})")  # noqa: S704  both parts are made safe here

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
        return Markup(replace(text, self._reference, lambda key: self.cite([key])))  # noqa: S704  `validate` has judged it

    def cite(self, keys: Iterable[str]) -> Markup:
        """Numbered marks that lead to the page's list of sources."""
        marks = []
        for key in keys:
            if key not in self._cited:
                self._cited.append(key)
            marks.append(self._mark.render(key=key, number=self._cited.index(key) + 1))
        return Markup("".join(marks))  # noqa: S704

    def cited(self) -> list[Any]:
        """The sources cited so far on this page, in the order of their numbers."""
        return [self._catalog.find("source", key) for key in self._cited]

    def _reference(self, reference: Reference) -> str:
        entry = self._catalog.find(reference.kind, reference.slug)
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
    return Markup("\n".join(["---", *lines, "---"]))  # noqa: S704  JSON strings are YAML, and the theme escapes them

"""The catalog -> files: every page as Markdown, and the files that kinds make themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from build_tools.content.markup import escape
from build_tools.made import File, Page
from build_tools.model import Catalog
from build_tools.output.outline import short_outline
from build_tools.output.view import View
from build_tools.words import figure, long_date, words_of

LONG, SECTIONS = 1000, 3
"""From how many words and sections on a page has a list of contents: about five phone screens."""
_CONTENTS = re.compile(r'<details class="contents".*?</details>\n', re.DOTALL)

SHARED = Path(__file__).parent / "templates"


def render(catalog: Catalog) -> list[File]:
    """Every file that the catalog makes; the same catalog on the same day gives the same bytes."""
    return sorted(rendered(catalog), key=lambda file: file.path)


def rendered(catalog: Catalog) -> Iterator[File]:
    """The same, one after the other, as they are made."""
    yield from map(renderer(catalog), catalog.pages())
    yield from catalog.made(File)


def renderer(catalog: Catalog) -> Callable[[Page], File]:
    """What renders any page of the catalog as Markdown."""
    environment = _environment(tuple(kind.home for kind in catalog.kinds.values()))
    mark = environment.get_template("shared/citation.html.j2")
    words = words_of(catalog)
    environment.filters.update(
        long_date=lambda day: long_date(day, words), figure=lambda number: figure(number, words)
    )
    environment.filters["outline"] = short_outline

    def render_page(page: Page) -> File:
        view = View(catalog, page.path, mark)
        template = environment.get_template(page.template)
        try:
            text = template.render(**page.context, **view.names())
        except Exception as error:
            error.add_note(f"page {page.path}")
            raise
        return File(page.path, tidy(fitted(text)).encode())

    return render_page


def fitted(text: str) -> str:
    """The page; without its list of contents if a reader sees all of it in a few screens."""
    return _CONTENTS.sub(lambda fold: fold[0] if _is_long(text, fold[0]) else "", text)


def _is_long(text: str, contents: str) -> bool:
    sections = text.count("\n## ") if "[TOC]" in contents else contents.count("<li>")
    return len(text.split()) >= LONG and sections >= SECTIONS


def tidy(text: str) -> str:
    """Markdown without trailing spaces or runs of blank lines, so that templates need not care.

    A mark right after a mark says so: in a style, text between two elements is not there.
    """
    text = text.replace("</sup><sup>", '</sup><sup class="next">')
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip() + "\n"


@cache
def _environment(folders: tuple[Path, ...]) -> Environment:
    homes: dict[str, Any] = {folder.name: FileSystemLoader(folder) for folder in folders}
    return Environment(
        loader=PrefixLoader({**homes, "shared": FileSystemLoader(SHARED)}),
        undefined=StrictUndefined,
        finalize=lambda value: value if isinstance(value, Markup) else _safe(escape(str(value))),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _safe(text: str) -> Markup:
    return Markup(text)  # noqa: S704  `escape` made it safe

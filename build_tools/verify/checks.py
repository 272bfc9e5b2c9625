"""The finished site and the catalog -> what a reader would meet and should not; one function a rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from bs4 import Tag
from pypdf import PdfReader

from build_tools.model import Catalog, Reviewed
from build_tools.problems import Location, Problem
from build_tools.site import HtmlPage, Site
from build_tools.verify.safety import SAFETY

NOT_FOUND = PurePosixPath("404.html")
THEME_TARGETS = re.compile(r"__\w+")


def verify(site: Site, catalog: Catalog) -> list[Problem]:
    """Every problem that any check finds."""
    of_kinds = [check for kind in catalog.kinds.values() for check in kind.site_checks]
    return [problem for check in (*CHECKS, *SAFETY, *of_kinds) for problem in check(site, catalog)]


def every_link_leads_somewhere(site: Site, _: Catalog) -> Iterator[Problem]:
    """Every internal link leads to a file, and its fragment to an element there."""
    for page in site.pages.values():
        for tag, address in page.links:
            path, fragment = site.target(page, address)
            if path is None or (page.path == NOT_FOUND and tag.name == "link"):
                continue
            if path not in site.files:
                yield site.problem(page, f"link to {address!r} leads nowhere", "broken-link", tag)
            elif (
                fragment
                and path in site.pages
                and fragment not in site.pages[path].ids
                and not THEME_TARGETS.fullmatch(fragment)
            ):
                yield site.problem(
                    page,
                    f"link to {address!r} leads to a page without #{fragment}",
                    "broken-fragment",
                    tag,
                )


def every_id_is_unique(site: Site, _: Catalog) -> Iterator[Problem]:
    """No two elements of a page share an id."""
    for page in site.pages.values():
        counts = Counter(str(tag["id"]) for tag in page.soup.find_all(id=True))
        for name, count in counts.items():
            if count > 1:
                yield site.problem(
                    page,
                    f"id {name!r} must be there once, found {count} times",
                    "duplicate-id",
                    page.ids[name],
                )


def every_image_has_alt_text(site: Site, _: Catalog) -> Iterator[Problem]:
    """An image says in words what it shows; a drawing has a title and a description, or is decoration."""
    for page in site.pages.values():
        for image in page.soup.find_all("img"):
            if not str(image.get("alt") or "").strip():
                yield site.problem(
                    page,
                    f"image {image.get('src')!r} must have alternative text",
                    "missing-alt-text",
                    image,
                )
        for drawing in page.article.find_all("svg"):
            if drawing.get("aria-hidden") != "true" and not _is_named(page, drawing):
                yield site.problem(
                    page,
                    "drawing must have a title and a description that name it",
                    "missing-alt-text",
                    drawing,
                )


def every_page_says_what_it_is(site: Site, _: Catalog) -> Iterator[Problem]:
    """Every page has a title of its own, a description, one main heading and its language."""
    titles: dict[str, HtmlPage] = {}
    for page in site.pages.values():
        title = page.soup.title.get_text(strip=True) if page.soup.title else ""
        description = page.soup.select_one("meta[name=description]")
        html = page.soup.html
        if not title:
            yield site.problem(page, "must have a title", "missing-title")
        elif title in titles:
            yield site.problem(
                page,
                f"must have a title of its own, found {title!r}, which is {titles[title].address}'s",
                "title-twice",
            )
        titles.setdefault(title, page)
        if not (description and str(description.get("content", "")).strip()):
            yield site.problem(page, "must have a description", "missing-description")
        if (count := len(page.soup.find_all("h1"))) != 1:
            yield site.problem(page, f"must have one main heading, found {count}", "main-heading")
        if not (html and html.get("lang")):
            yield site.problem(page, "must say its language", "missing-language")


def every_page_says_when_it_was_reviewed(site: Site, _: Catalog) -> Iterator[Problem]:
    """Every page but the one for missing pages shows its last and its next review."""
    for page in site.pages.values():
        dates = [str(time.get("datetime", "")) for time in page.article.select("footer time")]
        if page.path != NOT_FOUND and (
            len(dates) != len(("last", "next"))
            or not all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in dates)
        ):
            yield site.problem(
                page,
                f"must show the dates of the last and the next review, found {dates}",
                "missing-review",
            )


def every_entry_has_its_page(site: Site, catalog: Catalog) -> Iterator[Problem]:
    """Every entry stands where the catalog says, and can be reached from the home page."""
    reached = _reached(site)
    for entry in catalog.entries.values():
        place = catalog.page_of(entry)
        if place is None:
            continue
        path = site_path(place)
        if path not in site.pages:
            yield Problem(catalog.where(entry), f"has no page {path} on the site", "missing-page")
        elif path not in reached:
            yield Problem(
                catalog.where(entry),
                f"its page {path} cannot be reached from the home page",
                "unreachable-page",
            )
        elif (anchor := catalog.anchor_of(entry)) and anchor not in site.pages[path].ids:
            yield Problem(
                catalog.where(entry),
                f"its place #{anchor} is missing on the page {path}",
                "missing-anchor",
            )


def every_word_appears(site: Site, catalog: Catalog) -> Iterator[Problem]:
    """What a kind says must appear stands word for word at its place, once."""
    for kind in catalog.kinds.values():
        for text, place, anchor in kind.appearances(catalog):
            page = site.pages.get(site_path(place))
            if page is None:
                continue
            where = page.ids.get(anchor)
            found = _blocks(where).count(_squeezed(text)) if where else 0
            if found != 1:
                message = f"must hold {text!r} once in #{anchor}, found {found or 'none'}"
                yield site.problem(
                    page, message, "missing-words" if not found else "words-twice", where
                )


def every_sheet_holds_its_lines(site: Site, catalog: Catalog) -> Iterator[Problem]:
    """What must stand on a printed sheet is on it, word for word."""
    for recipe in (recipe for kind in catalog.kinds.values() for recipe in kind.recipes(catalog)):
        where = Location(site.told / recipe.path)
        if recipe.path not in site.files:
            yield Problem(where, "must be there: it is a sheet to print", "missing-sheet")
            continue
        pages = PdfReader(site.folder / recipe.path).pages
        text = re.sub(r"\s", "", "".join(page.extract_text() for page in pages))
        for line in recipe.lines:
            if re.sub(r"\s", "", line) not in text:
                yield Problem(where, f"must hold {line!r}, found none", "missing-words")


def every_review_is_the_catalogs(site: Site, catalog: Catalog) -> Iterator[Problem]:
    """The last review that an entry's page shows is the one its file gives."""
    for entry in catalog.entries.values():
        place = catalog.page_of(entry)
        page = site.pages.get(site_path(place)) if place and not catalog.anchor_of(entry) else None
        if page and isinstance(entry, Reviewed):
            shown = page.article.select_one("footer time")
            if shown and shown.get("datetime") != str(entry.reviewed):
                yield site.problem(
                    page,
                    f"must show the review of {entry.reviewed}, found {shown.get('datetime')}",
                    "wrong-review",
                    shown,
                )


def site_path(place: PurePosixPath) -> PurePosixPath:
    """Where a generated page stands on the site."""
    return place.with_suffix(".html")


def _reached(site: Site) -> set[PurePosixPath]:
    home = PurePosixPath("index.html")
    reached, waiting = {home}, [home]
    while waiting:
        page = site.pages.get(waiting.pop())
        for tag, address in page.links if page else ():
            path, _ = site.target(page, address) if page else (None, "")
            if tag.name == "a" and path in site.pages and path not in reached:
                reached.add(path)
                waiting.append(path)
    return reached


def _is_named(page: HtmlPage, drawing: Tag) -> bool:
    names = [page.ids.get(name) for name in str(drawing.get("aria-labelledby") or "").split()]
    words = {name.name: name.get_text(strip=True) for name in names if name}
    return bool(
        drawing.get("role") in {"img", "group"} and words.get("title") and words.get("desc")
    )


def _blocks(tag: Tag) -> list[str]:
    """The text of every paragraph, item and cell below the element, as a reader would read it."""
    return [
        _squeezed(block.get_text()) for block in tag.find_all(["p", "li", "td", "th", "dd", "dt"])
    ]


def _squeezed(text: str) -> str:
    return " ".join(text.split())


CHECKS: tuple[Callable[[Site, Catalog], Iterable[Problem]], ...] = (
    every_link_leads_somewhere,
    every_id_is_unique,
    every_image_has_alt_text,
    every_page_says_what_it_is,
    every_page_says_when_it_was_reviewed,
    every_review_is_the_catalogs,
    every_entry_has_its_page,
    every_word_appears,
    every_sheet_holds_its_lines,
)

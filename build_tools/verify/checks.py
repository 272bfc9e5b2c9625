"""The finished site and the catalog -> what a reader would meet and should not; one function a rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from bs4 import Tag

from build_tools.markup import is_safe
from build_tools.model import Catalog, Reviewed
from build_tools.problems import Location, Problem
from build_tools.site import HtmlPage, Site

NOT_FOUND = PurePosixPath("404.html")
INERT = {"script", "style", "iframe", "object", "embed", "base", "meta", "link"}
THEME_TARGETS = re.compile(r"__\w+")


def verify(site: Site, catalog: Catalog) -> list[Problem]:
    """Every problem that any check finds."""
    of_kinds = [check for kind in catalog.kinds.values() for check in kind.site_checks]
    return [problem for check in (*CHECKS, *of_kinds) for problem in check(site, catalog)]


def every_link_leads_somewhere(site: Site, _: Catalog) -> Iterator[Problem]:
    """Every internal link leads to a file, and its fragment to an element there."""
    for page in site.pages.values():
        for tag, address in page.links:
            path, fragment = site.target(page, address)
            if path is None or (page.path == NOT_FOUND and tag.name == "link"):
                continue
            if path not in site.files:
                yield _problem(site, page, f"link to {address!r} leads nowhere", "broken-link", tag)
            elif fragment and path in site.pages and fragment not in site.pages[path].ids and not THEME_TARGETS.fullmatch(fragment):
                yield _problem(site, page, f"link to {address!r} leads to a page without #{fragment}", "broken-fragment", tag)


def every_id_is_unique(site: Site, _: Catalog) -> Iterator[Problem]:
    """No two elements of a page share an id."""
    for page in site.pages.values():
        counts = Counter(str(tag["id"]) for tag in page.soup.find_all(id=True))
        for name, count in counts.items():
            if count > 1:
                yield _problem(site, page, f"id {name!r} must be there once, found {count} times", "duplicate-id", page.ids[name])


def every_image_has_alt_text(site: Site, _: Catalog) -> Iterator[Problem]:
    """An image says in words what it shows; a drawing has a title and a description, or is decoration."""
    for page in site.pages.values():
        for image in page.soup.find_all("img"):
            if not str(image.get("alt") or "").strip():
                yield _problem(site, page, f"image {image.get('src')!r} must have alternative text", "missing-alt-text", image)
        for drawing in page.article.find_all("svg"):
            if drawing.get("aria-hidden") != "true" and not _is_named(page, drawing):
                yield _problem(site, page, "drawing must have a title and a description that name it", "missing-alt-text", drawing)


def every_page_says_what_it_is(site: Site, _: Catalog) -> Iterator[Problem]:
    """Every page has a title of its own, a description, one main heading and its language."""
    titles: dict[str, HtmlPage] = {}
    for page in site.pages.values():
        title = page.soup.title.get_text(strip=True) if page.soup.title else ""
        description = page.soup.select_one("meta[name=description]")
        html = page.soup.html
        if not title:
            yield _problem(site, page, "must have a title", "missing-title")
        elif title in titles:
            yield _problem(site, page, f"must have a title of its own, found {title!r}, which is {titles[title].address}'s", "title-twice")
        titles.setdefault(title, page)
        if not (description and str(description.get("content", "")).strip()):
            yield _problem(site, page, "must have a description", "missing-description")
        if (count := len(page.soup.find_all("h1"))) != 1:
            yield _problem(site, page, f"must have one main heading, found {count}", "main-heading")
        if not (html and html.get("lang")):
            yield _problem(site, page, "must say its language", "missing-language")


def every_page_says_when_it_was_reviewed(site: Site, _: Catalog) -> Iterator[Problem]:
    """Every page but the one for missing pages shows its last and its next review."""
    for page in site.pages.values():
        dates = [str(time.get("datetime", "")) for time in page.article.select("footer time")]
        if page.path != NOT_FOUND and (len(dates) != 2 or not all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in dates)):  # noqa: PLR2004
            yield _problem(site, page, f"must show the dates of the last and the next review, found {dates}", "missing-review")


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
            yield Problem(catalog.where(entry), f"its page {path} cannot be reached from the home page", "unreachable-page")
        elif (anchor := catalog.anchor_of(entry)) and anchor not in site.pages[path].ids:
            yield Problem(catalog.where(entry), f"its place #{anchor} is missing on the page {path}", "missing-anchor")


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
                yield _problem(site, page, message, "missing-words" if not found else "words-twice", where)


def every_request_stays_here(site: Site, _: Catalog) -> Iterator[Problem]:
    """A page loads nothing from another host; only a reader's own click leaves the site."""
    for page in site.pages.values():
        for tag, address in page.links:
            rel = " ".join(tag.get("rel") or [])
            loads = tag.name not in {"a", "area"} and rel not in {"canonical", "prev", "next"}
            if loads and urlsplit(address).netloc:
                yield _problem(site, page, f"must not load {address!r} from another host", "foreign-request", tag)
    for name in sorted(site.files):
        if name.suffix == ".css":
            for found in re.finditer(r"(?:url\(|@import\s+)['\"]?((?:https?:)?//[^'\")]+)", (site.folder / name).read_text("utf-8")):
                yield Problem(Location(site.told / name), f"must not load {found[1]!r} from another host", "foreign-request")


def nothing_runs_in_the_text(site: Site, _: Catalog) -> Iterator[Problem]:
    """The text of a page holds no script, no frame, no event, no style, and no link that could run."""
    for page in site.pages.values():
        for tag in page.article.find_all(True):
            if tag.name in INERT:
                yield _problem(site, page, f"<{tag.name}> must not stand in the text", "unsafe-element", tag)
            for name in tag.attrs:
                if name.startswith("on") or name == "style":
                    yield _problem(site, page, f"attribute {name!r} must not stand in the text", "unsafe-attribute", tag)
            address = str(tag.get("href") or "")
            if urlsplit(address).scheme and not is_safe(address) and not address.startswith("http:"):
                yield _problem(site, page, f"must not link to {address!r}", "unsafe-link", tag)


def nothing_is_sent(site: Site, _: Catalog) -> Iterator[Problem]:
    """What a reader fills in goes nowhere: a form has no address, no way to send, and its fields no names."""
    for page in site.pages.values():
        for form in page.article.find_all("form"):
            if form.has_attr("action") or form.find("button", type="submit") or form.find("button", type=False):
                yield _problem(site, page, "a form must have neither an action nor a way to send it", "form-sends", form)
            for field in form.find_all(["input", "textarea", "select"], attrs={"name": True}):
                yield _problem(site, page, f"the field {field['name']!r} must have no name, so that it cannot be sent", "form-sends", field)


def every_page_has_the_policy(site: Site, _: Catalog) -> Iterator[Problem]:
    """Every page carries the security policy, before anything that it governs."""
    for page in site.pages.values():
        head = list(page.soup.head.find_all(True)) if page.soup.head else []
        policies = [index for index, tag in enumerate(head) if str(tag.get("http-equiv", "")).lower() == "content-security-policy"]
        if policies != [1]:
            yield _problem(site, page, "must carry one security policy, right after the charset", "missing-policy")


def every_review_is_the_catalogs(site: Site, catalog: Catalog) -> Iterator[Problem]:
    """The last review that an entry's page shows is the one its file gives."""
    for entry in catalog.entries.values():
        place = catalog.page_of(entry)
        page = site.pages.get(site_path(place)) if place and not catalog.anchor_of(entry) else None
        if page and isinstance(entry, Reviewed):
            shown = page.article.select_one("footer time")
            if shown and shown.get("datetime") != str(entry.reviewed):
                yield _problem(site, page, f"must show the review of {entry.reviewed}, found {shown.get('datetime')}", "wrong-review", shown)


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
    return bool(drawing.get("role") in {"img", "group"} and words.get("title") and words.get("desc"))


def _blocks(tag: Tag) -> list[str]:
    """The text of every paragraph, item and cell below the element, as a reader would read it."""
    return [_squeezed(block.get_text()) for block in tag.find_all(["p", "li", "td", "th", "dd", "dt"])]


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _problem(site: Site, page: HtmlPage, message: str, rule: str, tag: Tag | None = None) -> Problem:
    line = tag.sourceline if tag is not None and tag.sourceline else 1
    return Problem(Location(site.told / page.path, line), message, rule)


CHECKS: tuple[Callable[[Site, Catalog], Iterable[Problem]], ...] = (
    every_link_leads_somewhere,
    every_id_is_unique,
    every_image_has_alt_text,
    every_page_says_what_it_is,
    every_page_says_when_it_was_reviewed,
    every_review_is_the_catalogs,
    every_entry_has_its_page,
    every_word_appears,
    every_request_stays_here,
    nothing_runs_in_the_text,
    nothing_is_sent,
    every_page_has_the_policy,
)

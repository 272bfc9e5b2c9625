"""Rules of any finished page: what a reader would meet, and should not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from bs4 import Tag

from build_tools.rule import Found, Scope, rule
from build_tools.site.read import HtmlPage, Site, squeezed

NOT_FOUND = PurePosixPath("404.html")
THEME_TARGETS = re.compile(r"__\w+")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@rule("broken-link", Scope.PAGE)
def every_link_leads_somewhere(page: HtmlPage, site: Site) -> Iterator[Found]:
    """Every internal link leads to a file."""
    for tag, address, path, _ in _internal(page, site):
        if path not in site.files:
            yield page.at(tag), f"link to {address!r} leads nowhere"


@rule("broken-fragment", Scope.PAGE)
def every_fragment_is_there(page: HtmlPage, site: Site) -> Iterator[Found]:
    """The fragment of an internal link is the id of an element on the page it leads to."""
    for tag, address, path, fragment in _internal(page, site):
        if not fragment or path not in site.pages or THEME_TARGETS.fullmatch(fragment):
            continue
        if fragment not in site.pages[path].ids:
            yield page.at(tag), f"link to {address!r} leads to a page without #{fragment}"


def _internal(page: HtmlPage, site: Site) -> Iterator[tuple[Tag, str, PurePosixPath, str]]:
    for tag, address in page.links:
        path, fragment = site.target(page, address)
        if path is not None and not (page.path == NOT_FOUND and tag.name == "link"):
            yield tag, address, path, fragment


@rule("duplicate-id", Scope.PAGE)
def every_id_is_unique(page: HtmlPage, _: Site) -> Iterator[Found]:
    """No two elements of a page share an id."""
    counts = Counter(str(tag["id"]) for tag in page.tags if "id" in tag.attrs)
    for name, count in counts.items():
        if count > 1:
            message = f"id {name!r} must be there once, found {count} times"
            yield page.at(page.ids[name]), message


@rule("missing-alt-text", Scope.PAGE)
def every_picture_is_in_words_too(page: HtmlPage, _: Site) -> Iterator[Found]:
    """An image says in words what it shows; a drawing has a title and a description."""
    for image in page.soup.find_all("img"):
        if not str(image.get("alt") or "").strip():
            yield page.at(image), f"image {image.get('src')!r} must have alternative text"
    for drawing in page.article.find_all("svg"):
        if drawing.get("aria-hidden") != "true" and not _is_named(page, drawing):
            yield page.at(drawing), "drawing must have a title and a description that name it"


def _is_named(page: HtmlPage, drawing: Tag) -> bool:
    names = [page.ids.get(name) for name in str(drawing.get("aria-labelledby") or "").split()]
    words = {name.name: name.get_text(strip=True) for name in names if name}
    is_picture = drawing.get("role") in {"img", "group"}
    return bool(is_picture and words.get("title") and words.get("desc"))


@rule("missing-title", Scope.PAGE)
def every_page_has_a_title(page: HtmlPage, _: Site) -> Iterator[Found]:
    """Every page has a title."""
    if not title_of(page):
        yield page.at(), "must have a title"


def title_of(page: HtmlPage) -> str:
    """The text of a page's title, or nothing."""
    return page.soup.title.get_text(strip=True) if page.soup.title else ""


@rule("missing-description", Scope.PAGE)
def every_page_has_a_description(page: HtmlPage, _: Site) -> Iterator[Found]:
    """Every page says in a sentence what it holds."""
    description = page.soup.select_one("meta[name=description]")
    if not (description and str(description.get("content", "")).strip()):
        yield page.at(), "must have a description"


@rule("main-heading", Scope.PAGE)
def every_page_has_one_main_heading(page: HtmlPage, _: Site) -> Iterator[Found]:
    """Every page has one main heading."""
    if (count := len(page.soup.find_all("h1"))) != 1:
        yield page.at(), f"must have one main heading, found {count}"


@rule("missing-language", Scope.PAGE)
def every_page_says_its_language(page: HtmlPage, _: Site) -> Iterator[Found]:
    """Every page says its language."""
    if not (page.soup.html and page.soup.html.get("lang")):
        yield page.at(), "must say its language"


@rule("missing-review", Scope.PAGE)
def every_page_says_when_it_was_reviewed(page: HtmlPage, _: Site) -> Iterator[Found]:
    """Every page but the one for missing pages shows its reviews and when it was published."""
    days = [str(time.get("datetime", "")) for time in page.article.select("footer time")]
    all_days = [bool(DAY.fullmatch(day)) for day in days] == [True, True, True]
    if page.path != NOT_FOUND and not all_days:
        what = "the last review, the next one and the first publication"
        yield page.at(), f"must show the dates of {what}, found {days}"


@rule("empty-card", Scope.PAGE)
def every_card_says_when(page: HtmlPage, _: Site) -> Iterator[Found]:
    """A card that begins with an action and a condition lists what fulfils it, each thing once."""
    for card in page.article.select(".care"):
        lines = [squeezed(line.get_text(" ")) for line in card.find_all(["li", "summary"])]
        numbers = {squeezed(line.get_text(" ")) for line in card.select(".numbers li")}
        conditions = [line for line in lines if line not in numbers]
        if not conditions:
            yield page.at(card), "card must list when, below its heading"
        for line, count in Counter(conditions).items():
            if count > 1 and not card.find("details"):
                yield page.at(card), f"card must say {line!r} once, found {count} times"


PAGE_RULES = (
    every_link_leads_somewhere,
    every_fragment_is_there,
    every_id_is_unique,
    every_picture_is_in_words_too,
    every_page_has_a_title,
    every_page_has_a_description,
    every_page_has_one_main_heading,
    every_page_says_its_language,
    every_page_says_when_it_was_reviewed,
    every_card_says_when,
)

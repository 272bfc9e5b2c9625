"""Rules of what pages say of themselves to machines: JSON-LD, Open Graph, cards, the sitemap."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath
from struct import unpack
from typing import Any

import yaml
from bs4 import Tag

from build_tools.problems import Location
from build_tools.rule import Found, Scope, rule
from build_tools.site.read import HtmlPage, Site

VOCABULARY = Path(__file__).with_name("vocabulary.yml")
CONTEXT = "https://schema.org"
LARGEST_CARD = 40_000
CARD = (1200, 630)
MISSING = PurePosixPath("404.html")
_PLAIN = {
    "Text": lambda value: isinstance(value, str) and value.strip() != "",
    "URL": lambda value: isinstance(value, str) and value.startswith(("https://", "http://")),
    "Date": lambda value: isinstance(value, str) and _is_a_day(value),
    "Integer": lambda value: type(value) is int,
}
"""Whether a value is of a type that has no properties."""


@rule("bad-metadata", Scope.PAGE)
def every_page_says_what_it_is(page: HtmlPage, _: Site) -> Iterator[Found]:
    """A page says what it is in JSON-LD, once, in words of schema.org, and as it shows it."""
    scripts = page.soup.find_all("script", type="application/ld+json")
    if len(scripts) != (page.path != MISSING):
        yield page.at(), f"must hold JSON-LD once, and a missing page none, found {len(scripts)}"
    for script in scripts:
        for message in _faults_in(script.get_text(), page):
            yield page.at(script, words=" "), message


@rule("bad-metadata", Scope.PAGE)
def every_page_can_be_shared(page: HtmlPage, site: Site) -> Iterator[Found]:
    """A page that has an address has a title, a description and a card for where it is shared."""
    wanted = {"og:title", "og:description", "og:type"} if page.path != MISSING else set()
    address = _address(page)
    wanted |= {"og:url", "og:image"} if address else set()
    said = {str(tag["property"]): str(tag.get("content")) for tag in _open_graph(page)}
    for name in sorted(wanted ^ set(said)):
        must = "must" if name in wanted else "must not"
        yield page.at(), f"{must} say {name!r} to whoever shares it"
    if address and said.get("og:url", address) != address:
        yield page.at(), f"must be shared as {address!r}, found {said['og:url']!r}"
    if address and "og:image" in said:
        yield from _faults_of_card(said["og:image"], address, page, site)


@rule("bad-sitemap", Scope.SITE)
def every_page_is_in_the_sitemap(site: Site, _: object) -> Iterator[Found]:
    """A site that has an address names each of its pages in its sitemap, with its last review."""
    name = PurePosixPath("sitemap.xml")
    where = Location(site.display_path / name, 0)
    text = (site.folder / name).read_text("utf-8") if name in site.files else ""
    found = re.findall(r"<url><loc>([^<]+)</loc>(?:<lastmod>([^<]+)</lastmod>)?</url>", text)
    shown = {}
    for page in site.pages.values():
        if whole := _address(page):
            reviewed = page.article.select_one("footer time")
            shown[whole] = str(reviewed["datetime"]) if reviewed else ""
    for address, day in sorted({*found} ^ {*shown.items()}):
        must = "must" if (address, day) not in found else "must not"
        yield where, f"{must} name {address} with the day {day or 'that nobody knows'}"


def _faults_in(text: str, page: HtmlPage) -> Iterator[str]:
    """What is wrong with the JSON-LD of a page, as messages."""
    try:
        said = json.loads(text)
    except ValueError as error:
        yield f"must be JSON: {error}"
        return
    if said.pop("@context", None) != CONTEXT:
        yield f"must be in the words of {CONTEXT}"
    yield from _faults_of(said, "WebPage", "the page")
    day = page.article.select_one("footer time")
    shown = {
        "lastReviewed": str(day["datetime"]) if day else None,
        "url": _address(page) or None,
    }
    for name, value in shown.items():
        if said.get(name) != value:
            yield f"must say {name!r} as the page does, {value!r}, found {said.get(name)!r}"
    language = page.soup.html.get("lang") if page.soup.html else None
    if language and said.get("inLanguage") != language:  # that there is one is another rule's
        yield f"must say its language, {language!r}, found {said.get('inLanguage')!r}"


def _faults_of(said: Any, wanted: str, where: str) -> Iterator[str]:
    """What is wrong with a value that must be of a type of the vocabulary, and in what it holds."""
    if not isinstance(said, dict):
        yield f"{where} must be a {wanted}, found {said!r}"
        return
    types = said.get("@type", [])
    types = [types] if isinstance(types, str) else types
    kinds = {above for name in types for above in _above(name)}
    if unknown := [name for name in types if name not in _vocabulary()]:
        yield f"{where} must be of types in {VOCABULARY.name}, found {unknown[0]!r}"
    elif wanted not in kinds:
        yield f"{where} must be a {wanted}, found {types}"
    properties = {
        name: ranges
        for kind in kinds
        for name, ranges in _vocabulary()[kind].get("properties", {}).items()
    }
    for name, value in said.items():
        if name != "@type" and name not in properties:
            yield f"{where} must not have {name!r}: no property of {types}"
        elif name != "@type":
            for one in value if isinstance(value, list) else [value]:
                yield from _faults_of_value(one, properties[name][0], f"{name!r} of {where}")


def _faults_of_value(value: Any, wanted: str, where: str) -> Iterator[str]:
    if wanted not in _PLAIN:
        yield from _faults_of(value, wanted, where)
    elif not _PLAIN[wanted](value):
        yield f"{where} must be a {wanted}, found {value!r}"


def _faults_of_card(address: str, own: str, page: HtmlPage, site: Site) -> Iterator[Found]:
    """What is wrong with a card: its address is whole; it is there, of its size, and light."""
    root = own.removesuffix(page.address.lstrip("/"))
    path = PurePosixPath(address.removeprefix(root))
    if not address.startswith(root) or path not in site.files:
        yield page.at(), f"must have its card below {root}, found {address!r}"
        return
    content = (site.folder / path).read_bytes()
    size = unpack(">II", content[16:24]) if content.startswith(b"\x89PNG") else ()
    if size != CARD or len(content) > LARGEST_CARD:
        where = Location(site.display_path / path, 0)
        yield where, f"must be a PNG of 1200 by 630 dots and at most {LARGEST_CARD} bytes"


def _address(page: HtmlPage) -> str:
    """The whole address that the page says it has; empty if it does not know its host."""
    canonical = page.soup.select_one("link[rel=canonical]")
    address = str(canonical["href"]) if canonical else ""
    return address if address.startswith(("https://", "http://")) else ""


def _open_graph(page: HtmlPage) -> list[Tag]:
    return page.soup.select('meta[property^="og:"]')


def _is_a_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@cache
def _vocabulary() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(VOCABULARY.read_text("utf-8"))
    return found


def _above(name: str) -> set[str]:
    """A type and all that it is one of."""
    own = _vocabulary().get(name)
    return {name}.union(*(_above(other) for other in own.get("of", ()))) if own else set()


METADATA_RULES = (
    every_page_says_what_it_is,
    every_page_can_be_shared,
    every_page_is_in_the_sitemap,
)

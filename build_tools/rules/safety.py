"""Rules of any finished site: what could run, load or send something that it should not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from build_tools.content.markup import is_safe
from build_tools.model import Catalog
from build_tools.problems import Location
from build_tools.rule import Found, Scope, rule
from build_tools.site.read import HtmlPage, Site

INERT = {"script", "style", "iframe", "object", "embed", "base", "meta", "link"}
FOREIGN_STYLE = re.compile(r"(?:url\(|@import\s+)['\"]?((?:https?:)?//[^'\")]+)")


@rule("foreign-request", Scope.PAGE)
def every_request_stays_here(page: HtmlPage, _: Site) -> Iterator[Found]:
    """A page loads nothing from another host; only a reader's own click leaves the site."""
    for tag, address in page.links:
        rel = " ".join(tag.get("rel") or [])
        loads = tag.name not in {"a", "area"} and rel not in {"canonical", "prev", "next"}
        if loads and urlsplit(address).netloc:
            yield page.at(tag), f"must not load {address!r} from another host"


@rule("foreign-request", Scope.SITE)
def every_style_stays_here(site: Site, _: Catalog) -> Iterator[Found]:
    """A stylesheet loads nothing from another host."""
    for name in sorted(site.files):
        if name.suffix == ".css":
            for found in FOREIGN_STYLE.finditer((site.folder / name).read_text("utf-8")):
                where = Location(site.display_path / name, 0)
                yield where, f"must not load {found[1]!r} from another host"


@rule("unsafe-element", Scope.PAGE)
def nothing_runs_in_the_text(page: HtmlPage, _: Site) -> Iterator[Found]:
    """The text of a page holds no script, no style, no frame."""
    for tag in page.article.find_all(INERT):
        yield page.at(tag), f"<{tag.name}> must not stand in the text"


@rule("unsafe-attribute", Scope.PAGE)
def nothing_has_events_and_no_text_a_style(page: HtmlPage, _: Site) -> Iterator[Found]:
    """No element of a page has an event of its own, and none in its text a style."""
    for tag in page.soup.find_all(True):
        in_text = tag is page.article or page.article in tag.parents
        for name in tag.attrs:
            if name.startswith("on") or (name == "style" and in_text):
                yield page.at(tag), f"attribute {name!r} must not stand in the text"


@rule("unsafe-link", Scope.PAGE)
def no_link_in_the_text_can_run(page: HtmlPage, _: Site) -> Iterator[Found]:
    """A link in the text leads to a page, a mail address or a number, and runs nothing."""
    for tag in page.article.find_all(href=True):
        address = str(tag["href"])
        is_web = address.startswith("http:") or is_safe(address)
        if urlsplit(address).scheme and not is_web:
            yield page.at(tag), f"must not link to {address!r}"


@rule("form-sends", Scope.PAGE)
def nothing_is_sent(page: HtmlPage, _: Site) -> Iterator[Found]:
    """What a reader fills in goes nowhere: no address, no way to send, no names of fields.

    Radio buttons need a name to be a group; the page's security policy forbids all sending too.
    """
    for form in page.article.find_all("form"):
        senders = form.find("button", type="submit") or form.find("button", type=False)
        if form.has_attr("action") or senders:
            yield page.at(form), "a form must have neither an action nor a way to send it"
        for field in form.find_all(["input", "textarea", "select"], attrs={"name": True}):
            if field.get("type") == "radio":
                continue
            message = f"the field {field['name']!r} must have no name, so that it cannot be sent"
            yield page.at(field), message


@rule("missing-policy", Scope.PAGE)
def every_page_has_the_policy(page: HtmlPage, _: Site) -> Iterator[Found]:
    """Every page carries the security policy, before anything that it governs."""
    head = list(page.soup.head.find_all(True)) if page.soup.head else []
    headers = [str(tag.get("http-equiv", "")).lower() for tag in head]
    places = [place for place, name in enumerate(headers) if name == "content-security-policy"]
    if places != [1]:
        yield page.at(), "must carry one security policy, right after the charset"


SAFETY_RULES = (
    every_request_stays_here,
    every_style_stays_here,
    nothing_runs_in_the_text,
    nothing_has_events_and_no_text_a_style,
    no_link_in_the_text_can_run,
    nothing_is_sent,
    every_page_has_the_policy,
)

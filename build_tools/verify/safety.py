"""The finished site -> what could run, load or send something it should not; one function a rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urlsplit

from build_tools.markup import is_safe
from build_tools.model import Catalog
from build_tools.problems import Location, Problem
from build_tools.site import Site

INERT = {"script", "style", "iframe", "object", "embed", "base", "meta", "link"}


def every_request_stays_here(site: Site, _: Catalog) -> Iterator[Problem]:
    """A page loads nothing from another host; only a reader's own click leaves the site."""
    for page in site.pages.values():
        for tag, address in page.links:
            rel = " ".join(tag.get("rel") or [])
            loads = tag.name not in {"a", "area"} and rel not in {"canonical", "prev", "next"}
            if loads and urlsplit(address).netloc:
                yield site.problem(
                    page, f"must not load {address!r} from another host", "foreign-request", tag
                )
    for name in sorted(site.files):
        if name.suffix == ".css":
            for found in re.finditer(
                r"(?:url\(|@import\s+)['\"]?((?:https?:)?//[^'\")]+)",
                (site.folder / name).read_text("utf-8"),
            ):
                yield Problem(
                    Location(site.told / name),
                    f"must not load {found[1]!r} from another host",
                    "foreign-request",
                )


def nothing_runs_in_the_text(site: Site, _: Catalog) -> Iterator[Problem]:
    """The text of a page holds no script, no frame, no event, no style, and no link that could run."""
    for page in site.pages.values():
        for tag in page.article.find_all(True):
            if tag.name in INERT:
                yield site.problem(
                    page, f"<{tag.name}> must not stand in the text", "unsafe-element", tag
                )
            for name in tag.attrs:
                if name.startswith("on") or name == "style":
                    yield site.problem(
                        page,
                        f"attribute {name!r} must not stand in the text",
                        "unsafe-attribute",
                        tag,
                    )
            address = str(tag.get("href") or "")
            if (
                urlsplit(address).scheme
                and not is_safe(address)
                and not address.startswith("http:")
            ):
                yield site.problem(page, f"must not link to {address!r}", "unsafe-link", tag)


def nothing_is_sent(site: Site, _: Catalog) -> Iterator[Problem]:
    """What a reader fills in goes nowhere: a form has no address, no way to send, and its fields no names."""
    for page in site.pages.values():
        for form in page.article.find_all("form"):
            if (
                form.has_attr("action")
                or form.find("button", type="submit")
                or form.find("button", type=False)
            ):
                yield site.problem(
                    page,
                    "a form must have neither an action nor a way to send it",
                    "form-sends",
                    form,
                )
            for field in form.find_all(["input", "textarea", "select"], attrs={"name": True}):
                yield site.problem(
                    page,
                    f"the field {field['name']!r} must have no name, so that it cannot be sent",
                    "form-sends",
                    field,
                )


def every_page_has_the_policy(site: Site, _: Catalog) -> Iterator[Problem]:
    """Every page carries the security policy, before anything that it governs."""
    for page in site.pages.values():
        head = list(page.soup.head.find_all(True)) if page.soup.head else []
        policies = [
            index
            for index, tag in enumerate(head)
            if str(tag.get("http-equiv", "")).lower() == "content-security-policy"
        ]
        if policies != [1]:
            yield site.problem(
                page, "must carry one security policy, right after the charset", "missing-policy"
            )


SAFETY: tuple[Callable[[Site, Catalog], Iterable[Problem]], ...] = (
    every_request_stays_here,
    nothing_runs_in_the_text,
    nothing_is_sent,
    every_page_has_the_policy,
)

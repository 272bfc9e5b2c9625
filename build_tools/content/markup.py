"""The markup that content may use: find links and citations, replace them, refuse the rest."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from markdown import Markdown

from build_tools.content.shape import changes

MARKDOWN_EXTENSIONS = ("attr_list", "fenced_code", "md_in_html", "tables", "toc")
"""What the engine is told to use too; prose is judged by what these make of it."""

ENTRY_LINK = re.compile(r"\[(?P<words>[^\[\]]*)\]\((?P<kind>[a-z][a-z-]*):(?P<slug>[a-z0-9-]+)\)")
CITATION = re.compile(r"\s?\[@(?P<key>[a-z0-9-]+)(?::(?P<part>[a-z0-9-]+))?\]")

_CITATIONS = re.compile(rf"(?:{CITATION.pattern})+")

INLINE_TAGS = frozenset({"p", "em", "strong", "a"})
BLOCK_TAGS = INLINE_TAGS | {"ul", "ol", "li"}
PAGE_TAGS = BLOCK_TAGS | {"h2", "h3"}

_RAW_HTML = re.compile(r"<[A-Za-z/!?][^\s>]*")
_SAFE_SCHEMES = {"https", "mailto", "tel"}
_WEB_SCHEMES = _SAFE_SCHEMES | {"http", "javascript", "data", "vbscript", "file", "ftp", "blob"}
_HARMLESS = re.compile(r"(?<=\w)[-.](?=\w)|(?<=[A-Za-z])\.|[,'?/;%]")
_NOT_CONTENT = re.compile(
    r"[{}`]"
    r"|^[ \t]*(?:[-*+>] |\d+[.)] )?[ \t]*\[[^\]]+\]:"  # a definition
    r"|\\[\[\]()!]|!\[|\]\([^()\s]*\["  # half a link, a picture, a citation inside an address
    r"|\[[^\[\]]*\n[ \t]*\n[^\[\]]*\]\(",  # a link with a gap in its words
    re.MULTILINE,
)
_UNREAD = re.compile(r"\[\s*@[^\]\s]*\]?|\]\s?\([^)\s]*\)?|\*\*|\)\[|\[\[|\]\[")
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=\w)[^*]*(?<=[\w.?])\*(?![\w*])|(?<!\w)_(?=[^\W_])[^_]*(?<=[^\W_])_(?!\w)"
    r"|`[^`]+`|\\[*_#`\[\]]"
)
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


class Reference(NamedTuple):
    """A link in prose to an entry: `[words](kind:slug)`, or `[@key:part]` with kind `source`."""

    kind: str
    slug: str
    words: str
    part: str | None = None  #: what a citation names of it, or ""; None if it is no citation


def references(prose: str) -> Iterator[Reference]:
    """Every link to an entry in a piece of prose, citations included."""
    for found in ENTRY_LINK.finditer(prose):
        if found["kind"] not in _WEB_SCHEMES:
            yield Reference(found["kind"], found["slug"], found["words"])
    for found in CITATION.finditer(prose):
        yield Reference("source", found["key"], "", found["part"] or "")


def replace(prose: str, link: Callable[[Reference], str], cite: Callable[[list[str]], str]) -> str:
    """Prose with its links and citations put in the form that the two functions give.

    `cite` is given what the citations that stand together name, each `key` or `key:part`.
    """

    def written(found: re.Match[str]) -> str:
        if found["kind"] in _WEB_SCHEMES:
            return found[0]
        return link(Reference(found["kind"], found["slug"], found["words"]))

    def cited(found: re.Match[str]) -> str:
        return cite([":".join(filter(None, one.groups())) for one in CITATION.finditer(found[0])])

    return _CITATIONS.sub(cited, ENTRY_LINK.sub(written, prose))


@lru_cache(maxsize=16_384)
def escape(text: str) -> str:
    """Plain text -> one line that Markdown and HTML both show exactly as it is."""
    line = re.sub(r"[ \t\n]+", " ", text).strip(" ")
    keep = {found.start() for found in _HARMLESS.finditer(line)}
    return _PUNCTUATION.sub(
        lambda found: found[0] if found.start() in keep else f"&#{ord(found[0])};", line
    )


def raw_html(text: str) -> str:
    """The first thing in the text that looks like an HTML tag, or nothing."""
    found = _RAW_HTML.search(text)
    return found[0] if found else ""


def unread_mark(text: str) -> str:
    """The first piece of a link, a citation or strong words in plain text, or nothing."""
    found = _UNREAD.search(text)
    return found[0] if found else ""


def meant_mark(text: str) -> str:
    """The first thing in plain text that is meant as Markdown and would be shown as signs."""
    found = _UNREAD.search(text) or _EMPHASIS.search(text)
    return found[0] if found else ""


def plain(prose: str) -> str:
    """Prose without its markup: what is left to read or to speak, a block a line."""
    bare = replace(prose, lambda reference: reference.words, lambda _keys: "")
    lines = BeautifulSoup(html_of(bare), "html.parser").get_text().splitlines()
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def strange_markup(prose: str, allowed: frozenset[str]) -> Iterator[str]:
    """What the prose uses and must not, as messages, judged on the HTML that it turns into."""
    if found := _NOT_CONTENT.search(prose):
        what = "attributes, code, pictures, definitions and broken links are not content"
        yield f"must not hold {found[0]!r}: {what}"
        return
    soup = _parsed(prose)
    for tag in soup.find_all(True):
        if tag.name not in allowed:
            choices = ", ".join(sorted(allowed))
            yield f"must not hold <{tag.name}>: only {choices} come of what is allowed here"
    if mark := unread_mark(soup.get_text()):
        yield (
            f"holds {mark!r} but no link or citation that can be read; "
            "they look like [words](kind:name) and [@name:finding]"
        )


def unsafe_addresses(prose: str) -> Iterator[str]:
    """The addresses that the prose links to and must not: all but places here and its numbers."""
    for tag in _links(prose):
        address = str(tag.get("href", ""))
        number, words = re.fullmatch(r"tel:(\+?[0-9-]{2,})", address), tag.get_text()
        same = number and _digits(number[1]) == _digits(words)
        is_number = same and re.fullmatch(r"\+?[0-9 ()-]{2,}", words)
        if not is_number and not address.startswith("#"):
            yield address


def rung(prose: str) -> Iterator[str]:
    """The digits of each number that a link in the prose rings."""
    for tag in _links(prose):
        if str(tag.get("href", "")).startswith("tel:"):
            yield re.sub(r"[^0-9]", "", str(tag["href"]))


def _links(prose: str) -> list[Tag]:
    """The links of prose that may be read on; what is refused unread is not parsed."""
    return [] if _NOT_CONTENT.search(prose) else list(_parsed(prose).find_all("a"))


def _digits(text: str) -> str:
    return re.sub(r"[^0-9+]", "", text)


def changed(prose: str) -> Iterator[tuple[int, str]]:
    """Where Markdown would change the words or the shape of the prose: the line, the message."""
    if _NOT_CONTENT.search(prose):
        return iter(())  # it has its own line
    bare = replace(prose, lambda reference: reference.words or "link", lambda _keys: "")
    return changes(bare, BeautifulSoup(html_of(bare), "html.parser"))


@lru_cache(maxsize=4096)
def _parsed(prose: str) -> BeautifulSoup:
    """The HTML that the prose turns into, its links and citations left out."""
    bare = replace(prose, lambda _reference: "link", lambda _keys: "")
    return BeautifulSoup(html_of(bare), "html.parser")


def is_safe(address: str) -> bool:
    """Whether a reader may be sent there: https, mailto, tel, or a place on the same page."""
    bare = re.sub(r"[\x00-\x20]+", "", html.unescape(html.unescape(address)))
    try:
        parts = urlsplit(bare)
    except ValueError:
        return False
    if parts.scheme.lower() == "https":
        return bool(parts.hostname) and "@" not in parts.netloc
    return bare.startswith("#") or parts.scheme.lower() in _SAFE_SCHEMES


@lru_cache(maxsize=4096)
def html_of(markdown: str) -> str:
    """The HTML that the engine makes of Markdown."""
    return _converter().reset().convert(markdown)


@cache
def _converter() -> Markdown:
    return Markdown(extensions=list(MARKDOWN_EXTENSIONS))

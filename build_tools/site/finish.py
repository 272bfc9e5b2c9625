"""The built site -> the same with its security policy, which only finished pages can be given."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from lxml.html import HTMLParser, fromstring

from build_tools.problems import ContentError, Location
from build_tools.project import LOOK
from build_tools.rule import reading_rule
from build_tools.site.read import POLICY
from build_tools.site.slim import slim

NO_CHARSET = reading_rule("no-charset", "A page names its charset once, before all else.")
UNKNOWN_SCRIPT = reading_rule("unknown-script", "A page's only inline script is the scheme's.")
RULES = (NO_CHARSET, UNKNOWN_SCRIPT)
CHARSET = '<meta charset="utf-8">'
RUNS = {"", "text/javascript", "application/javascript", "module"}
SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
CODE = re.compile(r"&#(\d+);")
BREAKS = re.compile(r"\s*\n\s*")
KEPT = frozenset("<>&\"'")
"""What must stay written as a code in a page: all else can stand there as it is."""


def scheme_script() -> str:
    """The one script that stands in the pages: it must run before a page is first painted."""
    (code,) = SCRIPT.findall((LOOK / "partials" / "scheme.html").read_text("utf-8"))
    return str(code)


def finish(built: Path) -> int:
    """Give every page one strict Content-Security-Policy; gives the number of pages.

    The policy names the one inline script by its SHA-256 hash
    (https://www.w3.org/TR/CSP3/#grammardef-hash-source). It is put in by replacing text, since
    writing a parsed page anew would change the script. What the theme brought and no page uses
    goes; characters that were written as codes, for Markdown's sake, are written out.
    """
    slim(built)
    pages = {path: path.read_bytes().decode("utf-8") for path in sorted(built.rglob("*.html"))}
    if strange := [path for path, html in pages.items() if html.count(CHARSET) != 1]:
        message = f"must hold {CHARSET} once, to put the security policy after it"
        places = (PurePosixPath("build/site", *path.relative_to(built).parts) for path in strange)
        raise ContentError(NO_CHARSET.problem(Location(place), message) for place in places)
    ours = scheme_script()
    _refuse_strange_scripts(built, {path: _scripts(html) for path, html in pages.items()}, ours)
    policy = "; ".join(POLICY).format(scripts=f"'self' {_hash(ours)}")
    meta = f'{CHARSET}<meta http-equiv="Content-Security-Policy" content="{policy}">'
    for path, html in pages.items():
        short = BREAKS.sub("\n", CODE.sub(_written_out, html.replace(CHARSET, meta, 1)))
        path.write_bytes(short.encode())
    return len(pages)


def _written_out(found: re.Match[str]) -> str:
    character = chr(int(found[1]))
    return character if character.isprintable() and character not in KEPT else found[0]


def _refuse_strange_scripts(built: Path, found: Mapping[Path, list[str]], ours: str) -> None:
    """Raise ContentError for every inline script that is not the scheme's."""
    strange = [
        UNKNOWN_SCRIPT.problem(
            Location(PurePosixPath("build/site", *path.relative_to(built).parts), 0),
            f"must hold no script but the scheme's, found {script[:60]!r}",
        )
        for path, scripts in found.items()
        for script in scripts
        if script != ours
    ]
    if strange:
        raise ContentError(strange)


def _scripts(html: str) -> list[str]:
    """The inline scripts of a page that may run; without a hash, no browser would run one."""
    tags = fromstring(html.encode(), parser=HTMLParser(encoding="utf-8")).iter("script")
    return [
        tag.text or ""
        for tag in tags
        if not tag.get("src") and (tag.get("type") or "").lower() in RUNS
    ]


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"

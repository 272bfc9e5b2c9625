"""The built site -> the same with its security policy, which only finished pages can be given."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from lxml.html import HTMLParser, fromstring

from build_tools.problems import ContentError, Location
from build_tools.rule import reading_rule
from build_tools.site.read import POLICY

NO_CHARSET = reading_rule("no-charset", "A page names its charset once, before all else.")
UNKNOWN_SCRIPT = reading_rule("unknown-script", "A page's inline scripts are the theme's own.")
RULES = (NO_CHARSET, UNKNOWN_SCRIPT)
KNOWN_SCRIPTS = {
    "7eb3684fdacd2881f67b9428983273a29d8774d8bc82622af9b65a8ec1032a90": "MkDocs' theme: scope",
    "213d571a86bd568ccb65bf92ca3cf95284d8c140997189b0272a503b72fa3988": "Zensical's theme: scope",
    "0eb10c249dbdb0beef225a10ce5cbe55418cc4a7014cc208f8e7d6ed8f00906e": "both: the scheme chosen",
    "ffcc0f7735fdab434d257c80e65cec2e88d716991e69757185b7e450e41a5b2f": "both: the tab linked to",
}
"""Every inline script that may run, by its SHA-256. A new version of a theme may bring another:
read it, then add it here."""
_PLACE = re.compile(r'new URL\("(?:\.|\.\.(?:/\.\.)*|/(?:[\w.~-]+(?:/[\w.~-]+)*/?)?)",location\)')
CHARSET = '<meta charset="utf-8">'
RUNS = {"", "text/javascript", "application/javascript", "module"}


def finish(built: Path) -> int:
    """Give every page one strict Content-Security-Policy; gives the number of pages.

    The theme has a few inline scripts: the policy names each by its SHA-256 hash
    (https://www.w3.org/TR/CSP3/#grammardef-hash-source), all of them on every page.
    It is put in by replacing text, since writing a parsed page anew would change the scripts.
    """
    pages = {path: path.read_bytes().decode("utf-8") for path in sorted(built.rglob("*.html"))}
    if strange := [path for path, html in pages.items() if html.count(CHARSET) != 1]:
        message = f"must hold {CHARSET} once, to put the security policy after it"
        places = (PurePosixPath("build/site", *path.relative_to(built).parts) for path in strange)
        raise ContentError(NO_CHARSET.problem(Location(place), message) for place in places)
    found = {path: _scripts(html) for path, html in pages.items()}
    _refuse_strange_scripts(built, found)
    hashes = sorted({_hash(script) for scripts in found.values() for script in scripts})
    scripts = " ".join(["'self'", *hashes])
    policy = "; ".join(POLICY).format(scripts=scripts)
    meta = f'{CHARSET}<meta http-equiv="Content-Security-Policy" content="{policy}">'
    for path, html in pages.items():
        path.write_bytes(html.replace(CHARSET, meta, 1).encode())
    return len(pages)


def _refuse_strange_scripts(built: Path, found: Mapping[Path, list[str]]) -> None:
    """Raise ContentError for every inline script that is not one of the theme's own."""
    strange = [
        UNKNOWN_SCRIPT.problem(
            Location(PurePosixPath("build/site", *path.relative_to(built).parts), 0),
            f"must hold no script but the theme's own, found {script[:60]!r}",
        )
        for path, scripts in found.items()
        for script in scripts
        if _fingerprint(script) not in KNOWN_SCRIPTS
    ]
    if strange:
        raise ContentError(strange)


def _fingerprint(script: str) -> str:
    """A hash of a script that is the same on every page: where the page lies is left out."""
    return hashlib.sha256(_PLACE.sub('new URL("",location)', script).encode()).hexdigest()


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

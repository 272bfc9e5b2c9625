"""The built site -> the same with its security policy, which only finished pages can be given."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path, PurePosixPath

from bs4 import BeautifulSoup

from build_tools.problems import ContentError, Location
from build_tools.rule import reading_rule
from build_tools.site.read import POLICY

NO_CHARSET = reading_rule("no-charset", "A page names its charset once, before all else.")
RULES = (NO_CHARSET,)
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
    hashes = sorted({_hash(script) for html in pages.values() for script in _scripts(html)})
    scripts = " ".join(["'self'", *hashes])
    policy = "; ".join(POLICY).format(scripts=scripts)
    meta = f'{CHARSET}<meta http-equiv="Content-Security-Policy" content="{policy}">'
    for path, html in pages.items():
        path.write_bytes(html.replace(CHARSET, meta, 1).encode())
    return len(pages)


def _scripts(html: str) -> list[str]:
    found = BeautifulSoup(html, "html.parser").find_all("script")
    return [
        tag.string or ""
        for tag in found
        if not tag.get("src") and str(tag.get("type") or "").lower() in RUNS
    ]


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"

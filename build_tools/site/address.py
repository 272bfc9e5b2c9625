"""SITE_URL, the address that a site is built for: refused unless a site can lie below it."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from build_tools.problems import ContentError, Location
from build_tools.rule import reading_rule

BAD_ADDRESS = reading_rule(
    "bad-address", "SITE_URL is a short address like https://example.org/guide/."
)
RULES = (BAD_ADDRESS,)

LONGEST_ADDRESS = 200
ADDRESS = re.compile(r"https?://[a-z0-9.-]+(:[0-9]+)?(/[\w.~-]+)*/?", re.IGNORECASE | re.ASCII)


def ending_in_slash(address: str) -> str:
    """The address that pages lie below; empty if there is none."""
    return f"{address.rstrip('/')}/" if address else ""


def refuse_half_an_address(address: str) -> None:
    """Raise ContentError unless the address is empty, or one below which a site can be served."""
    if not address or (ADDRESS.fullmatch(address) and len(address) <= LONGEST_ADDRESS):
        return
    message = f"must be an address like 'https://example.org/guide/', found {address[:99]!r}"
    if ADDRESS.fullmatch(f"https://{address}"):
        message = f"must start with 'https://', found {address!r}; try {'https://' + address!r}"
    raise ContentError([BAD_ADDRESS.problem(Location(PurePosixPath("SITE_URL")), message)])

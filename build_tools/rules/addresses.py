"""Rules of addresses: every output has one owner, and a name that every machine can hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from build_tools.content.files import unfit_name
from build_tools.entry import Entry
from build_tools.made import File, Pdf
from build_tools.model import Catalog
from build_tools.problems import Location
from build_tools.rule import Found, Scope, rule

THEMES = {"assets", "search", "stylesheets", "javascripts", "data", "schema", "templates"}
"""The folders of the site that the theme, the search and the data have, or that MkDocs skips."""
TAKEN = {"index", "readme"}


@rule("address-twice", Scope.CATALOG, needs_all=True)
def every_output_has_one_owner(catalog: Catalog) -> Iterator[Found]:
    """No two entries, pages, sheets or files have one address; capitals make no difference."""
    owners: dict[str, Location] = {}
    try:
        outputs = list(_outputs(catalog))
    except KeyError:
        return  # a link leads nowhere, and has its own line
    for path, where in outputs:
        key = str(path).casefold()
        other = owners.get(key)
        address = str(path).removesuffix("index.md")
        if other and where and other.path != where.path:
            yield (
                where,
                f"must have an address of its own, found {address!r}, which {other.path} has",
            )
        if where and path.suffix == ".md" and path.parts[0].casefold() in THEMES:
            yield (
                where,
                f"must not have the address {address!r}, which the site itself needs",
            )
        owners.setdefault(key, where or Location(path))


def _outputs(catalog: Catalog) -> Iterator[tuple[PurePosixPath, Location | None]]:
    for page in catalog.pages():
        entry = page.context.get("entry")
        yield page.path, catalog.where(entry) if isinstance(entry, Entry) else None
    for pdf in catalog.made(Pdf):
        yield pdf.path, pdf.where
    for file in catalog.made(File):
        yield file.path, None


@rule("bad-name", Scope.CATALOG)
def every_name_fits_every_machine(catalog: Catalog) -> Iterator[Found]:
    """An entry's name is one that every machine can hold, and not that of an index."""
    for entry in catalog.entries.values():
        home = entry.kind == "page" and entry.slug == "index"
        if entry.slug in TAKEN and not home:
            yield catalog.where(entry, "id"), f"must not be named {entry.slug!r}: indexes are"
        elif message := unfit_name(entry.slug):
            yield catalog.where(entry, "id"), message


ADDRESS_RULES = (
    every_output_has_one_owner,
    every_name_fits_every_machine,
)

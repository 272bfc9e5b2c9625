"""Rules of sources: a record is whole, it leads where its text is, and every finding is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from build_tools.content.statements import figures
from build_tools.entry import RawEntry
from build_tools.kinds.guide.entry import Guide
from build_tools.kinds.source.entry import Source, found_in
from build_tools.model import Catalog
from build_tools.rule import Found, Scope, rule

NEEDS: Mapping[str, tuple[str, ...]] = {
    "article-journal": ("container-title", "volume", "page"),
    "article-newspaper": ("container-title",),
    "book": ("publisher",),
    "chapter": ("container-title", "publisher"),
    "paper-conference": ("container-title",),
    "report": (),
    "thesis": ("publisher",),
    "webpage": ("URL",),
}
"""What a reader needs to find a work of each type, beside title, authors and year."""


@rule("half-a-record", Scope.ENTRY)
def a_record_is_whole(source: Source, raw: RawEntry) -> Iterator[Found]:
    """A source has what a work of its type is found by; what cannot be found is in `not_found`."""
    written = {name for name in raw.data if raw.data[name]}
    for name in NEEDS[source.type]:
        if name not in written and name not in source.not_found:
            message = (
                f"a source of type {source.type!r} must have it; look it up, "
                f"or, if it is not to be found, say so: not_found: [{name}]"
            )
            yield raw.at(name), message
    if not source.addresses and source.type != "book" and "DOI" not in source.not_found:
        yield raw.at("DOI"), "must be given, or else PMID, PMCID or URL: readers look it up there"


@rule("half-a-record", Scope.ENTRY)
def what_is_not_found_is_not_there(source: Source, raw: RawEntry) -> Iterator[Found]:
    """What a record holds is not in its `not_found`."""
    for index, name in enumerate(source.not_found):
        if raw.data.get(name):
            yield raw.at("not_found", index), f"must not hold {name!r}, which the record has"


@rule("half-a-record", Scope.ENTRY)
def a_copy_has_an_address(source: Source, raw: RawEntry) -> Iterator[Found]:
    """A source that is read as a copy says where the copy is."""
    if source.copy_of and not source.url:
        yield raw.at("copy_of"), "must stand beside URL, the address of the copy"


@rule("finding-twice", Scope.ENTRY)
def every_finding_has_its_name(source: Source, raw: RawEntry) -> Iterator[Found]:
    """No two findings of a source share a name."""
    for index, name in enumerate(source.part_names):
        if name in source.part_names[:index]:
            yield raw.at("findings", index, "id"), f"must be named once, found {name!r} again"


@rule("figure-not-found", Scope.CATALOG)
def every_figure_was_found(catalog: Catalog) -> Iterator[Found]:
    """Each figure in a sentence that cites stands in one of the findings that it cites."""
    for _, _, where, statement in catalog.said:
        found = found_in(catalog, statement.cites)
        if not statement.cites or found is None:
            continue
        if missing := sorted(statement.figures - figures(found)):
            message = (
                f"must hold no figure that is not in what it cites "
                f"({', '.join(statement.cites)}), found {', '.join(missing)}"
            )
            yield where, message


@rule("refused-host", Scope.CATALOG)
def no_source_leads_to_a_refused_host(catalog: Catalog) -> Iterator[Found]:
    """No source links to a place that the guide refuses, whatever it may hold."""
    refused = [host for guide in catalog.all(Guide) for host in guide.refused_hosts]
    for source in catalog.all(Source):
        host = (urlsplit(source.url or "").hostname or "").lower()
        for entry in refused:
            if entry.matches(host):
                message = f"must not lead to {host!r}: {entry.because}"
                yield catalog.where(source, "URL"), message
                break


@rule("uncited-finding", Scope.CATALOG, needs_all=True)
def every_finding_is_cited(catalog: Catalog) -> Iterator[Found]:
    """A finding that nothing rests on is cited where it belongs, or taken out."""
    for source in catalog.all(Source):
        for index, name in enumerate(source.part_names):
            if catalog.backlinks.get(source.id) and (source.id, name) not in catalog.resting:
                message = f"nothing rests on {source.slug}:{name}"
                yield catalog.where(source, "findings", index), message

"""Rules of any content: of one entry, and of all entries and their links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from build_tools.content.fields import Cited, LinksTo, Markdown, Spoken, marked, numbers
from build_tools.content.markup import changed, references, strange_markup, unsafe_addresses
from build_tools.entry import Entry, EntryId, RawEntry, Reviewed
from build_tools.model import Anchor, Catalog
from build_tools.rule import Found, Scope, rule

ADDRESS = re.compile(r"https?://\S+|(?<=\])\([^()\s]*\)")
LOOKS_LIKE_ADDRESS = re.compile(
    r"https?:|www\.|\w@\w|^\W*\+?[\d][\d ()/-]+\W*$|\.(com|org|net|uk)\b"
)
LONG_WORD = re.compile(r"[^\W_]{46,}")


@rule("unsafe-markup", Scope.ENTRY)
def prose_uses_only_its_markup(entry: Entry, raw: RawEntry) -> Iterator[Found]:
    """Prose holds paragraphs, lists, emphasis, links and citations: no code, image or table."""
    for loc, prose, mark in marked(entry, Markdown):
        for message in strange_markup(prose, mark.tags):
            yield raw.at(*loc), message


@rule("changed-words", Scope.ENTRY)
def prose_says_what_is_written(entry: Entry, raw: RawEntry) -> Iterator[Found]:
    """Prose comes out with the words and the lists that its author wrote."""
    for loc, prose, mark in marked(entry, Markdown):
        if any(strange_markup(prose, mark.tags)):
            continue  # it has its own line
        for line, message in changed(prose):
            yield raw.at_line(loc, line), message


@rule("flow-list", Scope.ENTRY)
def texts_are_not_parted_by_commas(entry: Entry, raw: RawEntry) -> Iterator[Found]:
    """A text in a [list, in, brackets] stands in quotes, so that its commas are its own."""
    for loc, _, _ in marked(entry, Spoken):
        if raw.styles.get(loc) == ",":
            message = "must stand in quotes, or on a line of its own after '- ': a comma parts it"
            yield raw.at(*loc), message


@rule("joined-lines", Scope.ENTRY)
def plain_texts_are_one_line(entry: Entry, raw: RawEntry) -> Iterator[Found]:
    """A field of plain text holds one paragraph: a gap or a list in it would be lost."""
    prose = {loc for loc, _, _ in marked(entry, Markdown)}
    for loc, _, _ in marked(entry, Spoken):
        written = raw.value(loc)
        if loc not in prose and re.search(r"\n\s*\n|\n *(-|\d+[.)]) ", written):
            yield raw.at(*loc), "must be one paragraph without a list, found more"


@rule("long-word", Scope.ENTRY)
def words_fit_their_place(entry: Entry, raw: RawEntry) -> Iterator[Found]:
    """A word has at most 45 letters: a longer one fits no phone and no column of a sheet."""
    read = {loc for mark in (Spoken, Markdown) for loc, _, _ in marked(entry, mark)}
    for loc, text in raw.texts():
        if loc in read:
            for offset, line in enumerate(text.split("\n")):
                if found := LONG_WORD.search(ADDRESS.sub("", line.replace("\u00ad", ""))):
                    message = f"must not hold a word of over 45 letters, found {found[0]!r}"
                    yield raw.at_line(loc, offset), message


@rule("odd-number", Scope.ENTRY)
def numbers_are_written_plainly(entry: Entry, raw: RawEntry) -> Iterator[Found]:
    """A number is digits, with a point before its fraction: 0.5, 12."""
    for loc in numbers(entry):
        written = raw.value(loc)
        if written and not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", written):
            yield raw.at(*loc), f"must be a plain number like 0.5 or 12, found {written!r}"


@rule("unsafe-link", Scope.ENTRY)
def prose_links_only_to_safe_places(entry: Entry, raw: RawEntry) -> Iterator[Found]:
    """A link in prose leads to an entry, to a place on its page, or rings the number it shows."""
    for loc, prose, _ in marked(entry, Markdown):
        for address in unsafe_addresses(prose):
            message = (
                f"must not link to {address!r}: an address stands in a source's record, and is "
                "cited; a link to 'tel:' shows the number it rings"
            )
            yield raw.at(*loc), message
        for reference in references(prose):
            if LOOKS_LIKE_ADDRESS.search(reference.words[:120]):
                message = f"must not call a page {reference.words!r}, which reads as an address"
                yield raw.at(*loc), message


@rule("orphan-entry", Scope.CATALOG, needs_all=True)
def every_entry_is_linked(catalog: Catalog) -> Iterator[Found]:
    """An entry that nothing links to is never met by a reader: link to it, or take it out."""
    for entry in catalog.entries.values():
        if catalog.kinds[entry.kind].must_be_linked and not catalog.backlinks.get(entry.id):
            message = f"nothing links to or cites the {entry.kind} {entry.slug!r}"
            yield catalog.where(entry), message


@rule("uncited-fact", Scope.CATALOG)
def every_fact_is_cited(catalog: Catalog) -> Iterator[Found]:
    """A field that states facts cites a source."""
    for entry in catalog.entries.values():
        for loc, prose, _ in marked(entry, Cited):
            texts = prose if isinstance(prose, tuple) else (prose,)
            found = (reference for text in texts for reference in references(text))
            if not any(reference.kind == "source" for reference in found):
                yield catalog.where(entry, *loc), "states facts and must cite a source, like [@key]"


@rule("link-twice", Scope.CATALOG)
def no_link_is_listed_twice(catalog: Catalog) -> Iterator[Found]:
    """A list of links names each entry once."""
    for entry in catalog.entries.values():
        seen: set[tuple[object, EntryId]] = set()
        for loc, slug, mark in marked(entry, LinksTo):
            if isinstance(loc[-1], int):
                key = (loc[:-1], EntryId(mark.kind, slug))
                if key in seen:
                    yield catalog.where(entry, *loc), f"must be listed once, found {slug!r} again"
                seen.add(key)


@rule("title-twice", Scope.CATALOG)
def every_title_is_its_own(catalog: Catalog) -> Iterator[Found]:
    """No two entries of a kind share a title, but for sources: two works may be called the same."""
    seen: dict[tuple[str, str], str] = {}
    for entry in catalog.entries.values():
        if entry.titles_may_repeat:
            continue
        key = (entry.kind, entry.title.casefold())
        if other := seen.get(key):
            message = f"must be unlike all others, found {entry.title!r}, which is {other!r}'s"
            yield catalog.where(entry, "title"), message
        seen.setdefault(key, entry.slug)


@rule("no-page", Scope.CATALOG, needs_all=True)
def every_entry_has_a_place(catalog: Catalog) -> Iterator[Found]:
    """An entry has a page, or a page lists its kind."""
    for entry in catalog.entries.values():
        anchored = isinstance(catalog.kinds[entry.kind].place, Anchor)
        if anchored and not catalog.page_of(entry):
            message = f"stands on no page: no page has {entry.kind!r} in its `lists`"
            yield catalog.where(entry), message


@rule("no-page", Scope.CATALOG, needs_all=True)
def every_link_leads_to_a_page(catalog: Catalog) -> Iterator[Found]:
    """A link in prose leads to something that a reader can open."""
    for entry in catalog.entries.values():
        for loc, prose, _ in marked(entry, Markdown):
            for kind, slug, _words, _part in references(prose):
                target = catalog.entries.get(EntryId(kind, slug))
                if target and catalog.page_of(target) is None:
                    message = f"must not link to {kind}:{slug}, which has no page of its own"
                    yield catalog.where(entry, *loc), message


@rule("future-date", Scope.CATALOG)
def no_day_in_the_future(catalog: Catalog) -> Iterator[Found]:
    """No day in an entry has yet to come; tomorrow is today in some time zone."""
    for entry in catalog.all(Reviewed):
        for name in ("published", "reviewed"):
            day = getattr(entry, name)
            if day > catalog.today + timedelta(days=1):
                yield catalog.where(entry, name), f"must not lie in the future, found {day}"


@rule("dates-cross", Scope.CATALOG)
def nothing_is_reviewed_before_it_is_published(catalog: Catalog) -> Iterator[Found]:
    """Nothing was last reviewed before readers could first read it."""
    for entry in catalog.all(Reviewed):
        if entry.reviewed < entry.published:
            message = f"must not lie before `published` ({entry.published}), found {entry.reviewed}"
            yield catalog.where(entry, "reviewed"), message


ENTRY_RULES = (
    plain_texts_are_one_line,
    words_fit_their_place,
    numbers_are_written_plainly,
    prose_uses_only_its_markup,
    prose_says_what_is_written,
    texts_are_not_parted_by_commas,
    prose_links_only_to_safe_places,
)
CATALOG_RULES = (
    every_fact_is_cited,
    no_link_is_listed_twice,
    every_title_is_its_own,
    every_entry_is_linked,
    every_entry_has_a_place,
    every_link_leads_to_a_page,
    no_day_in_the_future,
    nothing_is_reviewed_before_it_is_published,
)

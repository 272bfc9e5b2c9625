"""The one runner: rules of a scope, held against their subjects -> problems and tallies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from build_tools.entry import Entry, RawEntry
from build_tools.known import Known, namer
from build_tools.model import Catalog, Kind
from build_tools.problems import Problem
from build_tools.rule import Rule, Scope, Tally
from build_tools.rules.addresses import ADDRESS_RULES
from build_tools.rules.content import CATALOG_RULES, ENTRY_RULES
from build_tools.rules.files import FILE_RULES
from build_tools.rules.makers import MISSING
from build_tools.rules.metadata import METADATA_RULES
from build_tools.rules.offline import OFFLINE_RULES
from build_tools.rules.pages import PAGE_RULES
from build_tools.rules.paper import PAPER_RULES
from build_tools.rules.reading import READING_RULES
from build_tools.rules.safety import SAFETY_RULES
from build_tools.rules.sheets import SHEET_RULES
from build_tools.rules.site import SITE_RULES
from build_tools.rules.weight import WEIGHT_RULES
from build_tools.site.read import Site

ID = re.compile(rb"""\sid=["']?([^"'\s>]+)""")


@dataclass
class Judgement:
    """What rules found: what is wrong, and how much was looked at."""

    problems: list[Problem] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)

    def hold(self, rule: Rule, *subject: object) -> bool:
        """Hold a rule against a subject; whether nothing is wrong with it."""
        try:
            found = rule(*subject)
        except Exception as error:
            error.add_note(f"rule {rule.name}, at {_named(subject[0])}")
            raise
        problems = [item for item in found if isinstance(item, Problem)]
        self.problems += problems
        self.tallies += [item for item in found if isinstance(item, Tally)]
        return not problems


def _named(subject: object) -> str:
    return " ".join(subject.id) if isinstance(subject, Entry) else type(subject).__name__


def judge_entries(
    entries: Iterable[Entry],
    raw: Iterable[RawEntry],
    kinds: Mapping[str, Kind],
    known: Known | None = None,
) -> tuple[list[Entry], list[Problem]]:
    """The entries that satisfy the rules of one entry, and what is wrong with the others."""
    written = {(item.folder, item.slug.strip()): item for item in reversed([*raw])}
    known, name_of = known or Known(), namer("entries")
    judgement = Judgement()
    good: list[Entry] = []
    for entry in entries:
        kind = kinds[entry.kind]
        own = written[kind.folder, entry.slug]
        name = name_of(kind.name, own.slug, own.data, own.styles)
        if known.seen(name):
            good.append(entry)
            continue
        rules = _of_scope(Scope.ENTRY, (*ENTRY_RULES, *READING_RULES, *ADDRESS_RULES, *kind.rules))
        held = [judgement.hold(rule, entry, own) for rule in rules]
        if all(held):
            known.add(name)
            good.append(entry)
    return good, judgement.problems


def judge_catalog(catalog: Catalog, all_read: bool) -> Judgement:
    """What holds of all entries together; of what is missing only if every file could be read."""
    judgement = Judgement()
    of_entries = (*_of_kinds(catalog), *CATALOG_RULES, *READING_RULES)
    of_what_is_made = (*ADDRESS_RULES, *PAPER_RULES)
    for rule in _of_scope(Scope.CATALOG, (*of_entries, *of_what_is_made)):
        lacks = any(problem.rule == MISSING for problem in judgement.problems)
        if (all_read or not rule.needs_all) and not (lacks and rule in of_what_is_made):
            judgement.hold(rule, catalog)
    return judgement


def judge_site(site: Site, catalog: Catalog, known: Known | None = None) -> Judgement:
    """What holds of the finished site: of each of its pages, and of it beside the content."""
    known, name_of = known or Known(), namer("pages", *_around_a_page(site))
    judgement = Judgement()
    of_pages = (*PAGE_RULES, *READING_RULES, *SAFETY_RULES, *METADATA_RULES, *WEIGHT_RULES)
    engine = (*of_pages, *SITE_RULES, *SHEET_RULES, *FILE_RULES, *OFFLINE_RULES)
    of_kinds = tuple(_of_kinds(catalog))
    rules = _of_scope(Scope.PAGE, (*engine, *of_kinds))
    for page in site.pages.values():
        name = name_of(page.path, page.html)
        if known.seen(name):
            continue
        held = [judgement.hold(rule, page, site) for rule in rules]
        if all(held):
            known.add(name)
    for rule in _of_scope(Scope.SITE, (*engine, *of_kinds)):
        judgement.hold(rule, site, catalog)
    return judgement


def _around_a_page(site: Site) -> Iterator[object]:
    """What the rules of a page look at beside it: which places there are, and what it loads."""
    yield site.base
    yield sorted(site.files)
    for page in site.pages.values():
        yield ID.findall(page.html)
    for name in sorted(site.files):
        if name.suffix in {".css", ".js"}:
            yield (site.folder / name).read_bytes()


def _of_kinds(catalog: Catalog) -> Iterable[Rule]:
    return (rule for kind in catalog.kinds.values() for rule in kind.rules)


def _of_scope(scope: Scope, rules: Iterable[Rule]) -> list[Rule]:
    return [rule for rule in rules if rule.scope is scope]

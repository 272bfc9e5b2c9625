"""The whole house on one page: the order of the stages, and the kinds they are given."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from build_tools.approval.hold import unapproved
from build_tools.checking import Read, checked, read_content
from build_tools.entry import Reviewed
from build_tools.kinds import KINDS
from build_tools.kinds.guide.entry import Guide
from build_tools.known import Known
from build_tools.made import Offline, Pdf, Settings
from build_tools.model import Catalog, Kind
from build_tools.output.cards import draw_cards
from build_tools.output.pages import render
from build_tools.output.pdf import typeset
from build_tools.output.write import Changes, write
from build_tools.problems import ContentError, Location, Problem
from build_tools.project import Project
from build_tools.rule import Tally, reading_rule
from build_tools.rules.run import judge_site
from build_tools.site.address import refuse_half_an_address
from build_tools.site.author import at_their_authors
from build_tools.site.engine import EngineName, engine
from build_tools.site.finish import finish
from build_tools.site.lock import one_at_a_time
from build_tools.site.offline import keep
from build_tools.site.publish import publish, refuse_to_lose
from build_tools.site.read import read_site
from build_tools.site.sitemap import write_sitemap

Report = Callable[[str, str, float], None]
"""How a stage is told: its name, what it did, how many seconds it took."""

NO_SITE = reading_rule("no-site", "A folder that is verified holds a site.")
RULES = (NO_SITE,)


class Generated(NamedTuple):
    """What a catalog was made into: the files that changed, how many PDFs and cards were made."""

    read: Read
    changes: Changes
    typeset: int
    cards: int


def generate(
    project: Project, kinds: Sequence[Kind] = KINDS, today: date | None = None
) -> Generated:
    """Content to Markdown in the docs folder, which any engine that reads mkdocs.yml can build."""
    with one_at_a_time(project.build):
        return _generated(project, checked(project, kinds, today))


def preview(project: Project) -> tuple[Generated, list[Problem]]:
    """The same before it is approved, to be looked at; and what is not approved."""
    read = read_content(project)
    return _generated(project, read), list(unapproved(read.catalog, project.lock))


def _generated(project: Project, read: Read) -> Generated:
    files = render(read.catalog)
    sheets = typeset(read.catalog.made(Pdf), project.typeset, project.site_url)
    drawn = draw_cards(read.catalog, files, project.cards)
    if problems := [*sheets.problems, *drawn.problems]:
        raise ContentError(problems)
    changes = write([*files, *sheets.files, *drawn.files], project.docs)
    return Generated(read, changes, sheets.made, drawn.made)


def build(project: Project, name: EngineName, report: Report) -> None:
    """Content to published site; if anything is wrong the published site stays as it was."""
    refuse_half_an_address(project.site_url)
    refuse_to_lose(project.site, (project.content, project.overrides, project.build))
    with one_at_a_time(project.build):
        _build(project, name, report)


def _build(project: Project, name: EngineName, report: Report) -> None:
    with _timed(report, "generate") as done:
        (catalog, tallies), changes, made, cards = generate(project)
        files = changes.written + changes.unchanged
        counts = f"{len(catalog.entries)} entries, {files} files, {made} PDFs made"
        done(counts, f"{cards} cards drawn" if catalog.address else "", in_words(tallies))
    with _timed(report, name) as done:
        engine(project, settings_of(catalog), name, last_review(catalog))
        done("built")
    with _timed(report, "finish") as done:
        dated = write_sitemap(project.built_site, catalog)
        pages = finish(project.built_site)
        kept = sum(keep(project.built_site, offline) for offline in catalog.made(Offline))
        done(f"{pages} pages finished", f"{dated} in the sitemap", f"{kept} files for offline")
    with _timed(report, "verify") as done:
        done(verified(project, catalog))
    with _timed(report, "publish") as done:
        done(f"{publish(project.built_site, project.site)} files to {project.site.name}/")


def verified(project: Project, catalog: Catalog, published: bool = False) -> str:
    """Verify the built site, or the published one; what was looked at, or ContentError."""
    folder = project.site if published else project.built_site
    if not (folder / "index.html").is_file():
        where = Location(PurePosixPath(folder.name))
        raise ContentError([NO_SITE.problem(where, "holds no site; `make site` builds one")])
    site = read_site(folder, project.root)
    known = Known(project.known("pages"))
    judgement = judge_site(site, catalog, known)
    known.keep()
    if judgement.problems:
        raise ContentError(at_their_authors(judgement.problems, site, catalog))
    return ", ".join(filter(None, [f"{len(site.pages)} pages", in_words(judgement.tallies)]))


def in_words(tallies: Iterable[Tally]) -> str:
    """What was looked at, as the end of a line: "48 paths proven"."""
    return ", ".join(f"{tally.number} {tally.what}" for tally in tallies)


def settings_of(catalog: Catalog) -> Mapping[str, Any]:
    """What the kinds want the engine to know: the site's name, its menu, words of its parts."""
    settings: dict[str, Any] = {}
    for made in catalog.made(Settings):
        for key, value in made.values.items():
            is_mapping = isinstance(value, Mapping)
            settings[key] = {**settings.get(key, {}), **value} if is_mapping else value
    return settings


def overdue(catalog: Catalog) -> Iterator[str]:
    """A line for each entry whose next review was due before today; no mistake, but to be done."""
    for guide in catalog.all(Guide):
        for entry in catalog.all(Reviewed):
            due = guide.review.due(entry.reviewed)
            if due < catalog.today:
                where = catalog.where(entry, "reviewed")
                yield f"{where}: reviewed: the next review was due on {due} [overdue]"


def last_review(catalog: Catalog) -> date:
    """The newest day on which anything was reviewed."""
    days = (entry.reviewed for entry in catalog.all(Reviewed))
    return max(days, default=date(2000, 1, 1))


@contextmanager
def _timed(report: Report, stage: str) -> Iterator[Callable[..., None]]:
    """Report a stage when its block ends, with the words that the block gave."""
    start = time.perf_counter()
    words: list[str] = []
    yield lambda *more: words.extend(more)
    report(stage, ", ".join(filter(None, words)), time.perf_counter() - start)

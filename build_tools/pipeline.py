"""The whole house on one page: the order of the stages, and the kinds they are given."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from build_tools.check import check
from build_tools.engine import EngineName, engine
from build_tools.finish import finish
from build_tools.kinds import KINDS
from build_tools.link import link
from build_tools.load import ASSETS, load
from build_tools.model import Catalog, Kind, Output, Reviewed
from build_tools.problems import ContentError, Location, Problem
from build_tools.project import Project
from build_tools.publish import publish, refuse_to_lose
from build_tools.render import render
from build_tools.site import read_site
from build_tools.typeset import typeset
from build_tools.validate import validate
from build_tools.verify.checks import verify
from build_tools.write import Changes, write

Report = Callable[[str, str, float], None]


def read_content(
    project: Project, kinds: Sequence[Kind] = KINDS, today: date | None = None
) -> Catalog:
    """The content as a catalog; raises ContentError with every problem there is."""
    raw, problems = load(project.content, project.root)
    unread = {problem.location.path.parent.name for problem in problems}
    entries, more = validate(raw, kinds)
    problems += more
    whole = not problems
    catalog, more = link(entries, raw, kinds, unread)
    problems += more
    problems += check(catalog, today or date.today(), whole)  # noqa: DTZ011  the author's own day
    if problems:
        raise ContentError(problems)
    return catalog


def generate(
    project: Project, kinds: Sequence[Kind] = KINDS, today: date | None = None
) -> tuple[Catalog, Changes]:
    """Content to Markdown in the docs folder, which any engine that reads mkdocs.yml can build."""
    catalog = read_content(project, kinds, today)
    outputs = render(catalog, today or date.today())  # noqa: DTZ011
    recipes = [recipe for kind in catalog.kinds.values() for recipe in kind.recipes(catalog)]
    sheets = typeset(recipes, project.typeset, project.site_url)
    if sheets.problems:
        raise ContentError(sheets.problems)
    changes = write([*outputs, *sheets.outputs, *_assets(project)], project.docs)
    return catalog, changes._replace(typeset=sheets.made)


def build(project: Project, name: EngineName, report: Report) -> None:
    """Content to published site; if anything is wrong the published site stays as it was."""
    _refuse_half_an_address(project.site_url)
    refuse_to_lose(project.site, (project.content, project.overrides, project.build))
    with _timed(report, "generate") as done:
        catalog, changes = generate(project)
        done(
            f"{len(catalog.entries)} entries, {sum(changes[:2])} files, {changes.typeset} PDFs made"
        )
        done(tallies(catalog))
    with _timed(report, name) as done:
        engine(project, settings_of(catalog), name, last_review(catalog))
        done("built")
    with _timed(report, "finish") as done:
        done(f"{finish(project.built_site)} pages given their security policy")
    with _timed(report, "verify") as done:
        done(proven(project, catalog))
    with _timed(report, "publish") as done:
        done(f"{publish(project.built_site, project.site)} files to {project.site.name}/")


def tallies(catalog: Catalog) -> str:
    """What the kinds count in the content: how many paths were proven, say."""
    return ", ".join(filter(None, (kind.tally(catalog) for kind in catalog.kinds.values())))


def proven(project: Project, catalog: Catalog, published: bool = False) -> str:
    """Verify the built site, or the published one; says what was looked at, or raises ContentError."""
    folder = project.site if published else project.built_site
    if not (folder / "index.html").is_file():
        raise ContentError(
            [
                Problem(
                    Location(PurePosixPath(folder.name)),
                    "holds no site; `make site` builds one",
                    "no-site",
                )
            ]
        )
    site = read_site(folder, project.root)
    if problems := verify(site, catalog):
        raise ContentError(problems)
    walked = (kind.site_tally(site, catalog) for kind in catalog.kinds.values())
    return ", ".join([f"{len(site.pages)} pages", *filter(None, walked)])


def settings_of(catalog: Catalog) -> Mapping[str, Any]:
    """What the kinds want the engine to know: the site's name, its menu, words for the 404 page."""
    settings: dict[str, Any] = {}
    for kind in catalog.kinds.values():
        for key, value in kind.settings(catalog).items():
            settings[key] = (
                {**settings.get(key, {}), **value} if isinstance(value, Mapping) else value
            )
    return settings


def last_review(catalog: Catalog) -> date:
    """The newest day on which anything was reviewed."""
    return max(
        (entry.reviewed for entry in catalog.entries.values() if isinstance(entry, Reviewed)),
        default=date(2000, 1, 1),
    )


def _refuse_half_an_address(address: str) -> None:
    if address and not address.startswith(("https://", "http://")):
        message = f"must start with 'https://', found {address!r}; try {'https://' + address!r}"
        raise ContentError([Problem(Location(PurePosixPath("SITE_URL")), message, "bad-address")])


def _assets(project: Project) -> Iterator[Output]:
    folder = project.content / ASSETS
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield Output(PurePosixPath(ASSETS, *file.relative_to(folder).parts), file.read_bytes())


@contextmanager
def _timed(report: Report, stage: str) -> Iterator[Callable[[str], None]]:
    start = time.perf_counter()
    said: list[str] = []
    yield said.append
    report(stage, ", ".join(filter(None, said)), time.perf_counter() - start)

"""The review sheet: each cited statement beside the findings that it rests on."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import NamedTuple
from zipfile import ZipFile

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from build_tools.content.fields import Cited, LinksTo, Loc, Spoken, marked
from build_tools.content.load import load
from build_tools.content.markup import plain
from build_tools.content.sourced import EndsInCitations, Sourced
from build_tools.content.statements import statements
from build_tools.entry import Entry, named_part
from build_tools.kinds.source.entry import Source
from build_tools.kinds.source.finding import Finding
from build_tools.model import Catalog
from build_tools.problems import ContentError, Location
from build_tools.project import Project
from build_tools.rule import reading_rule

TEMPLATE = "review.md.j2"
NOT_REVIEWED = {"title", "short"}  # each says in other words what stands beside it

NO_REVISION = reading_rule("no-revision", "The revision after `--since` is one that git knows.")
RULES = (NO_REVISION,)


class Rest(NamedTuple):
    """A source and the finding in it that a statement rests on."""

    source: Source
    finding: Finding


class Reviewable(NamedTuple):
    """A statement, where it stands, and what it rests on; on nothing, if it cites nothing."""

    where: Location
    entry: Entry
    words: str
    rests: tuple[Rest, ...]


def cited(catalog: Catalog) -> Iterator[Reviewable]:
    """Every statement that cites, and every text whose field beside it lists its sources."""
    for entry, _, where, statement in catalog.said:
        if statement.cites:
            rests = tuple(_rests(catalog, statement.cites))
            yield Reviewable(where, entry, plain(statement.written), rests)
    for entry in catalog.entries.values():
        for loc, keys in _lists(entry):
            rests = tuple(_rests(catalog, keys))
            for place, text in _beside(entry, loc):
                for statement in statements(text):
                    where = catalog.where(entry, *place)
                    if not statement.cites:
                        yield Reviewable(where, entry, plain(statement.written), rests)


def bare(catalog: Catalog) -> Iterator[Reviewable]:
    """Every statement without a citation of its own where its neighbours cite: is it our own?"""
    fields = {
        (entry.id, loc)
        for entry in catalog.entries.values()
        for mark in (Cited, EndsInCitations)
        for loc, _, _ in marked(entry, mark)
    }
    for entry, loc, where, statement in catalog.said:
        is_asked = (entry.id, loc) in fields or (entry.id, loc[:-1]) in fields
        if is_asked and not statement.cites:
            yield Reviewable(where, entry, plain(statement.written), ())


def since(found: Iterable[Reviewable], project: Project, revision: str) -> Iterator[Reviewable]:
    """Those that are not so in an earlier revision: other words, or another finding.

    Raises ContentError if git does not know the revision.
    """
    with TemporaryDirectory() as folder:
        before = _texts_at(project, revision, Path(folder))
    for item in found:
        texts = {item.words, *(rest.finding.says for rest in item.rests)}
        if not texts <= before:
            yield item


def sample(found: Sequence[Reviewable], number: int, seed: int) -> list[Reviewable]:
    """So many of them drawn at random; the same seed draws the same."""
    return random.Random(seed).sample(found, min(number, len(found)))  # noqa: S311  no secret


def sheet(found: Iterable[Reviewable], uncited: Iterable[Reviewable]) -> str:
    """The sheet as Markdown, for somebody who has nothing but the sheet."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701  a text file for reviewers
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(TEMPLATE).render(found=list(found), uncited=list(uncited))


def _rests(catalog: Catalog, cites: Iterable[str]) -> Iterator[Rest]:
    for key, part in map(named_part, cites):
        source = catalog.get(Source, key)
        if finding := source.finding(part):
            yield Rest(source, finding)


def _lists(entry: Entry) -> Iterator[tuple[Loc, list[str]]]:
    """Each list of sources in an entry, by the place of the record that it stands in."""
    lists: dict[Loc, list[str]] = {}
    for loc, key, mark in marked(entry, LinksTo):
        if mark.kind == Source.kind:
            lists.setdefault(loc[:-2], []).append(key)
    yield from lists.items()


def _beside(entry: Entry, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """The texts that a reader reads of the record at a place."""
    for place, text, _ in marked(entry, Spoken):
        if place[: len(loc)] == loc and place[len(loc)] not in NOT_REVIEWED:
            yield place, text


def _texts_at(project: Project, revision: str, folder: Path) -> set[str]:
    """Every sentence and every finding of the content as it was at a revision."""
    name = project.content.relative_to(project.root)
    archive = subprocess.run(  # noqa: S603  git, by its name, with a name of a revision
        ["git", "archive", "--format=zip", "--end-of-options", revision, str(name)],  # noqa: S607
        cwd=project.root,
        capture_output=True,
        check=False,
    )
    if archive.returncode:
        what = archive.stderr.decode(errors="replace").strip().splitlines()[-1:]
        message = f"must be a revision that git knows, found {revision!r}: {' '.join(what)}"
        raise ContentError([NO_REVISION.problem(Location(PurePosixPath("--since")), message)])
    with ZipFile(BytesIO(archive.stdout)) as files:
        files.extractall(folder)
    raw, _ = load(folder / name, folder)
    return {
        words
        for item in raw
        for _, text in item.texts()
        for words in (text, Sourced(text), *(plain(found.written) for found in statements(text)))
    }

"""Content -> catalog: read, typed, linked and judged, and held against its approved copy."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from build_tools.approval.hold import unapproved
from build_tools.content.link import link
from build_tools.content.load import load
from build_tools.content.validate import validate
from build_tools.kinds import KINDS
from build_tools.known import Known, namer
from build_tools.model import Catalog, Kind
from build_tools.output.places import unknown_places
from build_tools.problems import ContentError
from build_tools.project import Project
from build_tools.rule import Tally
from build_tools.rules.run import judge_catalog, judge_entries
from build_tools.site.address import ending_in_slash


class Read(NamedTuple):
    """The content as a catalog, and what the rules looked at."""

    catalog: Catalog
    tallies: Sequence[Tally]


def read_content(
    project: Project, kinds: Sequence[Kind] = KINDS, today: date | None = None
) -> Read:
    """The content as a catalog; raises ContentError with every problem there is."""
    raw, problems = load(project.content, project.root)
    unread = {problem.location.path.parent.name for problem in problems}
    entries, more = validate(raw, kinds)
    problems += more
    known = Known(project.known("entries"))
    entries, more = judge_entries(entries, raw, {kind.name: kind for kind in kinds}, known)
    problems += more
    all_read = not problems
    catalog, more = link(entries, raw, kinds, unread)
    problems += more
    day = today or date.today()  # noqa: DTZ011  the author's own day
    catalog = replace(catalog, address=ending_in_slash(project.site_url), today=day)
    name = namer("content")(project.site_url, day, [kind.name for kind in kinds], written(catalog))
    if problems or not known.seen(name):
        judgement = judge_catalog(catalog, all_read)
        problems += judgement.problems
        problems += [] if problems else unknown_places(catalog)
        if problems:
            raise ContentError(problems)
        known.add(name, json.dumps(judgement.tallies))
    known.keep()
    return Read(catalog, [Tally(*tally) for tally in json.loads(known.says(name))])


def written(catalog: Catalog) -> str:
    """All that the authors wrote, in a form that is the same only if all of it is."""
    return repr([(raw.path, raw.slug, raw.data, raw.styles) for raw in catalog.raw.values()])


def checked(project: Project, kinds: Sequence[Kind] = KINDS, today: date | None = None) -> Read:
    """The content, held against its approved copy too; raises ContentError."""
    read = read_content(project, kinds, today)
    known = Known(project.known("approved"))
    lock = project.lock.read_bytes() if project.lock.is_file() else b""
    name = namer("approved")(lock, written(read.catalog))
    if not known.seen(name):
        if problems := list(unapproved(read.catalog, project.lock)):
            raise ContentError(problems)
        known.add(name)
    known.keep()
    return read

"""Drawings on a page of their own, to be looked at while they are made, without a build."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from build_tools.content.link import link
from build_tools.content.load import load
from build_tools.content.validate import validate
from build_tools.kinds import KINDS
from build_tools.kinds.drawing.entry import Drawing
from build_tools.kinds.drawing.kind import DRAWING
from build_tools.kinds.figure.kind import FIGURE
from build_tools.made import Page
from build_tools.model import Catalog
from build_tools.output.pages import renderer
from build_tools.problems import ContentError, Location, did_you_mean
from build_tools.project import Project
from build_tools.rule import reading_rule

NO_DRAWING = reading_rule("no-drawing", "A drawing that is to be shown is there.")
RULES = (NO_DRAWING,)


def draw(project: Project, names: Sequence[str]) -> Path:
    """Write the named drawings (all, if none are named) to one page, in both schemes; its path.

    ContentError with what is wrong in the files of drawings and figures, or with every name that
    no drawing has. What is wrong elsewhere is no hindrance.
    """
    catalog = _read(project)
    known = [drawing.slug for drawing in catalog.all(Drawing)]
    if unknown := [name for name in names if name not in known]:
        where = Location(PurePosixPath("content/drawings"), 1)
        raise ContentError(
            NO_DRAWING.problem(where, f"there is no drawing {name!r}{did_you_mean(name, known)}")
            for name in unknown
        )
    styles = [(project.overrides / "stylesheets/site.css").as_uri()]
    path = project.build / "drawings.html"
    context = {"names": names or known, "styles": styles}
    page = Page(PurePosixPath(path.name), "drawing/preview.html.j2", context)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(renderer(catalog)(page).content)
    return path


def _read(project: Project) -> Catalog:
    raw, problems = load(project.content, project.root)
    entries, more = validate(raw, KINDS)
    folders = {DRAWING.folder, FIGURE.folder}
    ours = [found for found in problems + more if found.location.path.parent.name in folders]
    if ours:
        raise ContentError(ours)
    return link(entries, raw, KINDS, set())[0]

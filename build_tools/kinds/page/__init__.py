"""Pages: prose that belongs to no other kind, and the index pages on which entries stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Annotated, Any, ClassVar

from pydantic import Field

from build_tools.fields import Inline, LinksTo, PageProse, Title
from build_tools.model import Catalog, Described, Flaw, Kind
from build_tools.problems import Problem, did_you_mean

_KINDS = Path(__file__).parent.parent
LAYOUTS = tuple(
    sorted(
        f"{path.parent.name}/{path.name.removesuffix('.md.j2')}"
        for path in _KINDS.glob("*/*.md.j2")
    )
)
NOT_FOUND = "404"


class Page(Described):
    """A page: its body is prose, `layout` says how it is laid out, `lists` what stands on it."""

    kind: ClassVar[str] = "page"
    heading: Title | None = None
    lead: Inline | None = None
    template: str = Field(default="page/page", alias="layout")
    lists: tuple[str, ...] = ()
    drawing: Annotated[str, LinksTo("drawing")] | None = None
    body: PageProse = ""

    @property
    def layout(self) -> str:
        return f"{self.template}.md.j2"

    @property
    def listed_kinds(self) -> tuple[str, ...]:
        return self.lists


def layout_is_known(page: Page) -> Iterator[Flaw]:
    """A page's layout is one that there is a template for."""
    if page.template not in LAYOUTS:
        yield Flaw(
            ("layout",),
            f"must name a layout that there is, found {page.template!r}{did_you_mean(page.template, LAYOUTS)}",
            "unknown-layout",
        )


def every_kind_has_its_place(catalog: Catalog) -> Iterator[Problem]:
    """What a page lists is a kind, and no kind is listed on two pages."""
    taken: dict[str, str] = {}
    for page in catalog.of_kind("page"):
        for index, name in enumerate(page.lists):
            where = catalog.where(page, "lists", index)
            if name not in catalog.kinds:
                yield Problem(
                    where,
                    f"must be a kind, found {name!r}{did_you_mean(name, catalog.kinds)}",
                    "unknown-kind",
                )
            elif name in taken:
                yield Problem(
                    where,
                    f"must be listed on one page only, found {name!r}, which {taken[name]!r} lists too",
                    "kind-twice",
                )
            taken.setdefault(name, page.slug)


def _place(_folder: str, slug: str) -> PurePosixPath | None:
    if slug == NOT_FOUND:
        return None
    return PurePosixPath("index.md") if slug == "index" else PurePosixPath(slug, "index.md")


def _not_found(catalog: Catalog) -> Mapping[str, Any]:
    page = catalog.find("page", NOT_FOUND)
    return {"extra": {"not_found": {"title": page.title, "summary": page.summary}}}


KIND = Kind(
    model=Page,
    folder="pages",
    home=Path(__file__).parent,
    stands_alone=True,
    needs=("index", "red-flags", "causes", "mechanisms", "exercises", "404"),
    place=_place,
    entry_checks=(layout_is_known,),
    catalog_checks=(every_kind_has_its_place,),
    settings=_not_found,
)

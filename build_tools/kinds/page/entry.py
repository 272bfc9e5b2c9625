"""Pages: prose that belongs to no other kind, and the index pages on which entries stand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, ClassVar

from build_tools.content.fields import Inline, LinksTo, PageProse, Title
from build_tools.entry import Described
from build_tools.kinds.drawing.entry import Drawing

_KINDS = Path(__file__).parent.parent
LAYOUTS = tuple(
    sorted(
        f"{path.parent.name}/{path.name.removesuffix('.md.j2')}"
        for path in _KINDS.glob("*/*.md.j2")
    )
)


class PageEntry(Described):
    """A page: its body is prose, `layout` says how it is laid out, `lists` what stands on it."""

    kind: ClassVar[str] = "page"
    heading: Title | None = None
    lead: Inline | None = None
    layout: str = "page/page"
    lists: tuple[str, ...] = ()
    drawing: Annotated[str, LinksTo(Drawing)] | None = None
    body: PageProse = ""

    @property
    def template(self) -> str:
        """The template that its layout names."""
        return f"{self.layout}.md.j2"

    @property
    def listed_kinds(self) -> tuple[str, ...]:
        return self.lists

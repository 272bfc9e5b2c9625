"""Pages: prose that belongs to no other kind, and the index pages on which entries stand."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import Field

from build_tools.content.fields import LinksTo, PageProse, Title, WholeInline
from build_tools.entry import Described, Findable
from build_tools.kinds.drawing.entry import Drawing

HEADINGS = re.compile(r"^#+ (.+)$", re.MULTILINE)


class PageName:
    """What a link to a page leads to, for a page that names another one."""

    kind: ClassVar[str] = "page"


class PageEntry(Described):
    """A page as written: fields on top, prose below them."""

    kind: ClassVar[str] = "page"
    heading: Title | None = Field(
        default=None,
        description="The heading of the page, if it is not its title.",
        examples=["Why does my bicycle wobble?"],
    )
    lead: WholeInline | None = Field(
        default=None,
        description="The first sentence or two, larger; the summary, if there is none.",
        examples=["Made in a shed."],
    )
    lists: tuple[str, ...] = Field(
        default=(),
        description="The kinds whose entries stand on this page, or are listed by it, in this "
        "order; any kinds, each on one page. Entries with a page of their own get an address "
        "below this one's.",
        examples=["term"],
    )
    drawing: Annotated[str, LinksTo(Drawing)] | None = Field(
        default=None,
        description="A drawing, beside the answer or above the prose.",
        examples=["wheel"],
    )
    below: Annotated[str, LinksTo(PageName)] | None = Field(
        default=None,
        description="The page below whose address this one stands, and to which it leads back.",
        examples=["causes"],
    )
    body: PageProse = Field(
        default="",
        description="What stands under the fields: paragraphs, lists, headings (## and ###).",
        examples=["A wheel is a *spring* with a rhythm.[@kooijman2011:steers]"],
    )

    @property
    def listed_kinds(self) -> tuple[str, ...]:
        return self.lists

    @property
    def findable(self) -> Findable:
        return Findable(
            self.summary,
            (self.heading,) if self.heading else (),
            tuple(HEADINGS.findall(self.body)),
        )

"""Sources, in the field names of CSL, the citation standard that Zotero and Pandoc read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, ClassVar, Literal, TypeAlias
from urllib.parse import urlsplit

from pydantic import Field

from build_tools.content.fields import LinksTo, Text, shaped
from build_tools.entry import Entry, Findable, Place, named_part
from build_tools.kinds.source.finding import Finding
from build_tools.kinds.source.name import Name
from build_tools.model import Catalog

NAMED = 3
Type = Literal[
    "article-journal",
    "article-newspaper",
    "book",
    "chapter",
    "webpage",
    "report",
    "thesis",
    "paper-conference",
]
Reading = Literal["full text", "abstract", "part", "page", "second hand"]
Missing = Literal["other authors", "container-title", "publisher", "volume", "issue", "page", "DOI"]


WebAddress: TypeAlias = Annotated[
    Text, shaped(r"https?://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(?:/[!-~]*)?", "https://example.org/page")
]


class Source(Entry):
    """Something that facts were taken from: what a reader needs to find it, how much was read."""

    kind: ClassVar[str] = "source"
    is_record: ClassVar[bool] = True
    titles_may_repeat: ClassVar[bool] = True
    title: Text = Field(
        description="What the work itself is called, word for word.",
        examples=["A bicycle can be self-stable"],
    )
    type: Type = Field(description="What sort of work it is.", examples=["article-journal"])
    author: tuple[Name, ...] = Field(
        min_length=1,
        description="Who wrote it, all of them in the work's own order, or the body whose text it "
        "is; readers see the first three.",
    )
    issued: Annotated[Text, shaped(r"\d{4}|no date", "2019")] = Field(
        description="The year in which it appeared, or `no date`.", examples=["2011"]
    )
    container_title: Text | None = Field(
        default=None,
        alias="container-title",
        description="The journal, book or website in which it appeared.",
        examples=["Science"],
    )
    publisher: Text | None = Field(
        default=None, description="Who published it.", examples=["Shed Press"]
    )
    volume: Text | None = Field(default=None, description="The volume.", examples=["332"])
    issue: Text | None = Field(
        default=None,
        description="The number within the volume; shown only beside a volume.",
        examples=["6027"],
    )
    page: Text | None = Field(
        default=None,
        description="The pages; shown only beside the year.",
        examples=["339-342"],
    )
    edition: Text | None = Field(default=None, description="Which edition.", examples=["3"])
    note: Text | None = Field(
        default=None,
        description="What else a reader should know of it.",
        examples=["Only one chapter was there."],
    )
    doi: Annotated[Text, shaped(r"10\.\d{4,9}/\S+", "10.1000/abc123")] | None = Field(
        default=None,
        alias="DOI",
        description="Its DOI, without an address before it; the best link, because it lasts.",
        examples=["10.1126/science.1201959"],
    )
    pmid: Annotated[Text, shaped(r"\d+", "26108915")] | None = Field(
        default=None, alias="PMID", description="Its number in PubMed.", examples=["21493856"]
    )
    pmcid: Annotated[Text, shaped(r"PMC\d+", "PMC4594250")] | None = Field(
        default=None,
        alias="PMCID",
        description="Its number in PubMed Central, where its full text is free.",
        examples=["PMC1234567"],
    )
    isbn: Text | None = Field(
        default=None, alias="ISBN", description="Its ISBN.", examples=["978-0000000002"]
    )
    url: WebAddress | None = Field(
        default=None,
        alias="URL",
        description="Its address; where there is no DOI or number, the link to it.",
        examples=["https://example.org/bicycle"],
    )
    copy_of: Text | None = Field(
        default=None,
        description="Whose text it is, if `URL` leads to a copy at somebody else's; readers are "
        "told.",
        examples=["A workshop"],
    )
    not_found: tuple[Missing, ...] = Field(
        default=(),
        description="What was looked for and not found; readers are told.",
        examples=["volume"],
    )
    read: Reading = Field(
        description="How much of it was read for this guide; readers are told.",
        examples=["abstract"],
    )
    findings: tuple[Finding, ...] = Field(
        min_length=1,
        description="What was found in it; each is cited, and no statement rests on anything else.",
    )

    @property
    def part_names(self) -> tuple[str, ...]:
        """The names of its findings."""
        return tuple(finding.id for finding in self.findings)

    def finding(self, name: str) -> Finding | None:
        """The finding that a citation names; the only one, if it names none."""
        named = (finding for finding in self.findings if finding.id == (name or self.only_part))
        return next(named, None)

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """By first author, year and title, as in any bibliography."""
        first = next((name.family or name.literal or "" for name in self.author), "")
        return (f"{first or self.title} {self.issued} {self.title}".casefold(),)

    @property
    def addresses(self) -> tuple[tuple[str, str], ...]:
        """Every address with what its link says, the most lasting first."""
        host = urlsplit(self.url or "").netloc.removeprefix("www.")
        found = (
            (self.doi, f"https://doi.org/{self.doi}", f"doi:{self.doi}"),
            (self.pmcid, f"https://pmc.ncbi.nlm.nih.gov/articles/{self.pmcid}/", self.pmcid or ""),
            (self.pmid, f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/", f"PMID {self.pmid}"),
            (self.url, self.url or "", host),
        )
        return tuple((address, label) for written, address, label in found if written)

    def names(self, most: int) -> tuple[str, bool]:
        """Who wrote it, at most so many by name, and whether there are more."""
        names = [
            name.literal or " ".join(filter(None, [name.family, name.given]))
            for name in self.author[:most]
        ]
        more = len(self.author) > most
        return ", ".join(names).rstrip("" if more else "."), more

    @property
    def byline(self) -> str:
        """Who wrote it, at most three by name."""
        return self.names(NAMED)[0]

    @property
    def in_journal(self) -> str:
        """Year, volume, issue and pages, as a bibliography writes them: 2019;12(3):45-67."""
        issue = f"({self.issue})" if self.issue else ""
        pages = f":{self.page}" if self.page else ""
        if self.volume:
            return f"{self.issued};{self.volume}{issue}{pages}"
        return f"{self.issued}{pages}"

    @property
    def findable(self) -> Findable:
        year = self.issued if self.issued.isdigit() else None
        told = dict.fromkeys(filter(None, (self.byline, self.container_title, year)))
        return Findable(", ".join(told), place=Place.LAST)


SourceKeys: TypeAlias = tuple[Annotated[str, LinksTo(Source)], ...]
"""Citations: `source:finding`, or `source` where it has one finding."""


def found_in(catalog: Catalog, cites: Iterable[str]) -> str | None:
    """All that the cited findings say, and about whom; None if one of them is not there."""
    said = []
    for slug, part in map(named_part, cites):
        source = catalog.find(Source, slug)
        found = source.finding(part) if source else None
        if found is None:
            return None
        said.append(f"{found.says} {found.about}")
    return "\n".join(said)

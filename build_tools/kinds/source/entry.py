"""Sources, in the field names of CSL, the citation standard that Zotero and Pandoc read."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, TypeAlias
from urllib.parse import urlsplit

from pydantic import Field

from build_tools.content.fields import LinksTo, Model, Text, shaped
from build_tools.entry import Entry

NAMED = 3


class Name(Model):
    """A person by family and given name, or a body by its `literal` name."""

    family: Text | None = None
    given: Text | None = None
    literal: Text | None = None


class Source(Entry):
    """One source and how much of it was read. `issued` is a year; the identifiers are bare."""

    kind: ClassVar[str] = "source"
    titles_may_repeat: ClassVar[bool] = True
    title: Text
    type: Literal[
        "article-journal",
        "article-newspaper",
        "book",
        "chapter",
        "webpage",
        "report",
        "thesis",
        "legislation",
        "paper-conference",
    ]
    author: tuple[Name, ...] = ()
    issued: Annotated[Text, shaped(r"\d{4}", "2019")] | None = None
    container_title: Text | None = Field(default=None, alias="container-title")
    publisher: Text | None = None
    volume: Text | None = None
    issue: Text | None = None
    page: Text | None = None
    edition: Text | None = None
    note: Text | None = None
    doi: Annotated[Text, shaped(r"10\.\d{4,9}/\S+", "10.1000/abc123")] | None = Field(
        default=None, alias="DOI"
    )
    pmid: Annotated[Text, shaped(r"\d+", "26108915")] | None = Field(default=None, alias="PMID")
    pmcid: Annotated[Text, shaped(r"PMC\d+", "PMC4594250")] | None = Field(
        default=None, alias="PMCID"
    )
    isbn: Text | None = Field(default=None, alias="ISBN")
    url: Annotated[Text, shaped(r"https?://\S+", "https://example.org/page")] | None = Field(
        default=None, alias="URL"
    )
    read: Literal["full text", "abstract", "part", "page", "second hand", "from memory"]

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

    @property
    def byline(self) -> str:
        """Who wrote it, at most three by name."""
        names = [
            name.literal or " ".join(filter(None, [name.family, name.given]))
            for name in self.author[:NAMED]
        ]
        return ", ".join(names).rstrip("" if self.more_authors else ".")

    @property
    def more_authors(self) -> bool:
        """Whether there are more authors than the byline names."""
        return len(self.author) > NAMED

    @property
    def in_journal(self) -> str:
        """Year, volume, issue and pages, as a bibliography writes them: 2019;12(3):45-67."""
        if not self.issued:
            return ""
        issue = f"({self.issue})" if self.issue else ""
        pages = f":{self.page}" if self.page else ""
        return self.issued + (f";{self.volume}{issue}{pages}" if self.volume else pages)


SourceKeys: TypeAlias = tuple[Annotated[str, LinksTo(Source)], ...]

"""The finished pages of a flow -> its graph again, read by following links from its first page alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import PurePosixPath

from bs4 import Tag

from build_tools.kinds.flow.entry import Flow
from build_tools.kinds.flow.graph import Edge, Graph
from build_tools.kinds.flow.proofs import Promises, broken
from build_tools.model import Catalog
from build_tools.problems import Location, Problem
from build_tools.site import HtmlPage, Site

Step = tuple[str, str, str]


class _Reader:
    """Follows a flow's links page by page; notes what it meets and what is wrong with it."""

    def __init__(self, site: Site, slug: str, catalog: Catalog) -> None:
        self.site, self.slug, self.catalog = site, slug, catalog
        self.problems: list[Problem] = []
        self.edges: list[Edge] = []
        self.outcomes: dict[str, str] = {}
        self.affirms: dict[str, frozenset[str]] = {}
        self._levels = {level.title: level.slug for level in catalog.of_kind("level")}

    def graph(self) -> Graph:
        """All that can be reached from the flow's own page."""
        first = self.site.pages.get(PurePosixPath(self.slug, "index.html"))
        link = first.article.select_one("a[data-start]") if first else None
        start = self._node(first, link) if first and link else ""
        if not start:
            self._problem(first, "must hold a link to the first question", "no-start")
        waiting, seen = [start] if start else [], {start}
        while waiting:
            name = waiting.pop()
            for edge in self._visit(name):
                self.edges.append(edge)
                if edge.target not in seen:
                    seen.add(edge.target)
                    waiting.append(edge.target)
        questions = tuple(dict.fromkeys(edge.source for edge in self.edges))
        return Graph(start, questions, self.outcomes, tuple(self.edges), self.affirms)

    def _visit(self, name: str) -> list[Edge]:
        page = self.site.pages.get(PurePosixPath(self.slug, name, "index.html"))
        if page is None:
            return []
        links = page.article.select("a[data-answer]")
        if not links:
            level = page.article.select_one(".level")
            words = level.get_text(strip=True) if level else ""
            if words not in self._levels:
                self._problem(
                    page, f"must begin with the word of its level, found {words!r}", "no-level"
                )
            self.outcomes[name] = self._levels.get(words, "")
        found = {str(tag["data-statement"]) for tag in page.article.select("[data-statement]")}
        self.affirms[name] = frozenset(
            slug for slug in found if self._says(page, "normal-sign", slug)
        )
        return [edge for link in links if (edge := self._edge(page, name, link))]

    def _edge(self, page: HtmlPage, name: str, link: Tag) -> Edge | None:
        target, answer, sign = (
            self._node(page, link),
            str(link["data-answer"]),
            str(link.get("data-sign") or ""),
        )
        if not target or answer not in {"yes", "unsure", "no"}:
            self._problem(
                page,
                f"answer {answer!r} must lead to a page of the flow, found {link.get('href')!r}",
                "broken-answer",
                link,
            )
            return None
        for kind in ("red-flag", "prompt"):
            if (kind, sign) in self.catalog.entries:
                words = self.catalog.find(kind, sign).criterion
                if " ".join(words.split()) not in " ".join(link.get_text(" ").split()):
                    self._problem(
                        page,
                        f"the link for {sign!r} must hold its question, word for word",
                        "wrong-sign",
                        link,
                    )
                if not str(link["href"]).endswith(f"#{sign}"):
                    self._problem(
                        page,
                        f"the link for {sign!r} must lead to its own place, found {link['href']!r}",
                        "wrong-place",
                        link,
                    )
        return Edge(name, target, answer, sign)  # type: ignore[arg-type]  # it was looked at above

    def _says(self, page: HtmlPage, kind: str, slug: str) -> bool:
        words = (
            self.catalog.find(kind, slug).statement
            if (kind, slug) in self.catalog.entries
            else None
        )
        return bool(words) and " ".join(str(words).split()) in " ".join(
            page.article.get_text(" ").split()
        )

    def _node(self, page: HtmlPage, link: Tag) -> str:
        path, _ = self.site.target(page, str(link.get("href") or ""))
        inside = (
            path is not None
            and path in self.site.pages
            and path.parent.parent == PurePosixPath(self.slug)
        )
        return path.parent.name if inside and path else ""

    def _problem(
        self, page: HtmlPage | None, message: str, rule: str, tag: Tag | None = None
    ) -> None:
        path = page.path if page else PurePosixPath(self.slug, "index.html")
        line = (tag.sourceline if tag is not None else None) or 1
        self.problems.append(Problem(Location(self.site.told / path, line), message, rule))


def walk(site: Site, slug: str, catalog: Catalog) -> tuple[Graph, list[Problem]]:
    """The graph that a reader of the finished pages meets, and what stops them on the way."""
    reader = _Reader(site, slug, catalog)
    return reader.graph(), reader.problems


def differences(site: Site, walked: Graph, flow: Flow) -> Iterator[Problem]:
    """Pages, list, drawing and JSON hold the same nodes and the same edges as the flow."""
    page = site.pages.get(PurePosixPath(flow.slug, "map", "index.html"))
    wanted, steps = set(flow.graph.edges), set(flow.graph.steps)
    at = site.told / flow.slug
    yield from _compared(at / "index.html", "the pages hold", set(walked.edges), wanted)
    yield from _compared(at / "map/index.html", "the list holds", set(_listed(page)), wanted)
    yield from _compared(at / "map/index.html", "the drawing holds", set(_drawn(page)), steps)
    data = site.folder / "data" / f"{flow.slug}.json"
    held = json.loads(data.read_text("utf-8"))["edges"] if data.is_file() else []
    yield from _compared(
        site.told / f"data/{flow.slug}.json",
        "the data hold",
        {Edge(**edge) for edge in held},
        wanted,
    )


def kept_on_pages(site: Site, walked: Graph, flow: Flow, promises: Promises) -> Iterator[Problem]:
    """The promises, held against what was walked."""
    for node, message, rule in broken(walked, promises):
        yield Problem(Location(site.told / flow.slug / node / "index.html"), message, rule)


def _compared(
    path: PurePosixPath,
    what: str,
    found: AbstractSet[tuple[str, ...]],
    wanted: AbstractSet[tuple[str, ...]],
) -> Iterator[Problem]:
    for edge in sorted(wanted - found):
        yield Problem(
            Location(path),
            f"{what} no {' → '.join(filter(None, edge))!r}, which the flow has",
            "flow-differs",
        )
    for edge in sorted(found - wanted):
        yield Problem(
            Location(path),
            f"{what} {' → '.join(filter(None, edge))!r}, which the flow has not",
            "flow-differs",
        )


def _listed(page: HtmlPage | None) -> Iterable[Edge]:
    for item in page.article.select("[data-question]") if page else ():
        for link in item.select("a[data-answer]"):
            yield Edge(
                str(item["data-question"]),
                str(link["data-target"]),
                str(link["data-answer"]),
                str(link.get("data-sign") or ""),
            )  # type: ignore[arg-type]


def _drawn(page: HtmlPage | None) -> Iterable[Step]:
    for arrow in page.article.select("svg [data-from]") if page else ():
        for answer in str(arrow["data-answers"]).split():
            yield (str(arrow["data-from"]), str(arrow["data-to"]), answer)

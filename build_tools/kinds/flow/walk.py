"""The finished pages of a flow -> its graph again, by following links from its first page alone."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple, get_args

from bs4 import Tag

from build_tools.kinds.flow.graph import Answer, Edge, Graph
from build_tools.kinds.level.entry import Level
from build_tools.kinds.normal.entry import NormalSign
from build_tools.kinds.red_flag.entry import Sign
from build_tools.model import Catalog
from build_tools.problems import Location
from build_tools.site.read import HtmlPage, Site, squeezed

ANSWERS: dict[str, Answer] = {answer: answer for answer in get_args(Answer)}


class Obstacle(NamedTuple):
    """What a reader of the pages runs into: the rule it breaks, where, and the message."""

    rule: str
    where: Location
    message: str


class Walked(NamedTuple):
    """The graph that a reader of the finished pages meets, and the obstacles on the way."""

    graph: Graph
    obstacles: tuple[Obstacle, ...]


@lru_cache(maxsize=8)
def walk(site: Site, slug: str, catalog: Catalog) -> Walked:
    """Follow every link of a flow from its own page on; the same site is walked once."""
    reader = _Reader(site, slug, catalog)
    graph = reader.graph()
    return Walked(graph, tuple(reader.obstacles))


class _Reader:
    """Follows a flow's links page by page; notes what it meets and what stops it."""

    def __init__(self, site: Site, slug: str, catalog: Catalog) -> None:
        self.site, self.slug, self.catalog = site, slug, catalog
        self.obstacles: list[Obstacle] = []
        self.edges: list[Edge] = []
        self.outcomes: dict[str, str] = {}
        self.affirms: dict[str, frozenset[str]] = {}
        self._levels = {level.title: level.slug for level in catalog.all(Level)}

    def graph(self) -> Graph:
        """All that can be reached from the flow's own page."""
        first = self.site.pages.get(PurePosixPath(self.slug, "index.html"))
        link = first.article.select_one("a[data-start]") if first else None
        start = self._node(first, link) if first and link else ""
        if not start:
            self._stop("no-start", first, "must hold a link to the first question")
        waiting, seen = [start] if start else [], {start}
        while waiting:
            for edge in self._visit(waiting.pop()):
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
            self.outcomes[name] = self._level(page)
        found = {str(tag["data-statement"]) for tag in page.article.select("[data-statement]")}
        self.affirms[name] = frozenset(slug for slug in found if self._states(page, slug))
        return [edge for link in links if (edge := self._edge(page, name, link))]

    def _level(self, page: HtmlPage) -> str:
        level = page.article.select_one(".level")
        words = level.get_text(strip=True) if level else ""
        if words not in self._levels:
            self._stop("no-level", page, f"must begin with the word of its level, found {words!r}")
        return self._levels.get(words, "")

    def _edge(self, page: HtmlPage, name: str, link: Tag) -> Edge | None:
        target, sign = self._node(page, link), str(link.get("data-sign") or "")
        answer = ANSWERS.get(str(link["data-answer"]))
        if not target or not answer:
            message = (
                f"answer {link['data-answer']!r} must lead to a page of the flow, "
                f"found {link.get('href')!r}"
            )
            self._stop("broken-answer", page, message, link)
            return None
        if entry := self.catalog.find(Sign, sign):
            around = link.find_parent(id=sign)
            if not around or squeezed(entry.criterion) not in squeezed(around.get_text(" ")):
                message = f"the link for {sign!r} must stand below its question, word for word"
                self._stop("wrong-sign", page, message, link)
            place = sign if answer == "yes" else f"{sign}-unsure"
            if not str(link["href"]).endswith(f"#{place}"):
                message = f"the link for {sign!r} must lead to its own place"
                self._stop("wrong-place", page, f"{message}, found {link['href']!r}", link)
        return Edge(name, target, answer, sign)

    def _states(self, page: HtmlPage, slug: str) -> bool:
        entry = self.catalog.find(NormalSign, slug)
        words = squeezed(page.article.get_text(" "))
        return entry is not None and squeezed(entry.statement) in words

    def _node(self, page: HtmlPage, link: Tag) -> str:
        path, _ = self.site.target(page, str(link.get("href") or ""))
        if path is None or path not in self.site.pages:
            return ""
        return path.parent.name if path.parent.parent == PurePosixPath(self.slug) else ""

    def _stop(self, rule: str, page: HtmlPage | None, message: str, tag: Tag | None = None) -> None:
        first = Location(self.site.display_path / self.slug / "index.html", 0)
        self.obstacles.append(Obstacle(rule, page.at(tag) if page else first, message))

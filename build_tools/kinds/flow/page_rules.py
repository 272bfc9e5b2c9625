"""Rules of a flow's finished pages: they keep its promises, and hold it whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import PurePosixPath

from build_tools.kinds.flow.entry import Flow
from build_tools.kinds.flow.graph import Answer, Edge
from build_tools.kinds.flow.proofs import PROOFS
from build_tools.kinds.flow.rules import promises_of
from build_tools.kinds.flow.walk import ANSWERS, walk
from build_tools.model import Catalog
from build_tools.problems import Location
from build_tools.rule import Found, Rule, Scope, Tally, rule
from build_tools.site.read import HtmlPage, Site

Step = tuple[str, str, Answer]


def _obstacle(name: str, demands: str) -> Rule:
    """The rule that a reader who follows every link runs into no such obstacle."""

    def finds(site: Site, catalog: Catalog) -> Iterator[Found]:
        for flow in catalog.all(Flow):
            for obstacle in walk(site, flow.slug, catalog).obstacles:
                if obstacle.rule == name:
                    yield obstacle.where, obstacle.message

    return Rule(name, Scope.SITE, demands, finds)


def _promise_on_pages(name: str) -> Rule:
    """The rule that a promise of the flow is kept by its finished pages too."""
    proof = PROOFS[name]

    def finds(site: Site, catalog: Catalog) -> Iterator[Found]:
        for flow in catalog.all(Flow):
            walked = walk(site, flow.slug, catalog)
            if not walked.obstacles:
                for node, message in proof(walked.graph, promises_of(catalog, flow)):
                    where = site.display_path / flow.slug / node / "index.html"
                    yield Location(where, 0), message

    return Rule(name, Scope.SITE, " ".join((proof.__doc__ or "").split()), finds)


@rule("paths", Scope.SITE)
def every_path_is_walked_on_pages(site: Site, catalog: Catalog) -> Iterator[Tally]:
    """Every path of every flow is walked again, from page to page."""
    for flow in catalog.all(Flow):
        graph = walk(site, flow.slug, catalog).graph
        yield Tally(graph.number_of_paths, f"paths of {flow.slug} walked")


@rule("flow-differs", Scope.SITE)
def pages_hold_the_flow(site: Site, catalog: Catalog) -> Iterator[Found]:
    """Pages, list, drawing and JSON hold the same nodes and the same edges as the flow."""
    for flow in catalog.all(Flow):
        walked = walk(site, flow.slug, catalog)
        if not walked.obstacles:
            yield from _differences(site, set(walked.graph.edges), flow)


def _differences(site: Site, walked: AbstractSet[Edge], flow: Flow) -> Iterator[Found]:
    page = site.pages.get(PurePosixPath(flow.slug, "map", "index.html"))
    wanted, steps = set(flow.graph.edges), set(flow.graph.steps)
    at = site.display_path / flow.slug
    data = PurePosixPath("data", f"{flow.slug}.json")
    yield from _compared(at / "index.html", "the pages hold", walked, wanted)
    yield from _compared(at / "map/index.html", "the list holds", set(_listed(page)), wanted)
    yield from _compared(at / "map/index.html", "the drawing holds", set(_drawn(page)), steps)
    yield from _compared(site.display_path / data, "the data hold", set(_held(site, data)), wanted)


def _compared(
    path: PurePosixPath,
    what: str,
    found: AbstractSet[tuple[str, ...]],
    wanted: AbstractSet[tuple[str, ...]],
) -> Iterator[Found]:
    for edge in sorted(wanted - found):
        yield Location(path, 0), f"{what} no {_in_words(edge)!r}, which the flow has"
    for edge in sorted(found - wanted):
        yield Location(path, 0), f"{what} {_in_words(edge)!r}, which the flow has not"


def _in_words(edge: tuple[str, ...]) -> str:
    return " → ".join(filter(None, edge))


def _held(site: Site, data: PurePosixPath) -> Iterable[Edge]:
    file = site.folder / data
    held = json.loads(file.read_text("utf-8"))["edges"] if file.is_file() else []
    return (Edge(**edge) for edge in held)


def _listed(page: HtmlPage | None) -> Iterable[Edge]:
    for item in page.article.select("[data-question]") if page else ():
        for link in item.select("a[data-answer]"):
            for answer in str(link["data-answer"]).split():
                yield Edge(
                    str(item["data-question"]),
                    str(link["data-target"]),
                    ANSWERS[answer],
                    str(link.get("data-sign") or ""),
                )


def _drawn(page: HtmlPage | None) -> Iterable[Step]:
    for arrow in page.article.select("svg [data-from]") if page else ():
        for answer in str(arrow["data-answers"]).split():
            yield str(arrow["data-from"]), str(arrow["data-to"]), ANSWERS[answer]


PAGE_RULES = (
    _obstacle("no-start", "The first page of a flow leads to its first question."),
    _obstacle("no-level", "The page of an outcome begins with the word of its level."),
    _obstacle("broken-answer", "Every answer on a page leads to a page of the flow."),
    _obstacle("wrong-sign", "The link for a sign holds its question, word for word."),
    _obstacle("wrong-place", "The link for a sign leads to its own place on the outcome's page."),
    *map(_promise_on_pages, PROOFS),
    pages_hold_the_flow,
    every_path_is_walked_on_pages,
)

"""A flow as data for other programs, with the JSON Schema that says its shape."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from build_tools.kinds.flow.entry import Flow
from build_tools.kinds.flow.graph import Answer
from build_tools.kinds.level.entry import Level
from build_tools.made import File
from build_tools.model import Catalog

SCHEMA = PurePosixPath("schema", "flow.json")


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class NodeData(_Data):
    """A question or an outcome; `url` is relative to the site's root."""

    id: str
    kind: Literal["question", "outcome"]
    title: str
    url: str
    level: str | None = Field(
        default=None, description="How urgent an outcome is; null for a question."
    )


class EdgeData(_Data):
    """An answer, and where it leads. `sign` names what it says yes to, if anything by itself."""

    source: str
    target: str
    answer: Answer
    sign: str = ""


class FlowData(_Data):
    """A whole flow: its start, its levels from mildest to most urgent, its nodes and its edges."""

    title: str
    reviewed: str
    start: str
    levels: tuple[str, ...]
    nodes: tuple[NodeData, ...]
    edges: tuple[EdgeData, ...]


def _data_of(flow: Flow, catalog: Catalog) -> FlowData:
    """The flow with its wording resolved."""
    questions = [
        NodeData(id=node.id, kind="question", title=node.ask, url=f"{flow.slug}/{node.id}/")
        for node in flow.questions
    ]
    outcomes = [
        NodeData(
            id=node.id,
            kind="outcome",
            title=node.title,
            url=f"{flow.slug}/{node.id}/",
            level=node.level,
        )
        for node in flow.outcomes
    ]
    return FlowData(
        title=flow.title,
        reviewed=str(flow.reviewed),
        start=flow.start,
        levels=tuple(level.slug for level in catalog.all(Level)),
        nodes=(*questions, *outcomes),
        edges=tuple(EdgeData(**edge._asdict()) for edge in flow.graph.edges),
    )


def data_files(catalog: Catalog) -> Iterator[File]:
    """`data/<flow>.json` for every flow, and the schema they keep."""
    flows = catalog.all(Flow)
    for flow in flows:
        yield File(
            PurePosixPath("data", f"{flow.slug}.json"),
            _json(_data_of(flow, catalog).model_dump(mode="json")),
        )
    if flows:
        yield File(
            SCHEMA,
            _json(
                {
                    "$schema": "https://json-schema.org/draft/2020-12/schema",
                    **FlowData.model_json_schema(),
                }
            ),
        )


def _json(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()

"""The whole guide as data for other programs, with the JSON Schema that says its shape."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal, Union

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, create_model

from build_tools.content.fields import marked
from build_tools.content.sourced import EndsInCitations
from build_tools.entry import Entry, EntryId
from build_tools.kinds.guide.entry import Guide
from build_tools.made import File, folder_of
from build_tools.model import Catalog

DATA = PurePosixPath("data", "guide.json")
SCHEMA = PurePosixPath("schema", "guide.json")
DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Linked(_Data):
    """An entry that another one links to or cites, and where a reader finds it."""

    id: str = Field(description="Its kind and its name: `kind:name`.")
    url: str | None = Field(description="Its address from the site's root on; null, if none.")


class Record(_Data):
    """An entry: what it is called, where a reader finds it, what it links to, all its fields."""

    id: str = Field(description="Its kind and its name: `kind:name`.")
    kind: str
    url: str | None = Field(description="Its address from the site's root on; null, if none.")
    links: tuple[Linked, ...]


def data_files(catalog: Catalog) -> Iterator[File]:
    """The data, an entry a line, and its schema."""
    for guide in catalog.all(Guide):
        about = {
            "title": guide.title,
            "version": guide.version,
            "site": catalog.address,
            "json_schema": str(SCHEMA),
        }
        lines = ",\n".join(_json(_record(catalog, entry)) for entry in catalog.all(Entry))
        head = _json(about).removesuffix("}")
        yield File(DATA, f'{head},"entries":[\n{lines}\n]}}\n'.encode())
        schema = {"$schema": DIALECT, **shape(tuple(catalog.kinds.values())).json_schema()}
        yield File(SCHEMA, f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n".encode())


@cache
def shape(kinds: tuple[Any, ...]) -> TypeAdapter[Any]:
    """The shape of the data of a guide that has these kinds."""
    literal: Any = Literal  # to a checker no type can be made while a program runs
    union: Any = Union
    many: Any = tuple
    records = [_record_of(kind.name, literal[kind.name], kind.model) for kind in kinds]
    any_record: Any = Annotated[union[tuple(records)], Field(discriminator="kind")]
    model = create_model(
        "Guide as data",
        __base__=_Data,
        __doc__="A whole guide: every entry with its fields, its address and what it links to.",
        title=(str, ...),
        version=(str, ...),
        site=(str, Field(description="The address of the site's root; empty, if not known.")),
        json_schema=(str, Field(description="The address of this schema from the site's root on.")),
        entries=(many[any_record, ...], ...),
    )
    return TypeAdapter(model)


def _record_of(name: str, kind: Any, fields: type[BaseModel]) -> type[Record]:
    return create_model(f"{name} entry", __base__=Record, kind=(kind, ...), fields=(fields, ...))


def _record(catalog: Catalog, entry: Entry) -> dict[str, Any]:
    return {
        **_linked(catalog, entry.id),
        "kind": entry.kind,
        "links": [_linked(catalog, other) for other in catalog.links.get(entry.id, ())],
        "fields": _fields(entry),
    }


def _fields(entry: Entry) -> dict[str, Any]:
    """All its fields; a line that ends in citations has them, as its author wrote it."""
    fields = entry.model_dump(mode="json", by_alias=True)
    for loc, line, _ in marked(entry, EndsInCitations):
        place: Any = fields
        for part in loc[:-1]:
            place = place[part]
        place[loc[-1]] = line.written
    return fields


def _linked(catalog: Catalog, name: EntryId) -> dict[str, Any]:
    entry = catalog.entries[name]
    page, anchor = catalog.page_of(entry), catalog.anchor_of(entry)
    if page is None:
        return {"id": f"{name.kind}:{name.slug}", "url": None}
    place = f"#{anchor}" if anchor else ""
    return {"id": f"{name.kind}:{name.slug}", "url": f"{folder_of(page)}{place}"}


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

"""Recipes -> PDF outputs, by Typst; what was made before from the same things is not made again."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import segno
import typst

from build_tools.model import Output, Recipe
from build_tools.problems import Problem

ROOT = Path(__file__).parent
FONTS = ROOT / "fonts"
STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_UNKNOWN_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
NEVER = datetime(2000, 1, 1, tzinfo=UTC)


class Typeset(NamedTuple):
    """The PDFs, how many of them were made just now, and what is wrong with the others."""

    outputs: list[Output]
    made: int
    problems: list[Problem]


def typeset(recipes: Iterable[Recipe], cache: Path, site_url: str) -> Typeset:
    """Make each PDF, or take it from the cache if neither its data nor its template has changed.

    With a `site_url` each sheet carries the address of its page, in letters and as a QR code.
    """
    cache.mkdir(parents=True, exist_ok=True)
    ground = _ground()
    result = Typeset([], 0, [])
    made, kept = 0, set()
    for recipe in recipes:
        data = json.dumps(
            {**recipe.data, **_address(recipe, site_url)}, sort_keys=True, ensure_ascii=False
        )
        key = hashlib.sha256(
            b"\0".join([ground, recipe.source.read_bytes(), data.encode()])
        ).hexdigest()
        file = cache / f"{key}.pdf"
        kept.add(file)
        if not file.is_file():
            pdf, problem = _compiled(recipe, data)
            if problem:
                result.problems.append(problem)
                continue
            file.write_bytes(pdf)
            made += 1
        result.outputs.append(Output(recipe.path, file.read_bytes()))
    for old in set(cache.glob("*.pdf")) - kept:
        old.unlink()
    return result._replace(made=made)


def _compiled(recipe: Recipe, data: str) -> tuple[bytes, Problem | None]:
    try:
        compiler = typst.Compiler(
            recipe.source,
            root=ROOT,
            font_paths=[FONTS],
            ignore_system_fonts=True,
            sys_inputs={"data": data},
        )
        pdf, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=STANDARDS, timestamp=NEVER
        )
        pages = compiler.compile(format="svg")
    except typst.TypstError as error:
        if strange := _UNKNOWN_GLYPH.search(error.message):
            text = next((text for text in _texts(recipe.data) if strange[1] in text), "")
            return b"", Problem(
                recipe.where,
                f"must not hold {strange[1]!r}, which the font of the sheets lacks, found in {text!r}",
                "unknown-glyph",
            )
        hints = "".join(f"; {hint}" for hint in error.hints[:1])
        return b"", Problem(
            recipe.where,
            f"cannot be set as {recipe.path}: {error.message}{hints}",
            "cannot-typeset",
        )
    if warnings:
        return b"", Problem(
            recipe.where, f"cannot be set as {recipe.path}: {warnings[0].message}", "cannot-typeset"
        )
    sides = len(pages) if isinstance(pages, list) else 1
    if recipe.sides and sides > recipe.sides:
        return b"", Problem(
            recipe.where,
            f"must fit on {recipe.sides} {'side' if recipe.sides == 1 else 'sides'} as {recipe.path}, found {sides}; shorten its texts",
            "too-long",
        )
    return b"".join(pdf) if isinstance(pdf, list) else pdf or b"", None


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping | Sequence):
        for item in data.values() if isinstance(data, Mapping) else data:
            yield from _texts(item)


def _address(recipe: Recipe, site_url: str) -> dict[str, Any]:
    if not site_url:
        return {"address": "", "qr": ""}
    address = f"{site_url.rstrip('/')}/{recipe.page.parent}/"
    code = (
        segno.make_qr(address, error="m")
        .svg_inline(border=2, dark="#000", light="#fff", omitsize=True)
        .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    )
    return {"address": address, "qr": code}


def _ground() -> bytes:
    """All that every PDF rests on: the compiler, the fonts, the shared Typst page."""
    shared = [*sorted(FONTS.glob("*.ttf")), *sorted((ROOT / "templates").glob("*.typ"))]
    parts = [version("typst").encode(), *(path.read_bytes() for path in shared)]
    return hashlib.sha256(b"\0".join(parts)).digest()

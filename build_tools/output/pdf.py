"""PDFs to be made -> files, by Typst; what was made before from the same things is not remade."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import segno
import typst

from build_tools.entry import texts_in
from build_tools.made import File, Pdf
from build_tools.output.kept import Kept, hash_of
from build_tools.problems import Problem
from build_tools.project import FONTS
from build_tools.rule import reading_rule

ROOT = Path(__file__).parent
STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
NEVER = datetime(2000, 1, 1, tzinfo=UTC)
_UNKNOWN_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')

UNKNOWN_GLYPH = reading_rule("unknown-glyph", "A printed text uses letters that its font has.")
CANNOT_TYPESET = reading_rule("cannot-typeset", "A printed sheet can be typeset.")
TOO_MANY_SIDES = reading_rule("too-long", "A printed sheet fits on the sides that it may take.")
RULES = (UNKNOWN_GLYPH, CANNOT_TYPESET, TOO_MANY_SIDES)


class Typeset(NamedTuple):
    """The PDFs, how many of them were made just now, and what is wrong with the others."""

    files: list[File]
    made: int
    problems: list[Problem]


def typeset(pdfs: Iterable[Pdf], cache: Path, site_url: str) -> Typeset:
    """Make each PDF, or take it from the cache if neither its data nor its template has changed.

    With a `site_url` each sheet carries the address of its page, in letters and as a QR code.
    """
    kept, shared, made = Kept(cache, ".pdf"), _shared_fingerprint(), 0
    result = Typeset([], 0, [])
    for pdf in pdfs:
        data = json.dumps(
            {**pdf.data, **_address(pdf, site_url)}, sort_keys=True, ensure_ascii=False
        )
        parts = [shared, pdf.source.read_bytes(), data.encode()]
        name = hash_of(b"\0".join(parts))
        if not (content := kept.get(name)):
            content, problem = _compiled(pdf, data)
            if problem:
                result.problems.append(problem)
                continue
            kept.put(name, content)
            made += 1
        result.files.append(File(pdf.path, content))
    kept.forget_the_rest()
    return result._replace(made=made)


def _compiled(pdf: Pdf, data: str) -> tuple[bytes, Problem | None]:
    try:
        compiler = typst.Compiler(
            pdf.source,
            root=ROOT.parent,
            font_paths=[FONTS],
            ignore_system_fonts=True,
            sys_inputs={"data": data},
        )
        content, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=STANDARDS, timestamp=NEVER
        )
        pages = compiler.compile(format="svg")
    except typst.TypstError as error:
        return b"", _error(pdf, error)
    if warnings:
        message = f"cannot be set as {pdf.path}: {warnings[0].message}"
        return b"", CANNOT_TYPESET.problem(pdf.where, message)
    sides = len(pages) if isinstance(pages, list) else 1
    if pdf.sides and sides > pdf.sides:
        allowed = f"{pdf.sides} {'side' if pdf.sides == 1 else 'sides'}"
        message = f"must fit on {allowed} as {pdf.path}, found {sides}; shorten its texts"
        return b"", TOO_MANY_SIDES.problem(pdf.where, message)
    return b"".join(content) if isinstance(content, list) else content or b"", None


def _error(pdf: Pdf, error: typst.TypstError) -> Problem:
    if strange := _UNKNOWN_GLYPH.search(error.message):
        text = next((text for _, text in texts_in(pdf.data) if strange[1] in text), "")
        message = (
            f"must not hold {strange[1]!r}, which the font of the sheets lacks, found in {text!r}"
        )
        return UNKNOWN_GLYPH.problem(pdf.where, message)
    hints = "".join(f"; {hint}" for hint in error.hints[:1])
    message = f"cannot be set as {pdf.path}: {error.message}{hints}"
    return CANNOT_TYPESET.problem(pdf.where, message)


def _address(pdf: Pdf, site_url: str) -> dict[str, Any]:
    if not site_url:
        return {"address": "", "qr": ""}
    address = f"{site_url.rstrip('/')}/{pdf.page.parent}/"
    code = (
        segno.make_qr(address, error="m")
        .svg_inline(border=2, dark="#000", light="#fff", omitsize=True)
        .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    )
    return {"address": address, "qr": code}


def _shared_fingerprint() -> bytes:
    """A hash of all that every PDF rests on: the compiler, the fonts, the shared Typst page."""
    shared = [*sorted(FONTS.glob("*.ttf")), *sorted((ROOT / "templates").glob("*.typ"))]
    parts = [version("typst").encode(), *(path.read_bytes() for path in shared)]
    return hashlib.sha256(b"\0".join(parts)).digest()

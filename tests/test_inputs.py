"""Inputs written before the guarantees were, by somebody who had not seen the code.

Each is laid over the toy guide: either it is refused, with a line that names its file and says
what it must, or all of its words stand on a page. Nothing else may happen to it.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup
from conftest import ROOT, TOY
from reading import assert_none

from build_tools import pipeline
from build_tools.content.characters import composed
from build_tools.content.markup import html_of
from build_tools.made import Pdf
from build_tools.output.pages import render
from build_tools.problems import ContentError, printable
from build_tools.project import Project
from build_tools.rules import run

FOLDER = ROOT / "tests/inputs"
GUARANTEES = ("reader", "markdown", "addresses", "characters")
TODAY = date(2026, 2, 1)


def inputs_of(guarantee: str) -> list[dict[str, Any]]:
    text = (FOLDER / f"{guarantee}.yml").read_text("utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)


def laid_over(item: dict[str, Any], content: Path) -> None:
    """Lay one input over a copy of the toy guide."""
    for name, text in item.get("files", {}).items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
    for name, changes in item.get("edits", {}).items():
        path = content / name
        text = path.read_text("utf-8")
        for old, new in changes:
            assert text.count(old) == 1, f"{item['id']}: {old!r} is not in the toy once"
            text = text.replace(old, new)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
    for name, raw in item.get("bytes", {}).items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_bytes(bytes.fromhex(raw))
    for name, target in item.get("links", {}).items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).symlink_to(target)


def outcome(content: Path) -> tuple[list[str], str]:
    """The lines that refuse a guide; or all its words."""
    try:
        catalog = pipeline.read_content(Project.at(ROOT, content), today=TODAY).catalog
    except ContentError as error:
        return [str(problem) for problem in error.problems], ""
    pages = [file.content.decode("utf-8") for file in render(catalog) if is_page(file.path)]
    sheets = (json.dumps(dict(pdf.data), ensure_ascii=False) for pdf in catalog.made(Pdf))
    return [], squeezed("\n".join([*map(words_of, pages), *sheets]))


def is_page(path: Path) -> bool:
    return path.suffix in {".md", ".svg", ".json"}


@cache
def words_of(page: str) -> str:
    return BeautifulSoup(html_of(page), "lxml").get_text()


def squeezed(text: str) -> str:
    return re.sub(r"[ \t\n]+", " ", composed(text.replace("\u00ad", "")))


def wrong(item: dict[str, Any], content: Path) -> Iterator[str]:
    """What happens to an input that must not."""
    lines, words = outcome(content)
    files = {item.get("file"), *item.get("files", {}), *item.get("edits", {})}
    files |= {*item.get("bytes", {}), *item.get("links", {})}
    if lines and item["expect"] == "kept":
        yield f"{item['id']}: must be kept, found {lines[0]}"
    elif lines:
        told = [line for line in lines if any(name and printable(name) in line for name in files)]
        if not told:
            yield f"{item['id']}: no line names {sorted(filter(None, files))}, found {lines[0]}"
        elif not any(at_the_place(item, content, line) for line in told):
            yield f"{item['id']}: must be told where it was written, found {told[0]}"
    elif item["expect"] == "refused":
        yield f"{item['id']}: must be refused, and was kept"
    elif item["expect"] != "refused":
        for held in item.get("holds", ()):
            if squeezed(held) not in words:
                yield f"{item['id']}: must hold {held!r}"


def at_the_place(item: dict[str, Any], content: Path, told: str) -> bool:
    """Whether a line is told at one of those that the input wrote, or at the line it names."""
    number = int(re.search(r":(\d+):", told)[1])
    if not item.get("edits"):
        return "line" not in item or number == item["line"]
    for name in item["edits"]:
        toy, now = (folder / name for folder in (TOY, content))
        if printable(name) in told:
            lines = [path.read_bytes().splitlines() for path in (toy, now)]
            blocks = SequenceMatcher(None, *lines, autojunk=False).get_opcodes()
            return any(
                first < number <= max(last, first + 1)
                for tag, _, _, first, last in blocks
                if tag != "equal"
            )
    return True


@pytest.mark.build
@pytest.mark.parametrize("guarantee", GUARANTEES)
def test_either_the_same_words_come_out_or_a_line_is_given(guarantee, tmp_path, monkeypatch):
    monkeypatch.setattr(run, "READING_RULES", ())  # whether they read well is another matter
    found = []
    for item in inputs_of(guarantee):
        content = tmp_path / item["id"]
        shutil.copytree(TOY, content)
        laid_over(item, content)
        found += wrong(item, content)
        shutil.rmtree(content)
    assert_none(found)

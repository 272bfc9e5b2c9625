"""The real sheets: the same lines on the page and in every PDF, and everything in its size."""

import re
from functools import cache
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from conftest import guide, of_kind
from pypdf import PdfReader

from build_tools.kinds.checklist.entry import Checklist
from build_tools.kinds.checklist.makes import _data_of as checklist_data
from build_tools.kinds.guide.entry import Guide
from build_tools.kinds.level.entry import Level
from build_tools.kinds.plan.entry import Plan
from build_tools.kinds.plan.makes import _data_of as plan_data
from build_tools.kinds.sheet import in_danger

CATALOG = guide()
SHEETS = {
    "checklist/checklist-a4.pdf": (1, (595, 842), 9),
    "checklist/checklist-letter.pdf": (1, (612, 792), 9),
    "checklist/checklist-large-print.pdf": (None, (595, 842), 16),
    "checklist/diary/diary-a4.pdf": (1, (595, 842), 9),
    "checklist/diary/diary-letter.pdf": (1, (612, 792), 9),
    "exercises/plan/plan-a4.pdf": (2, (595, 842), 9),
    "exercises/plan/plan-letter.pdf": (2, (612, 792), 9),
}


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def reader(site, name):
    return PdfReader(BytesIO((site / name).read_bytes()))


@cache
def text_of(site, name):
    return squeezed("".join(page.extract_text() for page in reader(site, name).pages))


NOT_PRINTED = {"level", "shape", "border", "column", "lang", "region", "paper", "words", "qr_words"}


def words_in(value):
    """Every text in a sheet's data, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in NOT_PRINTED:
                yield from words_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words_in(inner)


def lines_of(name):
    if "plan" in name:
        return set(words_in(plan_data(CATALOG.get(Plan, "plan"), CATALOG)))
    return set(
        words_in(
            checklist_data(
                CATALOG.get(Checklist, "diary" if "diary" in name else "checklist"), CATALOG
            )
        )
    )


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_has_its_sides_and_its_paper(real_site, name):
    sides, size, _ = SHEETS[name]
    pages = reader(real_site, name).pages
    assert sides is None or len(pages) == sides
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {size}


@pytest.mark.parametrize("name", SHEETS)
def test_no_text_is_smaller_than_it_may_be(real_site, name):
    sizes = []

    def seen(text, matrix, text_matrix, _font, size):
        if text.strip():
            sizes.append(size * abs(text_matrix[3] * matrix[3]))

    for page in reader(real_site, name).pages:
        page.extract_text(visitor_text=seen)
    assert len(sizes) > 20
    assert min(sizes) >= SHEETS[name][2] - 0.01


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_holds_every_line_of_its_data(real_site, name):
    text = text_of(real_site, name)
    assert [line for line in lines_of(name) if squeezed(line) not in text] == []


@pytest.mark.parametrize("page", ["checklist/", "checklist/diary/", "exercises/plan/"])
def test_the_page_holds_every_line_of_the_sheet(real_site, page):
    article = BeautifulSoup((real_site / page / "index.html").read_bytes(), "lxml").select_one(
        "article"
    )
    text = squeezed(article.get_text())
    (the_guide,) = CATALOG.all(Guide)
    only_on_paper = {f"Version {the_guide.version}.", the_guide.title, in_danger(CATALOG)}
    assert [line for line in lines_of(page) - only_on_paper if squeezed(line) not in text] == []


@pytest.mark.parametrize("name", [name for name in SHEETS if "checklist-" in name])
def test_every_danger_sign_is_on_the_checklist_in_its_own_words(real_site, name):
    text = text_of(real_site, name)
    for kind in ("red-flag", "prompt", "normal-sign"):
        assert [
            entry.slug for entry in of_kind(CATALOG, kind) if squeezed(entry.short) not in text
        ] == []
    assert all(number.number in text for number in CATALOG.all(Guide)[0].numbers)


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_says_its_version_its_reviews_and_its_address(real_site, name):
    text = text_of(real_site, name)
    assert "Version1.0." in text
    assert "Noclinicianhasreviewed" in text
    assert "https://example.org/guide/" in text


def test_blocks_are_short_and_worst_first():
    checklist = CATALOG.get(Checklist, "checklist")
    levels = [level.slug for level in CATALOG.all(Level)]
    ranks = [levels.index(block.level) for block in checklist.blocks if block.level]
    assert ranks == sorted(ranks, reverse=True)
    assert (
        max(
            len(block.red_flags) + len(block.prompts) + len(block.statements) + len(block.questions)
            for block in checklist.blocks
        )
        < 10
    )

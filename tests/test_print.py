"""The pages through a real browser's print: sides, lines, boxes, and no controls on paper."""

import re
import unicodedata

import pypdfium2
import pytest
from conftest import guide

from build_tools.kinds.checklist.entry import Checklist
from build_tools.kinds.checklist.makes import lines_of
from build_tools.kinds.red_flag.entry import RedFlag

pytestmark = pytest.mark.browser

CATALOG = guide()
NARROW = dict.fromkeys(("top", "bottom", "left", "right"), "15mm")
SIDES = {"checklist/": 1, "checklist/diary/": 1, "exercises/plan/": 2}
PAPERS = ["A4", "Letter"]
EVERY = 9  # of the pages in their order: a few of each section


LEAST_INK = 0.7
"""What a side must hold, in per cent of its surface: four lines of the smallest type."""


def inks_of(file):
    """How much of each side of a PDF is printed on, in per cent of its surface."""
    with pypdfium2.PdfDocument(file) as document:
        sides = [side.render(scale=1).to_pil().convert("L").histogram() for side in document]
    return [round(100 * sum(tones[:200]) / sum(tones), 2) for tones in sides]


def squeezed(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def sides(file):
    """The text of each side of a PDF."""
    with pypdfium2.PdfDocument(file) as document:
        return [squeezed(side.get_textpage().get_text_range()) for side in document]


@pytest.fixture
def printed(browser, served):
    """The text of each side of a page on a paper, as a browser prints it."""
    context = browser.new_context(color_scheme="dark")

    def made(path, paper, **options):
        page = context.new_page()
        page.goto(served + path, wait_until="load")
        page.evaluate("document.fonts.ready")
        file = page.pdf(format=paper, **(options or {"prefer_css_page_size": True}))
        page.close()
        return sides(file)

    yield made
    context.close()


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("path", SIDES)
def test_a_sheet_takes_as_many_sides_as_its_pdf(printed, path, paper):
    assert len(printed(path, paper)) == SIDES[path]


@pytest.mark.parametrize("paper", PAPERS)
def test_the_checklist_fits_one_side_with_wide_margins_too(printed, paper):
    assert len(printed("checklist/", paper, margin=NARROW)) == 1


@pytest.mark.parametrize("paper", PAPERS)
def test_the_printed_checklist_holds_every_line(printed, paper):
    text = "".join(printed("checklist/", paper))
    checklist = CATALOG.get(Checklist, "checklist")
    lines = [
        line
        for block in checklist.blocks
        for line in (
            block.heading,
            *lines_of(block, CATALOG),
            *(note.label for note in block.notes),
        )
    ]
    assert len(lines) > 50
    assert [line for line in lines if squeezed(line) not in text] == []


@pytest.mark.parametrize(
    "path",
    [
        "",
        "causes/medicines/",
        "red-flags/",
        "self-check/map/",
        "self-check/emergency/",
        "checklist/",
        "exercises/plan/",
    ],
)
def test_no_navigation_and_no_control_is_printed(printed, path):
    text = "".join(printed(path, "A4"))
    assert text
    for word in ("Menu", "Skiptocontent", "Cleartheboxes", "Clearthesheet", "PDF,A4", "Startagain"):
        assert word not in text


def test_levels_are_printed_as_words(printed):
    text = "".join(printed("causes/brisk-stretch-reflex/", "A4"))
    assert [
        word for word in ("Emergency,now", "Urgent,today", "Seeadoctor") if word not in text
    ] == []


def test_nothing_that_is_collapsed_on_screen_is_missing_on_paper(printed):
    text = "".join(printed("red-flags/", "A4"))
    missing = [
        line for flag in CATALOG.all(RedFlag) for line in flag.words if squeezed(line) not in text
    ]
    assert missing == []


@pytest.mark.parametrize("paper", PAPERS)
def test_the_drawing_of_the_map_is_on_one_side(browser, served, paper):
    page = browser.new_page()
    page.goto(served + "self-check/map/")
    printed = sides(page.pdf(format=paper, margin=NARROW))
    page.close()
    assert any("1.Brain,spineandnerves" in side and "Lastquestion" in side for side in printed)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_danger_signs_take_at_most_eight_sides(printed, paper):
    assert len(printed("red-flags/", paper)) <= 8


@pytest.mark.parametrize("paper", PAPERS)
def test_no_side_holds_less_than_a_few_lines(browser, served, real_pages, paper):
    own = [path.parent for path in sorted(real_pages.pages) if path.name == "index.html"]
    paths = [path for path in own if path.name != "sources"][PAPERS.index(paper) :: EVERY]
    page = browser.new_page()
    bare = []
    for path in paths:
        page.goto(f"{served}{path}/", wait_until="load")
        inks = inks_of(page.pdf(format=paper, prefer_css_page_size=True))
        bare += [f"{path} {paper} {inks}"] if min(inks) < LEAST_INK else []
    page.close()
    assert paths
    assert bare == []


def test_a_side_with_two_lines_is_found(browser):
    page = browser.new_page()
    page.set_content(f"<p style='font-size: 8.5pt'>{'a line of words ' * 7}</p>" * 2)
    assert inks_of(page.pdf(format="A4"))[0] < LEAST_INK
    page.close()


@pytest.mark.parametrize("slug", ["new-medicine", "drug-toxicity", "stroke-signs"])
def test_a_danger_sign_by_itself_stands_on_two_sides_before_its_sources(printed, slug):
    made = printed(f"red-flags/{slug}/", "A4")
    assert len(made) <= 4
    assert "Sources" in "".join(made[:2]) or made[2].startswith("Sources")


@pytest.mark.parametrize("path", ["self-check/brain-and-spine/", "red-flags/"])
def test_nothing_stays_folded_on_paper_though_no_script_opens_it(browser, served, path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + path, wait_until="load")
    text = "".join(sides(page.pdf(format="A4")))
    context.close()
    for flag in CATALOG.all(RedFlag)[:5]:
        lines = (*flag.signs, *flag.does_not_count)
        assert [line for line in lines if squeezed(line) not in text] == []


def test_boxes_are_large_enough_for_a_pen(browser, served):
    page = browser.new_page()
    page.goto(served + "checklist/")
    page.emulate_media(media="print")
    sizes = page.evaluate(
        """[...document.querySelectorAll('.sheet input[type=checkbox]')]
             .map(box => Math.min(box.offsetWidth, box.offsetHeight))"""
    )
    page.close()
    assert len(sizes) > 40
    assert min(sizes) >= 15  # 4 mm at 96 pixels an inch


def test_the_sheet_is_filled_in_and_cleared_without_scripts(browser, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "checklist/")
    box, line = page.locator(".ticks input").first, page.locator(".note input[type=text]").first
    box.check()
    line.fill("since May")
    assert box.is_checked()
    page.get_by_role("button", name="Clear the sheet").click()
    assert not box.is_checked()
    assert line.input_value() == ""
    assert page.url == f"{served}checklist/"
    context.close()

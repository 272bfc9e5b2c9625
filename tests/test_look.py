"""How pages are laid out: ways about, enlarged text, forms that can be filled in."""

from itertools import pairwise

import pytest
from test_browser import PAGES, open_page  # noqa: F401  a fixture

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 800}
DESK = {"width": 1280, "height": 800}
BEYOND = """() => [...document.querySelectorAll('body *')].filter(found => {
  const box = found.getBoundingClientRect();
  const aside = found.closest('.sr, .days > div') && !found.matches('.days > div');
  return box.width && box.right > innerWidth + 1 && !aside;
}).map(found => found.tagName + '.' + found.className)"""


LONGEST_WORD = 11
"""Letters of a word that fits a phone's line, twice as large, with an indent."""
BROKEN = """longest => {
  const found = new Set(), range = document.createRange();
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.checkVisibility() || node.parentElement.closest('.sr, svg')) continue;
    for (const word of node.data.matchAll(/[\\p{L}\\d]+/gu)) {
      if (word[0].length > longest) continue;
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top / 8)));
      if (lines.size > 1) found.add(word[0]);
    }
  }
  return [...found];
}"""


def enlarge(page, pixels=32):
    """Set the reader's own size of text: twice the usual 16 pixels."""
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": pixels, "fixed": pixels}})


@pytest.mark.parametrize("path", PAGES)
def test_nothing_leaves_the_screen_when_text_is_twice_as_large(open_page, path):  # noqa: F811
    page = open_page(path, viewport=PHONE)
    enlarge(page)
    assert page.evaluate(BEYOND) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") == PHONE["width"]


def test_a_box_that_leaves_the_screen_is_found(open_page):  # noqa: F811
    page = open_page("about/", viewport=PHONE)
    page.evaluate("document.querySelector('h1').style.width = '30rem'")
    assert page.evaluate(BEYOND) == ["H1."]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "red-flags/",
        "checklist/",
        "causes/medicines/",
        "exercises/plan/",
        "self-check/brain-and-spine/",
    ],
)
def test_no_word_breaks_inside_when_text_is_twice_as_large(open_page, path):  # noqa: F811
    page = open_page(path, viewport=PHONE)
    enlarge(page)
    assert page.evaluate(BROKEN, LONGEST_WORD) == []


def test_a_word_that_breaks_inside_is_found(open_page):  # noqa: F811
    page = open_page("about/", viewport=PHONE)
    page.evaluate("document.querySelector('h1').style.cssText = 'width: 2ch; font-size: 2rem'")
    assert page.evaluate(BROKEN, LONGEST_WORD) != []


def test_home_shows_answer_emergency_card_and_doors_at_once(open_page):  # noqa: F811
    page = open_page("", viewport=DESK)
    for part in (".lede", ".care .numbers", ".care li:last-child", ".ways li:last-child"):
        box = page.locator(part).last.bounding_box()
        assert box["y"] + box["height"] <= DESK["height"], part


def test_an_exercise_begins_with_what_to_do(open_page):  # noqa: F811
    page = open_page("exercises/slow-heel-raise/", viewport=PHONE)
    screens = 2 * PHONE["height"]
    assert page.locator("article .drawing").first.bounding_box()["y"] < PHONE["height"]
    assert page.locator("#steps").bounding_box()["y"] < screens


@pytest.mark.parametrize(
    ("path", "name"), [("causes/cold/", "Causes"), ("exercises/plan/", "Exercises")]
)
def test_the_menu_marks_the_section_of_a_page(open_page, path, name):  # noqa: F811
    page = open_page(path, viewport=DESK)
    marked = page.locator(".menu--wide [aria-current]")
    assert [link.inner_text() for link in marked.all()] == [name]


def test_a_page_longer_than_five_screens_says_what_is_on_it(open_page, served, real_site):  # noqa: F811
    page, bare = open_page("", viewport=PHONE), []
    for found in sorted(real_site.rglob("index.html")):
        path = found.parent.relative_to(real_site).as_posix()
        page.goto(f"{served}{path}/")
        height = page.evaluate("document.scrollingElement.scrollHeight")
        if height > 5 * PHONE["height"] and not page.locator(".contents, .jump").count():
            bare.append(path)
    assert bare == []


def test_a_short_page_has_no_contents(open_page):  # noqa: F811
    short = open_page("what-you-may-have-read/many-people-shake/", viewport=PHONE)
    assert short.locator(".contents").count() == 0


def test_who_comes_by_no_sign_is_led_to_one(open_page):  # noqa: F811
    page = open_page("self-check/today/", viewport=PHONE)
    page.locator(".contents summary").click()
    page.locator(".contents a[href='#calf-clot']").click()
    assert [flag.get_attribute("id") for flag in page.locator(".led-by .flag:visible").all()] == [
        "calf-clot"
    ]


@pytest.mark.parametrize("path", ["causes/medicines/", "exercises/slow-heel-raise/"])
def test_reference_marks_can_be_hit(open_page, path):  # noqa: F811
    page = open_page(path, viewport=PHONE)
    boxes = page.evaluate(
        "[...document.querySelectorAll('article sup a')].map(mark => mark.getBoundingClientRect())"
    )
    assert boxes
    assert all(box["width"] >= 24 and box["height"] >= 24 for box in boxes)
    lines = [(a, b) for a, b in pairwise(boxes) if abs(a["y"] - b["y"]) < 4]
    assert all(b["x"] - a["x"] >= 23.5 for a, b in lines)


def test_a_mark_leads_to_its_source_although_the_list_is_folded(open_page):  # noqa: F811
    page = open_page("causes/medicines/", viewport=PHONE)
    page.locator("article sup a").first.click()
    assert page.locator(":target").is_visible()


def test_of_yes_and_no_only_one_can_be_chosen(open_page):  # noqa: F811
    page = open_page("checklist/", viewport=PHONE)
    group = page.get_by_role("group", name="At rest too")
    group.get_by_role("radio", name="yes").check()
    group.get_by_role("radio", name="no").check()
    assert group.get_by_role("radio", name="yes").is_checked() is False


def test_labels_stand_above_fields_that_take_the_whole_width(open_page):  # noqa: F811
    page = open_page("checklist/diary/", viewport=PHONE)
    for field in page.locator(".note input[type=text], .grid-table input").all()[:12]:
        box = field.bounding_box()
        assert (box["width"] > 290, box["height"] >= 44) == (True, True)


def test_the_days_of_the_diary_are_numbered(open_page):  # noqa: F811
    page = open_page("checklist/diary/", viewport=PHONE)
    days = page.locator(".grid-table th[scope=row]")
    assert [days.first.inner_text(), days.last.inner_text()] == ["Day 1", "Day 14"]


def test_a_sheet_prints_from_its_button(open_page):  # noqa: F811
    page = open_page("checklist/", viewport=PHONE)
    page.evaluate("window.print = () => { document.title = 'printed' }")
    page.get_by_role("button", name="Print this sheet").click()
    assert page.title() == "printed"


def test_without_scripts_there_is_no_button_that_does_nothing(open_page):  # noqa: F811
    page = open_page("checklist/", viewport=PHONE, java_script_enabled=False)
    assert page.locator("button.print").is_hidden()


def test_a_tempo_runs_only_when_asked(open_page):  # noqa: F811
    page = open_page("exercises/slow-heel-raise/", viewport=PHONE)
    page.emulate_media(reduced_motion="no-preference")
    running = "getComputedStyle(document.querySelector('.tempo'), '::after').animationName"
    assert page.evaluate(running) == "none"
    page.get_by_role("checkbox", name="Let a line move").check()
    assert page.evaluate(running) == "tempo"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(running) == "none"


def test_the_theme_switch_does_not_move_the_page(open_page):  # noqa: F811
    page = open_page("causes/cold/", viewport=DESK)
    page.locator("button.scheme").click()
    assert page.evaluate("scrollY") == 0


def test_a_sheet_is_emptied_only_by_who_is_sure(open_page):  # noqa: F811
    page = open_page("checklist/", viewport=PHONE)
    box = page.locator("input[type=checkbox]").first
    box.check()
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.locator("button[type=reset]").click()
    assert asked == ["Empty the whole sheet?"]
    assert box.is_checked()
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator("button[type=reset]").click()
    assert not box.is_checked()

"""What only a browser can know."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import guide

from build_tools.kinds.flow.entry import Flow

pytestmark = pytest.mark.browser

PAGES = [
    "",
    "red-flags/",
    "is-it-normal/",
    "causes/",
    "causes/medicines/",
    "mechanisms/true-clonus/",
    "exercises/slow-heel-raise/",
    "glossary/",
    "sources/",
    "about/",
    "self-check/",
    "self-check/brain-and-spine/",
    "self-check/groups/",
    "self-check/five-statements/",
    "self-check/emergency/",
    "self-check/fits/",
    "self-check/map/",
    "checklist/",
    "checklist/diary/",
    "exercises/plan/",
    "404.html",
]
AXED = [
    (path, scheme)
    for path in PAGES
    for scheme in ("light", "dark")
    if (path, scheme) != ("sources/", "dark")  # half a minute, for no colour of its own
]
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""What can differ between a light and a dark page."""


@pytest.fixture
def open_page(browser, served):
    """Open a page of the site; every context is closed at the end."""
    contexts = []

    def opened(path, **options):
        contexts.append(browser.new_context(reduced_motion="reduce", **options))
        page = contexts[-1].new_page()
        page.goto(served + path, wait_until="load")
        return page

    yield opened
    for context in contexts:
        context.close()


def search(page, word):
    """Open the search, type a word, and wait for what it finds."""
    page.locator("#search-open").click()
    page.locator("[role=search] input").wait_for()
    page.keyboard.type(word)
    page.wait_for_selector("[role=search] li a")


PAPER = {"light": "rgb(251, 250, 246)", "dark": "rgb(20, 25, 28)"}


def paper(page):
    """The colour that a page is written on."""
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways_on_a_narrow_phone(open_page, path):
    page = open_page(path, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.scrollingElement.scrollWidth") == 320


LENGTHEN = """letters => {
  const lines = 'h1, h2, h3, p, li, dt, dd, th, td, a:not(sup a)';
  const places = `${lines}, .ticks label, caption, figcaption, summary`;
  for (const place of document.querySelectorAll(places)) {
    const words = [...place.childNodes].find(node => node.nodeType === 3 && node.data.trim());
    if (words) words.data += ' ' + 'w'.repeat(letters);
  }
}"""


@pytest.mark.parametrize("path", PAGES)
def test_no_long_word_makes_a_page_wider_than_the_phone(open_page, path):
    page = open_page(path, viewport={"width": 320, "height": 640})
    page.evaluate(LENGTHEN, 60)
    assert page.evaluate("document.scrollingElement.scrollWidth") == 320


FOCUSED = """() => {
  const found = document.activeElement;
  const look = getComputedStyle(found);
  const ring = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2;
  const clear = found.getBoundingClientRect();
  return {
    name: found.tagName + '.' + found.className,
    ring: ring || look.boxShadow !== 'none',
    there: clear.width > 0 && clear.height > 0,
  };
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "self-check/brain-and-spine/", "checklist/", "red-flags/"])
def test_the_keyboard_shows_where_it_is_at_every_stop(open_page, path, scheme):
    page = open_page(path, viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    stops = []
    while not stops or stops[-1]["name"] != "BODY.":
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
    assert len(stops) > 15
    assert [stop for stop in stops[:-1] if not (stop["ring"] and stop["there"])] == []


@pytest.mark.parametrize(("path", "scheme"), AXED)
def test_axe_finds_nothing(open_page, path, scheme):
    page = open_page(path, viewport={"width": 360, "height": 800}, color_scheme=scheme)
    assert paper(page) == PAPER[scheme]
    page.evaluate(Axe().axe_script)
    violations = page.evaluate(
        """options => axe.run(options).then(result =>
             result.violations.map(found => found.id + ' ' + found.nodes[0].target))""",
        AXE if scheme == "light" else CONTRAST,
    )
    assert violations == []


def test_axe_finds_nothing_in_the_drawing_of_the_map(open_page):
    page = open_page("self-check/map/", viewport={"width": 1280, "height": 900})
    page.evaluate(Axe().axe_script)
    assert (
        page.evaluate(
            "options => axe.run(options).then(result => result.violations.map(v => v.id))", AXE
        )
        == []
    )


def test_no_request_leaves_the_site_and_the_policy_holds(open_page, served):
    page = open_page("")
    asked, broken = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on(
        "console", lambda message: broken.append(message.text) if message.type == "error" else None
    )
    page.reload()
    search(page, "wobbl")
    page.keyboard.press("Escape")
    page.locator("button.scheme").click()
    assert paper(page) == PAPER["dark"]
    page.reload()
    assert paper(page) == PAPER["dark"]
    assert [url for url in asked if not url.startswith((served, "data:"))] == []
    assert broken == []


@pytest.mark.parametrize(
    "word", ["wobble", "tremble", "jelly legs", "tiptoe", "sewing-machine leg", "Elvis leg"]
)
def test_search_finds_the_words_people_use(open_page, word):
    page = open_page("")
    search(page, word)
    assert page.locator("[role=search] li a").count() > 0


def test_without_scripts_everything_is_there_in_the_readers_own_scheme(open_page):
    page = open_page(
        "", java_script_enabled=False, color_scheme="dark", viewport={"width": 360, "height": 800}
    )
    assert page.locator(".care.level-emergency li").first.is_visible()
    assert not page.locator(".bar button").first.is_visible()
    page.locator(".menu--narrow summary, details.menu summary, summary").first.click()
    page.get_by_role("link", name="Danger signs").first.click()
    assert page.url.endswith("/red-flags/")


def test_the_keyboard_reaches_the_menu_and_the_first_danger_sign(open_page):
    page = open_page("", viewport={"width": 1280, "height": 900})
    reached = []
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('href') || ''"))
    assert "causes/" in reached
    assert "tel:999" in reached
    assert reached.count("red-flags/") > 1


@pytest.mark.parametrize("path", ["", "causes/medicines/", "red-flags/"])
def test_print_holds_the_text_and_not_the_navigation(open_page, path):
    page = open_page(path, color_scheme="dark")
    page.emulate_media(media="print")
    assert not page.locator(".head").is_visible()
    assert page.locator("h1").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in {
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    }


GRAPH = guide().get(Flow, "self-check").graph
WAYS = {
    outcome: min((path for path in GRAPH.paths() if path[-1].target == outcome), key=len)
    for outcome in GRAPH.outcomes
}


def press_to(page, href):
    """Tab to the link with that address and follow it, as someone without a mouse would."""
    for _ in range(90):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement?.getAttribute('href') ?? ''") == href:
            with page.expect_navigation(wait_until="load"):
                page.keyboard.press("Enter")
            return
    pytest.fail(f"the keyboard does not reach {href!r} on {page.url}")


def press_open(page, sign):
    """Tab to the line of a sign and open it."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement?.parentElement?.id ?? ''") == sign:
            page.keyboard.press("Enter")
            return
    pytest.fail(f"the keyboard does not reach {sign!r} on {page.url}")


@pytest.mark.parametrize("outcome", WAYS)
def test_from_home_to_every_outcome_by_keyboard_without_scripts_at_320_px(
    open_page, served, outcome
):
    page = open_page("", java_script_enabled=False, viewport={"width": 320, "height": 640})
    press_to(page, "self-check/")
    press_to(page, f"../self-check/{GRAPH.start}/")
    for edge in WAYS[outcome]:
        assert page.url == f"{served}self-check/{edge.source}/"
        if page.locator(f"details#{edge.sign or 'none'}").count():
            press_open(page, edge.sign)
        sign = f"[data-sign={edge.sign}]" if edge.sign else ":not([data-sign])"
        press_to(page, page.locator(f"a[data-answer={edge.answer}]{sign}").get_attribute("href"))
    assert page.url.split("#")[0] == f"{served}self-check/{outcome}/"


@pytest.mark.parametrize("question", GRAPH.questions)
def test_every_answer_is_large_enough_to_touch(open_page, question):
    page = open_page(f"self-check/{question}/", viewport={"width": 320, "height": 640})
    lines = page.locator("details.sign > summary").all()
    boxes = [line.bounding_box() for line in lines]
    for line in lines:
        line.click()
    boxes += [link.bounding_box() for link in page.locator("a[data-answer], a[data-start]").all()]
    assert len(boxes) >= 3
    assert min(min(box["height"], box["width"]) for box in boxes) >= 44


@pytest.mark.parametrize("width", [768, 1280])
def test_the_words_of_the_drawing_stay_in_their_boxes(open_page, width):
    page = open_page("self-check/map/", viewport={"width": width, "height": 900})
    out = page.evaluate(
        """() => [...document.querySelectorAll('.flow-drawing .box')].flatMap(box => {
             const edge = box.querySelector('rect').getBoundingClientRect();
             return [...box.querySelectorAll('text')].filter(text => {
               const words = text.getBoundingClientRect();
               return words.left < edge.left || words.right > edge.right
                   || words.top < edge.top || words.bottom > edge.bottom;
             }).map(text => text.textContent);
           })"""
    )
    assert out == []
    assert page.locator(".flow-drawing .box").count() > len(GRAPH.questions)


def test_on_a_phone_the_map_is_the_list(open_page):
    page = open_page("self-check/map/", viewport={"width": 360, "height": 800})
    assert not page.locator(".flow-drawing").is_visible()
    assert page.locator(".flow-list > li").count() == len(GRAPH.questions)


def test_nothing_is_stored_by_answering(open_page):
    page = open_page("self-check/brain-and-spine/")
    page.locator("a[data-answer=no]").click()
    page.wait_for_load_state()
    stored = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert stored == []
    assert page.context.cookies() == []


TALL = 2 * 800


@pytest.mark.parametrize("question", GRAPH.questions)
def test_a_question_with_its_lines_closed_is_two_screens_of_a_phone(open_page, question):
    page = open_page(f"self-check/{question}/", viewport={"width": 360, "height": 800})
    last = page.locator("a[data-answer]:visible").last.bounding_box()
    assert last["y"] + last["height"] <= TALL


def seen(page, selector):
    return [found for found in page.locator(selector).all() if found.is_visible()]


@pytest.mark.parametrize("sign", ["stroke-signs", "low-sugar"])
def test_who_comes_by_a_sign_lands_on_the_verdict_and_meets_that_sign_alone(open_page, sign):
    page = open_page(f"self-check/emergency/#{sign}", viewport={"width": 360, "height": 800})
    assert page.evaluate("scrollY") == 0
    assert page.locator("h1").bounding_box()["y"] < 400
    (shown,) = seen(page, ".led-by .flag")
    assert shown.get_attribute("id") == sign
    assert seen(page, f"#{sign} .do-now li")
    numbers = page.locator(".call .numbers").bounding_box()["y"]
    assert (shown.bounding_box()["y"] < numbers) is (sign == "low-sugar")
    assert seen(page, ".not-sure") == []


def test_only_who_was_not_sure_is_told_so(open_page):
    page = open_page("self-check/doctor/#thyroid-unsure", viewport={"width": 360, "height": 800})
    assert len(seen(page, ".not-sure")) == 1
    assert [shown.get_attribute("id") for shown in seen(page, ".led-by .flag")] == ["thyroid"]


def test_who_comes_to_an_outcome_by_none_meets_all_its_signs(open_page):
    page = open_page("self-check/today/")
    assert len(seen(page, ".led-by .flag")) == 7

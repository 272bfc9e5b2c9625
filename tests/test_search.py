"""The search in a browser: what it finds and in which order, and that it costs nothing before."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

OPEN = """async base => {
  const button = document.querySelector('main a');
  button.focus();
  await (await import(new URL(base + 'javascripts/search.js', document.baseURI).href)).open(base);
}"""
INSIDE = """() => {
  const edge = document.querySelector('#search').getBoundingClientRect();
  const list = document.querySelector('#search ol').getBoundingClientRect();
  return [edge.left, edge.top, innerWidth - edge.right, innerHeight - edge.bottom,
          edge.bottom - list.bottom, edge.right - list.right].every(gap => gap >= -0.5)
      && document.querySelector('#search ol').scrollWidth <= list.width + 1;
}"""


@pytest.fixture
def open_page(browser, served):
    """Open a page of the site; every context is closed at the end."""
    contexts = []

    def opened(path="", **options):
        contexts.append(browser.new_context(reduced_motion="reduce", **options))
        page = contexts[-1].new_page()
        page.asked, page.broken = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on(
            "console", lambda said: page.broken.append(said.text) if said.type == "error" else None
        )
        page.goto(served + path, wait_until="load")
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def searched(browser, served):
    """One page with the search open, for all that only types; gives what is found, row by row."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{served}causes/medicines/")
    page.evaluate(OPEN, "../../")

    def search(words):
        page.locator("#search input").fill(words)
        return [
            (row.locator(".what").inner_text(), row.locator("b").inner_text())
            for row in page.locator("#search li").all()
        ]

    search.page = page
    yield search
    context.close()


def titles(rows):
    return [title for _, title in rows]


def test_nothing_of_it_is_asked_for_before_it_is_opened(open_page, served):
    page = open_page()
    page.wait_for_load_state("networkidle")
    own = [
        f"{served}{name}"
        for name in ("javascripts/search.js", "data/search.json", "stylesheets/search.css")
    ]
    assert not set(own) & set(page.asked)
    page.evaluate(OPEN, "./")
    assert set(own) <= set(page.asked)
    page.keyboard.press("Escape")
    page.evaluate(OPEN, "./")
    assert [page.asked.count(url) for url in own] == [1, 1, 1]
    assert [url for url in page.asked if not url.startswith((served, "data:"))] == []
    assert page.broken == []


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("jelly legs", "Tired calf muscles"),
        ("tiptoe", "Balancing on the ball of your foot"),
        ("wobble", "Balancing on the ball of your foot"),
        ("sewing-machine leg", "Reflex bounce (sewing-machine leg)"),
        ("Elvis leg", "Reflex bounce (sewing-machine leg)"),
        ("calf raise", "Slow heel raise"),
        ("8-week plan", "8-week plan"),
        ("glossary", "Glossary"),
    ],
)
def test_the_words_people_use_find_what_they_mean(searched, words, first):
    rows = searched(words)
    assert rows[0][1] == first
    assert rows[0][0] in {"Cause", "Exercise", "Plan", "Page"}


def test_jelly_legs_are_not_restless_legs_first(searched):
    found = titles(searched("jelly legs"))
    assert not [title for title in found[:2] if "estless" in title]


@pytest.mark.parametrize("words", ["tremble", "trembled", "trmor", "tremro", "TREMOR"])
def test_a_mistake_or_another_ending_finds_it_too(searched, words):
    assert searched(words)[0][0] in {"Cause", "How it works"}


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("self-check", "self check"),
        ("self: check", "self check"),
        ("Guillain-Barre", "guillain barré"),
    ],
)
def test_signs_case_and_accents_do_not_matter(searched, words, same):
    found = searched(words)
    assert found
    assert found == searched(same)


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("cannot feel my legs", "Both legs getting weaker, or trouble breathing or swallowing"),
        ("droopy face", "Sudden trouble with face, limb, speech, sight, balance or head"),
        ("chest pain", "Chest pain, breathlessness, or a cold, pale leg"),
        ("i have chest pain", "Chest pain, breathlessness, or a cold, pale leg"),
        ("numb feet", "Numb, tingling or clumsy, or unsteady walking"),
        ("swollen leg", "One leg newly swollen, hot or painful"),
        ("stroke", "Sudden trouble with face, limb, speech, sight, balance or head"),
        ("heart attack", "Chest pain, breathlessness, or a cold, pale leg"),
    ],
)
def test_a_danger_sign_that_matches_stands_first(searched, words, sign):
    what, title = searched(words)[0]
    assert title == sign
    assert what.startswith("Danger sign: ")


@pytest.mark.parametrize("words", ["tremor", "clonus", "balance", "fatigue", "stretch"])
def test_sources_stand_last(searched, words):
    kinds = [what for what, _ in searched(words)]
    first = kinds.index("Source") if "Source" in kinds else len(kinds)
    assert set(kinds[first:]) <= {"Source"}
    assert first


def test_nothing_found_says_where_else_to_look(searched):
    assert titles(searched("qwxyzk")) == ["Glossary", "Which cause could it be?"]
    assert searched.page.locator("#search [role=status]").inner_text().startswith("Nothing found.")
    assert searched(" - ") == []


def test_how_much_is_found_is_said(searched):
    said = searched.page.locator("#search [role=status]")
    rows = searched("elvis")
    assert said.inner_text() == f"{len(rows)} found"
    assert len(searched("leg")) == 30
    assert "the first 30 are shown" in said.inner_text()


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [("tremor", "trmor", 1), ("tremor", "tremro", 1), ("heel", "heal", 1), ("calf", "ankle", 4)],
)
def test_mistakes_are_counted_as_damerau_and_levenshtein_do(searched, one, other, wrong):
    count = "async ([a, b]) => (await import('../../javascripts/search.js')).mistakes(a, b)"
    assert searched.page.evaluate(count, [one, other]) == wrong


def test_the_keyboard_goes_through_what_is_found(open_page, served):
    page = open_page("causes/medicines/")
    page.evaluate(OPEN, "../../")
    assert page.evaluate("document.activeElement.id") == "search-words"
    page.keyboard.type("elvis leg")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert "stretch reflex" in page.evaluate("document.activeElement.innerText")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "search-words"
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served}causes/brisk-stretch-reflex/")


def test_escape_closes_it_and_gives_the_focus_back(open_page):
    page = open_page("causes/medicines/")
    page.evaluate(OPEN, "../../")
    page.keyboard.type("elvis")
    page.keyboard.press("Escape")
    assert not page.locator("#search").is_visible()
    assert page.evaluate("document.activeElement === document.querySelector('main a')")


def test_a_place_on_the_same_page_is_gone_to(open_page, served):
    page = open_page("glossary/")
    page.evaluate(OPEN, "../")
    page.keyboard.type("achilles tendon")
    page.locator("#search a[href*='glossary/#']").first.click()
    assert not page.locator("#search").is_visible()
    assert page.url.startswith(f"{served}glossary/#achilles")
    assert page.evaluate("scrollY") > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 768, 1600])
def test_it_stays_inside_the_window_and_can_be_read(open_page, width, scheme):
    page = open_page(
        "causes/medicines/", viewport={"width": width, "height": 700}, color_scheme=scheme
    )
    page.evaluate(OPEN, "../../")
    assert page.evaluate(INSIDE)
    page.keyboard.type("leg")
    assert page.evaluate(INSIDE)
    page.evaluate(Axe().axe_script)
    found = page.evaluate(
        "() => axe.run('#search').then(result => result.violations.map(found => found.id))"
    )
    assert found == []


def test_it_stays_inside_the_window_where_letters_are_twice_as_large(open_page):
    page = open_page("causes/medicines/", viewport={"width": 320, "height": 640})
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    page.evaluate(OPEN, "../../")
    page.keyboard.type("chest pain")
    assert page.evaluate(INSIDE)
    assert page.locator("#search a").first.is_visible()


def test_without_its_index_it_says_so_to_whoever_opened_it_and_may_be_tried_again(open_page):
    page = open_page()
    page.route("**/search.json", lambda route: route.abort())
    assert page.evaluate(f"base => ({OPEN})(base).then(() => '', error => error.name)", "./")
    page.unroute("**/search.json")
    page.evaluate(OPEN, "./")
    assert page.locator("#search").is_visible()

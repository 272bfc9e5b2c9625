"""Each rule of what pages say of themselves to machines: broken, and found."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import PurePosixPath

import pytest
from PIL import Image

from build_tools.rules.metadata import (
    every_page_can_be_shared,
    every_page_is_in_the_sitemap,
    every_page_says_what_it_is,
)
from build_tools.site.read import HtmlPage, Site

ADDRESS = "https://example.org/guide/"
PATH = PurePosixPath("causes/index.html")
CARD = PurePosixPath("assets/cards/causes/index.png")
SAID = {
    "@context": "https://schema.org",
    "@type": ["WebPage", "CollectionPage"],
    "name": "Reasons",
    "inLanguage": "en",
    "lastReviewed": "2026-01-31",
    "url": f"{ADDRESS}causes/",
    "about": {"@type": "Thing", "name": "Wobble"},
    "mainEntity": {"@type": "ItemList", "numberOfItems": 1, "itemListElement": ["A soft tyre"]},
}
SHARED = {
    "og:title": "Reasons",
    "og:description": "Why.",
    "og:type": "article",
    "og:url": f"{ADDRESS}causes/",
    "og:image": f"{ADDRESS}{CARD}",
}


def page(said=SAID, shared=SHARED, canonical=f"{ADDRESS}causes/", path=PATH):
    ld = said if isinstance(said, str) else json.dumps(said)
    script = f'<script type="application/ld+json">{ld}</script>' if said else ""
    meta = "".join(f'<meta property="{name}" content="{said}">' for name, said in shared.items())
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    footer = '<article><footer><time datetime="2026-01-31">then</time></footer></article>'
    html = f'<html lang="en"><head>{link}{meta}{script}</head><body>{footer}</body></html>'
    return HtmlPage(path, path, html.encode())


@pytest.fixture
def site(tmp_path):
    return site_of(tmp_path, (1200, 630))


def site_of(folder, size):
    (folder / CARD).parent.mkdir(parents=True, exist_ok=True)
    content = BytesIO()
    Image.new("P", size).save(content, "PNG")
    (folder / CARD).write_bytes(content.getvalue())
    pages = {PATH: page()}
    return Site(folder, PurePosixPath("site"), pages, frozenset({CARD}), "/guide/")


def found(rule, *subject):
    return [problem.message for problem in rule(*subject)]


def test_a_page_that_is_right_is_let_through(site):
    assert found(every_page_says_what_it_is, page(), site) == []
    assert found(every_page_can_be_shared, page(), site) == []


def test_a_page_without_an_address_needs_no_card(site):
    said = {name: value for name, value in SAID.items() if name != "url"}
    shared = {name: SHARED[name] for name in ("og:title", "og:description", "og:type")}
    for canonical in ("", "/causes/"):
        alone = page(said, shared, canonical=canonical)
        assert found(every_page_says_what_it_is, alone, site) == []
        assert found(every_page_can_be_shared, alone, site) == []


def test_the_missing_page_says_nothing(site):
    missing = page("", {}, canonical="", path=PurePosixPath("404.html"))
    assert found(every_page_says_what_it_is, missing, site) == []
    assert found(every_page_can_be_shared, missing, site) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"@type": "MedicalPage"}, "must be of types in vocabulary.yml, found 'MedicalPage'"),
        ({"@type": "Thing"}, "the page must be a WebPage, found ['Thing']"),
        ({"@context": "http://schema.org"}, "must be in the words of https://schema.org"),
        ({"reviewed": "2026-01-31"}, "the page must not have 'reviewed': no property of"),
        ({"name": ""}, "'name' of the page must be a Text, found ''"),
        ({"lastReviewed": "31 January"}, "'lastReviewed' of the page must be a Date"),
        ({"lastReviewed": "2026-02-01"}, "must say 'lastReviewed' as the page does, '2026-01-31'"),
        ({"inLanguage": "de"}, "must say its language, 'en', found 'de'"),
        ({"url": f"{ADDRESS}"}, "must say 'url' as the page does"),
        ({"about": "Wobble"}, "'about' of the page must be a Thing, found 'Wobble'"),
        ({"about": {"@type": "Thing", "step": []}}, "must not have 'step': no property"),
        (
            {"mainEntity": {"@type": "ItemList", "numberOfItems": "1"}},
            "'numberOfItems' of 'mainEntity' of the page must be a Integer, found '1'",
        ),
    ],
)
def test_a_wrong_word_is_found(site, change, said):
    messages = found(every_page_says_what_it_is, page({**SAID, **change}), site)
    assert any(said in message for message in messages), messages


def test_what_is_no_json_is_found(site):
    (message,) = found(every_page_says_what_it_is, page("{"), site)
    assert message.startswith("must be JSON")


def test_a_page_that_says_nothing_is_found(site):
    assert found(every_page_says_what_it_is, page(""), site) == [
        "must hold JSON-LD once, and a missing page none, found 0"
    ]


@pytest.mark.parametrize("name", SHARED)
def test_a_page_that_lacks_a_word_for_sharing_is_found(site, name):
    shared = {other: said for other, said in SHARED.items() if other != name}
    assert found(every_page_can_be_shared, page(shared=shared), site) == [
        f"must say {name!r} to whoever shares it"
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"og:url": ADDRESS}, "must be shared as 'https://example.org/guide/causes/'"),
        ({"og:image": f"/{CARD}"}, "must have its card below https://example.org/guide/"),
        ({"og:image": f"{ADDRESS}none.png"}, "must have its card below"),
        ({"og:image": f"https://cdn.example/{CARD}"}, "must have its card below"),
        ({"og:video": "x"}, "must not say 'og:video'"),
    ],
)
def test_a_wrong_address_is_found(site, change, said):
    (message,) = found(every_page_can_be_shared, page(shared={**SHARED, **change}), site)
    assert said in message


def test_a_card_of_another_size_is_found(tmp_path):
    (message,) = found(every_page_can_be_shared, page(), site_of(tmp_path, (600, 315)))
    assert message == "must be a PNG of 1200 by 630 dots and at most 40000 bytes"


def test_a_heavy_card_is_found(site):
    card = site.folder / CARD
    card.write_bytes(card.read_bytes() + bytes(40_000))
    assert len(found(every_page_can_be_shared, page(), site)) == 1


SITEMAP = "<url><loc>https://example.org/guide/causes/</loc><lastmod>2026-01-31</lastmod></url>"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SITEMAP, []),
        ("", ["must name https://example.org/guide/causes/ with the day 2026-01-31"]),
        (
            SITEMAP.replace("-31", "-30"),
            [
                "must not name https://example.org/guide/causes/ with the day 2026-01-30",
                "must name https://example.org/guide/causes/ with the day 2026-01-31",
            ],
        ),
        (
            SITEMAP + SITEMAP.replace("causes", "gone"),
            ["must not name https://example.org/guide/gone/ with the day 2026-01-31"],
        ),
    ],
)
def test_the_sitemap_names_every_page_with_its_day(site, text, said):
    name = PurePosixPath("sitemap.xml")
    (site.folder / name).write_text(text, encoding="utf-8")
    mapped = replace(site, files=site.files | {name})
    assert found(every_page_is_in_the_sitemap, mapped, None) == said

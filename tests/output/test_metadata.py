"""What a page says of itself to machines: short, true, and never the end of its own script."""

import json
from dataclasses import replace
from pathlib import PurePosixPath

import yaml
from conftest import guide, toy

from build_tools.output.metadata import Shown, front_matter
from build_tools.output.pages import render

ADDRESS = "https://example.org/guide/"


def heads(catalog):
    """The front matter of every page, by its path."""
    return {
        str(file.path): yaml.safe_load(file.content.decode().split("\n---\n")[0])
        for file in render(catalog)
        if file.path.suffix == ".md"
    }


TOY = heads(toy())
SHARED = heads(replace(toy(), address=ADDRESS))


def linked(path, of=TOY):
    return json.loads(of[path]["ld"])


def test_a_page_says_what_it_is():
    assert linked("causes/soft-tyre/index.md", SHARED) == {
        "@context": "https://schema.org",
        "@type": "AboutPage",
        "name": "A soft tyre",
        "description": SHARED["causes/soft-tyre/index.md"]["description"],
        "inLanguage": "en",
        "lastReviewed": "2026-01-31",
        "url": "https://example.org/guide/causes/soft-tyre/",
        "about": {"@type": "Thing", "name": "The wobble of a bicycle"},
        "isPartOf": {"@type": "WebSite", "name": "Wobbly bicycle", "url": ADDRESS},
    }


def test_without_an_address_nothing_names_one():
    assert not [path for path, head in TOY.items() if "example.org" in repr(head)]
    assert not [path for path, head in TOY.items() if "og_image" in head]


def test_with_an_address_every_page_has_its_card():
    assert {path: head["og_image"] for path, head in SHARED.items()} == {
        path: f"{ADDRESS}assets/cards/{path.removesuffix('.md')}.png" for path in SHARED
    }


def test_an_exercise_is_told_in_its_steps():
    main = linked("exercises/slow-ride/index.md")["mainEntity"]
    assert main["@type"] == ["ExercisePlan", "HowTo"]
    steps = [step["text"] for step in main["step"]]
    assert steps[0] in (toy_page := rendered("exercises/slow-ride/index.md"))
    assert all(step in toy_page for step in steps)


def test_the_home_page_answers_the_guides_question():
    said = linked("index.md")
    assert said["@type"] == ["AboutPage", "FAQPage"]
    (one,) = toy().all(toy().kinds["guide"].model)
    assert said["mainEntity"]["acceptedAnswer"]["text"] == one.answer
    assert said["mainEntity"]["name"] in rendered("index.md")


def test_only_the_home_page_answers_a_question():
    assert [path for path in TOY if "FAQPage" in linked(path)["@type"]] == ["index.md"]


def test_a_page_that_lists_pages_says_which():
    said = linked("causes/index.md")
    assert said["@type"] == ["AboutPage", "CollectionPage"]
    titles = [entry.title for entry in toy().all(toy().kinds["cause"].model)]
    assert said["mainEntity"]["itemListElement"] == titles
    assert "mainEntity" not in linked("glossary/index.md")


def test_only_signs_and_outcomes_have_a_level():
    levels = {path: head["level"] for path, head in TOY.items() if "level" in head}
    assert levels["red-flags/cracked-fork/index.md"] == "stop"
    assert {path.split("/")[0] for path in levels} == {"red-flags", "check"}


def test_front_matter_holds_any_text():
    shown = Shown(toy().named("cause:soft-tyre"), 'a: "b"\n<c>', "d", "", "", {})
    head = front_matter(toy(), PurePosixPath("x/index.md"), shown)
    assert yaml.safe_load(head.strip("-"))["title"] == 'a: "b"\n<c>'


def test_no_text_can_end_its_script():
    entry = toy().named("cause:soft-tyre").model_copy(update={"title": "</script><!--"})
    catalog = replace(toy(), entries={**toy().entries, entry.id: entry})
    said = heads(catalog)["causes/soft-tyre/index.md"]["ld"]
    assert "<" not in said
    assert json.loads(said)["name"] == "</script><!--"


def test_what_a_page_says_is_short():
    sizes = sorted(len(head["ld"].encode()) for head in heads(guide()).values())
    assert sizes[len(sizes) // 2] < 700
    assert sizes[-1] < 3500


def rendered(path):
    return next(file.content.decode() for file in render(toy()) if str(file.path) == path)

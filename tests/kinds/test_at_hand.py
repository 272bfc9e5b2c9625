"""The manifest and the icons: what a device shows of the guide."""

import io
import json
import re
from dataclasses import replace

import pytest
from conftest import ROOT, guide, toy
from PIL import Image

from build_tools.kinds.guide import at_hand
from build_tools.kinds.guide.at_hand import ICONS, icons, manifest, offline
from build_tools.kinds.guide.entry import Guide
from build_tools.kinds.guide.makes import GROUND
from build_tools.made import File, Page

GROUND_PIXEL = (*bytes.fromhex(GROUND[1:]), 255)


def the_manifest(catalog):
    (file,) = manifest(catalog)
    return json.loads(file.content)


def pictures(catalog):
    return {file.path.name: Image.open(io.BytesIO(file.content)) for file in icons(catalog)}


def test_the_manifest_names_the_guide_and_holds_below_any_sub_path():
    found = the_manifest(toy())
    assert (found["name"], found["short_name"]) == ("Wobbly bicycle", "Wobbles")
    assert (found["start_url"], found["scope"], found["display"]) == ("./", "./", "standalone")
    assert not [icon["src"] for icon in found["icons"] if icon["src"].startswith(("/", "http"))]


@pytest.mark.parametrize("catalog", [toy(), guide()], ids=["toy", "guide"])
def test_every_icon_of_the_manifest_is_made(catalog):
    made = {str(thing.path) for sort in (File, Page) for thing in catalog.made(sort)}
    assert {icon["src"] for icon in the_manifest(catalog)["icons"]} <= made


def test_the_colours_are_those_of_the_light_pages():
    look = (ROOT / "overrides/stylesheets/site.css").read_text("utf-8")
    first = {
        name: re.search(rf"--{name}: light-dark\((#\w+)", look)[1] for name in ("accent", "paper")
    }
    assert first == {"accent": GROUND, "paper": at_hand.PAPER}


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.path.stem)
def test_an_icon_has_its_size_its_ground_and_its_mark(icon):
    drawn = pictures(guide())[icon.path.name].convert("RGBA")
    assert drawn.size == (icon.pixels, icon.pixels)
    corner = drawn.getpixel((0, 0))
    assert corner[3] == 0 if icon.purpose == "any" else corner == GROUND_PIXEL
    assert drawn.getpixel((icon.pixels // 2, 3)) == GROUND_PIXEL
    assert (255, 255, 255, 255) in {colour for _, colour in drawn.getcolors(99999)}


def test_the_mark_of_a_maskable_icon_lies_in_the_circle_that_no_device_cuts():
    drawn = pictures(guide())["icon-maskable.png"].convert("RGBA")
    half = drawn.width / 2
    far = [
        ((x - half) ** 2 + (y - half) ** 2) ** 0.5
        for x in range(0, drawn.width, 2)
        for y in range(0, drawn.height, 2)
        if drawn.getpixel((x, y)) != GROUND_PIXEL
    ]
    assert max(far) <= 0.4 * drawn.width  # https://www.w3.org/TR/appmanifest/#icon-masks


def test_a_guide_without_a_mark_has_a_dot():
    bare = toy().get(Guide, "site").model_copy(update={"mark": None})
    catalog = replace(toy(), entries={**toy().entries, bare.id: bare})
    drawn = pictures(catalog)["icon-192.png"].convert("RGBA")
    assert drawn.getpixel((96, 96)) == (255, 255, 255, 255)


def test_icons_are_the_same_bytes_each_time():
    first = [file.content for file in icons(toy())]
    at_hand.drawn.cache_clear()
    assert [file.content for file in icons(toy())] == first


def test_the_archive_is_named_as_the_guide_and_a_kept_page_says_the_day_of_its_build():
    (found,) = offline(toy())
    assert str(found.archive) == "wobbly-bicycle.zip"
    assert "1 February 2026" in found.notice
    strange = toy().get(Guide, "site").model_copy(update={"title": "自転車"})
    assert str(strange.archive) == "guide.zip"

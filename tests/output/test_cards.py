"""Cards: one a page, of the size that is shared, light, the same each time, drawn once."""

from dataclasses import replace
from io import BytesIO

import pytest
from conftest import toy
from PIL import Image

from build_tools.made import CardStyle
from build_tools.output.cards import draw_cards
from build_tools.output.pages import render

ADDRESS = "https://example.org/guide/"


@pytest.fixture(scope="module")
def shared():
    catalog = replace(toy(), address=ADDRESS)
    return catalog, [file for file in render(catalog) if file.path.suffix == ".md"]


def image(file):
    return Image.open(BytesIO(file.content))


def test_every_page_has_a_card_of_the_size_that_is_shared(shared, tmp_path):
    catalog, files = shared
    drawn = draw_cards(catalog, files, tmp_path)
    assert [*map(str, sorted(file.path for file in drawn.files))] == sorted(
        f"assets/cards/{file.path.with_suffix('.png')}" for file in files
    )
    assert {image(file).size for file in drawn.files} == {(1200, 630)}
    assert max(len(file.content) for file in drawn.files) < 40_000
    assert (drawn.made, drawn.problems) == (len(files), [])


def test_without_an_address_there_are_none(shared, tmp_path):
    assert draw_cards(toy(), shared[1], tmp_path).files == []


def test_the_same_page_gives_the_same_bytes(shared, tmp_path):
    first, second = (
        draw_cards(shared[0], shared[1][:2], tmp_path / name).files for name in ("a", "b")
    )
    assert first == second


def test_only_a_card_that_changed_is_drawn_again(shared, tmp_path):
    catalog, files = shared
    draw_cards(catalog, files[:3], tmp_path)
    assert draw_cards(catalog, files[:3], tmp_path).made == 0
    other = replace(files[0], content=files[0].content.replace(b'title: "', b'title: "Now '))
    assert draw_cards(catalog, [other, *files[1:3]], tmp_path).made == 1


def test_a_danger_sign_shows_its_level_in_its_colour(shared, tmp_path):
    catalog, files = shared
    (sign,) = (file for file in files if str(file.path) == "red-flags/cracked-fork/index.md")
    plain = replace(sign, content=sign.content.replace(b"level: ", b"no-level: "))
    cards = [image(file) for file in draw_cards(catalog, [sign, plain], tmp_path).files]
    shape, gap, word = (72, 64, 122, 114), (124, 64, 139, 114), (140, 64, 500, 114)
    assert [is_red(cards[0], box) for box in (shape, gap, word)] == [True, False, True]
    assert not is_red(cards[1], (0, 0, 1200, 630))


def is_red(card, box):
    """Whether anything within the box is red."""
    colours = card.convert("RGB").crop(box).getcolors(box[2] * box[3])
    return any(colour[0] > colour[1] + 99 for _, colour in colours)


def test_the_longest_title_fits(shared, tmp_path):
    catalog, files = shared
    title = ("Wide words " * 9)[:90].strip().encode()
    content = b'---\ntitle: "%s"\nlevel: "stop"\n---\n' % title
    drawn = draw_cards(catalog, [replace(files[0], content=content)], tmp_path)
    picture = image(drawn.files[0]).convert("L")
    band = picture.crop((0, 490, 1200, 499))
    assert band.getextrema()[0] > 200  # nothing of the title reaches the band below it


def test_a_card_that_cannot_be_drawn_is_a_problem(shared, tmp_path, monkeypatch):
    catalog, files = shared
    monkeypatch.setattr("build_tools.output.cards.ROOT", tmp_path / "output")
    source = tmp_path / "odd.typ"
    source.write_text("#no-such-thing")
    guide = replace(catalog.kinds["guide"], makes=(lambda _: [CardStyle(source, {}, {})],))
    odd = replace(catalog, kinds={"guide": guide})
    drawn = draw_cards(odd, files[:1], tmp_path / "cache")
    assert [problem.rule for problem in drawn.problems] == ["cannot-draw"]
    assert "assets/cards/" in str(drawn.problems[0])

"""A guide on any subject: its own levels, as many as it has; its own names for everything."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT, TOY

from build_tools import pipeline
from build_tools.output.pages import render
from build_tools.project import Project

TODAY = date(2026, 2, 1)
LEVEL = """
- id: {slug}
  title: {title}
  rank: {rank}
  shape: {shape}
  border: {border}
  colours: {{light: "#111111", dark: "#eeeeee"}}
  when: At times
  summary: Look again.
  heading: "Look again if:"
  sooner: "Look again if:"
"""


@pytest.fixture
def toy(tmp_path):
    return Path(shutil.copytree(TOY, tmp_path / "content"))


def pages_of(content: Path) -> dict[str, str]:
    catalog = pipeline.read_content(Project.at(ROOT, content), today=TODAY).catalog
    return {str(file.path): file.content.decode("utf-8", "replace") for file in render(catalog)}


def rename(content: Path, old: str, new: str) -> None:
    """Another name for the same thing, wherever it stands."""
    for path in content.rglob("*"):
        if path.suffix in {".yml", ".md"}:
            text = path.read_text("utf-8")
            path.write_text(re.sub(rf"(?<![\w-]){old}(?![\w-])", new, text), encoding="utf-8")


def cards(page: str) -> list[str]:
    return re.findall(r'<dt class="level at-level level-([a-z-]+)', page)


def test_the_cards_of_the_danger_signs_follow_the_ranks(toy):
    assert cards(pages_of(toy)["red-flags/index.md"]) == ["stop", "mend", "ride-on"]


def test_six_levels_give_six_cards_and_six_colours(toy):
    levels = toy / "levels/levels.yml"
    text = levels.read_text()
    ranked = text.replace("rank: 3", "rank: 6").replace("rank: 2", "rank: 4")
    for slug, rank, shape in (("some-day", 2, "hexagon"), ("soon", 3, "triangle")):
        ranked += LEVEL.format(slug=slug, title=slug, rank=rank, shape=shape, border="thin")
    ranked += LEVEL.format(slug="push", title="Push", rank=5, shape="diamond", border="medium")
    levels.write_text(ranked)
    pages = pages_of(toy)
    order = ["stop", "push", "mend", "soon", "some-day", "ride-on"]
    assert cards(pages["red-flags/index.md"]) == order
    style = pages["stylesheets/levels.css"]
    assert re.findall(r"^\.level-([a-z-]+)", style, re.MULTILINE) == order[::-1]


def test_the_file_order_of_levels_means_nothing(toy):
    before = pages_of(toy)
    levels = toy / "levels/levels.yml"
    items = re.split(r"(?m)^(?=- id: )", levels.read_text())[1:]
    levels.write_text("".join(reversed(items)))
    assert pages_of(toy) == before


def test_levels_may_have_any_names(toy):
    before = pages_of(toy)
    for old, new in (("stop", "halt"), ("mend", "fix"), ("ride-on", "roll-on")):
        rename(toy / "levels", f"id: {old}", f"id: {new}")
        rename(toy, f"level: {old}", f"level: {new}")
    after = pages_of(toy)
    assert cards(after["red-flags/index.md"]) == ["halt", "fix", "roll-on"]
    assert re.sub(r"halt", "stop", after["index.md"]) == before["index.md"]


def test_the_home_page_the_missing_page_and_the_checklist_may_have_any_names(toy):
    before = pages_of(toy)
    for folder, old, new in (
        ("pages", "index.md", "start.md"),
        ("pages", "404.md", "lost.md"),
        ("checklists", "before-the-ride.yml", "sheet.yml"),
    ):
        (toy / folder / old).rename(toy / folder / new)
    rename(toy, "home: index", "home: start")
    rename(toy, 'not_found: "404"', "not_found: lost")
    rename(toy, "checklist:before-the-ride", "checklist:sheet")
    after = pages_of(toy)
    assert set(before) - set(after) == {"before-the-ride/index.md"}
    assert set(after) - set(before) == {"sheet/index.md"}


def problem_of(content: Path) -> str:
    with pytest.raises(pipeline.ContentError) as error:
        pipeline.read_content(Project.at(ROOT, content), today=TODAY)
    return str(error.value)


@pytest.mark.parametrize(
    ("name", "old", "new", "line"),
    [
        (
            "levels/levels.yml",
            "shape: square",
            "shape: sqare",
            "did you mean 'square'? [unknown-shape]",
        ),
        ("levels/levels.yml", "shape: square", "shape: circle", "[level-alike]"),
        ("levels/levels.yml", "rank: 2", "rank: 1", "[level-alike]"),
        ("site.yml", "home: index", "home: indx", "did you mean 'index'? [unknown-entry]"),
        ("site.yml", "home: index\n", "", "home: is required [missing-field]"),
        ("checklists/before-the-ride.yml", "complete: true\n", "", "[one-complete]"),
        ("pages/mechanisms.md", "lists: [mechanism]\n", "", "[no-index]"),
    ],
)
def test_what_is_special_is_declared_and_a_wrong_one_is_a_line(toy, name, old, new, line):
    text = (toy / name).read_text()
    assert old in text
    (toy / name).write_text(text.replace(old, new))
    assert line in problem_of(toy)

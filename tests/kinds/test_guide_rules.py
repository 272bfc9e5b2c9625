"""What the guide's menus open, what its prose may ring, what a page may list."""

import shutil

import pytest
from conftest import ROOT, TOY

from build_tools import pipeline
from build_tools.problems import ContentError
from build_tools.project import Project


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("pages/about.md", "lists: [", "lists: [drawing, ", "whose entries can be opened"),
        ("pages/about.md", "lists: [", "lists: [page, ", "whose entries can be opened"),
        ("site.yml", 'to: "page:causes"', 'to: "drawing:wheel"', "must open a page"),
        ("site.yml", 'number: "112"', 'number: "12"', "must be an emergency number of DE"),
        ("site.yml", "home: index", 'home: "404"', "must be another page than `not_found`"),
        ("drawings/wheel.yml", "M0 90h100", "M0 1e9h100", "M10 20L30 40"),
        ("drawings/wheel.yml", "M0 90h100", "M0 90h99999", "M10 20L30 40"),
        ("pages/about.md", "published: 2026-01-31\n---\n",
         "published: 2026-01-31\n---\nRing [0900 123 456](tel:0900123456).\n\n", "must ring"),
    ],
)  # fmt: skip
def test_what_leads_astray_is_told(tmp_path, name, old, new, said):
    content = shutil.copytree(TOY, tmp_path / "content")
    text = (content / name).read_text("utf-8")
    assert old in text
    (content / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=said):
        pipeline.read_content(Project.at(ROOT, content))


def test_the_guides_own_numbers_may_be_rung(tmp_path):
    content = shutil.copytree(TOY, tmp_path / "content")
    with (content / "pages/about.md").open("a") as page:
        page.write("\nRing [112](tel:112).\n")
    assert pipeline.read_content(Project.at(ROOT, content))


@pytest.mark.parametrize(
    "address",
    [
        "http://www.nhs.uk@evil.example/",
        "https://[",
        "https://www.nhs.uk\u2100evil.example/",
        "https://www.nh\u0455.uk/",
        "https://example.org:8443/",
        "https:evil.example",
    ],
)
def test_a_sources_address_is_plain(tmp_path, address):
    content = shutil.copytree(TOY, tmp_path / "content")
    for path in (content / "sources").glob("*.yml"):
        text = path.read_text("utf-8")
        path.write_text(text.replace("https://example.org/book", address), encoding="utf-8")
    with pytest.raises(ContentError, match="URL"):
        pipeline.read_content(Project.at(ROOT, content))


def test_a_folder_too_deep_is_told(tmp_path):
    content = shutil.copytree(TOY, tmp_path / "content")
    content.joinpath(*["causes", *"a" * 60]).mkdir(parents=True)
    with pytest.raises(ContentError, match="causes/a"):
        pipeline.read_content(Project.at(ROOT, content))


def test_without_a_guide_that_is_what_is_told(tmp_path):
    content = shutil.copytree(TOY, tmp_path / "content")
    (content / "site.yml").unlink()
    with pytest.raises(ContentError, match="must hold the guide"):
        pipeline.read_content(Project.at(ROOT, content))


def test_a_second_guide_is_told(tmp_path):
    content = shutil.copytree(TOY, tmp_path / "content")
    (content / "site").mkdir()
    shutil.copy(content / "site.yml", content / "site/other.yml")
    with pytest.raises(ContentError, match="must be no guide of its own beside 'site'"):
        pipeline.read_content(Project.at(ROOT, content))


def test_a_path_that_nearly_fits_is_told_at_once(tmp_path):
    content = shutil.copytree(TOY, tmp_path / "content")
    file = content / "drawings/wheel.yml"
    file.write_text(file.read_text().replace("path: M0 90h100", "path: " + "1.1 " * 60 + "x"))
    with pytest.raises(ContentError, match="M10 20L30 40"):
        pipeline.read_content(Project.at(ROOT, content))

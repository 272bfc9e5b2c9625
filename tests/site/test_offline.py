import json
import shutil
from pathlib import PurePosixPath

import pytest

from build_tools.made import Offline
from build_tools.site import offline as module
from build_tools.site.offline import keep
from build_tools.site.read import WORKER

OFFLINE = Offline(PurePosixPath("toy.zip"), "A copy, <made> on a day.")
PAGE = (
    '<html><head><link rel="stylesheet" href="{up}look/a.css"></head>'
    '<body><article><a href="{up}">Home</a> <a href="{up}sheet.pdf">Sheet</a>'
    ' <a href="{up}data/all.json">Data</a> <a href="{up}toy.zip">All</a></article></body></html>'
)


@pytest.fixture
def built(tmp_path):
    site = tmp_path / "built"
    for name in ("look", "data", "part", "javascripts"):
        (site / name).mkdir(parents=True)
    (site / "index.html").write_text(PAGE.format(up="./"))
    (site / "part/index.html").write_text(PAGE.format(up="../"))
    (site / "404.html").write_text(PAGE.format(up="/"))
    (site / "look/a.css").write_text("@font-face { src: url('b.ttf') }")
    for name in (
        "look/b.ttf",
        "look/a.css.map",
        "sheet.pdf",
        "data/all.json",
        "javascripts/later.js",
        "sitemap.xml",
    ):
        (site / name).write_text("x")
    return site


def given(site):
    first, _, source = (site / WORKER).read_text("utf-8").partition("\n")
    assert source == module.SOURCE.read_text("utf-8")
    return json.loads(first.removeprefix("const KEPT = ").removesuffix(";"))


def test_pages_and_what_they_show_are_kept_and_nothing_else(built):
    assert keep(built, OFFLINE) == 7
    assert sorted(given(built)["files"]) == [
        *("404.html", "index.html", "javascripts/later.js", "look/a.css", "look/b.ttf"),
        *("part/index.html", "sheet.pdf"),
    ]


def test_of_a_large_site_no_sheet_is_kept(built, monkeypatch):
    monkeypatch.setattr(module, "MOST", 100)
    keep(built, OFFLINE)
    assert "sheet.pdf" not in given(built)["files"]


def test_the_line_of_a_kept_page_is_text(built):
    keep(built, OFFLINE)
    assert "A copy, &#60;made&#62; on a day." in given(built)["notice"]


def test_the_version_is_the_same_for_the_same_site(built):
    keep(built, OFFLINE)
    first = (built / WORKER).read_bytes()
    keep(built, OFFLINE)
    assert (built / WORKER).read_bytes() == first


@pytest.mark.parametrize("name", ["index.html", "look/a.css", "look/b.ttf", "sheet.pdf"])
def test_the_version_changes_with_any_kept_byte(built, tmp_path, name):
    keep(built, OFFLINE)
    other = shutil.copytree(built, tmp_path / "other")
    (other / name).write_text((built / name).read_text() + " ")
    keep(other, OFFLINE)
    versions = given(built), given(other)
    assert versions[0]["version"] != versions[1]["version"]
    changed = {
        path for path, found in versions[0]["files"].items() if versions[1]["files"][path] != found
    }
    assert changed == {name}


def test_the_version_does_not_change_with_what_is_not_kept(built):
    keep(built, OFFLINE)
    before = given(built)["version"]
    (built / "sitemap.xml").write_text("y")
    keep(built, Offline(OFFLINE.archive, "Made on another day."))
    assert given(built)["version"] == before

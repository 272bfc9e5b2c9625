"""The real site, by both engines, and by MkDocs alone as a contributor may run it."""

import json
import os
import re
import subprocess
import sys

import pytest
from conftest import ROOT, run

pytestmark = pytest.mark.build
LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


def test_every_page_is_built_for_its_address(real_site):
    home = (real_site / "index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/guide/">' in home
    assert "<loc>https://example.org/guide/causes/</loc>" in (real_site / "sitemap.xml").read_text(
        "utf-8"
    )


def test_without_an_address_nothing_pretends_to_have_one(toy_site):
    assert 'rel="canonical"' not in (toy_site / "index.html").read_text("utf-8")
    assert "<loc>" not in (toy_site / "sitemap.xml").read_text("utf-8")


def test_its_sitemap_names_each_page_with_its_last_review(real_site):
    text = (real_site / "sitemap.xml").read_text("utf-8")
    pages = list(real_site.rglob("index.html"))
    assert text.count("<loc>") == text.count("<lastmod>") == len(pages)
    assert "Sitemap: https://example.org/guide/sitemap.xml" in (real_site / "robots.txt").read_text(
        "utf-8"
    )


def test_every_page_says_what_it_is_and_has_its_card(real_pages):
    shared = [page for page in real_pages.pages.values() if page.path.name == "index.html"]
    assert shared
    for page in shared:
        said = json.loads(page.soup.find("script", type="application/ld+json").get_text())
        assert said["url"] == page.soup.select_one("link[rel=canonical]")["href"]
        card = page.soup.select_one('meta[property="og:image"]')["content"]
        name = card.removeprefix("https://example.org/guide/")
        assert (real_pages.folder / name).is_file()


def test_without_an_address_there_are_no_cards(toy_site):
    assert not (toy_site / "assets/cards").exists()
    assert "og:image" not in (toy_site / "index.html").read_text("utf-8")


def test_the_missing_page_finds_its_styles_from_anywhere(real_site):
    page = (real_site / "404.html").read_text("utf-8")
    assert 'href="/guide/stylesheets/all-' in page
    assert 'href="/guide/causes/"' in page


def test_the_second_engine_gives_the_same_pages(real_site, tmp_path):
    done = run(
        "build",
        "--engine",
        "zensical",
        "--site",
        tmp_path / "site",
        SITE_URL="https://example.org/guide/",
    )
    assert done.returncode == 0, done.stderr
    pages = [
        sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
        for site in (real_site, tmp_path / "site")
    ]
    assert pages[0] == pages[1]
    assert same(real_site, tmp_path / "site", "sitemap.xml")
    assert same(real_site, tmp_path / "site", "assets/cards/index.png")
    heads = [
        LD.findall((site / "index.html").read_text("utf-8"))
        for site in (real_site, tmp_path / "site")
    ]
    assert heads[0] == heads[1]


def same(one, other, name):
    """Whether a file has the same bytes on two sites."""
    return (one / name).read_bytes() == (other / name).read_bytes()


def test_mkdocs_alone_is_silent_and_strict(tmp_path):
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--quiet",
        "--site-dir",
        str(tmp_path / "site"),
    ]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

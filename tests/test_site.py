"""The real site, by both engines, and by MkDocs alone as a contributor may run it."""

import os
import subprocess
import sys

import pytest
from conftest import ROOT, run

pytestmark = pytest.mark.build


def test_every_page_is_built_for_its_address(real_site):
    home = (real_site / "index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/guide/">' in home
    assert "<loc>https://example.org/guide/causes/</loc>" in (real_site / "sitemap.xml").read_text(
        "utf-8"
    )


def test_without_an_address_nothing_pretends_to_have_one(toy_site):
    assert 'rel="canonical"' not in (toy_site / "index.html").read_text("utf-8")
    assert "<loc>" not in (toy_site / "sitemap.xml").read_text("utf-8")


def test_the_missing_page_finds_its_styles_from_anywhere(real_site):
    page = (real_site / "404.html").read_text("utf-8")
    assert 'href="/guide/stylesheets/site.css"' in page
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

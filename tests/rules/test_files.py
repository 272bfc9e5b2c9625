import shutil
from dataclasses import replace
from pathlib import PurePosixPath

import pytest
from conftest import toy

from build_tools.rules.files import every_file_is_known
from build_tools.site.read import read_site


def test_every_file_of_a_site_is_known(toy_pages):
    assert every_file_is_known(toy_pages, toy()) == []


@pytest.mark.parametrize("name", ["x.htm", "assets/x.svg", "x.html", "assets/evil.js", ".hidden"])
def test_a_strange_file_is_found(toy_pages, tmp_path, name):
    site = shutil.copytree(toy_pages.folder, tmp_path / "site")
    (site / name).write_text("<script>x()</script>")
    (problem,) = every_file_is_known(read_site(site, tmp_path), toy())
    assert problem.location.path == PurePosixPath("site", name)


@pytest.mark.parametrize("pattern", ["javascripts/site.js", "stylesheets/all-*.css"])
def test_a_file_of_the_look_with_other_bytes_is_found(toy_pages, tmp_path, pattern):
    site = shutil.copytree(toy_pages.folder, tmp_path / "site")
    changed = next(site.glob(pattern))
    changed.write_text("x()")
    (problem,) = every_file_is_known(replace(toy_pages, folder=site), toy())
    assert problem.location.path.name == changed.name

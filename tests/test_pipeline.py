import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT, TOY, TOY_LOCK, run

from build_tools import pipeline
from build_tools.problems import ContentError
from build_tools.project import Project

GOLDEN = ROOT / "tests/golden/bicycle"
TODAY = date(2026, 2, 1)


def toy_project(root):
    """The toy guide in a project of its own, so that the real build folder stays as it is."""
    for name in ("mkdocs.yml", "overrides"):
        (root / name).symlink_to(ROOT / name)
    shutil.copytree(TOY, root / "content")
    shutil.copy(TOY_LOCK, root)
    return replace(Project.at(root), site_url="")


@pytest.fixture
def project(tmp_path):
    return toy_project(tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Such a project once it is built, and what its stages said."""
    project, said = toy_project(tmp_path_factory.mktemp("built")), []
    pipeline.build(project, "mkdocs", lambda *words: said.append(words))
    return project, said


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_toy_guide_gives_the_golden_pages(project, update_golden):
    pipeline.generate(project, today=TODAY)
    if update_golden:
        shutil.rmtree(GOLDEN, ignore_errors=True)
        shutil.copytree(
            project.docs, GOLDEN, ignore=shutil.ignore_patterns("*.pdf", "*.png", "fonts")
        )
    made = {
        name: content
        for name, content in files(project.docs).items()
        if not name.endswith((".pdf", ".png")) and "/fonts/" not in name
    }
    golden = files(GOLDEN)
    assert sorted(made) == sorted(golden)
    assert [name for name in golden if made[name] != golden[name]] == []


def test_a_second_run_writes_nothing(project):
    pipeline.generate(project, today=TODAY)
    changes = pipeline.generate(project, today=TODAY).changes
    assert (changes.written, changes.removed) == (0, 0)


def test_nothing_is_written_when_something_is_wrong(project):
    (project.content / "causes/soft-tyre.yml").write_text("titel: x\n")
    with pytest.raises(ContentError):
        pipeline.generate(project, today=TODAY)
    assert not project.docs.exists()


@pytest.mark.build
def test_a_build_says_each_stage(built):
    _, said = built
    assert [words[0] for words in said] == ["generate", "mkdocs", "finish", "verify", "publish"]


@pytest.mark.build
def test_a_failed_build_leaves_the_last_good_site(built, tmp_path):
    before = files(built[0].site)
    shutil.copytree(built[0].root, tmp_path / "copy", symlinks=True)
    project = Project.at(tmp_path / "copy")
    assert files(project.site) == before
    (project.content / "causes/soft-tyre.yml").write_text("titel: x\n")
    with pytest.raises(ContentError):
        pipeline.build(project, "mkdocs", lambda *_: None)
    assert files(project.site) == before


@pytest.mark.build
def test_the_same_content_gives_the_same_bytes(built, toy_site):
    assert files(built[0].site) == files(toy_site)


@pytest.mark.build
def test_both_engines_give_the_same_pages(project, toy_site):
    pipeline.build(project, "zensical", lambda *_: None)
    pages = [
        sorted(name for name in files(site) if name.endswith(".html"))
        for site in (toy_site, project.site)
    ]
    assert pages[0] == pages[1]


@pytest.mark.build
def test_the_command_line_says_what_it_did(toy_site):
    checked, verified = (
        run("check", "--content", TOY),
        run("verify", "--content", TOY, "--site", toy_site),
    )
    first, *more = checked.stdout.splitlines()
    assert (checked.returncode, first) == (
        0,
        "53 entries, 12 paths of check proven, 112 words on its longest path of 200, no problems",
    )
    assert all(line.endswith("[overdue]") for line in more)
    assert (verified.returncode, verified.stdout) == (
        0,
        "34 pages, 12 paths of check walked, no problems\n",
    )


@pytest.mark.build
def test_an_address_without_its_scheme_is_refused():
    done = run("build", "--content", TOY, SITE_URL="example.org/guide/")
    said = (
        "SITE_URL:1: must start with 'https://', found 'example.org/guide/'; "
        "try 'https://example.org/guide/' [bad-address]"
    )
    assert (done.returncode, done.stderr.splitlines()[0]) == (1, said)


@pytest.mark.parametrize(
    "address",
    ["https://example.org/gu ide/", "https://example.org/?x=1", "https://", "ftp://example.org/"],
)
def test_an_address_that_no_page_can_lie_below_is_refused(address):
    project = replace(Project.at(ROOT, TOY), site_url=address)
    with pytest.raises(ContentError, match="must be an address like"):
        pipeline.build(project, "mkdocs", lambda *_: None)


@pytest.mark.build
def test_a_site_that_is_not_there_is_said_in_one_line(tmp_path):
    done = run("verify", "--content", TOY, "--site", tmp_path / "none")
    assert (done.returncode, done.stderr.splitlines()) == (
        1,
        ["none:1: holds no site; `make site` builds one [no-site]", "1 problem in 1 file"],
    )


@pytest.mark.build
def test_wrong_usage_is_exit_code_2():
    assert run("build", "--engine", "hugo").returncode == 2
    assert run("check", "--content", "/nowhere").returncode == 2

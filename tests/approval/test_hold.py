"""The content is what was approved, or is refused at its place; the command line says so."""

import shutil
from datetime import date

import pytest
from conftest import ROOT, TOY, TOY_LOCK, guide, run, toy

from build_tools.approval.file import read
from build_tools.approval.hold import approve, unapproved
from build_tools.pipeline import read_content
from build_tools.problems import ContentError
from build_tools.project import Project

DAY = date(2026, 2, 1)


@pytest.fixture
def edited(tmp_path):
    """A copy of the toy guide with its lock, of which a file can be changed."""
    shutil.copy(TOY_LOCK, tmp_path)
    content = shutil.copytree(TOY, tmp_path / "content")

    def edited(name="", old="", new=""):
        if name:
            text = (content / name).read_text("utf-8")
            assert old in text
            (content / name).write_text(text.replace(old, new), encoding="utf-8")
        return read_content(Project.at(ROOT, content), today=DAY).catalog

    return edited


def test_both_guides_are_as_they_were_approved():
    assert list(unapproved(guide(), ROOT / "safety.lock.yml")) == []
    assert list(unapproved(toy(), TOY_LOCK)) == []


def test_a_changed_word_is_told_with_both_wordings(edited, tmp_path):
    catalog = edited("red-flags/cracked-fork.yml", "Get off and walk.", "Ride on slowly.")
    (problem,) = unapproved(catalog, tmp_path / "safety.lock.yml")
    assert str(problem.location).endswith("red-flags/cracked-fork.yml:12")
    assert "says 'Ride on slowly.', approved is 'Get off and walk.'" in problem.message


def test_without_a_lock_a_guide_with_levels_is_refused(tmp_path):
    (problem,) = unapproved(toy(), tmp_path / "safety.lock.yml")
    assert "must be there" in problem.message


def test_an_approval_that_is_milder_needs_a_reason(edited, tmp_path):
    lock = tmp_path / "safety.lock.yml"
    catalog = edited("levels/levels.yml", "rank: 3", "rank: 4")
    approve(catalog, lock, "", DAY)
    catalog = edited("levels/levels.yml", "rank: 4", "rank: 3")
    with pytest.raises(ContentError, match="would be milder"):
        approve(catalog, lock, " ", DAY)
    assert approve(catalog, lock, "A new study.", DAY)
    assert list(unapproved(catalog, lock)) == []
    last = read(lock).log[-1]
    assert (last["day"], last["reason"]) == ("2026-02-01", "A new study.")
    assert any("level.rank says '3', approved is '4'" in line for line in last["milder"])


def test_an_approval_of_nothing_new_writes_nothing(edited, tmp_path):
    lock = tmp_path / "safety.lock.yml"
    before = lock.read_bytes()
    assert approve(edited(), lock, "", DAY) == []
    assert lock.read_bytes() == before


def test_check_refuses_and_approve_lets_it_pass(edited, tmp_path):
    edited("red-flags/cracked-fork.yml", "Get off and walk.", "Get off, and walk home.")
    refused = run("check", "--content", tmp_path / "content")
    assert refused.returncode == 1
    assert "[not-approved]" in refused.stderr
    assert "Get off, and walk home." in run("approve", "--content", tmp_path / "content").stdout
    assert run("check", "--content", tmp_path / "content").returncode == 0

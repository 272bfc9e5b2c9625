"""What a change touches, as CI tells it on a pull request."""

import shutil
import subprocess

import pytest
from conftest import ROOT

BASH = shutil.which("bash")
SCOPE = ROOT / ".ci/scope"


@pytest.fixture
def scope(tmp_path):
    """Commit files on top of a first commit, and hear what is said of them."""

    def git(*arguments):
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        command = ["git", *who, *arguments]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)

    def commit(**files):
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/").replace("_lock", ".lock.yml")
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        git("add", "-A")
        git("commit", "-q", "-m", "x")

    git("init", "-q", "-b", "main")
    commit(content__a="a", tools="a", safety_lock="log:\n- day: 1\napproved: {}\n")
    git("branch", "base")

    def scope(**files):
        commit(**files)
        return subprocess.run(
            [BASH, SCOPE, "base"], cwd=tmp_path, capture_output=True, text=True, check=False
        )

    return scope


def test_words_only(scope):
    assert scope(content__a="b").stdout == "This change touches words only.\n"


def test_tools_only(scope):
    assert scope(tools="b").stdout == "This change touches tools only.\n"


def test_both_are_told(scope):
    assert "words and tools" in scope(content__a="b", tools="b").stdout


def test_an_approved_copy_without_an_approval_is_refused(scope):
    done = scope(content__a="b", safety_lock="log:\n- day: 1\napproved: {a: b}\n")
    assert (done.returncode, "without an approval" in done.stderr) == (1, True)


def test_an_approved_copy_with_its_approval_is_told(scope):
    done = scope(content__a="b", safety_lock="log:\n- day: 1\n- day: 2\napproved: {a: b}\n")
    assert (done.returncode, "must agree" in done.stdout) == (0, True)

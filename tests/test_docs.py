"""The words about the project say what is true of it."""

import re
import subprocess

from conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = re.findall(r"(?m)^([a-z]+):.*## ", MAKEFILE)


def test_make_help_names_every_target():
    said = subprocess.run(
        ["make", "--no-print-directory", "help"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert [line.split()[0] for line in said.splitlines()] == TARGETS


def test_the_readme_names_targets_that_there_are():
    named = set(re.findall(r"`make ([a-z]+)`|^make ([a-z]+)$", README, re.MULTILINE))
    assert {a or b for a, b in named} <= set(TARGETS)
    assert re.search(r"```sh\nmake site\nmake test\n```", README)


def test_files_that_the_words_name_are_there():
    for name in ("README.md", "CONTRIBUTING.md"):
        for path in re.findall(r"\]\(([\w./-]+)\)", (ROOT / name).read_text("utf-8")):
            assert (ROOT / path).exists(), f"{name} names {path}"


def test_locks_hold_hashes_and_name_no_host_or_folder():
    for name in ("requirements.txt", "requirements-test.txt"):
        lock = (ROOT / name).read_text("utf-8")
        assert not re.search(r"://|--index|file:|/\w+/", lock)
        assert lock.count("==") <= lock.count("--hash=sha256:")

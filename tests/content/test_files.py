import os

import pytest

from build_tools.content.files import LONGEST, unfit_file, unfit_name


@pytest.mark.parametrize("name", ["con.yml", "LPT1.md", "rim.", "a" * (LONGEST + 1) + ".yml"])
def test_a_name_that_some_machine_cannot_hold_is_told(name):
    assert unfit_name(name)


@pytest.mark.parametrize("name", ["concert.yml", "console.yml", "rim.yml", "a" * LONGEST + ".yml"])
def test_every_other_name_may_stand(name):
    assert unfit_name(name) == ""


def rule_of(path, content):
    unfit = unfit_file(path, path.relative_to(content))
    return unfit[0].name if unfit else ""


def test_an_entry_is_a_file_right_in_its_folder(tmp_path):
    parts = tmp_path / "parts"
    (parts / "more").mkdir(parents=True)
    (parts / "folder.yml").mkdir()
    for name in ("rim.yml", ".rim.yml", ".hidden", ".DS_Store", "more/rim.yml"):
        (parts / name).write_text("title: A\n")
    os.mkfifo(parts / "pipe.yml")
    (parts / "to-nothing.yml").symlink_to(tmp_path / "nothing.yml")
    assert {str(path.relative_to(parts)): rule_of(path, tmp_path) for path in parts.rglob("*")} == {
        "more": "not-a-file",
        "folder.yml": "not-a-file",
        "rim.yml": "",
        ".rim.yml": "hidden-entry",
        ".hidden": "hidden-entry",
        ".DS_Store": "",
        "more/rim.yml": "not-a-file",
        "pipe.yml": "not-a-file",
        "to-nothing.yml": "link-in-content",
    }

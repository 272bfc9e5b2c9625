"""The command line tells whatever is wrong in lines, and ends with 1."""

import sys

import pytest
from conftest import ROOT, TOY

from build_tools import __main__ as command
from build_tools import checking
from build_tools.problems import ContentError, Location, Problem, printable
from build_tools.project import Project


def told(monkeypatch, capsys, error):
    def fail(*_):
        raise error

    monkeypatch.setattr(checking, "checked", fail)
    monkeypatch.setattr(sys, "argv", ["build_tools", "check"])
    with pytest.raises(SystemExit) as ended:
        command.main()
    assert ended.value.code == 1
    return capsys.readouterr().err


def test_a_fault_of_the_tools_is_a_line_and_asks_for_a_report(monkeypatch, capsys):
    (line,) = told(monkeypatch, capsys, ValueError("odd\nthing")).splitlines()
    assert "ValueError: odd\\nthing" in line
    assert "Please report" in line


def test_a_file_that_cannot_be_read_is_a_line(monkeypatch, capsys):
    error = PermissionError(13, "Permission denied", "build/docs")
    assert told(monkeypatch, capsys, error) == "build/docs: Permission denied [file-system]\n"


def test_nothing_that_is_printed_can_steer_a_log():
    where = Location(TOY.relative_to(ROOT) / "a\n::error::b\x1b[31m")
    assert str(Problem(where, "x", "y")).count("\n") == 0
    assert printable("a\x1b\udcff") == "a\\x1b\\udcff"


def test_content_that_is_a_link_is_refused(tmp_path):
    (tmp_path / "content").symlink_to(TOY)
    with pytest.raises(ContentError, match="must be a folder, found a link"):
        checking.read_content(Project.at(ROOT, tmp_path / "content"))

"""One formatter, one linter, strict types: all settings are in pyproject.toml."""

import subprocess
import sys

import pytest
from conftest import ROOT

COMMANDS = [
    "ruff check .",
    "ruff format --check .",
    pytest.param("mypy", marks=pytest.mark.build),  # as slow as a build
]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_code_is_in_style(command):
    done = subprocess.run(
        [sys.executable, "-m", *command.split()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout

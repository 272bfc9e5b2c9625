"""One formatter, one linter, strict types, workflows that are safe; settings in pyproject.toml."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

COMMANDS = [
    "ruff check .",
    "ruff format --check .",
    "zizmor --offline --quiet .github",
    pytest.param("mypy", marks=pytest.mark.build),  # as slow as a build
]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_code_is_in_style(command):
    program, *rest = command.split()
    done = subprocess.run(
        [Path(sys.executable).with_name(program), *rest],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout

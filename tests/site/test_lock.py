import subprocess
import sys

import pytest
from conftest import ROOT

from build_tools.problems import ContentError
from build_tools.site.lock import one_at_a_time

HOLD = """
import sys
from pathlib import Path
from build_tools.site.lock import one_at_a_time
with one_at_a_time(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def another(tmp_path):
    """Another process that works in the folder until its input ends."""
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield process


@pytest.mark.usefixtures("another")
def test_a_second_build_says_that_there_is_another(tmp_path):
    with pytest.raises(ContentError, match="another build"), one_at_a_time(tmp_path, 0.1):
        pass


def test_a_second_build_waits_for_the_first(another, tmp_path):
    another.stdin.close()
    with one_at_a_time(tmp_path, 60):
        assert another.wait() == 0


def test_a_build_may_hold_its_own_folder_twice(tmp_path):
    with one_at_a_time(tmp_path, 0.1), one_at_a_time(tmp_path, 0.1):
        assert (tmp_path / ".lock").exists()

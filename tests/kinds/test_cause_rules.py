"""What causes tell of danger signs is written once, and never at a milder level."""

import shutil

import pytest
from conftest import ROOT, TOY

from build_tools import pipeline
from build_tools.problems import ContentError
from build_tools.project import Project

LINES = "warning-signs/lines.yml"
CAUSE = "causes/loose-headset.yml"
OWN = '    signs: ["the play comes back"]'


def read_with(tmp_path, name, old, new):
    """The toy guide, read with a change in one file."""
    content = shutil.copytree(TOY, tmp_path / "content")
    file = content / name
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))
    pipeline.read_content(Project.at(ROOT, content))


def test_a_level_that_the_danger_sign_does_not_have_is_told(tmp_path):
    said = r"lines.yml:3: level: must be a level at which 'cracked-fork' calls .* found 'mend'"
    with pytest.raises(ContentError, match=said):
        read_with(tmp_path, LINES, "level: stop", "level: mend")


def test_a_line_that_tells_a_warning_sign_in_other_words_is_told(tmp_path):
    line = "a dark line has begun to run all round your fork"
    own = f'    signs: ["{line}"]\n  - level: mend\n{OWN}'
    with pytest.raises(ContentError, match="must be told once, as a warning sign"):
        read_with(tmp_path, CAUSE, f"  - level: mend\n{OWN}", f"  - level: stop\n{own}")


def test_a_line_that_tells_a_warning_sign_at_another_level_is_told(tmp_path):
    own = '    signs: ["a dark line runs round the fork"]'
    with pytest.raises(ContentError, match="must be told once, as a warning sign"):
        read_with(tmp_path, CAUSE, OWN, own)


def test_a_line_of_the_cause_alone_may_be_its_own(tmp_path):
    own = f'    signs: ["the bars turn by themselves"]\n  - level: mend\n{OWN}'
    read_with(tmp_path, CAUSE, f"  - level: mend\n{OWN}", f"  - level: stop\n{own}")

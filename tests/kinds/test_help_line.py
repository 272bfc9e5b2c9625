"""The numbers of help lines ring, long ones and short ones."""

import shutil

import pytest
from conftest import ROOT, TOY

from build_tools import pipeline
from build_tools.problems import ContentError
from build_tools.project import Project


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("112 358", "must be a phone number of DE"),
        ("99", "must be a phone number of DE"),
        ("ring us", "must be a phone number, found"),
    ],
)
def test_a_number_that_does_not_ring_is_told(tmp_path, number, said):
    content = shutil.copytree(TOY, tmp_path / "content")
    file = content / "help-lines/lines.yml"
    file.write_text(file.read_text().replace("number: 030 901820", f'number: "{number}"'))
    with pytest.raises(ContentError, match=said):
        pipeline.read_content(Project.at(ROOT, content))


def test_a_short_number_may_be_one(tmp_path):
    content = shutil.copytree(TOY, tmp_path / "content")
    file = content / "help-lines/lines.yml"
    file.write_text(file.read_text().replace("number: 030 901820", 'number: "116 117"'))
    assert pipeline.read_content(Project.at(ROOT, content))

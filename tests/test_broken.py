"""Every mistake an author can make, as two projects, against the exact lines they must cause."""

import pytest
from conftest import ROOT, run

from build_tools.site.publish import MANIFEST

BROKEN = ROOT / "tests/broken"


@pytest.mark.parametrize("project", ["reading", "whole", "flow"])
def test_every_mistake_is_told_in_one_run(project, update_golden, tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good site")
    (site / MANIFEST).write_text("index.html\n")
    done = run("build", "--content", BROKEN / project, "--site", site)
    expected = BROKEN / f"{project}.txt"
    if update_golden:
        expected.write_text(done.stderr, encoding="utf-8")
    assert done.stderr == expected.read_text(encoding="utf-8")
    assert (done.returncode, done.stdout) == (1, "")
    assert sorted(path.name for path in site.iterdir()) == [MANIFEST, "index.html"]

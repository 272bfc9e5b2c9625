"""Every mistake an author can make, in three folders, against the exact lines they must cause.

A folder holds no more than its mistakes: `tests/broken/README.md` says how to add one.
"""

import shutil

import pytest
from conftest import ROOT, TOY, run

from build_tools.site.publish import MANIFEST

pytestmark = pytest.mark.build

BROKEN = ROOT / "tests/broken"


@pytest.mark.parametrize("folder", ["reading", "whole", "flow"])
def test_every_mistake_is_told_in_one_run(folder, update_golden, tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good site")
    (site / MANIFEST).write_text("index.html\n")
    content = lay(BROKEN / folder, tmp_path / "content")
    done = run("build", "--content", content, "--site", site)
    expected = BROKEN / f"{folder}.txt"
    if update_golden:
        expected.write_text(done.stderr, encoding="utf-8")
    assert done.stderr == expected.read_text(encoding="utf-8")
    assert (done.returncode, done.stdout) == (1, "")
    assert sorted(path.name for path in site.iterdir()) == [MANIFEST, "index.html"]


def lay(folder, content):
    """The toy guide with the folder laid over it."""
    shutil.copytree(TOY, content)
    for file in sorted(folder.rglob("*")):
        place = content / file.relative_to(folder)
        if file.name == "absent.txt":
            for name in file.read_text("utf-8").splitlines():
                (content / name).unlink()
        elif file.suffix == ".diff":
            place = place.with_suffix("")
            text = patched(place.relative_to(content), file.read_text("utf-8"))
            place.write_text(text, encoding="utf-8")
        elif not file.is_dir():
            place.parent.mkdir(exist_ok=True)
            shutil.copy(file, place, follow_symlinks=False)
    return content


def patched(name, diff):
    """A file of the toy guide with the changes of a diff: `- ` finds the first line like it."""
    changes = diff.splitlines()
    if changes[0].startswith("like "):
        name = changes.pop(0).removeprefix("like ")
    lines = (TOY / name).read_text("utf-8").splitlines()
    at, margin = 0, ""
    for change in changes:
        text = change[2:]
        if change.startswith("- "):
            at = [line.strip() for line in lines].index(text)
            margin = lines.pop(at).removesuffix(text)
        else:
            lines.insert(at, f"{margin}{text}")
            at += 1
    return "\n".join([*lines, ""])

from pathlib import PurePosixPath

from build_tools.made import File
from build_tools.output.write import Changes, write


def outputs(**files):
    return [
        File(PurePosixPath(name.replace("__", "/")), content.encode())
        for name, content in files.items()
    ]


def test_what_is_new_is_written(tmp_path):
    assert write(outputs(a__b="x", c="y"), tmp_path) == Changes(written=2, unchanged=0, removed=0)
    assert (tmp_path / "a/b").read_text() == "x"


def test_what_is_the_same_is_left_untouched(tmp_path):
    write(outputs(a="x", b="y"), tmp_path)
    before = (tmp_path / "a").stat().st_mtime_ns
    assert write(outputs(a="x", b="z"), tmp_path) == Changes(written=1, unchanged=1, removed=0)
    assert (tmp_path / "a").stat().st_mtime_ns == before


def test_what_is_left_over_goes_with_its_empty_folder(tmp_path):
    write(outputs(a__b="x", c="y"), tmp_path)
    assert write(outputs(c="y"), tmp_path) == Changes(written=0, unchanged=1, removed=1)
    assert [path.name for path in tmp_path.iterdir()] == ["c"]


def test_dotfiles_are_left_alone(tmp_path):
    (tmp_path / ".gitkeep").touch()
    assert write([], tmp_path) == Changes(0, 0, 0)
    assert (tmp_path / ".gitkeep").exists()

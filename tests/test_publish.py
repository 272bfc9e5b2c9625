import pytest

from build_tools.problems import ContentError
from build_tools.publish import publish


@pytest.fixture
def built(tmp_path):
    (tmp_path / "built/x").mkdir(parents=True)
    (tmp_path / "built/index.html").write_text("new")
    (tmp_path / "built/x/y.css").write_text("y")
    return tmp_path / "built"


def test_the_new_site_takes_the_place_of_the_old(built, tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old")
    (site / "gone.html").write_text("old")
    assert publish(built, site) == 2
    assert sorted(path.name for path in site.rglob("*")) == ["index.html", "x", "y.css"]
    assert (site / "index.html").read_text() == "new"


def test_nothing_is_left_beside_it(built, tmp_path):
    publish(built, tmp_path / "site")
    publish(built, tmp_path / "site")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["built", "site"]


def test_a_folder_that_holds_something_else_is_left_alone(built, tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home/letter.txt").write_text("dear")
    with pytest.raises(ContentError, match="not-a-site"):
        publish(built, tmp_path / "home")
    assert (tmp_path / "home/letter.txt").read_text() == "dear"


def test_a_build_that_died_half_way_does_not_stop_the_next(built, tmp_path):
    (tmp_path / ".site.new").mkdir()
    (tmp_path / ".site.new/half").touch()
    publish(built, tmp_path / "site")
    assert not (tmp_path / "site/half").exists()

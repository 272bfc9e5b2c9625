import pytest

from build_tools.problems import ContentError
from build_tools.site.publish import publish, refuse_to_lose
from build_tools.site.read import MANIFEST


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
    assert sorted(path.name for path in site.rglob("*")) == [MANIFEST, "index.html", "x", "y.css"]
    assert (site / "index.html").read_text() == "new"


def test_nothing_is_left_beside_it(built, tmp_path):
    publish(built, tmp_path / "site")
    publish(built, tmp_path / "site")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["built", "site"]


@pytest.mark.parametrize(
    "held",
    [
        {"letter.txt": "dear"},
        {"index.html": "my own page", "letter.txt": "dear"},
        {"index.html": "default-src 'none'", "letter.txt": "dear"},
        {"index.html": "x", ".git/HEAD": "main"},
    ],
)
def test_a_folder_that_holds_something_else_is_left_alone(tmp_path, held):
    for name, text in held.items():
        (tmp_path / "home" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "home" / name).write_text(text)
    with pytest.raises(ContentError, match="something else"):
        refuse_to_lose(tmp_path / "home", [tmp_path / "content"])


@pytest.mark.parametrize("site", [".", "content", "content/site"])
def test_a_site_neither_holds_nor_lies_in_what_it_is_made_from(tmp_path, site):
    with pytest.raises(ContentError, match="made from"):
        refuse_to_lose(tmp_path / site, [tmp_path / "content"])


def test_a_site_made_here_may_be_replaced(built, tmp_path):
    publish(built, tmp_path / "site")
    refuse_to_lose(tmp_path / "site", [tmp_path / "content"])


@pytest.mark.parametrize("name", ["CNAME", ".nojekyll", "x/letter.txt", ".git/HEAD"])
def test_what_somebody_put_into_a_site_made_here_is_not_lost(built, tmp_path, name):
    publish(built, tmp_path / "site")
    (tmp_path / "site" / name).parent.mkdir(exist_ok=True)
    (tmp_path / "site" / name).write_text("mine")
    with pytest.raises(ContentError, match=f"no build made, and was left alone: {name}"):
        refuse_to_lose(tmp_path / "site", [tmp_path / "content"])


def test_a_place_that_cannot_be_written_is_told(built, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ContentError, match="not-a-site"):
        refuse_to_lose(tmp_path / "file/site", [])
    with pytest.raises(ContentError, match="not-writable"):
        publish(built, tmp_path / "file/site")


def test_a_build_that_died_half_way_does_not_stop_the_next(built, tmp_path):
    (tmp_path / ".site.new").mkdir()
    (tmp_path / ".site.new/half").touch()
    publish(built, tmp_path / "site")
    assert not (tmp_path / "site/half").exists()


def test_a_site_lost_between_two_renames_is_put_back(built, tmp_path):
    publish(built, tmp_path / "site")
    (tmp_path / "site").rename(tmp_path / ".site.old")
    refuse_to_lose(tmp_path / "site", [tmp_path / "content"])
    assert (tmp_path / "site/index.html").is_file()

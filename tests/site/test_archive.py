from pathlib import PurePosixPath
from zipfile import ZipFile

import pytest

from build_tools.site.archive import in_a_folder, put_archive
from build_tools.site.read import HtmlPage, read_site

ZIP = PurePosixPath("toy.zip")
HOME = '<link rel="canonical" href="https://example.org/guide/">'


@pytest.fixture
def site(tmp_path):
    (tmp_path / "part/of").mkdir(parents=True)
    for name in ("part/index.html", "part/of/index.html", "404.html"):
        (tmp_path / name).write_text("<p>x</p>")
    (tmp_path / "index.html").write_text(HOME)
    (tmp_path / "a b.css").write_text("")
    (tmp_path / "sw.js").write_text("")
    return read_site(tmp_path, tmp_path)


def moved(site, html, path="part/index.html"):
    return in_a_folder(HtmlPage(PurePosixPath(path), PurePosixPath(path), html.encode()), site, ZIP)


@pytest.mark.parametrize(
    ("written", "moved_to"),
    [
        ("../", "../index.html"),
        ("of/", "of/index.html"),
        ("of/#here", "of/index.html#here"),
        ("./", "index.html"),
        ("#here", "#here"),
        ("../404.html", "../404.html"),
        ("/guide/part/of/", "of/index.html"),
        ("../a%20b.css", "../a%20b.css"),
        ("https://example.com/part/", "https://example.com/part/"),
        ("https://example.org/guide/", "https://example.org/guide/"),
        ("tel:112", "tel:112"),
        ("gone/", "gone/"),
    ],
)
def test_a_link_names_the_file_that_a_server_would_give(site, written, moved_to):
    assert moved(site, f'<a href="{written}">x</a>') == f'<a href="{moved_to}">x</a>'


def test_what_is_no_address_stays(site):
    text = '<p data-href="../">href="../" and src=x</p>'
    assert moved(site, text) == text


def test_a_link_to_the_archive_itself_is_only_its_words(site):
    assert (
        moved(site, '<p>Take <a href="../toy.zip">all pages</a>.</p>') == "<p>Take all pages.</p>"
    )


def test_the_policy_allows_files_and_nothing_else_more(site):
    policy = "default-src 'none'; img-src 'self'; style-src 'self'"
    before = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    assert moved(site, before) == before.replace("'self'", "'self' file:")


def test_the_archive_holds_each_file_in_one_folder_and_the_same_bytes_each_time(site):
    put_archive(site, ZIP)
    first = (site.folder / ZIP).read_bytes()
    with ZipFile(site.folder / ZIP) as archive:
        assert archive.namelist() == [
            f"toy/{path}" for path in sorted(map(str, site.files - {PurePosixPath("sw.js")}))
        ]
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
    put_archive(read_site(site.folder, site.folder), ZIP)
    assert (site.folder / ZIP).read_bytes() == first

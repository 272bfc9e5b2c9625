import re

import pytest

from build_tools.site.read import is_joined
from build_tools.site.slim import slim

LINKS = (
    '<link rel="stylesheet" href="{0}stylesheets/a.css">\n'
    '<link rel="stylesheet" href="{0}stylesheets/p.css" media="print">\n'
    '<link rel="stylesheet" href="{0}stylesheets/b.css">\n<title>x</title>'
)


@pytest.fixture
def built(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "stylesheets").mkdir()
    (tmp_path / "assets/javascripts/lunr").mkdir(parents=True)
    (tmp_path / "assets/javascripts/lunr/tinyseg.js").write_text("theirs")
    (tmp_path / "assets/ours.svg").write_text("<svg/>")
    (tmp_path / "index.html").write_text(LINKS.format(""))
    (tmp_path / "deep/index.html").write_text(LINKS.format("../"))
    for name, style in {"a": "a { color: red; }  /* why */", "b": "b{}", "p": "p{}"}.items():
        (tmp_path / f"stylesheets/{name}.css").write_text(style)
    return tmp_path


def links(page):
    return re.findall(r'href="([^"]+)"( media="print")?', page.read_text())


def test_a_page_has_one_stylesheet_a_medium_in_the_order_of_its_own(built):
    slim(built)
    (all_media, none), (print_only, media) = links(built / "index.html")
    assert (none, media) == ("", ' media="print"')
    assert (built / all_media).read_text() == "a{color:red}b{}"
    assert (built / print_only).read_text() == "p{}"
    assert links(built / "deep/index.html") == [
        (f"../{all_media}", ""),
        (f"../{print_only}", ' media="print"'),
    ]
    assert "<title>x</title>" in (built / "index.html").read_text()
    assert len(list((built / "stylesheets").iterdir())) == 2


def test_the_name_of_a_stylesheet_changes_with_what_it_holds(built):
    (built / "stylesheets/b.css").write_text("b{margin:0}")
    slim(built)
    joined = next(built.glob("stylesheets/all-*.css"))
    name = joined.relative_to(built)
    assert is_joined(name, joined.read_bytes())
    assert not is_joined(name, b"a{}")


def test_the_files_of_a_theme_go_and_ours_stay(built):
    slim(built)
    assert not (built / "assets/javascripts").exists()
    assert (built / "assets/ours.svg").is_file()

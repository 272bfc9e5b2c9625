import base64
import hashlib

import pytest

from build_tools.problems import ContentError
from build_tools.site.finish import finish, scheme_script

PAGE = (
    '<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body>{}</body></html>'
)


OURS = scheme_script()


def policy(path):
    return path.read_text().split('Content-Security-Policy" content="')[1].split('"')[0]


def test_every_page_names_the_one_inline_script(tmp_path):
    (tmp_path / "a.html").write_text(PAGE.format(f"<script>{OURS}</script>"))
    not_inline = '<script src="x.js"></script><script type="application/ld+json">{}</script>'
    (tmp_path / "b.html").write_text(PAGE.format(not_inline))
    assert finish(tmp_path) == 2
    code = base64.b64encode(hashlib.sha256(OURS.encode()).digest()).decode()
    assert policy(tmp_path / "a.html") == policy(tmp_path / "b.html")
    assert f"script-src 'self' 'sha256-{code}';" in policy(tmp_path / "a.html")
    assert f"<script>{OURS}</script>" in (tmp_path / "a.html").read_text()


def test_codes_are_written_out_but_for_those_that_html_needs(tmp_path):
    (tmp_path / "a.html").write_text(PAGE.format("<p>a&#58; b &#38;&#60; &#34;\n\n   c</p>"))
    finish(tmp_path)
    assert "<p>a: b &#38;&#60; &#34;\nc</p>" in (tmp_path / "a.html").read_text()


def test_nothing_is_allowed_that_is_not_named(tmp_path):
    (tmp_path / "a.html").write_text(PAGE.format(""))
    finish(tmp_path)
    written = policy(tmp_path / "a.html")
    assert written.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert "='; style-src 'self'; img-src" in written


def test_a_page_without_its_charset_is_a_problem(tmp_path):
    (tmp_path / "a.html").write_text("<html></html>")
    with pytest.raises(ContentError, match="no-charset"):
        finish(tmp_path)


def test_a_script_that_is_not_the_schemes_is_refused(tmp_path):
    (tmp_path / "a.html").write_text(PAGE.format("<script>strange()</script>"))
    with pytest.raises(ContentError, match="unknown-script"):
        finish(tmp_path)

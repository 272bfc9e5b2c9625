import base64
import hashlib

import pytest

from build_tools.problems import ContentError
from build_tools.site.finish import _fingerprint, finish

PAGE = (
    '<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body>{}</body></html>'
)


@pytest.fixture(autouse=True)
def known(monkeypatch):
    """The scripts of these tests are the theme's own, but for `strange()`."""
    codes = (
        "one()",
        "two()",
        "if (a < b && '\\u00e9') { x(\"é\") }\n",
    )  # as a browser hashes it: each line ends in \n
    prints = dict.fromkeys(map(_fingerprint, codes), "known")
    monkeypatch.setattr("build_tools.site.finish.KNOWN_SCRIPTS", prints)


def policy(path):
    return path.read_text().split('Content-Security-Policy" content="')[1].split('"')[0]


def test_every_page_names_every_inline_script_of_the_site(tmp_path):
    (tmp_path / "a.html").write_text(PAGE.format("<script>one()</script>"))
    not_inline = '<script src="x.js"></script><script type="application/ld+json">{}</script>'
    (tmp_path / "b.html").write_text(PAGE.format(f"<script>two()</script>{not_inline}"))
    assert finish(tmp_path) == 2
    hashes = sorted(
        f"'sha256-{base64.b64encode(hashlib.sha256(code).digest()).decode()}'"
        for code in (b"one()", b"two()")
    )
    assert policy(tmp_path / "a.html") == policy(tmp_path / "b.html")
    assert f"script-src 'self' {' '.join(hashes)};" in policy(tmp_path / "a.html")


def test_the_scripts_themselves_stay_as_they_were(tmp_path):
    odd = "<script>if (a < b && '\\u00e9') { x(\"é\") }\r\n</script>"
    (tmp_path / "a.html").write_bytes(PAGE.format(odd).encode())
    finish(tmp_path)
    assert odd.encode() in (tmp_path / "a.html").read_bytes()


def test_nothing_is_allowed_that_is_not_named(tmp_path):
    (tmp_path / "a.html").write_text(PAGE.format(""))
    finish(tmp_path)
    assert policy(tmp_path / "a.html").startswith(
        "default-src 'none'; script-src 'self'; style-src 'self';"
    )


def test_a_page_without_its_charset_is_a_problem(tmp_path):
    (tmp_path / "a.html").write_text("<html></html>")
    with pytest.raises(ContentError, match="no-charset"):
        finish(tmp_path)


def test_a_script_that_is_not_the_themes_is_refused(tmp_path):
    (tmp_path / "a.html").write_text(PAGE.format("<script>strange()</script>"))
    with pytest.raises(ContentError, match="unknown-script"):
        finish(tmp_path)


def test_the_same_script_is_known_wherever_its_page_lies():
    places = (".", "..", "../..", "/", "/guide/", "/guide", "/a/b-c/")
    assert len({_fingerprint(f'x=new URL("{place}",location)') for place in places}) == 1
    strange = ("https://example.org", "//example.org/", "/a//b/", "...")
    known = _fingerprint('x=new URL(".",location)')
    assert all(_fingerprint(f'x=new URL("{place}",location)') != known for place in strange)

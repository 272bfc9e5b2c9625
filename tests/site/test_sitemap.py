"""The sitemap: every page with the day of its own last review, the same by either engine."""

import gzip
from dataclasses import replace
from datetime import date

from conftest import toy

from build_tools.entry import Reviewed
from build_tools.site.sitemap import write_sitemap

ADDRESS = "https://example.org/guide/"


def written(folder, catalog):
    number = write_sitemap(folder, catalog)
    return number, (folder / "sitemap.xml").read_text("utf-8")


def test_every_page_has_the_day_of_its_own_review(tmp_path):
    catalog = replace(toy(), address=ADDRESS)
    entries = {
        name: entry.model_copy(update={"reviewed": date(2026, 1, 1)})
        if isinstance(entry, Reviewed) and entry.slug == "soft-tyre"
        else entry
        for name, entry in catalog.entries.items()
    }
    number, text = written(tmp_path, replace(catalog, entries=entries))
    assert number == text.count("<loc>") == len(set(text.splitlines())) - 3
    at = "<url><loc>https://example.org/guide/causes/soft-tyre/</loc>"
    assert f"{at}<lastmod>2026-01-01</lastmod></url>" in text
    assert "<url><loc>https://example.org/guide/</loc><lastmod>2026-01-31</lastmod></url>" in text


def test_without_an_address_it_names_no_page(tmp_path):
    number, text = written(tmp_path, toy())
    assert (number, "<loc>" in text) == (0, False)


def test_the_compressed_one_is_the_same_and_has_no_day_of_its_own(tmp_path):
    _, text = written(tmp_path, replace(toy(), address=ADDRESS))
    content = (tmp_path / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(content).decode() == text
    assert content[4:8] == bytes(4)

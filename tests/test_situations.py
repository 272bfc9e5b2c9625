"""What decided what readers did, on the page where each of them was, still stands there."""

from functools import cache
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from build_tools.site.read import squeezed

SITUATIONS = yaml.safe_load(
    (Path(__file__).parent / "vignettes" / "situations.yml").read_text("utf-8")
)


@cache
def words_on(page: Path) -> str:
    """All words of a page, without its reference marks."""
    soup = BeautifulSoup(page.read_bytes(), "lxml")
    for mark in soup.find_all("sup"):
        mark.decompose()
    return squeezed(soup.get_text())


@pytest.mark.parametrize(
    "case", SITUATIONS, ids=[f"{n}-{case['page']}" for n, case in enumerate(SITUATIONS, 1)]
)
def test_the_words_that_decided_a_situation_stand_on_its_page(real_site, case):
    assert squeezed(case["told_by"]) in words_on(real_site / case["page"] / "index.html")

"""What is printed is read back: a sheet that is sound, and others that are not."""

import shutil
from dataclasses import replace

import pytest
from conftest import toy

from build_tools.made import Pdf
from build_tools.output.pdf import typeset
from build_tools.rules.sheets import SHEET_RULES

SHEET = "before-the-ride/before-the-ride-a4.pdf"
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


@pytest.fixture
def told(toy_pages, tmp_path):
    """What the rules say of the toy's sheet when it was typeset from other data."""
    folder = shutil.copytree(toy_pages.folder, tmp_path / "site")
    whole = next(pdf for pdf in toy().made(Pdf) if str(pdf.path) == SHEET)

    def told(**changes):
        made = typeset([replace(whole, data={**whole.data, **changes})], tmp_path / "cache", "")
        (folder / SHEET).write_bytes(made.files[0].content)
        site = replace(toy_pages, folder=folder)
        found = [problem for rule in SHEET_RULES for problem in rule(site, toy())]
        return [f"{problem.message} [{problem.rule}]" for problem in found]

    told.blocks = whole.data["blocks"]
    return told


def test_a_sheet_as_it_was_meant_has_no_fault(told):
    assert told() == []


def test_another_language_is_found(told):
    assert told(lang="de", region="de") == [
        "must have the language 'en-GB', found 'de-DE' [wrong-record]"
    ]


def test_another_title_is_found(told):
    lines = told(title="Another")
    assert "must have the title 'Before the ride', found 'Another' [wrong-record]" in lines


def test_other_words_for_a_level_are_found(told):
    blocks = [{**block, "word": "Halt"} if block["word"] else block for block in told.blocks]
    assert "must hold 'Stop, now' 2 times, found 1 [missing-words]" in told(blocks=blocks)


def test_a_missing_block_is_found(told):
    lines = told(blocks=told.blocks[1:])
    assert (
        "must hold 'A crack in the fork. Keep hold of it first', found none [missing-words]"
        in lines
    )


@pytest.mark.parametrize(
    ("words", "fault"), [([LONG * 3], "over the edge"), ([LONG, "2", "3", "4"], "on other words")]
)
def test_a_word_that_does_not_fit_its_place_is_found(told, words, fault):
    wide = {"columns": words, "rows": ["1"], "rooms": [5 for _ in words]}
    blocks = [{**block, "table": wide} for block in told.blocks[:1]] + list(told.blocks[1:])
    assert any(fault in line and "[bad-ink]" in line for line in told(blocks=blocks))


def test_a_soft_hyphen_is_no_other_word(toy_pages, tmp_path):
    purpose = "Look at the handle\u00adbar and the " + "sad\u00addle " * 30
    sheets = [replace(pdf, data={**pdf.data, "purpose": purpose}) for pdf in toy().made(Pdf)]
    output = typeset(sheets, tmp_path / "cache-2", "").files
    folder = shutil.copytree(toy_pages.folder, tmp_path / "site")
    for file in output:
        (folder / file.path).write_bytes(file.content)

    class Guide:
        def made(self, _):
            return sheets

    site = replace(toy_pages, folder=folder)
    assert [problem.message for rule in SHEET_RULES for problem in rule(site, Guide())] == []

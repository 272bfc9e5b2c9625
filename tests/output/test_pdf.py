from io import BytesIO
from pathlib import Path, PurePosixPath

import pytest
from pypdf import PdfReader

from build_tools.made import Pdf
from build_tools.output.pdf import ROOT, typeset
from build_tools.problems import Location

PAGE = ROOT.parent / "kinds/checklist/checklist.typ"
WHERE = Location(PurePosixPath("content/checklists/a.yml"))
BLOCK = {
    "heading": "Before",
    "column": "left",
    "level": "",
    "word": "",
    "shape": "",
    "text": "",
    "border": "thin",
    "numbers": [],
    "ticks": ["Oil", "Air"],
    "notes": [],
    "table": None,
}
DATA = {
    "lang": "en",
    "region": "gb",
    "date": [2026, 1, 31],
    "version": "Version 1.",
    "reviewed": "Last reviewed 31 January 2026.",
    "due": "Next review due by 31 July 2026.",
    "qr_words": "The address of this page: {address}",
    "statement": "Nobody has read it.",
    "site": "Bicycles",
    "danger": "",
    "title": "A sheet",
    "purpose": "For a ride.",
    "columns": 1,
    "paper": "a4",
    "size": 10,
    "row": 10,
    "breakable": False,
    "blocks": [BLOCK],
}


def recipe(name="a.pdf", sides=1, source=PAGE, **data):
    return Pdf(
        PurePosixPath(name),
        source,
        {**DATA, **data},
        sides,
        PurePosixPath("sheets/index.md"),
        WHERE,
    )


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_a_sheet_holds_what_it_was_given(tmp_path):
    made = typeset([recipe(ticks=["x"])], tmp_path, "")
    text = text_of(made.files[0].content)
    for words in (
        "A sheet",
        "For a ride.",
        "Before",
        "Oil",
        "Air",
        "Version 1.",
        "31 January 2026",
        "31 July 2026",
        "Nobody has read it.",
    ):
        assert words in text


def test_no_character_means_anything_to_typst(tmp_path):
    odd = "*a* _b_ #c $d$ <e> [f] \\g @h = i"
    (output,) = typeset([recipe(purpose=odd)], tmp_path, "").files
    assert odd in text_of(output.content)


def test_it_is_tagged_titled_and_says_its_language(tmp_path):
    (output,) = typeset([recipe()], tmp_path, "").files
    root = PdfReader(BytesIO(output.content)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert b"pdfuaid:part" in output.content


def test_the_same_things_give_the_same_bytes(tmp_path):
    first, second = (
        typeset([recipe()], tmp_path / name, "").files[0].content for name in ("a", "b")
    )
    assert first == second


def test_nothing_changed_makes_nothing(tmp_path):
    recipes = [recipe("a.pdf"), recipe("b.pdf", title="Another")]
    assert typeset(recipes, tmp_path, "").made == 2
    assert typeset(recipes, tmp_path, "").made == 0


@pytest.mark.parametrize("left", [b"", b"%PDF-1.7 cut", b"%PDF-1.7 " + bytes(9999) + b"%%EOF"])
def test_a_pdf_that_was_cut_or_damaged_is_made_again(tmp_path, left):
    whole = typeset([recipe()], tmp_path, "").files[0].content
    (cached,) = tmp_path.glob("*.pdf")
    cached.write_bytes(left)
    assert typeset([recipe()], tmp_path, "").files[0].content == whole


def test_one_text_changed_makes_one(tmp_path):
    typeset([recipe("a.pdf"), recipe("b.pdf", title="Another")], tmp_path, "")
    again = typeset([recipe("a.pdf"), recipe("b.pdf", title="Yet another")], tmp_path, "")
    assert (again.made, len(again.files), len(list(tmp_path.glob("*.pdf")))) == (1, 2, 2)


def test_with_an_address_the_sheet_carries_it_and_its_code(tmp_path):
    without, with_one = (
        typeset([recipe()], tmp_path, url).files[0].content
        for url in ("", "https://example.org/guide/")
    )
    assert "https://example.org/guide/sheets/" in text_of(with_one)
    assert "example.org" not in text_of(without)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"purpose": "too long " * 1100},
            "must fit on 1 side as a.pdf, found 2; shorten its texts [too-long]",
        ),
        (
            {"purpose": "a ☃"},
            "must not hold '☃', which the font of the sheets lacks, found in 'a ☃' [unknown-glyph]",
        ),
        ({"paper": "a99"}, "cannot be set as a.pdf: "),
    ],
)
def test_what_cannot_be_set_names_the_entry(tmp_path, changes, said):
    made = typeset([recipe(**changes)], tmp_path, "")
    assert made.files == []
    assert str(made.problems[0]).startswith("content/checklists/a.yml:1: ")
    assert said in str(made.problems[0])


ODD_PAGE = """
#set document(title: "x", date: datetime(year: 2026, month: 1, day: 1))
#set text(font: "No Such Font", lang: "en")
#heading[x]
"""


def test_an_unknown_font_is_a_problem(tmp_path, monkeypatch):
    monkeypatch.setattr("build_tools.output.pdf.ROOT", tmp_path)
    page = tmp_path / "odd.typ"
    page.write_text(ODD_PAGE)
    made = typeset([recipe(source=page)], tmp_path / "cache", "")
    assert [problem.rule for problem in made.problems] == ["cannot-typeset"]


def test_the_fonts_have_their_licence():
    assert "SIL Open Font License" in Path(ROOT / "fonts/OFL.txt").read_text("utf-8")

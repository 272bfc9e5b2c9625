"""The words of the interface: what is filled in, what is refused, and that no English is left."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from conftest import ROOT, TOY, run
from markupsafe import Markup
from pypdf import PdfReader

from build_tools import pipeline
from build_tools.problems import ContentError
from build_tools.project import Project
from build_tools.words import DEFAULTS, Words, figure, fill, long_date, say


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Question {number}", "Question 3"),
        ("**Strong** and plain", "<strong>Strong</strong> and plain"),
        ("See [this], and that.", 'See <a href="there/">this</a>, and that.'),
        ("5 < 6 & *no* _markup_", "5 &#60; 6 &#38; &#42;no&#42; &#95;markup&#95;"),
    ],
)
def test_words_are_text_with_strong_words_links_and_what_is_filled_in(word, said):
    assert str(say(word, "there/", number=3)) == said


def test_what_is_filled_in_is_text_unless_it_is_markup_already():
    assert say("{a} {b}", a="<i>", b=Markup("<b>x</b>")) == "&#60;i&#62; <b>x</b>"
    assert fill("{a}", a="<i>") == "<i>"


def test_a_day_and_a_number_are_written_as_the_words_say():
    words = Words(date="{month} {day}", months=DEFAULTS["months"], decimal_mark=",")
    assert long_date(date(2026, 8, 6), words) == "August 6"
    assert [figure(number, words) for number in (3.0, 0.5)] == ["3", "0,5"]


def test_nothing_but_a_name_can_be_filled_in():
    assert fill("{a.__class__} {a!r} {0}", **{"0": "x"}) == "{a.__class__} {a!r} x"


@pytest.fixture
def toy(tmp_path):
    return Path(shutil.copytree(TOY, tmp_path / "content"))


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            "flow:\n  question_title: Frage {nummer}\n",
            "content/words.yml:2: flow.question_title: must hold {number} {title}, as in ",
        ),
        (
            "causes:\n  first_list: Siehe alle.\n",
            "content/words.yml:2: causes.first_list: must hold [all danger signs]",
        ),
        ("months: Januar, Februar\n", "content/words.yml:1: months: must hold twelve months"),
        (
            "page:\n  hom: Start\n",
            "content/words.yml:2: page.hom: is not a field here; did you mean 'home'?",
        ),
    ],
)
def test_words_that_lose_something_are_refused_at_their_line(toy, words, line):
    (toy / "words.yml").write_text(words)
    with pytest.raises(ContentError) as error:
        pipeline.read_content(Project.at(ROOT, toy))
    assert line in str(error.value)


def made_up(words: object) -> object:
    """The same words in a language that nobody speaks: what is filled in and linked stays."""
    if isinstance(words, dict):
        return {key: made_up(word) for key, word in words.items()}
    if words in {"ltr", DEFAULTS["decimal_mark"]}:
        return words
    return re.sub(r"\{\w+\}|[A-Za-z']+", lambda found: strange(found[0]), str(words))


def strange(word: str) -> str:
    return word if word.startswith("{") else f"zq{word[::-1].lower()}"


def tokens(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Za-z]{2,}", text)}


@pytest.mark.build
def test_a_guide_in_another_language_holds_no_english(toy, tmp_path):
    words = {**made_up(DEFAULTS), "lang": "de", "region": "at"}
    (toy / "words.yml").write_text(yaml.safe_dump(words, allow_unicode=True))
    assert run("approve", "--content", toy).returncode == 0
    built = run("build", "--content", toy, "--site", tmp_path / "site", SITE_URL="")
    assert built.returncode == 0, built.stderr
    content = [path.read_text("utf-8") for path in toy.rglob("*") if path.suffix in {".yml", ".md"}]
    own = tokens("\n".join(content)) | {"doi", "pmid", "isbn", "pmc", "org", "www", "https"}
    left = {
        file.relative_to(tmp_path).as_posix(): strangers
        for file in (tmp_path / "site").rglob("*")
        if (strangers := {word for word in tokens(words_in(file)) - own if word[:2] != "zq"})
    }
    assert left == {}


def words_in(file: Path) -> str:
    """All that a reader reads, sees as a tip or hears."""
    if file.suffix == ".pdf":
        reader = PdfReader(file)
        return "\n".join(page.extract_text() for page in reader.pages)
    if file.suffix != ".html":
        return ""
    soup = BeautifulSoup(file.read_bytes(), "lxml")
    assert soup.html["lang"] == "de"
    for hidden in soup(["script", "style"]):
        hidden.decompose()
    spoken = ("aria-label", "title", "alt", "placeholder", "data-label")
    tips = [str(tag[name]) for tag in soup.find_all(True) for name in spoken if tag.get(name)]
    description = soup.select_one("meta[name=description]")
    return "\n".join([soup.get_text(" "), *tips, str(description["content"])])


TOOLS = ROOT / "build_tools"
USERS = [
    path.read_text("utf-8") for path in TOOLS.rglob("*") if path.suffix in {".j2", ".py", ".typ"}
]
INDIRECT = {"kinds", "papers", "search", "sources", "theme"}
"""Chosen by a value, or handed to the theme or to a script."""


def test_every_word_is_used():
    found = re.findall(r"(?:words\.(\w+)|\bw)\.(\w+)", "\n".join(USERS))
    used = {(section, name) for section, name in found}
    unused = [
        f"{section}.{name}"
        for section, words in DEFAULTS.items()
        if isinstance(words, dict) and section not in INDIRECT
        for name in words
        if not {(section, name), ("", name)} & used
    ]
    assert unused == []

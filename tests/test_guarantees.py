"""What is written is what is published, or a line is given: held over texts nobody thought of.

Each oracle here is a second, simpler one than the code's own: the words of what was written,
in their order, against the words of what was read or made.
"""

import re
import shutil
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT, TOY, toy
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from build_tools import pipeline
from build_tools.content.characters import composed, strange
from build_tools.content.fields import BLOCK_TAGS, PAGE_TAGS
from build_tools.content.load import load
from build_tools.content.markup import changed, escape, html_of, strange_markup
from build_tools.content.yaml_errors import Unreadable
from build_tools.content.yaml_tree import YamlTree
from build_tools.made import File, Pdf
from build_tools.output.pdf import typeset
from build_tools.problems import ContentError
from build_tools.project import Project
from build_tools.rules.addresses import ADDRESS_RULES
from build_tools.rules.paper import INVISIBLE, _letters

TODAY = date(2026, 2, 1)
often = settings(max_examples=400)
seldom = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text)


# ── The reader ──────────────────────────────────────────────────────────────

YAML_PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "lead: ",
                "eases: ",
                "- ",
                "-",
                "  ",
                "    ",
                "\n",
                "\n",
                "\n\n",
                "word",
                "two words",
            ),
            *(
                "#",
                " # lost",
                "# whole line\n",
                "|-\n",
                ">\n",
                "|2\n",
                ">+\n",
                "'",
                '"',
                "''",
                '\\"',
            ),
            *(
                "[",
                "]",
                "{",
                "}",
                ", ",
                ": ",
                ":",
                "? ",
                "! ",
                "!!str ",
                "&a ",
                "*a",
                "%",
                "@",
                "`",
            ),
            *("~", "null", "no", "0x1F", "1e400", ".inf", "---\n", "...\n", "<<: ", "\\n", "\\x41"),
            *("\t", "\u00a0", "\u2028", "\ufeff", "Über", "7. ", "* "),
        ]
    ),
    min_size=1,
    max_size=24,
).map("".join)


def flattened(data: object) -> str:
    """Every name and every value of what was read, in their order."""
    if isinstance(data, dict):
        return " ".join(f"{name} {flattened(value)}" for name, value in data.items())
    if isinstance(data, list):
        return " ".join(map(flattened, data))
    return str(data)


def without_comments(text: str, read: list[str]) -> list[str]:
    """The words of a text, without the lines of comment that were not read as words."""
    written: list[str] = []
    for line in text.split("\n"):
        own = words_of(line)
        is_comment = line.lstrip(" ").startswith("#")
        if not is_comment or read[len(written) : len(written) + len(own)] == own:
            written += own
    return written


def read_or_refused(text: str) -> YamlTree | None:
    try:
        tree = YamlTree(text, first_line=1)
    except Unreadable:
        return None
    return None if tree.flaws else tree


@often
@given(YAML_PIECES)
@example("lead: Sit down #1 rule")
@example("lead: !important words")
@example("lead: In 2 turns\n  #never more\n")
def test_every_word_of_a_file_is_read_or_it_is_refused(text):
    if tree := read_or_refused(text):
        read = words_of(flattened(tree.data))
        headers = re.sub(r"(?m)((?:^|[:-] +)[|>])[-+]?\d?[-+]?(?=[ \t]*$)", r"\1", text)
        assert without_comments(headers, read) == read


PLAIN_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], include_characters=" \n"),
    min_size=1,
).map(lambda text: re.sub(r" *\n *", "\n", text).strip())
STYLES = {
    "plain": lambda text: text,
    "single": lambda text: "'" + text.replace("'", "''") + "'",
    "double": lambda text: '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"',
    "block": lambda text: "|-\n" + "\n".join(f"  {line}" for line in text.split("\n")),
}


@often
@given(PLAIN_WORDS.filter(bool), st.sampled_from(sorted(STYLES)))
def test_a_value_is_read_as_it_is_written_in_any_style(text, style):
    written = text if style == "block" else text.replace("\n", " ")
    if style == "plain":
        written = written.lstrip("'\"") or "words"  # in quotes it is no plain value
    if tree := read_or_refused(f"lead: {STYLES[style](written)}\n"):
        assert tree.data["lead"] == composed(written)


@often
@given(st.binary(max_size=200) | YAML_PIECES.map(str.encode), st.sampled_from(["a.yml", "a.md"]))
def test_no_file_gives_a_traceback(tmp_path_factory, raw, name):
    content = tmp_path_factory.mktemp("content")
    (content / "pages").mkdir()
    (content / "pages" / name).write_bytes(raw)
    entries, problems = load(content, content)
    assert entries or problems
    assert all(problem.location.line >= 1 and problem.message for problem in problems)


# ── Markdown ────────────────────────────────────────────────────────────────

MARKDOWN_PIECES = st.lists(
    st.sampled_from(
        [
            *("words", "of a rider", "Stop.", " ", " ", "\n", "\n", "\n\n", "\n\n", "    ", "  "),
            *(
                "- ",
                "-",
                "* ",
                "+ ",
                "1. ",
                "2. ",
                "3. ",
                "2024. ",
                "1) ",
                "\n- ",
                "\n1. ",
                "\n2. ",
            ),
            *(
                "*",
                "**",
                "_",
                "__",
                "\\",
                "\\*",
                "`",
                "~~~\n",
                "```\n",
                "#",
                "## ",
                "\n---\n",
                "===",
            ),
            *(
                "> ",
                "| a | b |\n|---|---|\n",
                ": ",
                "[x](page:about)",
                "[@kooijman2011]",
                "[",
                "](",
            ),
            *(")", "![x](y)", "<b>", "&amp;", "&#42;", "<", ">", "{: #x }", "{", "}", "^1", "[^1]"),
            *(
                "!!! ",
                "*[a]: b",
                "[a]: b",
                "5 * 3 * 2",
                "snake_case_word",
                "https://a.example",
                "•",
            ),
        ]
    ),
    min_size=1,
    max_size=16,
).map("".join)


def meant(prose: str) -> list[str]:
    """The words and numbers that its author wrote, without where links lead."""
    bare = re.sub(r"\[@[a-z0-9-]+\]", "", prose)
    return words_of(re.sub(r"\]\([^()\s]*\)", "]", bare).replace("_", " "))


def shown(prose: str) -> list[str]:
    """The words and the numbers of items that a reader sees."""
    soup = BeautifulSoup(html_of(re.sub(r"\[@[a-z0-9-]+\]", "", prose)), "html.parser")
    for item in soup.select("ol > li"):
        item.insert(0, f" {len(item.find_previous_siblings('li')) + 1} ")
    return words_of(soup.get_text().replace("_", " "))


@settings(max_examples=800)
@given(MARKDOWN_PIECES, st.sampled_from([BLOCK_TAGS, PAGE_TAGS]))
@example("Take with you:\n- a pump\n- tools", BLOCK_TAGS)
@example("2024. It was a good year.", BLOCK_TAGS)
def test_prose_comes_out_with_its_words_or_is_refused(prose, tags):
    prose = prose.strip("\n").rstrip()
    if not any(strange_markup(prose, tags)) and not any(changed(prose)):
        assert "".join(shown(prose)) == "".join(meant(prose))


@settings(max_examples=800)
@given(MARKDOWN_PIECES)
def test_a_line_that_starts_as_an_item_is_one_or_is_refused(prose):
    prose = prose.strip("\n").rstrip()
    if not any(strange_markup(prose, PAGE_TAGS)) and not any(changed(prose)):
        items = re.findall(r"(?m)^ *(?:[-*+]|\d+[.)])[ \u00a0]+\S", prose)
        assert len(BeautifulSoup(html_of(prose), "html.parser").find_all("li")) == len(items)


# ── Addresses ───────────────────────────────────────────────────────────────

NAMES = ["calf", "plan", "about", "exercises", "causes", "slow-ride", "assets", "Plan", "flex"]
COPIED = sorted(
    (name for name in toy().entries if name.kind in {"page", "exercise", "plan", "mechanism"}),
    key=str,
)


@settings(max_examples=100)
@given(st.lists(st.tuples(st.sampled_from(COPIED), st.sampled_from(NAMES)), max_size=3))
def test_no_two_outputs_have_one_path_or_it_is_refused(copies):
    entries, raw = dict(toy().entries), dict(toy().raw)
    for name, slug in copies:
        entry = entries[name].model_copy(update={"slug": slug, "lists": ()})
        if entry.id not in entries:
            path = raw[name].path.with_name(f"{slug}.copy")
            entries[entry.id], raw[entry.id] = entry, replace(raw[name], slug=slug, path=path)
    catalog = replace(toy(), entries=entries, raw=raw)
    if not [found for rule in ADDRESS_RULES for found in rule(catalog)]:
        made = (*catalog.pages(), *catalog.made(Pdf), *catalog.made(File))
        paths = Counter(str(thing.path).casefold() for thing in made)
        assert [path for path, count in paths.items() if count > 1] == []


@seldom
@given(
    name=st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=60)
)
def test_no_name_of_a_file_gives_a_traceback(tmp_path, name):
    content = shutil.copytree(TOY, tmp_path / "content", dirs_exist_ok=True)
    path = content / "causes" / name
    try:
        shutil.copy(content / "causes/soft-tyre.yml", path)
    except OSError:
        return  # this machine cannot hold the name
    with suppress(ContentError):
        pipeline.read_content(Project.at(ROOT, content), today=TODAY)
    if name not in {"soft-tyre.yml", "loose-headset.yml"}:
        path.unlink()


# ── Characters and ink ──────────────────────────────────────────────────────

ANY_TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)


@often
@given(ANY_TEXT)
@example("a\u202eb")
@example("5\u00a0mm")
@example("soft\u00adly")
@example("e\u0301")
def test_every_letter_is_shown_or_is_refused(text):
    if not any(strange(text)):
        page = BeautifulSoup(html_of(f"<p>{escape(composed(text))}</p>"), "html.parser").get_text()
        assert re.sub("[ \n]+", " ", page).strip(" \n") == re.sub(
            "[ \n]+", " ", composed(text)
        ).strip(" \n")


@seldom
@given(text=st.text(st.sampled_from(sorted(_letters() - INVISIBLE)), min_size=1, max_size=60))
def test_every_letter_of_the_font_is_printed(tmp_path, text):
    text = " ".join(text.split())
    if not text or any(strange(text)):
        return
    sheet = next(iter(toy().made(Pdf)))
    made = typeset([replace(sheet, data={**sheet.data, "purpose": text})], tmp_path, "")
    if not made.problems:
        (tmp_path / "sheet.pdf").write_bytes(made.files[0].content)
        pages = PdfReader(tmp_path / "sheet.pdf").pages
        printed = "".join(page.extract_text() for page in pages)
        assert "".join(composed(text).split()) in "".join(composed(printed).split())


def test_the_checks_use_the_engines_own_markdown():
    from mkdocs.config import load_config  # noqa: PLC0415  slow to import

    from build_tools.content.markup import MARKDOWN_EXTENSIONS  # noqa: PLC0415

    config = load_config(str(ROOT / "mkdocs.yml"), hooks=[])
    assert sorted(config.markdown_extensions) == sorted(MARKDOWN_EXTENSIONS)
    assert config.mdx_configs.get("toc", {}).get("permalink") is False
    assert pytest.approx(len(MARKDOWN_EXTENSIONS)) == len(set(MARKDOWN_EXTENSIONS))

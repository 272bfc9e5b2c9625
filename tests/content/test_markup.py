import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from build_tools.content import markup

CONTEXTS = (
    "{}",
    "- {}",
    "## {}",
    "**{}**",
    "| |\n| --- |\n| {} |",
    "<p>{}</p>",
    '<div markdown="1">\n\n{}\n\n</div>',
    "[{}](x.md)",
)


def shown(text: str, context: str) -> str:
    made = markdown(
        context.format(markup.escape(text)), extensions=list(markup.MARKDOWN_EXTENSIONS)
    )
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", made)).split())


@pytest.mark.parametrize("context", CONTEXTS)
@given(
    text=st.text(
        st.characters(
            codec="utf-8",
            exclude_categories=["C", "Z"],
            include_characters=" *_`[](){}<>#|!&:-+.=~^\\\"'$@",
        ),
        min_size=1,
    )
)
def test_plain_text_is_shown_exactly_as_it_is(text: str, context: str):
    assert shown(text, context) == " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "# x",
        "1. x",
        "- x",
        "&lt;b&gt;",
        "{: onclick=x }",
        "<!-- x -->",
        "[x](javascript:1)",
        "    code",
        "a\n\n# b",
        "::: x",
        "AT&T 5 < 6",
    ],
)
def test_no_character_of_plain_text_means_anything(text: str):
    made = markdown(markup.escape(text), extensions=list(markup.MARKDOWN_EXTENSIONS))
    assert re.fullmatch(r"<p>[^<]*</p>", made)


def test_both_forms_of_reference_are_found():
    prose = "A [word](term:hub) and [](cause:rust).[@smith99:small][@jones01] Not [this](https://x.org)."
    assert list(markup.references(prose)) == [
        ("term", "hub", "word", None),
        ("cause", "rust", "", None),
        ("source", "smith99", "", "small"),
        ("source", "jones01", "", ""),
    ]


def test_references_are_replaced_where_they_stand():
    made = markup.replace(
        "See [it](term:hub). [@a][@b:c]", lambda found: f"<{found.slug}>", lambda keys: f"({keys})"
    )
    assert made == "See <hub>.(['a', 'b:c'])"


def test_plain_gives_a_line_a_block():
    assert (
        markup.plain("One **two** [three](term:x).[@y]\n\n- four\n- five")
        == "One two three.\nfour\nfive"
    )


@pytest.mark.parametrize(
    ("prose", "rule"),
    [
        ("<script>alert(1)</script>", "raw-html"),
        ("fine <b>bold</b>", "raw-html"),
        ("[x](javascript:alert(1))", "unsafe-link"),
        ("[x](java&#115;cript:alert(1))", "unsafe-link"),
        ("[x](data:text/html,hi)", "unsafe-link"),
        ("[x](http://example.org)", "unsafe-link"),
        ("[x](//example.org)", "unsafe-link"),
        ("[x](https://example.org)", "unsafe-link"),
        ("[x](https://]abc)", "unsafe-link"),
        ("[https://example.org](https://example.com)", "unsafe-link"),
        ("[999](tel:+900123)", "unsafe-link"),
        ("[the emergency line](tel:-)", "unsafe-link"),
        ("[９９９ (option 0900-1)](tel:09001)", "unsafe-link"),
        ("[x](mailto:a@b.c)", "unsafe-link"),
        ("- a\n    [zz]: //example.org", "unsafe-markup"),
        ("[x](../other.md)", "unsafe-link"),
        ("![x](https://example.org/x.png)", "unsafe-markup"),
        ("![x](page:about)", "unsafe-markup"),
        ("\\[x](page:about)", "unsafe-markup"),
        ("[x\\](page:about)", "unsafe-markup"),
        ("[999](tel:9[@a]99)", "unsafe-markup"),
        ("[two\n \nwords](page:about)", "unsafe-markup"),
        ("text {: onclick=alert(1) }", "unsafe-markup"),
        ("    code", "unsafe-markup"),
        ("`code`", "unsafe-markup"),
        ("# Heading", "unsafe-markup"),
        ("> quote", "unsafe-markup"),
        ("a\n\n---", "unsafe-markup"),
        ("[ref]: javascript:1", "unsafe-markup"),
        ("| a |\n| - |", "unsafe-markup"),
        ("a [@Bad Key] b", "unsafe-markup"),
        ("- a.[@Bad]", "unsafe-markup"),
        ("a.[ @key]", "unsafe-markup"),
        ("a [b] (term:c)", "unsafe-markup"),
        ("a ** b**", "unsafe-markup"),
    ],
)
def test_what_is_not_content_is_refused(prose: str, rule: str):
    assert broken_by(prose) == {rule}


def broken_by(prose: str) -> set[str]:
    """The rules that a piece of prose breaks; what is HTML is judged no further."""
    if markup.raw_html(prose):
        return {"raw-html"}
    strange = any(markup.strange_markup(prose, markup.BLOCK_TAGS))
    unsafe = any(markup.unsafe_addresses(prose))
    return {*(["unsafe-markup"] if strange else []), *(["unsafe-link"] if unsafe else [])}


@pytest.mark.parametrize(
    "prose",
    [
        "One **two** *three*.",
        "- a\n- b",
        "1. a\n2. b",
        "[999](tel:999) or [020 7946 0000](tel:020-7946-0000)",
        "[x](#a-place)",
        "[w](term:x).[@y]",
        "5 < 6 & 7",
    ],
)
def test_what_is_content_is_let_through(prose: str):
    assert broken_by(prose) == set()


def test_a_list_does_not_fit_in_one_line():
    found = list(markup.strange_markup("- a", markup.INLINE_TAGS))
    assert [message.partition(":")[0] for message in found] == [
        "must not hold <ul>",
        "must not hold <li>",
    ]

from typing import get_args

import pytest
from cases import mistakes
from pydantic_core.core_schema import ErrorType

from build_tools.content.load import load
from build_tools.content.validate import WORDING, validate


def problems_of(content, kinds):
    raw, _ = load(content, content.parent)
    return [
        str(problem).removeprefix("content/repairs/a.yml:") for problem in validate(raw, kinds)[1]
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    mistakes("""
        parts: []
        -> 1: title: is required [missing-field]

        title: A
        stesp: []
        -> 2: stesp: is not a field here; did you mean 'steps'? [unknown-field]

        title: A
        slug: b
        -> 2: slug: is not a field here: the file's name, or `id` in a list, says it
           [unknown-field]

        title: [A]
        -> 1: title: must be text, found a list [wrong-type]

        title: ''
        -> 1: title: must not be empty [empty-field]

        title: A
        steps: x
        -> 2: steps: must be a list, each item on a line after '- ', found 'x' [wrong-type]

        title: A
        steps: [x]
        -> 2: steps[0]: must hold fields, found 'x' [wrong-type]

        title: A
        steps:
          - do: x
            minutes: five
        -> 4: steps[0].minutes: must be a whole number, found 'five' [wrong-type]

        title: A
        steps:
          - do: x
            minuts: 5
            minutes: 5
        -> 4: steps[0].minuts: is not a field here; did you mean 'minutes'? [unknown-field]

        title: A & B
        -> 1: title: must not hold '&', found 'A & B' [bad-value]

        title: A **bold** hub
        -> 1: title: must not hold '**', found 'A **bold** hub' [bad-value]

        title: A
        notes: a <b>c</b>
        -> 2: notes: must not hold raw HTML, found '<b';
           write it in words, or use **bold** and [words](kind:name) [raw-html]
    """),
)
def test_what_does_not_fit_is_said_in_our_words(make_content, toy_kinds, text, said):
    assert problems_of(make_content(f"== repairs/a.yml\n{text}"), toy_kinds) == [said]


def test_a_misspelt_required_field_is_told_twice_so_that_it_is_understood(make_content, toy_kinds):
    content = make_content("""
        == repairs/a.yml
        titel: A
    """)
    assert problems_of(content, toy_kinds) == [
        "1: title: is required; is 'titel' meant for it? [missing-field]",
        "1: titel: is not a field here; did you mean 'title'? [unknown-field]",
    ]


def test_an_unknown_folder_gets_the_nearest(make_content, toy_kinds):
    content = make_content("""
        == repiars/a.yml
        title: A
    """)
    raw, _ = load(content, content.parent)
    said = (
        "content/repiars/a.yml:1: no kind keeps its entries in 'repiars'; "
        "did you mean 'repairs'? [unknown-folder]"
    )
    assert [str(problem) for problem in validate(raw, toy_kinds)[1]] == [said]


def test_a_good_entry_is_typed_and_frozen(make_content, toy_kinds):
    content = make_content("""
        == repairs/a.yml
        title:  A
        steps:
          - do: x
            minutes: 5
    """)
    raw, _ = load(content, content.parent)
    (entry,), problems = validate(raw, toy_kinds)
    assert (entry.slug, entry.title, entry.steps[0].minutes, problems) == ("a", "A", 5, [])
    with pytest.raises(ValueError, match="frozen"):
        entry.title = "B"


def test_every_error_type_we_word_is_one_that_pydantic_knows():
    assert set(WORDING) - {
        "too_many_words",
        "bad_shape",
        "forbidden_character",
        "citation_inside",
    } <= set(get_args(ErrorType))

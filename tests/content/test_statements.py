from hypothesis import given
from hypothesis import strategies as st

from build_tools.content.statements import figures, statements


def test_a_citation_belongs_to_the_sentence_it_ends():
    found = list(statements("Both 3 and 7.[@a:x][@b] The next. A last one[@c] goes on."))
    assert [(one.words, one.cites) for one in found] == [
        ("Both 3 and 7.", ("a:x", "b")),
        ("The next.", ()),
        ("A last one goes on.", ("c",)),
    ]


def test_an_item_of_a_list_is_a_sentence_of_its_own():
    found = list(statements("If:\n\n- it is soft\n- It shook.[@a]\n\nThen stop."))
    assert [(one.line, one.words) for one in found] == [
        (0, "If:"),
        (2, "it is soft"),
        (3, "It shook."),
        (5, "Then stop."),
    ]


def test_a_sentence_may_go_on_in_the_next_line():
    (one,) = statements("It shook\nfor 3 days.[@a]")
    assert (one.line, one.words, one.cites) == (0, "It shook for 3 days.", ("a",))


def test_a_point_within_a_figure_or_a_word_ends_nothing():
    assert len(list(statements("About 3.5 kg, e.g. of sand."))) == 1


def test_the_words_of_a_link_are_read_and_its_target_is_not():
    (one,) = statements("See [the 2 kinds](cause:type-9) here.")
    assert (one.words, one.figures) == ("See the 2 kinds here.", {"2"})


def test_figures_are_digits():
    assert figures("1,200 of 3.5 kg, 20% in C11, 5-minute") == {"1200", "3.5", "20", "5"}


@given(st.text(alphabet="aB .!?[@:]-\n1)", max_size=60))
def test_no_word_is_lost(prose):
    letters = "".join(one.written for one in statements(prose))
    assert letters.count("B") == prose.count("B")

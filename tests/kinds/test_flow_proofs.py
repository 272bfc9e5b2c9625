"""Each promise: a flow that keeps it, and the smallest change that breaks it."""

from dataclasses import replace

import pytest

from build_tools.kinds.flow.graph import Edge, Graph
from build_tools.kinds.flow.proofs import PROOFS, Promises

PROMISES = Promises(
    levels=("calm", "soon", "now"),
    flags={"smoke": "now", "rust": "soon"},
    dangers=frozenset({"smoke", "rust"}),
    statements={"quiet": "soon"},
    most=3,
)
SOUND = (
    Edge("first", "stop", "yes", "smoke"),
    Edge("first", "stop", "unsure"),
    Edge("first", "second", "no"),
    Edge("second", "mend", "yes", "rust"),
    Edge("second", "mend", "unsure"),
    Edge("second", "third", "no"),
    Edge("third", "ride", "yes"),
    Edge("third", "mend", "unsure"),
    Edge("third", "mend", "no", "quiet"),
)


def found(edges, most=3, affirms=None):
    graph = Graph(
        "first",
        ("first", "second", "third"),
        {"stop": "now", "mend": "soon", "ride": "calm"},
        tuple(edges),
        affirms if affirms is not None else {"third": frozenset({"quiet"})},
    )
    promises = replace(PROMISES, most=most)
    return [(*fault, rule) for rule, proof in PROOFS.items() for fault in proof(graph, promises)]


def replaced(old, new):
    assert old in SOUND
    return [new if edge == old else edge for edge in SOUND]


def test_a_sound_flow_breaks_nothing():
    assert found(SOUND) == []


def test_a_sign_does_not_end_milder_than_its_level():
    edges = replaced(Edge("first", "stop", "yes", "smoke"), Edge("first", "mend", "yes", "smoke"))
    assert (
        "first",
        "'smoke' is 'now', but a path with it ends at 'soon': first (yes to smoke) → mend",
        "milder-outcome",
    ) in found(edges)


def test_whoever_is_unsure_of_a_sign_does_not_end_milder_either():
    edges = replaced(Edge("first", "stop", "unsure"), Edge("first", "mend", "unsure"))
    assert (
        "first",
        "'smoke' is 'now', but a path with it ends at 'soon': first (unsure) → mend",
        "milder-outcome",
    ) in found(edges)


def test_whom_a_statement_does_not_fit_ends_no_milder_than_its_level():
    edges = replaced(Edge("third", "mend", "no", "quiet"), Edge("third", "ride", "no", "quiet"))
    path = "first (no) → second (no) → third (no to quiet)"
    assert (
        "third",
        f"'quiet' is 'soon', but a path with it ends at 'calm': {path} → ride",
        "milder-outcome",
    ) in found(edges)


def test_reassurance_comes_after_every_sign_was_denied():
    edges = replaced(Edge("first", "second", "no"), Edge("first", "third", "no"))
    assert (
        "third",
        "must not reach 'ride' before 'rust' was denied: first (no) → third (yes) → ride",
        "unearned-reassurance",
    ) in found(edges)


def test_reassurance_needs_every_statement():
    path = "first (no) → second (no) → third (yes) → ride"
    message = f"must not reach 'ride' before 'quiet' was affirmed: {path}"
    assert found(SOUND, affirms={}) == [("third", message, "unearned-reassurance")]


def test_every_sign_is_asked():
    edges = [edge for edge in SOUND if edge.sign != "rust"]
    assert ("first", "must ask every sign, but no question asks 'rust'", "unasked-sign") in found(
        edges
    )


def test_no_sign_is_asked_twice():
    edges = [*SOUND, Edge("third", "stop", "yes", "smoke")]
    assert (
        "third",
        "must ask each sign once in all, found 'smoke', which 'first' asks too",
        "asked-twice",
    ) in found(edges)


def test_no_path_asks_too_much():
    (fault, *_) = found(SOUND, most=2)
    assert fault[0] == "third"
    assert fault[1].startswith(
        "must ask at most 2 questions on a path, found 3: first (no) → second (no) → third"
    )


@pytest.mark.parametrize("target", ["ride", "third"])
def test_not_sure_takes_the_more_cautious_branch(target):
    edges = replaced(Edge("second", "mend", "unsure"), Edge("second", target, "unsure"))
    ends = "it can end at 'calm', another answer ends at 'soon'"
    message = f"'not sure' must take the more cautious branch: {ends}"
    assert ("second", message, "incautious-unsure") in found(edges)


def test_every_sign_lets_one_be_unsure_of_it():
    edges = [
        *replaced(Edge("second", "mend", "unsure"), Edge("second", "mend", "unsure", "rust")),
        Edge("second", "mend", "yes", "smoke"),
    ]
    told = ("second", "must have an answer for those who are not sure of 'smoke'")
    assert (*told, "no-unsure-answer") in found(edges)


def test_every_question_lets_one_be_unsure():
    edges = [edge for edge in SOUND if edge != Edge("third", "mend", "unsure")]
    assert found(edges) == [
        ("third", "must have an answer for those who are not sure", "no-unsure-answer")
    ]

"""A rule at each scope: one subject that passes, one that fails, and its line."""

from pathlib import PurePosixPath

from build_tools.problems import Location, Problem
from build_tools.rule import Scope, Tally, reading_rule, rule

HERE = Location(PurePosixPath("content/parts/hub.yml"), 3)


@rule("odd-number", Scope.CATALOG)
def numbers_are_even(numbers):
    """Every number
    is even."""
    yield Tally(len(numbers), "numbers looked at")
    yield from ((HERE, f"must be even, found {number}") for number in numbers if number % 2)


def test_a_rule_says_what_it_demands_in_one_line():
    assert numbers_are_even.demands == "Every number is even."


def test_what_passes_gives_only_what_was_looked_at():
    assert numbers_are_even([2, 4]) == [Tally(2, "numbers looked at")]


def test_what_fails_gives_its_line():
    (_, problem) = numbers_are_even([3])
    assert problem == Problem(HERE, "must be even, found 3", "odd-number")
    assert str(problem) == "content/parts/hub.yml:3: must be even, found 3 [odd-number]"


def test_a_rule_of_reading_is_told_by_the_reader():
    assert list(reading_rule("empty-file", "A file holds something.").finds()) == []

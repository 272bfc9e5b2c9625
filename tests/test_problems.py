from pathlib import PurePosixPath

from build_tools.problems import ContentError, Location, Problem, did_you_mean

HERE = Location(PurePosixPath("content/a.yml"), 3, "steps[0]")


def test_a_problem_is_one_line_that_an_editor_can_open():
    assert (
        str(Problem(HERE, "must be whole", "wrong-type"))
        == "content/a.yml:3: steps[0]: must be whole [wrong-type]"
    )


def test_a_problem_without_a_field_has_no_gap():
    assert (
        str(Problem(Location(PurePosixPath("a.yml")), "is empty", "empty"))
        == "a.yml:1: is empty [empty]"
    )


def test_problems_come_sorted_once_each_with_their_count():
    second = Problem(Location(PurePosixPath("content/b.yml"), 10), "x", "r")
    first = Problem(Location(PurePosixPath("content/b.yml"), 9), "y", "r")
    assert str(ContentError([second, first, second])).splitlines() == [
        str(first),
        str(second),
        "2 problems in 1 file",
    ]


def test_the_nearest_word_is_offered():
    assert did_you_mean("fatige", ["fatigue", "balance"]) == "; did you mean 'fatigue'?"


def test_few_choices_are_listed_when_none_is_near():
    assert did_you_mean("xyz", ["b", "a"]) == "; the choices are 'a', 'b'"


def test_many_choices_are_not_listed():
    assert did_you_mean("xyz", [f"word-{i}" for i in range(20)]) == ""

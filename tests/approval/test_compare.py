import pytest

from build_tools.approval.compare import differences
from build_tools.approval.copy import Weights

OLD = {
    "sign:a": {
        "level": ("stop",),
        "level.rank": ("3",),
        "signs": ("A crack", "A gap"),
        "does_not_count": ("Dust",),
        "numbers": ("yes",),
        "do_now": ("Get off.",),
    }
}
WEIGHTS = Weights(frozenset({"signs"}), frozenset({"does_not_count"}))


def changed(**fields):
    new = {name: tuple(lines) for name, lines in fields.items()}
    return list(differences(OLD, {"sign:a": {**OLD["sign:a"], **new}}, WEIGHTS))


def test_the_same_copy_has_no_difference():
    assert changed() == []


@pytest.mark.parametrize(
    ("field", "lines", "milder", "said"),
    [
        ("signs", ["A crack"], True, "sign:a signs lacks 'A gap'"),
        ("signs", ["A crack", "A gap", "A hum"], False, "sign:a signs says 'A hum'"),
        (
            "signs",
            ["A gap", "A crack"],
            False,
            "sign:a signs has another order: 'A gap', 'A crack'",
        ),
        ("does_not_count", ["Dust", "A gap"], True, "sign:a does_not_count says 'A gap'"),
        ("does_not_count", [], False, "sign:a does_not_count lacks 'Dust'"),
        ("level.rank", ["2"], True, "sign:a level.rank says '2', approved is '3'"),
        ("level.rank", ["4"], False, "sign:a level.rank says '4', approved is '3'"),
        ("numbers", ["no"], True, "sign:a numbers says 'no', approved is 'yes'"),
        ("do_now", [], True, "sign:a do_now lacks 'Get off.'"),
        ("do_now", ["Wait."], False, "sign:a do_now says 'Wait.', approved is 'Get off.'"),
    ],
)
def test_a_change_is_told_and_known_as_milder_or_not(field, lines, milder, said):
    (found,) = changed(**{field: lines})
    assert (str(found), found.milder) == (said, milder)


def test_an_entry_that_is_gone_is_milder_and_a_new_one_is_not():
    gone = list(differences(OLD, {}, WEIGHTS))
    assert {found.field for found in gone if found.milder} == set(OLD["sign:a"]) - {
        "does_not_count"
    }
    assert not any(found.milder for found in differences({}, OLD, WEIGHTS))

from dataclasses import replace

import pytest
from conftest import of_kind, toy

from build_tools.approval.copy import decided, weights

FORK = "red-flag:cracked-fork"


def body_of(body):
    """The copy of a page with that body."""
    (page,) = (entry for entry in of_kind(toy(), "page") if entry.slug == "about")
    entries = {**toy().entries, page.id: page.model_copy(update={"body": body})}
    return decided(replace(toy(), entries=entries)).copy["page:about"]["body"]


def test_a_danger_sign_is_held_in_full_words():
    fields = decided(toy()).copy[FORK]
    (sign,) = (entry for entry in of_kind(toy(), "red-flag") if entry.slug == "cracked-fork")
    assert fields["criterion"] == (sign.criterion,)
    assert fields["signs"] == (sign.signs[0], f"{sign.signs[1]}[@workshop2020]")
    assert fields["level.rank"] == ("3",)


def test_every_answer_is_held_with_the_mildest_end_that_it_can_lead_to():
    fields = decided(toy()).copy["flow:check"]
    answers = {name: lines for name, lines in fields.items() if name.startswith("answers.")}
    (flow,) = of_kind(toy(), "flow")
    assert len(answers) == len(flow.graph.edges)
    assert "1" in {rank for (rank,) in answers.values()}


def test_every_field_of_every_entry_is_held():
    copy = decided(toy()).copy
    for entry in toy().entries.values():
        held = {name.partition(".")[0] for name in copy[":".join(entry.id)]}
        for name, info in type(entry).model_fields.items():
            if info.is_required() or getattr(entry, name) != info.get_default():
                assert (info.alias or name) in held, (entry.id, name)


def test_blocks_keep_what_they_begin_with_and_lines_are_joined():
    body = "One sentence\nover lines. Two.\n\n- An item\n    - below it\n\n## A heading"
    assert body_of(body) == (
        "One sentence over lines.",
        "Two.",
        "",
        "- An item",
        "",
        "    - below it",
        "",
        "## A heading",
    )


def test_a_special_space_is_not_a_plain_one():
    assert body_of("5\u00a0kg") == ("5\u00a0kg",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A.\n\nB.", "A. B."),
        ("- A.\n- B.", "- A. - B."),
        ("- A. B.", "- A.\n\nB."),
        ("A.\n\n## B", "A. ## B"),
        ("A,\nb.", "A,\n \nb."),
        ("## A\nb", "## A b"),
        ("- A.\n\nB.", "- A.\n\n    B."),
    ],
)
def test_two_shapes_are_two_copies(one, other):
    assert body_of(one) != body_of(other)


@pytest.mark.parametrize(
    ("one", "other"), [("A. [@b] C.", "A.[@b] C."), ("  A.", "A."), ("A\nb.", "A b.")]
)
def test_what_nobody_sees_is_no_difference(one, other):
    assert body_of(one) == body_of(other)


def test_the_order_of_entries_is_held():
    entries = dict(reversed(toy().entries.items()))
    assert decided(replace(toy(), entries=entries)).copy["order"] != decided(toy()).copy["order"]


def test_a_default_that_is_written_out_changes_nothing():
    (level,) = (entry for entry in of_kind(toy(), "level") if entry.slug == "mend")
    same = level.model_validate({**level.model_dump(exclude_unset=True), "show_numbers": False})
    entries = {**toy().entries, level.id: same}
    assert decided(replace(toy(), entries=entries)).copy == decided(toy()).copy


def test_only_words_that_a_guide_wrote_itself_are_held():
    entries = {name: entry for name, entry in toy().entries.items() if name.kind != "words"}
    without = replace(toy(), entries=entries)
    assert not any(name.startswith("words:") for name in decided(without).copy)


def test_lists_and_excuses_are_known_at_any_depth():
    found = weights(toy())
    assert found.excuses == {"does_not_count"}
    assert {"signs", "do", "numbers", "stop"} <= found.lists
    assert not {"body", "does_not_count", "level"} & found.lists

from dataclasses import replace

from conftest import of_kind, toy

from build_tools.approval.copy import decided, weights

FORK = "red-flag:cracked-fork"


def test_a_danger_sign_is_held_in_full_words():
    fields = decided(toy()).copy[FORK]
    (sign,) = (entry for entry in of_kind(toy(), "red-flag") if entry.slug == "cracked-fork")
    assert fields["criterion"] == (sign.criterion,)
    assert fields["signs"] == sign.signs
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
        names = {type(entry).model_fields[name].alias or name for name in entry.model_fields_set}
        held = {name.partition(".")[0] for name in copy[":".join(entry.id)]}
        filled = {name for name in names if getattr(entry, name.lower(), True) not in ((), None)}
        assert filled <= held, entry.id


def test_blocks_keep_what_they_begin_with_and_lines_are_joined():
    (page,) = (entry for entry in of_kind(toy(), "page") if entry.slug == "about")
    body = "One sentence\nover lines. Two.\n\n- An item\n    - below it\n\n## A heading"
    entries = {**toy().entries, page.id: page.model_copy(update={"body": body})}
    lines = decided(replace(toy(), entries=entries)).copy["page:about"]["body"]
    assert lines == (
        "One sentence over lines.",
        "Two.",
        "- An item",
        "    - below it",
        "## A heading",
    )


def test_a_special_space_is_not_a_plain_one():
    (page,) = (entry for entry in of_kind(toy(), "page") if entry.slug == "about")
    entries = {**toy().entries, page.id: page.model_copy(update={"body": "5\u00a0kg"})}
    assert decided(replace(toy(), entries=entries)).copy["page:about"]["body"] == ("5\u00a0kg",)


def test_only_words_that_a_guide_wrote_itself_are_held():
    entries = {name: entry for name, entry in toy().entries.items() if name.kind != "words"}
    without = replace(toy(), entries=entries)
    assert not any(name.startswith("words:") for name in decided(without).copy)


def test_lists_and_excuses_are_known_at_any_depth():
    found = weights(toy())
    assert found.excuses == {"does_not_count"}
    assert {"signs", "do", "numbers", "stop"} <= found.lists
    assert not {"body", "does_not_count", "level"} & found.lists

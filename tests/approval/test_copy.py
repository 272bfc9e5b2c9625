from dataclasses import replace

from conftest import of_kind, toy

from build_tools.approval.copy import decided, excuses
from build_tools.content.fields import Decides

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


def test_every_page_is_held_with_its_title_and_its_prose():
    fields = decided(toy()).copy["page:about"]
    assert {"title", "summary", "body", "lists"} <= set(fields)


def test_every_kind_that_a_reader_reads_is_held():
    copy = decided(toy()).copy
    kinds = {name.partition(":")[0] for name in copy}
    assert {"red-flag", "level", "flow", "page", "guide", "checklist", "safety", "term"} <= kinds
    assert copy["source:kooijman2011"]["URL"] == ("https://example.org/bicycle",)


def test_only_words_that_a_guide_wrote_itself_are_held():
    entries = {name: entry for name, entry in toy().entries.items() if name.kind != "words"}
    without = replace(toy(), entries=entries)
    assert not any(name.startswith("words:") for name in decided(without).copy)


def test_what_does_not_count_is_an_excuse():
    assert excuses(toy()) == {"does_not_count"}


def test_every_kind_that_names_a_level_says_what_is_decided_by():
    naming = [kind for kind in toy().kinds.values() if "level" in kind.model.model_fields]
    assert naming
    for kind in naming:
        marks = kind.model.model_fields["level"].metadata
        assert any(isinstance(mark, Decides) for mark in marks), kind.name

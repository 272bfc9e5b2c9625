"""Short cases walked through the real self-check.

None may end milder than a careful clinician would accept.
"""

import re
from collections import Counter

import pytest
import yaml
from conftest import ROOT, guide, of_kind
from reading import assert_none

from build_tools.kinds.flow.entry import Flow
from build_tools.kinds.level.entry import Level
from build_tools.kinds.page.entry import PageEntry
from build_tools.kinds.red_flag.entry import RedFlag, Sign

CASES = yaml.load((ROOT / "tests/vignettes/cases.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  it makes text only
CATALOG = guide()
FLOW = CATALOG.get(Flow, "self-check")
TICKS = ("yes", "unsure", "does_not_fit", "not_sure_of", "prompts")
LEVELS = [level.slug for level in CATALOG.all(Level)]


def answered(edges, case):
    """The edge that the person in the case would take."""
    signs = {edge.sign for edge in edges if edge.answer == "yes" and edge.sign}
    yes = {*case.get("yes", []), *case.get("prompts", []), case.get("group", "")} & signs
    if yes:
        return next(edge for edge in edges if edge.sign in yes)
    unsure_group = case.get("group") == "unsure" and any(edge.sign == "under-16" for edge in edges)
    if unsure := set(case.get("unsure", [])) & signs:
        return next(edge for edge in edges if edge.answer == "unsure" and edge.sign in unsure)
    if unsure_group:
        return next(edge for edge in edges if edge.answer == "unsure")
    misfits = {*case.get("does_not_fit", []), *case.get("not_sure_of", [])}
    if any(edge.sign in misfits for edge in edges):
        return next(edge for edge in edges if edge.sign in misfits)
    statements = any(edge.answer == "no" and edge.sign for edge in edges)
    return next(edge for edge in edges if edge.answer == ("yes" if statements else "no"))


def walked(case):
    node = FLOW.start
    while node not in FLOW.graph.outcomes:
        node = answered(FLOW.graph.leaving[node], case).target
    return FLOW.graph.outcomes[node]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_no_case_ends_milder_than_expected(case):
    assert LEVELS.index(walked(case)) >= LEVELS.index(case["expected"]), case["reason"]


def test_a_case_names_what_there_is():
    there = {
        entry.slug
        for kind in ("red-flag", "normal-sign", "prompt", "source")
        for entry in of_kind(CATALOG, kind)
    }
    assert_none(
        f"{case['id']}: {slug}"
        for case in CASES
        for key in (*TICKS, "sources")
        for slug in case.get(key, [])
        if slug not in there
    )


def test_a_case_says_its_reason_and_its_level():
    assert_none(
        case["id"] for case in CASES if not case["reason"] or case["expected"] not in LEVELS
    )


def test_ordinary_cases_are_not_all_sent_to_a_doctor():
    ends = Counter(walked(case) for case in CASES if case["expected"] == "self-care")
    assert ends["self-care"] >= 10


def test_the_first_group_that_fits_asks_for_the_most():
    leads = [
        min(LEVELS.index(FLOW.graph.outcomes[end]) for end in FLOW.graph.ends(edge.target))
        for edge in FLOW.graph.leaving["groups"]
        if edge.sign
    ]
    assert leads == sorted(leads, reverse=True)


def test_every_danger_sign_has_a_case():
    ticked = {sign for case in CASES for key in ("yes", "unsure") for sign in case.get(key, [])}
    assert {flag.slug for flag in CATALOG.all(RedFlag)} - ticked == set()


def test_every_statement_group_and_prompt_has_a_case_that_has_it_alone():
    asked = {
        edge.sign
        for edges in FLOW.graph.leaving.values()
        for edge in edges
        if edge.sign and not CATALOG.find(RedFlag, edge.sign)
    }
    assert asked - {sign for case in CASES if (sign := only(case))} == set()


def only(case):
    """The one thing that a case ticks, if it ticks one."""
    ticked = [sign for key in TICKS for sign in case.get(key, [])]
    ticked += [case["group"]] if "group" in case else []
    return ticked[0] if len(ticked) == 1 else None


def test_the_about_page_says_how_many_cases_there_are():
    about = CATALOG.get(PageEntry, "about").body
    assert int(re.search(r"wrote (\d+) short cases", about)[1]) == len(CASES) >= 30
    assert "In two of the cases" in about
    assert sum(case.get("limit") == "true" for case in CASES) == 2


def test_each_thing_that_counts_has_a_complaint():
    said = yaml.load((ROOT / "tests/vignettes/complaints.yml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  it makes text only
    counts = {
        sign.slug: max(1, len(sign.signs) + len(sign.also_counts)) for sign in CATALOG.all(Sign)
    }
    assert {slug: len(complaints) for slug, complaints in said.items()} == counts

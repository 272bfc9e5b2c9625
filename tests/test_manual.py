"""The manual of rules is whole: every problem that the tools can tell is a rule in it."""

import re

from conftest import ROOT

from build_tools.manual import all_rules, manual
from build_tools.rule import Scope

RULES = [rule for _, rule in all_rules()]
SOURCES = [path.read_text("utf-8") for path in (ROOT / "build_tools").rglob("*.py")]


def test_every_rule_says_what_must_hold():
    assert [rule.name for rule in RULES if not re.fullmatch(r"[A-Z].+\.", rule.demands)] == []


def test_every_rule_is_named_for_what_is_wrong():
    assert [
        rule.name for rule in RULES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    ] == []


def test_every_rule_that_is_made_is_in_the_manual():
    made = {
        name
        for source in SOURCES
        for name in re.findall(r"(?:@rule|reading_rule|_obstacle)\(\s*\"([a-z0-9-]+)\"", source)
    }
    assert made - {rule.name for rule in RULES} == set()


def test_nobody_makes_a_problem_without_a_rule():
    makers = [source for source in SOURCES if re.search(r"\bProblem\(", source)]
    assert len(makers) == 1, "only Rule.problem makes one"


def test_the_manual_has_a_line_a_rule():
    printed = manual()
    assert printed.count("\n- `") == len(RULES)
    assert all(f"- `{rule.name}`" in printed for rule in RULES)
    assert printed.count("## ") == len(Scope)

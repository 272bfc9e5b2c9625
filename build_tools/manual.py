"""The manual of rules: every rule there is, scope by scope, in the words of its demand."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools import draw, pipeline, review
from build_tools.approval import hold
from build_tools.content import link, load, validate
from build_tools.kinds import KINDS
from build_tools.model import Kind
from build_tools.output import cards, pdf, places
from build_tools.rule import Rule, Scope
from build_tools.rules.addresses import ADDRESS_RULES
from build_tools.rules.content import CATALOG_RULES, ENTRY_RULES
from build_tools.rules.files import FILE_RULES
from build_tools.rules.metadata import METADATA_RULES
from build_tools.rules.offline import OFFLINE_RULES
from build_tools.rules.pages import PAGE_RULES
from build_tools.rules.paper import PAPER_RULES
from build_tools.rules.reading import READING_RULES
from build_tools.rules.safety import SAFETY_RULES
from build_tools.rules.sheets import SHEET_RULES
from build_tools.rules.site import SITE_RULES
from build_tools.rules.weight import WEIGHT_RULES
from build_tools.site import address, engine, finish, lock, publish

TITLES = {
    Scope.FILE: "While reading, typesetting, building and publishing",
    Scope.ENTRY: "Of one entry",
    Scope.CATALOG: "Of all entries and their links",
    Scope.PAGE: "Of each finished page",
    Scope.SITE: "Of the finished site beside the content",
}


def all_rules(kinds: Sequence[Kind] = KINDS) -> list[tuple[str, Rule]]:
    """Every rule with the kind whose it is; with nothing, if it holds of every guide."""
    reading = (load, validate, link, hold, places, pdf, cards)
    stages = (*reading, address, lock, engine, finish, publish, pipeline, draw, review)
    engine_rules = [
        *(rule for stage in stages for rule in stage.RULES),
        *ENTRY_RULES,
        *CATALOG_RULES,
        *ADDRESS_RULES,
        *PAPER_RULES,
        *READING_RULES,
        *PAGE_RULES,
        *SITE_RULES,
        *SHEET_RULES,
        *FILE_RULES,
        *SAFETY_RULES,
        *WEIGHT_RULES,
        *METADATA_RULES,
        *OFFLINE_RULES,
    ]
    of_kinds = [(kind.name, rule) for kind in kinds for rule in kind.rules]
    return [*(("", rule) for rule in engine_rules), *of_kinds]


def manual(kinds: Sequence[Kind] = KINDS) -> str:
    """The manual as Markdown: a heading a scope, a line a rule."""
    rules = all_rules(kinds)
    parts = []
    for scope, title in TITLES.items():
        lines = [
            f"- `{rule.name}`{f' ({kind})' if kind else ''}: {rule.demands}"
            for kind, rule in rules
            if rule.scope is scope
        ]
        parts += [f"## {title}", "", *lines, ""]
    return "\n".join(parts).rstrip()

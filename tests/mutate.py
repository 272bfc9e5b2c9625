"""Random edits of the real guide: what readers decide by is refused, all else is left alone.

Run by `make mutate`. Each edit changes one word, number, answer or order; its seed is fixed, so
that a run can be repeated.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from conftest import ROOT, guide
from test_every_field import put, values_of

from build_tools.approval.hold import unapproved
from build_tools.content.fields import Decides, Loc, Spoken, marked
from build_tools.entry import Entry
from build_tools.kinds.flow.entry import Flow
from build_tools.model import Catalog

LOCK = ROOT / "safety.lock.yml"
WORDS, ANSWERS, OTHERS = 300, 100, 200
SPARE = ("all", "some", "week", "later", "not", "7", "maybe")


def decided_by(entry: Entry) -> set[str | int]:
    names = {info.alias or name: name for name, info in type(entry).model_fields.items()}
    held = {names[str(loc[0])] for loc, _, _ in marked(entry, Decides)}
    return held | {"title", "summary"} if held & entry.model_fields_set else set()


def texts(catalog: Catalog, held: bool) -> list[tuple[Entry, Loc, str]]:
    """Every text of the guide that is held, or every one that is not."""
    found = []
    for entry in catalog.entries.values():
        own, spoken = decided_by(entry), {loc[0] for loc, _, _ in marked(entry, Spoken)}
        for loc, value in values_of(entry):
            is_held = loc[0] in own
            counts = loc[0] in (entry.model_fields_set if held else spoken)
            if isinstance(value, str) and value.strip() and is_held == held and counts:
                found.append((entry, loc, value))
    return found


def reworded(text: str, chance: random.Random) -> str:
    """The text with one word gone, new, changed, or in another place."""
    words = text.split()
    place = chance.randrange(len(words))
    kind = chance.choice(("gone", "new", "other", "moved"))
    if kind == "gone" and len(words) > 1:
        words.pop(place)
    elif kind == "moved" and len(words) > 1:
        words.append(words.pop(place))
    elif kind == "new":
        words.insert(place, chance.choice(SPARE))
    else:
        words[place] = chance.choice(SPARE)
    new = " ".join(words)
    return new if new != " ".join(text.split()) else f"{new} {chance.choice(SPARE)}"


def with_entry(catalog: Catalog, entry: Entry) -> Catalog:
    return replace(catalog, entries={**catalog.entries, entry.id: entry})


def edits_of_words(held: bool, number: int, chance: random.Random) -> Iterator[tuple[str, Catalog]]:
    catalog = guide()
    choices = texts(catalog, held)
    for _ in range(number):
        entry, loc, text = chance.choice(choices)
        new = reworded(text, chance)
        yield f"{entry.id} {loc}: {text!r} -> {new!r}", with_entry(catalog, put(entry, loc, new))


def edits_of_answers(number: int, chance: random.Random) -> Iterator[tuple[str, Catalog]]:
    catalog = guide()
    (flow,) = catalog.all(Flow)
    nodes = sorted(flow.by_id)
    answers = [
        (loc, value)
        for loc, value in values_of(flow)
        if loc[0] == "questions" and loc[-1] in {"yes", "no", "unsure", "otherwise", "to"}
    ]
    for _ in range(number):
        loc, value = chance.choice(answers)
        new: Any = chance.choice([node for node in nodes if node != value])
        yield f"{loc}: {value} -> {new}", with_entry(catalog, put(flow, loc, new))


def main() -> int:
    chance = random.Random(1)  # noqa: S311  no secret
    wrong = 0
    for what, wanted, edits in (
        ("edits of what readers decide by", True, edits_of_words(True, WORDS, chance)),
        ("edits of answers", True, edits_of_answers(ANSWERS, chance)),
        ("edits of other words", False, edits_of_words(False, OTHERS, chance)),
    ):
        missed, count = [], 0
        for name, catalog in edits:
            count += 1
            if bool(next(unapproved(catalog, LOCK), None)) is not wanted:
                missed.append(name)
        wrong += len(missed)
        refused = count - len(missed) if wanted else len(missed)
        lines = [f"{count} {what}: {refused} refused", *(f"  {name}" for name in missed)]
        sys.stdout.write("\n".join([*lines, ""]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""Random edits of the real guide: what changes for a reader is refused, all else is left alone.

Run by `make mutate`. Each edit changes one word, number, answer or order, or only how a file is
written; its seed is fixed, so that a run can be repeated.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from conftest import ROOT, guide
from test_every_field import put, values_of

from build_tools.approval.hold import unapproved
from build_tools.content.fields import Loc
from build_tools.entry import Entry
from build_tools.kinds.flow.entry import Flow
from build_tools.model import Catalog
from build_tools.pipeline import read_content
from build_tools.project import Project

LOCK = ROOT / "safety.lock.yml"
WORDS, ANSWERS, OTHERS = 300, 100, 200
SPARE = ("all", "some", "week", "later", "not", "7", "maybe")


def texts(catalog: Catalog) -> list[tuple[Entry, Loc, str]]:
    """Every text of the guide."""
    return [
        (entry, loc, value)
        for entry in catalog.entries.values()
        for loc, value in values_of(entry)
        if isinstance(value, str) and value.strip() and loc[0] in entry.model_fields_set - {"slug"}
    ]


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


def edits_of_words(number: int, chance: random.Random) -> Iterator[tuple[str, Catalog]]:
    catalog = guide()
    choices = texts(catalog)
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


def edits_of_writing(number: int, chance: random.Random) -> Iterator[tuple[str, Catalog]]:
    """Files written otherwise, ten edits at once: a comment, an empty line, fields that change."""
    files = sorted((ROOT / "content").glob("*/*.yml"))
    for _ in range(number // 10):
        with TemporaryDirectory() as folder:
            content = shutil.copytree(ROOT / "content", Path(folder, "content"))
            chosen = chance.sample(files, 10)
            for file in chosen:
                path = content / file.relative_to(ROOT / "content")
                blocks = re.split(
                    r"^(?=[a-z_]+:|- id:)", path.read_text("utf-8"), flags=re.MULTILINE
                )
                place = chance.randrange(1, len(blocks))
                if blocks[1].startswith("- ") or chance.random() < 0.5:  # the order of items counts
                    blocks.insert(place, chance.choice(("# A note to authors.\n", "\n")))
                else:
                    blocks.append(f"{blocks.pop(place).rstrip()}\n")
                path.write_text("".join(blocks), encoding="utf-8")
            yield (
                ", ".join(file.name for file in chosen),
                read_content(Project.at(ROOT, content)).catalog,
            )


def main() -> int:
    chance = random.Random(1)  # noqa: S311  no secret
    wrong = 0
    for what, each, wanted, edits in (
        ("edits of words", 1, True, edits_of_words(WORDS, chance)),
        ("edits of answers", 1, True, edits_of_answers(ANSWERS, chance)),
        ("edits of how a file is written", 10, False, edits_of_writing(OTHERS, chance)),
    ):
        missed, count = [], 0
        for name, catalog in edits:
            count += each
            if bool(next(unapproved(catalog, LOCK), None)) is not wanted:
                missed.append(name)
        wrong += len(missed)
        refused = count - len(missed) if wanted else len(missed)
        lines = [f"{count} {what}: {refused} refused", *(f"  {name}" for name in missed)]
        sys.stdout.write("\n".join([*lines, ""]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

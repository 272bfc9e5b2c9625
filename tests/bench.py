"""What each stage costs as the content grows, beside the engines alone: `make stages`.

Content of a given size is made of copies of the real entries, so that shapes, lengths and links
are those of the guide. Each stage runs in a process of its own, which says what it cost.
"""

from __future__ import annotations

import json
import math
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import yaml
from rich.console import Console
from rich.table import Table

from build_tools import pipeline
from build_tools.approval import hold
from build_tools.content.fields import LinksTo, marked
from build_tools.entry import Entry, EntryId
from build_tools.made import Offline
from build_tools.model import Catalog
from build_tools.project import Project
from build_tools.site.engine import engine
from build_tools.site.finish import finish
from build_tools.site.offline import keep
from build_tools.site.sitemap import write_sitemap

ROOT = Path(__file__).resolve().parent.parent
SIZES = (300, 1000, 3000)
COPIED = ("drawing", "term", "source", "mechanism", "exercise", "cause")
"""The kinds whose entries are copied: no rule says how many of them there must be."""
STARTS = re.compile(r"(?<!\S)[A-Z][a-z]*")
"""Words with a capital: another one in each copy, since no sentence may be said thrice."""
WORD = re.compile(r"\b[a-z]{4,}\b")
"""The words by which two signs are held to be one."""
TOLD = {"mechanism", "exercise", "cause"}
"""Those whose sentences may not be said again."""
STAGES = ("check", "generate", "again", "mkdocs", "zensical", "finish", "verify")


class Blocks(yaml.SafeDumper):
    """Writes a text of several lines as a block, as an author would."""


Blocks.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    ),
)


def grow(project: Project, catalog: Catalog, entries: int) -> None:
    """Add copies of entries to a project's content until it holds at least so many."""
    originals = copyable(catalog)
    names = {(entry.kind, entry.slug) for entry in originals}
    missing = max(0, entries - len(catalog.entries))
    for number in range(2, 2 + math.ceil(missing / len(originals))):
        for entry in originals:
            folder = project.content / catalog.kinds[entry.kind].folder
            copy = copied(entry, catalog, names, number)
            text = yaml.dump(copy, Dumper=Blocks, width=10**6, allow_unicode=True)
            (folder / f"{entry.slug}-{number}.yml").write_text(text, encoding="utf-8")


def copyable(catalog: Catalog) -> list[Entry]:
    """The entries whose copies, and all their parts, are linked to by copies of others."""
    chosen = {entry.id for entry in catalog.entries.values() if entry.kind in COPIED}
    while True:
        kept = {name for name in chosen if all(map(chosen.intersection, _named(catalog, name)))}
        if kept == chosen:
            return [catalog.entries[name] for name in catalog.entries if name in kept]
        chosen = kept


def _named(catalog: Catalog, name: EntryId) -> Iterator[Iterable[EntryId]]:
    """What links to an entry that must be linked to, and what rests on each of its parts."""
    if catalog.kinds[name.kind].must_be_linked:
        yield catalog.backlinks.get(name, ())
    for part in catalog.entries[name].part_names:
        yield catalog.resting.get((name, part), ())


def copied(entry: Entry, catalog: Catalog, names: set[tuple[str, str]], number: int) -> object:
    """An entry as written, with a title of its own and links to the copies of the same number."""
    data = json.loads(json.dumps(catalog.raw[entry.id].data))
    data.pop("id", None)
    data["title"] = f"{entry.title[:80]} {number}"
    for loc, value, mark in marked(entry, LinksTo):
        name, colon, part = value.partition(":")
        if (mark.kind, name) in names:
            _put(data, loc, f"{name}-{number}{colon}{part}")
    word = a_word(f"{entry.slug}-{number}")
    for care in data.get("see_someone", []) if entry.kind == "cause" else []:
        care["signs"] = [WORD.sub(word, line) for line in care["signs"][:1]]
    return _relinked(data, names, number, word if entry.kind in TOLD else "")


def a_word(name: str) -> str:
    """A word of one syllable, so that no page reads harder; another one for each name."""
    number = crc32(name.encode())
    letters = []
    for choice in ("BDFGHKLMNPRSTVWZ", "aeiou", "bdfglmnprst", "bdgkmpst"):
        number, at = divmod(number, len(choice))
        letters.append(choice[at])
    return "".join(letters)


def _put(data: object, loc: tuple[str | int, ...], value: str) -> None:
    for step in loc[:-1]:
        data = data[step]  # type: ignore[index]  plain data of a place that is known
    data[loc[-1]] = value  # type: ignore[index]


def _relinked(value: object, names: set[tuple[str, str]], number: int, word: str) -> object:
    """The same data, links and citations led to the copies, and no sentence as it was."""
    if isinstance(value, dict):
        return {key: _relinked(item, names, number, word) for key, item in value.items()}
    if isinstance(value, list):
        return [_relinked(item, names, number, word) for item in value]
    if not isinstance(value, str):
        return value

    def linked(found: re.Match[str]) -> str:
        known = (found["kind"] or "source", found["slug"]) in names
        return f"{found['before']}{found['slug']}{f'-{number}' if known else ''}"

    led = re.sub(r"(?P<before>\((?P<kind>[a-z-]+):|\[@)(?P<slug>[a-z0-9-]+)", linked, value)
    return STARTS.sub(word, led) if word else led


def measured(project: Project, stage: str) -> dict[str, float]:
    """Run one stage of a project whose earlier stages have run: CPU, wall, memory, bytes made."""
    catalog = pipeline.read_content(project).catalog if stage not in READS else None
    who = resource.RUSAGE_CHILDREN if stage in {"mkdocs", "zensical"} else resource.RUSAGE_SELF
    before, start = resource.getrusage(who), time.perf_counter()
    runs(project, catalog)[stage]()
    wall, after = time.perf_counter() - start, resource.getrusage(who)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"cpu": cpu, "wall": wall, "memory": after.ru_maxrss / 1024}


READS = {"check", "generate", "again"}
"""The stages that read the content themselves; the others are given it."""


def runs(project: Project, catalog: Catalog | None) -> dict[str, Callable[[], object]]:
    """What each stage does."""
    day = pipeline.last_review(catalog) if catalog else None
    settings = pipeline.settings_of(catalog) if catalog else {}
    return {
        "check": lambda: pipeline.checked(project),
        "generate": lambda: pipeline.generate(project),
        "again": lambda: pipeline.generate(project),
        "mkdocs": lambda: engine(project, settings, "mkdocs", day),
        "zensical": lambda: engine(project, settings, "zensical", day),
        "finish": lambda: finished(project, catalog),
        "verify": lambda: pipeline.verified(project, catalog),
    }


def finished(project: Project, catalog: Catalog | None) -> None:
    """All that a build does between the engine and its verification."""
    if catalog:
        write_sitemap(project.built_site, catalog)
        finish(project.built_site)
        for offline in catalog.made(Offline):
            keep(project.built_site, offline)


def laid_out(folder: Path, entries: int) -> Project:
    """A project of its own with so many entries, approved and ready to be built."""
    for name in ("mkdocs.yml", "overrides", "content"):
        kind = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        kind(ROOT / name, folder / name)
    project = replace(Project.at(folder), site_url="")
    grow(project, pipeline.read_content(project).catalog, entries)
    catalog = pipeline.read_content(project).catalog
    list(hold.approve(catalog, project.lock, "grown for a measurement", catalog.today))
    return project


def table(sizes: tuple[int, ...]) -> Iterator[tuple[int, str, dict[str, float]]]:
    """Every stage at every size, in order; each in a fresh process."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            laid_out(Path(name), size)
            for stage in STAGES:
                done = subprocess.run(
                    [sys.executable, __file__, name, stage],
                    capture_output=True,
                    text=True,
                    check=False,
                    env={**os.environ, "PYTHONPATH": str(ROOT)},
                )
                if done.returncode:
                    sys.exit(f"{stage} of {size} entries failed:\n{done.stderr[-2000:]}")
                yield size, stage, json.loads(done.stdout.splitlines()[-1])


def main() -> None:
    """Print the table: a line a stage, CPU at each size, how it grows, and the memory it takes."""
    if len(sys.argv) == 3:
        print(json.dumps(measured(Project.at(Path(sys.argv[1])), sys.argv[2])))  # noqa: T201
        return
    sizes = tuple(map(int, sys.argv[1].split(","))) if len(sys.argv) > 1 else SIZES
    found: dict[str, dict[int, dict[str, float]]] = {stage: {} for stage in STAGES}
    for size, stage, cost in table(sizes):
        found[stage][size] = cost
    shown = Table(
        "stage", *(f"{size}: CPU s" for size in sizes), "grows as", "memory MB", "of mkdocs"
    )
    for stage, costs in found.items():
        cpu = [costs[size]["cpu"] for size in sizes]
        grows = math.log(cpu[-1] / cpu[0]) / math.log(sizes[-1] / sizes[0]) if cpu[1:] else 1
        share = cpu[-1] / found["mkdocs"][sizes[-1]]["cpu"]
        memory = f"{costs[sizes[-1]]['memory']:.0f}"
        shown.add_row(
            stage, *(f"{one:.2f}" for one in cpu), f"n^{grows:.2f}", memory, f"{share:.2f}"
        )
    Console(width=120).print(shown)


if __name__ == "__main__":
    main()

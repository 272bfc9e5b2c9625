"""YAML files, and Markdown files with front matter -> raw entries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from build_tools.content.characters import composed, strange
from build_tools.content.decoded import RULES as DECODING
from build_tools.content.decoded import text_of
from build_tools.content.fields import Loc
from build_tools.content.files import RULES as FILE_RULES
from build_tools.content.files import unfit_file, walked
from build_tools.content.front_matter import NO_FRONT_MATTER, split
from build_tools.content.yaml_errors import Unreadable
from build_tools.content.yaml_tree import CHARACTER, EMPTY_FILE, READING, YamlTree
from build_tools.entry import RawEntry
from build_tools.problems import Location, Problem
from build_tools.rule import reading_rule

LARGEST_IN_ALL = 30_000_000
MOST_ENTRIES = 12_000
MOST_FILES = 15_000
MOST_TOLD = 20
NOT_ENTRIES = {"LICENSE", "README.md"}
"""What lies at the top of the content folder beside the entries."""
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

CANNOT_READ = reading_rule("cannot-read", "Every file can be read.")
TWO_BODIES = reading_rule("two-bodies", "The prose of a page stands under its fields, once.")
UNKNOWN_FILE = reading_rule("unknown-file", "A file of entries ends in '.yml' or '.md'.")
MISSING_ID = reading_rule("missing-id", "Each item of a file of many starts with its `id`.")
NOT_FIELDS = reading_rule("not-fields", "A file holds fields: a name, a colon and a value each.")
BAD_ID = reading_rule("bad-id", "An id is lower-case words joined by hyphens.")
TOO_MUCH = reading_rule(
    "too-much",
    f"All files together are under {LARGEST_IN_ALL // 1_000_000} MB, "
    f"and hold {MOST_ENTRIES} entries at most; there are {MOST_FILES} files at most.",
)
RULES = (
    *READING,
    *DECODING,
    CANNOT_READ,
    TWO_BODIES,
    *FILE_RULES,
    UNKNOWN_FILE,
    MISSING_ID,
    NOT_FIELDS,
    BAD_ID,
    TOO_MUCH,
    NO_FRONT_MATTER,
)


def load(content: Path, root: Path) -> tuple[list[RawEntry], list[Problem]]:
    """Every entry below the content folder that can be read, and what is wrong with the rest.

    A path is displayed from `root` on, if the content lies below it; else from its own folder on.
    """
    whole = Location(PurePosixPath(content.name), 0)
    if content.is_symlink() or not content.is_dir():
        message = f"must be a folder, found {'a link' if content.is_symlink() else 'none'}"
        return [], [CANNOT_READ.problem(whole, message)]
    start = root if content.is_relative_to(root) else content.parent
    entries: list[RawEntry] = []
    problems: list[Problem] = []
    files = walked(content)
    if len(files) > MOST_FILES:
        message = f"must hold {MOST_FILES} files at most, found {len(files)}"
        return [], [TOO_MUCH.problem(whole, message)]
    size = sum(file.lstat().st_size for file in files if file.is_file())
    if size > LARGEST_IN_ALL:
        message = f"must be under {LARGEST_IN_ALL // 1000} kB in all, found {size // 1000} kB"
        return [], [TOO_MUCH.problem(whole, message)]
    for file in files:
        path = PurePosixPath(file.relative_to(start))
        if unfit := unfit_file(file, file.relative_to(content)):
            rule, message = unfit
            problems.append(rule.problem(Location(path), message))
            continue
        try:
            if file.is_file() and _may_be_entry(file.relative_to(content)):
                found, more = _read(file, path, file.relative_to(content))
                entries += found
                problems += more
        except Unreadable as error:
            problems.append(error.rule.problem(Location(path, error.line), error.message))
        except OSError as error:
            message = f"cannot be read: {error.strerror or error}"
            problems.append(CANNOT_READ.problem(Location(path), message))
    if len(entries) > MOST_ENTRIES:
        message = f"must hold {MOST_ENTRIES} entries at most, found {len(entries)}"
        return [], [TOO_MUCH.problem(whole, message)]
    return entries, problems


def _may_be_entry(inside: Path) -> bool:
    hidden = inside.name.startswith(".")
    return inside.parts[0] not in NOT_ENTRIES and not hidden


def _read(file: Path, path: PurePosixPath, inside: Path) -> tuple[list[RawEntry], list[Problem]]:
    if file.suffix not in {".yml", ".md"}:
        message = f"must end in '.yml' or '.md', found {file.name!r}"
        raise Unreadable(UNKNOWN_FILE, 1, message)
    text = text_of(file)
    has_body = file.suffix == ".md"
    fields, body, body_line = split(text) if has_body else (text, "", 0)
    strangers = [CHARACTER.problem(Location(path, line), said) for line, said in _strange(text)]
    try:
        tree = YamlTree(fields, first_line=2 if has_body else 1)
    except Unreadable:
        if strangers:  # what nobody sees is why
            return [], strangers
        raise
    flaws = (rule.problem(Location(path, line), message) for rule, line, message in tree.flaws)
    problems = [
        *strangers,
        *(flaw for flaw in flaws if not strangers or flaw.rule != CHARACTER.name),
    ]
    folder = inside.parts[0] if len(inside.parts) > 1 else inside.stem
    if isinstance(tree.data, dict):
        if has_body:
            problems += _with_body(tree, path, body, body_line)
        entry = RawEntry(path, folder, inside.stem.strip(), tree.data, tree.lines, tree.styles)
        return [entry], [*problems, *_slug_problems(entry, inside.stem, 1)]
    found, more = _listed(tree, path, folder)
    return found, [*problems, *more]


def _strange(text: str) -> Iterator[tuple[int, str]]:
    """The characters that must not stand in a file, each with its line."""
    told = 0
    for number, line in enumerate(text.split("\n"), 1):
        for _, message in strange(line) if told < MOST_TOLD else ():
            told += 1
            yield number, message
            break


def _with_body(tree: YamlTree, path: PurePosixPath, body: str, body_line: int) -> Iterator[Problem]:
    """Put what stands under the fields among them, as the field `body`."""
    if "body" in tree.data:
        where = Location(path, tree.lines[("body",)], "body")
        yield TWO_BODIES.problem(where, "is not a field here: what stands under the fields says it")
    tree.data["body"] = composed(body)
    tree.lines[("body",)] = body_line
    tree.styles[("body",)] = "|"


def _listed(
    tree: YamlTree, path: PurePosixPath, folder: str
) -> tuple[list[RawEntry], list[Problem]]:
    """The entries of a file that holds many."""
    if not tree.data:
        raise Unreadable(EMPTY_FILE, 1, "must not be empty")
    if not isinstance(tree.data, list):
        message = "must hold fields, each a name, a colon and a value"
        raise Unreadable(NOT_FIELDS, 1, message)
    entries: list[RawEntry] = []
    problems: list[Problem] = []
    by_item: dict[str | int, list[Loc]] = {}
    for loc in tree.lines:
        if loc:
            by_item.setdefault(loc[0], []).append(loc)
    for index, item in enumerate(tree.data):
        line = tree.lines.get((index, "id"), tree.lines.get((index,), 1))
        if not isinstance(item, dict) or not isinstance(item.get("id"), str):
            where = Location(path, line, f"[{index}]")
            problems.append(MISSING_ID.problem(where, "must hold fields, the first of them `id`"))
            continue
        slug = item.pop("id")
        own = by_item[index]
        lines = {loc[1:]: tree.lines[loc] for loc in own}
        styles = {loc[1:]: tree.styles[loc] for loc in own if loc in tree.styles}
        entries.append(RawEntry(path, folder, slug.strip(), item, lines, styles))
        problems += _slug_problems(entries[-1], slug, line)
    return entries, problems


def _slug_problems(entry: RawEntry, slug: str, line: int) -> Iterator[Problem]:
    if not SLUG.fullmatch(slug):
        better = "-".join(re.findall(r"[a-z0-9]+", slug.lower())) or "a-name"
        message = f"must be lower-case words joined by hyphens, found {slug!r}; try {better!r}"
        yield BAD_ID.problem(Location(entry.path, line, "id"), message)

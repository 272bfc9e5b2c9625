"""YAML files, and Markdown files with front matter -> raw entries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from build_tools.fields import Loc
from build_tools.model import RawEntry
from build_tools.problems import Location, Problem

LARGEST = 1_000_000
DEEPEST = 12
ASSETS = "assets"
NOT_ENTRIES = {"LICENSE", "README.md"}

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WORDING = (
    ("while scanning a quoted scalar", "a quote is opened here and never closed"),
    ("while scanning a block scalar", "the lines of a block must be indented alike, with spaces"),
    (
        "mapping values are not allowed",
        "a ': ' stands inside a value here; put the whole value in quotes",
    ),
    ("did not find expected ',' or ']'", "a '[' list is opened here and never closed"),
    ("did not find expected ',' or '}'", "a '{' is opened here and never closed"),
    ("could not find expected ':'", "a field name must be followed by ': ' and its value"),
    ("did not find expected key", "the indentation does not fit the lines around it"),
    ("did not find expected '-' indicator", "the items of a list must be indented alike"),
    (
        "cannot start any token",
        "a value must not start with this character; put the value in quotes",
    ),
    ("control characters are not allowed", "must not hold invisible control characters"),
)


class _Unreadable(Exception):  # noqa: N818  it never leaves this module
    """Why a file cannot be read, and on which line."""

    def __init__(self, line: int, message: str, rule: str = "bad-yaml") -> None:
        super().__init__(message)
        self.line, self.message, self.rule = line, message, rule


def load(content: Path, root: Path) -> tuple[list[RawEntry], list[Problem]]:
    """Every entry below the content folder that can be read, and what is wrong with the rest.

    Paths are told from `root` on, if the content lies below it, and else from its own folder on.
    """
    start = root if content.is_relative_to(root) else content.parent
    entries: list[RawEntry] = []
    problems: list[Problem] = []
    for file in sorted(content.rglob("*")):
        path = PurePosixPath(file.relative_to(start))
        inside = file.relative_to(content)
        try:
            _refuse_strangers(file, content)
            if file.is_file() and _may_be_entry(inside):
                found, more = _read(file, path, inside)
                entries += found
                problems += more
        except _Unreadable as error:
            problems.append(Problem(Location(path, error.line), error.message, error.rule))
    return entries, problems


def _may_be_entry(inside: Path) -> bool:
    return (
        inside.parts[0] != ASSETS
        and inside.name not in NOT_ENTRIES
        and not inside.name.startswith(".")
    )


def _refuse_strangers(file: Path, content: Path) -> None:
    if not file.resolve().is_relative_to(content.resolve()):
        raise _Unreadable(1, "must not be a link out of the content folder", "outside-content")


def _read(file: Path, path: PurePosixPath, inside: Path) -> tuple[list[RawEntry], list[Problem]]:
    if file.suffix not in {".yml", ".md"}:
        raise _Unreadable(
            1,
            f"must end in '.yml' or '.md', found {file.name!r}; images belong in {ASSETS}/",
            "unknown-file",
        )
    text = _text_of(file)
    front, body, body_line = _split(text) if file.suffix == ".md" else (text, None, 0)
    tree = _Tree(front, first_line=2 if body is not None else 1)
    data, problems = (
        tree.data,
        [Problem(Location(path, line), message, rule) for line, message, rule in tree.flaws],
    )
    folder = inside.parts[0] if len(inside.parts) > 1 else inside.stem
    if isinstance(data, dict):
        if body is not None:
            data["body"] = body
            tree.lines[("body",)] = body_line
        entry = RawEntry(path, folder, inside.stem, data, tree.lines)
        return [entry], [*problems, *_slug_problems(entry, inside.stem, 1)]
    entries = []
    for index, item in enumerate(data if isinstance(data, list) else []):
        line = tree.lines.get((index, "id"), tree.lines.get((index,), 1))
        if not isinstance(item, dict) or not isinstance(item.get("id"), str):
            problems.append(
                Problem(
                    Location(path, line, f"[{index}]"),
                    "must hold fields, the first of them `id`",
                    "missing-id",
                )
            )
            continue
        slug = item.pop("id")
        lines = {loc[1:]: at for loc, at in tree.lines.items() if loc[:1] == (index,)}
        entries.append(RawEntry(path, folder, slug, item, lines))
        problems += _slug_problems(entries[-1], slug, line)
    if not data:
        raise _Unreadable(1, "must not be empty", "empty-file")
    if not isinstance(data, list):
        raise _Unreadable(1, "must hold fields, each a name, a colon and a value", "not-fields")
    return entries, problems


def _slug_problems(entry: RawEntry, slug: str, line: int) -> Iterator[Problem]:
    if not _SLUG.fullmatch(slug):
        better = "-".join(re.findall(r"[a-z0-9]+", slug.lower())) or "a-name"
        yield Problem(
            Location(entry.path, line, "id"),
            f"must be lower-case words joined by hyphens, found {slug!r}; try {better!r}",
            "bad-id",
        )


def _text_of(file: Path) -> str:
    if (size := file.stat().st_size) > LARGEST:
        raise _Unreadable(
            1,
            f"must be under {LARGEST // 1_000_000} MB, found {size / 1_000_000:.1f} MB",
            "too-large",
        )
    raw = file.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _Unreadable(
            line, f"must be saved as UTF-8, found the byte 0x{raw[error.start]:02x}", "not-utf-8"
        ) from None
    if not text.strip():
        raise _Unreadable(1, "must not be empty", "empty-file")
    return text.replace("\r\n", "\n")


def _split(text: str) -> tuple[str, str, int]:
    """Front matter, body, and the line the body starts on."""
    found = re.match(r"---\n(.*?\n)---\n(.*)", text, re.DOTALL)
    if not found:
        raise _Unreadable(
            1, "must start with front matter: a line '---', fields, a line '---'", "no-front-matter"
        )
    body = found[2]
    start = len(text) - len(body.lstrip("\n"))
    return found[1], body.strip(), text.count("\n", 0, start) + 1


class _Tree:
    """The plain data of one YAML text, with the line of every value; one walk over its events."""

    def __init__(self, text: str, first_line: int) -> None:
        self.lines: dict[Loc, int] = {}
        self.flaws: list[tuple[int, str, str]] = []
        self._first = first_line
        self._events = yaml.parse(text, Loader=yaml.CSafeLoader)
        try:
            self.data = self._document()
        except yaml.YAMLError as error:
            raise _worded(error, text, first_line) from None

    def _document(self) -> Any:
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise _Unreadable(self._first, "must not be empty", "empty-file")
        data = self._value(next(self._events), ())
        next(self._events)
        if isinstance(more := next(self._events), yaml.DocumentStartEvent):
            raise _Unreadable(
                self._line(more),
                "must hold one document; a line '---' starts another",
                "two-documents",
            )
        return data

    def _line(self, event: yaml.Event) -> int:
        return self._first + (event.start_mark.line if event.start_mark else 0)

    def _value(self, event: yaml.Event, loc: Loc) -> Any:
        line = self._line(event)
        self.lines.setdefault(loc, line)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Unreadable(
                line, "must not use & and * (anchors and aliases); write the value out", "alias"
            )
        if len(loc) > DEEPEST:
            raise _Unreadable(line, f"must not be nested more than {DEEPEST} deep", "too-deep")
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return [
                self._value(item, (*loc, index))
                for index, item in enumerate(self._until(yaml.SequenceEndEvent))
            ]
        return self._mapping(loc)

    def _mapping(self, loc: Loc) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key in self._until(yaml.MappingEndEvent):
            line = self._line(key)
            if not isinstance(key, yaml.ScalarEvent):
                raise _Unreadable(line, "a field name must be a plain word", "bad-key")
            name, value = key.value, next(self._events)
            if name in found:
                before = self.lines[(*loc, name)]
                self.flaws.append(
                    (
                        line,
                        f"{name}: is here twice; it stands on line {before} too",
                        "duplicate-key",
                    )
                )
                self._value(value, (*loc, name))
                continue
            self.lines[(*loc, name)] = line
            found[name] = self._value(value, (*loc, name))
        return found

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        while not isinstance(event := next(self._events), end):
            yield event


def _worded(error: yaml.YAMLError, text: str, first_line: int) -> _Unreadable:
    said = str(error)
    mark = getattr(error, "problem_mark", None)
    if mark and re.match(r" *\t", [*text.splitlines(), ""][mark.line]):
        return _Unreadable(
            int(mark.line) + first_line, "a tab indents this line; indent with spaces"
        )
    wording = next(
        (words for sign, words in _WORDING if sign in said),
        "is not YAML that can be read; look at this line and the one before",
    )
    if "opened here" in wording:
        mark = getattr(error, "context_mark", None) or mark
    return _Unreadable(int(mark.line) + first_line if mark else 1, wording)

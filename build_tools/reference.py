"""The models -> content/README.md: how to begin a guide, and to write each kind of entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from build_tools.content.decoded import SIZE
from build_tools.content.explain import PROSE, needs, rows, sample, table, written
from build_tools.content.load import LARGEST_IN_ALL, MOST_ENTRIES
from build_tools.content.yaml_tree import DEEPEST
from build_tools.kinds import KINDS
from build_tools.model import Anchor, Embedded, Kind, OwnPage, below_its_list
from build_tools.rule import Scope
from build_tools.words import FILE

ELSEWHERE = {  # kinds whose fields are explained at another place
    "words": "The words of the interface; none is needed. All stand, with what they say, in "
    "[build_tools/words.yml](../build_tools/words.yml); keep their `{curly}` and `[square]` parts.",
}
OF_CONTENT = {Scope.ENTRY, Scope.CATALOG}

BEGINNING = Path(__file__).with_name("reference.md")
"""How a guide is laid out, the least that is one, the markup: what no model can say."""


def reference(kinds: Sequence[Kind] = KINDS) -> str:
    """The whole of content/README.md."""
    contents = ", ".join(f"[{kind.name}](#{kind.name})" for kind in kinds)
    sections = [_section(kind, kinds) for kind in kinds]
    beginning = BEGINNING.read_text("utf-8")
    return "\n".join([beginning, f"{contents}.\n", *sections, _limits_of_all(), _words()])


def _words() -> str:
    """Every word of the interface, as a guide may copy and change it."""
    about, _, words = FILE.read_text("utf-8").partition("lang:")
    said = " ".join(line.removeprefix("# ") for line in about.splitlines())
    return f"## The words of the interface\n\n{said}\n\n```yaml\nlang:{words.rstrip()}\n```\n"


def _section(kind: Kind, kinds: Sequence[Kind]) -> str:
    """All about one kind: where its entries lie, where a reader meets them, its fields."""
    named_by = [
        f"`{other.name}.{row.place}`"
        for other in kinds
        for row in rows(other.model)
        if row.link and row.link.kind == kind.name
    ]
    is_alone = isinstance(kind.place, Embedded) and not named_by
    files = f"`{kind.folder}.yml`" if is_alone else f"`{kind.folder}/` or `{kind.folder}.yml`"
    needed = ", ".join(f"`{name}`" for name in sorted(needs(kind.model)))
    facts = [
        f"Where it lies: {files}.",
        f"Where a reader meets it: {'all over the site' if is_alone else _met(kind)}.",
        f"Fields that name it: {', '.join(named_by)}." if named_by else "",
        "Something must link to it."
        if kind.must_be_linked
        else "No other entry has to link to it.",
        f"It needs entries of: {needed}." if needed else "",
    ]
    about = " ".join((kind.model.__doc__ or "").split())
    parts = [f"## {kind.name}", about, _bullets(facts), ELSEWHERE.get(kind.name) or _fields(kind)]
    return "\n\n".join(filter(None, parts)) + "\n"


def _fields(kind: Kind) -> str:
    """The table of all fields, the least of an entry, and the rules of the kind's own."""
    least = f"What it needs, to copy:\n\n```yaml\n{_example(kind)}\n```"
    rules = _bullets(rule.demands for rule in kind.rules if rule.scope in OF_CONTENT)
    besides = f"What must hold besides:\n\n{rules}" if rules else ""
    return "\n\n".join(filter(None, [table(kind.model), least, besides]))


def _example(kind: Kind) -> str:
    """The kind's own example, where one that is made of its fields would not be whole."""
    own = kind.home / "example.yml"
    return own.read_text("utf-8").strip() if own.is_file() else written(sample(kind.model))


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines if line)


def _met(kind: Kind) -> str:
    listed = f"the page that has `{kind.name}` in its `lists`"
    match kind.place:
        case Anchor():
            return f"a place on {listed}"
        case OwnPage(path=path) if path is below_its_list:
            return f"a page of its own, below {listed}, or at the top if no page has"
        case OwnPage(path=path):
            said = (path.__doc__ or "").strip().rstrip(".")
            return f"a page of its own ({said})" if said else "a page of its own"
    return "wherever an entry names it"


def _limits_of_all() -> str:
    prose = ((name, ", ".join(sorted(tags))) for tags, name in PROSE.items())
    lines = [
        *(f"HTML tags that {name} may turn into: {tags}." for name, tags in prose),
        f"A file is UTF-8 and {SIZE}. Fields are at most {DEEPEST} deep.",
        f"All files together: under {LARGEST_IN_ALL // 1_000_000} MB, {MOST_ENTRIES} entries.",
        "A field that is there holds something. A field that the kind does not have is a mistake.",
        "No two entries of a kind share a title, but for sources. A list names an entry once.",
        "All rules there are: `python -m build_tools rules`.",
    ]
    return f"## Limits of all\n\n{_bullets(lines)}\n"

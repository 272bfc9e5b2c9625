"""The models -> content/README.md: how to begin a guide, and to write each kind of entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_tools.content.explain import PROSE, needs, rows, sample, table, written
from build_tools.content.load import LARGEST
from build_tools.content.yaml_tree import DEEPEST
from build_tools.kinds import KINDS
from build_tools.model import Anchor, Embedded, Kind, OwnPage, below_its_list
from build_tools.rule import Scope

LAYOUT = """\
# How to write a guide

A guide is a folder of plain text, on any subject; the tools make a site of it.
This page is made from the models of the entries: `python -m build_tools reference`.

1. A file is an entry, and its name is the entry's name: `causes/loose-headset.yml`.
2. A folder is a kind. Each kind has its section below.
3. A file may hold a list of entries, each with its `id` first. `levels.yml` needs no folder.
4. A page is a `.md` file: fields between two lines `---`, prose below.
5. `site.yml` is the guide as a whole: its name, its home page, its menu.

Names are lower-case words joined by hyphens. What lies in `assets/` is copied to the site;
`README.md`, `LICENSE` and hidden files are not. To check and to build a folder, after `make site`:

```sh
.venv/bin/python -m build_tools check --content DIR
.venv/bin/python -m build_tools build --content DIR --site OUT
```

`check` names every mistake by file, line and field, and says what must hold.
A whole guide, small enough to read in one go: [tests/toys/bicycle](../tests/toys/bicycle).
"""

# edit together with kinds/page/rules.py
LEAST = """\
## The least that is a guide

Put these files into an empty folder; a line `==` begins a file.

```text
== site.yml
title: Wobbly bicycle
description: Why a bicycle wobbles, and how to steady it.
answer: Every bicycle wobbles a little. A few signs mean you must get off.
home: index
not_found: missing
version: "0.1"
review: {months: 12, statement: No mechanic has read this guide yet.}
ways_on: [{title: Look first, text: The signs that matter., to: "page:signs"}]
menu: [{label: Signs, to: "page:signs"}]
== levels.yml
- id: ride-on
  title: Ride on
  rank: 1
  shape: circle
  border: hairline
  colours: {light: "#1f6b3a", dark: "#7fd09a"}
  when: Any time
  summary: Nothing to mend.
  heading: "Ride on if:"
- id: stop
  title: Get off
  rank: 2
  shape: octagon
  border: thick
  colours: {light: "#a1131a", dark: "#ff9b95"}
  when: Now
  summary: Get off and walk.
  heading: "Get off if:"
== pages/index.md
---
title: Why does my bicycle wobble?
summary: Why a bicycle wobbles, and what to do.
reviewed: 2026-01-31
---
A wheel is a *spring* with a rhythm.
== pages/missing.md
---
title: Nothing here
summary: This road ends.
reviewed: 2026-01-31
---
== pages/signs.md
---
title: Signs
summary: The signs that mean you must get off.
lists: [red-flag, level]
reviewed: 2026-01-31
---
```

- `home` and `not_found` name two pages; the second is shown where an address leads nowhere.
- There are two levels or more, and a page that lists `red-flag` and `level`.
- A page may list any kinds, in any order, each kind on one page. Nothing else need be listed,
  but what no list, menu or prose leads to is told.
- Other kinds may be left out; their sections say what they need. Begin with sources.
- Every word that the pages say by themselves ("Which side", "In danger?") can be another one:
  `words.yml` in your folder, by the names that [words.yml](../build_tools/words.yml) has.
- `SITE_URL=https://example.org/guide/` before `build` gives the pages that address.
"""

MARKUP = """\
## Markup

- **Plain text** is one line without markup. A **title** is also without `< > & " [ ]`.
- **Prose** holds `*emphasis*`, `**strong words**`, links and citations, and where it may have
  more than one line, paragraphs (an empty line between two) and lists (`- ` or `1. ` before each
  item). Headings (`##` and `###`) stand in pages only.
- **A link** is `[words](kind:name)`: `[the bearing](term:headset)`. Empty words give the title.
- **A citation** is `[@name]` right after the full stop, with the name of a source.
- Other links are `https:`, `mailto:`, `tel:` or `#place`. There is no HTML, no image, no table,
  no code, and no `{`, `}`, `|` or backtick in prose.
- **A field that names entries** holds bare names: `mechanisms: [caster]`. The page of the entry
  named there shows the way back by itself.
- **YAML**: a value in which `: ` or ` #` stands, or which starts with one of
  ``[ ] { } " ' * & ! | > % @ # ` ``, is put in quotes. Prose of several lines follows `|-`,
  indented. Numbers and dates need no quotes.

## The kinds

`dose.amount` is the field `amount` inside `dose`; `levels[].do` is `do` in each item of `levels`.
Such a field is needed wherever the field around it is written.
"""

ELSEWHERE = {  # kinds whose fields are explained at another place
    "words": "The words of the interface; none is needed. All stand, with what they say, in "
    "[build_tools/words.yml](../build_tools/words.yml); keep their `{curly}` and `[square]` parts.",
}
OF_CONTENT = {Scope.ENTRY, Scope.CATALOG}


def reference(kinds: Sequence[Kind] = KINDS) -> str:
    """The whole of content/README.md."""
    contents = ", ".join(f"[{kind.name}](#{kind.name})" for kind in kinds)
    sections = [_section(kind, kinds) for kind in kinds]
    return "\n".join([LAYOUT, LEAST, MARKUP, f"{contents}.\n", *sections, _limits_of_all()])


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
        f"A file is UTF-8 and under {LARGEST // 1_000_000} MB. Fields are at most {DEEPEST} deep.",
        "A field that is there holds something. A field that the kind does not have is a mistake.",
        "No two entries of a kind share a title, but for sources. A list names an entry once.",
        "All rules there are: `python -m build_tools rules`.",
    ]
    return f"## Limits of all\n\n{_bullets(lines)}\n"

"""The reference is whole, says what the models say, and its smallest guide is one."""

import re
from typing import Annotated, ClassVar

import pytest
from conftest import ROOT
from pydantic import Field

from build_tools import pipeline
from build_tools.content.explain import rows, sample, written
from build_tools.content.fields import CitedProse, Inline, LinksTo, Model, Title
from build_tools.content.yaml_tree import YamlTree
from build_tools.entry import Entry, Reviewed
from build_tools.kinds import KINDS
from build_tools.model import Anchor, Embedded, Kind, OwnPage
from build_tools.output.pages import render
from build_tools.project import Project
from build_tools.reference import BEGINNING, ELSEWHERE, reference

NOT_YET: tuple[str, ...] = ()
EXPLAINED = [kind for kind in KINDS if kind.name not in ELSEWHERE]
STRICT = [kind for kind in EXPLAINED if kind.name not in NOT_YET]


def names(kind):
    return kind.name


def test_the_reference_is_as_the_models_are():
    there = (ROOT / "content/README.md").read_text("utf-8")
    assert there == reference(KINDS), "run python -m build_tools reference"


@pytest.mark.parametrize("kind", STRICT, ids=names)
def test_every_field_says_what_to_write(kind):
    assert not [row.place for row in rows(kind.model) if not row.info.description]


@pytest.mark.parametrize("kind", STRICT, ids=names)
def test_every_field_without_fields_in_it_has_an_example(kind):
    assert not [row.place for row in rows(kind.model) if not row.model and not row.info.examples]


@pytest.mark.parametrize("kind", EXPLAINED, ids=names)
def test_what_an_author_is_told_to_copy_is_an_entry(kind):
    data = YamlTree(written(sample(kind.model)), first_line=1).data
    assert kind.model.model_validate({**data, "slug": "copied"})


@pytest.mark.parametrize("kind", STRICT, ids=names)
def test_every_example_fits_its_field(kind):
    for row in rows(kind.model):
        for example in row.info.examples or ():
            value = (example,) * max(row.least, 1) if row.is_list else example
            within = f"{kind.name}.{row.place} = {example!r}"
            assert fits(kind.model, row.place, value), within


def fits(model, place, value) -> bool:
    """Whether a value may stand at a place: no error is told of it."""
    *above, name = re.split(r"(?:\[\])?\.", place)
    for part in above:
        model = next(row.model for row in rows(model) if row.place == part)
    whole = {**sample(model), name: list(value) if isinstance(value, tuple) else value}
    if issubclass(model, Entry):
        whole["slug"] = "example"
    return bool(model.model_validate(whole))


def test_the_least_guide_can_be_read_and_rendered(make_content):
    block = re.search(r"```text\n(.+?)```", BEGINNING.read_text("utf-8"), re.DOTALL)
    content = make_content(block[1])
    catalog = pipeline.read_content(Project.at(ROOT, content)).catalog
    pages = {str(file.path) for file in render(catalog) if file.path.suffix == ".md"}
    assert pages == {"index.md", "signs/index.md"}


@pytest.mark.parametrize(
    "missing", ["== pages/signs.md", "== pages/index.md", "== pages/missing.md", "== site.yml"]
)
def test_the_least_guide_has_no_file_too_many(make_content, missing):
    block = re.search(r"```text\n(.+?)```", BEGINNING.read_text("utf-8"), re.DOTALL)[1]
    less = re.sub(rf"(?ms)^{missing}\n.*?(?=^== |\Z)", "", block)
    with pytest.raises(pipeline.ContentError):
        pipeline.read_content(Project.at(ROOT, make_content(less)))


class Spoke(Model):
    """One spoke."""

    length: int = Field(gt=0, le=300, description="How long it is, in mm.", examples=["260"])
    side: Title | None = Field(default=None, description="On which side.", examples=["left"])


class Rim(Entry):
    """What a tyre sits on."""

    kind: ClassVar[str] = "rim"
    material: Inline = Field(description="What it is made of.", examples=["Steel."])


class Wheel(Reviewed):
    """A wheel, with all
    that turns."""

    kind: ClassVar[str] = "wheel"
    rim: Annotated[str, LinksTo(Rim)] = Field(description="Its rim.", examples=["round"])
    spokes: tuple[Spoke, ...] = Field(min_length=2, max_length=36, description="Its spokes.")
    turns: CitedProse = Field(description="How it turns.", examples=["Round: always.[@kim]"])
    true: bool = Field(default=True, description="Whether it runs true.", examples=["false"])


TWO = (
    Kind(Wheel, "wheels", OwnPage(), must_be_linked=False),
    Kind(Rim, "rims", Anchor()),
)
SECTION = """\
## wheel

A wheel, with all that turns.

- Where it lies: `wheels/` or `wheels.yml`.
- Where a reader meets it: a page of its own, below the page that has `wheel` in its `lists`, \
or at the top if no page has.
- No other entry has to link to it.
- It needs entries of: `rim`, `source`.
"""
TABLE = """\
| `rim` | yes | the name of one `rim` |  | Its rim. | `round` |
| `spokes` | yes | a list, each item fields | 2 or more items, at most 36 items | Its spokes. |  |
| `spokes[].length` | yes | a whole number | above 0, at most 300 | How long it is, in mm. | `260` |
| `spokes[].side` | no | a title | at most 90 characters | On which side. | `left` |
| `turns` | yes | prose | must cite a source | How it turns. | `'Round: always.[@kim]'` |
| `true` | no, else `True` | `true` or `false` |  | Whether it runs true. | `false` |
"""
TO_COPY = """\
rim: round
spokes:
  - length: 260
  - length: 260
turns: 'Round: always.[@kim]'
```
"""
RIM = """\
What a tyre sits on.

- Where it lies: `rims/` or `rims.yml`.
- Where a reader meets it: a place on the page that has `rim` in its `lists`.
- Fields that name it: `wheel.rim`.
- Something must link to it.
"""


@pytest.mark.parametrize("part", [SECTION, TABLE, TO_COPY, RIM])
def test_a_section_follows_from_the_model_alone(part):
    assert part in reference(TWO)


def test_an_entry_that_no_field_names_and_no_page_lists_is_the_only_one_of_its_kind():
    alone = reference((Kind(Rim, "rim", Embedded()),))
    assert "Where it lies: `rim.yml`." in alone
    assert "Where a reader meets it: all over the site." in alone

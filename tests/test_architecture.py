"""The house stands: floors, mirror, sizes, and no subject words in Python."""

import ast
import re
from pathlib import Path

import pytest
from conftest import ROOT

TOOLS = ROOT / "build_tools"
FLOORS = {
    "problems": 1,
    "markup": 1,
    "project": 1,
    "site": 2,
    "sheet": 2,
    "fields": 2,
    "model": 2,
    "pipeline": 4,
    "__main__": 5,
    "mkdocs_hook": 5,
}
STAGES = {
    "load",
    "validate",
    "link",
    "check",
    "render",
    "typeset",
    "write",
    "engine",
    "finish",
    "publish",
}
MODULES = sorted(
    path for path in TOOLS.rglob("*.py") if path.name != "__init__.py" or path.parent != TOOLS
)


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(TOOLS).with_suffix("").parts).removesuffix(".__init__")


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("build_tools"):
            module = (node.module or "").removeprefix("build_tools").lstrip(".")
            found |= {module} if module else {alias.name for alias in node.names}
    return found


def floor_of(module: str) -> int:
    return FLOORS.get(module, 3)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_from_floors_below(path):
    module = name_of(path)
    allowed_beside = {
        "kinds": {"kinds"},
        "verify": {"verify"},
        "model": {"fields", "site"},
        "sheet": {"model"},
    }.get(module.split(".")[0], set())
    for other in imports_of(path):
        beside = other.split(".")[0] in allowed_beside
        assert floor_of(other) < floor_of(module) or beside, f"{module} imports {other}"


@pytest.mark.parametrize(
    "path", [path for path in MODULES if name_of(path).startswith("kinds.")], ids=name_of
)
def test_a_kind_imports_only_the_nouns_and_itself(path):
    own = ".".join(name_of(path).split(".")[:2])
    assert {other for other in imports_of(path) if not other.startswith(own)} <= {
        "fields",
        "model",
        "problems",
        "sheet",
        "site",
    }


def test_the_stages_are_where_the_map_says():
    assert {path.stem for path in TOOLS.glob("*.py")} == STAGES | set(FLOORS) | {"__init__"}


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in MODULES
        if "kinds" not in path.parts
        and path.stem
        not in {
            "__init__",
            "__main__",
            "mkdocs_hook",
            "project",
            "fields",
            "model",
            "engine",
            "site",
        }
    ],
    ids=name_of,
)
def test_every_module_has_its_tests(path):
    mirror = path.relative_to(TOOLS).with_name(f"test_{path.name}")
    assert (ROOT / "tests" / mirror).is_file()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_stay_short(path):
    assert len(path.read_text("utf-8").splitlines()) <= 270


@pytest.mark.parametrize("path", sorted(TOOLS.rglob("*.j2")), ids=lambda path: path.name)
def test_templates_stay_short_and_plain(path):
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 60
    assert "{%-" not in text


SUBJECT = re.compile(
    r"\b(calf|calves|heels?|ankles?|muscles?|tendons?|shak(e|es|ing|y)|tremors?|reflex|nerves?|spine|brain|stroke|adrenaline|clonus|fatigue|tired|"
    r"stretch|balance|thyroid|medicines?|sugar|pregnan\w+|weakness|numb|stiff|bounce|caffeine|dehydration|legs?|foot|feet|toes?|doctors?|patients?)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_the_code_knows_nothing_of_the_subject(path):
    assert [found[0] for found in SUBJECT.finditer(path.read_text("utf-8"))] == []


def test_no_title_of_the_content_stands_in_the_code():
    code = "\n".join(path.read_text("utf-8").lower() for path in MODULES)
    titles = [
        title
        for path in (ROOT / "content").rglob("*.yml")
        for title in re.findall(r"(?m)^(?:- |  )?title: (\S+ \S.*)$", path.read_text("utf-8"))
    ]
    assert len(titles) > 100
    assert [title for title in titles if title.lower() in code] == []

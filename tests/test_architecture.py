"""The house stands: floors, kinds, sizes, and no word of any subject in the tools."""

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from conftest import ROOT

from build_tools.kinds import KINDS

TOOLS = ROOT / "build_tools"
MODULES = sorted(path for path in TOOLS.rglob("*.py") if path != TOOLS / "__init__.py")
GROUND = {"problems", "project", "dates", "content.markup", "content.fields"}
NOUNS = {"rule", "entry", "made", "model", "words", "site.read"}
STAGES = {"content", "rules", "output", "site"}
UNTESTED_ALONE = {
    *("__main__", "mkdocs_hook", "project", "fields", "wording", "entry", "made", "model"),
    *("engine", "read", "site", "makers", "run", "yaml_tree"),
}
DOORS = {"__main__", "mkdocs_hook"}
ABOVE = {"pipeline", "manual", "reference"}


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(TOOLS).with_suffix("").parts).removesuffix(".__init__")


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("build_tools"):
            module = (node.module or "").removeprefix("build_tools").lstrip(".")
            names = {f"{module}.{alias.name}".lstrip(".") for alias in node.names}
            inside = {name for name in names if (TOOLS / name.replace(".", "/")).exists()}
            files = {n for n in names if (TOOLS / f"{n.replace('.', '/')}.py").exists()}
            found |= inside | files or {module}
    return found


IMPORTS = {name_of(path): imports_of(path) for path in MODULES}


def may_import(module: str, other: str) -> bool:
    """Whether the map of the house lets a module import another."""
    package, other_package = module.split(".", maxsplit=1)[0], other.split(".", maxsplit=1)[0]
    if module in DOORS:
        return True
    if module in ABOVE:
        return other not in DOORS
    if module in GROUND:
        return other in GROUND
    if module in NOUNS:
        return other in GROUND | NOUNS
    if package == "kinds":
        own = module.split(".")[:2] == other.split(".")[:2]
        entry = re.fullmatch(r"kinds\.\w+\.entry|kinds\.sheet", other)
        return own or bool(entry) or other in GROUND | NOUNS | {"rules.makers"}
    return other in GROUND | NOUNS or (package in STAGES and package == other_package)


@pytest.mark.parametrize("module", [name for name in IMPORTS if name != "kinds"])
def test_a_module_imports_only_what_the_map_allows(module):
    assert [other for other in IMPORTS[module] if not may_import(module, other)] == []


def test_no_module_imports_itself_by_a_detour():
    TopologicalSorter(IMPORTS).prepare()


def test_the_modules_are_where_the_map_says():
    top = {path.stem for path in TOOLS.glob("*.py")} - {"__init__"}
    named = {name for name in GROUND | NOUNS if "." not in name}
    assert top == named | ABOVE | DOORS


def test_a_kind_has_at_most_seven_fields():
    assert len(type(KINDS[0]).__dataclass_fields__) <= 7


def test_no_kind_is_looked_up_by_a_string():
    lookups = re.compile(r"catalog\.(all|get|find|linking_to)\(\s*[\"']")
    found = [
        f"{name_of(path)}: {line.strip()}"
        for path in MODULES
        if "kinds" in path.parts
        for line in path.read_text("utf-8").splitlines()
        if lookups.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in MODULES
        if "kinds" not in path.parts and path.stem not in {"__init__", *UNTESTED_ALONE}
    ],
    ids=name_of,
)
def test_every_module_has_its_tests(path):
    mirror = path.relative_to(TOOLS).with_name(f"test_{path.name}")
    assert (ROOT / "tests" / mirror).is_file()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_stay_short(path):
    assert len(path.read_text("utf-8").splitlines()) <= 210


@pytest.mark.parametrize("path", sorted(TOOLS.rglob("*.j2")), ids=lambda path: path.name)
def test_templates_stay_short_and_plain(path):
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 60
    assert "{%-" not in text


SUBJECT = re.compile(
    r"\b(calf|calves|heels?|ankles?|muscles?|tendons?|shak(e|es|ing|y)|tremors?|reflex|nerves?"
    r"|spine|brain|adrenaline|clonus|fatigue|tired|stretch|thyroid|medicines?|sugar|pregnan\w+"
    r"|weakness|numb|stiff|bounce|caffeine|dehydration|legs?|foot|feet|toes?|doctors?|patients?"
    r"|strokes? signs|your balance)\b",
    re.IGNORECASE,
)
LOOKS = [
    path for path in (ROOT / "overrides").rglob("*") if path.suffix in {".html", ".css", ".svg"}
]
WORDED = [
    path for path in TOOLS.rglob("*") if path.suffix in {".py", ".j2", ".typ", ".yml", ".svg"}
]


@pytest.mark.parametrize("path", WORDED, ids=lambda path: path.name)
def test_the_tools_know_nothing_of_the_subject(path):
    assert [found[0] for found in SUBJECT.finditer(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("path", WORDED, ids=lambda path: path.name)
def test_no_line_is_wider_than_a_hundred(path):
    lines = path.read_text("utf-8").splitlines()
    assert [line for line in lines if len(line) > 100 and path.suffix != ".svg"] == []


def test_no_title_of_the_content_stands_in_the_code():
    code = "\n".join(path.read_text("utf-8").lower() for path in MODULES)
    titles = [
        title
        for path in (ROOT / "content").rglob("*.yml")
        for title in re.findall(r"(?m)^(?:- |  )?title: (\S+ \S.*)$", path.read_text("utf-8"))
    ]
    assert len(titles) > 100
    assert [title for title in titles if title.lower() in code] == []

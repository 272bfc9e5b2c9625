"""The house stands: floors, kinds, sizes, and no word of any subject in the tools."""

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

from conftest import ROOT

from build_tools.kinds import KINDS

TOOLS = ROOT / "build_tools"
MODULES = sorted(path for path in TOOLS.rglob("*.py") if path != TOOLS / "__init__.py")
GROUND = {
    *("problems", "project", "dates"),
    *(
        "content.characters",
        "content.shape",
        "content.markup",
        "content.fields",
        "content.statements",
        "content.sourced",
    ),
}
NOUNS = {"rule", "known", "entry", "made", "model", "words", "content.files", "site.read"}
STAGES = {"content", "rules", "approval", "output", "site"}
UNTESTED_ALONE = {
    *("__main__", "mkdocs_hook", "project", "fields", "wording", "entry", "made", "model"),
    *("engine", "view", "read", "site", "makers", "run", "yaml_tree"),
}
DOORS = {"__main__", "mkdocs_hook"}
ABOVE = {"checking", "draw", "pipeline", "manual", "reference", "review"}


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
        entry = re.fullmatch(r"kinds\.\w+\.(entry|parts)|kinds\.sheet", other)
        return own or bool(entry) or other in GROUND | NOUNS | {"rules.makers"}
    return other in GROUND | NOUNS or (package in STAGES and package == other_package)


def test_a_module_imports_only_what_the_map_allows():
    assert [
        f"{module} imports {other}"
        for module, others in IMPORTS.items()
        for other in others
        if module != "kinds" and not may_import(module, other)
    ] == []


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


def test_every_module_has_its_tests():
    alone = {"__init__", *UNTESTED_ALONE}
    mirrors = [
        ROOT / "tests" / path.relative_to(TOOLS).with_name(f"test_{path.name}")
        for path in MODULES
        if "kinds" not in path.parts and path.stem not in alone
    ]
    assert [path.name for path in mirrors if not path.is_file()] == []


def lines_of(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def test_files_stay_short():
    assert [name_of(path) for path in MODULES if lines_of(path) > 210] == []
    assert [path.name for path in TOOLS.rglob("*.j2") if lines_of(path) > 60] == []


def test_templates_need_no_tricks_with_white_space():
    assert [path.name for path in TOOLS.rglob("*.j2") if "{%-" in path.read_text("utf-8")] == []


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


def test_the_tools_know_nothing_of_the_subject():
    assert [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in WORDED
        for found in SUBJECT.finditer(path.read_text("utf-8"))
    ] == []


def test_no_line_is_wider_than_a_hundred():
    assert [
        f"{path.relative_to(ROOT)}:{number}"
        for path in WORDED
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if len(line) > 100 and path.suffix != ".svg"
    ] == []


def test_no_title_of_the_content_stands_in_the_code():
    code = "\n".join(path.read_text("utf-8").lower() for path in MODULES)
    titles = [
        title
        for path in (ROOT / "content").rglob("*.yml")
        for title in re.findall(r"(?m)^(?:- |  )?title: (\S+ \S.*)$", path.read_text("utf-8"))
    ]
    assert len(titles) > 100
    assert [title for title in titles if title.lower() in code] == []

"""What several tests share: small content trees, two toy kinds, the sites, a browser."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, ClassVar

import pytest
from filelock import FileLock
from hypothesis import settings

from build_tools import pipeline
from build_tools.content.fields import Cited, Inline, LinksTo, Model, Prose, Text
from build_tools.entry import Entry
from build_tools.model import Catalog, Embedded, Kind, OwnPage
from build_tools.project import Project
from build_tools.rule import Rule
from build_tools.rules import run as running
from build_tools.site.read import Site, read_site

ROOT = Path(__file__).parent.parent
TOY = ROOT / "tests/toys/bicycle"
TOY_LOCK = TOY.parent / "safety.lock.yml"

# A slow machine is no fault of the code, and who corrects a word must not meet another's bad luck.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that asks for a built site is one of those that build."""
    for item in items:
        if {"toy_site", "real_site"} & {*getattr(item, "fixturenames", ())}:
            item.add_marker("build")


NO_BROWSER = (
    "no Chromium found: install one (on Debian: apt install chromium) or name it in $CHROMIUM"
)


def pytest_terminal_summary(terminalreporter) -> None:
    """Say once, and not for each test, that there was no browser."""
    skipped = [
        report
        for report in terminalreporter.stats.get("skipped", [])
        if NO_BROWSER in str(report.longrepr)
    ]
    if skipped:
        terminalreporter.write_line(f"{len(skipped)} browser tests skipped: {NO_BROWSER}")


@functools.cache
def guide() -> Catalog:
    """The real guide, read once for all tests."""
    return pipeline.read_content(Project.at(ROOT)).catalog


@functools.cache
def toy() -> Catalog:
    """The toy guide, read once for all tests."""
    return pipeline.read_content(Project.at(ROOT, TOY), today=date(2026, 2, 1)).catalog


def of_kind(catalog: Catalog, kind: str) -> list[Entry]:
    """The entries of a kind, by its name."""
    return catalog.all(catalog.kinds[kind].model)


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def make_content(tmp_path: Path) -> Callable[[str], Path]:
    """A content folder from one text: a line `== path` starts a file, what follows is in it."""

    def make(text: str) -> Path:
        content = tmp_path / "content"
        content.mkdir(exist_ok=True)
        for part in re.split(r"(?m)^== ", textwrap.dedent(text))[1:]:
            name, _, body = part.partition("\n")
            path = content / name.strip()
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, encoding="utf-8")
        return content

    return make


class Step(Model):
    do: Inline
    minutes: int


class Part(Entry):
    kind: ClassVar[str] = "part"
    made_of: Text | None = None


class Repair(Entry):
    kind: ClassVar[str] = "repair"
    parts: tuple[Annotated[str, LinksTo(Part)], ...] = ()
    steps: tuple[Step, ...] = ()
    notes: Annotated[Prose, Cited()] | None = None


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The scope of each rule that is held from now on."""
    scopes: list[str] = []
    hold = running.Judgement.hold

    def noted(self: running.Judgement, rule: Rule, *subject: object) -> bool:
        scopes.append(rule.scope)
        return hold(self, rule, *subject)

    monkeypatch.setattr(running.Judgement, "hold", noted)
    return scopes


@pytest.fixture(scope="session")
def toy_kinds() -> tuple[Kind, ...]:
    """Two kinds about nothing medical: repairs link to parts."""
    return (
        Kind(Repair, "repairs", OwnPage(), must_be_linked=False),
        Kind(Part, "parts", Embedded()),
    )


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run our own command line as a user would."""
    command = [sys.executable, "-m", "build_tools", *map(str, arguments)]
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def built_once(factory: pytest.TempPathFactory, content: Path, address: str) -> Path:
    """A site that the first of the parallel runs to need it builds, and the others take."""
    own = factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    site = shared / f"of-{content.name}" / "site"
    with FileLock(shared / f"{content.name}.lock"):
        if not site.exists():
            site.parent.mkdir()
            built = run("build", "--content", content, "--site", site, SITE_URL=address)
            assert built.returncode == 0, built.stderr
    return site


@pytest.fixture(scope="session")
def toy_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy guide, built and published, without an address."""
    return built_once(tmp_path_factory, TOY, "")


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real guide, built and published for a sub-path of an address."""
    return built_once(tmp_path_factory, ROOT / "content", "https://example.org/guide/")


@pytest.fixture(scope="session")
def toy_pages(toy_site: Path) -> Site:
    """The toy site, parsed once for all tests."""
    return read_site(toy_site, toy_site)


@pytest.fixture(scope="session")
def real_pages(real_site: Path) -> Site:
    """The real site, parsed once for all tests."""
    return read_site(real_site, real_site)


@pytest.fixture
def broken_site(toy_site: Path, tmp_path: Path) -> Path:
    """A copy of the toy site that a test may break."""
    return Path(shutil.copytree(toy_site, tmp_path / "broken"))


def chromium() -> str | None:
    """$CHROMIUM, else a browser on the PATH, else None: Playwright's own."""
    names = (
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
        "microsoft-edge",
    )
    mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    found = (
        os.environ.get("CHROMIUM"),
        *map(shutil.which, names),
        mac if Path(mac).exists() else None,
    )
    return next(filter(None, found), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A real browser; without one the test is skipped, unless REQUIRE_BROWSER is set."""
    from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415  slow to import, and few tests need it

    with sync_playwright() as playwright:
        try:
            as_root = hasattr(os, "geteuid") and os.geteuid() == 0
            found = playwright.chromium.launch(
                executable_path=chromium(), args=["--no-sandbox"] if as_root else []
            )
        except Error:
            if os.environ.get("REQUIRE_BROWSER"):
                raise
            pytest.skip(NO_BROWSER)
        yield found
        found.close()


@pytest.fixture(scope="session")
def served(real_site: Path) -> Iterator[str]:
    """The real site's address on this machine, under the sub-path it was built for."""
    with serve(real_site, "/guide") as address:
        yield address


class serve:  # noqa: N801  used as a function
    """Serve a folder on 127.0.0.1 below a path, as long as the block lasts; gives its address."""

    def __init__(self, folder: Path, below: str = "", port: int = 0) -> None:
        class Handler(http.server.SimpleHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                pass

            def translate_path(self, path: str) -> str:
                return super().translate_path(path.removeprefix(below) or "/")

        self._below = below
        self._server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", port), functools.partial(Handler, directory=str(folder))
        )

    def __enter__(self) -> str:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}{self._below}/"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

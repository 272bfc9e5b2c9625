"""The docs folder -> the built site, by MkDocs or by Zensical."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import PurePosixPath
from typing import Any, Literal

from mkdocs.utils.yaml import yaml_load

from build_tools.problems import ContentError, Location, Problem
from build_tools.project import Project
from build_tools.rule import reading_rule

ENGINE = reading_rule("engine", "The site's engine builds the pages without a warning.")
RULES = (ENGINE,)
PATIENCE = 600
"""How long an engine may take (seconds); it takes a few."""
EngineName = Literal["mkdocs", "zensical"]
ENGINES: tuple[EngineName, ...] = ("mkdocs", "zensical")
COMMANDS: Mapping[EngineName, tuple[str, ...]] = {
    "mkdocs": ("mkdocs", "build", "--strict", "--quiet", "--clean", "--config-file"),
    "zensical": ("zensical", "build", "--strict", "--clean", "--config-file"),
}


def engine(project: Project, settings: Mapping[str, Any], name: EngineName, day: date) -> None:
    """Build the site; the sitemap gives `day`, so that the same content gives the same bytes."""
    shutil.rmtree(project.built_site, ignore_errors=True)
    config = project.build / "mkdocs.yml"
    config.write_text(json.dumps(_settings(project, settings), indent=2), encoding="utf-8")
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(int(noon.timestamp())),
        "NO_MKDOCS_2_WARNING": "true",
    }
    try:
        run = subprocess.run(  # noqa: S603  the command is one of the two above
            [sys.executable, "-m", *COMMANDS[name], str(config)],
            cwd=project.build,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        raise ContentError(_problems_in(name, "nothing for too long, and was stopped")) from None
    if run.returncode or not (project.built_site / "index.html").is_file():
        raise ContentError(_problems_in(name, run.stdout + run.stderr))


def _settings(project: Project, settings: Mapping[str, Any]) -> dict[str, Any]:
    """What mkdocs.yml says, what the content adds, and the folders of this build."""
    written: dict[str, Any] = yaml_load(project.settings.read_text(encoding="utf-8"))
    theme = {**written["theme"], "custom_dir": os.path.relpath(project.overrides, project.build)}
    merged = {**written, **settings, "theme": theme, "docs_dir": "docs", "site_dir": "site"}
    merged["extra"] = {**written.get("extra", {}), **settings.get("extra", {})}
    return {key: value for key, value in merged.items() if key not in {"hooks", "watch"}}


def _problems_in(name: str, output: str) -> list[Problem]:
    """What the engine printed, as problems: its warnings and errors, else all of it."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    signs = ("WARNING", "ERROR", "Error", "warning:", "error:")
    alarms = [line for line in lines if any(sign in line for sign in signs)]
    where = Location(PurePosixPath("build/docs"))
    found = alarms or lines or ["nothing, and built no site"]
    return [ENGINE.problem(where, f"{name} says: {line}") for line in found]

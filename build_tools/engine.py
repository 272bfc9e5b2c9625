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

EngineName = Literal["mkdocs", "zensical"]
ENGINES: tuple[EngineName, ...] = ("mkdocs", "zensical")
COMMANDS: Mapping[EngineName, tuple[str, ...]] = {
    "mkdocs": ("mkdocs", "build", "--strict", "--quiet", "--clean", "--config-file"),
    "zensical": ("zensical", "build", "--strict", "--clean", "--config-file"),
}


def engine(project: Project, settings: Mapping[str, Any], name: EngineName, day: date) -> None:
    """Build the site; `day` stands in the sitemap, so that the same content gives the same bytes."""
    shutil.rmtree(project.built_site, ignore_errors=True)
    config = project.build / "mkdocs.yml"
    config.write_text(json.dumps(_settings(project, settings), indent=2), encoding="utf-8")
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(int(noon.timestamp())),
        "NO_MKDOCS_2_WARNING": "true",
    }
    run = subprocess.run(  # noqa: S603  the command is one of the two above
        [sys.executable, "-m", *COMMANDS[name], str(config)],
        cwd=project.build,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode or not (project.built_site / "index.html").is_file():
        raise ContentError(_said(name, run.stdout + run.stderr))


def _settings(project: Project, settings: Mapping[str, Any]) -> dict[str, Any]:
    """What mkdocs.yml says, what the content adds, and the folders of this build."""
    written: dict[str, Any] = yaml_load(project.settings.read_text(encoding="utf-8"))
    theme = {**written["theme"], "custom_dir": os.path.relpath(project.overrides, project.build)}
    merged = {**written, **settings, "theme": theme, "docs_dir": "docs", "site_dir": "site"}
    merged["extra"] = {**written.get("extra", {}), **settings.get("extra", {})}
    return {key: value for key, value in merged.items() if key not in {"hooks", "watch"}}


def _said(name: str, output: str) -> list[Problem]:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    told = [
        line
        for line in lines
        if any(word in line for word in ("WARNING", "ERROR", "Error", "warning:", "error:"))
    ]
    where = Location(PurePosixPath("build/docs"))
    return [
        Problem(where, f"{name} says: {line}", "engine")
        for line in (told or lines or ["nothing, and built no site"])
    ]

"""MkDocs' door: content is generated before each build, so that `mkdocs serve` shows every edit."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from build_tools import pipeline  # noqa: E402  the project must be importable first
from build_tools.model import Catalog  # noqa: E402
from build_tools.problems import ContentError  # noqa: E402
from build_tools.project import Project  # noqa: E402
from build_tools.site.lock import one_at_a_time  # noqa: E402

HELD = ExitStack()
"""The folder that the pages are generated in, as long as MkDocs reads it."""
COMMAND: list[str] = []
"""What MkDocs was asked to do: build or serve."""
LOG = get_plugin_logger("content")


def on_startup(command: str, dirty: bool) -> None:
    """Whoever serves looks at what is not approved yet; whatever else is built must be."""
    del dirty
    COMMAND[:] = [command]


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Generate the Markdown, and take the site's name and menu from the content."""
    project = Project.at(ROOT)
    try:
        HELD.enter_context(one_at_a_time(project.build))
        catalog = _generated(project)
    except ContentError as error:
        HELD.close()
        raise PluginError(str(error)) from None
    settings = dict(pipeline.settings_of(catalog))
    config.extra.update(settings.pop("extra", {}))
    config.load_dict(settings)
    return config


def _generated(project: Project) -> Catalog:
    if COMMAND != ["serve"]:
        return pipeline.generate(project).read.catalog
    generated, problems = pipeline.preview(project)
    for problem in problems:
        LOG.warning("%s", problem)
    return generated.read.catalog


def on_post_build(config: MkDocsConfig) -> None:
    """The pages are read: another build may have the folder."""
    del config
    HELD.close()


def on_build_error(error: Exception) -> None:
    """The same, if they could not be read."""
    del error
    HELD.close()


def on_serve(server: Any, config: MkDocsConfig, **_: Any) -> Any:
    """The generated folder is not watched: its sources are."""
    server.unwatch(config.docs_dir)
    return server

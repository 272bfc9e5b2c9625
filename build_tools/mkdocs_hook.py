"""MkDocs' door: content is generated before each build, so that `mkdocs serve` shows every edit."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from build_tools import pipeline  # noqa: E402  the project must be importable first
from build_tools.problems import ContentError  # noqa: E402
from build_tools.project import Project  # noqa: E402


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Generate the Markdown, and take the site's name and menu from the content."""
    try:
        catalog = pipeline.generate(Project.at(ROOT)).read.catalog
    except ContentError as error:
        raise PluginError(str(error)) from None
    settings = dict(pipeline.settings_of(catalog))
    config.extra.update(settings.pop("extra", {}))
    config.load_dict(settings)
    return config


def on_serve(server: Any, config: MkDocsConfig, **_: Any) -> Any:
    """The generated folder is not watched: its sources are."""
    server.unwatch(config.docs_dir)
    return server

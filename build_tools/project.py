"""Where everything is: the one place that knows the folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """The folders of one build; `root` holds mkdocs.yml, the others default to places below it."""

    root: Path
    content: Path
    site: Path

    @classmethod
    def at(cls, root: Path, content: Path | None = None, site: Path | None = None) -> Project:
        """The project at `root`, with its usual folders where none are given."""
        root = root.resolve()
        return cls(root, (content or root / "content").absolute(), (site or root / "site").absolute())

    @property
    def settings(self) -> Path:
        """The settings that both site engines read."""
        return self.root / "mkdocs.yml"

    @property
    def overrides(self) -> Path:
        """The look: templates and stylesheets laid over the theme."""
        return self.root / "overrides"

    @property
    def build(self) -> Path:
        """What a build makes on its way; ignored by git."""
        return self.root / "build"

    @property
    def docs(self) -> Path:
        """The generated Markdown: what an engine reads."""
        return self.build / "docs"

    @property
    def built_site(self) -> Path:
        """The site as the engine leaves it, before it is published."""
        return self.build / "site"

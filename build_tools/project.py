"""Where everything is: the one place that knows the folders."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

FONTS = Path(__file__).parent / "output/fonts"
"""The fonts of the printed sheets."""
LOOK = Path(__file__).parent.parent / "overrides"
"""Our own templates and styles, laid over the theme's."""


def _placed(folder: Path) -> Path:
    """Where a folder is, from the root of the disk on; if it is a link itself, it stays one."""
    whole = Path(os.path.abspath(folder))  # noqa: PTH100  `resolve` would follow the link
    return whole.parent.resolve() / whole.name


@dataclass(frozen=True)
class Project:
    """The folders of one build, and the address it is for (from SITE_URL; none by default)."""

    root: Path
    content: Path
    site: Path
    site_url: str = ""

    @classmethod
    def at(cls, root: Path, content: Path | None = None, site: Path | None = None) -> Project:
        """The project at `root`, with its usual folders where none are given."""
        root = root.resolve()
        url = os.environ.get("SITE_URL", "")
        return cls(
            root, _placed(content or root / "content"), (site or root / "site").resolve(), url
        )

    @property
    def settings(self) -> Path:
        """The settings that both site engines read."""
        return self.root / "mkdocs.yml"

    @property
    def lock(self) -> Path:
        """The approved copy of what readers see: beside the content, not in it."""
        return self.content.parent / "safety.lock.yml"

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
    def typeset(self) -> Path:
        """Every PDF made so far, named by a hash of all it was made from; none is made twice."""
        return self.build / "typeset"

    @property
    def cards(self) -> Path:
        """Every card of a page drawn so far, kept likewise."""
        return self.build / "cards"

    def known(self, what: str) -> Path | None:
        """What was judged before and found good, in a file that may be deleted at any time.

        None for content that lies elsewhere: it is judged anew each time.
        """
        is_own = self.content == self.root / "content"
        return self.build / "known" / f"{what}.json" if is_own else None

    @property
    def built_site(self) -> Path:
        """The site as the engine leaves it, before it is published."""
        return self.build / "site"

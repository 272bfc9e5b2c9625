"""The built site -> the same without what no page needs: the theme's files go, styles are joined.

The engines copy all files of their themes to a site. Our frame (overrides/base.html) uses none of
them but icons that stand in the pages. And a page that asks for one stylesheet is there sooner
than one that asks for four.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from rcssmin import cssmin

from build_tools.project import LOOK
from build_tools.site.read import STYLES, code_of

THEMES = ("material", "zensical")
"""The packages whose templates the two engines copy to a site."""
SEARCHES = ("search", "search.json")
"""What an engine makes for the search of its theme, which we do not use."""
LINK = re.compile(
    r'<link rel="stylesheet" href="(?P<up>[^"]*?)stylesheets/(?P<name>[\w-]+\.css)"'
    r'(?: media="(?P<medium>\w+)")?>\n*'
)


def slim(built: Path) -> None:
    """Take the theme's files away, and give each page one stylesheet for each medium."""
    for name in _files_of_themes(built):
        (built / name).unlink()
    for search in SEARCHES:
        for file in [built / search, *(built / search).glob("*")]:
            if file.is_file():
                file.unlink()
    for folder in sorted((path for path in built.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    _join_styles(built)


def _files_of_themes(built: Path) -> list[PurePosixPath]:
    """The files that are a theme's own and not laid over by ours."""
    assets = (file for file in (built / "assets").rglob("*") if file.is_file())
    names = (PurePosixPath(file.relative_to(built)) for file in assets)
    return [
        name
        for name in names
        if not (LOOK / name).is_file()
        and any((theme / name).is_file() for theme in _folders_of_themes())
    ]


@cache
def _folders_of_themes() -> tuple[Path, ...]:
    found = (find_spec(name) for name in THEMES)
    packages = [place for spec in found if spec for place in spec.submodule_search_locations or ()]
    return tuple(Path(package) / "templates" for package in packages)


def _join_styles(built: Path) -> None:
    joined: dict[tuple[tuple[str, ...], str], str] = {}
    for path in sorted(built.rglob("*.html")):
        html = path.read_bytes().decode("utf-8")
        links = list(LINK.finditer(html))
        new = "".join(_links(built, links, joined))
        if links:
            start, end = links[0].start(), links[-1].end()
            between = LINK.sub("", html[start:end])
            path.write_bytes((html[:start] + new + between + html[end:]).encode())
    for names, _ in joined:
        for name in names:
            (built / STYLES / name).unlink(missing_ok=True)


def _links(
    built: Path, links: list[re.Match[str]], joined: dict[tuple[tuple[str, ...], str], str]
) -> Iterator[str]:
    """The links of a page, one a medium, in the order in which the page names the media."""
    for medium in dict.fromkeys(link["medium"] or "" for link in links):
        mine = [link for link in links if (link["medium"] or "") == medium]
        names = tuple(link["name"] for link in mine)
        if (names, medium) not in joined:
            joined[names, medium] = _joined(built / STYLES, names, medium or "all")
        media = f' media="{medium}"' if medium else ""
        href = f"{mine[0]['up']}{STYLES}/{joined[names, medium]}"
        yield f'<link rel="stylesheet" href="{href}"{media}>\n'


def _joined(folder: Path, names: tuple[str, ...], medium: str) -> str:
    """Write the stylesheets as one, without comments and spaces; gives its name, from its hash."""
    content = cssmin("\n".join((folder / name).read_text("utf-8") for name in names)).encode()
    name = f"{medium}-{code_of(content)}.css"
    (folder / name).write_bytes(content)
    return name

"""Pages -> their cards: the picture that stands beside a page's address where it is shared.

Every card is 1200 by 630 pixels, the size that https://ogp.me sites show whole, and has few colours
so that it weighs little. Pages that nobody said an address of have none: the address of a card
must be whole (https://ogp.me/#structured).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import typst
from PIL import Image

from build_tools.made import CardStyle, File, Page
from build_tools.model import Catalog
from build_tools.output.kept import Kept, hash_of
from build_tools.output.pdf import ROOT
from build_tools.problems import Location, Problem
from build_tools.project import FONTS
from build_tools.rule import reading_rule

COLOURS = 16
DOTS_A_POINT = 72
"""Typst counts points; at 72 to the inch, each is a pixel."""
_FIELD = re.compile(r'(?m)^(title|level): (".*")$')

CANNOT_DRAW = reading_rule("cannot-draw", "The card of a page can be drawn.")
RULES = (CANNOT_DRAW,)


class Drawn(NamedTuple):
    """The cards, how many of them were drawn just now, and what is wrong with the others."""

    files: list[File]
    made: int
    problems: list[Problem]


def draw_cards(catalog: Catalog, files: Iterable[File], cache: Path) -> Drawn:
    """A card for each of the rendered pages, drawn or taken from the cache; none without address.

    A page's title and level are read from its front matter, where they are known at last.
    """
    drawn, made = Drawn([], 0, []), 0
    if not catalog.address:
        return drawn
    kept = Kept(cache, ".png")
    for style in catalog.made(CardStyle):
        shared = _fingerprint(style)
        for path, data in _cards(style, files):
            name = hash_of(b"\0".join([*shared, data.encode()]))
            if not (content := kept.get(name)):
                try:
                    content = _png(style.source, data)
                except typst.TypstError as error:
                    message = f"cannot be drawn: {error.message}"
                    drawn.problems.append(CANNOT_DRAW.problem(Location(path), message))
                    continue
                kept.put(name, content)
                made += 1
            drawn.files.append(File(path, content))
    kept.forget_the_rest()
    return drawn._replace(made=made)


def _cards(style: CardStyle, files: Iterable[File]) -> Iterator[tuple[PurePosixPath, str]]:
    """Where the card of each page stands, and what it is given."""
    for file in files:
        if file.path.suffix == ".md":
            head = file.content.decode().split("\n---\n", 1)[0]
            said: Mapping[str, Any] = {
                name: json.loads(value) for name, value in _FIELD.findall(head)
            }
            level = style.levels.get(said.get("level", ""))
            data = {**style.data, "title": said["title"], "level": level}
            yield (
                Page(file.path, "", {}).card,
                json.dumps(data, sort_keys=True, ensure_ascii=False),
            )


def _png(source: Path, data: str) -> bytes:
    compiler = typst.Compiler(
        source,
        root=ROOT.parent,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"data": data},
    )
    content = compiler.compile(format="png", ppi=DOTS_A_POINT)
    image = Image.open(BytesIO(content if isinstance(content, bytes) else b"".join(content or ())))
    quick, plain = Image.Quantize.FASTOCTREE, Image.Dither.NONE
    few = image.convert("RGB").quantize(COLOURS, method=quick, dither=plain)
    file = BytesIO()
    few.save(file, "PNG")
    return file.getvalue()


def _fingerprint(style: CardStyle) -> list[bytes]:
    """All that every card rests on: the compiler, the painter, the fonts, the Typst page."""
    files = (*sorted(FONTS.glob("*.ttf")), style.source)
    packages = (version(name).encode() for name in ("typst", "pillow"))
    return [*packages, *(path.read_bytes() for path in files)]

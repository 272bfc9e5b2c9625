"""Warning signs: what a danger sign looks like on the pages of causes, written once for all."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from build_tools.content.fields import LinksTo, Text
from build_tools.entry import Entry
from build_tools.kinds.level.entry import Level
from build_tools.kinds.red_flag.entry import RedFlag


class WarningSign(Entry):
    """One line of a danger sign, with its level; every cause that needs it names it."""

    kind: ClassVar[str] = "warning-sign"
    title: Text = Field(
        description='An ending of the level\'s heading ("Stop and get off if:"), in lower case, '
        "without a full stop.",
        examples=["a dark line runs round the fork"],
    )
    red_flag: Annotated[str, LinksTo(RedFlag)] = Field(
        description="The danger sign that it tells in short.", examples=["cracked-fork"]
    )
    level: Annotated[str, LinksTo(Level)] = Field(
        description="How soon it calls for help: the danger sign's own level, or one of those at "
        "which the danger sign says `sooner`.",
        examples=["stop"],
    )

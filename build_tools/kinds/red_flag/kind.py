"""Red flags: signs that call for help, each at one level; and prompts, which do not."""

from build_tools.kinds.red_flag.entry import Prompt, RedFlag
from build_tools.kinds.red_flag.rules import (
    every_order_is_its_own,
    every_word_at_its_own_place,
    sooner_is_more_urgent,
    the_most_urgent_on_the_home_page,
)
from build_tools.model import Kind, OwnPage

RED_FLAG = Kind(
    RedFlag,
    "red-flags",
    OwnPage("red_flag/page.md.j2"),
    rules=(
        every_order_is_its_own,
        every_word_at_its_own_place,
        sooner_is_more_urgent,
        the_most_urgent_on_the_home_page,
    ),
    must_be_linked=False,
)
PROMPT = Kind(Prompt, "prompts", OwnPage("red_flag/page.md.j2"), must_be_linked=False)

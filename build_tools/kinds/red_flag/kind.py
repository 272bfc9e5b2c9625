"""Red flags: signs that call for help, each at one level; and prompts, which do not."""

from build_tools.kinds.red_flag.entry import Prompt, RedFlag
from build_tools.kinds.red_flag.rules import (
    every_order_is_its_own,
    every_word_at_its_own_place,
    the_most_urgent_on_the_home_page,
)
from build_tools.model import Anchor, Kind

RED_FLAG = Kind(
    RedFlag,
    "red-flags",
    Anchor(),
    rules=(
        every_order_is_its_own,
        every_word_at_its_own_place,
        the_most_urgent_on_the_home_page,
    ),
    must_be_linked=False,
)
PROMPT = Kind(Prompt, "prompts", Anchor(), must_be_linked=False)

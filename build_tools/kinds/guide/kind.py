"""The guide as a whole, from `content/site.yml`."""

from build_tools.kinds.guide.at_hand import icons, manifest, offline
from build_tools.kinds.guide.calendar import reviews
from build_tools.kinds.guide.cards import card_style
from build_tools.kinds.guide.data import data_files
from build_tools.kinds.guide.entry import Guide
from build_tools.kinds.guide.makes import icon, robots, settings
from build_tools.kinds.guide.rules import (
    every_menu_opens_a_page,
    every_number_brings_help,
    every_number_is_the_guides,
    the_home_page_is_a_page_of_its_own,
    there_is_one_guide,
)
from build_tools.kinds.guide.search import index, without_scripts
from build_tools.kinds.guide.wording import (
    no_page_says_a_phrase_too_often,
    no_words_that_the_guide_avoids,
)
from build_tools.model import Embedded, Kind
from build_tools.rules.makers import must_hold

GUIDE = Kind(
    Guide,
    "site",
    Embedded(),
    rules=(
        must_hold(Guide, "site", "site"),
        every_menu_opens_a_page,
        every_number_brings_help,
        every_number_is_the_guides,
        the_home_page_is_a_page_of_its_own,
        there_is_one_guide,
        no_words_that_the_guide_avoids,
        no_page_says_a_phrase_too_often,
    ),
    makes=(
        *(settings, icon, icons, manifest, robots, reviews),
        *(data_files, card_style, index, without_scripts, offline),
    ),
    must_be_linked=False,
)

"""The words of the interface, where a guide has its own: `content/words.yml`."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.made import Settings
from build_tools.model import Catalog, Embedded, Kind
from build_tools.words import Words, words_keep_what_is_filled_in, words_of


def theme_words(catalog: Catalog) -> Iterator[Settings]:
    """What the frame of every page says: its language, its menu, its buttons."""
    words = words_of(catalog)
    theme = {key.replace("_", "."): word for key, word in words.theme.model_dump().items()}
    yield Settings({"extra": {"words": {**theme, "language": words.lang}}})


WORDS = Kind(
    Words,
    "words",
    Embedded(),
    rules=(words_keep_what_is_filled_in,),
    makes=(theme_words,),
    must_be_linked=False,
)

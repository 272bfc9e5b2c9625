"""The words of the interface, where a guide has its own: `content/words.yml`."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.made import Settings
from build_tools.model import Catalog, Embedded, Kind
from build_tools.words import Words, words_keep_what_is_filled_in, words_of

STEMMED = (
    *("ar", "da", "de", "el", "es", "fi", "fr", "he", "hi", "hu", "hy", "it", "ja", "kn", "ko"),
    *("nl", "no", "pt", "ro", "ru", "sa", "sv", "ta", "te", "th", "tr", "vi", "zh"),
)
"""The languages whose word endings the theme's search knows."""


def theme_words(catalog: Catalog) -> Iterator[Settings]:
    """What the theme's own parts say: the language, the search, the menu."""
    words = words_of(catalog)
    theme = {key.replace("_", "."): word for key, word in words.theme.model_dump().items()}
    search = words.lang if words.lang in STEMMED else "en"
    own = {"search.config.lang": search, "language": words.lang}
    yield Settings({"extra": {"words": {**theme, **own}}})


WORDS = Kind(
    Words,
    "words",
    Embedded(),
    rules=(words_keep_what_is_filled_in,),
    makes=(theme_words,),
    must_be_linked=False,
)

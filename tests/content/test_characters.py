import pytest

from build_tools.content.characters import composed, is_blank, strange


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("up\tdown", "a tab"),
        ("rest\u202ehere", "U+202E (right-to-left override)"),
        ("zero\u200bwidth", "U+200B (zero width space)"),
        ("bell\x07", "U+0007"),
        ("lost \ufffd letter", "U+FFFD (replacement character)"),
        ("private \ue000", "U+E000"),
        ("wide\u2003space", "U+2003 (em space)"),
        ("an accent of \u0301 nothing", "an accent without a letter"),
        ("a\u0301\u0301\u0301", "one accent too many"),
        ("no\u0336", "a mark that strikes a letter through"),
        ("a hole\u00a0\u00a0here", "a space beside a special space"),
        ("c\u043elour", "U+043E (cyrillic small letter o) in a word of other letters"),
    ],
)
def test_what_nobody_sees_is_told_by_its_name(text, named):
    (_, message), *more = strange(text)
    assert named in message
    assert not more


@pytest.mark.parametrize(
    "text",
    ["5\u00a0kg", "1\u202f000", "soft\u00adly", "Müßig, naïve, Ångström", "μV, Ω, 心", "a\nb"],
)
def test_what_people_write_may_stand(text):
    assert [*strange(text)] == []


def test_a_text_without_ink_is_blank():
    assert is_blank(" \u00a0\u00ad\n")
    assert not is_blank(" -")


def test_the_same_letters_are_the_same_text():
    assert composed("u\u0308ber") == "über"

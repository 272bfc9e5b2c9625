import pytest

from build_tools.approval.file import Approved, read, write
from build_tools.problems import ContentError

COPY = {"sign:a": {"do_now": ("Get off: now.", "'Walk' # home"), "level.rank": ("3",)}}
LOG = ({"day": "2026-01-31", "changes": 2},)


def test_a_copy_is_read_as_it_was_written(tmp_path):
    write(tmp_path / "a.yml", Approved(COPY, LOG))
    assert read(tmp_path / "a.yml") == Approved(COPY, LOG)


def test_every_sentence_has_a_line_of_its_own(tmp_path):
    long = "A word and another " * 20
    write(tmp_path / "a.yml", Approved({"sign:a": {"do_now": (long.strip(), "Walk.")}}, LOG))
    assert [line for line in (tmp_path / "a.yml").read_text().splitlines() if "word" in line] == [
        f"    - {long.strip()}"
    ]


def test_none_is_none(tmp_path):
    assert read(tmp_path / "a.yml") is None


@pytest.mark.parametrize("text", ["[", "a: b", "log: []", "approved: {a: b}\nlog: []", "\xff"])
def test_what_is_no_copy_is_told_in_a_line(tmp_path, text):
    (tmp_path / "a.yml").write_bytes(text.encode("latin-1"))
    with pytest.raises(ContentError, match="cannot be read"):
        read(tmp_path / "a.yml")

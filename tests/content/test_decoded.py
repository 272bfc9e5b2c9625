import pytest

from build_tools.content.decoded import LARGEST, SIZE, text_of
from build_tools.content.yaml_errors import Unreadable


def told(tmp_path, content):
    (tmp_path / "a.yml").write_bytes(content)
    with pytest.raises(Unreadable) as error:
        text_of(tmp_path / "a.yml")
    return error.value.line, error.value.message


@pytest.mark.parametrize(
    ("content", "found"),
    [(b"x" * (5 * LARGEST), "500 kB"), (b'x: "a' + b"\n" * 6000 + b'"', "6000 lines")],
    ids=["bytes", "lines"],
)
def test_a_huge_file_is_refused_unread(tmp_path, content, found):
    assert told(tmp_path, content) == (1, f"must be {SIZE}, found {found}")


def test_a_wrong_byte_is_told_at_its_line(tmp_path):
    assert told(tmp_path, b"a\nb \xff") == (2, "must be saved as UTF-8, found the byte 0xff")


def test_the_ends_of_lines_are_alike(tmp_path):
    (tmp_path / "a.yml").write_bytes(b"a\r\nb\rc\n")
    assert text_of(tmp_path / "a.yml") == "a\nb\nc\n"

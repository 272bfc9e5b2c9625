import pytest

from build_tools.output.kept import Kept


def test_what_was_made_before_is_given_again(tmp_path):
    Kept(tmp_path, ".png").put("a", b"one")
    assert Kept(tmp_path, ".png").get("a") == b"one"
    assert Kept(tmp_path, ".png").get("b") == b""


@pytest.mark.parametrize("left", [b"", b"on", b"two"])
def test_what_was_cut_or_damaged_is_not(tmp_path, left):
    Kept(tmp_path, ".png").put("a", b"one")
    (file,) = tmp_path.iterdir()
    file.write_bytes(left)
    assert Kept(tmp_path, ".png").get("a") == b""


def test_what_nobody_asked_for_is_taken_away(tmp_path):
    first = Kept(tmp_path, ".png")
    for name in ("a", "b"):
        first.put(name, name.encode())
    second = Kept(tmp_path, ".png")
    second.get("a")
    second.put("c", b"c")
    second.forget_the_rest()
    assert [Kept(tmp_path, ".png").get(name) for name in "abc"] == [b"a", b"", b"c"]

import pytest

from build_tools.problems import ContentError
from build_tools.site.address import ending_in_slash, refuse_half_an_address


@pytest.mark.parametrize("address", ["", "https://example.org", "http://localhost:8000/guide/"])
def test_an_address_that_pages_can_lie_below_is_taken(address):
    assert refuse_half_an_address(address) is None


def test_an_address_that_is_too_long_is_refused():
    with pytest.raises(ContentError, match="bad-address"):
        refuse_half_an_address(f"https://example.org/{'a' * 200}/")


def test_pages_lie_below_an_address_that_ends_in_one_slash():
    found = [ending_in_slash(one) for one in ("", "https://example.org", "https://example.org/g/")]
    assert found == ["", "https://example.org/", "https://example.org/g/"]

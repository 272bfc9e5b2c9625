import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.output.outline import short_outline


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("M3 26h26", "m3 26h26"),
        ("M10 10 L20 10 L20 20 Z", "m10 10l10 0 0 10z"),
        (
            "M49.7 81.7A3.7 3.7 0 1 1 54.7 76.2L72.5 94z",
            "m49.6 81.6a3.6 3.6 0 115.2-5.4l17.6 17.8z",
        ),
        ("M0 0C1 2 3 4 5 6c1 1 2 2 3 3", "m0 0c1 2 3 4 5 6 1 1 2 2 3 3"),
        ("M5 5zM6 6h1", "m5 5zm1 1h1"),
        ("M0 0a4 4 0 013-3 4 4 0 1 0 1 1", "m0 0a4 4 0 013-3 4 4 0 101 1"),
        ("M1 1 2 2 3 3", "m1 1l1 1 1 1"),
        ("M0 0L.26 -.24", "m0 0l.2-.2"),
    ],
)
def test_each_point_is_told_from_the_one_before(written, short):
    assert short_outline(written) == short


@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(-500, 500)), min_size=2, max_size=60))
def test_rounding_does_not_add_up(points):
    written = "M" + "L".join(f"{x:.4f} {y:.4f}" for x, y in points)
    steps = [float(n) for n in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", short_outline(written))]
    assert len(steps) == 2 * len(points)
    ends = sum(steps[::2]), sum(steps[1::2])
    assert ends == pytest.approx(points[-1], abs=0.11)


def test_what_is_short_already_stays_as_it_is():
    short = short_outline("M10 10C12 14 18 9 20 20A4 4 0 0 1 3 3z")
    assert short_outline(short) == short


@pytest.mark.parametrize("path", ["5 5", "M1", "M1 1L2", "M1 1A1 1 0 2 0 3 3", "M1 1x", "M1 1z2"])
def test_what_is_no_outline_is_refused(path):
    with pytest.raises(ValueError, match="no outline"):
        short_outline(path)

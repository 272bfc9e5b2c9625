import pytest

from build_tools.output.scale import chart_scale


@pytest.mark.parametrize(
    ("highest", "ticks"),
    [
        (20, (0, 5, 10, 15, 20)),
        (18, (0, 5, 10, 15, 20)),
        (7, (0, 2, 4, 6, 8)),
        (1.2, (0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.2)),
        (3000, (0, 500, 1000, 1500, 2000, 2500, 3000)),
    ],
)
def test_a_scale_has_few_round_marks_and_holds_the_highest(highest, ticks):
    scale = chart_scale(highest)
    assert scale.ticks == pytest.approx(ticks)
    assert scale.high == pytest.approx(ticks[-1])


def test_a_number_stands_between_the_ends_of_the_drawing():
    scale = chart_scale(20)
    assert [scale.x(number) for number in (0, 10, 20)] == [10, 160, 310]

"""Figures: where joints are, how a pose turns and mirrors a body, and what a figure must name."""

from math import hypot
from pathlib import PurePosixPath

import pytest
from conftest import toy

from build_tools.entry import RawEntry
from build_tools.kinds.drawing.entry import Drawing
from build_tools.kinds.figure.entry import Figure
from build_tools.kinds.figure.geometry import Point, distance, joint, tube
from build_tools.kinds.figure.parts import Pose
from build_tools.kinds.figure.rules import every_shape_can_be_drawn, every_spot_is_there

LAMP = toy().get(Figure, "lamp")


def pose(faces="right", size=1, turn=0):
    post = {"piece": "post", "x": 40, "y": 90, "turn": turn}
    lamp = {"piece": "lamp", "x": 70, "y": 70}
    return Pose.model_validate({"faces": faces, "size": size, "places": [post, lamp]})


def figure(**changes):
    return Figure.model_validate(LAMP.model_dump() | changes)


def raw():
    return RawEntry(PurePosixPath("content/figures/lamp.yml"), "figures", "lamp", {}, {})


def test_the_rods_of_a_limb_keep_their_lengths():
    spots = LAMP.spots(pose())
    first = distance(spots["arm.start"], spots["arm.joint"])
    second = distance(spots["arm.joint"], spots["arm.end"])
    assert (round(first, 1), round(second, 1)) == (20, 25)


@pytest.mark.parametrize(("side", "below"), [(1, True), (-1, False)])
def test_a_joint_lies_on_the_side_that_is_asked_for(side, below):
    assert (joint(Point(0, 0), Point(30, 0), 20, 20, side).y > 0) is below


def test_a_limb_that_is_too_short_is_stretched_and_told():
    assert round(joint(Point(0, 0), Point(100, 0), 20, 25, 1).x) == 20
    far = pose().model_copy(update={"size": 0.3})
    assert [name for name, _ in LAMP.too_short(far)] == ["arm"]
    assert list(LAMP.too_short(pose())) == []


def test_a_pose_that_faces_left_is_the_mirror_image():
    right, left = LAMP.spots(pose(turn=20)), LAMP.spots(pose("left", turn=20))
    top, mirrored = right["post.top"], left["post.top"]
    assert round(top.x - 40, 3) == round(40 - mirrored.x, 3) > 0
    assert top.y == mirrored.y


def test_a_piece_turns_with_the_one_it_sits_on_unless_it_is_level():
    spots = LAMP.spots(pose(turn=30))
    assert round(spots["tray.rim"].y - spots["post.top"].y, 3) == 0
    frames = figure(
        pieces=[{**piece, "level": False} for piece in LAMP.model_dump()["pieces"]]
    ).frames(pose(turn=30))
    assert frames["tray"].turn == 30


def test_what_is_not_placed_is_not_drawn():
    alone = Pose.model_validate({"places": [{"piece": "post", "x": 40, "y": 90}]})
    assert [part.fill for part in LAMP.drawn(alone)] == ["grey", "pale"]


def test_neighbours_of_one_fill_are_one_path():
    shapes = [{**shape, "fill": "pale", "far": False} for shape in LAMP.model_dump()["shapes"]]
    assert len(figure(shapes=shapes).drawn(pose())) == 2


def test_an_outline_turns_with_its_piece():
    assert LAMP.drawn(pose())[-1].transform == "translate(70 70)rotate(0)scale(1 1)"
    assert "scale(-2 2)" in LAMP.drawn(pose("left", 2))[-1].transform


def test_a_tube_touches_both_circles():
    path = tube(Point(0, 0), 5, Point(20, 0), 3)
    x, y = map(float, path[1:].split("A")[0].split(" "))
    assert round(hypot(x, y), 1) == 5


def test_a_circle_within_the_other_is_not_drawn_apart():
    assert tube(Point(0, 0), 5, Point(1, 0), 2).count("A5 5") == 2


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"pieces": [{"name": "post", "on": "pots.top", "spots": [{"name": "a", "x": 0, "y": 0}]}]},
         "found 'pots.top'"),
        ({"limbs": [{**LAMP.limbs[0].model_dump(), "end": "lamp.nek"}]},
         "found 'lamp.nek'; did you mean 'lamp.neck'?"),
        ({"shapes": [{"fill": "pale", "through": ["post.top", "post.bse"], "wide": [1, 1]}]},
         "found 'post.bse'; did you mean 'post.base'?"),
        ({"shapes": [{"fill": "pale", "piece": "lmap", "path": "M0 0h1"}]},
         "found 'lmap'; did you mean 'lamp'?"),
    ],
)  # fmt: skip
def test_what_is_named_is_a_part_of_the_figure(change, found):
    problems = every_spot_is_there(figure(**change), raw())
    assert any(found in problem.message for problem in problems)


@pytest.mark.parametrize(
    "shape",
    [
        {"fill": "pale"},
        {"fill": "pale", "piece": "lamp"},
        {"fill": "pale", "path": "M0 0h1"},
        {"fill": "pale", "through": ["post.top"], "wide": [1], "piece": "lamp", "path": "M0 0h1"},
        {"fill": "pale", "through": ["post.top", "post.base"], "wide": [1]},
    ],
)
def test_half_a_shape_is_told(shape):
    assert every_shape_can_be_drawn(figure(shapes=[shape]), raw())
    assert every_shape_can_be_drawn(LAMP, raw()) == []


def test_the_toy_figure_is_drawn_in_its_drawing():
    drawing = toy().get(Drawing, "wheel")
    assert [pose.figure for pose in drawing.figures] == ["lamp"]

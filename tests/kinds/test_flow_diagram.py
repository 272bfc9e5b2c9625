"""The drawing's promises, over random flows: nothing overlaps, nothing crosses, nothing is lost."""

from datetime import date
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.kinds.flow.diagram import draw, measured, wrapped
from build_tools.kinds.flow.entry import Flow

WORDS = st.text(st.characters(categories=["L", "N"], codec="latin-1"), min_size=1, max_size=14)
TITLES = (
    st.lists(WORDS, min_size=1, max_size=9).map(" ".join).map(lambda text: text[:90].strip() or "x")
)
# Narrow and wide letters, and often a gap: as hard to set, and quick to make for a whole flow.
QUICK_TITLES = st.text("il0éW ", max_size=90).map(lambda text: " ".join(text.split()) or "x")


WORDS_AROUND = {
    "slug": "toy",
    "title": "Toy",
    "summary": "x",
    "heading": "x",
    "lead": "x",
    "map_title": "x",
    "map_summary": "x",
    "before": ["x"],
    "reviewed": date(2026, 1, 1),
    "published": date(2026, 1, 1),
}


@st.composite
def flows(draw):
    """A flow without a loop: each answer leads to a later question or to an outcome."""
    count, ends = draw(st.integers(2, 40)), draw(st.integers(1, 6))
    outcomes = [
        {
            "id": f"end-{index}",
            "level": "calm",
            "title": draw(QUICK_TITLES),
            "say": "x",
            "do": ["x"],
        }
        for index in range(ends)
    ]
    questions = []
    for index in range(count):
        later = [f"q-{after}" for after in range(index + 1, count)]
        target = st.sampled_from([*(outcome["id"] for outcome in outcomes), *later[:4]])
        on = later[0] if later else draw(target)
        groups = [
            {"id": f"g-{index}-{group}", "who": "x", "to": draw(target)}
            for group in range(draw(st.integers(0, 3)))
        ]
        questions.append(
            {
                "id": f"q-{index}",
                "title": draw(QUICK_TITLES),
                "ask": "x",
                "why": "x",
                "groups": groups,
                "unsure": draw(target),
                "no": on,
            }
        )
    shape = {
        "start": "q-0",
        "most_questions": 20,
        "most_words": 5000,
        "questions": questions,
        "outcomes": outcomes,
    }
    return Flow.model_validate({**WORDS_AROUND, **shape})


def corners(box):
    return box.x, box.y, box.x + box.width, box.y + box.height


@settings(max_examples=60)
@given(flow=flows())
def test_a_drawing_keeps_its_promises(flow):
    drawing = draw(flow)
    boxes_never_overlap_and_stay_on_the_canvas(drawing)
    arrows_run_straight_and_never_cross(drawing)
    stems_touch_only_what_leaves_them(drawing)
    every_step_of_what_can_be_reached_is_there(drawing, flow)


def boxes_never_overlap_and_stay_on_the_canvas(drawing):
    for box in drawing.boxes:
        left, top, right, bottom = corners(box)
        assert 0 <= left < right <= drawing.width
        assert 0 <= top < bottom <= drawing.height
    for one, other in combinations(map(corners, drawing.boxes), 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def arrows_run_straight_and_never_cross(drawing):
    across = [arrow for arrow in drawing.arrows if arrow.y1 == arrow.y2]
    down = [arrow for arrow in drawing.arrows if arrow.x1 == arrow.x2]
    assert len(across) + len(down) == len(drawing.arrows)
    assert all(arrow.y1 < arrow.y2 for arrow in down)
    assert all(arrow.x1 < arrow.x2 for arrow in across)
    assert len({arrow.y1 for arrow in across}) == len(across)
    assert not any(
        one.x1 <= other.x1 <= one.x2 and other.y1 < one.y1 < other.y2
        for one in across
        for other in down
    )


def stems_touch_only_what_leaves_them(drawing):
    for stem in drawing.stems:
        assert stem.y1 < stem.y2
        for left, top, right, bottom in map(corners, drawing.boxes):
            assert not (left < stem.x < right and top < stem.y2 and stem.y1 < bottom)
        for arrow in drawing.arrows:
            if arrow.x1 == arrow.x2:
                assert arrow.x1 < stem.x
            elif stem.y1 < arrow.y1 <= stem.y2:
                assert arrow.x1 == stem.x


def every_step_of_what_can_be_reached_is_there(drawing, flow):
    reached = set(flow.graph.order)
    wanted = {step for step in flow.graph.steps if step[0] in reached}
    drawn = {
        (arrow.source, arrow.target, answer) for arrow in drawing.arrows for answer in arrow.answers
    }
    assert drawn == wanted


@settings(max_examples=20)
@given(flow=flows())
def test_the_same_flow_gives_the_same_drawing(flow):
    assert draw(flow) == draw(Flow.model_validate(flow.model_dump(by_alias=True)))


@given(text=TITLES, width=st.integers(60, 400))
def test_no_line_is_wider_than_its_box_and_no_letter_is_lost(text, width):
    lines = wrapped(text, width, bold=True)
    assert all(measured(line, bold=True) <= width or len(line) == 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())

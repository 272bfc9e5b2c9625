"""A flow -> where each box and arrow of its drawing stands: questions in a column, targets beside.

Nothing can cross or overlap: every arrow to a target runs straight across, from its question or
from the stem below it; the one to the next question runs straight down, left of the stem; and a
question that is not the next one is named in a box of its own. Widths are measured in the font of
the sheets, with room to spare for wider system fonts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from PIL import ImageFont

from build_tools.kinds.flow.entry import Flow, Outcome
from build_tools.kinds.flow.graph import Answer
from build_tools.project import FONTS

SIZE, LINE, PAD = 15, 20, 12
QUESTION_X, QUESTION_WIDTH = 8, 292
TARGET_X, TARGET_WIDTH = 456, 296
ROW, STACK = 52, 14
MARK = 24
SPARE = 1.22
STEM_X = QUESTION_X + QUESTION_WIDTH - 24
WIDTH = TARGET_X + TARGET_WIDTH + 8


@dataclass(frozen=True)
class Box:
    """A node as drawn: top left corner, size, lines of text. `jump` boxes only name a question."""

    node: str
    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]
    number: int = 0
    level: str = ""
    jump: bool = False


@dataclass(frozen=True)
class Arrow:
    """A straight arrow for all answers of one question that lead to one target."""

    source: str
    target: str
    answers: tuple[Answer, ...]
    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True)
class Stem:
    """The line below a question from which its lower arrows branch off."""

    x: int
    y1: int
    y2: int


@dataclass(frozen=True)
class Diagram:
    """The whole drawing, in its own units."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    stems: tuple[Stem, ...]


def draw(flow: Flow) -> Diagram:
    """Place every question and target; the same flow always gives the same drawing."""
    boxes: list[Box] = []
    arrows: list[Arrow] = []
    stems: list[Stem] = []
    order, y = flow.in_order, 8
    for index, question in enumerate(order):
        after = order[index + 1].id if index + 1 < len(order) else ""
        answers: dict[str, list[Answer]] = {}
        for _, target, answer in (step for step in flow.graph.steps if step[0] == question.id):
            answers.setdefault(target, []).append(answer)
        beside = _stack(flow, [target for target in answers if target != after], y)
        lines = wrapped(f"{index + 1}. {question.title}", QUESTION_WIDTH - 2 * PAD, bold=True)
        own = Box(
            question.id, QUESTION_X, y, QUESTION_WIDTH, _height(lines), lines, number=index + 1
        )
        bottom = y + own.height
        boxes += [own, *beside]
        across = [_across(question.id, box, answers, bottom) for box in beside]
        arrows += across
        if across and across[-1].x1 == STEM_X:
            stems.append(Stem(STEM_X, bottom, across[-1].y1))
        below = max([bottom, *(box.y + box.height for box in beside)]) + ROW
        if after in answers:
            down = QUESTION_X + QUESTION_WIDTH // 2
            said = tuple(answers[after])
            arrows.append(Arrow(question.id, after, said, down, bottom, down, below))
        y = below
    return Diagram(WIDTH, y - ROW + 8, tuple(boxes), tuple(arrows), tuple(stems))


def _across(question: str, target: Box, answers: Mapping[str, list[Answer]], bottom: int) -> Arrow:
    """The arrow to a target: from the question's edge, or below it from its stem."""
    middle = target.y + target.height // 2
    start = QUESTION_X + QUESTION_WIDTH if middle < bottom else STEM_X
    said = tuple(answers[target.node])
    return Arrow(question, target.node, said, start, middle, TARGET_X, middle)


def _stack(flow: Flow, targets: list[str], y: int) -> list[Box]:
    boxes = []
    for target in targets:
        node = flow.by_id[target]
        outcome = isinstance(node, Outcome)
        lines = wrapped(node.title, TARGET_WIDTH - 2 * PAD - MARK, bold=False)
        level = node.level if isinstance(node, Outcome) else ""
        number = 0 if outcome else flow.number(target)
        boxes.append(
            Box(
                target,
                TARGET_X,
                y,
                TARGET_WIDTH,
                _height(lines),
                lines,
                number=number,
                level=level,
                jump=not outcome,
            )
        )
        y += boxes[-1].height + STACK
    return boxes


def _height(lines: tuple[str, ...]) -> int:
    return len(lines) * LINE + 2 * PAD


def wrapped(text: str, width: int, bold: bool) -> tuple[str, ...]:
    """The text in lines that fit the width; a word that alone is too long is cut."""
    lines: list[str] = []
    for word in text.split():
        if lines and measured(f"{lines[-1]} {word}", bold) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
        while measured(lines[-1], bold) > width:
            cut = next(
                size
                for size in range(len(lines[-1]), 0, -1)
                if size == 1 or measured(lines[-1][:size], bold) <= width
            )
            lines[-1:] = [lines[-1][:cut], lines[-1][cut:]]
    return tuple(lines)


def measured(text: str, bold: bool) -> float:
    """How wide the text may be at the drawing's size, in its units."""
    return float(_font(bold).getlength(text)) * SPARE


@cache
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(
        FONTS / f"AtkinsonHyperlegibleNext-{'Bold' if bold else 'Regular'}.ttf", SIZE
    )

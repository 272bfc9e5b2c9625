"""A flow -> where each box and arrow of its drawing stands: questions in a column, targets beside.

Nothing can cross or overlap: each question is as tall as the targets beside it, every arrow
to a target runs straight across, the one to the next question straight down, and a question
that is not the next one is named in a box of its own. Widths are measured in the font of
the sheets, with room to spare for wider system fonts.
"""

from __future__ import annotations

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
class Diagram:
    """The whole drawing, in its own units."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def draw(flow: Flow) -> Diagram:
    """Place every question and target; the same flow always gives the same drawing."""
    boxes: list[Box] = []
    arrows: list[Arrow] = []
    order, y = flow.in_order, 8
    for index, question in enumerate(order):
        after = order[index + 1].id if index + 1 < len(order) else ""
        answers: dict[str, list[Answer]] = {}
        for _, target, answer in (step for step in flow.graph.steps if step[0] == question.id):
            answers.setdefault(target, []).append(answer)
        beside = _stack(flow, [target for target in answers if target != after], y)
        lines = wrapped(f"{index + 1}. {question.title}", QUESTION_WIDTH - 2 * PAD, bold=True)
        height = max(_height(lines), beside[-1].y + beside[-1].height - y if beside else 0)
        boxes += [
            Box(question.id, QUESTION_X, y, QUESTION_WIDTH, height, lines, number=index + 1),
            *beside,
        ]
        for box in beside:
            middle = box.y + box.height // 2
            arrows.append(
                Arrow(
                    question.id,
                    box.node,
                    tuple(answers[box.node]),
                    QUESTION_X + QUESTION_WIDTH,
                    middle,
                    TARGET_X,
                    middle,
                )
            )
        if after in answers:
            down = QUESTION_X + QUESTION_WIDTH // 2
            arrows.append(
                Arrow(
                    question.id,
                    after,
                    tuple(answers[after]),
                    down,
                    y + height,
                    down,
                    y + height + ROW,
                )
            )
        y += height + ROW
    return Diagram(WIDTH, y - ROW + 8, tuple(boxes), tuple(arrows))


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

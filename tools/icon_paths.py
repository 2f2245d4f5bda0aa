"""Reads the drawings in resources/icons, for `tools/make_icons.py`.

Understands what those drawings use: path, circle and rect, stroked or filled with the current
colour. A test holds every drawing against QtSvg's own picture of it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from careerdesk.dataclass import dataclass

_CURVE_END = QPainterPath.ElementType.CurveToDataElement
_ELEMENT = re.compile(r"<(path|circle|rect)\s([^>]*?)/?>")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_ARITY = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7}


@dataclass(frozen=True, slots=True)
class Shape:
    """One element of a drawing, on the 24 grid."""

    path: QPainterPath
    filled: bool
    stroked: bool
    dashes: tuple[float, ...]


def read_shapes(svg: str) -> tuple[Shape, ...]:
    """The elements of a drawing in the order they are painted."""
    return tuple(
        _shape(kind, dict(_ATTRIBUTE.findall(words))) for kind, words in _ELEMENT.findall(svg)
    )


def read_path(data: str) -> QPainterPath:
    """The outline that a `d` attribute describes; ValueError for a command not known here."""
    path = QPainterPath()
    for letter, rest in _COMMAND.findall(data):
        if letter in "Zz":
            path.closeSubpath()
            continue
        numbers = [float(text) for text in _NUMBER.findall(rest)]
        for place, step in enumerate(_steps(letter.upper(), numbers)):
            origin = path.currentPosition() if letter.islower() else QPointF()
            line_on = place > 0 and letter in "Mm"  # pairs after the first of a move
            _DRAW["L" if line_on else letter.upper()](path, origin, step)
    return path


def _shape(kind: str, words: dict[str, str]) -> Shape:
    dashes = tuple(float(text) for text in _NUMBER.findall(words.get("stroke-dasharray", "")))
    return Shape(
        path=_OUTLINE[kind](words),
        filled=words.get("fill", "none") != "none",
        stroked=words.get("stroke", "") != "none",
        dashes=dashes,
    )


def _circle(words: dict[str, str]) -> QPainterPath:
    radius = float(words["r"])
    path = QPainterPath()
    path.addEllipse(QPointF(float(words["cx"]), float(words["cy"])), radius, radius)
    return path


def _rect(words: dict[str, str]) -> QPainterPath:
    radius = float(words.get("rx", 0))
    sides = (float(words[name]) for name in ("x", "y", "width", "height"))
    path = QPainterPath()
    path.addRoundedRect(QRectF(*sides), radius, radius)
    return path


def _path(words: dict[str, str]) -> QPainterPath:
    return read_path(words["d"])


_OUTLINE: dict[str, Callable[[dict[str, str]], QPainterPath]] = {
    "path": _path,
    "circle": _circle,
    "rect": _rect,
}


def _steps(letter: str, numbers: list[float]) -> Iterator[list[float]]:
    arity = _ARITY.get(letter, 0)
    if not arity or not numbers or len(numbers) % arity:
        raise ValueError(f"{letter} needs {arity} numbers at a time, not {len(numbers)}")
    for start in range(0, len(numbers), arity):
        yield numbers[start : start + arity]


def _move(path: QPainterPath, origin: QPointF, step: list[float]) -> None:
    path.moveTo(origin + QPointF(step[0], step[1]))


def _line(path: QPainterPath, origin: QPointF, step: list[float]) -> None:
    path.lineTo(origin + QPointF(step[0], step[1]))


def _across(path: QPainterPath, origin: QPointF, step: list[float]) -> None:
    path.lineTo(origin.x() + step[0], path.currentPosition().y())


def _down(path: QPainterPath, origin: QPointF, step: list[float]) -> None:
    path.lineTo(path.currentPosition().x(), origin.y() + step[0])


def _curve(path: QPainterPath, origin: QPointF, step: list[float]) -> None:
    first, second, end = (origin + QPointF(step[i], step[i + 1]) for i in (0, 2, 4))
    path.cubicTo(first, second, end)


def _smooth(path: QPainterPath, origin: QPointF, step: list[float]) -> None:
    here = path.currentPosition()
    first = here
    if path.elementAt(path.elementCount() - 1).type == _CURVE_END:
        before = path.elementAt(path.elementCount() - 2)
        first = here * 2 - QPointF(before.x, before.y)
    second, end = (origin + QPointF(step[i], step[i + 1]) for i in (0, 2))
    path.cubicTo(first, second, end)


def _arc(path: QPainterPath, origin: QPointF, step: list[float]) -> None:
    """An arc as SVG 1.1, appendix F.6, gives it, for ellipses that are not turned."""
    rx, ry, turn, large, sweep, x, y = step
    if turn:
        raise ValueError("turned ellipses are not drawn")
    start, end = path.currentPosition(), origin + QPointF(x, y)
    half_x, half_y = (start.x() - end.x()) / 2 / rx, (start.y() - end.y()) / 2 / ry
    reach = math.hypot(half_x, half_y)
    if reach > 1:  # too small to reach the end: grown until it does
        rx, ry, half_x, half_y, reach = rx * reach, ry * reach, half_x / reach, half_y / reach, 1
    side = math.sqrt(max(0.0, 1 / (reach * reach) - 1)) * (1 if large != sweep else -1)
    turn_x, turn_y = side * half_y, -side * half_x
    first = math.degrees(math.atan2(half_y - turn_y, half_x - turn_x))
    last = math.degrees(math.atan2(-half_y - turn_y, -half_x - turn_x))
    span = (last - first) % 360 if sweep else -((first - last) % 360)
    middle = (start + end) / 2
    centre = QPointF(middle.x() + turn_x * rx, middle.y() + turn_y * ry)
    path.arcTo(QRectF(centre.x() - rx, centre.y() - ry, 2 * rx, 2 * ry), -first, -span)


_DRAW: dict[str, Callable[[QPainterPath, QPointF, list[float]], None]] = {
    "M": _move,
    "L": _line,
    "H": _across,
    "V": _down,
    "C": _curve,
    "S": _smooth,
    "A": _arc,
}

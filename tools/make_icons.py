"""Make `careerdesk/ui/theme/icon_shapes.py` from resources/icons: `python3 dev.py generate`.

A start paints twenty of them. To read them as drawings took 3 % of it, and QtSvg takes more.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QPainterPath

from tools.icon_paths import Shape, read_shapes

ROOT = Path(__file__).parent.parent
ICONS = ROOT / "resources" / "icons"
TARGET = ROOT / "careerdesk" / "ui" / "theme" / "icon_shapes.py"
HEAD = '''"""The icons as numbers, made from the drawings in resources/icons, not by hand.

After a change of a drawing `python3 dev.py generate` makes this anew.
"""

# ruff: noqa: E501
from __future__ import annotations

from collections.abc import Mapping

Element = tuple[float, ...]
"""A part of a path: 0 to move, 1 for a line, 2 for a curve, and its places on the grid."""
Drawn = tuple[bool, bool, tuple[float, ...], tuple[Element, ...]]
"""Whether it is filled and stroked, the dashes of its stroke, and its path."""

# fmt: off
SHAPES: Mapping[str, tuple[Drawn, ...]] = {
'''
MOVE, LINE, CURVE = range(3)
ELEMENT = QPainterPath.ElementType
KINDS = {ELEMENT.MoveToElement: MOVE, ELEMENT.LineToElement: LINE, ELEMENT.CurveToElement: CURVE}


def made() -> str:
    """The module as it has to be for the drawings as they are."""
    drawings = sorted(ICONS.glob("*.svg"))
    return HEAD + "".join(map(_icon, drawings)) + "}\n"


def _icon(drawing: Path) -> str:
    shapes = read_shapes(drawing.read_text(encoding="utf-8"))
    return f'    "{drawing.stem}": (\n{"".join(map(_shape, shapes))}    ),\n'


def _shape(shape: Shape) -> str:
    path = " ".join(f"({', '.join(map(_number, one))})," for one in _elements(shape.path))
    return f"        ({shape.filled}, {shape.stroked}, {shape.dashes!r}, ({path})),\n"


def _elements(path: QPainterPath) -> list[tuple[float, ...]]:
    found: list[tuple[float, ...]] = []
    for place in range(path.elementCount()):
        part = path.elementAt(place)
        if part.type in KINDS:
            found.append((KINDS[part.type], part.x, part.y))
        else:  # the other two places of a curve
            found[-1] += (part.x, part.y)
    return found


def _number(value: float) -> str:
    """With all its digits: with ten, some pixels of some icons are other ones."""
    return repr(int(value)) if value == int(value) else repr(value)


if __name__ == "__main__":
    TARGET.write_text(made(), encoding="utf-8")

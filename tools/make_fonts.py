"""Make the fonts that are shipped from Inter: three weights, only the letters that are needed.

It needs fontTools and Inter as the package index has them, neither of which the program needs:

    python -m pip install "fonttools==4.68.0" "fontpkg-inter==4.1.post1"
    python tools/make_fonts.py

The same versions write the same files, byte by byte.
"""

from __future__ import annotations

import math
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

TARGET = Path(__file__).parent.parent / "resources" / "fonts"
FAMILY = "Inter CareerDesk"
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600}
TEXT_SIZE = 14  # the optical size that is drawn for text
BLOCKS = (
    (0x0020, 0x024F),  # Latin, with all that is extended in the first plane of it
    (0x02B0, 0x036F),  # letters and accents that stand beside or above others
    (0x0370, 0x052F),  # Greek, Cyrillic
    (0x1E00, 0x1EFF),  # Latin of Vietnamese and of transcriptions
    (0x2000, 0x206F),  # punctuation and the spaces of it
    (0x2070, 0x20CF),  # raised, lowered, currencies
    (0x2100, 0x22FF),  # fractions, arrows, signs
    (0x2300, 0x23FF),  # keys
    (0x25A0, 0x27BF),  # shapes, ticks
    (0xFFFD, 0xFFFD),
)
FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk", "tnum"]  # no `calt`: it turns -> into an arrow
TICK = 0.62  # of the box that it stands in
STROKE = 0.2  # of the radius of the ring that it strikes


def make(name: str, weight: int) -> Path:
    """Write one weight and say where."""
    font = TTFont(_source())
    instantiateVariableFont(font, {"opsz": TEXT_SIZE, "wght": weight}, inplace=True)
    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    subsetter = Subsetter(options)
    wanted = {code for first, last in BLOCKS for code in range(first, last + 1)}
    _draw_shapes(font)
    subsetter.populate(unicodes=wanted & set(font.getBestCmap()))
    subsetter.subset(font)
    _call(font, name, weight)
    target = TARGET / f"Inter-{name}.ttf"
    font.recalcTimestamp = False
    font.save(target)
    return target


def _source() -> Path:
    package = find_spec("fontpkg_inter")
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).parent / "files" / "Inter[opsz,wght].ttf"


def _draw_shapes(font: Any) -> None:
    """Draw what Inter lacks from its own shapes: the state of a goal, a box to tick.

    It has a struck ring, but one twice as high as its others.
    """
    ring, box, tick = (_outline(font, mark) for mark in "○□✓")
    half = TTGlyphPen(None)
    ring.replay(half)
    left, bottom, right, top = _bounds(font, "○")
    _half_disc(half, ((left + right) / 2, (bottom + top) / 2), (right - left) / 2)
    _add(font, "◐", "○", half.glyph())
    struck = TTGlyphPen(None)
    ring.replay(struck)
    _stroke(struck, ((left + right) / 2, (bottom + top) / 2), (right - left) / 2)
    _add(font, "⊘", "○", struck.glyph())
    empty = TTGlyphPen(None)
    box.replay(empty)
    _add(font, "☐", "□", empty.glyph())
    ticked = TTGlyphPen(None)
    box.replay(ticked)
    tick.replay(TransformPen(ticked, _into(_bounds(font, "✓"), _bounds(font, "□"))))
    _add(font, "☑", "□", ticked.glyph())


def _outline(font: Any, mark: str) -> Any:
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[font.getBestCmap()[ord(mark)]].draw(pen)
    return pen


def _bounds(font: Any, mark: str) -> tuple[float, float, float, float]:
    glyph = font["glyf"][font.getBestCmap()[ord(mark)]]
    return glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax


def _half_disc(pen: Any, centre: tuple[float, float], radius: float) -> None:
    """The left half of a disc, of quadratic curves, in the direction of the outer edges."""
    x, y = centre
    parts = 4
    step = math.pi / parts
    reach = radius / math.cos(step / 2)
    pen.moveTo((round(x), round(y - radius)))
    for part in range(parts):
        middle, end = -math.pi / 2 - step * (part + 0.5), -math.pi / 2 - step * (part + 1)
        pen.qCurveTo(
            (round(x + reach * math.cos(middle)), round(y + reach * math.sin(middle))),
            (round(x + radius * math.cos(end)), round(y + radius * math.sin(end))),
        )
    pen.closePath()


def _stroke(pen: Any, centre: tuple[float, float], radius: float) -> None:
    """A stroke across a ring from the lower left, in the direction of the outer edges."""
    reach, half = radius * 0.75, radius * STROKE / 2
    ends = ((-reach - half, -reach + half), (reach - half, reach + half))
    ends += ((reach + half, reach - half), (-reach + half, -reach - half))
    first, *others = ((round(centre[0] + x), round(centre[1] + y)) for x, y in ends)
    pen.moveTo(first)
    for point in others:
        pen.lineTo(point)
    pen.closePath()


def _into(
    tick: tuple[float, float, float, float], box: tuple[float, float, float, float]
) -> tuple[float, ...]:
    """The change of place and size that brings the tick into the middle of the box."""
    scale = TICK * (box[2] - box[0]) / (tick[2] - tick[0])
    across = (box[0] + box[2]) / 2 - scale * (tick[0] + tick[2]) / 2
    up = (box[1] + box[3]) / 2 - scale * (tick[1] + tick[3]) / 2
    return (scale, 0, 0, scale, across, up)


def _add(font: Any, mark: str, like: str, glyph: Any) -> None:
    """Give the font a glyph of its own, as wide as another one."""
    name = f"uni{ord(mark):04X}.drawn"
    advance, _ = font["hmtx"][font.getBestCmap()[ord(like)]]
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, glyph.xMin)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord(mark)] = name


def _call(font: Any, style: str, weight: int) -> None:
    """Name it apart from an Inter that a computer has: theirs may be drawn and measured else."""
    names = font["name"]
    kept = {number: names.getDebugName(number) for number in (0, 5, 8, 9, 11, 13, 14)}
    regular = style == "Regular"
    names.names = []
    words = kept | {
        1: FAMILY if regular else f"{FAMILY} {style}",
        2: "Regular",
        3: f"{FAMILY} {style}, a part of {kept[5]}",
        4: FAMILY if regular else f"{FAMILY} {style}",
        6: f"InterCareerDesk-{style}",
        16: FAMILY,
        17: style,
    }
    for number, text in words.items():
        if text and not (regular and number in {16, 17}):
            names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    if "STAT" in font:
        del font["STAT"]


if __name__ == "__main__":
    for style, number in WEIGHTS.items():
        made = make(style, number)
        print(f"{made.name}: {made.stat().st_size} bytes")

"""The shipped font: where it is used, and that it has what the program writes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QGuiApplication, QRawFont, QTextLayout
from PySide6.QtWidgets import QApplication

from careerdesk import fonts
from careerdesk.documents.html import SHAPES
from careerdesk.resources import folder

WRITTEN = "Ærøskøbing Łódź Dvořák Nguyễn Ħal İzmir Θεόδωρος Олександр Ђорђе €₴₽ → − – … •\u202f"
FILES = [folder() / "fonts" / name for name in fonts.FILES]


@pytest.fixture
def system_font(qapp: QApplication):
    """Pretend that the system has another font, and dress the program again."""
    before = qapp.font()

    def dressed(font: QFont) -> QFont:
        QGuiApplication.setFont(font)
        fonts.dress(qapp)
        return qapp.font()

    yield dressed
    QApplication.setFont(before)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_weight_has_all_letters_of_europe_and_the_shapes(qapp: QApplication, path) -> None:
    drawn = QRawFont(str(path), 16)
    wanted = {*WRITTEN, *"".join(SHAPES.values()), *"☐☑"}
    assert not {letter for letter in wanted if not drawn.supportsCharacter(ord(letter))}


def test_the_weights_are_of_one_family(qapp: QApplication) -> None:
    names = []
    for weight in (QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold):
        font = QFont(fonts.family())
        font.setWeight(weight)
        names.append((QFontInfo(font).family(), QFontInfo(font).styleName()))
    assert names == [(fonts.FAMILY, style) for style in ("Regular", "Medium", "SemiBold")]


@pytest.mark.parametrize("text", ["->", "(A) 3x4", "1/2 fi ffl"])
def test_what_is_written_is_what_is_drawn(qapp: QApplication, text: str) -> None:
    """No letters become another sign by what stands beside them."""
    layout = QTextLayout(text, _big())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    drawn = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    assert drawn == QRawFont.fromFont(_big()).glyphIndexesForString(text)


def _big() -> QFont:
    font = QFont(fonts.family())
    font.setPixelSize(160)
    return font


def test_numbers_can_stand_under_each_other(qapp: QApplication) -> None:
    font = _big()
    font.setFeature(QFont.Tag("tnum"), 1)
    widths = {QFontMetricsF(font).horizontalAdvance(digit) for digit in "0123456789"}
    assert len(widths) == 1


def test_a_plain_font_of_the_system_gives_way_and_keeps_its_size(system_font) -> None:
    font = system_font(QFont("DejaVu Sans", 13))
    assert QFontInfo(font).family() == fonts.FAMILY
    assert font.pointSize() == 13
    assert font.families()[1:] == ["DejaVu Sans"]  # has what ours lacks


def test_a_good_font_of_the_system_stays(system_font) -> None:
    good = QFont("Nimbus Sans", 11)
    if QFontInfo(good).family() in fonts.PLAIN:
        good = QFont(fonts.family(), 11)  # this machine has no other
    assert system_font(good).families() == good.families()

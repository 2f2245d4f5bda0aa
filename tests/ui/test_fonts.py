"""The shipped font: where it is used, and that it has what the program writes."""

from __future__ import annotations

import subprocess
import sys

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


@pytest.mark.parametrize("name", ["DejaVu Sans", "Sans", "Sans Serif"])
def test_a_plain_font_of_the_system_gives_way_and_keeps_its_size(system_font, name: str) -> None:
    font = system_font(QFont(name, 13))
    assert QFontInfo(font).family() == fonts.FAMILY
    assert font.pointSize() == 13
    assert font.families()[1:] == [name]  # has what ours lacks


@pytest.mark.parametrize("name", ["Segoe UI", "Cantarell", "Noto Sans", ".AppleSystemUIFont"])
def test_a_good_font_of_the_system_stays(system_font, name: str) -> None:
    assert system_font(QFont(name, 11)).families() == [name]


def test_the_program_is_dressed_before_its_first_word(tmp_path) -> None:
    """In a process of its own: that of the tests has an application already."""
    asked = """
import os, sys
from pathlib import Path
from careerdesk import app
folder = Path(sys.argv[1])
store = app.open_store(folder / "store")
window = app.build_window(store, settings=app.user_settings(folder))
print(app.make_application().font().families()[0], flush=True)
os._exit(0)
"""
    done = subprocess.run(
        [sys.executable, "-c", asked, str(tmp_path)],
        capture_output=True, text=True, check=True, timeout=240,
    )  # fmt: skip
    assert done.stdout.strip() not in fonts.PLAIN

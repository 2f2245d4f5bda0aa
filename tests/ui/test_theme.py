"""The look: every colour from one table, readable on its grounds, icons as they were drawn."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from careerdesk.resources import folder as resources_folder
from careerdesk.ui.theme.icons import Icons
from careerdesk.ui.theme.look import ROLES, blend, role_font
from careerdesk.ui.theme.style import wants_ring
from careerdesk.ui.theme.theme import COLUMNS, Theme, set_area, style_sheet
from careerdesk.ui.theme.tokens import LIGHT, token_names
from tools import make_icons
from tools.icon_paths import read_path

ROOT = Path(__file__).parents[2]
ICONS = resources_folder() / "icons"

# What stands on what: text needs 4.5, edges and graphics need 3.
TEXT_ON = {
    "text": "ground surface raised sunken review-ground review-raised private-ground"
    " private-hatch growth-soft review-soft warning-soft danger-soft success-soft",
    "text-muted": "ground surface raised sunken review-ground review-raised private-ground"
    " private-hatch growth-soft review-soft",
    "growth": "ground surface raised growth-soft private-ground",
    "on-growth": "growth",
    "review": "ground raised review-ground review-raised review-soft",
    "on-review": "review",
    "private": "private-ground private-hatch raised surface review-ground review-raised",
    "danger": "raised surface danger-soft review-ground review-raised",
    "warning": "ground raised surface warning-soft review-ground review-raised",
    "success": "raised surface success-soft review-ground review-raised",
    "selection-text": "selection",
    "share": "ground",
    "on-share": "share",
    "surface": "text",
}
SHAPES_ON = {
    "growth": "selection",
    "line-strong": "ground surface raised review-ground review-raised",
    "focus": "ground surface raised selection review-ground",
    "chart-1": "sunken raised",
    "chart-2": "raised private-hatch",
    "chart-3": "raised",
    "chart-4": "raised review-ground",
    "chart-quiet": "raised",
}


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme("light")


@pytest.fixture
def dressed(put_on: Callable[[Theme], Theme]) -> Theme:
    return put_on(Theme("light"))


def luminance(colour: QColor) -> float:
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return sum(part * weight for part, weight in zip(parts, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted(luminance(QColor(colour)) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def pairs(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(ink, ground) for ink, grounds in table.items() for ground in grounds.split()]


@pytest.mark.parametrize("name", COLUMNS)
@pytest.mark.parametrize(("table", "needed"), [(TEXT_ON, 4.5), (SHAPES_ON, 3.0)])
def test_colours_keep_their_contrast(name: str, table: dict[str, str], needed: float) -> None:
    column = COLUMNS[name]
    weak = {
        f"{ink} on {ground}": round(contrast(column.named(ink), column.named(ground)), 2)
        for ink, ground in pairs(table)
        if contrast(column.named(ink), column.named(ground)) < needed
    }
    assert weak == {}


def test_a_ratio_of_black_on_white_is_21() -> None:
    assert round(contrast("black", "white"), 1) == 21.0


COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b(?![^\n]*;)")


def test_colours_are_named_in_one_place_only() -> None:
    tokens = ROOT / "careerdesk/ui/theme/tokens.py"
    documents = ROOT / "careerdesk/documents"
    files = [*ROOT.glob("careerdesk/**/*.py"), *ROOT.glob("resources/**/*.qss")]
    elsewhere = [path for path in files if path != tokens and documents not in path.parents]
    assert [str(path) for path in elsewhere if COLOUR.search(path.read_text("utf-8"))] == []


def test_documents_use_the_light_column() -> None:
    light = {getattr(LIGHT, name).lower() for name in token_names()}
    files = (ROOT / "careerdesk/documents").rglob("*.py")
    used = {found.lower() for path in files for found in COLOUR.findall(path.read_text("utf-8"))}
    assert used <= light


def test_only_the_theme_sets_style_sheets() -> None:
    files = ROOT.glob("careerdesk/**/*.py")
    users = {path.name for path in files if "setStyleSheet" in path.read_text(encoding="utf-8")}
    assert users == {"theme.py"}


def test_the_style_sheet_has_no_sizes_of_fonts_and_no_open_places(theme: Theme) -> None:
    template = (resources_folder() / "styles" / "app.qss").read_text()
    assert "font-size" not in template
    assert "@" not in style_sheet(template, theme.look)


def test_an_unknown_colour_in_the_style_sheet_is_an_error(theme: Theme) -> None:
    with pytest.raises(KeyError):
        style_sheet("QWidget { color: @mauve; }", theme.look)


def test_choosing_a_theme_changes_palette_and_look(dressed: Theme, qtbot) -> None:
    with qtbot.waitSignal(dressed.changed):
        dressed.choose("dark")
    dark = COLUMNS["dark"]
    assert dressed.look.colour.ground == QColor(dark.ground)
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(dark.ground)
    assert dark.growth.lower() in QApplication.instance().styleSheet()


def test_choosing_the_theme_in_force_changes_nothing(dressed: Theme, qtbot) -> None:
    with qtbot.assertNotEmitted(dressed.changed):
        dressed.choose("light")


def test_there_is_no_fourth_theme(theme: Theme) -> None:
    with pytest.raises(ValueError, match="pink"):
        theme.choose("pink")


def test_the_system_decides_when_it_is_asked_to(qapp: QApplication) -> None:
    hints = qapp.styleHints()
    theme = Theme("system")
    assert theme.look.name == ("dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light")


@pytest.mark.parametrize("points", [7.0, 10.0, 20.0])
def test_fonts_grow_with_the_systems_but_stay_readable(qapp: QApplication, points: float) -> None:
    base = QFont()
    base.setPointSizeF(points)
    for role, (above, weight) in ROLES.items():
        font = role_font(role, base)
        assert font.pointSizeF() == max(8.0, points + above)
        assert font.weight() == weight


def test_heights_are_minimums(theme: Theme) -> None:
    assert theme.look.row("body", 4, 400) == 400
    assert theme.look.row("body", 40, 28) == theme.look.metrics("body").height() + 80
    assert theme.look.measure(68) >= 68


def test_in_the_reviews_its_colours_stand_for_those_of_conversations(theme: Theme) -> None:
    look = theme.look.for_area("review")
    assert look.colour.growth == theme.look.colour.review
    assert look.colour.surface == theme.look.colour.review_ground
    assert theme.look.for_area("growth") is theme.look


def test_the_place_of_a_page_colours_its_ground(dressed: Theme, qtbot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(20, 20)
    set_area(page, "growth")
    assert page.grab().toImage().pixelColor(10, 10) == dressed.look.colour.surface
    set_area(page, "review")
    assert page.grab().toImage().pixelColor(10, 10) == dressed.look.colour.review_ground


def test_the_hatch_is_made_once_for_each_pixel_ratio(theme: Theme) -> None:
    one, two = theme.look.hatch(1.0), theme.look.hatch(2.0)
    assert theme.look.hatch(1.0) is one
    assert two.texture().width() == 2 * one.texture().width()
    image = one.textureImage()
    seen = {image.pixelColor(x, y).name() for x in range(11) for y in range(11)}
    assert LIGHT.private_ground.lower() in seen
    assert len(seen) > 1


def test_a_blend_lies_between_its_colours() -> None:
    assert blend(QColor("black"), QColor("white"), 0.0) == QColor("black")
    assert blend(QColor("black"), QColor("white"), 1.0) == QColor("white")
    assert blend(QColor("black"), QColor("white"), 0.5).red() == 128


def test_every_token_has_a_value_in_every_theme() -> None:
    for column in COLUMNS.values():
        assert all(QColor(column.named(name)).isValid() for name in token_names())


def svg_picture(name: str, colour: QColor, edge: int) -> QImage:
    from PySide6.QtSvg import QSvgRenderer

    data = (ICONS / f"{name}.svg").read_bytes().replace(b"currentColor", colour.name().encode())
    image = QImage(edge, edge, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(data)).render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    return image


def alphas(image: QImage) -> bytes:
    converted = image.convertToFormat(QImage.Format.Format_Alpha8)  # it owns what is read
    return bytes(converted.constBits())


@pytest.mark.parametrize("name", sorted(path.stem for path in ICONS.glob("*.svg")))
def test_icons_look_as_they_were_drawn(qapp: QApplication, name: str) -> None:
    edge, colour = 96, QColor("navy")
    ours = Icons().pixmap(name, colour, edge).toImage()
    theirs = svg_picture(name, colour, edge)
    off = sum(abs(a - b) > 80 for a, b in zip(alphas(ours), alphas(theirs), strict=True))
    assert off <= 30  # of 9,216: both round the ends of arcs in their own way


def test_icons_are_as_sharp_as_the_screen_and_kept(theme: Theme) -> None:
    icons, colour = Icons(), QColor("navy")
    pixmap = icons.pixmap("lock", colour, 16, 1.5)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (24, 1.5)
    assert icons.pixmap("lock", colour, 16, 1.5).cacheKey() == pixmap.cacheKey()
    assert icons.pixmap("lock", QColor("red"), 16, 1.5).cacheKey() != pixmap.cacheKey()


def test_the_icons_are_made_from_their_drawings() -> None:
    assert make_icons.TARGET.read_text(encoding="utf-8") == make_icons.made()


def test_a_drawing_with_an_unknown_command_is_an_error() -> None:
    with pytest.raises(ValueError, match="Q"):
        read_path("M0 0Q1 1 2 2")
    with pytest.raises(ValueError, match="turned"):
        read_path("M0 0A2 1 30 0 1 2 2")
    with pytest.raises(ValueError, match="needs 2"):
        read_path("M0 0L1")


def test_painting_an_icon_loads_no_svg_library() -> None:
    code = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from careerdesk.ui.theme.theme import Theme\n"
        "theme = Theme('light')\n"
        "theme.install(app)\n"
        "theme.icon('lock').pixmap(16)\n"
        "print([m for m in sys.modules if 'Svg' in m or 'PrintSupport' in m])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]", done.stderr


def window_of_a_field(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.setLayout(QVBoxLayout())
    field = QLineEdit()
    window.layout().addWidget(field)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return window


def above_edge(window: QWidget) -> QColor:
    field, image = window.findChild(QLineEdit), window.grab().toImage()
    return image.pixelColor(field.geometry().center().x(), field.geometry().top() - 2)


def test_the_focus_ring_stands_outside_the_edge(dressed: Theme, qtbot: QtBot) -> None:
    assert above_edge(window_of_a_field(qtbot)) == dressed.look.colour.focus


def test_the_focus_ring_stays_when_the_appearance_changes(dressed: Theme, qtbot: QtBot) -> None:
    window = window_of_a_field(qtbot)
    for choice in ("dark", "high_contrast", "light"):
        dressed.choose(choice)
        QApplication.processEvents()
        assert above_edge(window) == dressed.look.colour.focus


def test_lists_and_parts_of_fields_get_no_ring(dressed: Theme, qtbot) -> None:
    from PySide6.QtWidgets import QListView, QSpinBox

    holder = QWidget()
    qtbot.addWidget(holder)
    spin = QSpinBox(holder)
    assert wants_ring(spin)
    assert not wants_ring(spin.lineEdit())
    assert not wants_ring(QListView(holder))
    assert wants_ring(QPushButton(holder))
    assert wants_ring(QTabBar(holder))
    assert wants_ring(QPlainTextEdit(holder))


def test_the_ring_outlives_the_window_it_stood_in(dressed: Theme, qtbot) -> None:
    for _ in range(2):
        window = QPushButton("first")
        inner = QWidget()
        inner.setLayout(QVBoxLayout())
        field = QLineEdit()
        inner.layout().addWidget(field)
        inner.show()
        inner.activateWindow()
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        inner.deleteLater()
        window.deleteLater()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is None)

"""Buttons, labels, banners, toasts and the rows one types into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QMimeData, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QEnterEvent,
    QFont,
    QGuiApplication,
    QImage,
    QPainter,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from careerdesk.services.store import Store
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.theme.paint import MARK_ICON
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.banner import BannerArea
from careerdesk.ui.widgets.buttons import Badge, Chip, FilledButton, IconButton, TickBox
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.empty_state import EmptyState, StartCard
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.labels import Body, ElidedLabel
from careerdesk.ui.widgets.number_field import NumberField, read_number
from careerdesk.ui.widgets.private import PrivateBox, PrivateMark, private_name
from careerdesk.ui.widgets.section import GroupHeader, Section
from careerdesk.ui.widgets.segmented import Segmented
from careerdesk.ui.widgets.side_panel import SidePanel
from careerdesk.ui.widgets.sparkline import Line, paint_sparkline
from careerdesk.ui.widgets.time_field import TimeField
from careerdesk.ui.widgets.toast import Toast
from careerdesk.ui.widgets.weekdays import Weekdays
from tests.robots.painted import Painted
from tests.robots.stage import Stage

HOSTILE = "<img src='file:///etc/passwd'> &Foo {0} %s"


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme("light")


@pytest.fixture
def page(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(700, 500)
    return made


def test_a_label_shows_markup_as_characters(page: QWidget) -> None:
    label = Body(HOSTILE, page)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == HOSTILE


def inked(label: QWidget, width: int) -> tuple[int, int]:
    """The first and the last column of a picture of a label that has anything on it."""
    label.resize(width, 30)
    picture = label.grab().toImage()
    rows = range(picture.height())
    found = [
        x
        for x in range(width)
        if any(picture.pixel(x, y) != picture.pixel(width // 2, 0) for y in rows)
    ]
    return found[0], found[-1]


@pytest.mark.parametrize("name", ["Mira Holm", "\u05d3\u05e0\u05d4 \u05dc\u05d5\u05d9"])
@pytest.mark.parametrize("wrap", [True, False])
def test_a_name_stands_where_reading_begins_in_whatever_letters(
    name: str, page: QWidget, *, wrap: bool
) -> None:
    label = Body(name, page, wrap=wrap)
    assert inked(label, 400)[0] < 10
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert inked(label, 400)[1] > 390
    label.setAlignment(Qt.AlignmentFlag.AlignTrailing)
    assert inked(label, 400)[0] < 10


def test_a_cut_label_keeps_the_whole_text_in_a_plain_tooltip(page: QWidget, qtbot) -> None:
    label = ElidedLabel("", page)
    label.resize(60, 20)
    page.show()
    label.set_full_text(HOSTILE)
    assert label.text().endswith("…")
    assert label.full_text() == label.accessibleName() == HOSTILE
    assert "&lt;img" in label.toolTip()


def test_a_tip_is_never_taken_for_markup(qapp: QApplication) -> None:
    assert plain_tip("two words") == "two words"
    assert "<b>" not in plain_tip("<b>bold</b>")


def test_f61_an_ampersand_in_a_button_is_no_mnemonic(theme: Theme, page: QWidget) -> None:
    button = FilledButton(theme, "Plan & talk", "start", page, name="startCheckIn")
    assert button.text() == "Plan && talk"
    assert button.accessibleName() == "Plan & talk"
    assert button.shortcut().isEmpty()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_enter_and_space(theme: Theme, page: QWidget, qtbot, key) -> None:
    button = FilledButton(theme, "Go on", "", page)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_icons_follow_the_theme(theme: Theme, page: QWidget) -> None:
    button = IconButton(theme, "close", "Close", page)
    before = button.icon().cacheKey()
    theme.choose("dark")
    assert button.icon().cacheKey() != before
    assert button.toolTip() == button.accessibleName() == "Close"


def test_chips_and_badges_grow_with_their_words(theme: Theme, page: QWidget) -> None:
    short, long = Badge(theme, "Now", "check", page), Badge(theme, "Agreed 3 July", "check", page)
    assert long.sizeHint().width() > short.sizeHint().width()
    assert long.grab().toImage().pixelColor(20, 3) == theme.look.colour.sunken
    chip = Chip(theme, "Joy", parent=page, checkable=True)
    chip.click()
    assert chip.isChecked()


def test_a_tick_box_ticks_by_mouse_and_key(theme: Theme, page: QWidget, qtbot) -> None:
    box = TickBox(theme, "Private", page, name="agendaPrivate")
    page.show()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()
    box.grab()


def test_private_things_say_so_first(qtbot, store: Store, tmp_path: Path) -> None:
    ctx = Stage(qtbot, store, tmp_path).ctx
    assert PrivateMark(ctx.theme).accessibleName() == "Private"
    box = PrivateBox(ctx, "Private: my interpretation")
    assert box.accessibleName().startswith("Private")
    assert private_name("my interpretation") == "Private: my interpretation"


def test_the_lock_of_what_is_private_stands_where_reading_begins(theme: Theme, qtbot) -> None:
    mark = PrivateMark(theme)
    qtbot.addWidget(mark)
    mark.resize(mark.sizeHint())
    left = mark.grab().toImage()
    mark.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = mark.grab().toImage()
    lock = QRect(5, 0, MARK_ICON, left.height())
    mirrored = lock.translated(left.width() - 2 * 5 - MARK_ICON, 0)
    assert right.copy(mirrored) == left.copy(lock)
    assert right.copy(lock) != left.copy(lock)


def test_a_private_box_is_hatched(qtbot, store: Store, tmp_path: Path) -> None:
    theme = (ctx := Stage(qtbot, store, tmp_path).ctx).theme
    box = PrivateBox(ctx)
    box.resize(200, 120)
    image = box.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(20, 60) for y in range(60, 90)}
    assert theme.look.colour.private_ground.name() in seen
    assert len(seen) > 1


def test_headings_hold_their_captions(theme: Theme, page: QWidget) -> None:
    section = Section(theme, "Promises due", "promise", "2 mine", page)
    section.set_caption("3 mine", "warning")
    assert section.caption.text() == "3 mine"
    assert section.caption.property("kind") == "warning"
    narrow = section.minimumSizeHint().width()
    section.set_caption("45 blocked, 29 at risk, 13 late, 3 due soon, 22 gathering dust")
    assert section.minimumSizeHint().width() == narrow  # large type must not widen the page
    header = GroupHeader(theme, "Short term", page)
    header.set_caption("4 goals in focus; three is plenty", warning=True)
    assert header.caption.property("kind") == "warning"


@pytest.fixture
def add(theme: Theme, page: QWidget) -> InlineAdd:
    made = InlineAdd(theme, "Add a goal", page, name="shortTermEdit", key_hint="A")
    page.show()
    return made


def test_a_row_to_type_into_is_painted_again_when_the_mouse_comes_and_goes(
    add: InlineAdd, qtbot
) -> None:
    add.clearFocus()  # a blinking cursor paints too
    window = add.window()
    for place in (add.geometry().center(), QPoint(650, 450)):
        QApplication.processEvents()
        painted = Painted(add)
        qtbot.mouseMove(window, place)
        qtbot.waitUntil(lambda seen=painted: seen.times > 0)


def test_enter_adds_and_stays(add: InlineAdd, qtbot) -> None:
    qtbot.keyClicks(add, "  Loads  done ")
    with qtbot.waitSignal(add.submitted) as added:
        qtbot.keyClick(add, Qt.Key.Key_Return)
    assert added.args == [["Loads done"]]
    assert add.text() == ""


def test_shift_enter_adds_where_nothing_opens(add: InlineAdd, qtbot) -> None:
    qtbot.keyClicks(add, "Dag")
    with qtbot.waitSignal(add.submitted) as added:
        qtbot.keyClick(add, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert added.args == [["Dag"]]


def test_enter_on_nothing_does_nothing(add: InlineAdd, qtbot) -> None:
    with qtbot.assertNotEmitted(add.submitted):
        qtbot.keyClicks(add, "   ")
        qtbot.keyClick(add, Qt.Key.Key_Enter)


def test_shift_enter_asks_for_the_panel_and_escape_leaves(add: InlineAdd, qtbot) -> None:
    qtbot.keyClicks(add, "Goal")
    with qtbot.waitSignal(add.panel_wanted) as wanted:
        qtbot.keyClick(add, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert wanted.args == ["Goal"]
    qtbot.keyClicks(add, "other")
    with qtbot.waitSignal(add.left):
        qtbot.keyClick(add, Qt.Key.Key_Escape)
    assert add.text() == ""


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\u2028"])
def test_a_paste_of_lines_adds_them_all(add: InlineAdd, qtbot, ends: str) -> None:
    data = QMimeData()
    data.setText(ends.join(["One", "", " Two\x00 ", "Three"]))
    QGuiApplication.clipboard().setMimeData(data)
    with qtbot.waitSignal(add.submitted) as added:
        add.paste()
    assert added.args == [["One", "Two", "Three"]]


@pytest.mark.parametrize(
    "pasted", ["\n".join(map(str, range(501))), "\n".join(["Ship it " * 40] * 110)]
)
def test_a_paste_of_a_whole_document_adds_nothing_and_says_so(
    add: InlineAdd, qtbot, pasted: str
) -> None:
    qtbot.keyClicks(add, "Begun ")
    QGuiApplication.clipboard().setText(pasted)
    with qtbot.assertNotEmitted(add.submitted):
        add.paste()
    assert add.text() == "Begun "
    assert add.accessibleDescription() == (
        "That's too much to add at once. Paste up to 500 lines at a time. Nothing was added."
    )
    qtbot.keyClicks(add, "x")
    assert add.accessibleDescription() == ""


@pytest.mark.parametrize("one_line", [True, False])
def test_a_picture_that_is_pasted_takes_no_words_away(qtbot, *, one_line: bool) -> None:
    field = GrowingText("Words", one_line=one_line)
    qtbot.addWidget(field)
    field.set_text("Ship it")
    field.selectAll()
    data = QMimeData()
    data.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(data)
    field.paste()
    assert field.toPlainText() == "Ship it"
    QGuiApplication.clipboard().setText("Sail it")
    field.paste()
    assert field.toPlainText() == "Sail it"


def test_a_title_that_is_as_long_as_can_be_is_pasted_over(qtbot) -> None:
    field = GrowingText("Words", one_line=True)
    qtbot.addWidget(field)
    field.set_text("a" * 2000)
    field.selectAll()
    QGuiApplication.clipboard().setText("Sail it")
    field.paste()
    assert field.toPlainText() == "Sail it"


def test_a_long_paragraph_is_pasted_whole_and_a_book_not_at_all(qtbot) -> None:
    field = GrowingText("Words", one_line=True)
    qtbot.addWidget(field)
    paragraph = " ".join(["word"] * 600)
    QGuiApplication.clipboard().setText(paragraph)
    field.paste()
    assert field.text() == paragraph
    QGuiApplication.clipboard().setText("b" * 20_000)
    field.paste()
    assert field.text() == paragraph
    assert field.property("refused") == "true"
    assert "Nothing was pasted" in field.accessibleDescription()


@pytest.mark.parametrize(
    ("pasted", "text"),
    [("big ", "big dog"), ("big\u00a0", "big dog"), ("big\n", "bigdog"), (" ", " dog")],
)
def test_a_word_that_is_pasted_keeps_the_space_beside_it(qtbot, pasted: str, text: str) -> None:
    field = GrowingText("Words", one_line=True)
    qtbot.addWidget(field)
    field.set_text("dog")
    field.moveCursor(QTextCursor.MoveOperation.Start)
    QGuiApplication.clipboard().setText(pasted)
    field.paste()
    assert field.text() == text


def test_a_paste_of_one_line_waits_for_enter(add: InlineAdd, qtbot) -> None:
    QGuiApplication.clipboard().setText("One\n")
    with qtbot.assertNotEmitted(add.submitted):
        add.paste()
    assert add.text() == "One"
    add.grab()


def test_a_banner_stays_one_for_each_key(theme: Theme, page: QWidget, qtbot) -> None:
    area = BannerArea(theme, page)
    assert area.isHidden()
    done: list[str] = []
    area.show_banner("disk", "danger", "Not saved.", [("Try again", lambda: done.append("x"))])
    area.show_banner("disk", "danger", "Still not saved.")
    assert area.findChildren(QLabel)[-1].text() == "Still not saved."
    assert area.banner("disk") is not None
    area.clear_banner("disk")
    assert area.isHidden()
    area.clear_banner("never shown")


def test_a_banner_acts_and_closes_but_not_on_danger(theme: Theme, page: QWidget, qtbot) -> None:
    area = BannerArea(theme, page)
    done: list[str] = []
    area.show_banner("open", "warning", "Read only.", [("Why", lambda: done.append("asked"))])
    area.findChild(FilledButton)
    action = area.findChild(QWidget, "bannerAction0")
    qtbot.mouseClick(action, Qt.MouseButton.LeftButton)
    assert done == ["asked"]
    qtbot.mouseClick(area.findChild(QWidget, "dismissBanner"), Qt.MouseButton.LeftButton)
    assert area.banner("open") is None
    area.show_banner("disk", "danger", "Not saved.")
    assert area.banner("disk").findChild(QWidget, "dismissBanner") is None


def test_a_toast_offers_the_way_back(theme: Theme, page: QWidget, qtbot) -> None:
    toast = Toast(theme, page)
    page.show()
    toast.tell("Thandeka added", undo=True)
    assert toast.isVisible()
    assert toast.text() == "Thandeka added"
    undo = toast.findChild(QWidget, "toastUndo")
    with qtbot.waitSignal(toast.undo_wanted):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert toast.isHidden()


def test_a_toast_without_a_way_back_takes_no_focus(theme: Theme, page: QWidget, qtbot) -> None:
    toast = Toast(theme, page)
    page.show()
    toast.tell("Saved")
    assert not toast.findChild(QWidget, "toastUndo").isVisible()
    assert not toast.isAncestorOf(QApplication.focusWidget() or page)


def test_a_toast_waits_under_the_pointer_and_leaves_after(theme, page, qtbot) -> None:
    toast = Toast(theme, page)
    page.show()
    toast._timer.setInterval(1)
    toast.tell("Saved")
    at = QPointF(1, 1)
    QApplication.sendEvent(toast, QEnterEvent(at, at, at))
    assert not toast._timer.isActive()
    toast._timer.start()
    qtbot.waitUntil(toast.isHidden)


def test_an_empty_state_offers_steps(theme: Theme, page: QWidget, qtbot) -> None:
    steps = [
        StartCard("chooseQuestion", "discovery", "1. Discover", "Ask one question.", "Choose"),
        StartCard("addGoal", "plan", "2. Plan", "Two or three outcomes.", "Add a goal"),
    ]
    state = EmptyState(theme, "Get to know her", "Three steps.", steps, "Press A", page)
    kinds = [button.property("kind") for button in state.buttons.values()]
    assert kinds == ["filled", "outlined"]
    with qtbot.waitSignal(state.chosen) as chosen:
        state.buttons["addGoal"].click()
    assert chosen.args == ["addGoal"]


TEMPERATURES = [(-1, "−1"), (0, "0"), (1, "+1"), (None, "Not asked")]


@pytest.fixture
def temperature(page: QWidget, qtbot) -> Segmented:
    made = Segmented(TEMPERATURES, "What she said", page, name="temperatureSaid")
    page.show()
    page.activateWindow()
    return made


def test_one_of_the_segments_is_chosen(temperature: Segmented, qtbot) -> None:
    with qtbot.waitSignal(temperature.picked) as picked:
        temperature.button(0).click()
    assert picked.args == [0]
    assert temperature.value() == 0
    assert temperature.button(0).isChecked()
    with qtbot.assertNotEmitted(temperature.picked):
        temperature.button(0).click()
    assert temperature.button(0).isChecked()


def test_arrows_move_the_choice_and_delete_takes_it_away(temperature: Segmented, qtbot) -> None:
    temperature.set_value(0)
    temperature.button(0).setFocus()
    qtbot.waitUntil(temperature.button(0).hasFocus)
    qtbot.keyClick(temperature.button(0), Qt.Key.Key_Right)
    assert temperature.value() == 1
    assert temperature.button(1).hasFocus()
    qtbot.keyClick(temperature.button(1), Qt.Key.Key_Left)
    assert temperature.value() == 0
    qtbot.keyClick(temperature.button(0), Qt.Key.Key_Delete)
    assert temperature.value() is None
    assert temperature.button(None).isChecked()


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("right_to_left")
def test_segments_have_an_edge_around_them_from_right_to_left_too(
    put_on: Callable[[Theme], Theme], theme: Theme, page: QWidget
) -> None:
    put_on(theme)
    edge = theme.look.colour.line_strong
    for made in (Segmented(TEMPERATURES, "What she said", page), Weekdays("Days", page)):
        page.show()
        made.resize(made.sizeHint())
        image = made.grab().toImage()
        middle = image.height() // 2
        ends = (image.pixelColor(x, middle) for x in (0, image.width() - 1))
        assert [one.name() for one in ends] == [edge.name()] * 2
        corners = ((0, 0), (image.width() - 1, 0))
        assert all(image.pixelColor(*corner).name() != edge.name() for corner in corners)
        made.hide()


@pytest.mark.parametrize("place", ["en_GB", "he_IL", "ar_EG", "vi_VN", "de_DE", "pt_PT", "ja_JP"])
def test_no_two_days_of_the_week_are_called_the_same(place: str, page: QWidget) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(place))
    try:
        days = Weekdays("Days", page)
    finally:
        QLocale.setDefault(before)
    assert len({days.button(day).text() for day in range(7)}) == 7


def test_segments_are_one_stop_for_tab_and_named(temperature: Segmented) -> None:
    temperature.set_value(1)
    stops = [
        value
        for value, _ in TEMPERATURES
        if temperature.button(value).focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == [1]
    assert temperature.button(1).accessibleName() == "What she said: +1"


def test_a_screen_reader_hears_that_one_of_the_segments_is_chosen(temperature: Segmented) -> None:
    def heard() -> list[tuple[QAccessible.Role, bool]]:
        told = [QAccessible.queryAccessibleInterface(one) for one in temperature.parts()]
        return [(one.role(), bool(one.state().checked)) for one in told]

    radio = QAccessible.Role.RadioButton
    temperature.set_value(1)
    assert heard() == [(radio, False), (radio, False), (radio, True), (radio, False)]
    temperature.set_value("nothing of these")
    assert heard() == [(radio, False)] * 4


def test_setting_the_choice_tells_nobody(temperature: Segmented, qtbot) -> None:
    with qtbot.assertNotEmitted(temperature.picked):
        temperature.set_value(-1)


def test_a_drop_down_tells_what_the_user_picks(theme: Theme, page: QWidget, qtbot) -> None:
    box = DropDown(theme, [("a", "First"), ("b", "Second")], "State", page, name="itemState")
    with qtbot.assertNotEmitted(box.picked):
        box.set_value("b")
    assert box.value() == "b"
    page.show()
    with qtbot.waitSignal(box.picked) as picked:
        qtbot.keyClick(box, Qt.Key.Key_Up)
    assert picked.args == ["a"]
    box.grab()


def test_a_panel_closes_by_escape_and_button(theme: Theme, page: QWidget, qtbot) -> None:
    panel = SidePanel(theme, "Short-term goal", page, name="itemPanel")
    page.show()
    for close in (
        lambda: qtbot.keyClick(panel, Qt.Key.Key_Escape),
        panel.close_button.click,
    ):
        with qtbot.waitSignal(panel.closed):
            close()
    assert panel.accessibleName() == "Short-term goal"


@pytest.mark.parametrize("percent", [100, 150, 200, 300])
def test_in_large_type_fields_of_a_panel_that_scrolls_hold_whole_letters(
    put_on: Callable[[Theme], Theme], qapp: QApplication, qtbot, percent: int
) -> None:
    before = qapp.font()
    large = QFont(before)
    large.setPointSizeF(before.pointSizeF() * percent / 100)
    qapp.setFont(large)
    try:
        theme = put_on(Theme("light"))
        panel = SidePanel(theme, "Person")
        qtbot.addWidget(panel)
        choices = [(1, "One"), (2, "Two")]
        made = [FilledButton(theme, "Add"), DropDown(theme, choices, "Which"), TickBox(theme, "x")]
        fields = [QLineEdit(), TimeField("Time"), *made]
        for field in [*(QLineEdit() for _ in range(20)), *fields]:
            panel.body.addWidget(field)
        panel.resize(400, 300)
        panel.show()
        panel.settle()
        cut = [one for one in fields if one.height() < one.sizeHint().height()]
        assert not cut
    finally:
        qapp.setFont(before)


def test_a_sparkline_shows_its_values_and_words_where_there_are_too_few(theme: Theme) -> None:
    seen = set()
    for values in ([], [1.0], [1.0, None, 0.0, -1.0], [2.0, 2.0]):
        picture = QImage(128, 28, QImage.Format.Format_RGB32)
        picture.fill(theme.look.colour.surface)
        painter = QPainter(picture)
        lines = [Line(values), Line(values[::-1], "chart-1", dashed=True)]
        paint_sparkline(painter, theme.look, QRectF(picture.rect()), lines)
        painter.end()
        seen.add(bytes(picture.constBits()))
    assert len(seen) == 4


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("88", 88),
        ("1,234.5", 1234.5),
        ("\u22122", -2),
        ("95 %", 95),
        ("x", None),
        ("1e99", None),
        ("%50", 50),
        ("5%0", None),
        ("%", None),
        ("\u06f5\u06f0\u066a", 50),
        ("\u0661\u066b\u0665", 1.5),
        ("\u20133", -3),
        ("- 3", -3),
    ],
)
def test_numbers_are_read_as_they_are_written(typed: str, meant: float | None) -> None:
    assert read_number(typed) == meant


@pytest.mark.parametrize(
    ("locale", "typed", "meant"),
    [
        ("en_GB", "3.5", 3.5), ("en_GB", "3,5", None), ("en_GB", "1,234", 1234.0),
        ("de_DE", "3,5", 3.5), ("de_DE", "3.5", 3.5), ("de_DE", "1.234", 1234.0),
        ("de_DE", "1.234,5", 1234.5), ("fr_FR", "3,5", 3.5), ("fr_FR", "1 234,5", 1234.5),
    ],
)  # fmt: skip
def test_commas_mean_what_they_mean_in_the_users_locale(
    locale: str, typed: str, meant: float | None
) -> None:
    """A comma that cannot be meant is no number, never another one."""
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        assert read_number(typed) == meant
    finally:
        QLocale.setDefault(before)


def test_arrows_step_from_the_number_that_is_typed(page: QWidget, qtbot) -> None:
    field = NumberField("Now", page, name="now", least=0, most=100)
    page.show()
    field.set_number(40)
    field.selectAll()
    qtbot.keyClicks(field, "80")
    with qtbot.waitSignal(field.entered) as entered:
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert entered.args == [81]
    field.selectAll()
    qtbot.keyClicks(field, "many")
    with qtbot.waitSignal(field.refused):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert (field.text(), field.number()) == ("many", 81)


def test_arrows_step_from_the_time_that_is_typed(page: QWidget, qtbot) -> None:
    field = TimeField("At", page, name="at")
    page.show()
    field.set_time(time(9))
    field.selectAll()
    qtbot.keyClicks(field, "23:50")
    with qtbot.waitSignal(field.picked) as picked:
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert picked.args == [time(0, 5)]


def test_a_number_field_tells_refuses_and_empties(page: QWidget, qtbot) -> None:
    field = NumberField("Now", page, name="now", least=0, most=100)
    page.show()
    qtbot.keyClicks(field, "88.5")
    with qtbot.waitSignal(field.entered) as entered:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert entered.args == [88.5]
    field.selectAll()
    qtbot.keyClicks(field, "101")
    with qtbot.waitSignal(field.refused):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "101"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "88.5"
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.number() == 89.5
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(field.entered) as entered:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert entered.args == [None]

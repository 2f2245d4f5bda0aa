"""The strip of months: what it says, by eye, by key and by ear."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from careerdesk.domain.reviews.evidence import Month
from careerdesk.ui.reviews.writing.month_strip import MonthStrip, count_words, month_words
from careerdesk.ui.theme.theme import Theme

MONTHS = [
    Month(date(2026, 9, 1), 3, 1),
    Month(date(2026, 10, 1)),
    Month(date(2026, 11, 1), 6, 6),
    Month(date(2026, 12, 1), ahead=True),
]


@pytest.fixture
def strip(qtbot: QtBot) -> MonthStrip:
    made = MonthStrip(Theme("light").in_area("review"), "strip")
    qtbot.addWidget(made)
    made.resize(400, made.sizeHint().height())
    made.show_months(MONTHS)
    made.show()
    qtbot.waitExposed(made)
    return made


def picked(qtbot: QtBot, strip: MonthStrip, *keys: Qt.Key) -> date | None:
    found: list[date] = []
    strip.picked.connect(found.append)
    for key in keys:
        qtbot.keyClick(strip, key)
    strip.picked.disconnect()
    return found[-1] if found else None


def test_its_name_is_a_whole_sentence(strip: MonthStrip) -> None:
    assert strip.accessibleName() == (
        "Evidence by month, September to December 2026: 9 items, 7 cited; none in October 2026"
    )


def test_arrows_walk_the_months_and_say_each(qtbot: QtBot, strip: MonthStrip) -> None:
    assert strip.accessibleDescription() == "November 2026: 6 items, 6 cited"
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert strip.accessibleDescription() == "October 2026: no evidence"
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    assert strip.accessibleDescription() == "September 2026: 3 items, 1 cited"
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert strip.month == MONTHS[0]
    qtbot.keyClick(strip, Qt.Key.Key_End)
    assert strip.accessibleDescription() == "December 2026: not started yet"


def test_enter_picks_the_month_the_arrows_are_on(qtbot: QtBot, strip: MonthStrip) -> None:
    keys = (Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert picked(qtbot, strip, *keys) == date(2026, 9, 1)


def test_a_month_to_come_cannot_be_picked(qtbot: QtBot, strip: MonthStrip) -> None:
    assert picked(qtbot, strip, Qt.Key.Key_End, Qt.Key.Key_Return) is None


def test_reading_from_the_right_turns_bars_and_arrows(qtbot: QtBot, strip: MonthStrip) -> None:
    first = strip.bar(0).left()
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert strip.bar(0).left() > strip.bar(2).left()
    assert strip.bar(3).left() == pytest.approx(first)
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert strip.month == MONTHS[1]


def test_a_click_picks_a_month(qtbot: QtBot, strip: MonthStrip) -> None:
    with qtbot.waitSignal(strip.picked) as told:
        point = strip.bar(2).center().toPoint()
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(point.x(), point.y()))
    assert told.args == [date(2026, 11, 1)]


def test_bars_are_as_high_as_their_months_and_columns_equal(strip: MonthStrip) -> None:
    bars = [strip.bar(place) for place in range(4)]
    assert len({round(bar.width(), 3) for bar in bars}) == 1
    assert bars[0].height() < bars[2].height() == bars[1].height()  # an empty month is a whole box


def test_the_cited_part_is_darker_than_the_rest(strip: MonthStrip) -> None:
    shot: QImage = strip.grab().toImage()
    bar, x = strip.bar(0), round(strip.bar(0).center().x())
    cited = shot.pixelColor(x, round(bar.bottom() - 3))
    rest = shot.pixelColor(x, round(bar.top() + 3))
    assert cited.lightness() < rest.lightness()


def test_other_months_keep_the_place_of_the_keys_where_they_can(strip: MonthStrip) -> None:
    strip.show_months(MONTHS, date(2026, 9, 1))
    assert strip.month == MONTHS[2]
    strip.show_months([])
    assert strip.month is None
    assert strip.accessibleName() == "Evidence by month"


@pytest.mark.parametrize(
    ("count", "cited", "words"),
    [(1, 0, "1 item, none cited"), (5, 3, "5 items, 3 cited")],
)
def test_counts_in_words(count: int, cited: int, words: str) -> None:
    assert count_words(count, cited) == words
    assert month_words(Month(date(2026, 3, 1), count, cited)) == f"March 2026: {words}"

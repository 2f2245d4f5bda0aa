"""What a check-in is called in the history, where there is little room for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale, QRect, Qt

from careerdesk.domain.records import CheckInKind, CheckInState
from careerdesk.domain.views import CheckInLine
from careerdesk.ui.checkins.history import HistoryModel, discreet, title
from careerdesk.ui.checkins.timeline_row import (
    day_words,
    excerpt_lines,
    fitting_title,
    lay_out,
    month_height,
    row_height,
)
from careerdesk.ui.theme.theme import Theme

pytestmark = pytest.mark.usefixtures("qapp")

CHECK_IN = CheckInLine(
    id=1, person_id=1, starts_at=datetime(2026, 10, 7, tzinfo=UTC), kind=CheckInKind.CAREER,
    state=CheckInState.HELD, minutes=74, forward_minutes=50, opening="", has_private=True,
    said=None, sensed=None, promise_count=0,
)  # fmt: skip
WIDE = 900


def high(opening: str, width: int) -> tuple[int, int]:
    """The lines on which notes begin, and the height of their row."""
    look, check_in = Theme("light").look, replace(CHECK_IN, opening=opening)
    lines = excerpt_lines(check_in, width, look)
    return lines, row_height(check_in, look, lines)


def test_the_minutes_forward_give_way_whole() -> None:
    look = Theme("light").look
    whole = fitting_title(CHECK_IN, 1000, look)
    assert whole.endswith("50 min looking ahead")
    short = fitting_title(CHECK_IN, look.advance("strong", whole) - 1, look)
    assert short == "Career conversation · 74 min"


def test_a_row_is_as_high_as_the_lines_on_which_the_notes_begin() -> None:
    assert high("", WIDE) == (0, 34)
    assert high("Two call-outs in one week.", WIDE) == (1, 52)
    assert high("Two call-outs in one week. " * 6, WIDE) == (2, 70)
    assert high("Two call-outs in one week. " * 40, WIDE) == (2, 70)
    assert high("Two call-outs in one week.", 200) == (2, 70)
    assert high("# \n\n", WIDE) == (0, 34)


def test_words_that_need_one_line_are_laid_out_on_one() -> None:
    look = Theme("light").look
    widest = next(n for n in range(300, 0, -1) if high("n" * n, WIDE)[0] == 1)
    for count in range(widest - 3, widest + 4):
        check_in = replace(CHECK_IN, opening="n" * count)
        lines = excerpt_lines(check_in, WIDE, look)
        rect = QRect(0, 0, WIDE, row_height(check_in, look, lines))
        places = lay_out(check_in, rect, look, Qt.LayoutDirection.LeftToRight, lines, month=False)
        needed = len(look.wrapped("body", check_in.excerpt, places.excerpt.width(), 2)[0])
        assert needed <= lines and rect.contains(places.excerpt)


def test_a_month_weighs_less_than_its_check_ins() -> None:
    look = Theme("light").look
    assert month_height(look) < row_height(CHECK_IN, look, 0)
    assert look.metrics("label").height() < look.metrics("strong").height()


def test_a_lock_says_in_a_tooltip_and_aloud_that_something_is_private() -> None:
    model = HistoryModel(lambda _before, _most: [CHECK_IN], lambda _check_in: ("", 0))
    model.begin()
    index = model.index(0, 0)
    assert index.data(Qt.ItemDataRole.ToolTipRole).splitlines() == [
        "Career conversation · 74 min · 50 min looking ahead", "Private: never shared",
    ]  # fmt: skip
    assert "private" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    model.set_rows([discreet(CHECK_IN)])
    assert "rivate" not in index.data(Qt.ItemDataRole.ToolTipRole)


def test_of_a_long_history_a_page_is_a_quarter_and_never_less_than_a_hundred() -> None:
    asked: list[int] = []

    def load(before: tuple[str, int] | None, most: int) -> list[CheckInLine]:
        asked.append(most)
        first = before[1] + 1 if before else 1
        return [replace(CHECK_IN, id=first + place) for place in range(most)]

    model = HistoryModel(load, lambda check_in: ("", check_in.id))
    model.begin()
    while model.rowCount() < 1000:
        model.fetchMore()
    assert asked == [100, 100, 100, 100, 100, 125, 156, 195, 244]
    assert [check_in.id for check_in in model.rows] == list(range(1, model.rowCount() + 1))


@pytest.fixture
def locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("en_GB", "7 Oct"), ("en_US", "Oct 7"), ("de_DE", "7. Okt."), ("tr_TR", "7 Eki"),
        ("hu_HU", "okt. 7."), ("ja_JP", "10月7日"),
    ],
)  # fmt: skip
def test_the_day_is_said_without_that_of_the_week_wherever_that_stands(
    name: str, said: str
) -> None:
    QLocale.setDefault(QLocale(name))
    assert day_words(CHECK_IN) == said


def test_minutes_are_written_as_any_number() -> None:
    long = replace(CHECK_IN, minutes=1440, forward_minutes=1050)
    assert title(long) == "Career conversation · 1,440 min · 1,050 min looking ahead"

"""Days as people type them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt

from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.date_words import day_words, read_day, read_past_day

TODAY = date(2026, 11, 17)  # a Tuesday


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 18)),
        ("yesterday", date(2026, 11, 16)),
        ("fri", date(2026, 11, 20)),
        ("next Friday", date(2026, 11, 20)),
        ("tue", date(2026, 11, 24)),
        ("+2w", date(2026, 12, 1)),
        ("+10", date(2026, 11, 27)),
        ("in 3 months", date(2027, 2, 17)),
        ("2026-11-24", date(2026, 11, 24)),
        ("24 Nov", date(2026, 11, 24)),
        ("nov 24", date(2026, 11, 24)),
        ("24/11", date(2026, 11, 24)),
        ("24.11.", date(2026, 11, 24)),
        ("24.11.26", date(2026, 11, 24)),
        ("24 November 2027", date(2027, 11, 24)),
        ("November 24, 2027", date(2027, 11, 24)),
        ("24. November 2027", date(2027, 11, 24)),
        ("3 January", date(2027, 1, 3)),
        ("1 October", date(2026, 10, 1)),
        ("24th Nov", date(2026, 11, 24)),
        ("November 24th, 2027", date(2027, 11, 24)),
        ("24 Nov. 2027", date(2027, 11, 24)),
        ("3 Sept", date(2026, 9, 3)),
        ("2027/3/1", date(2027, 3, 1)),
        ("2027.03.01", date(2027, 3, 1)),
        ("2027-3-1", date(2027, 3, 1)),
        ("1/3/1965", date(1965, 3, 1)),
        ("1965-03-01", date(1965, 3, 1)),
        ("1/3/65", date(2065, 3, 1)),
        ("Fri 4 Dec", date(2026, 12, 4)),
        ("Friday, December 4th", date(2026, 12, 4)),
        ("wed 24 nov 2027", date(2027, 11, 24)),
        ("last fri", date(2026, 11, 13)),
        ("٢٤/١١/٢٠٢٧", date(2027, 11, 24)),
    ],
)
def test_a_day_is_understood(typed: str, meant: date) -> None:
    assert read_day(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fri", date(2026, 11, 13)),
        ("tue", TODAY),
        ("last fri", date(2026, 11, 13)),
        ("last Tuesday", date(2026, 11, 10)),
        ("Fri 13 Nov", date(2026, 11, 13)),
        ("Wed 24 Dec", date(2025, 12, 24)),
        ("10 nov", date(2026, 11, 10)),
        ("24 dec", date(2025, 12, 24)),
        ("1 march", date(2026, 3, 1)),
        ("24 december 2026", date(2026, 12, 24)),
        ("tomorrow", date(2026, 11, 18)),
        ("someday", None),
    ],
)
def test_a_day_that_is_over_is_the_last_such_one(typed: str, meant: date | None) -> None:
    assert read_past_day(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "x", "5", "32 nov", "31.2.", "29 feb", "+9999y", "13/13/13", "mon 4 dec", "last", "fri 4"],
)
def test_what_is_no_day_is_none(typed: str) -> None:
    assert read_day(typed, TODAY) is None


def test_a_year_is_one_of_the_calendar_also_over_a_leap_day() -> None:
    assert read_day("+2y", TODAY) == date(2028, 11, 17)
    assert read_day("in 1 year", date(2028, 2, 29)) == date(2029, 2, 28)


def test_a_leap_day_is_the_nearest_one() -> None:
    assert read_day("29 Feb", date(2027, 11, 17)) == date(2028, 2, 29)
    assert read_past_day("29 Feb", TODAY) == date(2024, 2, 29)
    assert read_past_day("31.2.", TODAY) is None


def test_the_year_in_front_leaves_the_order_of_the_others() -> None:
    assert read_day("3/4", date(2026, 1, 1), QLocale("sv_SE")) == date(2026, 4, 3)
    assert read_day("3/4", date(2026, 1, 1), QLocale("ja_JP")) == date(2026, 3, 4)


def test_the_order_of_numbers_is_the_locales() -> None:
    assert read_day("3/4", date(2026, 1, 1), QLocale("en_GB")) == date(2026, 4, 3)
    assert read_day("3/4", date(2026, 1, 1), QLocale("en_US")) == date(2026, 3, 4)
    assert read_day("Fr", TODAY, QLocale("de_DE")) == date(2026, 11, 20)


@given(st.dates(date(1980, 1, 1), date(2069, 12, 31)))
def test_what_is_shown_can_be_typed_back(day: date) -> None:
    if abs((day - TODAY).days) < 60 or day.year != TODAY.year:
        assert read_day(day_words(day, TODAY), TODAY) == day
    assert read_day(day.isoformat(), TODAY) == day


@given(st.text(max_size=40))
def test_anything_may_be_typed(text: str) -> None:
    found = read_day(text, TODAY)
    assert found is None or isinstance(found, date)


@pytest.fixture
def field(qtbot) -> DateField:
    made = DateField(lambda: TODAY, "Due", name="itemDue")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_day_is_picked_with_enter(field: DateField, qtbot) -> None:
    qtbot.keyClicks(field, "+2w")
    with qtbot.waitSignal(field.picked) as picked:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert picked.args == [date(2026, 12, 1)]
    assert field.text() == "1 December"
    assert field.day() == date(2026, 12, 1)


def test_what_is_no_day_stays_and_is_marked(field: DateField, qtbot) -> None:
    field.set_day(date(2026, 12, 1))
    field.selectAll()
    qtbot.keyClicks(field, "soon")
    with qtbot.waitSignal(field.refused) as refused, qtbot.assertNotEmitted(field.picked):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "soon" in refused.args[0]
    assert field.text() == "soon"
    assert field.property("refused") == "true"
    assert field.accessibleDescription() == refused.args[0]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "1 December"
    assert field.property("refused") == ""


def test_an_emptied_field_means_no_day(field: DateField, qtbot) -> None:
    field.set_day(TODAY)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(field.picked) as picked:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert picked.args == [None]


def test_arrows_step_by_days(field: DateField, qtbot) -> None:
    field.set_day(TODAY)
    with qtbot.waitSignal(field.picked) as picked:
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert picked.args == [TODAY + timedelta(1)]
    qtbot.keyClick(field, Qt.Key.Key_PageDown)
    assert field.day() == TODAY - timedelta(6)


def test_arrows_step_from_what_is_typed(field: DateField, qtbot) -> None:
    field.set_day(TODAY)
    field.selectAll()
    qtbot.keyClicks(field, "1 dec")
    with qtbot.waitSignal(field.picked) as picked:
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert picked.args == [date(2026, 12, 2)]


def test_arrows_leave_what_is_no_day(field: DateField, qtbot) -> None:
    field.set_day(TODAY)
    field.selectAll()
    qtbot.keyClicks(field, "soon")
    with qtbot.waitSignal(field.refused), qtbot.assertNotEmitted(field.picked):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "soon"


def test_setting_and_leaving_tells_nobody(field: DateField, qtbot) -> None:
    with qtbot.assertNotEmitted(field.picked):
        field.set_day(TODAY)
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_year_nobody_can_mean_stays_and_is_told(field: DateField, qtbot) -> None:
    field.set_day(date(2026, 12, 1))
    field.selectAll()
    qtbot.keyClicks(field, "24 November 2206")
    with qtbot.waitSignal(field.refused) as refused, qtbot.assertNotEmitted(field.picked):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert refused.args[0] == "24 November 2206 is more than 50 years away. Check the year."
    assert field.day() == date(2026, 12, 1)

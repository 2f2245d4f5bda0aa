"""Dates, numbers and words as a reader of British English sees them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from careerdesk import i18n
from careerdesk.domain import records
from careerdesk.domain.records import ItemState
from careerdesk.ui.base import names, texts
from careerdesk.ui.base.texts import Dates, number, percent, signed, state_word
from tests.catalogues import FRENCH, plural, write_catalogue

TODAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    ("ahead", "shown"),
    [
        (0, "Today"),
        (1, "Tomorrow"),
        (-1, "Yesterday"),
        (2, "Thu"),
        (6, "Mon"),
        (7, "24 Nov"),
        (-14, "3 Nov"),
        (48, "4 Jan"),
        (-298, "23 Jan"),
        (274, "18 Aug"),
        (298, "Sept 2027"),
        (480, "Mar 2028"),
    ],
)
def test_a_day_is_as_short_as_it_can_be_clear(ahead: int, shown: str) -> None:
    assert Dates.short_day(TODAY + timedelta(ahead), TODAY) == shown


def test_a_check_in_shows_its_time_only_when_it_is_near() -> None:
    soon = datetime(2026, 11, 18, 9, 30).astimezone()
    assert Dates.short_moment(soon, TODAY) == "Tomorrow 09:30"
    assert Dates.short_moment(soon + timedelta(30), TODAY) == "18 Dec"


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        (0, "today"),
        (1, "yesterday"),
        (14, "14 days ago"),
        (274, "9 months ago"),
        (900, "2 years ago"),
    ],
)
def test_how_long_ago(days: int, shown: str) -> None:
    assert Dates.ago(TODAY - timedelta(days), TODAY) == shown


def test_today_is_never_yesterday_in_a_language_with_other_plurals(tmp_path: Path) -> None:
    write_catalogue(
        tmp_path, "fr", FRENCH,
        {"today": "aujourd'hui", "yesterday": "hier", plural("yesterday", "today"): ("hier", "?")},
    )  # fmt: skip
    i18n.speak("fr", str(tmp_path))
    try:
        assert Dates.ago(TODAY, TODAY) == "aujourd'hui"
        assert Dates.ago(TODAY - timedelta(1), TODAY) == "hier"
    finally:
        i18n.speak("en")


def test_long_forms() -> None:
    assert Dates.long_day(TODAY) == "17 November 2026"
    assert Dates.week_day(TODAY) == "Tue 17 Nov"
    assert Dates.period(date(2026, 7, 1), date(2026, 12, 31)) == "July to December 2026"
    assert Dates.period(date(2026, 11, 3), date(2026, 11, 13)) == "November 2026"
    assert Dates.period(date(2026, 7, 1), date(2027, 6, 30)) == "July 2026 to June 2027"
    assert (Dates.days(1), Dates.days(34)) == ("1 day", "34 days")
    assert (Dates.minutes(1), Dates.minutes(45)) == ("1 minute", "45 minutes")


@pytest.fixture
def american():
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(QLocale("en_GB"))


@pytest.mark.usefixtures("american")
def test_the_locale_decides_the_order() -> None:
    assert Dates.short_day(TODAY + timedelta(7), TODAY) == "Nov 24"
    assert Dates.long_day(TODAY) == "November 17, 2026"


def test_numbers_have_a_real_minus_and_a_thin_space() -> None:
    assert number(-0.5) == "\u22120.5"
    assert number(1200) == "1,200"
    assert number(-0.001) == "0"
    assert percent(0.62) == f"62{texts.THIN_SPACE}%"
    assert [signed(value) for value in (-2, 0, 2)] == ["\u22122", "0", "+2"]


def test_every_state_has_its_word() -> None:
    words = {
        texts.state_word: records.ItemState,
        texts.horizon_word: records.Horizon,
        texts.plan_state_word: records.PlanState,
        texts.lens_word: records.Lens,
        texts.kind_word: records.CheckInKind,
        texts.measure_word: records.Measure,
        texts.status_word: records.PersonStatus,
    }
    for word, values in words.items():
        assert len({word(value) for value in values}) == len(values)
    assert state_word(ItemState.AT_RISK) == "At risk"


def test_no_two_handles_are_the_same() -> None:
    handles = [value for key, value in vars(names).items() if key.isupper()]
    assert len(handles) == len(set(handles))

"""The working days and days off of the preferences."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from careerdesk.ui.base import work_week
from careerdesk.ui.base.work_week import Span, my_week

FRIDAY = date(2026, 12, 18)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return _opened(tmp_path)


def _opened(folder: Path) -> QSettings:
    return QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)


def test_nothing_chosen_is_monday_to_friday_without_days_off(settings: QSettings) -> None:
    week = my_week(settings)
    assert [week.is_free(date(2026, 12, day)) for day in range(14, 21)] == [False] * 5 + [True] * 2


def test_days_and_spans_are_kept_for_the_next_start(settings: QSettings, tmp_path: Path) -> None:
    work_week.keep_working_days(settings, 0b0001111)
    holidays = Span(date(2026, 12, 24), date(2026, 12, 31))
    work_week.keep_days_off(settings, [holidays, Span(date(2026, 12, 7), date(2026, 12, 7))])
    settings.sync()

    week = my_week(_opened(tmp_path))

    assert week.is_free(FRIDAY)
    assert week.is_free(date(2026, 12, 7)) and not week.is_free(date(2026, 12, 8))
    assert week.before(date(2026, 12, 24)) == date(2026, 12, 23)
    assert week.after(date(2026, 12, 24)) == date(2027, 1, 4)


@pytest.mark.parametrize("words", ["", "none", "0", "128", "-1"])
def test_working_days_nobody_can_read_are_monday_to_friday(settings: QSettings, words: str) -> None:
    settings.setValue(work_week.DAYS, words)
    assert my_week(settings).is_free(date(2026, 12, 19)) and not my_week(settings).is_free(FRIDAY)


def test_days_off_nobody_can_read_are_left_out_and_the_others_hold(settings: QSettings) -> None:
    lines = "soon 2026-13-01 2026-12-18 2026-12-22/2026-12-21 0001-01-01/9999-12-31"
    settings.setValue(work_week.OFF, lines)
    assert work_week.days_off(settings) == [Span(FRIDAY, FRIDAY)]

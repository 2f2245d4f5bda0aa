"""The charts of a person's check-ins, and the same as tables."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.domain.charts import CheckInFact, MonthShare
from careerdesk.domain.records import LookedAhead
from careerdesk.services import checkins, planning
from careerdesk.ui.base import names
from careerdesk.ui.checkins.charts import BalanceChart, Chart, TemperatureChart
from careerdesk.ui.checkins.check_in_charts import (
    AS_TABLE,
    BALANCE_CHART,
    BALANCE_TABLE,
    CHARTS,
    TEMPERATURE_CHART,
    TEMPERATURE_TABLE,
    CheckInCharts,
)
from careerdesk.ui.checkins.history_search import CHARTS_CHIP
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.table import Table
from tests.builders import NOW
from tests.robots.window import PeopleRobot


def held(
    team: PeopleRobot, days_ago: int, ahead: LookedAhead | None = None, **fields: int | None
) -> None:
    """A check-in with Ana that is over, and whether it looked ahead."""
    ana = team.person("Ana Ruiz").id
    begin = NOW - timedelta(days=days_ago)
    check_in = checkins.start(team.store, ana, begin)
    checkins.write(team.store, check_in.id, **fields)
    checkins.finish(team.store, check_in.id, begin + timedelta(minutes=30), looked_ahead=ahead)


def show(team: PeopleRobot) -> None:
    team.choose("Ana Ruiz")
    team.act(names.GO_CHECK_INS)
    team.click(CHARTS_CHIP)


def rows(team: PeopleRobot, name: str) -> list[list[str]]:
    table = team.find(QTableWidget, name)
    found = []
    for row in range(table.rowCount()):
        items = [table.item(row, column) for column in range(table.columnCount())]
        found.append([item.text() if item else "" for item in items])
    return found


def test_the_charts_say_in_a_sentence_what_they_show(team: PeopleRobot) -> None:
    held(team, 40, LookedAhead.LITTLE, said=1, sensed=-1)
    held(team, 20, LookedAhead.NO, said=None, sensed=0)
    held(team, 5, said=-1, sensed=-1)
    show(team)
    felt = team.find(QWidget, TEMPERATURE_CHART).accessibleName()
    assert felt == "Private: temperature, 3 check-ins, said: from +1 to −1, widest gap: 2"
    forward = team.find(QWidget, BALANCE_CHART).accessibleName()
    assert forward == "Forward-looking check-ins: 1 of 3 in the last twelve months"


def test_minutes_counted_forward_before_say_that_a_check_in_looked_ahead(
    team: PeopleRobot,
) -> None:
    held(team, 20, minutes=30, forward_minutes=15)
    show(team)
    forward = team.find(QWidget, BALANCE_CHART).accessibleName()
    assert forward == "Forward-looking check-ins: 1 of 1 in the last twelve months"


def test_the_tables_have_the_same_newest_first(team: PeopleRobot) -> None:
    held(team, 40, said=1, sensed=-1)
    held(team, 5, LookedAhead.MOSTLY, said=None, sensed=0)
    show(team)
    team.click(AS_TABLE)
    assert not team.find(QWidget, TEMPERATURE_CHART).isVisible()
    felt = rows(team, TEMPERATURE_TABLE)
    assert [row[1:] for row in felt] == [["–", "0", "–"], ["+1", "−1", "−2"]]
    shares = rows(team, BALANCE_TABLE)
    assert len(shares) == 12
    assert shares[0] == ["November 2026", "1", "1", "100\u202f%"]


def test_a_check_in_that_is_changed_is_drawn_again(team: PeopleRobot) -> None:
    held(team, 5, said=1, sensed=1, minutes=30)
    show(team)
    check_in = checkins.history(team.store, team.person("Ana Ruiz").id)[0]
    checkins.write(team.store, check_in.id, said=-2)
    felt = team.find(QWidget, TEMPERATURE_CHART).accessibleName()
    assert "said: from −2 to −2" in felt


def test_sharing_the_screen_hides_the_temperature_and_leaves_the_balance(
    team: PeopleRobot,
) -> None:
    held(team, 5, said=1, sensed=-1)
    show(team)
    team.act(names.SHARE_SAFE_MODE)
    assert not team.find(QWidget, TEMPERATURE_CHART).isVisible()
    assert team.find(QWidget, BALANCE_CHART).isVisible()


@pytest.mark.usefixtures("large_type")
def test_in_large_type_the_charts_scroll_and_are_not_pressed_flat(team: PeopleRobot) -> None:
    held(team, 40, said=1, sensed=-1)
    held(team, 20, said=0, sensed=0)
    now = team.window.ctx.clock.now()
    for days in (5, 9):
        planning.plan(team.store, team.person("Ana Ruiz").id, now + timedelta(days=days), now)
    team.window.resize(1024, 700)
    show(team)
    found = team.find(CheckInCharts, CHARTS)
    for as_table in (False, True, False):
        found.as_table.setChecked(as_table)
        QApplication.processEvents()
        shown = found.findChildren(Table if as_table else Chart)
        assert all(one.height() >= one.sizeHint().height() for one in shown if one.isVisible())
    assert found.visibleRegion().boundingRect().height() > 3 * found.as_table.height()


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.whole
def test_a_check_in_and_the_bar_of_its_month_stand_at_the_same_side(
    qtbot: QtBot, *, mirrored: bool
) -> None:
    theme, months = Theme("light"), [date(2025, 12, 1), *(date(2026, n, 1) for n in range(1, 12))]
    felt, share = TemperatureChart(theme, "felt"), BalanceChart(theme, "share")
    felt.show_check_ins([CheckInFact(date(2026, 11, 15), said=1)], months, "")
    shares = [MonthShare(month, 0, 0) for month in months[:-1]]
    share.show_shares([*shares, MonthShare(months[-1], 60, 60)], "")
    for chart in (felt, share):
        qtbot.addWidget(chart)
        if mirrored:
            chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chart.resize(400, 150)
    centres = [centre_of(felt, theme, "chart-2"), centre_of(share, theme, "chart-1")]
    assert centres[0] == pytest.approx(centres[1], abs=12)
    assert (centres[0] < 200) is mirrored


def centre_of(chart: Chart, theme: Theme, token: str) -> float:
    """Where on a chart a colour stands, from its left edge."""
    image, colour = chart.grab().toImage(), theme.look.colour.named(token)
    every = range(image.width())
    found = [x for x in every for y in range(image.height()) if image.pixelColor(x, y) == colour]
    return sum(found) / len(found) / image.devicePixelRatio()

"""Check-ins found again by words, by month, by what they were."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView

from careerdesk.domain.feedback import FeedbackWay
from careerdesk.domain.records import CheckInKind, CheckInState
from careerdesk.domain.views import CheckInLine
from careerdesk.services import checkins, feedback
from careerdesk.ui.base import names
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from tests.builders import TODAY
from tests.robots.seen import said
from tests.robots.window import PeopleRobot

SEARCH = "historySearch"
NOTHING = "No check-ins match."


def hold(team: PeopleRobot, month: int, notes: str, **fields: object) -> int:
    """A check-in with Ana in a month of 2026."""
    ana = team.person("Ana Ruiz").id
    at = datetime(2026, month, 10, 9, tzinfo=UTC)
    kind = fields.pop("kind", CheckInKind.ONE_ON_ONE)
    check_in = checkins.start(team.store, ana, at, kind)  # type: ignore[arg-type]  # a kind it is
    checkins.write(team.store, check_in.id, shared_notes=notes, **fields)
    checkins.finish(team.store, check_in.id, at)
    return check_in.id


@pytest.fixture
def year(team: PeopleRobot) -> PeopleRobot:
    """Ana's talks of a year, and the place where they are searched."""
    ana = team.person("Ana Ruiz").id
    march = hold(team, 3, "The rota for spring", private_notes="she looked tired")
    checkins.add_promise(team.store, ana, "Send the numbers", made_in=march)
    june = hold(team, 6, "The café project", said=-1, kind=CheckInKind.CAREER)
    feedback.add(team.store, ana, TODAY, behaviour="Led the rehearsal", made_in=june)
    hold(team, 9, "Nothing much")
    away = hold(team, 10, "")
    checkins.cancel(team.store, away, CheckInState.SKIPPED)
    team.choose("Ana Ruiz")
    team.act(names.GO_CHECK_INS)
    team.act(names.FIND_IN_PAGE)
    return team


def rows(team: PeopleRobot) -> list[CheckInLine]:
    model = team.find(QListView, names.CHECK_IN_HISTORY).model()
    return [model.index(row, 0).data(RECORD_ROLE) for row in range(model.rowCount())]


def months(team: PeopleRobot) -> list[int]:
    return [row.starts_at.month for row in rows(team)]


def test_all_check_ins_are_there_until_something_is_typed(year: PeopleRobot) -> None:
    assert months(year) == [10, 9, 6, 3]
    assert QApplication.focusWidget().objectName() == SEARCH


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("march", [3]),
        ("2026-06", [6]),
        ("2025", []),
        ("rota", [3]),
        ("CAFE", [6]),
        ("rehearsal", [6]),
        ("numbers", [3]),
        ("tired", [3]),
        ("rota march", [3]),
        ("rota june", []),
    ],
)
def test_words_and_months_find_check_ins(
    year: PeopleRobot, typed: str, expected: list[int]
) -> None:
    year.type(year.find(QLineEdit, SEARCH), typed)
    assert months(year) == expected


def test_what_was_promised_stands_in_the_row(year: PeopleRobot) -> None:
    year.type(year.find(QLineEdit, SEARCH), "march")
    assert rows(year)[0].excerpt == "Promised: Send the numbers"


def test_enter_opens_what_was_found_and_esc_shows_all_again(year: PeopleRobot) -> None:
    year.type(year.find(QLineEdit, SEARCH), "march")
    year.press_in_focus(Qt.Key.Key_Return)
    page = year.window.person_page.page
    assert page is not None
    assert page.history.view.isVisible()  # type: ignore[attr-defined]  # Check-ins is shown
    year.act(names.FIND_IN_PAGE)
    year.press_in_focus(Qt.Key.Key_Escape)
    assert months(year) == [10, 9, 6, 3]
    assert year.find(QListView, names.CHECK_IN_HISTORY).hasFocus()


@pytest.mark.parametrize(
    ("chip", "expected"), [("Career", [6]), ("Feedback", [6]), ("Low", [6]), ("Away", [10])]
)
def test_chips_filter(year: PeopleRobot, chip: str, expected: list[int]) -> None:
    year.click(SEARCH + chip)
    assert months(year) == expected
    year.click(SEARCH + chip)
    assert len(months(year)) == 4


def test_nothing_found_says_so(year: PeopleRobot) -> None:
    year.type(year.find(QLineEdit, SEARCH), "zebra")
    page = year.window.person_page.page
    assert page is not None
    search = page.history.search  # type: ignore[attr-defined]  # Check-ins is shown
    assert search.nothing.isVisible()
    year.type(search.edit, "rota")
    assert not search.nothing.isVisible()


def test_it_is_said_that_nothing_is_found_as_long_as_that_is_so(year: PeopleRobot) -> None:
    year.type(year.find(QLineEdit, SEARCH), "rota")
    view = year.find(QListView, names.CHECK_IN_HISTORY)
    year.go_to(view, 0)
    year.press(view, Qt.Key.Key_Delete)
    assert months(year) == [] and NOTHING in said(year.window)
    year.act(names.UNDO)
    assert months(year) == [3] and NOTHING not in said(year.window)


def test_private_words_are_not_found_while_the_screen_is_shared(year: PeopleRobot) -> None:
    year.click(names.SHARE_SAFE)
    year.type(year.find(QLineEdit, SEARCH), "tired")
    assert rows(year) == []
    year.type(year.find(QLineEdit, SEARCH), "rota")
    assert months(year) == [3]


def test_what_others_said_is_not_found_while_the_screen_is_shared(year: PeopleRobot) -> None:
    ana = year.person("Ana Ruiz").id
    september = rows(year)[1].id
    feedback.add(
        year.store, ana, TODAY, behaviour="Was missed at noon", way=FeedbackWay.RECEIVED,
        made_in=september,
    )  # fmt: skip
    year.click("historySearchFeedback")
    assert months(year) == [9, 6]
    year.type(year.find(QLineEdit, SEARCH), "missed")
    assert months(year) == [9]
    year.click(names.SHARE_SAFE)
    assert months(year) == []
    year.find(QLineEdit, SEARCH).clear()
    assert months(year) == [6]


def test_another_person_begins_without_a_search(year: PeopleRobot) -> None:
    year.type(year.find(QLineEdit, SEARCH), "rota")
    year.choose("Ben Okri")
    year.choose("Ana Ruiz")
    assert len(months(year)) == 4

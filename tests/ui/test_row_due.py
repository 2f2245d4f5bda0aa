"""Rows of promises: the field over a day goes with its row, the keyboard on to the next one."""

from __future__ import annotations

from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from careerdesk.domain.brief_lines import LineKind, Part
from careerdesk.services import checkins
from careerdesk.ui.agenda.promises import PromiseList
from careerdesk.ui.base import names
from tests.robots.brief import BriefRobot
from tests.robots.window import PeopleRobot


def due(team: PeopleRobot) -> QLineEdit | None:
    QApplication.processEvents()
    fields = team.window.findChildren(QLineEdit, "promiseRowDue")
    return next((one for one in fields if one.isVisible()), None)


def running(team: PeopleRobot, *texts: str) -> list[int]:
    ana = team.person("Ana Ruiz").id
    check_in = checkins.start(team.store, ana, team.clock.now())
    made = [checkins.add_promise(team.store, ana, text, made_in=check_in.id) for text in texts]
    team.choose("Ana Ruiz")
    team.act(names.GO_CHECK_INS)
    return [one.id for one in made]


def test_it_moves_with_its_row(team: PeopleRobot) -> None:
    first, _ = running(team, "Send notes", "Book room")
    view = team.find(PromiseList, names.PROMISE_LIST)
    team.go_to(view, 1)
    team.press(view, Qt.Key.Key_D)
    field = due(team)
    assert field is not None
    checkins.remove_promises(team.store, [first])
    assert due(team) is field
    row = view.visualRect(view.model().index(0, 0))
    assert abs(field.geometry().center().y() - row.center().y()) < row.height() / 2


def test_it_goes_with_its_row(team: PeopleRobot) -> None:
    running(team, "Send notes", "Book room")
    view = team.find(PromiseList, names.PROMISE_LIST)
    team.go_to(view, 1)
    team.press(view, Qt.Key.Key_D)
    assert due(team) is not None
    team.act(names.UNDO)
    assert due(team) is None
    assert view.hasFocus()


def test_in_a_brief_it_moves_with_its_row(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    first, last = (checkins.add_promise(team.store, ana, one) for one in ("Send notes", "Book it"))
    team.choose("Ana Ruiz")
    team.act(names.GO_PREPARE)
    brief = BriefRobot(team)
    row = next(one for one in brief.rows(Part.PROMISES, LineKind.PROMISE) if one.key == last.id)
    view, index = brief.at(row)
    brief.go_to(row)
    place = QPersistentModelIndex(index)
    team.press(view, Qt.Key.Key_D)
    field = due(team)
    assert field is not None
    checkins.remove_promises(team.store, [first.id])
    assert due(team) is field
    assert view.visualRect(place).contains(field.geometry().center())
    checkins.remove_promises(team.store, [last.id])
    assert due(team) is None


def test_after_a_deletion_the_keyboard_is_on_the_row_below(team: PeopleRobot) -> None:
    running(team, "Send notes", "Book room", "Call Ben", "Write to Chi")
    view = team.find(PromiseList, names.PROMISE_LIST)
    team.go_to(view, 1)
    team.press(view, Qt.Key.Key_Delete)
    assert [index.data() for index in view.selectedIndexes()] == ["Call Ben"]
    team.press(view, Qt.Key.Key_Delete)
    assert [index.data() for index in view.selectedIndexes()] == ["Write to Chi"]
    team.press(view, Qt.Key.Key_Delete)
    assert [index.data() for index in view.selectedIndexes()] == ["Send notes"]
    team.act(names.UNDO)
    assert [index.data() for index in view.selectedIndexes()] == ["Write to Chi"]

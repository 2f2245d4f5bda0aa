"""Aspirations on the page: added by a line, edited in place, with what they were before."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListView

from careerdesk.domain.loop import AspirationState
from careerdesk.services import aspirations
from careerdesk.ui.base import names
from careerdesk.ui.discovery.aspirations import MOST_LINES
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.labels import Caption
from careerdesk.ui.widgets.link_row import title_lines
from careerdesk.ui.widgets.links import LinkRow
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from tests.robots.window import PeopleRobot


def rows(team: PeopleRobot) -> list[LinkRow]:
    model = team.find(QListView, names.ASPIRATION_LIST).model()
    return [model.index(row, 0).data(RECORD_ROLE) for row in range(model.rowCount())]


def discovery_of(team: PeopleRobot, name: str) -> int:
    team.choose(name)
    team.act(names.GO_DISCOVERY)
    return team.person(name).id


def test_a_line_and_enter_add_one(team: PeopleRobot) -> None:
    ana = discovery_of(team, "Ana Ruiz")
    edit = team.find(QLineEdit, names.ASPIRATION_EDIT)
    team.type(edit, "Teach what I know")
    team.press(edit, Qt.Key.Key_Return)
    assert [wish.now.statement for wish in aspirations.of(team.store, ana)] == ["Teach what I know"]
    assert rows(team)[0].caption == "1 year, exploring, since November 2026"


def test_a_change_shows_what_it_was_before(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    aspirations.add(team.store, ana, ["Lead"], date(2026, 3, 1))
    discovery_of(team, "Ana Ruiz")
    view = team.find(QListView, names.ASPIRATION_LIST)
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    team.press(view, Qt.Key.Key_Return)
    state = team.find(QComboBox, "aspirationState")
    state.setCurrentIndex(list(AspirationState).index(AspirationState.COMMITTED))
    field = QApplication.focusWidget()
    team.press(field, Qt.Key.Key_End)
    team.qtbot.keyClicks(field, " a team")
    team.press(field, Qt.Key.Key_Return)
    wish = aspirations.of(team.store, ana)[0]
    assert (wish.now.statement, wish.now.state) == ("Lead a team", AspirationState.COMMITTED)
    team.press(view, Qt.Key.Key_Return)
    captions = [label.text() for label in team.window.findChildren(Caption) if label.isVisible()]
    assert "Until November 2026: Lead (1 year, exploring)" in captions
    team.act(names.UNDO)
    assert aspirations.of(team.store, ana)[0].now.statement == "Lead"


def test_delete_deletes_and_undo_brings_it_back(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    aspirations.add(team.store, ana, ["Lead"], date(2026, 3, 1))
    discovery_of(team, "Ana Ruiz")
    view = team.find(QListView, names.ASPIRATION_LIST)
    view.setCurrentIndex(view.model().index(0, 0))
    team.press(view, Qt.Key.Key_Delete)
    assert rows(team) == []
    team.act(names.UNDO)
    assert [row.title for row in rows(team)] == ["Lead"]


def test_a_form_in_which_is_typed_stays_where_another_one_is_deleted(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    aspirations.add(team.store, ana, ["Lead", "Teach"], date(2026, 3, 1))
    discovery_of(team, "Ana Ruiz")
    view = team.find(QListView, names.ASPIRATION_LIST)
    team.go_to(view, 0)
    team.press(view, Qt.Key.Key_Return)
    form = team.find(GrowingText, "aspirationStatement")
    team.qtbot.keyClicks(form, " a team")
    team.go_to(view, 1)
    team.press(view, Qt.Key.Key_Delete)
    assert [row.title for row in rows(team)] == ["Lead"]
    assert form.isVisible() and "a team" in form.text()
    team.go_to(view, 0)
    team.press(view, Qt.Key.Key_Delete)
    assert not form.isVisible() and rows(team) == []


def test_all_that_was_said_can_be_read_in_the_list(team: PeopleRobot) -> None:
    long = "The one who is asked before a system is bought, and who may say no to it in the end"
    aspirations.add(team.store, team.person("Ana Ruiz").id, ["Teach", long], date(2026, 3, 1))
    discovery_of(team, "Ana Ruiz")
    view = team.find(QListView, names.ASPIRATION_LIST)
    model, look = view.model(), team.window.ctx.theme.look
    short, tall = (view.visualRect(model.index(row, 0)).height() for row in range(2))
    assert short < tall
    assert view.height() >= short + tall
    lines = title_lines(rows(team)[1], view.viewport().width(), look, MOST_LINES)
    assert " ".join(lines) == long

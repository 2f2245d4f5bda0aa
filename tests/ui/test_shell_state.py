"""Where one was comes back at the next start; settings that make no sense are passed over."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import SHORTCUTS
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.drop_down import DropDown
from tests.robots.window import PeopleRobot

GEOMETRY, SPLITTER, PERSON, TAB = "window/geometry", "window/splitter", "place/person", "place/tab"


def test_person_tab_and_splitter_come_back(team: PeopleRobot) -> None:
    team.choose("Ben Okri")
    team.act(names.GO_PLAN)
    team.window.splitter.setSizes([300, 900])
    width = team.window.rail.width()
    assert width > 250
    team.restart()
    assert team.shown == team.selected() == "Ben Okri"
    assert team.window.person_page.tab == "plan"
    assert team.window.rail.width() == width


def test_the_place_is_remembered_before_the_window_closes(team: PeopleRobot) -> None:
    team.choose("Ben Okri")
    team.act(names.GO_PLAN)
    ben = str(team.person("Ben Okri").id)
    team.wait(lambda: team.settings().value(TAB) == "plan")
    assert team.settings().value(PERSON) == ben


def test_the_size_comes_back(team: PeopleRobot) -> None:
    team.window.resize(1024, 720)  # the offscreen screen is no wider than 800
    team.restart()
    assert team.window.height() == 720


def test_f63_a_window_from_a_screen_that_is_gone_is_seen_again(team: PeopleRobot) -> None:
    team.window.move(20_000, 20_000)
    team.restart()
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.intersects(team.window.frameGeometry())


def test_f63_a_window_comes_back_when_a_screen_shrinks_while_it_is_open(team: PeopleRobot) -> None:
    screen = QGuiApplication.primaryScreen()
    team.window.setGeometry(20_000, 20_000, 1600, 900)
    screen.availableGeometryChanged.emit(screen.availableGeometry())
    team.wait(lambda: screen.availableGeometry().intersects(team.window.frameGeometry()))
    assert team.window.height() < 900


def test_the_window_is_never_smaller_than_everything_fits(team: PeopleRobot) -> None:
    team.window.resize(300, 200)
    assert (team.window.width(), team.window.height()) == (1024, 700)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (GEOMETRY, "nonsense"),
        (GEOMETRY, QByteArray(b"\x01\xd9\xd0\xcb\xff\xff")),
        (SPLITTER, QByteArray(b"\x00\x00\x00\xff\x00")),
        (SPLITTER, 12),
        (PERSON, "none"),
        (PERSON, "99999999999999999999"),
        (TAB, "pay"),
    ],
)
def test_settings_without_sense_are_passed_over(team: PeopleRobot, key: str, value: object) -> None:
    team.window.close()
    settings = team.settings()
    settings.clear()
    settings.setValue(key, value)
    settings.sync()
    team.open()
    assert team.shown == "Ana Ruiz"
    assert team.window.person_page.tab == "prepare"
    assert team.window.width() >= 1024


def test_f63_a_settings_file_that_is_noise_is_passed_over(team: PeopleRobot) -> None:
    team.window.close()
    (team.folder / "settings.ini").write_bytes(bytes(range(256)) * 40)
    team.open()
    assert team.shown == "Ana Ruiz"


def test_someone_deleted_in_between_is_not_missed(team: PeopleRobot) -> None:
    team.choose("Ben Okri")
    team.window.close()
    team.window.rail.remove_current()
    team.open()
    assert team.shown == "Ana Ruiz"


def test_the_settings_hold_no_name(team: PeopleRobot) -> None:
    team.choose("Ben Okri")
    team.window.close()
    assert b"Ben" not in (team.folder / "settings.ini").read_bytes()


def test_a_look_without_sense_follows_the_system(qapp: object, tmp_path: Path) -> None:
    assert Theme("pink").choice == "system"


def test_the_look_is_chosen_and_remembered(team: PeopleRobot) -> None:
    team.act(names.PREFERENCES)
    looks = team.find(DropDown, "lookChooser")
    assert looks.hasFocus()
    looks.setCurrentIndex(2)
    looks.activated.emit(2)
    assert team.window.ctx.theme.look.name == "dark"
    assert team.settings().value("theme") == "dark"


def test_escape_leaves_a_standalone_page(team: PeopleRobot) -> None:
    team.choose("Chi Tran")
    for action in (names.PREFERENCES, SHORTCUTS):
        team.act(action)
        assert not team.window.on_person_page
        team.press_in_focus(Qt.Key.Key_Escape)
        assert team.window.on_person_page
        assert team.shown == "Chi Tran"


def test_a_click_on_the_person_leaves_a_standalone_page(team: PeopleRobot) -> None:
    team.act(names.PREFERENCES)
    row = team.list.visualRect(team.list.model().index(0, 0))
    team.qtbot.mouseClick(team.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert team.window.on_person_page


def test_the_first_start_comes_back_after_the_preferences(nobody: PeopleRobot) -> None:
    nobody.act(names.PREFERENCES)
    nobody.press_in_focus(Qt.Key.Key_Escape)
    assert nobody.window.content.currentWidget().objectName() == names.FIRST_START
    assert nobody.find(QLineEdit, "firstNameEdit").hasFocus()
    nobody.press_in_focus(Qt.Key.Key_Escape)
    assert nobody.window.content.currentWidget().objectName() == names.FIRST_START


def test_only_the_visible_page_is_made(team: PeopleRobot) -> None:
    page = team.window.person_page
    assert page.stack.count() == 1
    team.act(names.GO_PLAN)
    assert page.stack.count() == 2

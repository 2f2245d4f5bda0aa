"""People come in from a table: nothing before it was seen, all of it in one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QTableView

from careerdesk.services import people
from careerdesk.ui.base import names
from careerdesk.ui.people.import_roster import ImportRoster
from careerdesk.ui.people.roster_model import NAME, ROW_OUTCOME, RosterModel
from careerdesk.ui.widgets.drop_down import DropDown
from tests.robots.window import PeopleRobot

ROSTER = """\
Employee_Name,EmpID,Email,Position,DateofHire,DateofTermination,ManagerName
"Okonkwo, Ada",11,ada@example.org,Engineer,2020-03-01,,Mia Lund
Ben Okri,12,ben@example.org,Analyst,2021-04-15,,Mia Lund
Chi Tran,13,chi@example.org,Analyst,30.02.2021,,Mia Lund
Dag Moe,14,dag@example.org,Analyst,2019-01-01,2022-01-01,Mia Lund
<b>Eva</b> %s,15,eva@example.org,Lead,2018-01-01,,Jon Ek
"""


def wait_until_read(robot: PeopleRobot) -> None:
    page = robot.find(ImportRoster, names.IMPORT_PAGE)
    robot.wait(lambda: page.columns.text().startswith("Columns found"))


class ImportRobot:
    """Works on the page of the import."""

    def __init__(self, robot: PeopleRobot, text: str = ROSTER) -> None:
        self.robot = robot
        path = robot.folder / "roster.csv"
        path.write_text(text, encoding="utf-8")
        robot.answers.chosen = path

    def open(self) -> ImportRobot:
        """Choose the file and wait until it is read."""
        self.robot.act(names.IMPORT_PEOPLE)
        wait_until_read(self.robot)
        return self

    @property
    def page(self) -> ImportRoster:
        return self.robot.find(ImportRoster, names.IMPORT_PAGE)

    @property
    def table(self) -> QTableView:
        return self.robot.find(QTableView, names.IMPORT_TABLE)

    def managers(self) -> list[str]:
        picker = self.robot.find(DropDown, names.IMPORT_MANAGER)
        return [picker.itemText(row) for row in range(picker.count())]

    def pick(self, words: str) -> None:
        picker = self.robot.find(DropDown, names.IMPORT_MANAGER)
        row = self.managers().index(words)
        picker.setCurrentIndex(row)
        picker.activated.emit(row)

    def rows(self) -> dict[str, str]:
        """What happens, by name."""
        model = self.page.model
        return {
            model.index(row, NAME).data(): model.index(row, ROW_OUTCOME).data()
            for row in range(model.rowCount())
        }


@pytest.fixture
def roster(nobody: PeopleRobot) -> ImportRobot:
    return ImportRobot(nobody).open()


def test_the_columns_that_were_found_are_named(roster: ImportRobot) -> None:
    words = roster.page.columns.text()
    for part in ("name (Employee_Name)", "ID (EmpID)", "start date (DateofHire)"):
        assert part in words


def test_nothing_is_ticked_before_a_manager_is_chosen(roster: ImportRobot) -> None:
    assert roster.managers() == [
        "Choose a manager",
        "Jon Ek (1)",
        "Mia Lund (4)",
        "Everyone in the table (5)",
    ]
    assert roster.rows() == {}
    assert not roster.page.apply.isEnabled()
    assert roster.page.told.text() == "Choose whose direct reports to import."
    picker = roster.robot.find(DropDown, names.IMPORT_MANAGER)
    roster.robot.wait(picker.hasFocus)


def test_each_row_says_what_happens_to_it(roster: ImportRobot) -> None:
    roster.pick("Mia Lund (4)")
    rows = roster.rows()
    assert rows["Ada Okonkwo"] == rows["Ben Okri"] == "New"
    assert rows["Dag Moe"] == "Left the company"
    assert rows["Chi Tran"] == ("New · no start date: “30.02.2021” isn't a valid date")
    assert roster.page.apply.text() == "Import 3 people"
    assert roster.page.told.text() == "3 new · 1 left the company"


def test_what_is_said_of_a_row_can_be_read_whole(roster: ImportRobot) -> None:
    roster.pick("Mia Lund (4)")
    table = roster.table
    assert "30.02.2021" in roster.rows()["Chi Tran"]
    assert table.columnWidth(ROW_OUTCOME) >= table.sizeHintForColumn(ROW_OUTCOME)
    assert table.columnWidth(ROW_OUTCOME) <= table.viewport().width()


def test_tab_goes_from_the_manager_over_the_rows_to_the_buttons(roster: ImportRobot) -> None:
    roster.pick("Mia Lund (4)")
    roster.page.focus_first()
    stops = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        stops.append(focused.objectName() if focused else "")
        roster.robot.press_in_focus(Qt.Key.Key_Tab)
    assert stops == [
        names.IMPORT_MANAGER, names.IMPORT_TABLE, names.IMPORT_APPLY, names.IMPORT_CANCEL,
    ]  # fmt: skip


def test_one_managers_reports_become_people_in_one_step(roster: ImportRobot) -> None:
    roster.pick("Mia Lund (4)")
    roster.robot.click(names.IMPORT_APPLY)
    assert roster.robot.names() == ["Ada Okonkwo", "Ben Okri", "Chi Tran"]
    assert roster.robot.shown == "Ada Okonkwo"
    assert roster.robot.told == "3 people added"
    assert roster.robot.person("Ada Okonkwo").external_id == "11"
    roster.robot.click(names.TOAST_UNDO)
    assert roster.robot.stored() == []
    assert roster.robot.window.content.currentWidget().objectName() == names.FIRST_START


def test_a_tick_taken_away_keeps_someone_out(roster: ImportRobot) -> None:
    roster.pick("Mia Lund (4)")
    table = roster.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, NAME))
    roster.robot.press(table, Qt.Key.Key_Space)
    assert roster.page.apply.text() == "Import 2 people"
    roster.robot.press(table, Qt.Key.Key_Return)
    assert roster.page.apply.text() == "Import 3 people"
    roster.robot.press(table, Qt.Key.Key_Space)
    table.setCurrentIndex(table.model().index(3, NAME))
    roster.robot.press(table, Qt.Key.Key_Space)  # a row that cannot come in has no tick
    roster.robot.click(names.IMPORT_APPLY)
    assert roster.robot.stored() == ["Ben Okri", "Chi Tran"]


def test_a_click_on_the_box_takes_the_tick_away(roster: ImportRobot) -> None:
    roster.pick("Jon Ek (1)")
    box = roster.table.visualRect(roster.table.model().index(0, NAME))
    point = box.topLeft()
    point += type(point)(10, box.height() // 2)
    roster.robot.qtbot.mouseClick(roster.table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert not roster.page.apply.isEnabled()


def test_everyone_can_come_in_and_names_stay_as_they_are(roster: ImportRobot) -> None:
    roster.pick("Everyone in the table (5)")
    roster.robot.click(names.IMPORT_APPLY)
    assert roster.robot.stored() == ["Ada Okonkwo", "Ben Okri", "Chi Tran", "<b>Eva</b> %s"]


def test_a_second_import_brings_only_what_is_new(roster: ImportRobot) -> None:
    roster.pick("Mia Lund (4)")
    roster.robot.click(names.IMPORT_APPLY)
    people.change(roster.robot.store, roster.robot.person("Ben Okri").id, title="Old")
    again = ImportRobot(roster.robot).open()
    again.pick("Mia Lund (4)")
    assert again.rows()["Ada Okonkwo"] == "No changes"
    assert again.rows()["Ben Okri"] == "Changed: title"
    roster.robot.click(names.IMPORT_APPLY)
    assert roster.robot.told == "1 changed"
    assert roster.robot.person("Ben Okri").title == "Analyst"
    assert len(roster.robot.stored()) == 3


def test_a_table_without_managers_shows_all_at_once(nobody: PeopleRobot) -> None:
    roster = ImportRobot(nobody, "Name;E-Mail\nAna Ruiz;a@x.org\n").open()
    assert nobody.window.findChild(DropDown, names.IMPORT_MANAGER) is None
    assert roster.rows() == {"Ana Ruiz": "New"}
    assert roster.table.hasFocus()


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"\x00\x01\x02" * 999], ids=repr)
def test_what_is_no_table_is_refused_in_a_sentence(nobody: PeopleRobot, content: bytes) -> None:
    path = nobody.folder / "roster.csv"
    path.write_bytes(content)
    nobody.answers.chosen = path
    nobody.act(names.IMPORT_PEOPLE)
    nobody.wait(lambda: nobody.banner().endswith("."))
    assert nobody.window.content.currentWidget().objectName() == names.FIRST_START
    assert nobody.stored() == []


def test_no_file_chosen_changes_nothing(team: PeopleRobot) -> None:
    team.act(names.IMPORT_PEOPLE)
    assert team.window.on_person_page


@pytest.mark.parametrize("way", ["cancel", "escape"])
def test_the_import_can_be_left(team: PeopleRobot, way: str) -> None:
    roster = ImportRobot(team).open()
    if way == "cancel":
        team.click(names.IMPORT_CANCEL)
    else:
        team.press(roster.table, Qt.Key.Key_Escape)
    assert team.window.on_person_page
    assert len(team.stored()) == 3


def test_leaving_while_the_table_is_read_is_no_harm(team: PeopleRobot) -> None:
    lines = "".join(f"Person {n},{n}\n" for n in range(20_000))
    ImportRobot(team, "Name,Id\n" + lines)
    team.act(names.IMPORT_PEOPLE)
    team.act(names.GO_PLAN)
    assert team.window.on_person_page


def test_the_first_start_leads_to_the_import(nobody: PeopleRobot) -> None:
    ImportRobot(nobody)
    nobody.click("firstImport")
    wait_until_read(nobody)
    assert nobody.window.rail.isVisible()


def test_a_store_that_cannot_be_written_keeps_the_page(roster: ImportRobot) -> None:
    path = roster.robot.store.path
    roster.pick("Jon Ek (1)")
    path.rename(path.with_suffix(".away"))
    roster.robot.click(names.IMPORT_APPLY)
    assert roster.robot.banner()
    assert roster.page.isVisible()
    path.with_suffix(".away").rename(path)
    roster.robot.click(names.IMPORT_APPLY)
    assert len(roster.robot.stored()) == 1


def test_the_model_keeps_the_rules_of_qt(roster: ImportRobot) -> None:
    model: RosterModel = roster.page.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    roster.pick("Mia Lund (4)")
    index = model.index(0, NAME)
    assert model.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert not model.setData(index, "x")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Ada Okonkwo, New"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Ada Okonkwo"


def test_a_path_is_shown_whole_in_its_tooltip(nobody: PeopleRobot) -> None:
    folder = nobody.folder / ("long " * 20).strip()
    folder.mkdir()
    (folder / "roster.csv").write_text("Name\nAna\n", encoding="utf-8")
    nobody.answers.chosen = folder / "roster.csv"
    nobody.act(names.IMPORT_PEOPLE)
    page = nobody.find(ImportRoster, names.IMPORT_PAGE)
    wait_until_read(nobody)
    assert Path(page.file.full_text()) == folder / "roster.csv"

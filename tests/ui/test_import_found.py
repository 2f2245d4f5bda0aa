"""The preview of a table says what was found in it, what is doubtful, and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt

from careerdesk.domain.records import PersonStatus
from careerdesk.services import people
from careerdesk.ui.base import names
from careerdesk.ui.people.roster_model import NAME, START, TITLE
from careerdesk.ui.widgets.drop_down import DropDown
from tests.robots.window import PeopleRobot
from tests.ui.test_shell_import import ImportRobot, wait_until_read


def opened(robot: PeopleRobot, text: str, encoding: str = "utf-8") -> ImportRobot:
    roster = ImportRobot(robot)
    path = robot.answers.chosen
    assert path is not None
    path.write_bytes(text.encode(encoding))
    return roster.open()


def remarks(roster: ImportRobot) -> str:
    """What is said of the whole table, as it is seen."""
    label = roster.page.found.remarks
    return label.text() if label.isVisible() else ""


def encodings(roster: ImportRobot) -> DropDown:
    return roster.robot.find(DropDown, names.IMPORT_ENCODING)


def pick_encoding(roster: ImportRobot, words: str) -> None:
    picker = encodings(roster)
    row = [picker.itemText(n) for n in range(picker.count())].index(words)
    picker.setCurrentIndex(row)
    picker.activated.emit(row)


def test_a_plain_table_has_nothing_more_to_say(nobody: PeopleRobot) -> None:
    roster = opened(nobody, "Name,Title\nMira Holm,Engineer\n")
    assert remarks(roster) == ""
    assert not roster.page.found.ignored.isVisible()
    assert not roster.page.found.encoding.isVisible()


def test_columns_that_are_not_used_are_named(nobody: PeopleRobot) -> None:
    roster = opened(nobody, "Name,Shoe size,Title\nMira Holm,42,Engineer\n")
    assert roster.page.found.ignored.text() == "Columns not used: Shoe size"
    assert roster.page.found.ignored.isVisible()


def test_days_and_titles_are_whole_where_there_is_room(nobody: PeopleRobot) -> None:
    title = "Production technician of the second line"
    rows = "".join(f"Person {n},{title},2024-09-30,Production\n" for n in range(40))
    nobody.window.resize(1280, 800)
    roster = opened(nobody, f"Name,Title,Start date,Team\n{rows}")
    for column in (START, TITLE):
        assert roster.table.columnWidth(column) >= roster.table.sizeHintForColumn(column)
    assert roster.table.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("size", [1280, 1600])
def test_a_table_with_room_for_its_words_needs_no_scroll_bar(
    nobody: PeopleRobot, size: int
) -> None:
    nobody.window.resize(size, 800)
    status = "Notice period until the end of June"
    roster = opened(
        nobody,
        "Name,Title,Start date,Team,Status\n"
        f"Mira Holm,Engineer,2024-09-30,Data,{status}\nTariq Osei,Lead,2024-09-30,Data,\n",
    )
    for column in range(roster.page.model.columnCount()):
        assert roster.table.columnWidth(column) >= roster.table.sizeHintForColumn(column)
    assert roster.table.horizontalScrollBar().maximum() == 0


def test_a_tick_that_was_taken_away_stays_away_when_people_change(nobody: PeopleRobot) -> None:
    mira = people.add(nobody.store, "Mira Holm")
    roster = opened(nobody, "Name,Title\nMira Holm,Lead\nTariq Osei,Engineer\nUma Rao,Lead\n")
    roster.table.setCurrentIndex(roster.page.model.index(1, NAME))
    nobody.press(roster.table, Qt.Key.Key_Space)
    people.change(nobody.store, mira.id, title="Lead")
    nobody.wait(lambda: roster.rows()["Mira Holm"] == "No changes")
    assert roster.page.apply.text() == "Import 1 person"
    nobody.click(names.IMPORT_APPLY)
    assert nobody.stored() == ["Mira Holm", "Uma Rao"]


def test_a_first_day_to_come_is_said_by_its_day(nobody: PeopleRobot) -> None:
    people.add(nobody.store, "Mira Holm")
    roster = opened(nobody, "Name,Start date\nMira Holm,2026-12-01\n")
    assert list(roster.rows().values()) == ["Changed: start date"]
    nobody.click(names.IMPORT_APPLY)
    assert nobody.person("Mira Holm").status is PersonStatus.FUTURE


def test_who_is_on_leave_is_said_so(nobody: PeopleRobot) -> None:
    roster = opened(nobody, "Name,Status\nMira Holm,On leave\nTariq Osei,Active\n")
    assert list(roster.rows().values()) == ["New, on leave", "New"]


def test_all_columns_that_are_not_used_can_be_read(nobody: PeopleRobot) -> None:
    titles = [f"Extra {n}" for n in range(20)]
    roster = opened(nobody, f"Name,{','.join(titles)}\nMira Holm\n")
    assert roster.page.found.ignored.text().endswith("Extra 11 …")
    assert all(title in roster.page.found.ignored.toolTip() for title in titles)


def test_another_encoding_is_read_at_once(nobody: PeopleRobot) -> None:
    roster = opened(nobody, "Name,Title\nJosé Núñez,Café\n", "mac-roman")
    assert encodings(roster).currentText() == "Western European (Mac Roman)"
    assert list(roster.rows()) == ["José Núñez"]
    pick_encoding(roster, "Central European (Windows-1250)")
    nobody.wait(lambda: list(roster.rows()) == ["JosŽ Nś–ez"])
    assert encodings(roster).currentText() == "Central European (Windows-1250)"
    pick_encoding(roster, "Western European (Mac Roman)")
    nobody.wait(lambda: list(roster.rows()) == ["José Núñez"])
    nobody.click(names.IMPORT_APPLY)
    assert nobody.stored() == ["José Núñez"]


def test_an_encoding_that_gives_no_table_changes_nothing(nobody: PeopleRobot) -> None:
    roster = opened(nobody, "Name,Title\nJosé Núñez,Café\n", "cp1252")
    pick_encoding(roster, "UTF-16")
    nobody.wait(lambda: bool(nobody.banner()))
    assert encodings(roster).currentText() == "Western European (Windows-1252)"
    assert list(roster.rows()) == ["José Núñez"]
    assert roster.page.apply.isEnabled()


def test_the_chosen_manager_stays_when_the_letters_change(nobody: PeopleRobot) -> None:
    text = "Name,Manager\nJosé Núñez,Ada\nBen,Uma\nChi,Uma\n"
    roster = opened(nobody, text, "cp1252")
    roster.pick("Ada (1)")
    pick_encoding(roster, "Western European (Mac Roman)")
    nobody.wait(lambda: list(roster.rows()) == ["JosÈ N˙Òez"])
    assert roster.managers()[1:3] == ["Ada (1)", "Uma (2)"]


def test_letters_that_could_not_be_read_are_said_with_their_line(nobody: PeopleRobot) -> None:
    roster = opened(nobody, "Name\nMíra Hølm\nŁukasz Żak\n")
    path = nobody.answers.chosen
    assert path is not None
    path.write_bytes(path.read_bytes() + b"Ren\xe9\n")
    nobody.click(names.IMPORT_CANCEL)
    nobody.act(names.IMPORT_PEOPLE)
    wait_until_read(nobody)
    assert remarks(roster).startswith(
        "Some characters couldn't be read and appear as \ufffd (line 4)."
    )


@pytest.mark.parametrize(
    ("place", "day"),
    [("en_GB", "3 April 2019"), ("en_US", "March 4, 2019"), ("en_DE", "3 April 2019"),
     ("en_CA", "March 4, 2019"), ("sv_SE", "3 april 2019")],
)  # fmt: skip
def test_where_a_column_does_not_decide_the_place_does_and_the_day_is_in_words(
    nobody: PeopleRobot, place: str, day: str
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(place))
    try:
        roster = opened(nobody, "Name,Hire date\nMira Holm,03/04/2019\n")
        model = roster.page.model
        assert model.index(0, START).data() == day
        assert f"03/04/2019 was read as {day}" in remarks(roster)
    finally:
        QLocale.setDefault(before)


def test_a_column_that_decides_leaves_nothing_to_say(nobody: PeopleRobot) -> None:
    roster = opened(nobody, "Name,Hire date\nMira Holm,03/04/2019\nTariq Osei,25/04/2019\n")
    assert remarks(roster) == ""
    assert roster.page.model.index(0, START).data() == "3 April 2019"


def test_a_new_name_stands_beside_the_one_before(nobody: PeopleRobot) -> None:
    mira = people.add(nobody.store, "Mira Holm")
    people.change(nobody.store, mira.id, external_id="1")
    roster = opened(nobody, "Name,ID,Start date\nMira Dahl,1,2019-04-01\n")
    assert roster.rows() == {"Mira Dahl": "Changed: name (was Mira Holm), start date"}
    nobody.click(names.IMPORT_APPLY)
    assert nobody.told == "1 changed"
    nobody.click(names.TOAST_UNDO)
    assert nobody.stored() == ["Mira Holm"]


def test_who_left_goes_to_the_archive_and_comes_back(nobody: PeopleRobot) -> None:
    for name in ("Mira Holm", "Ben Okri"):
        people.add(nobody.store, name)
    roster = opened(nobody, "Name,Status\nMira Holm,Terminated\nBen Okri,Active\n")
    assert roster.rows()["Mira Holm"] == "Left the company; will be archived"
    assert roster.page.told.text() == "1 to archive · 1 unchanged"
    nobody.click(names.IMPORT_APPLY)
    assert nobody.told == "1 archived"
    assert nobody.names() == ["Ben Okri"]
    back = opened(nobody, "Name,Status\nMira Holm,Active\n")
    assert back.rows() == {"Mira Holm": "Will be restored from the archive: status"}
    nobody.click(names.IMPORT_APPLY)
    assert (nobody.told, nobody.names()) == ("1 restored", ["Ben Okri", "Mira Holm"])


def test_an_offer_has_a_box_that_is_empty(nobody: PeopleRobot) -> None:
    mira = people.add(nobody.store, "Mira Holm")
    people.archive(nobody.store, mira.id, nobody.clock.today())
    roster = opened(nobody, "Name,Title\nMira Holm,Lead\n")
    assert roster.rows() == {"Mira Holm": "Archived; tick to restore"}
    assert not roster.page.apply.isEnabled()
    roster.table.setFocus()
    roster.table.setCurrentIndex(roster.table.model().index(0, NAME))
    nobody.press(roster.table, Qt.Key.Key_Space)
    nobody.click(names.IMPORT_APPLY)
    assert nobody.names() == ["Mira Holm"]
    assert nobody.person("Mira Holm").title == "Lead"


def test_a_total_is_left_out_with_its_reason(nobody: PeopleRobot) -> None:
    roster = opened(nobody, "Staff\n\nName,Title\nMira Holm,Lead\nTotal: 1,\n")
    assert roster.rows() == {
        "Mira Holm": "New",
        "Total: 1": "Not imported: Total: 1 is a summary row, not a person.",
    }
    assert roster.page.model.index(0, TITLE).data() == "Lead"


def test_people_who_change_meanwhile_are_judged_again(nobody: PeopleRobot) -> None:
    mira = people.add(nobody.store, "Mira Holm")
    people.add(nobody.store, "Zoe")
    roster = opened(nobody, "Name,Title\nMira Holm,Lead\nBen Okri,\n")
    assert roster.rows()["Mira Holm"] == "Changed: title"
    people.remove(nobody.store, mira.id)
    assert roster.rows()["Mira Holm"] == "New"
    nobody.click(names.IMPORT_APPLY)
    assert nobody.stored() == ["Zoe", "Mira Holm", "Ben Okri"]

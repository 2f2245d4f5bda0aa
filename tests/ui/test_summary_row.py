"""After a check-in: its summary is copied, marked as sent, and what changed since is said."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from careerdesk.data.queries import handing_over as handed
from careerdesk.domain.loop import HandedOverKind
from careerdesk.domain.records import CheckIn, CheckInState, Owner
from careerdesk.services import checkins, people, planning
from careerdesk.ui.checkins.summary_row import COPY, COPY_AGAIN, MARK, SummaryRow
from tests.robots.check_ins import CheckInsRobot
from tests.robots.stage import Stage

CHANGED = """\
• The rota is calm → The rota is calm now
• new: And so is she
• Ask finance → Ask finance, by 17 Nov 2026"""


@pytest.fixture
def robot(stage: Stage) -> CheckInsRobot:
    robot = CheckInsRobot(stage, people.add(stage.store, "Mareike Lund").id)
    robot.start()
    return robot


def row(robot: CheckInsRobot) -> SummaryRow:
    return robot.page.history.view.summary


def shown(robot: CheckInsRobot) -> list[str]:
    """What the row says and offers, in its order."""
    found = row(robot)
    parts = (found.copy, found.mark, found.state, found.again, found.differences)
    return [part.text() for part in parts if part.isVisible()]


def held(robot: CheckInsRobot, notes: str = "The rota is calm") -> CheckIn:
    """Finish the running check-in with these notes."""
    checkins.write(robot.stage.store, robot.check_in.id, shared_notes=notes)
    robot.finish()
    found = checkins.last_held(robot.stage.store, robot.person_id)
    assert found is not None
    return found


def given(robot: CheckInsRobot, check_in: CheckIn) -> list[str]:
    found = robot.stage.store.read(handed.of_checkin, HandedOverKind.SUMMARY, check_in.id)
    return [one.body for one in found]


def press(robot: CheckInsRobot) -> None:
    """Enter, wherever the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    robot.qtbot.keyClick(focused, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_two_enters_after_finish_copy_the_summary_and_mark_it_as_sent(robot: CheckInsRobot) -> None:
    check_in = held(robot)
    assert shown(robot) == ["Copy summary for Mareike", "Ready to share but not sent yet"]
    QGuiApplication.clipboard().setText("before")
    before = robot.stage.store.last_edit
    press(robot)
    assert "The rota is calm" in QGuiApplication.clipboard().text()
    assert shown(robot) == ["Mark as sent", "Copied", "Copy again"]
    assert given(robot, check_in) == [] and robot.stage.store.last_edit == before
    press(robot)
    assert shown(robot) == ["Sent 17 Nov", "Copy again"]
    assert len(given(robot, check_in)) == 1 and "The rota is calm" in given(robot, check_in)[0]
    robot.stage.undo()
    assert given(robot, check_in) == []
    assert shown(robot) == ["Copy summary for Mareike", "Ready to share but not sent yet"]


def test_the_button_stands_in_its_place_when_it_gets_the_keyboard(robot: CheckInsRobot) -> None:
    places: list[QRect] = []
    copy = row(robot).copy

    def note(_old: QWidget | None, new: QWidget | None) -> None:
        if new is copy:
            places.append(place_of(copy))

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.focusChanged.connect(note)
    held(robot)
    QApplication.processEvents()
    assert places == [place_of(copy)]
    application.focusChanged.disconnect(note)


def test_a_long_name_ends_where_a_narrow_view_does(stage: Stage) -> None:
    long = "Wilhelmina-Konstantinopolitana-Maximiliane"
    robot = CheckInsRobot(stage, people.add(stage.store, f"{long} Lund").id)
    robot.start()
    held(robot)
    found = row(robot)
    short = found.copy.fontMetrics().horizontalAdvance("Copy summary for Mareike")
    assert found.minimumSizeHint().width() < short + 80
    robot.resize(560)
    assert found.copy.isVisible()
    assert found.rect().contains(found.copy.mapTo(found, found.copy.rect().bottomRight()))
    assert found.copy.toolTip() == f"Copy summary for {long}"
    assert found.copy.accessibleName() == f"Copy summary for {long}"


def place_of(button: QPushButton) -> QRect:
    return QRect(button.mapTo(button.window(), QPoint()), button.size())


def test_where_nothing_was_noted_nothing_is_offered(robot: CheckInsRobot) -> None:
    robot.finish()
    assert robot.history.hasFocus()
    robot.open_row(0)
    assert shown(robot) == []
    assert robot.page.history.view.isVisible()


def test_a_running_check_in_says_nothing_of_sending(robot: CheckInsRobot) -> None:
    checkins.write(robot.stage.store, robot.check_in.id, shared_notes="The rota is calm")
    words = [one.text() for one in robot.page.findChildren(QLabel) if one.isVisible()]
    assert not [one for one in words if "sent yet" in one or "Sent" in one]


@pytest.mark.parametrize("state", [CheckInState.CANCELLED, CheckInState.SKIPPED])
def test_a_check_in_that_was_not_held_has_no_summary(
    robot: CheckInsRobot, state: CheckInState
) -> None:
    check_in = robot.check_in
    checkins.write(robot.stage.store, check_in.id, shared_notes="The rota is calm")
    checkins.cancel(robot.stage.store, check_in.id, state)
    robot.page.open_check_in(check_in.id)
    assert robot.page.history.view.isVisible()
    assert shown(robot) == []


def test_one_that_is_entered_later_has_one_once_something_is_noted(robot: CheckInsRobot) -> None:
    robot.page.discard()
    store, now = robot.stage.store, robot.clock.now()
    past = planning.add_past(store, robot.person_id, now - timedelta(days=4), now)
    robot.page.open_check_in(past.id)
    assert shown(robot) == []
    robot.type(robot.page.history.view.notes.shared, "She wants to teach")
    robot.saved()
    assert shown(robot) == ["Copy summary for Mareike", "Ready to share but not sent yet"]
    robot.click(COPY)
    assert "Friday, 13 November" in QGuiApplication.clipboard().text()


def test_what_changed_since_it_was_sent_is_said_and_copying_offered_again(
    robot: CheckInsRobot,
) -> None:
    store = robot.stage.store
    promise = checkins.add_promise(store, robot.person_id, "Ask finance", made_in=robot.check_in.id)
    check_in = held(robot)
    robot.click(COPY)
    robot.click(MARK)
    checkins.tick_promise(store, promise.id, robot.clock.today())
    assert shown(robot) == ["Sent 17 Nov", "Copy again"]
    assert robot.page.history.view.close_button.hasFocus()
    checkins.write(store, check_in.id, shared_notes="- The **rota** is calm")
    assert shown(robot) == ["Sent 17 Nov", "Copy again"]
    checkins.write(store, check_in.id, shared_notes="The **rota** is calm now\nAnd so is she")
    checkins.change_promise(store, promise.id, due_on=robot.clock.today())
    assert shown(robot) == [
        "Copy summary for Mareike",
        "Sent 17 Nov. Changed since then:",
        CHANGED,
    ]
    robot.clock.go_on(days=1)
    robot.click(COPY)
    robot.click(MARK)
    assert shown(robot) == ["Sent 18 Nov", "Copy again"]
    assert len(given(robot, check_in)) == 2
    robot.click(COPY_AGAIN)
    assert shown(robot) == ["Mark as sent", "Copied", "Copy again"]
    assert len(given(robot, check_in)) == 2


def test_what_is_typed_after_copying_is_copied_before_it_counts_as_sent(
    robot: CheckInsRobot,
) -> None:
    check_in = held(robot)
    robot.click(COPY)
    robot.type(robot.page.history.view.notes.shared, "More. ")
    robot.click(MARK)  # with what was typed still on its way to the disk
    assert given(robot, check_in) == []
    assert shown(robot) == ["Copy summary for Mareike", "Ready to share but not sent yet"]


def test_another_check_in_has_not_been_copied(robot: CheckInsRobot) -> None:
    held(robot)
    robot.click(COPY)
    robot.start()
    held(robot, "The second one")
    assert shown(robot) == ["Copy summary for Mareike", "Ready to share but not sent yet"]


def test_while_the_screen_is_shared_only_their_own_can_be_copied(robot: CheckInsRobot) -> None:
    store = robot.stage.store
    checkins.write(store, robot.check_in.id, private_notes="qprivateq", said=-2, sensed=1)
    checkins.add_agenda(store, robot.person_id, "qpointq", private=True)
    checkins.add_promise(
        store, robot.person_id, "Teach", owner=Owner.THEM, made_in=robot.check_in.id
    )
    held(robot)
    sharing = robot.stage.ctx.sharing
    sharing.share(robot.person_id)
    assert shown(robot) == ["Copy summary for Mareike", "Ready to share but not sent yet"]
    robot.click(COPY)
    data = QGuiApplication.clipboard().mimeData()
    for text in (data.text(), data.html()):
        assert "The rota is calm" in text and "Teach" in text
        assert "qprivateq" not in text and "qpointq" not in text
    for other in (0, robot.person_id + 1):
        sharing.share(other)
        QGuiApplication.clipboard().setText("before")
        assert shown(robot) == []
        row(robot).copy_summary()
        assert QGuiApplication.clipboard().text() == "before"


def test_a_deleted_check_in_takes_what_was_sent_along_and_brings_it_back(
    robot: CheckInsRobot,
) -> None:
    check_in = held(robot)
    robot.click(COPY)
    robot.click(MARK)
    before = given(robot, check_in)
    robot.page.history.remove([check_in.id])
    assert given(robot, check_in) == []
    robot.stage.undo()
    robot.page.open_check_in(check_in.id)
    assert shown(robot) == ["Sent 17 Nov", "Copy again"]
    assert given(robot, check_in) == before


def test_undoing_the_end_goes_on_where_it_was_written(robot: CheckInsRobot) -> None:
    held(robot)
    robot.stage.undo()
    assert robot.shared.hasFocus()
    assert not robot.page.history.view.isVisible()
    robot.stage.redo()
    assert not robot.page.history.view.isVisible()


def test_one_that_was_copied_and_then_did_not_take_place_offers_nothing(
    robot: CheckInsRobot,
) -> None:
    check_in = held(robot)
    robot.click(COPY)
    robot.stage.undo()
    robot.page.cancel()
    robot.page.open_check_in(check_in.id)
    assert robot.page.history.view.isVisible()
    assert shown(robot) == []

"""A walk without a plan: pages, panels, dialogs and menus in an order that a seed decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from careerdesk.services import actions, checkins, plans
from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import (
    DISCOVERY_CONVERSATION,
    EDIT_PERSON,
    END_PLAN,
    EXPORT_BRIEF,
    EXPORT_CHECK_INS,
    FINISH_RUNNING,
    MARK_AGREED,
    NEXT_AREA,
    NOTE_FEEDBACK,
    SHORTCUTS,
    SHOW_OBJECTIVES,
    SHOW_TEMPLATES,
    SHOW_TRASH,
    START_CHECK_IN,
)
from careerdesk.ui.shell.capture import QuickCapture
from tests.robots.everywhere import PRIVATE
from tests.robots.seen import said
from tests.robots.window import PeopleRobot

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
CHOSEN = (
    names.GO_TODAY, names.GO_PREPARE, names.GO_DISCOVERY, names.GO_PLAN, names.GO_CHECK_INS,
    names.QUICK_CAPTURE, names.PREFERENCES, names.EXPORT_PLAN, EXPORT_BRIEF, EXPORT_CHECK_INS,
    DISCOVERY_CONVERSATION, EDIT_PERSON, names.FIND_IN_PAGE, NOTE_FEEDBACK, SHORTCUTS,
    SHOW_OBJECTIVES,
    SHOW_TEMPLATES, SHOW_TRASH, START_CHECK_IN, FINISH_RUNNING, MARK_AGREED,
    END_PLAN, NEXT_AREA, names.EARLIER_VERSIONS,
    names.UNDO, names.REDO, names.GO_REVIEWS,
)  # fmt: skip
KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Home)
HIDDEN = "Private notes, temperature and other people are hidden."


def catch_up() -> None:
    """Let the window do what waits, and let what was thrown away die, as the event loop does."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Wanderer:
    """Does what a user could do next, one thing after the other; `path` says what it was."""

    def __init__(self, team: PeopleRobot, seed: int) -> None:
        self.team = team
        self.path: list[str] = []
        self._random = Random(seed)

    def walk(self, steps: int) -> None:
        """Do so many things."""
        for _ in range(steps):
            self.step()

    def step(self) -> None:
        """Do one thing that can be done now; nothing is chosen in dialogs of the system."""
        word, act = self._random.choice(self._ways())
        self.path.append(word)
        act()
        catch_up()

    def _ways(self) -> Sequence[tuple[str, Callable[[], object]]]:
        dialog = self.team.window.findChild(QDialog)
        if dialog is not None:
            return [("close the dialog", dialog.reject), *self._keys(Qt.Key.Key_Tab)]
        return [*self._actions(), *self._people(), *self._keys(*KEYS), *self._keys(*KEYS)]

    def _actions(self) -> list[tuple[str, Callable[[], object]]]:
        actions = [self.team.window.actions_[name] for name in CHOSEN]
        return [(one.objectName(), one.trigger) for one in actions if one.isEnabled()]

    def _people(self) -> list[tuple[str, Callable[[], object]]]:
        view = self.team.list
        return [(f"click row {row}", lambda row=row: self._click(row))  # type: ignore[misc]
                for row in range(view.model().rowCount())]  # fmt: skip

    def _click(self, row: int) -> None:
        view = self.team.list
        place = view.visualRect(view.model().index(row, 0)).center()
        self.team.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def _keys(self, *keys: Qt.Key) -> list[tuple[str, Callable[[], object]]]:
        return [(key.name, lambda key=key: self.press(key))  # type: ignore[misc]
                for key in keys]  # fmt: skip

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the keyboard is: in a menu first, then in what has the focus."""
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or self.team.window
        self.team.press(target, key, modifier)


def private_words(team: PeopleRobot, *others: str, own: Sequence[str] = ()) -> list[str]:
    """The lines of the window that say something private, or a name of *others*.

    A name within *own* words of the one who is shown is passed over, nothing private is.
    """
    passed = (HIDDEN, str(team.store.path))
    lines = [line for line in said(team.window).splitlines() if line not in passed]
    return [line for line in lines if PRIVATE in line or _names(line, others, own)]


def _names(line: str, others: Sequence[str], own: Sequence[str]) -> bool:
    for words in own:
        line = line.replace(words, "")
    return any(name in line for name in others)


def words_given_to(team: PeopleRobot, person_id: int) -> list[str]:
    """What stands on the agenda and in the plan of a person, for them to see.

    A template brings words there that may name whoever it was made for; who chose it wants them.
    """
    points = checkins.agenda(team.store, person_id)
    plan = plans.active(team.store, person_id)
    goals = plan.items if plan else ()
    return [
        *(point.text for point in points if not point.private),
        *(goal.item.title for goal in goals),
        *(result.name for goal in goals for result in goal.key_results),
        *(step.text for goal in goals for step in actions.of(team.store, goal.id)),
    ]


def switch_says(team: PeopleRobot) -> set[bool]:
    """What the tick in the menu, the switch and the bar say: one answer if they agree."""
    window = team.window
    switch = team.find(QWidget, names.SHARE_SAFE)
    return {
        window.actions_[names.SHARE_SAFE_MODE].isChecked(),
        bool(switch.property("checked")),
        window.share_bar.isVisible(),
        window.windowTitle() == "CareerDesk (share-safe mode)",
    }


def captures(team: PeopleRobot) -> list[QuickCapture]:
    """The panels of quick capture that lie over the window."""
    return [one for one in team.window.findChildren(QuickCapture) if one.isVisible()]

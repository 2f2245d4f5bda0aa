"""Every menu entry and shortcut, in one table; the help page is made from it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar

from careerdesk.ui import names
from careerdesk.ui.texts import tr
from careerdesk.ui.widgets.text_menu import EARLIER_VERSIONS

START_TALK = "startTalk"
NOTE_FEEDBACK = "noteFeedback"
EXPORT_BRIEF = "exportBrief"
EXPORT_TALKS = "exportCheckIns"
SHOW_TRASH = "showTrash"
SHOW_OBJECTIVES = "showObjectives"
SHOW_TEMPLATES = "showTemplates"
DISCOVERY_TALK = "discoveryTalk"
FIND_TALK = "findTalk"
EDIT_PERSON = "editPerson"
ARCHIVE_PERSON = "archivePerson"
DELETE_PERSON = "deletePerson"
SHORTCUTS = "shortcuts"
NEXT_AREA = "nextArea"
FOLD_RAIL = "foldRail"
NEW_CYCLE = "newCycle"
WRITE_NEXT = "writeNextReview"
REVIEW_BOARD = "reviewBoard"
NEXT_SIDE = "nextReviewSide"
PREVIOUS_SIDE = "previousReviewSide"
SEPARATOR = ""


@dataclass(frozen=True, slots=True)
class Spec:
    """One action: its handle, its words, its keys."""

    name: str
    text: str
    keys: str = ""
    checkable: bool = False


def menus() -> tuple[tuple[str, tuple[Spec, ...]], ...]:
    """The menu bar, menu by menu; an empty name is a separator."""
    line = Spec(SEPARATOR, "")
    return (
        (
            tr("&File"),
            (
                Spec(names.NEW_PERSON, tr("New person"), "Ctrl+N"),
                Spec(names.QUICK_CAPTURE, tr("Quick capture"), "Ctrl+Shift+N"),
                Spec(names.IMPORT_PEOPLE, tr("Import people...")),
                line,
                Spec(names.EXPORT_PLAN, tr("Export plan..."), "Ctrl+E"),
                Spec(EXPORT_BRIEF, tr("Export brief..."), "Ctrl+Shift+E"),
                Spec(EXPORT_TALKS, tr("Export check-ins...")),
                line,
                Spec(SHOW_TRASH, tr("Trash"), "Ctrl+Shift+T"),
                Spec(names.PREFERENCES, tr("Preferences"), "Ctrl+,"),
                Spec(names.QUIT, tr("Quit"), "Ctrl+Q"),
            ),
        ),
        (
            tr("&Edit"),
            (
                Spec(names.UNDO, tr("Undo"), "Ctrl+Z"),
                Spec(names.REDO, tr("Redo"), "Ctrl+Shift+Z"),
                line,
                Spec(EARLIER_VERSIONS, tr("Earlier versions of this text"), "Ctrl+Alt+Z"),
                line,
                Spec(names.MOVE_PLAN_ITEM_UP, tr("Move up"), "Alt+Up"),
                Spec(names.MOVE_PLAN_ITEM_DOWN, tr("Move down"), "Alt+Down"),
            ),
        ),
        (
            tr("&View"),
            (
                Spec(names.GO_TODAY, tr("Today"), "Ctrl+T"),
                Spec(SHOW_OBJECTIVES, tr("Business objectives"), "Ctrl+Shift+B"),
                Spec(SHOW_TEMPLATES, tr("Templates")),
                line,
                Spec(names.GO_PREPARE, tr("Prepare"), "Ctrl+1"),
                Spec(names.GO_DISCOVERY, tr("Discovery"), "Ctrl+2"),
                Spec(names.GO_PLAN, tr("Plan"), "Ctrl+3"),
                Spec(names.GO_CHECK_INS, tr("Check-ins"), "Ctrl+4"),
                line,
                Spec(names.SHARE_SAFE_MODE, tr("Share-safe mode"), "Ctrl+Shift+H", checkable=True),
                Spec(NEXT_AREA, tr("Next area"), "F6"),
                Spec(FOLD_RAIL, tr("Fold or unfold people"), "F9"),
            ),
        ),
        (
            tr("&Person"),
            (
                Spec(START_TALK, tr("Start check-in"), "Ctrl+Return"),
                Spec(DISCOVERY_TALK, tr("Discovery talk"), "Ctrl+Shift+D"),
                Spec(names.NEW_PLAN_ITEM, tr("New goal"), "Ctrl+G"),
                Spec(FIND_TALK, tr("Find in check-ins"), "Ctrl+F"),
                Spec(NOTE_FEEDBACK, tr("Note feedback"), "Ctrl+Shift+F"),
                line,
                Spec(EDIT_PERSON, tr("Edit details"), "F2"),
                Spec(ARCHIVE_PERSON, tr("Archive")),
                Spec(DELETE_PERSON, tr("Delete person")),
            ),
        ),
        (
            tr("&Review"),
            (
                Spec(names.GO_REVIEWS, tr("Reviews"), "Ctrl+R"),
                Spec(WRITE_NEXT, tr("Write the next one"), "Ctrl+Shift+R"),
                Spec(NEW_CYCLE, tr("New review cycle")),
                line,
                Spec(REVIEW_BOARD, tr("Back to the board")),
                Spec(PREVIOUS_SIDE, tr("Previous side"), "Ctrl+PgUp"),
                Spec(NEXT_SIDE, tr("Next side"), "Ctrl+PgDown"),
            ),
        ),
        (
            tr("&Help"),
            (
                Spec(SHORTCUTS, tr("Keyboard shortcuts"), "F1"),
                Spec(names.ABOUT, tr("About CareerDesk")),
            ),
        ),
    )


NEEDS_PERSON = frozenset(
    {
        names.EXPORT_PLAN, EXPORT_BRIEF, EXPORT_TALKS, names.GO_PREPARE, names.GO_DISCOVERY,
        names.GO_PLAN, names.GO_CHECK_INS, names.NEW_PLAN_ITEM, NOTE_FEEDBACK, START_TALK,
        DISCOVERY_TALK, FIND_TALK,
        EDIT_PERSON, ARCHIVE_PERSON, DELETE_PERSON,
    }
)  # fmt: skip


SHOWS_OTHERS = frozenset(
    {
        names.NEW_PERSON,
        names.IMPORT_PEOPLE,
        ARCHIVE_PERSON,
        DELETE_PERSON,
        SHOW_TRASH,
        SHOW_OBJECTIVES,
        SHOW_TEMPLATES,
        names.GO_REVIEWS,
        WRITE_NEXT,
        NEW_CYCLE,
        REVIEW_BOARD,
        PREVIOUS_SIDE,
        NEXT_SIDE,
    }
)
NEEDS_REVIEW = frozenset({REVIEW_BOARD, PREVIOUS_SIDE, NEXT_SIDE})


class Actions(QObject):
    """The actions of the table, found by their handles."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._there, self._shared = True, False
        self._in_review = False
        self._of_reviews: QAction | None = None
        self._taken = ""
        self._actions = {
            spec.name: self._make(spec)
            for _, specs in menus()
            for spec in specs
            if spec.name != SEPARATOR
        }

    def _make(self, spec: Spec) -> QAction:
        action = QAction(spec.text, self)
        action.setObjectName(spec.name)
        action.setShortcut(QKeySequence(spec.keys))
        action.setCheckable(spec.checkable)
        return action

    def __getitem__(self, name: str) -> QAction:
        """The action with this handle."""
        return self._actions[name]

    def all(self) -> list[QAction]:
        """Every action of the table."""
        return list(self._actions.values())

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus on a menu bar."""
        for title, specs in menus():
            menu = bar.addMenu(title)
            if names.GO_REVIEWS in {spec.name for spec in specs}:
                self._of_reviews = menu.menuAction()
            for spec in specs:
                if spec.name == SEPARATOR:
                    menu.addSeparator()
                else:
                    menu.addAction(self._actions[spec.name])

    def set_person(self, *, there: bool) -> None:
        """Enable what needs a person on the page, or not."""
        self._there = there
        self._enable()

    def set_shared(self, *, on: bool) -> None:
        """Disable what would show other people while the screen is shared, or enable it."""
        self._shared = on
        self._actions[names.SHARE_SAFE_MODE].setChecked(on)
        if self._of_reviews is not None:
            self._of_reviews.setVisible(not on)
        self._enable()

    def set_in_review(self, *, there: bool) -> None:
        """Enable what needs a person's review on the page, or not."""
        self._in_review = there
        self._enable()

    def lend(self, name: str) -> None:
        """Leave the keys of an action to the page that is shown; an empty name takes them back."""
        self._taken = name
        self._enable()

    def _enable(self) -> None:
        for name in NEEDS_PERSON | SHOWS_OTHERS:
            there = (self._there or name not in NEEDS_PERSON) and name != self._taken
            there = there and (self._in_review or name not in NEEDS_REVIEW)
            hidden = self._shared and name in SHOWS_OTHERS
            self._actions[name].setEnabled(there and not hidden)

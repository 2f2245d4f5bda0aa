"""Every menu entry and shortcut, in one table; the help page is made from it."""

from __future__ import annotations

from enum import Flag, auto

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar

from careerdesk.dataclass import dataclass
from careerdesk.i18n import tr
from careerdesk.ui.base import names
from careerdesk.ui.base.keys import shortcut

START_CHECK_IN = "startTalk"
FINISH_RUNNING = "finishRunningTalk"
PLAN_ONE_ON_ONE = "planOneOnOne"
PLAN_CAREER = "planCareerConversation"
ADD_PAST_CHECK_IN = "addPastCheckIn"
NOTE_FEEDBACK = "noteFeedback"
EXPORT_BRIEF = "exportBrief"
EXPORT_CHECK_INS = "exportCheckIns"
EXPORT_OWN_WORDS = "exportOwnWords"
SHOW_TRASH = "showTrash"
SHOW_BACKUPS = "showBackups"
SHOW_OBJECTIVES = "showObjectives"
SHOW_TEMPLATES = "showTemplates"
CLOSE_WEEK = "closeWeek"
DISCOVERY_CONVERSATION = "discoveryTalk"
EDIT_PERSON = "editPerson"
MARK_AGREED = "markPlanAgreed"
END_PLAN = "endPlan"
ARCHIVE_PERSON = "archivePerson"
DELETE_PERSON = "deletePerson"
SHORTCUTS = "shortcuts"
NEXT_AREA = "nextArea"
FOLD_RAIL = "foldRail"
NEW_CYCLE = "newCycle"
WRITE_NEXT = "writeNextReview"
REVIEW_BOARD = "reviewBoard"
NEXT_TAB = "nextReviewSide"
PREVIOUS_TAB = "previousReviewSide"
SEPARATOR = ""


class When(Flag):
    """What must be so for an action to run, whatever way it is asked for."""

    ALWAYS = 0
    PERSON = auto()  # someone is open, or was before the page that stands there now
    ALONE = auto()  # nobody else sees the screen: it shows what is not for the open person
    REVIEW = auto()  # a person's review is open
    RUNNING = auto()  # a check-in with who is open goes on
    TABS = auto()  # there are tabs to turn: those of a person, or of a review


PERSON, ALONE = When.PERSON, When.ALONE
REVIEW = When.REVIEW | When.ALONE
RUNNING = When.PERSON | When.RUNNING


@dataclass(frozen=True, slots=True)
class Spec:
    """One action: its handle, its words, its keys, and when it may run.

    Buttons, context menus and keys of lists trigger the action of the window, so that this is
    the one place that says when.
    """

    name: str
    text: str
    keys: str = ""
    when: When = When.ALWAYS
    checkable: bool = False
    other_keys: str = ""  # by which others know it; no list tells them


LINE = Spec(SEPARATOR, "")


def menus() -> tuple[tuple[str, tuple[Spec, ...]], ...]:
    """The menu bar, menu by menu; an empty name is a separator."""
    return (
        (tr("&File"), _of_file()),
        (tr("&Edit"), _of_edit()),
        (tr("&View"), _of_view()),
        (tr("&Person"), _of_person()),
        (tr("&Review"), _of_review()),
        (tr("&Help"), _of_help()),
    )


def _of_file() -> tuple[Spec, ...]:
    return (
        Spec(names.NEW_PERSON, tr("New person"), "Ctrl+N", when=ALONE),
        Spec(names.QUICK_CAPTURE, tr("Quick capture"), "Ctrl+Shift+N"),
        Spec(names.IMPORT_PEOPLE, tr("Import people…"), when=ALONE),
        LINE,
        Spec(names.EXPORT_PLAN, tr("Export plan…"), "Ctrl+E", when=PERSON),
        Spec(EXPORT_OWN_WORDS, tr("Export “In your own words”…"), when=PERSON),
        Spec(EXPORT_BRIEF, tr("Export brief…"), "Ctrl+Shift+E", when=PERSON),
        Spec(EXPORT_CHECK_INS, tr("Export check-ins…"), when=PERSON),
        LINE,
        Spec(SHOW_TRASH, tr("Trash"), "Ctrl+Shift+T", when=ALONE),
        Spec(SHOW_BACKUPS, tr("Backups and restore"), when=ALONE),
        Spec(names.PREFERENCES, tr("Preferences"), "Ctrl+,"),
        Spec(names.QUIT, tr("Quit"), "Ctrl+Q"),
    )


def _of_edit() -> tuple[Spec, ...]:
    return (
        Spec(names.UNDO, tr("Undo"), "Ctrl+Z"),
        Spec(names.REDO, tr("Redo"), "Ctrl+Shift+Z", other_keys="Ctrl+Y"),
        LINE,
        Spec(names.SEARCH, tr("Search or go to…"), "Ctrl+K"),
        LINE,
        Spec(names.EARLIER_VERSIONS, tr("Earlier versions of this text"), "Ctrl+Alt+Z"),
        LINE,
        Spec(names.FIND_IN_PAGE, tr("Find on this page"), "Ctrl+F"),
        Spec(names.FIND_NEXT, tr("Next match"), "F3"),
        Spec(names.FIND_PREVIOUS, tr("Previous match"), "Shift+F3"),
        LINE,
        Spec(names.MOVE_PLAN_ITEM_UP, tr("Move up"), "Alt+Up"),
        Spec(names.MOVE_PLAN_ITEM_DOWN, tr("Move down"), "Alt+Down"),
    )


def _of_view() -> tuple[Spec, ...]:
    return (
        Spec(names.GO_TODAY, tr("Today"), "Ctrl+T"),
        Spec(CLOSE_WEEK, tr("Close the week"), "Ctrl+Shift+W", when=ALONE),
        Spec(SHOW_OBJECTIVES, tr("Business objectives"), "Ctrl+Shift+B", when=ALONE),
        Spec(SHOW_TEMPLATES, tr("Templates"), when=ALONE),
        LINE,
        Spec(names.GO_PREPARE, tr("Prepare"), "Ctrl+1", when=PERSON),
        Spec(names.GO_DISCOVERY, tr("Discovery"), "Ctrl+2", when=PERSON),
        Spec(names.GO_PLAN, tr("Plan"), "Ctrl+3", when=PERSON),
        Spec(names.GO_CHECK_INS, tr("Check-ins"), "Ctrl+4", when=PERSON),
        Spec(PREVIOUS_TAB, tr("Previous tab"), "Ctrl+PgUp", when=When.TABS),
        Spec(NEXT_TAB, tr("Next tab"), "Ctrl+PgDown", when=When.TABS),
        LINE,
        Spec(names.GO_BACK, tr("Go back"), "Alt+Left"),
        LINE,
        Spec(names.SHARE_SAFE_MODE, tr("Share-safe mode"), "Ctrl+Shift+H", checkable=True),
        Spec(NEXT_AREA, tr("Next area"), "F6"),
        Spec(FOLD_RAIL, tr("Show or hide people"), "F9"),
    )


def _of_person() -> tuple[Spec, ...]:
    return (
        Spec(START_CHECK_IN, tr("Start check-in"), "Ctrl+Return", when=PERSON),
        Spec(FINISH_RUNNING, tr("Finish check-in"), "Ctrl+Shift+Return", when=RUNNING),
        Spec(PLAN_ONE_ON_ONE, tr("Plan 1:1…"), "Ctrl+Shift+P", when=PERSON),
        Spec(PLAN_CAREER, tr("Plan career conversation…"), "Ctrl+Shift+C", when=PERSON),
        Spec(ADD_PAST_CHECK_IN, tr("Add a past check-in…"), when=PERSON),
        Spec(DISCOVERY_CONVERSATION, tr("Discovery conversation"), "Ctrl+Shift+D", when=PERSON),
        Spec(names.NEW_PLAN_ITEM, tr("New goal"), "Ctrl+G", when=PERSON),
        Spec(MARK_AGREED, tr("Mark plan as agreed…"), when=PERSON),
        Spec(END_PLAN, tr("Close plan…"), when=PERSON),
        Spec(NOTE_FEEDBACK, tr("Add feedback"), "Ctrl+Shift+F", when=PERSON | ALONE),
        Spec(names.ASK_BEFORE, tr("Ask before you meet…"), "Ctrl+Shift+A", when=PERSON | ALONE),
        Spec(names.TAKE_IN_ANSWER, tr("Import an answer…"), "Ctrl+Shift+I", when=PERSON | ALONE),
        LINE,
        Spec(EDIT_PERSON, tr("Edit details"), "F2", when=PERSON),
        Spec(ARCHIVE_PERSON, tr("Archive"), when=PERSON | ALONE),
        Spec(DELETE_PERSON, tr("Delete person"), when=PERSON | ALONE),
    )


def _of_review() -> tuple[Spec, ...]:
    return (
        Spec(names.GO_REVIEWS, tr("Reviews"), "Ctrl+R", when=ALONE),
        Spec(WRITE_NEXT, tr("Write the next review"), "Ctrl+Shift+R", when=ALONE),
        Spec(NEW_CYCLE, tr("New review cycle"), when=ALONE),
        LINE,
        Spec(REVIEW_BOARD, tr("Back to the board"), when=REVIEW),
    )


def _of_help() -> tuple[Spec, ...]:
    return (
        Spec(SHORTCUTS, tr("Keyboard shortcuts"), "F1"),
        Spec(names.ABOUT, tr("About CareerDesk")),
    )


class Actions(QObject):
    """The actions of the table, found by their handles."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._now = PERSON | ALONE
        self._beside = False
        self._of_reviews: QAction | None = None
        self._taken: tuple[str, ...] = ()
        listed = [spec for _, specs in menus() for spec in specs if spec.name != SEPARATOR]
        self._when = {spec.name: spec.when for spec in listed}
        self._actions = {spec.name: self._make(spec) for spec in listed}

    def _make(self, spec: Spec) -> QAction:
        action = QAction(spec.text, self)
        action.setObjectName(spec.name)
        action.setShortcuts([shortcut(keys) for keys in (spec.keys, spec.other_keys) if keys])
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
        self._set(PERSON, on=there)

    def set_beside(self, *, there: bool) -> None:
        """A page is shown beside a person's, whose tabs are not seen, or not."""
        self._beside = there
        self._enable()

    def set_shared(self, *, on: bool) -> None:
        """Disable what would show other people while the screen is shared, or enable it."""
        self._actions[names.SHARE_SAFE_MODE].setChecked(on)
        if self._of_reviews is not None:
            self._of_reviews.setVisible(not on)
        self._set(ALONE, on=not on)

    def set_in_review(self, *, there: bool) -> None:
        """Enable what needs a person's review on the page, or not."""
        self._set(When.REVIEW, on=there)

    def set_running(self, *, there: bool) -> None:
        """Enable what needs a check-in that goes on with the open person, or not."""
        self._set(When.RUNNING, on=there)

    def leave_to_page(self, *names: str) -> None:
        """Leave the keys of these actions to the page that is shown; none takes them back."""
        self._taken = names
        self._enable()

    def _set(self, what: When, *, on: bool) -> None:
        self._now = self._now | what if on else self._now & ~what
        self._enable()

    def _enable(self) -> None:
        now = self._now
        if When.REVIEW in now or (PERSON in now and not self._beside):
            now |= When.TABS
        for name, needed in self._when.items():
            if needed:  # the others are enabled by anyone who makes them
                may = needed in now and name not in self._taken
                self._actions[name].setEnabled(may)

"""Undo and redo over everything: what is typed is written first, and the page is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from careerdesk.compat import override
from careerdesk.domain.parts import Parts
from careerdesk.i18n import fill, tr
from careerdesk.services.store import Edit
from careerdesk.ui.base.alive import Alive
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.drafts import REVIEWS
from careerdesk.ui.base.errors import Outcome, try_in_parts
from careerdesk.ui.base.hands import Hands
from careerdesk.ui.base.holders import holder_of
from careerdesk.ui.base.navigation import WEEK
from careerdesk.ui.base.page import Page, StandalonePage, page_around

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument


_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)
_CTRL_Y = Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_Y


class UndoRedo(QObject):
    """Drives the two actions: the store's steps are the only undo.

    Only in a field whose words are stored nowhere yet, its own typing is taken back first. Undo
    while much is done again, and redo while much is undone, mean just that: it is stopped.
    """

    def __init__(self, ctx: Context, undo: QAction, redo: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._undo = undo
        self._redo = redo
        self._under_way: QAction | None = None
        self._turned_back = False
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self._undo.triggered.connect(self.undo)
        self._redo.triggered.connect(self.redo)
        self._ctx.bridge.changed.connect(self.refresh)
        self._ctx.sharing.turned.connect(self.refresh)
        self._ctx.work.began.connect(self.refresh)
        self._ctx.work.ended.connect(self.refresh)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._watch)

    @Slot(QWidget, QWidget)
    def _watch(self, _left: QWidget | None, entered: QWidget | None) -> None:
        if isinstance(entered, _FIELDS):
            entered.installEventFilter(self)  # once: Qt takes a filter twice for one

    @Slot()
    def undo(self) -> None:
        """Take the last step back and show where."""
        if not self._turn_back(self._redo):
            self._take_back()

    def _take_back(self) -> None:
        self._show(self._undo, self._ctx.store.undoing, tr("Undone: {step}"))

    @Slot(object)
    def undo_edit(self, step: Edit | None) -> None:
        """Take this step back if it is the last; else leave it to the user what goes with it."""
        self._ctx.autosaver.flush()
        if step is not None and self._ctx.store.last_edit is step:
            self._take_back()
        else:
            words = tr(
                "You've made other changes since then. To undo the latest one, use Undo in the "
                "menu."
            )
            self._ctx.notices.toast(words)

    @Slot()
    def redo(self) -> None:
        """Do the last undone step again and show where."""
        if not self._turn_back(self._undo):
            self._do_again()

    def _do_again(self) -> None:
        self._show(self._redo, self._ctx.store.redoing, tr("Redone: {step}"))

    def _turn_back(self, way: QAction) -> bool:
        """Stop what goes this *way*, if that is the last thing done; tells whether it was."""
        if self._under_way is not way or self._ctx.autosaver.pending:
            return False
        self._turned_back = True  # it may be stored by now, and only not shown in full
        self._ctx.work.stop()
        return True

    def _show(self, way: QAction, travel: Callable[[], Parts[Edit | None]], words: str) -> None:
        busy = self._ctx.work.busy
        if not self._ctx.autosaver.flush() and not busy:
            return
        hands, held = Hands(self), _Held()

        def end(outcome: Outcome[Edit | None]) -> None:
            hands.deleteLater()
            if not busy:  # else it was refused, and what is under way still is
                self._under_way = None
            self._tell(outcome, words, held, stay=hands.moved)
            self._go_back(way, outcome)

        if not busy:
            self._under_way, self._turned_back = way, False
        try_in_parts(self._ctx, travel(), tr("Undoing…"), end)

    def _go_back(self, way: QAction, outcome: Outcome[Edit | None]) -> None:
        """Take back what could no longer be stopped."""
        turned, self._turned_back = self._turned_back, False
        if turned and outcome:
            (self._take_back if way is self._redo else self._do_again)()

    def _tell(self, outcome: Outcome[Edit | None], words: str, held: _Held, *, stay: bool) -> None:
        step, window = outcome.value, self.parent()
        if step is None:
            return
        if not stay:  # else one has gone on with something else meanwhile
            self._go(step)
            if isinstance(window, QWidget):
                held.stay_on_page(window)
        hidden = self._ctx.sharing.on and step.place == REVIEWS
        name = tr("a change") if hidden else step.name
        self._ctx.notices.toast(fill(words, step=name))  # last: leaving a room clears its words
        if isinstance(window, QWidget):
            from careerdesk.ui.widgets.coming_back import show_back

            show_back(window, step.changes.added)
        self.refresh()

    def _go(self, step: Edit) -> None:
        if step.place == REVIEWS:
            self._ctx.navigator.open_reviews(step.person_id or 0)
        elif step.place == WEEK:
            self._ctx.navigator.open_week()
        elif step.person_id is not None:
            tab = step.place if step.place != "people" else ""
            self._ctx.navigator.open(step.person_id, tab)

    @Slot()
    def refresh(self) -> None:
        """Name the steps in the menu."""
        store = self._ctx.store
        for action, words, name, place in (
            (
                self._undo,
                (tr("Undo"), tr("Undo: {edit}", edit=store.undo_name)),
                store.undo_name,
                store.undo_place,
            ),
            (
                self._redo,
                (tr("Redo"), tr("Redo: {edit}", edit=store.redo_name)),
                store.redo_name,
                store.redo_place,
            ),
        ):
            hidden = self._ctx.sharing.on and place == REVIEWS
            action.setEnabled(bool(name) or self._ctx.work.busy)  # which is said, not passed over
            action.setText(words[bool(name) and not hidden])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give undo keys to the window unless unstored typing can be taken back."""
        if isinstance(event, QKeyEvent):
            override = event.type() == QEvent.Type.ShortcutOverride
            to_window = _left_to_window(watched, event)
            if override and to_window:
                event.ignore()
                return True
            if _is_other_redo(event) and not to_window:
                event.accept()  # by themselves fields know this key on Windows alone
                if event.type() == QEvent.Type.KeyPress and isinstance(watched, _FIELDS):
                    watched.redo()
                return True
        return super().eventFilter(watched, event)


class _Held:
    """What had the keyboard before a step was taken back, if it was on a page."""

    def __init__(self) -> None:
        focused = QApplication.focusWidget()
        self._focused = Alive(focused)
        self._on_page = page_around(focused) is not None

    def stay_on_page(self, window: QWidget) -> None:
        """Where it went with the step, the page of *window* takes the keyboard.

        Qt would look anywhere.
        """
        focused = self._focused.get()
        if not self._on_page or (focused is not None and focused.isVisible()):
            return
        if page_around(QApplication.focusWidget()) is None:
            pages: list[Page | StandalonePage] = [*window.findChildren(Page)]
            pages += window.findChildren(StandalonePage)
            shown = next((page for page in pages if page.isVisible()), None)
            if shown is not None:
                shown.focus_first()


def _is_travel(event: QKeyEvent) -> bool:
    redo = event.matches(QKeySequence.StandardKey.Redo) or _is_other_redo(event)
    return redo or event.matches(QKeySequence.StandardKey.Undo)


def _is_other_redo(event: QKeyEvent) -> bool:
    return event.keyCombination() == _CTRL_Y


def _left_to_window(widget: QObject, event: QKeyEvent) -> bool:
    """Whether this key is the window's: the editor has nothing of its own to undo or redo by it.

    Ctrl+E is the window's too; on some systems an editor takes it as the end of the line.
    """
    if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_E:
        return True
    if not _is_travel(event):
        return False
    holder = holder_of(widget) if isinstance(widget, QWidget) else None
    if holder is None or holder.stores:
        return True
    typed = _typed_into(widget)
    if typed is None:
        return False
    undo = event.matches(QKeySequence.StandardKey.Undo)
    return not (typed.isUndoAvailable() if undo else typed.isRedoAvailable())


def _typed_into(widget: QObject) -> QTextDocument | QLineEdit | None:
    """What has an undo of its own, in a field."""
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.document()
    return widget if isinstance(widget, QLineEdit) else None

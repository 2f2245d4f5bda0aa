"""What can be done in the window, each thing once, in the language that nobody speaks.

On each page every button is pressed, of each list the menus of some rows are opened and each entry
is chosen, what can be typed is added, and what was done is taken back and done again: by the
buttons and keys of the window itself. What Qt paints, says and asks meanwhile is read where it
does so.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QDesktopServices,
    QFontMetrics,
    QPainter,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from careerdesk.services import people
from careerdesk.ui.base import names
from careerdesk.ui.shell.damaged import CLOSE, RESTORE
from careerdesk.ui.shell.main_window import MainWindow
from tests.plain_words import TYPED

MOST_ROWS = 2  # of a list, whose menus are opened
LEAVE = {names.QUIT, names.IMPORT_PEOPLE, RESTORE, CLOSE}  # what ends the walk, or asks for a file

CUTTING = {"look.py", "paint.py", "wrapping.py", "cards.py", "marks.py"}

Place = tuple[str, Callable[[], object]]
Read = Callable[[str, QWidget], None]
Told = Callable[[str, str], None]


class Walker:
    """Does in a window whatever can be done there."""

    def __init__(self, window: MainWindow, read: Read) -> None:
        """*read* is given each widget that is up, and why."""
        self.window, self._read = window, read
        self._done: set[str] = set()
        self._follow: list[tuple[str, Callable[[], object]]] = []
        self._place = ""
        self._closer = QTimer(window)
        self._closer.timeout.connect(self._answer)
        self._blocks = False

    def walk(self) -> None:
        """Go everywhere, and do everything there once."""
        self.answer()
        for name, open_place in self.places():
            self._at(name, open_place)
            assert self.window.isVisible(), f"closed on {name}"
        self._closer.stop()

    def answer(self) -> None:
        """Answer from now on what would wait for somebody."""
        self._closer.start(5)

    def places(self) -> Iterator[Place]:
        """The pages, and how each is opened."""
        window, pages = self.window, self.window.commands.pages
        everyone = [one.id for one in people.everyone(window.ctx.store)]
        for person in (everyone[0], everyone[1], everyone[-1]):
            for tab in ("prepare", "discovery", "plan", "check-ins"):
                yield f"{tab} {person}", lambda p=person, t=tab: window.open_person(p, t)
        for page in ("today", "week", "objectives", "templates", "backups", "trash", "shortcuts",
                     "preferences", "about", "first_one_on_ones", "damage"):  # fmt: skip
            yield page, getattr(pages, f"show_{page}")
        yield "discovery talk", pages.discovery_conversation
        yield "person", window.commands.edit_person
        yield from self._reviews()

    def _reviews(self) -> Iterator[Place]:
        room = self.window.commands.pages.reviews_page()
        assert room is not None
        assert room.cycle is not None
        rows = [row.id for row in room.cycle.rows[:4]]

        pages = self.window.commands.pages

        def show(tab: str) -> Callable[[], object]:
            def act() -> None:
                if (page := pages.reviews_page()) is not None:
                    page.show_tab(tab)

            return act

        def review(review_id: int, tab: str) -> Callable[[], object]:
            def act() -> None:
                if (page := pages.reviews_page()) is not None:
                    page.open_review(review_id, tab)

            return act

        for tab in ("board", "settings", "curve"):
            yield f"reviews {tab}", show(tab)
        for row in rows:
            for tab in ("narrative", "self", "peers", "accomplishments", "calibration", "across",
                        "outcome", "share"):  # fmt: skip
                yield f"review {tab} {row}", review(row, tab)

    def _at(self, name: str, open_place: Callable[[], object]) -> None:
        self._place = name

        def again() -> None:
            self.leave()
            open_place()
            settle()

        again()
        self.look("")
        self.window.setUpdatesEnabled(True)
        self.window.grab()  # so that all is painted, once: it takes most of the time
        self.window.setUpdatesEnabled(False)
        acts = list(self._acts())
        while acts:
            key, act = acts.pop()
            if key in self._done:
                continue
            self._done.add(key)
            before, there = self.window.ctx.store.last_edit, self._there()
            act()
            settle()
            self.look(key)
            acts += self._follow
            self._follow = []
            if self.window.ctx.store.last_edit is not before:
                self._take_back(key)
            while popup := QApplication.activePopupWidget():
                popup.close()
            if self._there() != there:
                again()

    def _take_back(self, key: str) -> None:
        again = len(self._done) % 4 == 0  # a step has the same name when it is done again
        for step in (names.UNDO, names.REDO, names.UNDO) if again else (names.UNDO,):
            self.window.actions_[step].trigger()
            settle()
            self.look(f"{key}, {step}")

    def _there(self) -> object:
        """What tells whether the page is as it was."""
        edit = self.window.ctx.store.last_edit
        shown = [one.isVisible() for one in self.window.findChildren(QWidget)]
        return self.window.content.currentWidget(), QApplication.focusWidget(), edit, sum(shown)

    def look(self, why: str) -> None:
        """Read whatever is up."""
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible():
                self._read(f"{self._place}: {why}", widget)

    def leave(self) -> None:
        """Close whatever was opened."""
        while popup := QApplication.activePopupWidget():
            popup.close()
        for dialog in self.window.findChildren(QDialog):
            dialog.reject()
        settle()
        for _ in range(2):
            QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_Escape)
        settle()

    def _acts(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """What can be done on the page that is shown, each with a key for what it is."""
        for one in self.window.findChildren(QWidget):
            if not one.isVisible() or not one.isEnabled() or one.objectName() in LEAVE:
                continue
            handle = f"{type(one).__name__} {one.objectName()}"
            if isinstance(one, QAbstractButton):
                yield (
                    f"press {handle} {one.accessibleName() or one.text()}"[:90],
                    _found(
                        self.window,
                        one,
                        lambda found: found.click(),  # type: ignore[attr-defined]
                    ),
                )
            elif isinstance(one, QAbstractItemView) and one.model() is not None:
                yield from self._menus(one, handle)
            elif isinstance(one, QComboBox):
                yield f"open {handle}", _found(self.window, one, _open_popup)
            elif isinstance(one, QLineEdit) and not one.isReadOnly():
                yield f"type into {handle}", _found(self.window, one, self._type)
            elif isinstance(one, QTextEdit | QPlainTextEdit):
                yield f"menu of {type(one).__name__}", _found(self.window, one, self._text_menu)
        for action in self.window.actions_.all():
            if action.isEnabled() and action.objectName() not in LEAVE:
                yield f"action {action.objectName()}", action.trigger

    def _menus(
        self, view: QAbstractItemView, handle: str
    ) -> Iterator[tuple[str, Callable[[], object]]]:
        rows = view.model().rowCount()
        for row in dict.fromkeys([*range(min(rows, MOST_ROWS)), rows - 1]):
            if row >= 0:
                yield f"enter {handle} {row}", _found(self.window, view, _enter(row))
                yield f"menu of {handle} {row}", _found(self.window, view, self._unfold(row))

    def _unfold(self, row: int) -> Callable[[QWidget], object]:
        """Open the menu of a row, and remember to choose each of its entries."""

        def act(view: QWidget) -> None:
            assert isinstance(view, QAbstractItemView)
            menu = self._menu(view, row)
            handle = f"{type(view).__name__} {view.objectName()}"
            for number, words in enumerate(_entries(menu) if menu is not None else []):
                choose = _found(self.window, view, self._choose(row, number))
                self._follow.append((f"{handle}: {words}", choose))

        return act

    def _menu(self, view: QAbstractItemView, row: int) -> QMenu | None:
        index = view.model().index(row, 0)
        view.setCurrentIndex(index)
        place = view.visualRect(index).center()
        where = view.viewport().mapToGlobal(place)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, where)
        QApplication.sendEvent(view.viewport(), event)
        settle()
        popup = QApplication.activePopupWidget()
        return popup if isinstance(popup, QMenu) else None

    def _choose(self, row: int, number: int) -> Callable[[QWidget], object]:
        def act(view: QWidget) -> None:
            assert isinstance(view, QAbstractItemView)
            menu = self._menu(view, row)
            if menu is None or number >= len(_actions(menu)):
                return
            action = _actions(menu)[number]
            menu.close()
            action.trigger()

        return act

    def _type(self, field: QWidget) -> None:
        field.setFocus()
        field.selectAll()  # type: ignore[attr-defined]
        QTest.keyClicks(field, TYPED)
        settle()
        self.look(f"typed into {field.objectName()}")
        QTest.keyClick(field, Qt.Key.Key_Return)

    def _text_menu(self, text: QWidget) -> None:
        text.setFocus()
        self._blocks = True
        middle = text.rect().center()
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, middle, text.mapToGlobal(middle)
        )
        QApplication.sendEvent(text, event)
        self._blocks = False

    def _answer(self) -> None:
        """Read what stops the program until it is answered, and go on by its first button."""
        box = QApplication.activeModalWidget()
        popup = QApplication.activePopupWidget()
        if isinstance(box, QMessageBox):
            self.look("question")
            box.buttons()[0].click()
        elif self._blocks and popup is not None:
            self.look("menu of a text")
            popup.close()


def settle() -> None:
    """Let the window do what waits."""
    for _ in range(4):
        QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _found(
    window: QWidget, widget: QWidget, act: Callable[[QWidget], object]
) -> Callable[[], object]:
    """Do something with a widget, or with the one that stands in its place now."""
    kind, name = type(widget), widget.objectName()
    label = widget.accessibleName()

    def do() -> None:
        for one in window.findChildren(kind, name):
            if one.isVisible() and one.isEnabled() and one.accessibleName() == label:
                act(one)
                return

    return do


def _open_popup(box: QWidget) -> None:
    assert isinstance(box, QComboBox)
    box.showPopup()


def _enter(row: int) -> Callable[[QWidget], object]:
    def act(view: QWidget) -> None:
        assert isinstance(view, QAbstractItemView)
        view.setFocus()
        view.setCurrentIndex(view.model().index(row, 0))
        QTest.keyClick(view, Qt.Key.Key_Return)

    return act


def _actions(menu: QMenu) -> list[object]:
    found: list[object] = []
    for action in menu.actions():
        if action.menu() is not None:
            found += _actions(action.menu())
        elif not action.isSeparator() and action.isEnabled():
            found.append(action)
    return found


def _entries(menu: QMenu) -> list[str]:
    return [one.text() for one in _actions(menu)]  # type: ignore[attr-defined]


def hear_system(told: Told, folder: Path) -> None:
    """Tell what screen readers say and dialogs of files ask, which would wait for somebody."""

    def save(_over: object, title: str, suggested: str, pattern: str) -> tuple[str, str]:
        told("save dialog", title)
        told("save dialog", pattern)
        told("save dialog", Path(suggested).stem)
        return str(folder / "saved"), pattern

    def choose(_over: object, title: str, _folder: str, pattern: str) -> tuple[str, str]:
        told("open dialog", title)
        told("open dialog", pattern)
        return "", ""

    def folder_of(_over: object, title: str) -> str:
        told("folder dialog", title)
        return ""

    def spoken(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told("spoken", event.message())

    QAccessible.updateAccessibility = staticmethod(spoken)  # type: ignore[method-assign]
    QFileDialog.getSaveFileName = staticmethod(save)  # type: ignore[method-assign,assignment]
    QFileDialog.getOpenFileName = staticmethod(choose)  # type: ignore[method-assign,assignment]
    QFileDialog.getExistingDirectory = staticmethod(folder_of)  # type: ignore[method-assign,assignment]
    QDesktopServices.openUrl = staticmethod(lambda _url: True)  # type: ignore[method-assign]


def _caller() -> str:
    """Where in the program something was cut: past the functions that cut."""
    frame = sys._getframe(2)
    while frame.f_back is not None and Path(frame.f_code.co_filename).name in CUTTING:
        frame = frame.f_back
    return f"{Path(frame.f_code.co_filename).name} {frame.f_code.co_name}"


def hear_painting(painted: Told, cut: Told) -> None:
    """Tell each text that is painted, and each that Qt cut because it did not fit."""
    elide, draw = QFontMetrics.elidedText, QPainter.drawText

    def elided(self: QFontMetrics, text: str, *more: object) -> str:
        found: str = elide(self, text, *more)
        if found != text:
            cut(_caller(), text)
        return found

    def drawn(self: QPainter, *arguments: object) -> object:
        for one in arguments:
            if isinstance(one, str):
                painted("painted", one)
        return draw(self, *arguments)

    QFontMetrics.elidedText = elided  # type: ignore[method-assign,assignment]
    QPainter.drawText = drawn  # type: ignore[method-assign,assignment]

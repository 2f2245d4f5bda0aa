"""Finding on the page that is shown: marks, the way from hit to hit, and the bar for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from careerdesk.domain.search.folding import words_of
from careerdesk.ui.base.alive import Alive, focus_again
from careerdesk.ui.shell.find_bar import FindBar
from careerdesk.ui.shell.page_hits import PageHit, bring_into_sight, hits_on, shown_text
from careerdesk.ui.shell.page_marks import PageMarks
from careerdesk.ui.theme.marks import Marks
from careerdesk.ui.theme.utf16 import qt_spans

if TYPE_CHECKING:
    from careerdesk.ui.shell.shell import Shell
    from careerdesk.ui.shell.standalone_pages import StandalonePages


class FindInPage(QObject):
    """Marks words on the page that is shown, with the bar or after a jump."""

    def __init__(self, window: Shell, pages: StandalonePages, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._pages = window, pages
        self._bar: FindBar | None = None
        self._came_from: Alive[QWidget] = Alive()
        self._inside: Alive[QWidget] = Alive()  # the part of the page that is searched
        self._where: tuple[object, ...] = ()
        self._worn = PageMarks(window.ctx.theme, self)
        self.hits: list[PageHit] = []
        self._at = -1
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._look_again)
        self._connect()

    def _connect(self) -> None:
        window = self._window
        for changed in (
            window.content.currentChanged, window.person_page.stack.currentChanged,
            window.rail.person_chosen, self._pages.moved, window.ctx.bridge.changed,
            window.ctx.theme.changed, window.ctx.day.changed,
        ):  # fmt: skip
            changed.connect(self.look_again_soon)
        self._worn.changed.connect(self.look_again_soon)
        window.ctx.sharing.turned.connect(self._forget)

    @property
    def _marks(self) -> Marks | None:
        return self._worn.marks

    @property
    def _is_open(self) -> bool:
        """Whether the bar is there, which counts the hits."""
        return self._bar is not None and not self._bar.isHidden()

    @property
    def at(self) -> int:
        """Which hit one is at, from 0; -1 for none."""
        return self._at

    @Slot()
    def open(self) -> None:
        """Let words be typed that are looked for."""
        if not self._has_keyboard():
            self._came_from = Alive(QApplication.focusWidget())
        bar = self._shown_bar()
        bar.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        bar.edit.selectAll()
        self._find(bar.edit.text())

    def mark(self, words: tuple[str, ...]) -> None:
        """Mark words, folded, where one has come for them; until Esc, or another page."""
        self._hide_bar()
        self._put(Marks(words))
        self._tell()

    def follow(self, typed: str) -> None:
        """Mark what a search of the page itself is told, where it looks; F3 goes through it."""
        words, page = words_of(typed), self._window.person_page.page
        self._hide_bar()
        inside = page.looked_through if page is not None else None
        self._put(Marks(words) if words else None, inside)

    @Slot()
    def next(self) -> None:
        """Go to the next hit, from the last one to the first."""
        self._step(1)

    @Slot()
    def previous(self) -> None:
        """Go to the hit before, from the first one to the last."""
        self._step(-1)

    @property
    def hit(self) -> PageHit | None:
        """The hit one is at."""
        return self.hits[self._at] if 0 <= self._at < len(self.hits) else None

    def escape(self) -> bool:
        """Take the marks away; tells whether there were any."""
        if self._marks is None and not self._is_open:
            return False
        self.close()
        return True

    @Slot()
    def close(self) -> None:
        """Take bar and marks away; the keyboard goes to the hit, else where it was before."""
        was_here = self._has_keyboard()
        hit = self.hit
        self._hide_bar()
        self._put(None)
        if not was_here or (hit is not None and _go_into(hit)):
            return
        if not focus_again(self._came_from):
            self._pages.focus()

    @Slot()
    def _forget(self) -> None:
        """What was looked for may be somebody's name: it is not offered to other eyes."""
        self.close()
        if self._bar is not None:
            self._bar.show_words("")

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        bar = self._bar
        return bar is not None and focused is not None and bar.isAncestorOf(focused)

    def _hide_bar(self) -> None:
        if self._bar is not None:
            self._bar.hide()

    def _shown_bar(self) -> FindBar:
        if self._bar is None:
            self._bar = bar = FindBar(self._window.ctx.theme)
            body = self._window.content.parentWidget()
            below = body.layout() if body is not None else None
            if isinstance(below, QBoxLayout):
                below.addWidget(bar)
            bar.edited.connect(self._find)
            bar.next_wanted.connect(self.next)
            bar.previous_wanted.connect(self.previous)
            bar.closed.connect(self.close)
        self._bar.show()
        return self._bar

    @Slot(str)
    def _find(self, typed: str) -> None:
        words = words_of(typed)
        before = self.hit
        self._put(Marks(words, phrase=True) if words else None)
        if self.hits:
            self._go_to(self._place_of(before) if before is not None else 0)
        self._tell()

    def _place_of(self, before: PageHit) -> int:
        """The hit where one was, else the next one in its widget, else the first."""
        for number, hit in enumerate(self.hits):
            if hit.widget is before.widget and _comes_up_to(before, hit):
                return number
        return 0

    def _put(self, marks: Marks | None, inside: QWidget | None = None) -> None:
        """Mark something else, or nothing; on the whole page, or *inside* a part of it."""
        if marks is None and self._marks is None:
            return
        self._inside = Alive(inside)
        self._where = self._here()
        self.hits, self._at = [], -1
        self._worn.put(marks, self._page)
        if self._is_open:
            self._collect()

    def _collect(self) -> None:
        """Find all hits; the one where one was stays it, if it is there."""
        if self._marks is not None:
            before = self.hit
            self.hits = hits_on(self._page, self._marks)
            self._at = self._same(before)

    @Slot()
    def look_again_soon(self) -> None:
        """Something else may be shown: find again, once what goes on is through."""
        if self._marks is not None:
            self._soon.start()

    @Slot()
    def _look_again(self) -> None:
        if self._marks is None:
            return
        if self._where != self._here():
            self._turn()
            return
        if self._is_open:
            self._collect()
        self._worn.dress()
        self._tell()

    def _turn(self) -> None:
        """Another page: marks of a jump are over, and the bar finds on that one."""
        marks = self._marks
        if not self._is_open or marks is None:
            self._put(None)
        else:
            self._put(Marks(marks.words, phrase=marks.phrase))
            self._tell()

    def _same(self, before: PageHit | None) -> int:
        """Where the hit one was at is now, if it is there."""
        if before is None or self._marks is None:
            return -1
        found = next((n for n, hit in enumerate(self.hits) if hit.is_at(before)), -1)
        if found < 0:
            self._marks.at(None)
        else:
            hit = self.hits[found]
            self._marks.at(hit.widget, hit.row, hit.span)
        return found

    def _step(self, by: int) -> None:
        if self._marks is None:
            self.open()
            return
        bar = self._shown_bar()  # which says how many there are
        if not bar.edit.hasFocus() and not self._marks.phrase:
            bar.show_words(" ".join(self._marks.words))
        self._look_again()
        if self._marks is not None and self.hits:
            start = self._at if self._at >= 0 else self._before_keyboard(by)
            self._go_to((start + by) % len(self.hits))
        self._tell(spoken=True)

    def _before_keyboard(self, by: int) -> int:
        """Where the way begins: at the hits of what has the keyboard, else at the first or last."""
        focused = QApplication.focusWidget()
        numbers = [number for number, hit in enumerate(self.hits) if hit.widget is focused]
        if numbers:
            return numbers[0] - 1 if by > 0 else numbers[-1] + 1
        return -1 if by > 0 else 0

    def _go_to(self, number: int) -> None:
        marks = self._marks
        if marks is None:
            return
        before, hit = marks.widget, self.hits[number]
        self._at = number
        marks.at(hit.widget, hit.row, hit.span)
        for widget in {before, hit.widget}:
            if widget is not None:
                self._worn.dress_one(widget)
        bring_into_sight(hit)
        self._page.update()

    def _tell(self, *, spoken: bool = False) -> None:
        if self._bar is None or not self._is_open:
            return
        words = self.hit.text if spoken and self.hit is not None else ""
        self._bar.tell(self._at + 1, len(self.hits) if self._marks is not None else -1, words)

    @property
    def _page(self) -> QWidget:
        inside = self._inside.get()
        return inside or self._window.content.currentWidget() or self._window.content

    def _here(self) -> tuple[object, ...]:
        """Which page is shown, of whom."""
        window, plain = self._window, self._pages.current
        if plain is not None:
            return (id(plain), plain.place)
        return (window.person_page.person_id, window.person_page.tab)


def _comes_up_to(before: PageHit, hit: PageHit) -> bool:
    """Whether *hit* is *before* or comes after it in the same widget."""
    if before.row is not None and hit.row is not None:
        return hit.row.row() >= before.row.row()
    return before.span is not None and hit.span is not None and hit.span[0] >= before.span[0]


def _go_into(hit: PageHit) -> bool:
    """Put the keyboard where a hit is; tells whether it can be there."""
    widget = hit.widget
    if not isValid(widget) or not widget.isVisible() or not widget.isEnabled():
        return False
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or isinstance(widget, QLabel):
        return False
    if isinstance(widget, QAbstractItemView) and hit.row is not None and hit.row.isValid():
        widget.setCurrentIndex(hit.row)
    elif hit.span is not None and isinstance(widget, QTextEdit | QPlainTextEdit):
        start, end = qt_spans(shown_text(widget), [hit.span])[0]
        cursor = QTextCursor(widget.document())
        cursor.setPosition(end)
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        widget.setTextCursor(cursor)
    elif hit.span is not None and isinstance(widget, QLineEdit):
        start, end = qt_spans(widget.text(), [hit.span])[0]
        widget.setSelection(start, end - start)
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    return True

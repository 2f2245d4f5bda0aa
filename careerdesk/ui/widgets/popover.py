"""A small form that lies over the window, beside what opened it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.errors import UserError
from careerdesk.domain.records import CheckIn, Person, Record
from careerdesk.services.store import Changes
from careerdesk.ui.base.acting import has_gone
from careerdesk.ui.base.alive import Alive, focus_again
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.keys import ENTER, is_alone
from careerdesk.ui.base.page import page_around
from careerdesk.ui.base.unstored import Unstored
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.segmented import Segmented

WIDE = 372
GAP = 4  # between the form and what opened it
EDGE = 8  # of the window, that stays free


class Popover(QFrame):
    """Enter does what it is for, Esc leaves; Tab goes round in it.

    It is gone as soon as the keyboard is elsewhere, somebody else is shown, or share-safe mode is
    turned. What was typed stays as a draft and is there again when it is opened; Esc throws it
    away in a step that can be undone. A subclass fills `column`, says in `submit` what is done,
    and reads again in `refresh`.
    """

    closed = Signal()

    def __init__(
        self, ctx: Context, anchor: QWidget, *, name: str, label: str, at: QRect | None = None
    ) -> None:
        """*at* is the part of *anchor* beside which it stands, such as a row of a list."""
        window = anchor.window()
        inside = window.centralWidget() if isinstance(window, QMainWindow) else None
        super().__init__(inside or window)
        self.ctx = ctx
        self._host: QWidget = inside or window
        self._anchor, self._at = Alive(anchor), at
        self._before: Alive[QWidget] = Alive(QApplication.focusWidget())
        self._unstored: Unstored | None = None
        self._stops: Sequence[QWidget] = ()
        self._about: list[tuple[type[Record], int]] = []
        self._is_open = False
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setProperty("kind", "palette")
        self.setAutoFillBackground(True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(8)
        self.hide()

    def keep_words(
        self,
        handle: str,
        fields: Mapping[str, QWidget],
        person_id: int,
        checkin_id: int = 0,
        *,
        of: tuple[type[Record], int] | None = None,
        offered: str = "",
    ) -> None:
        """Keep what is typed into *fields* as a draft; what stands in them now is none.

        It is of a check-in, of another record (*of*), else of the person. What stands in the field
        called *offered* depends on the day.
        """
        self._unstored = Unstored(self.ctx, handle, fields)
        self._unstored.offer(offered)
        whose = person_id if self.ctx.drafts.shown == person_id else 0  # 0: on a page of nobody
        about: tuple[type[Record], int] = of or (Person, person_id)
        if checkin_id:
            about = CheckIn, checkin_id
        self._unstored.belong_to(whose, *about)
        self._about = [(Person, person_id), about]

    @Slot()
    def follow_offer(self) -> None:
        """What the program put into a field just now is no draft."""
        if self._unstored is not None:
            self._unstored.follow_offer()

    def set_stops(self, *stops: QWidget) -> None:
        """Let Tab go over these; the cursor is in the first of them at first."""
        self._stops = stops
        for stop in stops:
            stop.installEventFilter(self)

    def taking(self) -> AbstractContextManager[None]:
        """A block whose first edit takes the words."""
        assert self._unstored is not None  # noqa: S101  # a form without words has nothing to do
        return self._unstored.taking()

    def submit(self) -> None:
        """Do what it is for; a subclass says what."""

    def refresh(self) -> None:
        """Read again what it shows beside its fields; a subclass says how."""

    def open(self) -> None:
        """Show it and take the keyboard; another one in the same window goes."""
        for other in self._host.findChildren(Popover):
            if other is not self:
                other.leave(back=False)
        self._connect()
        self._place()
        self.show()
        self.raise_()
        self._is_open = True
        announce(self, self.accessibleName())
        self._stops[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self, *, back: bool = True) -> None:
        """Go; *back* gives the keyboard to where it was, else to the page that asked for the form.

        What was typed stays as a draft.
        """
        if not self._is_open:
            return
        self._is_open = False
        self.ctx.autosaver.flush()
        self.hide()
        if back and not focus_again(self._before):
            page = page_around(self._anchor.get())
            if page is not None:
                page.focus_first()
        self.closed.emit()
        discard(self)

    @Slot()
    def leave_at_once(self) -> None:
        """Go before anything else is shown."""
        self.leave(back=False)

    def _dismiss(self) -> None:
        """Throw away what was typed, and go."""
        if self._unstored is None or self._unstored.discard():
            self.leave()

    def _connect(self) -> None:
        ctx = self.ctx
        ctx.bridge.changed.connect(self._heard)
        ctx.day.changed.connect(self._day_turned)
        ctx.drafts.turned.connect(self.leave_at_once)
        ctx.sharing.turned.connect(self.leave_at_once)
        self._host.installEventFilter(self)
        if (window := self.window().windowHandle()) is not None:
            window.installEventFilter(self)  # it sees each click before any widget does
        if (anchor := self._anchor.get()) is not None:
            anchor.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    @Slot()
    def _day_turned(self) -> None:
        self._heard(Changes("", unsure=True))

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        """Somebody changed something: what it is about may be gone."""
        if not self._is_open:
            return
        try:
            gone = any(has_gone(self.ctx, *about) for about in self._about)
            if not gone and (changes.all or changes.unsure):
                self.refresh()
        except UserError:
            gone = True  # the page behind it reads the same, and says why it cannot
        if gone:
            self.leave()

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._is_open and not self._reaches(new):
            self.leave(back=False)

    def _look_at_click(self, event: QMouseEvent) -> None:
        """A click beside it has it out of the way; one on what opened it opens it again."""
        at, anchor = event.globalPosition().toPoint(), self._anchor.get()
        area = self._at or (anchor.rect() if anchor else QRect())
        opener = anchor is not None and area.contains(anchor.mapFromGlobal(at))
        if self._is_open and not opener and not self.rect().contains(self.mapFromGlobal(at)):
            self.leave(back=False)

    def _reaches(self, widget: QWidget | None) -> bool:
        """Whether *widget* belongs to it, also in a window of its own such as an open list."""
        while widget is not None and widget is not self:
            widget = widget.parentWidget()
        return widget is self

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window, go with what opened it, and leave by Esc from any field."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWindow):
            self._look_at_click(cast("QMouseEvent", event))
        elif kind == QEvent.Type.Resize and watched is self._host:
            self._place()
        elif kind == QEvent.Type.Hide and watched is self._anchor.get():
            self.leave()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_esc(event):
            self._dismiss()
            return True
        return super().eventFilter(watched, event)

    @override
    def event(self, event: QEvent) -> bool:
        """Grow where a sentence appears below a field."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self._is_open:
            self._place()
        return done

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what it is for, Esc leaves; no key goes on to the page."""
        if event.key() in ENTER and is_alone(event):
            self.submit()
        elif _is_esc(event):
            self._dismiss()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # so it is called in Qt
        """Tab goes round."""
        stops = [part for stop in self._stops for part in _parts(stop) if part.isVisibleTo(self)]
        stops = [part for part in stops if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
        focused = [place for place, part in enumerate(stops) if part.hasFocus()]
        at = (focused or [-1])[0] + (1 if next else -1)
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stops[at % len(stops)].setFocus(reason)
        return True

    def _place(self) -> None:
        """Below what opened it, above where there is no room, and always within the window."""
        anchor = self._anchor.get()
        if anchor is None:
            return
        room = self._host.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        wide = min(self.ctx.theme.look.measure(WIDE), room.width())
        high = max(self.column.totalHeightForWidth(wide), self.minimumSizeHint().height())
        self.resize(wide, high)
        beside = self._at or anchor.rect()
        area = QRect(anchor.mapTo(self._host, beside.topLeft()), beside.size())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = area.right() + 1 - wide if mirrored else area.left()
        below = area.bottom() + 1 + GAP
        top = below if below + high <= room.bottom() + 1 else area.top() - GAP - high
        self.move(_within(QPoint(left, top), QRect(0, 0, wide, high), room))


def _within(at: QPoint, size: QRect, room: QRect) -> QPoint:
    left = max(room.left(), min(at.x(), room.right() + 1 - size.width()))
    return QPoint(left, max(room.top(), min(at.y(), room.bottom() + 1 - size.height())))


def _is_esc(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape and is_alone(event)


def _parts(stop: QWidget) -> Sequence[QWidget]:
    return stop.parts() if isinstance(stop, Segmented) else [stop]

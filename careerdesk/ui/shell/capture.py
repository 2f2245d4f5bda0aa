"""Quick capture: a name, a thought and Enter, and it is on the person's next agenda."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.capture import Captured, capture
from careerdesk.domain.records import Person
from careerdesk.i18n import tr
from careerdesk.services import checkins, people
from careerdesk.services.store import Changes
from careerdesk.ui.base.alive import Alive, focus_again
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.labels import Caption, Strong

WIDE, FROM_TOP = 560, 72
CAPTURE, CAPTURE_EDIT = "quickCapturePanel", "quickCaptureEdit"
MOST = 2_000


class QuickCapture(QFrame):
    """Lies over the window until Enter or Esc; the focus goes back to where it was.

    Anyone who turns to something else before a word is typed is rid of it. With words in it
    it stays, and a line without a name is for anyone who is shown now.
    """

    def __init__(self, ctx: Context, host: QWidget, shown: Person | None) -> None:
        """*shown* is the person on the page: lines without a name are for them."""
        super().__init__(host)
        self._ctx, self._host, self._shown = ctx, host, shown
        self._before = Alive(QApplication.focusWidget())
        self._everyone: list[Person] = []
        self._find_people()
        self.setObjectName(CAPTURE)
        self.setAccessibleName(tr("Quick capture"))
        self.setProperty("kind", "palette")
        self.edit = QLineEdit()
        self.edit.setObjectName(CAPTURE_EDIT)
        self.edit.setAccessibleName(tr("A name, then what to talk about"))
        self.edit.setPlaceholderText(tr("A name, then what to talk about"))
        self.edit.setMaxLength(MOST)
        self.hint = Caption(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        for widget in (Strong(tr("Quick capture")), self.edit, self.hint):
            column.addWidget(widget)
        self._connect()
        self._unstored = Unstored(ctx, CAPTURE_EDIT, {TEXT: self.edit})
        with_whom = ctx.sharing.person_id or 0  # what names others is not theirs
        self._unstored.belong_to(0, Person if with_whom else None, with_whom)
        self._tell()

    def _find_people(self) -> None:
        rows = try_read(self._ctx, people.rail, self._ctx.store, self._ctx.clock.today()) or []
        self._everyone = [row.person for row in rows]
        if self._shown is not None:
            shown = self._shown.id
            self._shown = next((one for one in self._everyone if one.id == shown), None)

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        """Somebody came, went, or is called otherwise."""
        if changes.touches(Person):
            self._find_people()
            self._tell()

    def _connect(self) -> None:
        self._ctx.bridge.changed.connect(self._heard)
        self._ctx.drafts.turned.connect(self._follow)
        self.edit.textChanged.connect(self._tell)
        self.edit.returnPressed.connect(self._take)
        self._host.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def open(self) -> None:
        """Show it and take the keyboard."""
        self._place()
        self.show()
        self.raise_()
        self.edit.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of a window that is resized."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, and takes the words along: one undo has them here again."""
        if event.key() == Qt.Key.Key_Escape:
            if self._unstored.discard():
                self.leave()
        else:
            super().keyPressEvent(event)

    def _read(self) -> Captured:
        """Whom it is for; while the screen is shared, they alone, and only by their name.

        What is meant for somebody else must not come before the eyes of the one who looks on.
        """
        sharing = self._ctx.sharing
        if not sharing.on:
            return capture(self.edit.text(), self._everyone, self._shown)
        read = capture(self.edit.text(), self._everyone, in_full=True)
        mine = read.person is not None and sharing.shows(read.person.id)
        return read if mine else Captured((), read.text)

    @Slot()
    def _tell(self) -> None:
        self.hint.setText(self._hint(self._read()))

    def _hint(self, read: Captured) -> str:
        if read.person is None and self._ctx.sharing.on:
            seen = (one.short_name for one in self._everyone if self._ctx.sharing.shows(one.id))
            return tr(
                (
                    "While you're sharing your screen, you can only add to {name}'s "
                    "agenda. Start with {name}."
                ),
                name=next(seen, ""),
            )
        return _hint(read)

    @Slot()
    def _take(self) -> None:
        read = self._read()
        if read.person is None or not read.text:
            return
        store, whose = self._ctx.store, read.person
        with self._unstored.taking():
            added = try_action(self._ctx, checkins.add_agenda, store, whose.id, read.text)
        if added.say(tr("Added to {name}'s agenda", name=whose.name)):
            self.leave()

    def leave(self) -> None:
        """Go, and give the focus back."""
        self.hide()
        focus_again(self._before)
        discard(self)

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        elsewhere = new is not None and not self.isAncestorOf(new)
        if elsewhere and self.isVisible() and self._unstored.is_blank:
            discard(self)

    @Slot()
    def _follow(self) -> None:
        """Another person is shown, or nobody."""
        shown = self._ctx.drafts.shown
        self._shown = next((one for one in self._everyone if one.id == shown), None)
        self._tell()

    def _place(self) -> None:
        wide = min(self._ctx.theme.look.measure(WIDE), self._host.width() - 40)
        self.resize(wide, self.sizeHint().height())
        self.move((self._host.width() - wide) // 2, FROM_TOP)


def _hint(read: Captured) -> str:
    """Whom it is for, or who could be meant."""
    if read.person is not None:
        name = read.person.name
        if read.text:
            return tr("Press Enter to add it to {name}'s agenda", name=name)
        return tr("What do you want to talk about with {name}?", name=name)
    if read.people:
        names = ", ".join(person.name for person in read.people[:6])
        return tr("Who do you mean? {names}", names=names)
    return tr("Start with a person's name, then add what you want to talk about.")

"""Going to what a search found, wherever it is, and back to where one was."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow

from careerdesk.compat import override
from careerdesk.domain.errors import NotFound
from careerdesk.i18n import tr
from careerdesk.services.versions import TextRef
from careerdesk.ui.base import names
from careerdesk.ui.base.alive import Alive, focus_again
from careerdesk.ui.base.navigation import Destination, Place
from careerdesk.ui.shell.actions import EDIT_PERSON
from careerdesk.ui.shell.spots import Spot, Spots

if TYPE_CHECKING:
    from careerdesk.ui.shell.shell import Shell
    from careerdesk.ui.shell.standalone_pages import StandalonePages


MOST = 20  # places one can come back to
QUIET_KEYS = {
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock, Qt.Key.Key_F3, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left,
    Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
}  # fmt: skip
"""By these one reads on; after any other one is at work where one came to."""


class Jumps(QObject):
    """Shows the very text that was found, and knows the way back.

    Right after a jump Esc leads back, whatever else it would do there, until something is done by
    another key or the mouse. Alt+Left leads back at any time. `going_back` tells that what was
    found is left.
    """

    going_back = Signal()

    def __init__(self, window: Shell, frame: QMainWindow, pages: StandalonePages) -> None:
        """Go within *window*, whose outside is *frame*, and to its plain *pages*."""
        super().__init__(frame)
        self._window, self._frame, self._pages = window, frame, pages
        self._spots = Spots(window, frame, pages)
        self._before: list[Spot] = []
        self._is_fresh = False  # nothing was done yet where one came to
        window.ctx.sharing.turned.connect(self._forget)

    def go(self, to: Destination) -> None:
        """Show what was found, or say that it is gone; nothing happens to what is typed."""
        if not self._window.ctx.autosaver.flush():
            return
        if to.place is not Place.GONE:
            self._before = [*self._before[1 - MOST :], self._spots.here()]
        arrived = self._arrived(to)
        self._watch(on=bool(self._before))
        if not arrived:
            self._window.ctx.notices.toast(tr("This item no longer exists"))
        elif to.kept_in and to.record is not None:
            self._show_version(to)

    def go_back(self) -> None:
        """Go to where one was before the last jump, if that can still be shown."""
        if not self._before or not self._window.ctx.autosaver.flush():
            return
        self.going_back.emit()
        *self._before, spot = self._before
        if self._is_fresh and self._window.on_person_page and self._window.person_page.page:
            self._window.person_page.page.come_back(None)  # what was opened to be shown
        self._watch(on=False)
        if not self._spots.return_to(spot):
            self._window.ctx.notices.toast(tr("The page you came from no longer exists"))

    @Slot()
    def _forget(self) -> None:
        """What was seen before the screen was shared, or while it was, is not come back to."""
        self._before = []
        self._watch(on=False)

    def _watch(self, *, on: bool) -> None:
        """Let Esc lead back, or be what it was; Alt+Left does as long as there is a way."""
        self._window.actions_[names.GO_BACK].setEnabled(bool(self._before))
        self._is_fresh = on
        handle = self._frame.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
            if on:
                handle.installEventFilter(self)  # it sees each key before any widget does

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leads back; what is done here ends that."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._watch(on=False)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and not event.modifiers():
                self.go_back()
                return True
            if event.key() not in QUIET_KEYS and not event.matches(QKeySequence.StandardKey.Copy):
                self._watch(on=False)
        return super().eventFilter(watched, event)

    def _arrived(self, to: Destination) -> bool:
        ways: dict[Place, Callable[[Destination], bool]] = {
            Place.PERSON: self._to_person,
            Place.ARCHIVED: self._to_archived,
            Place.TRASH: self._to_trash,
            Place.OBJECTIVES: self._to_objective,
            Place.TEMPLATES: self._to_template,
            Place.REVIEWS_PAGE: self._to_review,
        }
        alone = to.place is Place.PERSON or not self._window.ctx.sharing.on
        try:
            return to.place in ways and alone and ways[to.place](to)
        except NotFound:
            return False

    def _to_person(self, to: Destination) -> bool:
        window = self._window
        person_id = to.person_id or window.person_page.person_id or window.rail.current_id
        if not window.open_person(person_id, to.tab):
            return False
        if not to.tab:
            return self._to_details(to)
        page = window.person_page.page
        there = page is not None and page.person_id == person_id  # not gone meanwhile
        return page is not None and there and page.arrive(to) is not False

    def _to_details(self, to: Destination) -> bool:
        """A field of the person stands in the panel at the side."""
        if not to.field:
            return True
        from careerdesk.ui.people.person_panel import PersonPanel

        self._window.actions_[EDIT_PERSON].trigger()
        panel = self._frame.findChild(PersonPanel)
        return panel is not None and panel.arrive(to)

    def _to_archived(self, to: Destination) -> bool:
        self._pages.close()
        rail = self._window.rail
        if not rail.archived.go_to(to.person_id):
            return False
        self._window.ctx.notices.toast(
            tr("This person is archived. Press Enter to restore them and all their information.")
        )
        return True

    def _to_trash(self, to: Destination) -> bool:
        self._pages.show_trash()
        return self._arrive(to)

    def _to_objective(self, to: Destination) -> bool:
        self._pages.show_objectives()
        return self._arrive(to)

    def _to_template(self, to: Destination) -> bool:
        self._pages.show_templates()
        return self._arrive(to)

    def _to_review(self, to: Destination) -> bool:
        return self._pages.reviews_page() is not None and self._arrive(to)

    def _arrive(self, to: Destination) -> bool:
        page = self._pages.current
        return page is not None and page.arrive(to)

    def _show_version(self, to: Destination) -> None:
        """What the text said earlier, in the dialog that has it beside what it says now."""
        from careerdesk.ui.widgets.versions import VersionsDialog

        assert to.record is not None  # noqa: S101  # asked before
        ref = TextRef(*to.record, to.field)
        held = QApplication.focusWidget()
        label = held.accessibleName() if held is not None else tr("Earlier versions")
        dialog = VersionsDialog(self._window.ctx, ref, label, self._frame)
        if not dialog.go_to(to.kept_in):
            dialog.deleteLater()
            self._window.ctx.notices.toast(tr("This item no longer exists"))
            return
        dialog.finished.connect(partial(focus_again, Alive(held)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

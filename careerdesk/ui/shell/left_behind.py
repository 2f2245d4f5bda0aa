"""What the start after a crash says: calmly, once, and where half-typed words wait."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from careerdesk.domain.errors import UserError
from careerdesk.services import drafts
from careerdesk.services.drafts import Draft, Owner
from careerdesk.ui.base import names
from careerdesk.ui.base.holders import holder_of
from careerdesk.ui.base.navigation import CHECK_INS, DISCOVERY, PLAN, PREPARE
from careerdesk.ui.base.texts import tr

if TYPE_CHECKING:
    from careerdesk.ui.base.notices import Action
    from careerdesk.ui.shell.main_window import MainWindow

TABS = (PREPARE, DISCOVERY, PLAN, CHECK_INS)


class LeftBehind(QObject):
    """Tells that the program did not end well the last time, and leads to what was typed last."""

    def __init__(
        self, window: MainWindow, copy_details: Callable[[], None], parent: QObject
    ) -> None:
        """Say it in *window*."""
        super().__init__(parent)
        self._window, self._copy_details = window, copy_details

    def tell(self) -> None:
        """Put it up; what was not stored is offered, if there is any."""
        words = tr("CareerDesk did not close properly the last time. Everything saved is here.")
        actions: list[Action] = [(tr("Copy details"), self._copy_details)]
        draft = self._newest()
        if draft is not None:
            words += " " + tr("What you were typing is back in its field.")
            actions.insert(0, (tr("Show it"), self.show))
        self._window.ctx.notices.banner(names.CRASHED, "warning", words, actions)

    def _newest(self) -> Draft | None:
        with suppress(UserError):  # what cannot be read is said by whoever shows it
            found = drafts.every(self._window.ctx.store)
            return max(found, key=lambda one: one.typed_at, default=None)
        return None

    def show(self) -> None:
        """Go to the field that holds what was typed last, as far as it can be shown now."""
        draft = self._newest()
        if draft is None:
            self._window.ctx.notices.clear_banner(names.CRASHED)
        elif not draft.whose or self._window.open_person(draft.whose):
            self._focus(draft)

    def _focus(self, draft: Draft) -> None:
        """Look on the page that is open first, then on the other tabs of the person."""
        now = self._window.person_page.tab
        for tab in ("", *(one for one in TABS if one != now)) if draft.whose else ("",):
            if tab:
                self._window.open_person(draft.whose, tab)
            field = self._field(draft.owner)
            if field is not None:
                field.setFocus()
                return
        if draft.whose:
            self._window.open_person(draft.whose, now)

    def _field(self, owner: Owner) -> QWidget | None:
        """The field that holds the words of *owner*, if it is seen."""
        for field in self._window.findChildren(QWidget):
            holder = holder_of(field)
            if holder is not None and holder.owner == owner and field.isVisible():
                return field
        return None

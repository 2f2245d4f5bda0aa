"""The three dots of a brief's agenda: asking in writing, and templates."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import Person
from careerdesk.domain.standing import has_left
from careerdesk.i18n import tr
from careerdesk.ui.agenda.agenda_templates import AgendaTemplates
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context


class BriefTools(AgendaTemplates):
    """First what is asked and answered in writing, by the actions of the window if they can run."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Serve nobody yet."""
        super().__init__(ctx, "brief", parent)
        self._person = Person()
        self.setAccessibleName(tr("More agenda options"))
        self.setToolTip(tr("More agenda options"))

    def serve(self, person: Person) -> None:
        """Serve the agenda of a person."""
        self._person, self.person_id = person, person.id

    @override
    def menu_now(self) -> QMenu:
        """The templates, below what is asked and answered in writing."""
        menu = super().menu_now()
        entries = [(names.TAKE_IN_ANSWER, tr("Import an answer…"))]
        if not has_left(self._person):
            name = self._person.short_name.replace("&", "&&")
            ask = tr("Ask {name} before you meet…", name=name)
            entries.insert(0, (names.ASK_BEFORE, ask))
        before = menu.actions()[0]
        found = [self._entry(menu, *one) for one in entries]
        shown = [one for one in found if one is not None]
        menu.insertActions(before, shown)
        if shown:
            menu.insertSeparator(before)
        return menu

    def _entry(self, menu: QMenu, name: str, words: str) -> QAction | None:
        """An entry that does what an action of the window does; none where that cannot run."""
        action = self.window().findChild(QAction, name)
        if not isinstance(action, QAction) or not action.isEnabled():
            return None
        entry = QAction(words, menu)
        entry.setShortcut(QKeySequence(action.shortcut()))
        entry.setShortcutVisibleInContextMenu(True)
        entry.triggered.connect(action.trigger)
        return entry

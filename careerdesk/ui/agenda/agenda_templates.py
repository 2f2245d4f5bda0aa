"""The three dots of an agenda: points from a template, and a template from the points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from careerdesk.i18n import tr, translated, trn
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.widgets.buttons import IconButton

if TYPE_CHECKING:
    from careerdesk.services.templates import Point


class AgendaTemplates(IconButton):
    """Opens a menu for the agenda of one person."""

    def __init__(self, ctx: Context, place: str, parent: QWidget | None = None) -> None:
        """Serve nobody yet; *place* goes into the handle."""
        super().__init__(ctx.theme, "more", tr("Agenda templates"), parent,
                         name=f"{place}AgendaTemplates")  # fmt: skip
        self._ctx = ctx
        self.person_id = 0
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self.menu_now().popup(self.mapToGlobal(self.rect().bottomLeft()))

    def menu_now(self) -> QMenu:
        """The menu with the templates there are now."""
        from careerdesk.services import templates

        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for agenda in templates.BUILT_IN:
            menu.addAction(translated(agenda.name)).setData(agenda)
        shared = self._ctx.sharing.on
        for own in [] if shared else templates.of(self._ctx.store, templates.TemplateKind.AGENDA):
            menu.addAction(own.name.replace("&", "&&")).setData(own)
        menu.addSeparator()
        menu.addAction(tr("Save this agenda as a template")).triggered.connect(self._keep)
        menu.triggered.connect(self._choose)
        return menu

    def _choose(self, action: QAction) -> None:
        from careerdesk.domain.agendas import Agenda
        from careerdesk.services import templates

        chosen = action.data()
        if isinstance(chosen, templates.Template):
            points = try_read(self._ctx, templates.points_of, chosen)
            if points is not None:
                self._use(points)
        elif isinstance(chosen, Agenda):
            self._use(chosen.said())

    def _use(self, points: tuple[Point, ...]) -> None:
        from careerdesk.services import templates

        ctx = self._ctx
        added = try_action(ctx, templates.use_agenda, ctx.store, self.person_id, points).value
        if added is not None:
            words = trn("1 item added", "{n} items added", len(added))
            ctx.notices.toast(words, undo=bool(added))

    @Slot()
    def _keep(self) -> None:
        from careerdesk.services import templates

        ctx = self._ctx
        name = tr("Agenda from {day}", day=Dates.long_day(ctx.clock.today()))
        if try_action(ctx, templates.keep_agenda, ctx.store, self.person_id, name):
            ctx.notices.toast(
                tr("Saved as a template. You can rename it under Templates"), undo=True
            )

"""The menu of a plan: how it was, templates, and the same goals for somebody else."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from careerdesk.domain.loop import TemplateKind
from careerdesk.domain.records import PlanItem
from careerdesk.i18n import tr, trn
from careerdesk.services import people, plans, templates
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.plan.plan_header import plan_name


class PlanMenu(QObject):
    """Fills menus for one person's plan and carries out what is chosen in them."""

    past_wanted = Signal()

    def __init__(self, ctx: Context, parent: QObject) -> None:
        """Serve no plan yet."""
        super().__init__(parent)
        self._ctx = ctx
        self.person_id = self.plan_id = 0

    def fill(self, menu: QMenu) -> None:
        """Add the entries for the plan that is worked on."""
        menu.addAction(tr("View earlier version")).triggered.connect(self.past_wanted)
        menu.addSeparator()
        menu.addAction(tr("Save goals as a template")).triggered.connect(self._keep)
        if not self._ctx.sharing.on:  # templates may bear the name of another person's plan
            self.add_templates(menu.addMenu(tr("Add goals from a template")))
            self._add_people(menu.addMenu(tr("Duplicate for")))

    def add_templates(self, menu: QMenu) -> None:
        """Add an entry for each template; without one the menu cannot be opened."""
        for one in templates.of(self._ctx.store, TemplateKind.PLAN):
            action = menu.addAction(one.name.replace("&", "&&"))
            action.setData(one.id)
        menu.setEnabled(not menu.isEmpty())
        menu.triggered.connect(self._use)

    def _add_people(self, menu: QMenu) -> None:
        for one in people.everyone(self._ctx.store):
            if one.id != self.person_id and one.archived_on is None:
                menu.addAction(one.name.replace("&", "&&")).setData(one.id)
        menu.setEnabled(not menu.isEmpty())
        menu.triggered.connect(self._duplicate)

    def _keep(self) -> None:
        ctx = self._ctx
        view = try_read(ctx, plans.get, ctx.store, self.plan_id)
        if view is None:
            return
        if try_action(ctx, templates.keep_plan, ctx.store, self.plan_id, plan_name(view.plan)):
            ctx.notices.toast(tr("Saved as a template"), undo=True)

    def _use(self, action: QAction) -> None:
        ctx, today = self._ctx, self._ctx.clock.today()
        give = partial(templates.use_plan, to=self.plan_id or None)
        use = partial(give, ctx.store, action.data(), self.person_id, today)
        self._tell_added(try_action(ctx, use).value)

    def again(self, plan_id: int) -> None:
        """Add the goals of an earlier plan of the person, not yet begun."""
        ctx, today = self._ctx, self._ctx.clock.today()
        give = partial(templates.duplicate, to=self.plan_id or None)
        use = partial(give, ctx.store, plan_id, self.person_id, today)
        self._tell_added(try_action(ctx, use).value)

    def _duplicate(self, action: QAction) -> None:
        ctx, today = self._ctx, self._ctx.clock.today()
        give = partial(templates.duplicate, ctx.store, self.plan_id, action.data(), today)
        if try_action(ctx, give):
            name = people.get(ctx.store, action.data()).name
            ctx.notices.toast(tr("Added to {name}'s plan", name=name), undo=True)

    def _tell_added(self, added: list[PlanItem] | None) -> None:
        if added is not None:
            words = trn("1 goal added", "{n} goals added", len(added))
            self._ctx.notices.toast(words, undo=True)

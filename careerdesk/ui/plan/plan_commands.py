"""What the user does with a plan as a whole: agree, rename, close, look back, export."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget

from careerdesk.domain.records import Plan
from careerdesk.services import plans
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.acting import succeeded
from careerdesk.ui.base.errors import guard
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.base.texts import tr
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.plan.close_plan import ClosePlanForm, Closing
from careerdesk.ui.plan.closed_plans import ClosedPlanView
from careerdesk.ui.plan.past_plan import PastPlan
from careerdesk.ui.plan.plan_menu import PlanMenu
from careerdesk.ui.plan.plan_stage import PlanStage


class PlanCommands(QObject):
    """Carries out what the head of the page and the list of closed plans ask for."""

    def __init__(self, page: PlanStage, parent: QWidget) -> None:
        """Listen to the header of *page*."""
        super().__init__(parent)
        self._page = page
        self._parent = parent
        self._ctx = page.ctx
        self.menu = PlanMenu(page.ctx, self)
        self._connect()

    def _connect(self) -> None:
        header = self._page.header
        header.agree_wanted.connect(self._agree)
        header.draft_wanted.connect(self._back_to_draft)
        header.menu_opened.connect(self._fill_menu)
        self.menu.past_wanted.connect(self._look_back)
        header.export_wanted.connect(self._page.export)
        header.close_wanted.connect(self._start_closing)
        editor = header.editor
        self._title = SavedField(self._ctx, editor.title, "plan-title", self._retitle)
        self._halves = (
            HalfTyped(self._ctx, "plan-starts", editor.starts),
            HalfTyped(self._ctx, "plan-ends", editor.ends),
        )
        header.plan_shown.connect(self._show_title)
        header.period_picked.connect(self._change_period)
        self._page.closed.opened.connect(self._open_closed)

    def preview(self, plan_id: int) -> None:
        """Show a plan as the report will see it, to print, save or copy."""
        from careerdesk.ui.plan.plan_preview import PlanPreview

        self._ctx.autosaver.flush()
        preview = guard(self._ctx, PlanPreview, self._ctx, plan_id, self._parent)
        if preview is not None:
            preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            preview.open()

    def _fill_menu(self, menu: QMenu) -> None:
        self.choose()
        self.menu.fill(menu)

    def choose(self) -> PlanMenu:
        """The menu for the person and the plan on the page."""
        self.menu.person_id, self.menu.plan_id = self._page.person_id, self._page.plan_id
        return self.menu

    def _look_back(self) -> None:
        self._ctx.autosaver.flush()
        past = PastPlan(self._ctx, self._page.plan_id)
        past.back_wanted.connect(self._page.show_plan)
        self._page.show_instead(past, self._page.plan_id)
        past.day.setFocus()

    def _use_again(self, plan_id: int) -> None:
        self.choose().again(plan_id)
        self._page.show_plan()

    def _agree(self) -> None:
        if self._set_agreed(self._ctx.clock.today()):
            self._page.header.export.setFocus()

    def _back_to_draft(self) -> None:
        self._set_agreed(None)

    def _set_agreed(self, on: date | None) -> bool:
        return succeeded(self._ctx, plans.agree, self._ctx.store, self._page.plan_id, on)

    def _show_title(self, plan: Plan) -> None:
        self._title.show_text(plan.id, plan.title, TextRef(Plan, plan.id, "title"))
        for half in self._halves:
            half.belong_to(plan.person_id, Plan, plan.id)

    def _retitle(self, plan_id: int, title: str, merge: str, origin: QObject) -> None:
        plans.change(self._ctx.store, plan_id, merge=merge, origin=origin, title=title)

    def _change_period(self, starts_on: date, ends_on: date) -> None:
        change = partial(plans.change, starts_on=starts_on, ends_on=ends_on)
        if not succeeded(self._ctx, change, self._ctx.store, self._page.plan_id):
            self._page.reload()

    def _start_closing(self) -> None:
        self._ctx.autosaver.flush()
        view = guard(self._ctx, plans.get, self._ctx.store, self._page.plan_id)
        if view is None:
            return
        form = ClosePlanForm(self._ctx, view)
        form.confirmed.connect(partial(self._close, form))
        form.cancelled.connect(self._page.show_plan)
        self._page.show_instead(form, self._page.plan_id)
        form.focus_first()

    def _close(self, form: ClosePlanForm, closing: Closing) -> None:
        details = (closing.summary, closing.scores, closing.carry)
        store, plan_id, today = self._ctx.store, self._page.plan_id, self._ctx.clock.today()
        with form.unstored.taking():
            done = succeeded(self._ctx, plans.close, store, plan_id, today, *details)
        if done:
            self._page.show_plan()
            self._ctx.notices.toast(tr("Plan closed"), undo=True)

    def _open_closed(self, plan_id: int) -> None:
        view = guard(self._ctx, plans.get, self._ctx.store, plan_id)
        if view is None:
            return
        over = ClosedPlanView(self._ctx.theme, view, self._ctx.clock.today())
        self._ctx.day.changed.connect(over.show_day)
        over.back_wanted.connect(self._page.show_plan)
        over.export_wanted.connect(self.preview)
        over.again_wanted.connect(self._use_again)
        self._page.show_instead(over, plan_id)
        over.back.setFocus()

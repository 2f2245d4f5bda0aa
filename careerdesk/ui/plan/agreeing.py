"""What the user does about the agreement on a plan."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from careerdesk.domain.records import Person
from careerdesk.domain.views import PlanView
from careerdesk.i18n import tr
from careerdesk.services import agreements, plans
from careerdesk.services.store import Store
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.focus import focus_kept
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.plan.agree_form import AgreeForm
from careerdesk.ui.plan.agreement_words import whose_words
from careerdesk.ui.plan.plan_commands import PlanStage
from careerdesk.ui.plan.plan_header import PlanHeader
from careerdesk.ui.plan.whose_form import WhoseForm


class AgreeCommands(QObject):
    """Carries out what the header asks for: agree, look at the changes, agree again, take back."""

    def __init__(self, page: PlanStage, parent: QWidget) -> None:
        """Listen to the header of *page*."""
        super().__init__(parent)
        self._page, self._ctx = page, page.ctx
        self._form: AgreeForm | None = None
        header = page.header
        header.agree_wanted.connect(self.ask)
        header.draft_wanted.connect(self._back_to_draft)
        header.whose_wanted.connect(self._ask_whose)

    @Slot()
    def ask(self) -> None:
        """Show what changed, and ask for the day; what cannot be agreed on is said at once."""
        ctx = self._ctx
        ctx.autosaver.flush()
        if not self._can_be_agreed_on():
            return
        form = try_read(ctx, AgreeForm, ctx, plans.get(ctx.store, self._page.plan_id))
        if form is None:
            return
        self._form = form
        form.confirmed.connect(self._agree)
        form.cancelled.connect(self._leave)
        self._page.show_instead(form, self._page.plan_id)
        form.focus_first()

    def _can_be_agreed_on(self) -> bool:
        """Whether there is something to agree on, or to read of what was agreed."""
        ctx, plan_id = self._ctx, self._page.plan_id
        if try_read(ctx, agreements.of, ctx.store, plan_id) is not None:
            return True
        return bool(try_action(ctx, agreements.check, ctx.store, plan_id))

    @Slot()
    def _agree(self) -> None:
        form, ctx, day = self._form, self._ctx, None
        if form is not None:
            day = form.day.day()
        if form is None or day is None:
            return
        with form.unstored.taking():
            done = try_action(
                ctx,
                agreements.agree,
                ctx.store,
                self._page.plan_id,
                day,
                form.whose.chosen(),
                today=ctx.clock.today(),
            )
        if done:
            self._leave()
            done.say(
                tr(
                    "Agreed {day}. The wording has been saved.",
                    day=Dates.short_day_within(day, ctx.clock.today()),
                )
            )

    @Slot()
    def _leave(self) -> None:
        self._form = None
        self._page.show_plan()

    @Slot()
    def _back_to_draft(self) -> None:
        ctx = self._ctx
        if try_action(ctx, agreements.back_to_draft, ctx.store, self._page.plan_id):
            ctx.notices.toast(tr("Plan changed back to a draft"), undo=True)

    @Slot()
    def _ask_whose(self) -> None:
        self._ctx.autosaver.flush()
        form = self._whose_form()
        if form is not None:
            form.focus_first()

    @Slot()
    def _ask_whose_again(self) -> None:
        with focus_kept():
            self._whose_form()

    def _whose_form(self) -> WhoseForm | None:
        ctx, plan_id = self._ctx, self._page.plan_id
        view = try_read(ctx, plans.get, ctx.store, plan_id)
        if view is None:
            return None
        form = WhoseForm(ctx, view)
        form.left.connect(self._page.show_plan)
        form.outdated.connect(self._ask_whose_again)
        self._page.show_instead(form, plan_id)
        return form


def show_in_header(
    header: PlanHeader, store: Store, person: Person | None, view: PlanView | None
) -> None:
    """Show a person's plan in its header, with what became of its agreement."""
    if view is None or person is None:
        header.set_plan(None)
        return
    header.set_plan(view.plan, agreements.of_view(store, view), whose_words(person, view.items))

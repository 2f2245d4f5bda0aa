"""Agreeing on a plan: what changed since the last time, whose idea it was, and the day."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.agreement import Agreement, Change
from careerdesk.domain.records import ItemState, Plan
from careerdesk.domain.views import ItemView, PlanView
from careerdesk.i18n import fill, tr
from careerdesk.services import agreements, people
from careerdesk.services.store import Changes
from careerdesk.ui.base.acting import has_gone
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.keys import ENTER, is_alone
from careerdesk.ui.base.unstored import Unstored
from careerdesk.ui.plan.agreed_changes import AgreedChanges
from careerdesk.ui.plan.agreement_words import agreed_words
from careerdesk.ui.plan.whose_rows import WhoseRows, readable_column
from careerdesk.ui.widgets.buttons import FilledButton, OutlinedButton
from careerdesk.ui.widgets.days_shown import OffersToday
from careerdesk.ui.widgets.labels import Heading, Muted, SmallLabel
from careerdesk.ui.widgets.past_day import PastDay
from careerdesk.ui.widgets.tab_order import TabOrder

AGREE_FORM, AGREE_DAY = "agreeForm", "agreeDay"
AGREE_CONFIRM, AGREE_CANCEL = "agreeConfirm", "agreeCancel"
WIDEST = 760


class AgreeForm(QWidget):
    """Stands where the goals were. Enter agrees, Esc leaves; nothing is agreed before.

    What changed since the last agreement is in it, so that it is read before it is agreed again.
    Raises `NotFound` where the plan is deleted.
    """

    confirmed = Signal()
    cancelled = Signal()

    def __init__(self, ctx: Context, view: PlanView, parent: QWidget | None = None) -> None:
        """Ask for the day, and of each goal that does not say so whose idea it was."""
        super().__init__(parent)
        self.setObjectName(AGREE_FORM)
        self._ctx, self._plan = ctx, view.plan
        self._person = people.get(ctx.store, view.plan.person_id)
        self._agreement = agreements.of(ctx.store, view.plan.id)
        theme = ctx.theme
        self._tabs = TabOrder()
        self.changes = AgreedChanges(theme)
        self.whose = WhoseRows(self._person, [one for one in view.items if _is_asked(one)])
        self.day = PastDay(ctx.clock.today, tr("Date you agreed"), name=AGREE_DAY)
        again = self._agreement is not None
        words = (tr("Agree again"), tr("Back")) if again else (tr("Agreed"), tr("Not yet"))
        self.confirm = FilledButton(theme, words[0], name=AGREE_CONFIRM)
        self.cancel = OutlinedButton(theme, words[1], name=AGREE_CANCEL)
        self.title, self.told = Heading(wrap=True), Muted(wrap=True)
        self._arrange()
        self._connect()
        self._show()
        fields: dict[str, QWidget] = {"day": self.day}
        fields |= {f"whose-{key}": field for key, field in self.whose.fields.items()}
        self.unstored = Unstored(ctx, AGREE_FORM, fields)
        self.unstored.offer("day")
        OffersToday(self.day, ctx.day).moved.connect(self.unstored.follow_offer)
        self._hold()
        ctx.drafts.turned.connect(self._hold)
        ctx.bridge.changed.connect(self._heard)

    @Slot()
    def _hold(self) -> None:
        """Hold what is typed for this plan, again after something else was shown."""
        whose = self._plan.person_id
        fresh = self.unstored.shown == whose and self.unstored.belong_to(whose, Plan, self._plan.id)
        if fresh:
            self.day.start_over(self._ctx.clock.today())
            self.unstored.start_here()

    def focus_first(self) -> None:
        """Put the cursor where the day is typed: Enter there agrees."""
        self.day.setFocus()
        self.day.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter agrees; Esc leaves, and what was entered comes back by one undo."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in ENTER and is_alone(event):
            self._confirm()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        outer = readable_column(self, self._ctx.theme.look.measure(WIDEST))
        for widget in (self.title, self.told, self.changes):
            outer.addWidget(widget)
        outer.addSpacing(4)
        asked = SmallLabel(tr("Whose idea was each goal? (optional)"))
        for question in (asked, self.whose):
            outer.addWidget(question)
            question.setVisible(bool(self.whose.fields))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(SmallLabel(tr("Date you agreed")))
        for answer in (self.day, self.confirm, self.cancel):
            foot.addWidget(answer)
        foot.addStretch(1)
        outer.addSpacing(4)
        outer.addLayout(foot)

    def _connect(self) -> None:
        self.confirm.clicked.connect(self._confirm)
        self.cancel.clicked.connect(self._leave)
        self.changes.same_picked.connect(self._say_same)
        self.changes.again_picked.connect(self._count_again)
        self._ctx.day.changed.connect(self._show)

    @Slot()
    def _show(self) -> None:
        """Say how the plan stands to what was agreed."""
        name, today, agreement = self._person.short_name, self._ctx.clock.today(), self._agreement
        self.title.setText(tr("Agree on this plan with {name}", name=name))
        self.told.setText(_told(name, agreement))
        self.changes.setVisible(agreement is not None)
        if agreement is not None:
            self.title.setText(agreed_words(agreement, today))
            self.changes.show_changes(agreement, self._person, today)
        asked = (part for field in self.whose.fields.values() for part in field.parts())
        stops = [*self.changes.tab_stops(), *asked, self.day, self.confirm, self.cancel]
        self._tabs.set_stops(stops)

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        """Read again what changed; the page puts the form away where the plan is deleted."""
        ctx = self._ctx
        if self.isHidden() or not (changes.all or changes.unsure):
            return
        if self._agreement is None or has_gone(ctx, Plan, self._plan.id):
            return
        agreement = try_read(ctx, agreements.of, ctx.store, self._plan.id)
        if agreement is not None and agreement != self._agreement:
            self._agreement = agreement
            self._show_again()

    def _show_again(self) -> None:
        """Show what counts now; the keyboard stays where it was."""
        place = self.changes.focused()
        self._show()
        if place >= 0 and not self.changes.focus_button(place):
            self.day.setFocus()

    @Slot(object)
    def _say_same(self, change: Change) -> None:
        ctx = self._ctx
        if try_action(ctx, agreements.same_meaning, ctx.store, self._plan.id, change):
            ctx.notices.toast(tr("Counted as unchanged"), undo=True)

    @Slot(object)
    def _count_again(self, change: Change) -> None:
        ctx = self._ctx
        again = agreements.same_meaning
        if try_action(ctx, again, ctx.store, self._plan.id, change, same=False):
            ctx.notices.toast(tr("Counted as a change"), undo=True)

    def _leave(self) -> None:
        if self.unstored.discard():
            self.cancelled.emit()

    def _confirm(self) -> None:
        if self.day.take():
            self.confirmed.emit()
        else:
            self.day.setFocus()


def _is_asked(view: ItemView) -> bool:
    """Whether it is not known yet whose idea a goal was."""
    return view.item.proposed_by is None and view.item.state is not ItemState.DROPPED


def _told(name: str, agreement: Agreement | None) -> str:
    """What agreeing does."""
    if agreement is None:
        words = tr(
            "Give {name} a copy of the current plan. Its wording will be saved so you "
            "can see any later changes."
        )
    elif not agreement.kept:
        words = tr("Agree on the plan again to start saving its wording.")
    else:
        words = tr(
            "Go through the plan with {name}. Agree on it again once {name} has a copy "
            "of the current version."
        )
    said = fill(words, name=name)
    return f"{said} {_of_today()}"


def _of_today() -> str:
    """What an earlier day does not do."""
    return tr("Even if you choose an earlier date, today's wording will be saved.")

"""Who takes part in a cycle, who is left out and why, and who could still come in."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.names import folded
from careerdesk.domain.records import PersonStatus
from careerdesk.domain.reviews.stages import ReviewFacts, Stage, next_column
from careerdesk.domain.standing import standing
from careerdesk.i18n import tr
from careerdesk.services.reviews import cycles
from careerdesk.services.reviews.cycles import Member
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.holders import Finding
from careerdesk.ui.base.navigation import Destination
from careerdesk.ui.base.texts import MIDDLE_DOT, Dates, number, status_word
from careerdesk.ui.reviews.cycle.leave_out_form import LeaveOutForm
from careerdesk.ui.reviews.parts.tabs import CycleTab, OpenCycle
from careerdesk.ui.reviews.parts.words import level_word
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.labels import Muted
from careerdesk.ui.widgets.landing import choose_record
from careerdesk.ui.widgets.link_row import LinkRowDelegate
from careerdesk.ui.widgets.links import LinkModel, LinkRow
from careerdesk.ui.widgets.record_list import ID_ROLE
from careerdesk.ui.widgets.section import GroupHeader

TAKING_PART, OTHERS, MEMBER_FILTER = "cycleMembers", "cycleOthers", "memberFilter"
WIDEST = 860
MANY = 12  # people; from then on a filter helps


class PeopleTab(CycleTab):
    """Enter or a click leaves somebody out, or takes them in again; both can be undone."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(ctx, parent)
        theme = ctx.theme
        self._cycle: OpenCycle | None = None
        self._members: dict[int, Member] = {}
        self._leaving = 0  # the person in the form
        self.closed = Muted(
            tr("This cycle is closed, so its participants can't be changed."), wrap=True
        )
        self.filter = QLineEdit()
        self.filter.setObjectName(MEMBER_FILTER)
        Finding(self.filter)
        self.filter.setAccessibleName(tr("Filter people in this cycle"))
        self.filter.setPlaceholderText(tr("Filter people in this cycle"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(theme.look.measure(280))
        self.in_head = GroupHeader(theme, tr("Included"))
        self.out_head = GroupHeader(theme, tr("Not included"))
        self.inside, self.outside = LinkModel(self), LinkModel(self)
        self.in_list = FittedList(name=TAKING_PART, label=tr("Included"))
        self.out_list = FittedList(name=OTHERS, label=tr("Not included"))
        self.in_rows = LinkRowDelegate(theme, self.in_list)
        self.out_rows = LinkRowDelegate(theme, self.out_list)
        self.form = LeaveOutForm(ctx)
        self.form.hide()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        for view, model, rows in (
            (self.in_list, self.inside, self.in_rows),
            (self.out_list, self.outside, self.out_rows),
        ):
            view.setModel(model)
            view.setItemDelegate(rows)
            view.doubleClicked.disconnect(view.opened)  # the first click has done it
        body = QWidget()
        body.setMaximumWidth(self.ctx.theme.look.measure(WIDEST))
        column = QVBoxLayout(body)
        column.setContentsMargins(28, 14, 28, 28)
        column.setSpacing(8)
        for widget in (self.closed, self.filter, self.form, self.in_head, self.in_list):
            column.addWidget(widget)
        column.addSpacing(12)
        column.addWidget(self.out_head)
        column.addWidget(self.out_list)
        column.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scrolled(body))

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._show)
        self.filter.returnPressed.connect(self.focus_first)
        self.in_rows.followed.connect(self._start_leaving)
        self.out_rows.followed.connect(self._take_in)
        self.in_list.opened.connect(self._enter_inside)
        self.out_list.opened.connect(self._enter_outside)
        self.form.given.connect(self._leave_out)
        self.form.cancelled.connect(self._drop_form)
        self.ctx.drafts.came_back.connect(self._form_back)

    @override
    def show_cycle(self, cycle: OpenCycle) -> None:
        """Show who is in a cycle."""
        if self._cycle is not None and cycle.view.id != self._cycle.view.id:
            self._close_form()
        self._cycle = cycle
        found = try_read(self.ctx, cycles.members, self.ctx.store, cycle.view.id) or []
        self._members = {one.id: one for one in found}
        self.closed.setVisible(cycle.is_closed)
        self._show()
        self._keep_form()

    def _keep_form(self) -> None:
        """The form goes with who can be left out, and comes back with the words it held."""
        there = self._leavable()
        if self._leaving not in there:
            self._close_form()
        if not self._leaving:
            held = (one for one in there if self._cycle and self.form.holds(self._cycle, one))
            self._ask(next(held, 0))

    def _leavable(self) -> list[int]:
        """Who can be left out, also where a filter hides them."""
        if self._cycle is None or self._cycle.is_closed:
            return []
        facts = self._facts()
        inside = (one for one in self._members.values() if takes_part(one))
        return [one.id for one in inside if not _is_fixed(facts.get(one.id))]

    def _facts(self) -> dict[int, ReviewFacts]:
        """What is known of the review of each person."""
        rows = self._cycle.rows if self._cycle else ()
        return {row.person.id: row.facts for row in rows}

    def _close_form(self) -> None:
        self._leaving = 0
        self.form.release()

    @Slot()
    def _show(self) -> None:
        closed = self._cycle is not None and self._cycle.is_closed
        words = folded(self.filter.text())
        known = [one for one in self._members.values() if words in folded(one.person.name)]
        inside = [one for one in known if takes_part(one)]
        outside = [one for one in known if not takes_part(one)]
        facts, today = self._facts(), self.ctx.clock.today()
        self.inside.set_rows([_inside_row(one, self._next(facts.get(one.id)), today,
                                          fixed=closed or _is_fixed(facts.get(one.id)))
                              for one in inside])  # fmt: skip
        self.outside.set_rows([_outside_row(one, today, closed=closed) for one in outside])
        self.in_head.set_caption(number(len(inside), 0))
        self.out_head.set_caption(number(len(outside), 0))
        self.out_head.setVisible(bool(outside))
        self.in_list.setVisible(bool(inside))
        self.out_list.setVisible(bool(outside))
        self.filter.setVisible(len(self._members) > MANY or bool(words))

    def _next(self, facts: ReviewFacts | None) -> str:
        """What is to be done next for somebody who takes part."""
        if facts is None or self._cycle is None:
            return ""
        column = next_column(facts, self._cycle.view.cycle)
        return tr("next: {what}", what=level_word(column)) if column else tr("shared")

    @override
    def arrive(self, to: Destination) -> bool:
        """Go to somebody who is left out, and why."""
        self.filter.clear()
        return choose_record(self.out_list, to.person_id)

    @override
    def focus_first(self) -> None:
        """The first of who takes part, else of the others."""
        for view, model in ((self.in_list, self.inside), (self.out_list, self.outside)):
            if model.rows:
                view.setFocus()
                if not view.currentIndex().isValid():
                    view.setCurrentIndex(model.index(0, 0))
                return
        self.filter.setFocus()

    @override
    def step_back(self) -> bool:
        """Show everyone again."""
        filtered = bool(self.filter.text())
        self.filter.clear()
        return filtered

    @override
    def focus_person(self, person_id: int) -> None:
        """The row of a person, in whichever list they are."""
        for view, model in ((self.in_list, self.inside), (self.out_list, self.outside)):
            row = model.row_of(person_id)
            if row >= 0:
                view.setFocus()
                view.setCurrentIndex(model.index(row, 0))

    @Slot(QModelIndex)
    def _enter_inside(self, index: QModelIndex) -> None:
        self._start_leaving(index.data(ID_ROLE))

    @Slot(QModelIndex)
    def _enter_outside(self, index: QModelIndex) -> None:
        self._take_in(index.data(ID_ROLE))

    @Slot(int, bool)
    def _start_leaving(self, person_id: int, _at_action: bool = True) -> None:
        row = self.inside.rows[self.inside.row_of(person_id)]
        if row.action:
            self._ask(person_id)
            self.form.come_into_view()
            self.form.reason.setFocus()

    def _ask(self, person_id: int) -> None:
        if self._cycle is not None and person_id:
            self._leaving = person_id
            self.form.ask(self._cycle, self._members[person_id].person)

    @Slot(str)
    def _leave_out(self, reason: str) -> None:
        if self._cycle is None:
            return
        member = self._members[self._leaving]
        with self.form.unstored.taking():
            done = try_action(self.ctx, cycles.leave_out, self.ctx.store,
                             self._cycle.view.id, member.id, reason)  # fmt: skip
        if done:
            words = tr("{name} left out of the cycle", name=member.person.name)
            self.ctx.notices.toast(words, undo=True)
            self._leave_form()

    @Slot()
    def _drop_form(self) -> None:
        if self.form.unstored.discard():
            self._leave_form()

    def _leave_form(self) -> None:
        self._close_form()
        self.focus_first()

    @Slot()
    def _form_back(self) -> None:
        """Words came back by undo, into a form that is closed by now."""
        if self._cycle is not None and not self._leaving:
            self._keep_form()

    @Slot(int, bool)
    def _take_in(self, person_id: int, _at_action: bool = True) -> None:
        if self._cycle is None or self._cycle.is_closed:
            return
        name = self._members[person_id].person.name
        if try_action(self.ctx, cycles.take_in, self.ctx.store, self._cycle.view.id,
                     person_id):  # fmt: skip
            self.ctx.notices.toast(tr("{name} added to the cycle", name=name), undo=True)
            self.focus_first()


def takes_part(member: Member) -> bool:
    """Whether somebody is in the cycle and not left out."""
    return member.review is not None and not member.review.left_out


def _inside_row(member: Member, coming: str, today: date, *, fixed: bool) -> LinkRow:
    action = "" if fixed else tr("Leave out")
    caption = MIDDLE_DOT.join(filter(None, (_about(member, today), coming)))
    return LinkRow(member.id, member.person.name, caption, action, person=member.person)


def _is_fixed(facts: ReviewFacts | None) -> bool:
    return facts is not None and facts.stage is not Stage.COLLECTING


def _outside_row(member: Member, today: date, *, closed: bool) -> LinkRow:
    out = member.review.left_out if member.review else ""
    parts = (tr("Left out: {reason}", reason=out) if out else "", _about(member, today))
    caption = MIDDLE_DOT.join(filter(None, parts))
    action = "" if closed else tr("Add back") if out else tr("Add")
    return LinkRow(member.id, member.person.name, caption, action, person=member.person)


def _about(member: Member, today: date) -> str:
    person = member.person
    parts = [person.title, _since(member.joined)]
    counted = standing(person, today)
    if counted is not PersonStatus.ACTIVE:
        parts.append(status_word(counted))
    if person.archived_on is not None:
        parts.append(tr("archived {day}", day=Dates.long_day(person.archived_on)))
    return MIDDLE_DOT.join(filter(None, parts))


def _since(joined: date | None) -> str:
    return (
        tr("joined {day}, partway through the period", day=Dates.long_day(joined)) if joined else ""
    )

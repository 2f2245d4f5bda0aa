"""The check-ins of a person: the one that is running, and all before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.loop import Action, Aspiration, GoalChange, HandedOver, Idea
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    CheckInKind,
    CheckInState,
    DiscoveryNote,
    KeyResult,
    Person,
    Plan,
    PlanItem,
    Promise,
    Repeat,
)
from careerdesk.domain.repeats import WorkWeek
from careerdesk.i18n import tr
from careerdesk.services import check_ins_around, checkins, offers
from careerdesk.services.check_ins_around import CheckInsAround
from careerdesk.services.store import Changes
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.navigation import CHECK_INS, Destination, Errand
from careerdesk.ui.base.page import Page
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.base.still_talking import is_in_question
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.base.work_week import my_week
from careerdesk.ui.checkins.check_in_history import CheckInHistory
from careerdesk.ui.checkins.planned_acts import PlannedActs
from careerdesk.ui.checkins.planned_check_ins import PlannedCheckIns
from careerdesk.ui.checkins.saved_text import SavedText
from careerdesk.ui.widgets.buttons import LinkButton
from careerdesk.ui.widgets.empty_state import EmptyState, Scrolled
from careerdesk.ui.widgets.section import Rule
from careerdesk.ui.widgets.tab_order import holds_focus

if TYPE_CHECKING:
    from careerdesk.ui.checkins.check_in_bar import CheckInBar
    from careerdesk.ui.checkins.running_check_in import RunningCheckIn


class CheckInsPage(Page):
    """Starts, holds and finishes check-ins, and opens earlier ones."""

    watches = (
        Person, CheckIn, AgendaItem, Promise, Plan, PlanItem, KeyResult, Feedback, Action,
        GoalChange, DiscoveryNote, Aspiration, Repeat, Idea, HandedOver,
    )  # fmt: skip

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(ctx, parent)
        self.setObjectName(names.CHECK_INS_TAB)
        self._check_in: CheckIn | None = None
        self._week: WorkWeek | None = None
        self._rest_stays = False  # nothing else of what is shown has changed
        self.planned = PlannedCheckIns(ctx)
        self.acts = PlannedActs(ctx, self.planned)
        self._running: RunningCheckIn | None = None
        self.history = CheckInHistory(ctx)
        self.fold = LinkButton(ctx.theme, tr("Earlier check-ins"), "chevron-right",
                               name="earlierCheckIns")  # fmt: skip
        self.empty = self._make_empty()
        self._room = Scrolled(self.empty)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._arrange()
        self._connect()

    @property
    def check_in(self) -> RunningCheckIn:
        """What shows a running check-in."""
        return self._running if self._running is not None else self._make_running()

    def _make_running(self) -> RunningCheckIn:
        """Make it: where one runs, or in a pause (`parts_for_later`), so that no start waits."""
        from careerdesk.ui.checkins.running_check_in import RunningCheckIn

        self._running = RunningCheckIn(self.ctx, self._check_in_area.viewport())
        self._check_in_area.setWidget(self._running)
        self._connect_bar(self._running.bar)
        return self._running

    @override
    def parts_for_later(self) -> Iterator[object]:
        """What a running check-in is shown in, which the first start would wait for."""
        yield self.check_in

    @override
    def show_person(self, person_id: int) -> None:
        """Start at the check-in of another person."""
        if person_id != self.person_id:
            if self._running is not None:
                self._running.agenda.model.forget_ticked()
                self._running.promises.model.forget_ticked()
            self._unfold(on=False)
        super().show_person(person_id)

    @override
    def refresh(self) -> None:
        """Show the running check-in, or how to start one, over the history."""
        store, person_id = self.ctx.store, self.person_id
        around = check_ins_around.around(store, person_id)
        going = around.going
        if self._rest_stays and going is not None and self._is_shown(going):
            self._show_going(going, around)
            return
        self._check_in = going
        self.acts.person_id = person_id
        self.history.show_person(around.person)
        if self._check_in is not None:
            self.check_in.next.show_check_in(self._check_in, around)
            self.check_in.show_check_in(self._check_in, around.person)
        else:
            self._show_planned(around)
        self._show_parts()

    @Slot(object)
    @override
    def _heard(self, changes: Changes) -> None:
        """Leave the page alone while its running check-in is typed: nothing else shows it.

        Where something else of it changed, only the parts that it is written in read again.
        """
        own = self._check_in is not None and changes.all == {(CheckIn, self._check_in.id)}
        typed = own and isinstance(changes.origin, SavedText)
        if typed or self._is_answer(changes):
            return
        self._rest_stays = own and self.isVisible() and self.isEnabled() and not self._stale
        try:
            super()._heard(changes)
        finally:
            self._rest_stays = False

    def _is_shown(self, going: CheckIn) -> bool:
        """Whether it is the check-in that is shown, on the page of its kind."""
        shown = self._check_in
        kinds = (going.kind, shown.kind if shown is not None else None)
        return shown is not None and going.id == shown.id and CheckInKind.CAREER not in kinds

    def _show_going(self, going: CheckIn, around: CheckInsAround) -> None:
        """Show the running check-in again, and nothing that is not written in it."""
        self._check_in = going
        self.check_in.next.show_check_in(going, around)
        self.check_in.show_fields(going, around.person)

    def _is_answer(self, changes: Changes) -> bool:
        """Whether an answer of a career conversation is being typed."""
        notes = bool(changes.all) and all(kind is DiscoveryNote for kind, _ in changes.all)
        career = self._running is not None and self._running.is_career
        return notes and isinstance(changes.origin, SavedField) and career

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Read again where the days off were changed meanwhile: no record tells of that."""
        if self._week not in (None, my_week(self.ctx.settings)):
            self._stale = True
        super().showEvent(event)

    @override
    def focus_first(self) -> None:
        """The notes of a running check-in, else the history, else where one is planned."""
        if self._check_in is not None:
            self.check_in.focus_notes()
        elif self.history.list.isVisible():
            self.history.list.setFocus()
        else:
            self.planned.take_focus()

    @override
    def arrive(self, to: Destination) -> bool:
        """Open a check-in at what was found in it; begin a check-in, feedback or a search."""
        check_in_id = to.id_of(CheckIn)
        if to.found:
            from careerdesk.ui.checkins.arriving import arrive

            if self._check_in is not None and self._check_in.id != check_in_id:
                self._unfold(on=True)
                self._show_parts()
            return arrive(self, to)
        if to.errand is Errand.START_CHECK_IN:
            self.focus_first()
        elif to.errand is Errand.FINISH_CHECK_IN:
            self.finish()
        elif check_in_id:
            self.open_check_in(check_in_id)
        elif to.errand is Errand.ADD_PAST_CHECK_IN:
            self.add_past()
        elif to.errand is Errand.NOTE_FEEDBACK:
            self.focus_feedback()
        return True

    @property
    @override
    def opened(self) -> Destination | None:
        """The earlier check-in that is open."""
        check_in = self.history.open_id
        return Destination(self.person_id, CHECK_INS, (CheckIn, check_in)) if check_in else None

    @override
    def come_back(self, opened: Destination | None) -> None:
        """Open the check-in that was open, or close what is."""
        if opened is None:
            self.history.close_check_in()
        else:
            self.arrive(opened)

    def focus_agenda(self) -> None:
        """Put the cursor where a point for the agenda is typed."""
        if self._check_in is not None:
            self.check_in.focus_agenda()

    @override
    def find_here(self) -> bool:
        """Look among the earlier check-ins, if there are any; once more, on the page itself."""
        search = self.history.search.edit
        if search.hasFocus() or not self._any_over:
            return False
        if self._check_in is not None:
            self._unfold(on=True)
            self._show_parts()
        search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        search.selectAll()
        return True

    @property
    @override
    def looked_through(self) -> QWidget:
        """The earlier check-ins: what runs above them is not searched."""
        return self.history.splitter

    @property
    def _any_over(self) -> bool:
        """Whether there are earlier check-ins, also such as the search leaves out now."""
        return bool(self.history.model.rows) or not self.history.search.wanted.everything

    def focus_feedback(self) -> None:
        """Put the cursor where feedback is typed: in the running check-in, else in the brief.

        A career conversation has no place for it.
        """
        if self._check_in is not None and self._check_in.kind is not CheckInKind.CAREER:
            self.check_in.focus_feedback()
        else:
            self.ctx.navigator.note_feedback(self.person_id)

    def open_check_in(self, check_in_id: int) -> None:
        """Open an earlier check-in."""
        if self._check_in is not None:
            self._unfold(on=True)
            self._show_parts()
        self.history.open_check_in(check_in_id)

    @Slot(int)
    def _write_past(self, check_in_id: int) -> None:
        """Open a check-in that was entered just now where its notes are typed."""
        self.open_check_in(check_in_id)
        self.history.view.notes.begin_typing()

    def add_past(self) -> None:
        """Let a check-in be entered that was held before, also while another one is running."""
        if self.planned.isVisible():
            self.acts.add_past(self.planned.past)
        else:
            self.acts.add_past(self, QRect(self.rect().center(), QSize()))

    def finish(self) -> None:
        """Ask what is asked at the end; asked already, end the check-in with what is chosen."""
        if self._check_in is None or not self.check_in.take_in():
            return
        if self.check_in.bar.asks:
            self.check_in.bar.end.confirm()
        else:
            self.check_in.ask_to_finish(is_in_question(self.ctx, self._check_in))

    def end_check_in(self, ended_at: datetime | None = None) -> None:
        """End the running check-in, now unless it ended before; the next one is planned."""
        if self._check_in is None or not self.check_in.take_in():
            return
        check_in, following = self._check_in, self.check_in.next
        next_at, proposed = following.at, following.proposed
        focused = self.check_in.release_keyboard()
        now = self.ctx.clock.now()
        if not try_action(
            self.ctx, checkins.finish, self.ctx.store, check_in.id,
            ended_at or now, proposed, looked_ahead=self.check_in.bar.end.chosen(), now=now,
        ):  # fmt: skip
            if focused is not None:
                focused.setFocus()
            return
        self.check_in.bar.close_end()
        self.ctx.notices.toast(_finished_words(next_at), undo=True)
        if not self.history.offer_summary(check_in.id):
            self.history.list.setFocus()

    def cancel(self) -> None:
        """The running check-in did not take place."""
        if self._check_in is None:
            return
        if try_action(self.ctx, checkins.cancel, self.ctx.store, self._check_in.id):
            self.ctx.notices.toast(tr("Marked as not held"), undo=True)
            self.focus_first()

    def discard(self) -> None:
        """Delete the running check-in; what was on its agenda is open again."""
        if self._check_in is not None:
            self.history.remove([self._check_in.id])
            self.focus_first()

    def _show_planned(self, around: CheckInsAround) -> None:
        self._week = my_week(self.ctx.settings)
        due = offers.due_days(around, self.ctx.clock.today())
        self.planned.show_planned(around, self._week, due)

    def _show_parts(self) -> None:
        focused = QApplication.focusWidget() if holds_focus(self) else None
        running = self._check_in is not None
        any_over = self._any_over
        folded = running and not self.fold.property("open")
        self.planned.setVisible(not running)
        self._check_in_area.setVisible(running)
        self._foot.setVisible(running and any_over)
        self.history.setVisible(any_over and not folded)
        self.splitter.setVisible(running or any_over)
        self._room.setVisible(not running and not any_over)
        self.set_primary(there=running)
        if focused is not None and not focused.isVisible():
            self.focus_first()

    def _make_empty(self) -> EmptyState:
        keys = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        return EmptyState(
            self.ctx.theme,
            tr("No check-ins yet"),
            tr("Short, regular check-ins keep a plan moving. Plan the first one above, or start "
               "it now. The agenda, notes and promises will all be on one page."),
            hint=tr("Already talking? Press {keys} to start the check-in.", keys=keys),
        )  # fmt: skip

    def _arrange(self) -> None:
        self._foot = _foot(self.fold)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.planned)
        outer.addWidget(self.splitter, 1)
        outer.addWidget(self._room, 1)
        outer.addWidget(self._foot)
        self.splitter.setObjectName("checkInsSplitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self._check_in_area = _scrolling()
        self.splitter.addWidget(self._check_in_area)
        self.splitter.addWidget(self.history)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)

    def _connect_bar(self, bar: CheckInBar) -> None:
        bar.kind_picked.connect(self._set_kind)
        bar.minutes_entered.connect(self._set_minutes)
        bar.finish_wanted.connect(self.finish)
        bar.finished.connect(self.end_check_in)
        bar.stayed.connect(self.focus_first)
        bar.cancel_wanted.connect(self.cancel)
        bar.discard_wanted.connect(self.discard)

    def _connect(self) -> None:
        self.fold.clicked.connect(self._turn_fold)
        self.acts.added.connect(self._write_past)
        self.history.search.edit.textChanged.connect(self.looked_for)
        for keys, act in (("A", self.focus_agenda), ("F", self.focus_feedback)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _set_kind(self, kind: object) -> None:
        self._write(kind=kind)

    def _set_minutes(self, minutes: int | None) -> None:
        self._write(minutes=minutes)

    def _write(self, **fields: Any) -> None:
        if self._check_in is not None and self._check_in.state is CheckInState.RUNNING:
            try_action(
                self.ctx, checkins.write, self.ctx.store, self._check_in.id, **fields
            ).ignored_because("a banner says why; the next reading shows what is stored")

    def _turn_fold(self) -> None:
        self._unfold(on=not self.fold.property("open"))
        self._show_parts()
        if self.history.isVisible():
            self.splitter.setSizes([600, 400])  # shares of what there is
            self.history.list.setFocus()

    def _unfold(self, *, on: bool) -> None:
        self.fold.setProperty("open", on)
        self.fold.set_icon("chevron-down" if on else "chevron-right")


def _scrolling() -> QScrollArea:
    """Room for a check-in where large type leaves too little of the window."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def _foot(fold: LinkButton) -> QFrame:
    foot = QFrame()
    outer = QVBoxLayout(foot)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addWidget(Rule())
    row = QHBoxLayout()
    row.setContentsMargins(24, 2, 28, 2)
    row.addWidget(fold)
    row.addStretch(1)
    outer.addLayout(row)
    return foot


def _finished_words(next_at: datetime | None) -> str:
    if next_at is None:
        return tr("Check-in finished")
    day = Dates.week_day(next_at.date())
    return tr("Check-in finished. The next one is on {day}", day=day)

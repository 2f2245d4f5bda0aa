"""A check-in that is going on: agenda and promises, notes, the plan and temperature."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.records import CheckIn, CheckInKind, Person
from careerdesk.i18n import tr
from careerdesk.services import actions, checkins, goal_changes, plans
from careerdesk.ui.agenda.agenda import AgendaBox
from careerdesk.ui.agenda.promises import PromiseBox
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.checkins.career_conversation import CareerConversation
from careerdesk.ui.checkins.check_in_bar import CheckInBar
from careerdesk.ui.checkins.check_in_columns import AGENDA, NOTES, PLAN, CheckInColumns
from careerdesk.ui.checkins.check_in_goals import CheckInGoals
from careerdesk.ui.checkins.check_in_notes import CheckInNotes
from careerdesk.ui.checkins.next_check_in import NextCheckIn
from careerdesk.ui.checkins.temperature import TemperatureBox
from careerdesk.ui.feedback.feedback_box import FeedbackBox
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import IconButton
from careerdesk.ui.widgets.section import Section
from careerdesk.ui.widgets.tab_order import holds_focus
from careerdesk.ui.widgets.typed_field import TypedField, take_all


class RunningCheckIn(QWidget):
    """The bar, and below it the parts of a 1:1 in columns, or the page of a career conversation."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start without a check-in."""
        super().__init__(parent)
        theme = ctx.theme
        self._ctx = ctx
        self.bar = CheckInBar(ctx)
        self.next = NextCheckIn(ctx, self.bar)
        self.agenda = AgendaBox(ctx, "talk")
        self.promises = PromiseBox(ctx, "talk", grouped=True)
        self.notes = CheckInNotes(ctx, names.CHECK_IN_SHARED, names.CHECK_IN_PRIVATE)
        self.goals = CheckInGoals(ctx)
        self.temperature = TemperatureBox(ctx)
        self.feedback = FeedbackBox(ctx, "talk")
        self.career: CareerConversation | None = None
        self.agenda_section = _section(Section(theme, tr("Agenda"), "prepare"), self.agenda)
        self.agenda_section.tools.addWidget(self.agenda.more)
        self.promise_section = _section(Section(theme, tr("Promises"), "promise"), self.promises)
        self.goal_section = _section(Section(theme, tr("Plan"), "plan"), self.goals)
        self.goal_section.tools.addWidget(_as_high_as_more(theme))
        self.feeling_section = _section(
            Section(theme, tr("Temperature"), "temperature"), self.temperature
        )
        ctx.sharing.hide_while_sharing(self.feeling_section)
        self.feedback_section = _section(Section(theme, tr("Feedback"), "feedback"), self.feedback)
        self.columns = CheckInColumns(
            theme,
            self.notes,
            (self.agenda_section, self.promise_section),
            (self.goal_section, self.feeling_section, self.feedback_section),
            self,
        )
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addWidget(self.bar)
        self._outer.addWidget(self.columns, 1)
        self.agenda.changed.connect(self._tell_agenda)
        self.feedback.left.connect(self.focus_notes)

    @property
    def is_career(self) -> bool:
        """Whether the page of a career conversation is shown."""
        return self.career is not None and not self.career.isHidden()

    def show_check_in(self, check_in: CheckIn, person: Person) -> None:
        """Show a check-in with a person, on the page of its kind."""
        self.notes.show_check_in(check_in, person)
        if check_in.kind is CheckInKind.CAREER:
            career = self._career_page()
            career.show_check_in(check_in, person)
            self._turn(career=True)
            self.bar.say_back(career.said_back())
            return
        self._turn(career=False)
        store = self._ctx.store
        points = checkins.agenda_of(store, person.id, check_in.id)
        self.agenda.show_points(person, points, check_in.id)
        self.promises.show_promises(person, checkins.promises(store, person.id), check_in.id)
        plan = plans.active(store, person.id)
        steps = actions.of_plan(store, plan.plan.id) if plan else {}
        changed = frozenset(one.id for one in goal_changes.made_in(store, check_in.id))
        self.goals.show_plan(person, plan, steps, check_in.id, changed)
        self._show_temperature(check_in, person)
        self.feedback.show_feedback(person.id, check_in.id)

    def show_fields(self, check_in: CheckIn, person: Person) -> None:
        """Show what is written in the check-in itself, where that alone has changed."""
        self.notes.show_check_in(check_in, person)
        self._show_temperature(check_in, person)

    def _show_temperature(self, check_in: CheckIn, person: Person) -> None:
        before = checkins.temperatures(self._ctx.store, person.id)
        self.temperature.show_check_in(check_in, person, before)

    def ask_to_finish(self, ended_at: datetime | None) -> None:
        """Ask at the end what is asked of this kind."""
        lines: Sequence[str] = ()
        if self.career is not None and self.is_career:
            lines = self.career.said_back()
        self.bar.ask_to_finish(ended_at, lines)

    def release_keyboard(self) -> QWidget | None:
        """Leave the field that has the keyboard, before all of this is hidden; which one it was.

        Else Qt gives the keyboard to the next best button first, and a screen reader says it.
        """
        focused = self.focusWidget()
        if focused is None or not focused.hasFocus():
            return None
        focused.clearFocus()
        return focused

    def take_in(self) -> bool:
        """Add what is typed and not added yet; what cannot be read gets the cursor."""
        if not take_all(self.findChildren(TypedField)):
            return False
        if self.career is not None and self.is_career:
            return self.career.take_in()
        rows = self.agenda.add, self.promises.add
        taken = self.goals.take_in() and all(row.take_in() for row in rows)
        return taken and self.feedback.take_in()

    def focus_agenda(self) -> None:
        """Put the cursor where a point is typed."""
        if not self.is_career:
            self.columns.show_part(AGENDA)
            self.agenda.focus_add()

    def focus_feedback(self) -> None:
        """Put the cursor where feedback is typed."""
        if not self.is_career:
            self.columns.show_part(PLAN)
            self.feedback.open_form()

    def focus_notes(self) -> None:
        """Put the cursor where the shared notes go on."""
        if self.columns.columns == 1 and not self.is_career:
            self.columns.show_part(NOTES)
        self.notes.begin_typing()

    def _career_page(self) -> CareerConversation:
        if self.career is None:
            self.career = CareerConversation(self._ctx)
            self.career.hide()
            self._outer.addWidget(self.career, 1)
        return self.career

    def _turn(self, *, career: bool) -> None:
        """Show the page of a kind; the notes go along, with what is being typed into them."""
        if career == self.is_career:
            return
        page = self._career_page()
        focused = self.notes.focusWidget() if holds_focus(self.notes) else None
        (page if career else self.columns).place_notes(self.notes)
        page.setVisible(career)
        self.columns.setVisible(not career)
        if focused is not None:
            focused.setFocus()

    def _tell_agenda(self) -> None:
        rows = self.agenda.model.rows
        done = len(rows) - self.agenda.model.open_count()
        words = tr("{done} of {all}", done=done, all=len(rows)) if rows else ""
        self.agenda_section.set_caption(words)


def _as_high_as_more(theme: Theme) -> IconButton:
    """Nothing, as high as the button in the head of the agenda: so both heads stand level."""
    unseen = IconButton(theme, "more", "")
    room = unseen.sizePolicy()
    room.setRetainSizeWhenHidden(True)
    unseen.setSizePolicy(room)
    unseen.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    unseen.hide()
    return unseen


def _section(section: Section, part: QWidget) -> Section:
    section.body.addWidget(part)
    return section

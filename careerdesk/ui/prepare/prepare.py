"""The brief for the next check-in: what there is to know, and what to put on the agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.brief_groups import groups
from careerdesk.domain.brief_lines import LineKind, Part
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.loop import Action, Aspiration, GoalChange, KeyResultValue
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    DiscoveryNote,
    KeyResult,
    Motivator,
    Person,
    Plan,
    PlanItem,
    Promise,
    Question,
)
from careerdesk.domain.views import Brief
from careerdesk.i18n import N_, Message, tr
from careerdesk.services import brief as briefs
from careerdesk.ui.agenda.agenda_add import AgendaAdd
from careerdesk.ui.agenda.handles import take_handle
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.navigation import Destination, Errand
from careerdesk.ui.base.page import Page
from careerdesk.ui.base.settling import settle
from careerdesk.ui.feedback.feedback_editing import FeedbackEditing
from careerdesk.ui.prepare.brief_acts import BriefActs
from careerdesk.ui.prepare.brief_columns import Columns, Shown
from careerdesk.ui.prepare.brief_leads import BriefLeads
from careerdesk.ui.prepare.brief_list import BriefList
from careerdesk.ui.prepare.brief_menu import BriefMenu
from careerdesk.ui.prepare.brief_rows import RowKind
from careerdesk.ui.prepare.brief_tools import BriefTools
from careerdesk.ui.widgets.steady_scroll import SteadyScroll

if TYPE_CHECKING:
    from careerdesk.ui.feedback.feedback_form import FeedbackForm
    from careerdesk.ui.widgets.empty_state import EmptyState, Scrolled

PAGE_KEYS: tuple[tuple[str, Message], ...] = (
    ("A", N_("Add an item to the agenda")),
    ("F", N_("Record feedback: situation, behaviour, impact")),
    ("Space", N_("Tick off an item, promise or next step, or expand a note")),
    ("Enter", N_("Edit an agenda item, promise or next step, or open a link")),
    ("D", N_("Change the due date of a promise or next step")),
    ("N", N_("Suggest another question")),
    ("Delete", N_("Delete an item, promise or next step")),
)
TWO_COLUMNS = 900  # below this width all is in one column, the question first
RIGHT, WIDE_RIGHT = 384, 420
WIDEST = 1320
GAP = 28
AROUND = 10  # above and below the lists
LEFT_LIST, RIGHT_LIST = "briefLeft", "briefRight"


class PreparePage(Page):
    """Shows the brief of a person; promises, steps and the agenda can be worked on here."""

    watches = (
        Person, CheckIn, AgendaItem, Promise, Plan, PlanItem, Motivator, DiscoveryNote, Question,
        Feedback, Action, Aspiration, KeyResult, KeyResultValue, GoalChange,
    )  # fmt: skip

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(ctx, parent)
        self.setObjectName(names.PREPARE_TAB)
        self._brief: Brief | None = None
        self._empty: EmptyState | None = None
        self._room: Scrolled | None = None
        self._wide: bool | None = None
        self._form: FeedbackForm | None = None
        self._whole: frozenset[Part] = frozenset()
        self.left = BriefList(ctx, LEFT_LIST, tr("Brief"))
        self.right = BriefList(ctx, RIGHT_LIST, tr("Question, motivators and feedback"))
        self.add = AgendaAdd(ctx, "brief")
        self.templates = BriefTools(ctx)
        self.acts = BriefActs(ctx, (self.left, self.right), self)
        self.leads = BriefLeads(self)
        self.columns = Columns(ctx, self.left, self.right)
        self._grid = QGridLayout()
        self._area = SteadyScroll(self)
        self.editing = FeedbackEditing(ctx, "brief", self._make_form, self)
        self._arrange()
        self._connect()

    @override
    def show_person(self, person_id: int) -> None:
        """Start at the top with another person."""
        if person_id != self.person_id:
            self.leads.skipped = frozenset()
            self._whole = frozenset()
            self.columns.maker.unfolded.clear()
            self._area.verticalScrollBar().setValue(0)
        self.acts.forget()
        super().show_person(person_id)

    @override
    def refresh(self) -> None:
        """Compose the brief again."""
        brief = self._read_brief()
        if brief.question is None and self.leads.skipped:
            self.leads.skipped = frozenset()
            brief = self._read_brief()
        self._brief = brief
        self.set_primary(there=brief.is_blank)
        if brief.is_blank and not self.editing.is_open_for(self.person_id):
            self._show_blank(brief)
            return
        self._show_parts(brief)

    def _read_brief(self) -> Brief:
        most = briefs.FEEDBACK_SHOWN
        if Part.FEEDBACK in self._whole or self.ctx.sharing.on:
            from careerdesk.services import feedback

            most = feedback.MOST
        today = self.ctx.clock.today()
        return briefs.brief(self.ctx.store, self.person_id, today, self.leads.skipped, most)

    def _show_parts(self, brief: Brief) -> None:
        self._drop_blank()
        self.add.serve(brief.person)
        self.templates.serve(brief.person)
        known = self.ctx.sharing.seen((*brief.to_deliver, *brief.feedback))
        self.editing.show(brief.person.id, brief.running_id, known)
        self._brief = None  # rows are made once it is known how wide they are
        self._area.show()
        self._brief = brief
        self.compose()

    def compose(self) -> None:
        """Make the rows again of what was read."""
        if self._brief is None or self._empty is not None:
            return
        brief = self.acts.show(self._brief)
        shared = self.ctx.sharing.on
        shown = Shown(
            brief, groups(brief, private=not shared), self._whole,
            wide=bool(self._wide), shared=shared, typing=self.editing.is_open,
            height=self._area.viewport().height() - AROUND, field=self._field_height(),
            tools=self.templates.sizeHint().width() + 6,
        )  # fmt: skip
        self.columns.show(shown)
        self._place_templates()

    def _field_height(self) -> int:
        """What the row that adds a point needs now: more while its choices are shown."""
        return self.add.sizeHint().height()

    def turn_whole(self, part: Part) -> None:
        """Show all of a section, or fewer again."""
        self._whole ^= {part}
        if part is Part.FEEDBACK:
            self.reload()
        else:
            self.compose()

    def keep_whole(self, part: Part) -> None:
        """Show all of a section from now on: something was added to it."""
        self._whole |= {part}

    @property
    def brief(self) -> Brief | None:
        """What is shown."""
        return self._brief

    @override
    def arrive(self, to: Destination) -> bool:
        """Feedback is noted, or a row is gone to."""
        if to.found:
            from careerdesk.ui.prepare.arriving import arrive  # late: nothing is found at the start

            if self._brief is not None and self._empty is not None:
                self._show_parts(self._brief)
            return arrive(self, to)
        if to.errand is Errand.NOTE_FEEDBACK:
            self.focus_feedback()
        elif point := to.id_of(AgendaItem):
            self._go_to_point(point)
        return True

    @override
    def come_back(self, opened: Destination | None) -> None:
        """Put the form for feedback away in which nothing was typed."""
        if self.editing.is_open and self.editing.form.unstored.is_untouched:
            self.editing.put_away()

    def _go_to_point(self, point: int) -> None:
        view = self.columns.list_of(Part.AGENDA)
        rows = (row for row in view.model_.rows if row.kind is LineKind.POINT and row.key == point)
        if (row := next(rows, None)) is not None:
            view.select(row.id)
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def focus_first(self) -> None:
        """The first row of the brief that can be chosen."""
        if self._empty is not None:
            from careerdesk.ui.prepare.blank import DISCOVER

            self._empty.buttons[DISCOVER].setFocus()
            return
        stops = (one for one in (self.left, self.right) if one.isVisible() and one.has_rows())
        next(stops, self.add.edit).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Take the handle of the field: one agenda is seen at a time."""
        super().showEvent(event)
        take_handle(self.add.edit, names.AGENDA_EDIT)

    def _arrange(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(self.ctx.theme.look.measure(WIDEST))
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(GAP, 8, self._area.beside_bar(GAP), 2)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 1000)
        row.addStretch(1)  # on a wide screen the rest of the page is ground, at the far side
        top = Qt.AlignmentFlag.AlignTop
        self._grid.setVerticalSpacing(0)
        self._grid.addWidget(self.left, 0, 0, 3, 1, top)
        self._grid.addWidget(self.right, 0, 1, top)
        self._grid.setRowStretch(2, 1)
        self._area.setWidget(holder)
        self._area.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        keep = self.add.choices.sizePolicy()
        keep.setRetainSizeWhenHidden(False)  # the row grows by them instead
        self.add.choices.setSizePolicy(keep)
        self.left.hold(self.add)
        self.templates.setParent(self.left.viewport())
        self._place(wide=True)

    def _make_form(self) -> FeedbackForm:
        from careerdesk.ui.feedback.feedback_form import FeedbackForm

        self._form = FeedbackForm(self.ctx, "brief", self._area.widget())
        self._grid.addWidget(self._form, *self._form_place())
        return self._form

    def _form_place(self) -> tuple[int, int]:
        return (1, 1) if self._wide else (3, 0)

    def _place(self, *, wide: bool) -> None:
        """Two columns, or one with the question first."""
        if wide == self._wide:
            return
        self._wide = wide
        self.right.setVisible(wide)
        if self._form is not None:
            self._grid.removeWidget(self._form)
            self._grid.addWidget(self._form, *self._form_place())
        self._set_columns(self.width())

    def _set_columns(self, width: int) -> None:
        look = self.ctx.theme.look
        right = look.measure(WIDE_RIGHT if width >= look.measure(WIDEST) else RIGHT)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnMinimumWidth(1, right if self._wide else 0)
        self._grid.setHorizontalSpacing(GAP if self._wide else 0)
        self.right.setMaximumWidth(right if self._wide else look.measure(WIDEST))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where they fit, and as many rows as there is room for."""
        super().resizeEvent(event)
        width = event.size().width()
        self._place(wide=width >= self.ctx.theme.look.measure(TWO_COLUMNS))
        self._set_columns(width)
        self.compose()

    def _place_templates(self) -> None:
        """Put the dots of the agenda at the end of its heading."""
        rect = self.columns.heading_of(Part.AGENDA)
        self.templates.setVisible(not rect.isNull())
        size = self.templates.sizeHint()
        x = rect.left() if self.isRightToLeft() else rect.right() + 1 - size.width()
        y = rect.bottom() - size.height() - 1
        self.templates.setGeometry(x, y, size.width(), size.height())

    def _connect(self) -> None:
        menu = BriefMenu(self.acts, self.leads, lambda: self.ctx.sharing.on)
        for view in (self.left, self.right):
            menu.serve(view)
            view.fitted.connect(self.compose)
        self.acts.changed.connect(self.compose)
        self.add.edit.left.connect(self._to_rows)
        self.add.edit.submitted.connect(self._point_added)
        self.add.turned.connect(self.compose)
        self.editing.turned.connect(self.compose)
        self.editing.left.connect(self._after_feedback)
        for key, act in (("A", self._add_point), ("F", self.focus_feedback)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _point_added(self) -> None:
        self.keep_whole(Part.AGENDA)
        self.compose()

    def _to_rows(self) -> None:
        if self.left.has_rows():
            self.columns.select_last(Part.AGENDA)
            self.left.setFocus()

    def _after_feedback(self) -> None:
        self.compose()
        view = self.columns.list_of(Part.FEEDBACK)
        self.columns.select_kind(RowKind.ADD_FEEDBACK)
        view.setFocus()

    def _add_point(self) -> None:
        if self._empty is None:
            self.add.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._area.ensureWidgetVisible(self.add, 0, 8)

    def focus_feedback(self) -> None:
        """Put the cursor where feedback is typed."""
        if self._brief is None:
            return
        if self._empty is not None:
            self._show_parts(self._brief)
        self.editing.open()
        settle()  # the form may have been made just now
        self._area.ensureWidgetVisible(self.editing.form)

    def _show_blank(self, brief: Brief) -> None:
        from careerdesk.ui.prepare.blank import blank_page
        from careerdesk.ui.widgets.empty_state import Scrolled

        self._drop_blank()
        self._area.hide()
        self._empty = blank_page(self.ctx, brief)
        self._empty.chosen.connect(self._take_step)
        layout = self.layout()
        if layout is not None:
            self._room = Scrolled(self._empty)
            layout.addWidget(self._room)

    def _drop_blank(self) -> None:
        if self._room is not None:
            self._room.hide()
            self._room.deleteLater()
        self._empty = self._room = None

    def _take_step(self, key: str) -> None:
        from careerdesk.ui.prepare.blank import DISCOVER, STEP_TABS

        if key == DISCOVER:
            self.ctx.navigator.choose_question(self.person_id)
        else:
            self.ctx.navigator.open(self.person_id, STEP_TABS[key])

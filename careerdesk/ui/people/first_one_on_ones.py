"""When the next 1:1 with each of several people is: one row each, planned in one step."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import Person
from careerdesk.i18n import tr, trn
from careerdesk.services import people, planning
from careerdesk.services.store import Changes
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.keys import ENTER, is_alone
from careerdesk.ui.base.page import StandalonePage
from careerdesk.ui.base.settling import settle
from careerdesk.ui.base.unstored import Unstored
from careerdesk.ui.people.first_one_on_one_row import FirstOneOnOneRow
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.buttons import FilledButton, TextButton
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.labels import Caption, Muted, Title
from careerdesk.ui.widgets.planning_popover import zone_here

MOST = 25  # rows at a time
A_TURN = 5  # of them made in one turn of the event loop, as each has four fields
WIDEST = 760
AROUND = 60  # what is seen below the row with the cursor


class FirstOneOnOnes(StandalonePage):
    """Asks for the next 1:1 with everybody who never had one; rows may stay empty.

    Enter moves on, from the last row to the button. `done` comes when it is planned or put off.
    """

    done = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._asked: set[int] = set()
        self._unstored: Unstored | None = None
        self._coming: list[Person] = []
        self._turns = QTimer(self)
        self._turns.setSingleShot(True)
        self._turns.timeout.connect(self._add_more)
        self.setObjectName(names.FIRST_ONE_ON_ONES)
        set_area(self, "growth")
        self.rows: list[FirstOneOnOneRow] = []
        self.rest = Caption(wrap=True)
        self.go = FilledButton(ctx.theme, tr("Plan"), name=names.FIRST_ONE_ON_ONES_GO)
        self.later = TextButton(ctx.theme, tr("Later"), name=names.FIRST_ONE_ON_ONES_LATER)
        self._holder = QWidget()
        self._area = self._arrange()
        self.go.clicked.connect(self._plan)
        self.later.clicked.connect(self.done)
        ctx.bridge.changed.connect(self._heard)
        self._ask(self._unasked())

    def _arrange(self) -> QScrollArea:
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.go)
        foot.addWidget(self.later)
        foot.addStretch(1)
        self._holder.setMaximumWidth(self._ctx.theme.look.measure(WIDEST))
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(28, 16, 28, 28)
        column.setSpacing(8)
        column.addWidget(Title(tr("When is your next 1:1?"), wrap=True))
        hint = tr(
            "Enter a date and time, such as Fri 14:00 or 24 Nov. Press Enter to go to "
            "the next person. Leave the date blank if you don't know it yet."
        )
        column.addWidget(Muted(hint, wrap=True))
        column.addSpacing(8)
        column.addLayout(self._list)
        column.addWidget(self.rest)
        column.addSpacing(8)
        column.addLayout(foot)
        column.addStretch(1)
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._holder, 1)
        row.addStretch(0)
        area = Scrolled(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        return area

    def _unasked(self) -> list[int]:
        ctx = self._ctx
        found = try_read(ctx, people.without_check_ins, ctx.store, ctx.clock.today()) or []
        return [key for key in found if key not in self._asked]

    def _ask(self, wanted: Sequence[int]) -> None:
        """Show rows for the first of these people, in place of the rows before."""
        if self._unstored is not None:
            self._unstored.release()
        for old in self.rows:
            discard(old)
        asked = wanted[:MOST]
        self._asked |= set(asked)
        self.rows = []
        self._coming = try_read(self._ctx, people.some, self._ctx.store, asked) or []
        more = len(wanted) - len(asked)
        words = tr("{n} more to go after these.", n=more)
        self.rest.setText(words if more else "")
        self.rest.setHidden(not more)
        self._add_rows(A_TURN)

    @Slot()
    def _add_more(self) -> None:
        self._add_rows(A_TURN)

    def _add_rows(self, count: int) -> None:
        """Make the next few rows; the last ones come with what was typed here before."""
        added = [FirstOneOnOneRow(self._ctx, person) for person in self._coming[:count]]
        del self._coming[:count]
        self.rows += added
        for row in added:
            self._list.addWidget(row)
            row.typed.connect(self._count)
            row.changed.connect(self._look)
        self._set_stops()
        if self._coming:
            self._turns.start()
        else:
            self._keep_words()
        self._look()

    def _add_all(self) -> None:
        """Make the rows that are still to come, for somebody quicker than they are."""
        self._turns.stop()
        while self._coming:
            self._add_rows(MOST)

    def _keep_words(self) -> None:
        fields = {name: field for row in self.rows for name, field in row.fields().items()}
        if fields:
            self._unstored = Unstored(self._ctx, names.FIRST_ONE_ON_ONES, fields)
            self._unstored.filled.connect(self._came_back)
            self._unstored.belong_to(0)

    @Slot()
    def _came_back(self) -> None:
        for row in self.rows:
            row.keep_time()
        self._look()

    def _set_stops(self) -> None:
        stops = [stop for row in self.rows for stop in row.stops()] + [self.go, self.later]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    @property
    def is_empty(self) -> bool:
        """Whether there is nobody to ask for."""
        return not self.rows

    @Slot()
    def _look(self) -> None:
        """Say which of them are at the same hour, and how many there are to plan."""
        for place, row in enumerate(self.rows):
            row.compare(self.rows[:place])
        self._count()

    @Slot()
    def _count(self) -> None:
        wanted = [row for row in self.rows if row.wish() is not None]
        words = trn("Plan 1 check-in", "Plan {n} check-ins", len(wanted))
        self.go.set_words(words if wanted else tr("Plan"))
        self.go.setEnabled(bool(wanted) or any(row.is_half for row in self.rows))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next row, and to the button after the last."""
        if event.key() in ENTER and is_alone(event):
            self._move_on()
        else:
            super().keyPressEvent(event)

    def _move_on(self) -> None:
        self._add_all()
        place = next((n for n, row in enumerate(self.rows) if row.has_focus), None)
        if place is None or not self.rows[place].take():
            return
        if place + 1 < len(self.rows):
            self._area.ensureWidgetVisible(self.rows[place + 1], 0, AROUND)
            self.rows[place + 1].focus_first()
        elif self.go.isEnabled():
            self._area.ensureWidgetVisible(self.go, 0, AROUND)
            self.go.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.later.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _plan(self) -> None:
        """Plan what is filled in, in one step; a row that cannot be read gets the cursor."""
        self._add_all()
        refused = [row for row in self.rows if not row.take()]
        wishes = [wish for row in self.rows if (wish := row.wish()) is not None]
        if refused:
            refused[0].focus_first()
            return
        if not wishes or self._unstored is None:
            return
        ctx = self._ctx
        with self._unstored.taking():
            planned = try_action(
                ctx, planning.plan_many, ctx.store, wishes, zone_here(), ctx.clock.now(),
                origin=self,
            )  # fmt: skip
        if not planned:
            return
        planned.say(trn("1 check-in planned", "{n} check-ins planned", len(wishes)))
        self._go_on()

    def _go_on(self) -> None:
        """Ask for those who come after these; with nobody left it is done."""
        left = self._unasked()
        if left:
            self._ask(left)
            settle()
            self.focus_first()
        else:
            self.done.emit()

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        """Anyone who was deleted no longer has a row; what is typed into the others stays."""
        if changes.origin is self or not changes.touches(Person):
            return
        gone = changes.removed
        self._coming = [one for one in self._coming if (Person, one.id) not in gone]
        for row in [one for one in self.rows if (Person, one.person.id) in gone]:
            self.rows.remove(row)
            row.hide()  # its fields are among those whose words are kept
        self._look()

    @override
    def focus_first(self) -> None:
        """The first row."""
        if self.rows:
            self.rows[0].focus_first()
        else:
            self.later.setFocus()

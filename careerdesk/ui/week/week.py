"""Close the week: one row for each person, and none has to be filled."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.records import AgendaItem, CheckIn, DiscoveryNote, Person, Promise
from careerdesk.domain.reviews.records import Accomplishment
from careerdesk.domain.week import Notice, Week
from careerdesk.i18n import N_, Message, tr
from careerdesk.services import week
from careerdesk.services.store import Changes
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.navigation import WEEK
from careerdesk.ui.base.page import StandalonePage
from careerdesk.ui.base.work_week import my_week
from careerdesk.ui.theme.theme import Theme, set_area
from careerdesk.ui.week.jotted_box import JottedBox
from careerdesk.ui.week.week_list import WeekList
from careerdesk.ui.week.week_model import WeekLine, WeekModel
from careerdesk.ui.week.week_row import is_stacked, lay_out
from careerdesk.ui.week.week_words import stored_words, year_ago_words
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.labels import ElidedLabel, Muted, SmallLabel, Title

WEEK_PAGE, YEAR_AGO = "weekPage", "weekYearAgo"
WATCHED = (Person, CheckIn, Promise, Feedback, AgendaItem, DiscoveryNote, Accomplishment)
WIDEST = 1_320
BELOW = 4
PAGE_KEYS: tuple[tuple[str, Message], ...] = (
    ("Enter", N_("Save the line, and go to the next person")),
    ("Up, Down", N_("Go to the previous or next person")),
    ("Shift+Tab", N_("Choose how to file the line")),
    ("Esc", N_("Discard the line")),
)


class WeekHead(QWidget):
    """What the columns of the list are."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.labels = [SmallLabel(words, self, wrap=True) for words in (
            tr("Person and next week"), tr("What did you notice?"), tr("My promises"),
        )]  # fmt: skip
        self.setFixedHeight(theme.look.metrics("label").height() + BELOW)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand over the columns, on more lines where those are narrow."""
        super().resizeEvent(event)
        rect = QRectF(self.rect())
        places = lay_out(rect, self._theme.look)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            places = places.mirrored(rect)
        noticed = places.choice.united(places.field)
        self.labels[-1].setHidden(is_stacked(rect.width(), self._theme.look))
        columns = list(zip(self.labels, (places.who, noticed, places.facts), strict=True))
        most = max(self._high(label, place) for label, place in columns if not label.isHidden())
        self.setFixedHeight(most + BELOW)
        for label, place in columns:
            high = self._high(label, place)
            label.setGeometry(round(place.left()), most - high, round(place.width()), high + BELOW)

    def _high(self, label: SmallLabel, place: QRectF) -> int:
        """Of its lines; the last one stands at the foot."""
        line = self._theme.look.metrics("label").height()
        return line * round(label.heightForWidth(round(place.width())) / line)


class WeekPage(StandalonePage):
    """Enter stores what was noticed and goes on; it is closed while the screen is shared."""

    undo_place = WEEK

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.setObjectName(WEEK_PAGE)
        self.setAccessibleName(tr("Close the week"))
        set_area(self, "growth")
        self.title = Title(tr("Close the week"))
        self.year_ago = ElidedLabel()
        self.year_ago.setObjectName(YEAR_AGO)
        self.year_ago.set_kind("muted")
        self.nobody = Muted(
            tr("No one is at work at the moment. People on leave aren't shown here."), wrap=True
        )
        self.model = WeekModel(self)
        self.head = WeekHead(ctx.theme)
        self.list = WeekList(ctx, self.model)
        self.jotted = JottedBox(ctx, self.list.put)
        self._arrange()
        self._connect()
        for widget in (self.year_ago, self.head, self.list, self.jotted, self.nobody):
            widget.hide()  # until it is known who is there
        self.refresh()

    def _arrange(self) -> None:
        body = QWidget()
        set_area(body, "growth")
        body.setMaximumWidth(self.ctx.theme.look.measure(WIDEST))
        column = QVBoxLayout(body)
        column.setContentsMargins(28, 16, 28, 12)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.year_ago)
        column.addSpacing(4)
        for widget in (self.head, self.list, self.nobody):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self.jotted)
        column.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scrolled(body))
        self.ctx.sharing.hide_while_sharing(body)

    def _connect(self) -> None:
        self.ctx.bridge.changed.connect(self._heard)
        self.ctx.day.changed.connect(self.refresh)
        self.list.taken.connect(self._store)
        self.list.lines_pasted.connect(self.jotted.take_lines)

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        if changes.touches(*WATCHED):
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read everything again; what is typed stays in its row."""
        if self.ctx.sharing.on:
            return
        today, mine = self.ctx.clock.today(), my_week(self.ctx.settings)
        found = try_read(self.ctx, week.week, self.ctx.store, today, mine)
        if found is not None:
            self._show(found)

    def _show(self, found: Week) -> None:
        lines = [WeekLine(row, found.on) for row in found.rows]
        self.list.show_lines(lines)
        self.jotted.show_people([row.person for row in found.rows])
        words = year_ago_words(found.year_ago)
        self.year_ago.set_full_text(words)
        self.year_ago.setVisible(bool(words))
        for widget in (self.head, self.list, self.jotted):
            widget.setVisible(bool(lines))
        self.nobody.setHidden(bool(lines))

    @override
    def focus_first(self) -> None:
        """What was noticed about the first one."""
        self.list.focus_first()

    @Slot(int, object, str)
    def _store(self, person_id: int, what: object, words: str) -> None:
        notice = Notice(str(what))
        row = next((one.row for one in self.model.rows if one.id == person_id), None)
        if row is None:
            return
        now = self.ctx.clock.now()
        with self.list.unstored.taking():
            done = try_action(self.ctx, week.note, self.ctx.store, person_id, notice, words, now)
        self.list.show_drafts()
        if done.say(stored_words(notice, row.person.short_name)):
            self.jotted.place()  # a line that waited for this row: it is the next one
            self.list.go_on()

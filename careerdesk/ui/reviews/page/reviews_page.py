"""The Reviews place: a cycle with its tabs, and the review of one person at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.catalogue import Area, kinds_in
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.loop import KeyResultValue
from careerdesk.domain.records import CheckIn, Person, PlanItem
from careerdesk.domain.reviews.records import Review, ReviewCycle
from careerdesk.domain.reviews.stages import Column, next_column, next_to_write
from careerdesk.i18n import tr
from careerdesk.services.reviews import cycles, reviews
from careerdesk.services.reviews.reviews import BoardRow
from careerdesk.services.store import Changes
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.drafts import REVIEWS
from careerdesk.ui.base.errors import try_read
from careerdesk.ui.base.navigation import Destination
from careerdesk.ui.base.page import StandalonePage
from careerdesk.ui.reviews.cycle.cycle_form import CycleForm
from careerdesk.ui.reviews.page.head import NEW_CYCLE_STEP, CycleHead, empty_reviews, tabs_bar
from careerdesk.ui.reviews.parts.tabs import CycleTab, OpenCycle
from careerdesk.ui.reviews.parts.words import TAB_OF
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.section import Rule
from careerdesk.ui.widgets.tab_order import holds_focus

if TYPE_CHECKING:
    from careerdesk.ui.reviews.page.person import PersonReview

CYCLE_SETTING = "reviews/cycle"


def _board() -> type[CycleTab]:
    from careerdesk.ui.reviews.board.board import BoardTab

    return BoardTab


def _curve() -> type[CycleTab]:
    from careerdesk.ui.reviews.calibration.curve import CurveTab

    return CurveTab


def _people() -> type[CycleTab]:
    from careerdesk.ui.reviews.cycle.people import PeopleTab

    return PeopleTab


def _settings() -> type[CycleTab]:
    from careerdesk.ui.reviews.cycle.settings import SettingsTab

    return SettingsTab


TABS_OF_CYCLE: dict[str, Callable[[], type[CycleTab]]] = {
    "board": _board,
    "curve": _curve,
    "people": _people,
    "settings": _settings,
}
WATCHED = (*kinds_in(Area.REVIEWS), Person, CheckIn, Feedback, PlanItem, KeyResultValue)


class ReviewsPage(StandalonePage):
    """Each tab is made at its first visit; `turned` tells whether a person's review is open.

    `moved` tells that `place` may be another one.
    """

    undo_place = REVIEWS
    turned = Signal(bool)
    moved = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Read the cycle that was open last."""
        super().__init__(parent)
        self.ctx = replace(ctx, theme=ctx.theme.in_area("review"))
        self.cycle: OpenCycle | None = None
        last = str(ctx.settings.value(CYCLE_SETTING, ""))
        self._wanted_id = int(last) if last.isdecimal() else 0
        self._cycle_id = 0
        self._unread = False
        self._person_id = 0  # whose row gets the focus back
        self._sides: dict[str, CycleTab] = {}
        self.person: PersonReview | None = None
        self.setObjectName(names.REVIEWS_VIEW)
        set_area(self, "review")
        self.head = CycleHead(self.ctx.theme)
        self.form = CycleForm(self.ctx)
        self.bar = tabs_bar()
        self.stack = QStackedWidget()
        self.empty_state = empty_reviews(self.ctx.theme)
        self.empty = Scrolled(self.empty_state)
        self._strip, self._whole = QWidget(), QWidget()
        self.pages = QStackedWidget()
        self._arrange()
        self._connect()
        self.form.open()
        self.reload()

    def _arrange(self) -> None:
        strip = QHBoxLayout(self._strip)
        strip.setContentsMargins(28, 0, 28, 0)
        strip.addWidget(self.bar, 1)
        self.form.hide()
        self.stack.addWidget(self.empty)
        column = _column(self._whole)
        column.addWidget(self.head)
        column.addLayout(_indented(self.form))
        column.addWidget(self._strip)
        column.addWidget(Rule())
        column.addWidget(self.stack, 1)
        self.pages.addWidget(self._whole)
        _column(self).addWidget(self.pages)

    def _connect(self) -> None:
        self.ctx.bridge.changed.connect(self._heard)
        self.ctx.day.changed.connect(self._follow_day)
        self.head.cycles.picked.connect(self.show_cycle)
        self.head.new.clicked.connect(self.start_cycle)
        self.head.next.clicked.connect(self.write_next)
        self.form.begun.connect(self._begun)
        self.form.cancelled.connect(self._leave_form)
        self.form.unstored.filled.connect(self.reload)  # an undo may have taken the cycle along
        self.bar.currentChanged.connect(self._turn)
        self.empty_state.chosen.connect(self.start_cycle)

    @property
    def side(self) -> str:
        """The open tab of the cycle, one of `SIDES`."""
        return tuple(TABS_OF_CYCLE)[self.bar.currentIndex()]

    @property
    def in_review(self) -> bool:
        """Whether a person's review is open."""
        return self.person is not None and self.pages.currentWidget() is self.person

    def made_cycle_tab(self, name: str) -> CycleTab:
        """A tab of the cycle; it is made now if it was not."""
        if name not in self._sides:
            made = TABS_OF_CYCLE[name]()(self.ctx)
            made.review_wanted.connect(self.open_review)
            made.side_wanted.connect(self.show_tab)
            made.cycle_wanted.connect(self.show_cycle)
            made.person_wanted.connect(self._show_member)
            self._sides[name] = made
            self.stack.addWidget(made)
        return self._sides[name]

    @Slot()
    def reload(self) -> None:
        """Read the open cycle again; another one if it was deleted."""
        read = try_read(self.ctx, cycles.every, self.ctx.store)
        every = read or []
        self.form.come_after(every)
        self._cycle_id = self._among(every)
        self.cycle = self._read() if self._cycle_id else None
        self._unread = read is None or (bool(every) and self.cycle is None)
        self.head.show_cycles(every, self._cycle_id)
        self._show()

    def _among(self, every: Sequence[ReviewCycle]) -> int:
        """The cycle that is wanted, else the first that is not closed, else the first."""
        known = [one.id for one in every]
        if self._wanted_id in known:
            return self._wanted_id
        unclosed = [one.id for one in every if one.closed_on is None]
        return next(iter([*unclosed, *known]), 0)  # the wanted one may come back

    def _read(self) -> OpenCycle | None:
        store, today = self.ctx.store, self.ctx.clock.today()
        view = try_read(self.ctx, cycles.get, store, self._cycle_id)
        rows = try_read(self.ctx, reviews.board, store, self._cycle_id, today)
        return None if view is None or rows is None else OpenCycle(view, rows)

    @property
    @override
    def place(self) -> str:
        """Where one is: a tab of the cycle, or by ids a tab of a review."""
        return self.person.place if self.person is not None and self.in_review else self.side

    @property
    @override
    def spot(self) -> str:
        """The place, with its cycle before it."""
        return f"{self._cycle_id}:{self.place}"

    @override
    def come_back(self, spot: str) -> None:
        """Go to a place of a cycle, if that is still there."""
        cycle, _, place = spot.partition(":")
        if int(cycle) != self._cycle_id:
            self.show_cycle(cycle)
        self.go_to(place)

    def go_to(self, place: str) -> None:
        """Open a place that was remembered; what was deleted since is passed over."""
        review, _, tab = place.partition("/")
        rows = self.cycle.rows if self.cycle else ()
        found = next((row.id for row in rows if str(row.id) == review), None)
        if place in TABS_OF_CYCLE:
            self.show_tab(place if self._has_tab(place) else "board")
        elif found is not None:
            self.open_review(found, tab)

    def _has_tab(self, name: str) -> bool:
        """Whether the open cycle has a tab of that name; a light one has no curve."""
        return self.bar.isTabVisible(tuple(TABS_OF_CYCLE).index(name))

    def _offer_tabs(self, cycle: OpenCycle) -> None:
        """Offer the curve where the company calibrates; else the board takes its place."""
        calibrates = cycle.view.cycle.calibrates
        if calibrates == self._has_tab("curve"):
            return
        with QSignalBlocker(self.bar):
            if not calibrates and self.side == "curve":
                self.bar.setCurrentIndex(0)
            self.bar.setTabVisible(tuple(TABS_OF_CYCLE).index("curve"), calibrates)

    def _show(self) -> None:
        cycle = self.cycle
        if cycle is not None:
            self._offer_tabs(cycle)
        self.moved.emit()
        self.head.setVisible(self._cycle_id != 0)  # another one may be readable
        self._strip.setVisible(cycle is not None)
        if cycle is None:
            self.head.show_unread()
            self.empty.setHidden(self._unread or not self.form.isHidden())
            self.stack.setCurrentWidget(self.empty)
            return
        self.head.show_cycle(cycle, to_write=self._next_review() is not None)
        side = self.made_cycle_tab(self.side)
        side.show_cycle(cycle)
        self.stack.setCurrentWidget(side)

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        if changes.touches(*WATCHED) and not self.in_review:
            self.reload()

    @Slot()
    def _follow_day(self) -> None:
        if not self.in_review:
            self.reload()

    @Slot(object)
    def show_cycle(self, cycle_id: object) -> None:
        """Show another cycle; it is the one that is open at the next start."""
        self.ctx.autosaver.flush()
        self._wanted_id = int(str(cycle_id))
        self.ctx.settings.setValue(CYCLE_SETTING, str(self._wanted_id))
        self.reload()

    @Slot(str)
    def show_tab(self, name: str) -> None:
        """Show another tab of the cycle."""
        self.show_board()
        self.bar.setCurrentIndex(tuple(TABS_OF_CYCLE).index(name))
        self.focus_first()

    @Slot(int)
    def _show_member(self, person_id: int) -> None:
        self._person_id = person_id
        self.show_tab("people")

    @Slot()
    def _turn(self) -> None:
        held = holds_focus(self.stack)
        self.ctx.autosaver.flush()
        self.reload()
        if held:
            self.focus_first()

    @Slot()
    def start_cycle(self) -> None:
        """Let a new cycle be begun, above what is open."""
        self.show_board()
        self.form.begin()
        self._show()

    @Slot(int)
    def _begun(self, cycle_id: int) -> None:
        self.show_cycle(cycle_id)
        self.ctx.notices.toast(tr("Review cycle created"), undo=True)
        self.focus_first()

    @Slot()
    def _leave_form(self) -> None:
        if not self.form.unstored.discard():
            return
        self.form.hide()
        self._show()
        self.focus_first()

    def _next_review(self) -> int | None:
        if self.cycle is None or self.cycle.is_closed:
            return None
        found = next_to_write([row.facts for row in self.cycle.rows])
        return None if found is None else found.review.id

    @Slot()
    def write_next(self) -> None:
        """Open the narrative of the person whose writing is next."""
        if self.in_review:
            self.ctx.autosaver.flush()
            self.reload()
        review_id = self._next_review()
        if review_id is not None:
            self.open_review(review_id, "narrative")
        elif self.cycle is not None:
            self.ctx.notices.toast(tr("All narratives in this cycle are sealed"))

    @override
    def arrive(self, to: Destination) -> bool:
        """Go to the text that was found, in its cycle, on its tab."""
        review_id = to.id_of(Review)
        cycle_id = to.id_of(ReviewCycle) or self.ctx.store.get(Review, review_id).cycle_id
        if cycle_id != self._cycle_id:
            self.show_cycle(cycle_id)
        if cycle_id != self._cycle_id:
            return False
        if to.tab in TABS_OF_CYCLE:
            self.show_tab(to.tab)
            return self.made_cycle_tab(to.tab).arrive(to)
        self.open_review(review_id, to.tab)
        if self.person is None or not self.in_review:
            return False
        return self.person.made_tab(self.person.tab).arrive(to)

    @Slot(int, str)
    def open_review(self, review_id: int, tab: str) -> None:
        """Show one person's review, on the tab *tab*; an empty one stays with the open tab."""
        person = self._made_person()
        same = self.in_review and person.shows(review_id)
        row = self._row_of(review_id)
        self._person_id = row.person.id if row is not None else 0
        self.pages.setCurrentWidget(person)
        person.show_review(review_id, tab)
        self.turned.emit(self.in_review)
        self.moved.emit()
        if self.in_review and not same:
            person.focus_first()

    def _made_person(self) -> PersonReview:
        """The page of one person's review; it is made now if it was not."""
        if self.person is None:
            from careerdesk.ui.reviews.page.person import PersonReview

            self.person = PersonReview(self.ctx)
            self.person.left.connect(self.go_back)
            self.person.bar.currentChanged.connect(self.moved)
            self.pages.addWidget(self.person)
        return self.person

    def _row_of(self, review_id: int) -> BoardRow | None:
        rows = self.cycle.rows if self.cycle else ()
        return next((row for row in rows if row.id == review_id), None)

    def show_person(self, person_id: int) -> None:
        """Show a person's review in the open cycle, else in the newest they take part in."""
        review = next(self._reviews_of(person_id), None)
        if review is None:
            self.show_board()
            return
        if review.cycle_id != self._cycle_id:
            self.show_cycle(review.cycle_id)
        self.open_review(review.id, self._tab_for(review.id))

    def _reviews_of(self, person_id: int) -> Iterator[Review]:
        """Those a person takes part in: that of the open cycle, then the newest first."""
        every = [one.id for one in cycles.every(self.ctx.store)]
        for cycle_id in sorted(every, key=lambda key: key != self._cycle_id):
            review = reviews.find(self.ctx.store, cycle_id, person_id)
            if review is not None and not review.left_out:
                yield review

    def _tab_for(self, review_id: int) -> str:
        """The tab that is open there already, else where the work on this review is."""
        if self.person is not None and self.person.shows(review_id):
            return ""
        row = self._row_of(review_id)
        cycle = self.cycle.view.cycle if self.cycle is not None else None
        column = next_column(row.facts, cycle) if row is not None and cycle is not None else None
        return TAB_OF[column or Column.SHARED]

    @Slot()
    def show_board(self) -> None:
        """Leave a person's review, if one is open."""
        if self.in_review:
            self.ctx.autosaver.flush()
            self.pages.setCurrentWidget(self._whole)
            self.ctx.drafts.turn_to(0, REVIEWS)
            self.turned.emit(False)  # noqa: FBT003  # of a signal
            self.reload()

    @Slot()
    @override
    def go_back(self) -> bool:
        """One step back: from a review to its row, from the form to the board."""
        if self.in_review:
            self.show_board()
            self.focus_first()
            return True
        if not self.form.isHidden():
            self._leave_form()
            return True
        return self.cycle is not None and self.made_cycle_tab(self.side).step_back()

    def turn_tab(self, by: int) -> None:
        """Turn to the next or the previous tab of what is open, ready to be worked on."""
        bar = self.person.bar if self.person is not None and self.in_review else self.bar
        shown = [place for place in range(bar.count()) if bar.isTabVisible(place)]
        bar.setCurrentIndex(shown[(shown.index(bar.currentIndex()) + by) % len(shown)])
        self.focus_first()

    @override
    def focus_first(self) -> None:
        """The row of anyone who was looked at last, else where work begins."""
        if self.person is not None and self.in_review:
            self.person.focus_first()
        elif not self.form.isHidden():
            self.form.name.setFocus()
        elif self.cycle is None:
            first = self.head.cycles if self._unread else self.empty_state.buttons[NEW_CYCLE_STEP]
            first.setFocus()
        else:
            side = self.made_cycle_tab(self.side)
            side.focus_first()
            if self._person_id:
                side.focus_person(self._person_id)
                self._person_id = 0  # from here on the keyboard goes where it was


def _indented(form: CycleForm) -> QHBoxLayout:
    room = QHBoxLayout()
    room.setContentsMargins(28, 0, 28, 0)
    room.addWidget(form, 1)
    room.addStretch(0)
    return room


def _column(holder: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column

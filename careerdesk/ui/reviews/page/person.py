"""A person's review: who it is about, the seal, and one tab of it at a time."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.catalogue import Area, kinds_in
from careerdesk.domain.errors import UserError
from careerdesk.domain.records import PastRole, Person
from careerdesk.i18n import tr
from careerdesk.services.reviews import reviews
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.services.store import Changes
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.drafts import REVIEWS
from careerdesk.ui.base.texts import MIDDLE_DOT, Dates
from careerdesk.ui.reviews.page.person_tabs import (
    ALONE,
    ASIDE,
    TABS,
    half_typed,
    tab_words,
    tabs_of,
)
from careerdesk.ui.reviews.parts.tabs import ReviewTab
from careerdesk.ui.reviews.sharing.seal_head import MIDDLE, ReviewNotes, SealHead
from careerdesk.ui.theme.theme import set_area, set_kind
from careerdesk.ui.widgets.buttons import LinkButton
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.labels import Muted, Title
from careerdesk.ui.widgets.section import Rule
from careerdesk.ui.widgets.tab_order import holds_focus

MORE_TABS = "reviewMore"
PERSON_REVIEW, REVIEW_TABS, REVIEW_TAB_LIST, BACK = (
    "personReview",
    "reviewTabs",
    "reviewSides",
    "reviewBack",
)
SIDE = 28  # beside the page
WIDE, CLOSE, AIR = 26, 8, 3  # between two tabs, and what the strong word of one takes more
LEAST_NAME = 280  # beside the seal


class PersonReview(QWidget):
    """Shows one review at a time; each tab is made at its first visit.

    `left` asks to go back to the board.
    """

    left = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Take the context of Reviews; show nothing yet."""
        super().__init__(parent)
        self.ctx = ctx
        self.view: ReviewView | None = None
        self._review_id = 0
        self._stale = False
        self._has_more = False
        self._all = False  # of a light cycle: also what stands aside
        self._tabs: dict[str, ReviewTab] = {}
        self.setObjectName(PERSON_REVIEW)
        set_area(self, "review")
        self.back = LinkButton(ctx.theme, tr("Board"), "chevron-left", name=BACK, compact=True)
        self.title = Title(wrap=True)
        self.facts = Muted(wrap=True)
        self.seal = SealHead(ctx)
        self.notes = ReviewNotes(ctx)
        self.bar = QTabBar()
        self.bar.setObjectName(REVIEW_TABS)
        self.bar.setAccessibleName(tr("Review tabs"))
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(False)  # arrows would hide a tab
        self.bar.setElideMode(Qt.TextElideMode.ElideRight)
        for word in tab_words(light=False):
            self.bar.addTab(word)
        options = list(enumerate(tab_words(light=False)))
        self.sides = DropDown(ctx.theme, options, tr("Review tabs"), name=REVIEW_TAB_LIST)
        self.sides.hide()
        self.more = LinkButton(ctx.theme, tr("More"), "plus", name=MORE_TABS, compact=True)
        self.more.hide()
        self.stack = QStackedWidget()
        self._strip = QHBoxLayout()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self.title)
        left.addWidget(self.facts)
        head = self._head
        head.setContentsMargins(SIDE, 4, SIDE, 6)
        head.setSpacing(8)
        head.addLayout(left, 1)
        head.addWidget(self.seal)
        head.setAlignment(self.seal, MIDDLE)
        strip = self._strip
        strip.setContentsMargins(SIDE, 0, SIDE, 0)
        strip.addWidget(self.bar, 1)  # all the room: a tab that is chosen gets wider
        strip.addWidget(self.sides, 0, Qt.AlignmentFlag.AlignLeft)
        strip.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(strip)
        column.addWidget(Rule())
        column.addWidget(self.notes)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.bar.currentChanged.connect(self.bar.updateGeometry)  # the open one is bold
        self.bar.currentChanged.connect(self._turn)
        self.sides.picked.connect(self.bar.setCurrentIndex)
        self.more.clicked.connect(self._show_all)
        self.ctx.bridge.changed.connect(self._heard)
        self.ctx.day.changed.connect(self._reread)

    @property
    def tab(self) -> str:
        """The open tab, one of `TABS`."""
        return tuple(TABS)[self.bar.currentIndex()]

    def made_tab(self, name: str) -> ReviewTab:
        """The tab of that name; it is made now if it was not."""
        if name not in self._tabs:
            made = TABS[name]()(self.ctx)
            made.tab_wanted.connect(self.open_tab)
            self._tabs[name] = made
            self.stack.addWidget(made)
        return self._tabs[name]

    @Slot(str)
    def open_tab(self, name: str) -> None:
        """Show another tab of the review, and put the keyboard there."""
        self.bar.setCurrentIndex(tuple(TABS).index(name))
        self.focus_first()

    def show_review(self, review_id: int, tab: str = "") -> None:
        """Show a review; an empty or unknown *tab* stays with the open one."""
        self.ctx.autosaver.flush()
        self._all = self._all and review_id == self._review_id
        self._review_id = review_id
        if tab in TABS and tab != self.tab:
            self.bar.setCurrentIndex(tuple(TABS).index(tab))
        else:
            self.reload()

    @property
    def place(self) -> str:
        """Which review is open on which tab, as `12/narrative`."""
        return f"{self._review_id}/{self.tab}"

    def shows(self, review_id: int) -> bool:
        """Whether this is the review that is open here."""
        return self.view is not None and self._review_id == review_id

    @Slot()
    def _turn(self) -> None:
        """The keyboard goes along from one tab to the other; in the tabs it stays there."""
        held = holds_focus(self.stack)
        self.bar.updateGeometry()  # the strong word is wider: without it others would be cut
        self.ctx.autosaver.flush()
        self.reload()
        if held and self.view is not None:
            self.focus_first()

    @Slot()
    def reload(self) -> None:
        """Read the review again; go back to the board if it was deleted."""
        if not self._review_id:
            return
        try:
            self.view = reviews.get(self.ctx.store, self._review_id)
        except UserError:
            self._review_id = 0
            self.view = None
            self.left.emit()
            return
        self.ctx.drafts.turn_to(self.view.person.id, REVIEWS)
        self._offer_tabs(self.view)
        self._show_head(self.view)
        tab = self.made_tab(self.tab)
        tab.show_review(self.view)
        self.stack.setCurrentWidget(tab)

    def _tabs_of(self, view: ReviewView) -> list[str]:
        """Those of the review, and those in which words are typed and not stored yet."""
        there = {*tabs_of(view), *half_typed(view, self.ctx.drafts)}
        return [name for name in TABS if name in there]

    def _offer_tabs(self, view: ReviewView) -> None:
        """Show the tabs of a review; one that stands aside and is open brings its like along."""
        there = self._tabs_of(view)
        light = not view.cycle.cycle.calibrates
        if self.tab not in there:
            self._all = self._all or self.tab in ASIDE
            if self.tab not in ASIDE:
                with QSignalBlocker(self.bar):
                    self.bar.setCurrentIndex(tuple(TABS).index(ALONE[self.tab]))
        aside = [name for name in ASIDE if name not in there] if light else []
        shown = {*there, *(aside if self._all else ())}
        words = tab_words(light=light)
        for place, name in enumerate(TABS):
            self.bar.setTabText(place, words[place])
            self.bar.setTabVisible(place, name in shown)
        reach = [place for place, name in enumerate(TABS) if name in (*shown, *aside)]
        self.sides.set_options([(place, words[place]) for place in reach])
        self.sides.set_value(self.bar.currentIndex())
        rest = ", ".join(words[tuple(TABS).index(name)] for name in aside)
        self.more.setToolTip(rest)
        self.more.setAccessibleDescription(rest)
        self._has_more = bool(aside) and not self._all

    @Slot()
    def _show_all(self) -> None:
        """Show also what stands aside in a light cycle; the keyboard goes to the tabs."""
        self._all = True
        self.reload()
        (self.bar if self.sides.isHidden() else self.sides).setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the tabs stand closer together before one is hidden behind arrows."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """The seal stands below the name where both would be narrow."""
        room = self.width() - 2 * SIDE
        self.seal.fit(room)
        least = self.ctx.theme.look.measure(LEAST_NAME)
        ways = QBoxLayout.Direction
        beside = self.seal.whole_width() + 8 + least <= room
        self._head.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._place_tabs(room)

    def _place_tabs(self, room: int) -> None:
        """Tabs stand closer together where it is narrow; then they become a list that opens."""
        metrics = self.bar.fontMetrics()
        shown = [place for place in range(self.bar.count()) if self.bar.isTabVisible(place)]
        count = len(shown)
        words = sum(metrics.horizontalAdvance(self.bar.tabText(n)) + AIR for n in shown)
        words += self.more.sizeHint().width() if self._has_more else 0
        set_kind(self.bar, "true" if words + WIDE * count > room else "false", "compact")
        listed = words + CLOSE * count > room
        self.more.setVisible(self._has_more and not listed)
        if listed == self.sides.isHidden() or listed != self.bar.isHidden():
            held = self.bar.hasFocus() or self.sides.hasFocus()
            self.sides.setVisible(listed)
            self.bar.setVisible(not listed)
            self._strip.setContentsMargins(SIDE, 0, SIDE, 6 if listed else 0)
            if held:
                (self.sides if listed else self.bar).setFocus()

    def _show_head(self, view: ReviewView) -> None:
        self.title.setText(view.person.name)
        self.facts.setText(MIDDLE_DOT.join(filter(None, _facts(view))))
        cycle = view.cycle.cycle
        self.facts.setToolTip(Dates.period(cycle.starts_on, cycle.ends_on))
        self.seal.show_review(view)
        self.notes.show_review(view)
        self._place()

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        if changes.touches(*kinds_in(Area.REVIEWS), Person, PastRole):
            self._reread()

    @Slot()
    def _reread(self) -> None:
        self._stale = not self.isVisible()
        if self.isVisible():
            self.reload()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.reload()

    def focus_first(self) -> None:
        """Where work on the open tab begins."""
        self.made_tab(self.tab).focus_first()


def _facts(view: ReviewView) -> list[str]:
    level, since = view.role.level, view.level_since
    if level and since:
        level = tr("{level} since {month}", level=level, month=Dates.month(since))
    return [view.cycle.cycle.name, view.role.title, level]

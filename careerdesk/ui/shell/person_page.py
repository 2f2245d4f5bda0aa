"""A person: header, tabs, and the page of the open tab; details in a panel at the side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import CheckInKind
from careerdesk.domain.views import PersonRow
from careerdesk.i18n import tr
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_read
from careerdesk.ui.base.navigation import CHECK_INS, DISCOVERY, PLAN, PREPARE
from careerdesk.ui.base.page import Page
from careerdesk.ui.base.settling import settle
from careerdesk.ui.people.person_header import PersonHeader
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.section import Rule


def _prepare() -> type[Page]:
    from careerdesk.ui.prepare.prepare import PreparePage

    return PreparePage


def _discovery() -> type[Page]:
    from careerdesk.ui.discovery.discovery import DiscoveryPage

    return DiscoveryPage


def _plan() -> type[Page]:
    from careerdesk.ui.plan.plan import PlanPage

    return PlanPage


def _check_ins() -> type[Page]:
    from careerdesk.ui.checkins.check_ins import CheckInsPage

    return CheckInsPage


PAGES: dict[str, tuple[Callable[[], type[Page]], str]] = {
    PREPARE: (_prepare, names.PREPARE_TAB),
    DISCOVERY: (_discovery, names.DISCOVERY_TAB),
    PLAN: (_plan, names.PLAN_TAB),
    CHECK_INS: (_check_ins, names.CHECK_INS_TAB),
}
TABS = tuple(PAGES)
LEAST_BESIDE = 560  # of the page; where there is less, a panel lies over it


def page_of(tab: str) -> tuple[type[Page], str]:
    """What the page of a tab is made of, imported now, and its handle."""
    imported, handle = PAGES.get(tab, PAGES[PREPARE])
    return imported(), handle


class PersonPage(QWidget):
    """Shows one person at a time; each tab's page is made at its first visit.

    `person_gone` tells that the one who was to be shown is not there; `looked_for` says what is
    typed into a search of a page's own.
    """

    start_wanted = Signal()
    tab_changed = Signal(str)
    person_gone = Signal()
    looked_for = Signal(str)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._pages: dict[str, Page] = {}
        self.person_id = 0
        set_area(self, "growth")
        self.header = PersonHeader(ctx.theme, ctx.clock)
        self.tabs = QTabBar()
        self.tabs.setObjectName(names.PERSON_TABS)
        self.tabs.setAccessibleName(tr("This person's pages"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)  # four words always fit; arrows would hide one
        for word in (tr("Prepare"), tr("Discovery"), tr("Plan"), tr("Check-ins")):
            self.tabs.addTab(word)
        self.stack = QStackedWidget()
        self.stack.setObjectName(names.PAGE_STACK)
        self._side: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        strip = QHBoxLayout()
        strip.setContentsMargins(28, 0, 28, 0)
        strip.addWidget(self.tabs)
        strip.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(strip)
        column.addWidget(Rule())
        column.addWidget(self.stack, 1)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addLayout(column, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self.tabs.updateGeometry)  # the open one is bold
        self.tabs.currentChanged.connect(self._open_tab)
        self.header.start_wanted.connect(self.start_wanted)
        self.header.plan_wanted.connect(self.plan_next)

    @property
    def tab(self) -> str:
        """The open tab: prepare, discovery, plan or check-ins."""
        return TABS[self.tabs.currentIndex()]

    @property
    def page(self) -> Page | None:
        """The page of the open tab, if it was made."""
        return self._pages.get(self.tab)

    def made_page(self, tab: str) -> Page:
        """The page of a tab; it is made now if it was not."""
        if tab not in self._pages:
            kind, handle = page_of(tab)
            page = kind(self._ctx, self.stack)  # at once: each widget is told of a new parent
            page.setObjectName(handle)
            self._pages[tab] = page
            self.stack.addWidget(page)
            page.primary_changed.connect(self._fit_header)
            page.gone.connect(self.person_gone)
            page.looked_for.connect(self.looked_for)
        return self._pages[tab]

    def show_header(self, row: PersonRow) -> None:
        """Show who it is and when the next check-in is."""
        self.header.show_row(row)

    def show_person(self, person_id: int, tab: str = "") -> None:
        """Show a person; an empty tab stays with the open one."""
        self.person_id = person_id
        if tab in TABS and tab != self.tab:
            self.tabs.setCurrentIndex(TABS.index(tab))
        else:
            self._show_page()

    def show_nobody(self) -> None:
        """The person is gone and nobody follows: no page and no panel shows them any more."""
        self.take_side()
        self.person_id = 0
        self._ctx.drafts.turn_to(0)
        for page in self._pages.values():
            page.show_nobody()

    @Slot()
    def _open_tab(self) -> None:
        self._ctx.autosaver.flush()
        self._show_page()
        self.tab_changed.emit(self.tab)

    def _show_page(self) -> None:
        if not self.person_id:
            return
        page = self.made_page(self.tab)
        page.show_person(self.person_id)  # while it is hidden: it is read once, when seen
        self.stack.setCurrentWidget(page)
        page.show()  # it hides itself where it could not be read
        self._fit_header()

    @Slot()
    def _fit_header(self) -> None:
        """One filled button on a page: that of the header gives way to the page's own.

        On Check-ins that is the end of the one that runs, which says itself what is next.
        """
        own = self.page is not None and self.page.has_primary
        self.header.set_quiet(quiet=own)
        self.header.set_running_below(there=own and self.tab == CHECK_INS)

    @Slot()
    def plan_next(self) -> None:
        """Open the form that moves the next check-in, or plans one where there is none."""
        from careerdesk.services import checkins

        ctx, today = self._ctx, self._ctx.clock.today()
        planned = try_read(ctx, checkins.next_planned, ctx.store, self.person_id, today)
        self.plan(CheckInKind.ONE_ON_ONE, planned.id if planned else 0)

    def plan(self, kind: CheckInKind, checkin_id: int = 0) -> None:
        """Open the form below the header: it plans one more, or moves the one of *checkin_id*."""
        if not self.person_id:
            return
        from careerdesk.ui.widgets.planning_popover import PlanningPopover

        ctx, next_one = self._ctx, self.header.next
        anchor: QWidget = self.tabs if next_one.isHidden() else next_one
        form = try_read(ctx, PlanningPopover, ctx, anchor, self.person_id, kind, checkin_id)
        if form is not None:
            form.open()

    def show_tab(self, panel: QWidget) -> None:
        """Put a panel at the right side of the page."""
        self.take_side()
        self._side = panel
        panel.setParent(self)
        self._place_side()
        panel.show()
        panel.raise_()
        settle()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side panel beside the page or over it."""
        super().resizeEvent(event)
        self._place_side()

    def _place_side(self) -> None:
        """The panel beside the page, or over it where the page would get too narrow."""
        panel = self._side.sizeHint().width() if self._side else 0
        beside = panel if self.width() - panel >= LEAST_BESIDE else 0
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._row.setContentsMargins(beside if mirror else 0, 0, 0 if mirror else beside, 0)
        if self._side is not None:
            self._side.setMinimumWidth(min(panel, self.width()))
            left = 0 if mirror else max(0, self.width() - panel)
            self._side.setGeometry(left, 0, min(panel, self.width()), self.height())

    def take_side(self) -> None:
        """Take the panel away."""
        if self._side is not None:
            discard(self._side)
            self._side = None
            self._place_side()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

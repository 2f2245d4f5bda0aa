"""What the person did in the period, from their own list, and which criteria it speaks for."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.reviews.evidence import split_list
from careerdesk.domain.reviews.records import Accomplishment, Review
from careerdesk.i18n import tr, trn
from careerdesk.services.reviews import accomplishments
from careerdesk.services.reviews.accomplishments import Mapped
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.navigation import Destination
from careerdesk.ui.base.texts import MIDDLE_DOT, Dates
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.reviews.parts.content_tab import ContentTab
from careerdesk.ui.reviews.writing.accomplishment_panel import AccomplishmentPanel
from careerdesk.ui.reviews.writing.criteria_overview import CriteriaOverview
from careerdesk.ui.reviews.writing.evidence_pane import EvidencePane
from careerdesk.ui.reviews.writing.paste_list import PasteList
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.buttons import TextButton
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.labels import Muted
from careerdesk.ui.widgets.link_row import LinkRowDelegate
from careerdesk.ui.widgets.links import LinkModel, LinkRow
from careerdesk.ui.widgets.record_list import ID_ROLE
from careerdesk.ui.widgets.section import GroupHeader

ACCOMPLISHMENTS_TAB, ACCOMPLISHMENT_LIST, ACCOMPLISHMENT_EDIT, ACCOMPLISHMENT_PASTE = (
    "accomplishmentsTab", "accomplishmentList", "accomplishmentEdit", "accomplishmentPaste",
)  # fmt: skip
EVIDENCE_WIDTH, LIST_WIDTH, LEAST = 446, 602, 320  # as beside the narrative


class AccomplishmentsTab(ContentTab):
    """Enter or a click opens one, Delete deletes it; a list can be pasted whole.

    In a light cycle all that may be cited stands beside it.
    """

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(ctx, ACCOMPLISHMENTS_TAB, parent)
        theme = ctx.theme
        self._found: dict[int, Mapped] = {}
        self._open_id = 0
        self._free = True
        self.head = GroupHeader(theme, tr("Accomplishments"))
        self.wants = TextButton(
            theme, tr("Paste a list…"), "import", name=ACCOMPLISHMENT_PASTE, compact=True
        )
        self.overview = CriteriaOverview(theme)
        self.nothing = Muted(wrap=True)
        self.model = LinkModel(self)
        self.list = FittedList(name=ACCOMPLISHMENT_LIST, label=tr("Accomplishments"))
        self.rows = LinkRowDelegate(theme, self.list)
        self.list.setItemDelegate(self.rows)
        self.list.setModel(self.model)
        self.panel = AccomplishmentPanel(ctx)
        self.paste = PasteList(ctx)
        self.add = InlineAdd(
            theme, tr("Add something they did and the impact it had"), name=ACCOMPLISHMENT_EDIT
        )
        self._unstored = Unstored(ctx, ACCOMPLISHMENT_EDIT, {TEXT: self.add})
        self.evidence: EvidencePane | None = None  # made for the first light cycle
        self._beside: Scrolled | None = None
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.head.tools.addWidget(self.wants)
        self.panel.hide()
        self.paste.hide()
        for widget in (self.head, self.overview, self.nothing, self.list, self.panel, self.paste,
                       self.add):  # fmt: skip
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.list.doubleClicked.disconnect(self.list.opened)  # the first click has opened it
        self.rows.followed.connect(self._follow)
        self.list.opened.connect(self._enter)
        self.list.remove_requested.connect(self._remove_row)
        self.add.submitted.connect(self._add)
        self.add.left.connect(self._focus_list)
        self.wants.clicked.connect(self._want_paste)
        self.paste.saved.connect(self._add_list)
        self.paste.cancelled.connect(self._drop_paste)
        self.paste.unstored.filled.connect(self._paste_back)
        self.panel.removed.connect(self._remove)
        self.panel.left.connect(self._leave)

    @override
    def show_tab(self, view: ReviewView, *, free: bool) -> None:
        """Show what lies in the period of the cycle."""
        store = self.ctx.store
        whose = (view.person.id, Review, view.review.id)
        self._unstored.belong_to(*whose)
        self._show_paste(fresh=self.paste.unstored.belong_to(*whose), free=free)
        found = try_read(self.ctx, accomplishments.of_review, store, view.review.id) or []
        self._free = free
        self._found = {one.id: (one, speaks) for one, speaks in found}
        today = self.ctx.clock.today()
        mapped = view.cycle.cycle.calibrates or any(speaks for _, speaks in found)
        self.model.set_rows([_row(one, view, today, mapped=mapped) for one in found])
        self.overview.show_counts(
            view.cycle.criteria if mapped else (), [speaks for _, speaks in found]
        )
        self.head.set_caption(_count(len(found)))
        self.nothing.setText(_teaching(view))
        self.nothing.setVisible(not found)
        self.list.setVisible(bool(found))
        for widget in (self.add, self.wants):
            widget.setVisible(free)
        self._show_open(view)
        self._show_evidence(view, free=free)
        evidence = self.evidence.tab_stops() if self.evidence else []
        self.order.set_stops(
            [
                *evidence,
                self.wants,
                self.list,
                *self.panel.tab_stops(),
                *self.paste.tab_stops(),
                self.add,
            ]
        )

    def _show_open(self, view: ReviewView) -> None:
        if self._open_id in self._found:
            one, speaks = self._found[self._open_id]
            self.panel.show_one(one, speaks, view, free=self._free)
        else:
            self._close()

    def _show_evidence(self, view: ReviewView, *, free: bool) -> None:
        """Show all that may be cited beside the list, in a light cycle alone."""
        light = not view.cycle.cycle.calibrates
        if light and self.evidence is None:
            self._make_evidence()
        if self._beside is not None:
            self._beside.setVisible(light)
        if light and self.evidence is not None:
            self.evidence.show_review(view, is_open=free)
            self._fold()

    def _make_evidence(self) -> None:
        self.evidence = EvidencePane(self.ctx, at_narrative=False)
        set_area(self.evidence, "review")
        self._beside = Scrolled(self.evidence)
        layout = self.layout()
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(0, self._beside, EVIDENCE_WIDTH)
            layout.setStretch(1, LIST_WIDTH)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put one below the other where both would be too narrow for their type."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        layout, ways = self.layout(), QBoxLayout.Direction
        beside = self.width() >= 2 * self.ctx.theme.look.measure(LEAST)
        if self._beside is not None and isinstance(layout, QBoxLayout):
            layout.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    @property
    def _is_light(self) -> bool:
        return self._beside is not None and not self._beside.isHidden()

    @override
    def arrive(self, to: Destination) -> bool:
        """Open one of the list; where its review looks at another period it is not in it."""
        found = to.id_of(Accomplishment)
        if found not in self._found:
            return False
        self.open_accomplishment(found)
        return super().arrive(to)

    @override
    def focus_first(self) -> None:
        """What may be cited in a light cycle, else the list, else the line to add."""
        if not (self._is_light and self.evidence is not None and self.evidence.focus_first()):
            self._focus_list()

    @Slot()
    def _focus_list(self) -> None:
        if not self.model.rows:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0, 0))

    def open_accomplishment(self, accomplishment_id: int) -> None:
        """Show one of the list below it, ready to be typed into."""
        if self.view is None:
            return
        self.ctx.autosaver.flush()
        self._open_id = accomplishment_id
        self._show_open(self.view)
        self.panel.show()
        self.panel.focus_first()
        self.reveal(self.panel)

    @Slot(QModelIndex)
    def _enter(self, index: QModelIndex) -> None:
        self.open_accomplishment(index.data(ID_ROLE))

    @Slot(int, bool)
    def _follow(self, accomplishment_id: int, _at_action: bool) -> None:
        self.open_accomplishment(accomplishment_id)

    @Slot(list)
    def _add(self, lines: list[str]) -> None:
        texts = split_list("\n".join(lines)) if len(lines) > 1 else lines
        self._added(texts)

    @Slot(list)
    def _add_list(self, texts: list[str]) -> None:
        with self.paste.unstored.taking():
            added = self._added(texts)
        if added:
            self._leave_paste()

    def _added(self, texts: list[str]) -> bool:
        if self.view is None:
            return False
        person, day = self.view.person.id, _usual_day(self.view, self.ctx.clock.today())
        if not try_action(self.ctx, accomplishments.add, self.ctx.store, person, texts, day):
            return False
        if len(texts) > 1:
            words = trn("1 accomplishment added", "{n} accomplishments added", len(texts))
            self.ctx.notices.toast(words, undo=True)
        return True

    @Slot()
    def _want_paste(self) -> None:
        self.paste.show()
        self.paste.focus_first()
        self.reveal(self.paste)

    def _show_paste(self, *, fresh: bool, free: bool) -> None:
        """What was pasted for somebody else is not seen; what waits here is."""
        if fresh or not free:
            self.paste.setVisible(free and not self.paste.unstored.is_blank)

    @Slot()
    def _paste_back(self) -> None:
        self.paste.setVisible(self._free)

    @Slot()
    def _drop_paste(self) -> None:
        if self.paste.unstored.discard():
            self._leave_paste()

    def _leave_paste(self) -> None:
        self.paste.hide()
        self._focus_list()

    @Slot(QModelIndex)
    def _remove_row(self, index: QModelIndex) -> None:
        self._remove(index.data(ID_ROLE))

    @Slot(int)
    def _remove(self, key: int) -> None:
        if self._free and try_action(self.ctx, accomplishments.remove, self.ctx.store, [key]):
            words = tr(
                "Accomplishment deleted. Anything you quoted from it is still in the review."
            )
            self.ctx.notices.toast(words, undo=True)
            self._close()
            self._focus_list()

    @Slot()
    def _leave(self) -> None:
        self.ctx.autosaver.flush()
        self._close()
        self._focus_list()

    def _close(self) -> None:
        self._open_id = 0
        self.panel.hide()


def _usual_day(view: ReviewView, today: date) -> date:
    """Today, or the nearest day of the period."""
    cycle = view.cycle.cycle
    return min(max(today, cycle.starts_on), cycle.ends_on)


def _teaching(view: ReviewView) -> str:
    return tr(
        (
            "Nothing here yet. Ask {name} to list what they did, with the situation and "
            "impact for each item."
        ),
        name=view.person.short_name,
    )


def _count(count: int) -> str:
    return tr("{n} in this period", n=count) if count else ""


def _row(found: Mapped, view: ReviewView, today: date, *, mapped: bool) -> LinkRow:
    """*mapped*: criteria are looked at here; in a light cycle once one has something."""
    one, speaks = found
    names = [criterion.name for criterion in view.cycle.criteria if criterion.id in speaks]
    none = tr("no criteria yet") if mapped else ""
    parts = [Dates.short_day(one.done_on, today), ", ".join(names) or none]
    about = MIDDLE_DOT.join(filter(None, parts))
    return LinkRow(one.id, one.what, about, "", icon="accomplishment", why=_why(one))


def _why(one: Accomplishment) -> str:
    return "\n".join(part for part in (one.context, one.impact) if part)

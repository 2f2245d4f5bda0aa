"""The trash: what was deleted in the last 30 days, brought back by Enter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from careerdesk.compat import override
from careerdesk.domain.loop import Trashed
from careerdesk.domain.names import folded
from careerdesk.i18n import tr, translated, trn
from careerdesk.services import agreements, trash
from careerdesk.services.store import Changes
from careerdesk.services.trash import Thing
from careerdesk.ui.base.agreed_words import with_kept
from careerdesk.ui.base.alive import Alive
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import Outcome, try_action, try_in_parts, try_read
from careerdesk.ui.base.holders import Finding, is_discarded
from careerdesk.ui.base.lists import go_to_list
from careerdesk.ui.base.navigation import Destination
from careerdesk.ui.base.page import StandalonePage
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.labels import Muted, Title
from careerdesk.ui.widgets.landing import choose_record
from careerdesk.ui.widgets.link_row import LinkRowDelegate
from careerdesk.ui.widgets.links import LinkModel, LinkRow
from careerdesk.ui.widgets.page_column import column_of
from careerdesk.ui.widgets.record_list import ID_ROLE

TRASH_PAGE, TRASH_LIST, TRASH_FILTER = "trashPage", "trashList", "trashFilter"
ICONS = {
    "person": "person",
    "check_in": "checkin",
    "promise": "promise",
    "feedback": "feedback",
    "agenda_item": "prepare",
    "discovery_note": "discovery",
    "motivator": "motivator",
    "aspiration": "aspiration",
    "idea": "hint",
    "plan": "plan",
    "reading": "key-result",
    "plan_item": "plan",
    "key_result": "key-result",
    "action": "action",
    "objective": "objective",
    "template": "prepare",
}


class TrashPage(StandalonePage):
    """Enter or a click brings back, Delete deletes for good; both can be undone."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._things: list[Thing] = []
        self.setObjectName(TRASH_PAGE)
        set_area(self, "growth")
        self.summary = Muted(wrap=True)
        self.filter = QLineEdit()
        self.filter.setObjectName(TRASH_FILTER)
        Finding(self.filter)
        self.filter.setAccessibleName(tr("Filter the trash"))
        self.filter.setPlaceholderText(tr("Filter the trash"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(ctx.theme.look.measure(320))
        self.model = LinkModel(self)
        self.list = FittedList(name=TRASH_LIST, label=tr("Trash"))
        self.list.doubleClicked.disconnect(self.list.opened)  # the first click has opened it
        self.rows = LinkRowDelegate(ctx.theme, self.list)
        self.list.setItemDelegate(self.rows)
        self.list.setModel(self.model)
        self._arrange()
        self._connect()
        trash.purge(ctx.store)
        self.refresh()

    def _arrange(self) -> None:
        column = column_of(self, self.ctx.theme)
        column.addWidget(Title(tr("Trash")))
        column.addWidget(self.summary)
        column.addWidget(self.filter)
        column.addSpacing(8)
        column.addWidget(self.list)
        column.addStretch(1)

    def _connect(self) -> None:
        self.ctx.bridge.changed.connect(self._heard)
        self.ctx.day.changed.connect(self.refresh)
        self.filter.textChanged.connect(self._show)
        self.filter.returnPressed.connect(self.list.setFocus)
        self.rows.followed.connect(self.bring_back)
        self.list.opened.connect(self._enter)
        self.list.remove_requested.connect(self._forget)

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        if changes.touches(Trashed):
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read what is in the trash again."""
        self._things = try_read(self.ctx, trash.things, self.ctx.store) or []
        self._show()

    @Slot()
    def _show(self) -> None:
        words = folded(self.filter.text())
        today = self.ctx.store.now().astimezone().date()
        rows = [_row(thing, Dates.ago(thing.deleted_at.astimezone().date(), today))
                for thing in self._things]  # fmt: skip
        self.model.set_rows([row for row in rows if words in folded(f"{row.title} {row.caption}")])
        self.list.setVisible(bool(self.model.rows))
        self.filter.setVisible(bool(self._things))
        self.summary.setText(_summary(len(self._things), shown=len(self.model.rows)))

    @override
    def focus_first(self) -> None:
        """The last thing that was deleted."""
        go_to_list(self.list)

    @override
    def arrive(self, to: Destination) -> bool:
        """Choose what was found, which no filter hides."""
        self.filter.clear()
        return choose_record(self.list, to.id_of(Trashed))

    def _enter(self, index: QModelIndex) -> None:
        self.bring_back(index.data(ID_ROLE))

    @Slot(int, bool)
    def bring_back(self, thing_id: int, _at_action: bool = True) -> None:
        """Put a thing back, and go where it is shown."""
        parts = trash.bringing_back(self.ctx.store, [thing_id])
        try_in_parts(self.ctx, parts, tr("Restoring…"), self._show_back)

    def _show_back(self, outcome: Outcome[tuple[int, str] | None]) -> None:
        if outcome.value is not None:
            outcome.say(tr("Restored"))
            here = Alive(self).get()
            if here is not None and not is_discarded(here):  # else one has left meanwhile
                here.ctx.navigator.open(*outcome.value)

    def _forget(self, index: QModelIndex) -> None:
        row, thing_id, ctx = index.row(), index.data(ID_ROLE), self.ctx
        kept = try_read(ctx, agreements.kept_of_deleted, ctx.store, [thing_id])
        if try_action(ctx, trash.forget, ctx.store, [thing_id]):
            said = with_kept(tr("Deleted permanently"), kept, ctx.clock.today())
            ctx.notices.toast(said, undo=True)
            if self.model.rows:
                self.list.setCurrentIndex(self.model.index(min(row, len(self.model.rows) - 1), 0))


def _row(thing: Thing, ago: str) -> LinkRow:
    left = trn("1 day left", "{n} days left", thing.days_left)  # fmt: skip
    day = Dates.long_day(thing.on) if thing.on else ""
    kind = translated(thing.word) if thing.word else tr("Item")
    about = ", ".join(filter(None, (kind, day, thing.person)))
    ending = ", ".join(("", tr("deleted {ago}", ago=ago), left))
    icon = ICONS.get(thing.kind, "trash")
    return LinkRow(thing.id, thing.words or kind, about + ending, tr("Restore"), icon=icon,
                   ending=ending)  # fmt: skip


def _summary(count: int, *, shown: int) -> str:
    if not count:
        return tr(
            "The trash is empty. Anything you delete stays here for 30 days, along with "
            "everything attached to it."
        )
    if not shown:
        return tr("No matches in the trash.")
    return tr(
        "Anything you delete stays here for 30 days, along with everything attached to it. Press "
        "Enter to restore an item or Delete to remove it permanently. Older items may still be in "
        "a backup."
    )

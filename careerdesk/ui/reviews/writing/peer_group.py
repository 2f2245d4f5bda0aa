"""One kind of feedback of others: a list of who was asked, and what came back from one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.names import folded
from careerdesk.domain.reviews.records import PeerFeedback, Review, Voice
from careerdesk.i18n import fill, tr, trn
from careerdesk.services.reviews import reviews
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.lists import go_to_list
from careerdesk.ui.base.texts import MIDDLE_DOT
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.reviews.parts.content_tab import peer_state, relation_word, voice_word
from careerdesk.ui.reviews.writing.peer_panel import PeerPanel
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.labels import Caption, Muted
from careerdesk.ui.widgets.link_row import LinkRowDelegate
from careerdesk.ui.widgets.links import LinkModel, LinkRow
from careerdesk.ui.widgets.record_list import ID_ROLE
from careerdesk.ui.widgets.section import GroupHeader


class PeerGroup(QWidget):
    """Enter or a click opens what came back, Delete deletes, names are added in the line below.

    `wants_room` carries the widget that should be seen whole.
    """

    wants_room = Signal(QWidget)

    def __init__(self, ctx: Context, voice: Voice, parent: QWidget | None = None) -> None:
        """Start empty; the voice begins the handles: `peerList`, `upwardEdit`."""
        super().__init__(parent)
        self._ctx, self._voice = ctx, voice
        self._view: ReviewView | None = None
        self._open_id = 0
        self._free = True
        self.setObjectName(f"{voice.value}Group")
        self.head = GroupHeader(ctx.theme, voice_word(voice))
        self.nothing = Muted(_nothing(voice), wrap=True)
        self.model = LinkModel(self)
        self.list = FittedList(name=f"{voice.value}List", label=voice_word(voice))
        self.rows = LinkRowDelegate(ctx.theme, self.list)
        self.list.setItemDelegate(self.rows)
        self.list.setModel(self.model)
        self.hint = Caption(wrap=True)
        self.hint.set_kind("warning")
        self.hint.setObjectName(f"{voice.value}Hint")
        self.panel = PeerPanel(ctx, voice)
        self.panel.hide()
        self.add = InlineAdd(ctx.theme, tr("Add someone you asked"), name=f"{voice.value}Edit")
        self._unstored = Unstored(ctx, self.add.objectName(), {TEXT: self.add})
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.head, self.nothing, self.list, self.hint, self.panel, self.add):
            column.addWidget(widget)

    def _connect(self) -> None:
        self.list.doubleClicked.disconnect(self.list.opened)  # the first click has opened it
        self.rows.followed.connect(self._follow)
        self.list.opened.connect(self._enter)
        self.list.remove_requested.connect(self._remove_row)
        self.add.submitted.connect(self._ask)
        self.add.left.connect(self.focus_first)
        self.panel.removed.connect(self._remove)
        self.panel.left.connect(self._leave)

    def show_group(self, view: ReviewView, *, free: bool) -> None:
        """Show the feedback of this kind; what is open stays open while it is there."""
        if self._view is None or view.review.id != self._view.review.id:
            self._close()
        self._view, self._free = view, free
        self._unstored.belong_to(view.person.id, Review, view.review.id)
        found = [one for one in view.peers if one.voice is self._voice]
        today = self._ctx.clock.today()
        self.model.set_rows([_row(one, today) for one in found])
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.add.setVisible(free)
        self.head.set_caption(_count(found))
        self._remark(view, found)
        self._show_open(found)

    def _show_open(self, found: Sequence[PeerFeedback]) -> None:
        shown = next((one for one in found if one.id == self._open_id), None)
        if shown is None:
            self._close()
        else:
            self.panel.show_peer(shown, free=self._free)

    def _remark(self, view: ReviewView, found: Sequence[PeerFeedback]) -> None:
        words = " ".join(remarks(view, found))
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    @property
    def is_half_typed(self) -> bool:
        """Whether a name is typed and not added yet."""
        return self._unstored.is_kept

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.list, *self.panel.tab_stops(), self.add]

    def focus_first(self) -> None:
        """The list if there is one, else the line to add."""
        if self.model.rows:
            go_to_list(self.list)
        else:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QModelIndex)
    def _enter(self, index: QModelIndex) -> None:
        self.open_peer(index.data(ID_ROLE))

    @Slot(int, bool)
    def _follow(self, peer_id: int, _at_action: bool) -> None:
        self.open_peer(peer_id)

    def open_peer(self, peer_id: int) -> None:
        """Show what came back from someone below the list, ready to be typed."""
        if self._view is None:
            return
        self._ctx.autosaver.flush()
        self._open_id = peer_id
        self.panel.show()
        self._show_open(self._view.peers)
        self.panel.focus_first()
        self.wants_room.emit(self.panel)

    @Slot(list)
    def _ask(self, names: list[str]) -> None:
        if self._view is None:
            return
        asked = try_action(
            self._ctx, reviews.ask_peers, self._ctx.store, self._view.review.id, names,
            self._ctx.clock.today(), voice=self._voice, relation=self.panel.usual(),
        )  # fmt: skip
        if asked and len(names) > 1:
            words = trn("1 person added", "{n} people added", len(names))
            self._ctx.notices.toast(words, undo=True)

    @Slot(QModelIndex)
    def _remove_row(self, index: QModelIndex) -> None:
        self._remove(index.data(ID_ROLE))

    @Slot(int)
    def _remove(self, peer_id: int) -> None:
        if self._free and try_action(self._ctx, reviews.remove_peers, self._ctx.store, [peer_id]):
            self._ctx.notices.toast(tr("Feedback deleted"), undo=True)
            self._close()
            self.focus_first()

    @Slot()
    def _leave(self) -> None:
        self._ctx.autosaver.flush()
        self._close()
        self.focus_first()

    def _close(self) -> None:
        self._open_id = 0
        self.panel.hide()


def _nothing(voice: Voice) -> str:
    if voice is Voice.PEER:
        return tr(
            "You haven't asked anyone yet. Two or three people who know their work are plenty."
        )
    return tr(
        "What their direct reports say about them as a manager, if you collect that feedback."
    )


def _count(found: Sequence[PeerFeedback]) -> str:
    received = sum(one.received_on is not None for one in found)
    if not found:
        return ""
    return tr("{n} of {all} received", n=received, all=len(found))


def _row(one: PeerFeedback, today: date) -> LinkRow:
    parts = [relation_word(one.relation), peer_state(one, today)]
    return LinkRow(
        one.id, one.from_whom, MIDDLE_DOT.join(parts), "",
        icon="check" if one.received_on else "clock",
        token="success" if one.received_on else "text-muted",
    )  # fmt: skip


def remarks(view: ReviewView, found: Sequence[PeerFeedback]) -> list[str]:
    """What is worth a second look: two of one name, or the person's own."""
    names = Counter(folded(one.from_whom) for one in found)
    shown = {folded(one.from_whom): one.from_whom for one in found}
    said = [_same_name(n, shown[key]) for key, n in names.items() if n > 1]
    person = view.person
    own = {folded(person.name), folded(person.full_name)} & names.keys()
    if own:
        words = tr(
            "{name} is the person being reviewed. If you mean someone else with the same name, "
            "that's fine."
        )
        said.append(fill(words, name=shown[own.pop()]))
    return said


def _same_name(count: int, name: str) -> str:
    return trn(
        "1 person in this list is called {name}.",
        "{n} people in this list are called {name}. They're listed separately.",
        count,
        name=name,
    )

"""Feedback of others: who was asked, what came back; about the person, and from their reports."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.reviews.records import PeerFeedback, Voice
from careerdesk.i18n import tr
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.navigation import Destination
from careerdesk.ui.reviews.parts.content_tab import ContentTab
from careerdesk.ui.reviews.writing.peer_group import PeerGroup
from careerdesk.ui.widgets.labels import Muted
from careerdesk.ui.widgets.section import IconMark

PEERS_TAB = "peersTab"


class PeersTab(ContentTab):
    """Two groups that work alike: peer feedback and upward feedback.

    A light cycle asks for none of the latter; what there is of it is shown, also a name that is
    half typed.
    """

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(ctx, PEERS_TAB, parent)
        self.groups = {voice: PeerGroup(ctx, voice) for voice in Voice}
        self.promise = Muted(
            tr(
                "Who said what is visible only in Reviews. Names never appear in "
                "anything you share."
            ),
            wrap=True,
        )
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(IconMark(self.ctx.theme, "lock"))
        line.addWidget(self.promise, 1)
        self.column.addLayout(line)
        for group in self.groups.values():
            self.column.addWidget(group)
            self.column.addSpacing(16)
        self.column.addStretch(1)

    def _connect(self) -> None:
        for group in self.groups.values():
            group.wants_room.connect(self.reveal)

    @override
    def show_tab(self, view: ReviewView, *, free: bool) -> None:
        """Show both groups."""
        for group in self.groups.values():
            group.show_group(view, free=free)
        calibrates = view.cycle.cycle.calibrates
        there = any(one.voice is Voice.UPWARD for one in view.peers)
        upward = self.groups[Voice.UPWARD]
        upward.setVisible(calibrates or there or upward.is_half_typed)
        stops = [stop for group in self.groups.values() for stop in group.tab_stops()]
        self.order.set_stops(stops)

    @override
    def arrive(self, to: Destination) -> bool:
        """Open what came back from somebody."""
        peers = self.view.peers if self.view else ()
        found = next((one for one in peers if one.id == to.id_of(PeerFeedback)), None)
        if found is None:
            return False
        self.groups[found.voice].open_peer(found.id)
        return super().arrive(to)

    @override
    def focus_first(self) -> None:
        """The first group's list, else its line to add."""
        self.groups[Voice.PEER].focus_first()

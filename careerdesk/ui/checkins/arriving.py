"""Coming to a text of a check-in that a search found: one that runs, is planned, or is over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from careerdesk.domain.records import AgendaItem, CheckIn, CheckInState
from careerdesk.ui.checkins.talk_columns import AGENDA, NOTES, PLAN
from careerdesk.ui.widgets.landing import choose_record, go_to_widget, land, land_in_field

if TYPE_CHECKING:
    from careerdesk.ui.base.context import Context
    from careerdesk.ui.base.navigation import Destination
    from careerdesk.ui.checkins.planned_talks import PlannedTalks
    from careerdesk.ui.checkins.running_talk import RunningTalk
    from careerdesk.ui.checkins.talk_history import TalkHistory

PART_OF = {"shared_notes": NOTES, "private_notes": NOTES, "temperature_words": PLAN}


class TalksPage(Protocol):
    """The page of check-ins, as far as one comes to something on it."""

    ctx: Context
    talk: RunningTalk
    planned: PlannedTalks
    history: TalkHistory

    def open_talk(self, talk_id: int) -> None:
        """Open an earlier talk."""


def arrive(page: TalksPage, to: Destination) -> bool:
    """Show the text of a check-in, or what belongs to one; raises `NotFound` if that is gone."""
    talk = page.ctx.store.get(CheckIn, to.id_of(CheckIn))
    if talk.state is CheckInState.RUNNING:
        if not page.talk.is_career:
            page.talk.columns.show_part(PART_OF.get(to.field, AGENDA))
        return land(page.talk, to)
    if talk.state is CheckInState.PLANNED:
        return choose_record(page.planned.list, talk.id)
    return _open(page, talk.id, to)


def _open(page: TalksPage, talk_id: int, to: Destination) -> bool:
    """Open one that is over; a search among them that hides it ends."""
    history = page.history
    if history.model.fetch_until(talk_id) < 0:
        history.search.clear()
    page.open_talk(talk_id)
    if history.view.talk_id != talk_id:
        return False
    if to.id_of(AgendaItem):
        return _go_to(history.view.covered)
    return land(history.view, to) or land_in_field(history.view, CheckIn, talk_id, "shared_notes")


def _go_to(widget: QWidget) -> bool:
    if widget.isVisible():
        go_to_widget(widget)
    return widget.isVisible()

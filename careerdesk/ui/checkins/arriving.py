"""Coming to a text of a check-in that a search found: one that runs, is planned, or is over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from careerdesk.domain.records import AgendaItem, CheckIn, CheckInState
from careerdesk.ui.checkins.check_in_columns import AGENDA, NOTES, PLAN
from careerdesk.ui.widgets.landing import choose_record, go_to_widget, land, land_in_field

if TYPE_CHECKING:
    from careerdesk.ui.base.context import Context
    from careerdesk.ui.base.navigation import Destination
    from careerdesk.ui.checkins.check_in_history import CheckInHistory
    from careerdesk.ui.checkins.planned_check_ins import PlannedCheckIns
    from careerdesk.ui.checkins.running_check_in import RunningCheckIn

PART_OF = {"shared_notes": NOTES, "private_notes": NOTES, "temperature_words": PLAN}


class CheckInsPage(Protocol):
    """The page of check-ins, as far as one comes to something on it."""

    ctx: Context
    planned: PlannedCheckIns
    history: CheckInHistory

    @property
    def check_in(self) -> RunningCheckIn:
        """What shows the one that runs."""

    def open_check_in(self, check_in_id: int) -> None:
        """Open an earlier check-in."""


def arrive(page: CheckInsPage, to: Destination) -> bool:
    """Show the text of a check-in, or what belongs to one; raises `NotFound` if that is gone."""
    check_in = page.ctx.store.get(CheckIn, to.id_of(CheckIn))
    if check_in.state is CheckInState.RUNNING:
        if not page.check_in.is_career:
            page.check_in.columns.show_part(PART_OF.get(to.field, AGENDA))
        return land(page.check_in, to)
    if check_in.state is CheckInState.PLANNED:
        return choose_record(page.planned.list, check_in.id)
    return _open(page, check_in.id, to)


def _open(page: CheckInsPage, check_in_id: int, to: Destination) -> bool:
    """Open one that is over; a search among them that hides it ends."""
    history = page.history
    if history.model.fetch_until(check_in_id) < 0:
        history.search.clear()
    page.open_check_in(check_in_id)
    if history.open_id != check_in_id:
        return False
    if to.id_of(AgendaItem):
        return _go_to(history.view.covered)
    return land(history.view, to) or land_in_field(
        history.view, CheckIn, check_in_id, "shared_notes"
    )


def _go_to(widget: QWidget) -> bool:
    if widget.isVisible():
        go_to_widget(widget)
    return widget.isVisible()

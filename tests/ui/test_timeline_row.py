"""What a talk is called in the history, where there is little room for it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from careerdesk.domain.records import CheckInKind, CheckInState
from careerdesk.domain.views import TalkRow
from careerdesk.ui.checkins.timeline_row import fitting_title
from careerdesk.ui.theme.theme import Theme

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_minutes_forward_give_way_whole() -> None:
    look = Theme("light").look
    talk = TalkRow(
        id=1, person_id=1, starts_at=datetime(2026, 10, 7, tzinfo=UTC), kind=CheckInKind.CAREER,
        state=CheckInState.HELD, minutes=74, forward_minutes=50, opening="", has_private=True,
        said=None, sensed=None, promise_count=0,
    )  # fmt: skip
    whole = fitting_title(talk, 1000, look)
    assert whole.endswith("50 min forward")
    short = fitting_title(talk, look.advance("strong", whole) - 1, look)
    assert short == "Career conversation · 74 min"

"""That a long check-in goes on, as the user said when asked whether it had ended."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSettings

from careerdesk.domain.forgotten import may_have_ended
from careerdesk.domain.records import CheckIn
from careerdesk.ui.base.context import Context

STILL = "checkins/stillTalking"  # setting: the check-in that goes on, and when that was said


def still_said_at(settings: QSettings, talk: CheckIn) -> datetime | None:
    """When the user said last that a check-in goes on."""
    known, _, moment = str(settings.value(STILL, "")).partition(" ")
    if known != str(talk.id):
        return None
    try:
        return datetime.fromisoformat(moment)
    except ValueError:
        return None


def is_in_question(ctx: Context, talk: CheckIn) -> datetime | None:
    """When a running check-in may have ended that is past twice its length; else None."""
    still = still_said_at(ctx.settings, talk)
    return may_have_ended(talk, ctx.clock.now(), still_at=still)

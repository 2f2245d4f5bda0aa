"""How often there are check-ins with somebody new, as the preferences keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.domain.rhythm import Rhythm

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

CADENCE, CAREER = "people/cadence_days", "people/career_weeks"


def usual_rhythm(settings: QSettings) -> Rhythm:
    """The rhythm of new people; what cannot be read counts as the program's own."""
    usual = Rhythm()
    return Rhythm.within(
        _number(settings.value(CADENCE), usual.cadence_days),
        _number(settings.value(CAREER), usual.career_weeks),
    )


def keep_rhythm(settings: QSettings, rhythm: Rhythm) -> None:
    """Keep what new people begin with."""
    settings.setValue(CADENCE, rhythm.cadence_days)
    settings.setValue(CAREER, rhythm.career_weeks)


def _number(stored: object, usual: int) -> int:
    try:
        return int(str(stored))
    except ValueError:
        return usual

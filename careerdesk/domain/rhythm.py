"""How often there are check-ins with a person."""

from __future__ import annotations

from careerdesk.dataclass import dataclass
from careerdesk.domain.repeats import MOST_WEEKS

MOST_DAYS = 365


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Days between two 1:1s, and weeks between two career conversations."""

    cadence_days: int = 14
    career_weeks: int = 12

    @classmethod
    def within(cls, cadence_days: int, career_weeks: int) -> Rhythm:
        """A rhythm of these numbers; the usual one in place of a number that cannot be."""
        usual = cls()
        return cls(
            cadence_days if 1 <= cadence_days <= MOST_DAYS else usual.cadence_days,
            career_weeks if 1 <= career_weeks <= MOST_WEEKS else usual.career_weeks,
        )

"""How far what stands in a review has moved from what was sealed."""

from __future__ import annotations

import unicodedata

from careerdesk.dataclass import dataclass
from careerdesk.domain.differences import Span, differences
from careerdesk.domain.reviews.seal import Sealed


@dataclass(frozen=True, slots=True)
class Drift:
    """Words that are gone and new since the seal; None where too much changed to compare.

    `sealed_rating` is what was sealed, empty where the proposed rating is still that level.
    `spacing` says that only blanks and line breaks of the narrative are others.
    """

    gone: int | None = 0
    fresh: int | None = 0
    spacing: bool = False
    sealed_rating: str = ""
    why_changed: bool = False

    @property
    def is_none(self) -> bool:
        """Whether everything stands as it was sealed."""
        return self == Drift()


def drift(held: Sealed, narrative: str, step_uid: str, why: str) -> Drift:
    """What changed between a seal and the texts and the level that stand there now."""
    now = nfc(narrative)
    same = held.narrative.split() == now.split()
    spans_gone, spans_fresh = ([], []) if same else differences(held.narrative, now)
    counted = same or bool(spans_gone or spans_fresh)
    return Drift(
        _words(held.narrative, spans_gone) if counted else None,
        _words(now, spans_fresh) if counted else None,
        same and held.narrative != now,
        held.proposed if held.step_uid != step_uid else "",
        held.why != nfc(why),
    )


def nfc(text: str) -> str:
    """A text in the form in which it is sealed."""
    return unicodedata.normalize("NFC", text)


def _words(text: str, spans: list[Span]) -> int:
    return sum(len(text[start:end].split()) for start, end in spans)

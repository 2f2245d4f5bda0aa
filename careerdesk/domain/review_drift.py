"""How far what stands in a review has moved from what was sealed."""

from __future__ import annotations

from dataclasses import dataclass

from careerdesk.domain.differences import Span, differences
from careerdesk.domain.review_seal import Sealed


@dataclass(frozen=True, slots=True)
class Drift:
    """Words that are gone and new since the seal; None where the text is too long to compare.

    `sealed_rating` is what was sealed, empty where the proposed rating is still that one.
    """

    gone: int | None = 0
    fresh: int | None = 0
    sealed_rating: str = ""
    why_changed: bool = False

    @property
    def is_none(self) -> bool:
        """Whether everything stands as it was sealed."""
        return self == Drift()


def drift(held: Sealed, narrative: str, rating: str, why: str) -> Drift:
    """What changed between a seal and the texts and the rating that stand there now."""
    same = held.narrative == narrative
    spans_gone, spans_fresh = ([], []) if same else differences(held.narrative, narrative)
    counted = same or bool(spans_gone or spans_fresh)
    return Drift(
        _words(held.narrative, spans_gone) if counted else None,
        _words(narrative, spans_fresh) if counted else None,
        held.proposed if held.proposed != rating else "",
        held.why != why,
    )


def _words(text: str, spans: list[Span]) -> int:
    return sum(len(text[start:end].split()) for start, end in spans)

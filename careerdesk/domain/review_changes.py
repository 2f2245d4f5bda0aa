"""What was changed after a review was sealed."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from careerdesk.domain.differences import Span, passages
from careerdesk.domain.review_seal import Sealed, is_changed, read_body
from careerdesk.domain.reviews import Review, Seal


@dataclass(frozen=True, slots=True)
class SealChanges:
    """The differences between what is sealed and what stands there now.

    `gone` are parts of the sealed narrative, `fresh` of the one of now. Both are empty for
    changes that are too large to be compared, or that are in the space between words alone.
    """

    count: int = 0
    gone: tuple[Span, ...] = ()
    fresh: tuple[Span, ...] = ()
    narrative: bool = False
    rating: bool = False
    why: bool = False

    @property
    def unmarked(self) -> bool:
        """Whether the narrative is another one, but no words of it can be marked."""
        return self.narrative and not self.gone and not self.fresh


def changes_since(review: Review, seal: Seal | None, label: str) -> SealChanges:
    """What of narrative, rating and reason is other than sealed; *label* names the step of now."""
    held = read_body(seal) if seal is not None and is_changed(review, seal, label) else None
    if held is None:
        return SealChanges()
    return compared(held, review.narrative, label, review.proposed_why)


def compared(held: Sealed, narrative: str, label: str, why: str) -> SealChanges:
    """What differs from what a seal holds; a seal knows no difference in how letters are coded."""
    other = _nfc(narrative) != held.narrative
    found = passages(held.narrative, narrative) if other else []
    rating, reason = _nfc(label) != held.proposed, _nfc(why) != held.why
    count = max(len(found), int(other)) + rating + reason
    gone = tuple(one for one, _ in found if one)
    return SealChanges(count, gone, tuple(one for _, one in found if one), other, rating, reason)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)

"""What was changed after a review was sealed."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from careerdesk.domain.differences import Span, passages
from careerdesk.domain.reviews.records import Review, Seal
from careerdesk.domain.reviews.seal import read_body


@dataclass(frozen=True, slots=True)
class TextChanges:
    """How a text differs from the one before; both lists are empty where nothing can be marked.

    That is so for changes too large to be compared, or in the space between words alone.
    """

    count: int = 0
    gone: tuple[Span, ...] = ()
    fresh: tuple[Span, ...] = ()

    @property
    def unmarked(self) -> bool:
        """Whether the text is another one, but no words of it can be marked."""
        return bool(self.count) and not self.gone and not self.fresh


@dataclass(frozen=True, slots=True)
class SealChanges:
    """The differences between what is sealed and what stands there now."""

    narrative: TextChanges = TextChanges()
    why: TextChanges = TextChanges()
    rating: bool = False

    @property
    def count(self) -> int:
        """How many passages differ, with the rating as one."""
        return self.narrative.count + self.why.count + self.rating


def changes_since(review: Review, seal: Seal | None, step_uid: str) -> SealChanges:
    """What of narrative, rating and reason is other than sealed.

    A step that is only called something else since is the same rating.
    """
    held = read_body(seal)
    if held is None:
        return SealChanges()
    return SealChanges(
        text_changes(held.narrative, review.narrative),
        text_changes(held.why, review.proposed_why),
        step_uid != held.step_uid,
    )


def text_changes(before: str, after: str) -> TextChanges:
    """How *after* differs from *before*; how letters are coded makes no difference."""
    if _nfc(before) == _nfc(after):
        return TextChanges()
    found = passages(before, after)
    gone = tuple(one for one, _ in found if one)
    return TextChanges(max(len(found), 1), gone, tuple(one for _, one in found if one))


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)

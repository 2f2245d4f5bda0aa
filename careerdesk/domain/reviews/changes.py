"""What was changed after a review was sealed, and after it was shared."""

from __future__ import annotations

import unicodedata

from careerdesk.dataclass import dataclass
from careerdesk.domain.differences import Span, passages
from careerdesk.domain.reviews.frozen import Kept
from careerdesk.domain.reviews.records import Review, Seal
from careerdesk.domain.reviews.seal import read_body
from careerdesk.domain.reviews.sheet import ShareSheet


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


@dataclass(frozen=True, slots=True)
class SheetChanges:
    """The differences between what was read of a review and what would be read now.

    `words` tells whether any of them is the review's own. Who it is about, *person*, changes
    without it; goals, the name of the cycle and those of its levels do not count.
    """

    rating: bool = False
    narrative: TextChanges = TextChanges()
    strengths: bool = False
    gaps: TextChanges = TextChanges()
    closing: TextChanges = TextChanges()
    person: bool = False

    @property
    def words(self) -> bool:
        """Whether the review itself says something else."""
        texts = self.narrative.count + self.gaps.count + self.closing.count
        return bool(texts or self.rating or self.strengths)


def changes_after(read: Kept, now: Kept) -> SheetChanges:
    """What would be read now beside what was read.

    A level that is only called something else since is the same rating.
    """
    then, today = read.sheet, now.sheet
    return SheetChanges(
        rating=read.step_uid != now.step_uid,
        narrative=text_changes(then.narrative, today.narrative),
        strengths=_strengths(then) != _strengths(today),
        gaps=text_changes(then.gaps, today.gaps),
        closing=text_changes(then.closing, today.closing),
        person=_person(then) != _person(today),
    )


def _strengths(sheet: ShareSheet) -> list[tuple[object, str, object]]:
    return [(one.on, _nfc(one.title), one.source) for one in sheet.strengths]


def _person(sheet: ShareSheet) -> list[str]:
    whose = sheet.whose
    return [_nfc(word) for word in (whose.name, whose.title, whose.level, whose.team)]


def changes_since(review: Review, seal: Seal | None, step_uid: str) -> SealChanges:
    """What of narrative, rating and reason is other than sealed.

    A level that is only called something else since is the same rating.
    """
    held = read_body(seal)
    if held is None:
        return SealChanges()
    return SealChanges(
        text_changes(held.narrative, review.narrative),
        text_changes(held.why, review.proposed_why),
        step_uid != held.step_uid,
    )


def are_others(review: Review, seal: Seal | None, step_uid: str) -> bool:
    """Whether narrative or rating are others than sealed; more space between words is not."""
    held = read_body(seal)
    if held is None:
        return False
    same = held.narrative.split() == _nfc(review.narrative).split()
    return not same or step_uid != held.step_uid


def text_changes(before: str, after: str) -> TextChanges:
    """How *after* differs from *before*; how letters are coded makes no difference."""
    if _nfc(before) == _nfc(after):
        return TextChanges()
    found = passages(before, after)
    gone = tuple(one for one, _ in found if one)
    return TextChanges(max(len(found), 1), gone, tuple(one for _, one in found if one))


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)

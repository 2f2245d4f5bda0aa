"""Cycles in which nothing is calibrated: what they do without, and what keeps one from being so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.reviews.records import Outcome, PromotionPoint, PromotionState, ReviewCycle
from careerdesk.i18n import N_, Message, tr, translated

MOST_NAMES = 2  # of people; the others are counted


class Calibrating(StrEnum):
    """What a cycle has only where the company calibrates; the value says it in a sentence."""

    ROUNDS = N_("calibration rounds")
    OUTCOME = N_("an outcome")
    UPWARD = N_("upward feedback")
    POTENTIAL = N_("potential ratings")
    GUIDELINE = N_("a guideline")
    NINE_BOX = N_("a nine-box grid")
    PACKET = N_("a packet")

    @property
    def said(self) -> str:
        """The same in the language of the interface."""
        return translated(Message(self.value))


def calibrates_next(every: Iterable[ReviewCycle]) -> bool:
    """Whether a new cycle is proposed to calibrate: as the one did that was begun last."""
    last = max(every, key=lambda one: one.id, default=None)
    return last is not None and last.calibrates


def check_calibrates(cycle: ReviewCycle, what: Calibrating) -> None:
    """Raise `InvalidInput` if a cycle is light, and so has nothing of that kind."""
    if not cycle.calibrates:
        raise InvalidInput(
            N_(
                "This cycle doesn't include calibration, so it can't have {what}. Turn on “My "
                "company calibrates” in the cycle settings first."
            ),
            what=what.said,
        )


def check_may_be_light(held: Mapping[Calibrating, Sequence[str]], *, guided: bool) -> None:
    """Raise `InvalidInput` if a cycle holds what only a calibrating one shows.

    *held* names by kind the people of whom there is something.
    """
    there = [
        tr("{what} for {names}", what=what.said, names=_named(held[what]))
        for what in Calibrating
        if held.get(what)
    ]
    there += [tr("a guideline on its scale")] if guided else []
    if there:
        raise InvalidInput(
            N_(
                "Calibration can't be turned off yet because the cycle still has content that "
                "would be hidden: {there}. Remove that content first."
            ),
            there=_listed(there),
        )


def says_something(one: Outcome | None, points: Sequence[PromotionPoint]) -> bool:
    """Whether an outcome holds anything that somebody chose or wrote."""
    if one is None:
        return False
    words = (one.currency, one.from_level, one.to_level, one.to_title, one.words)
    values = (one.pay_change, one.bonus, one.effective_on)
    chosen = one.promotion is not PromotionState.NONE
    return chosen or bool(points) or any(words) or any(one is not None for one in values)


def _named(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMES
    return _listed([*names[:MOST_NAMES], tr("{n} more", n=more)] if more > 0 else names)


def _listed(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *first, last = parts
    return tr("{first} and {last}", first=", ".join(first), last=last) if first else last

"""The tabs of a review: what each is called, and which of them a review shows."""

from __future__ import annotations

from collections.abc import Callable

from careerdesk.domain.reviews.light import says_something
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.ui.base.texts import tr
from careerdesk.ui.reviews.parts.tabs import ReviewTab


def _self() -> type[ReviewTab]:
    from careerdesk.ui.reviews.writing.self_review import SelfReviewTab

    return SelfReviewTab


def _peers() -> type[ReviewTab]:
    from careerdesk.ui.reviews.writing.peers import PeersTab

    return PeersTab


def _accomplishments() -> type[ReviewTab]:
    from careerdesk.ui.reviews.writing.accomplishments import AccomplishmentsTab

    return AccomplishmentsTab


def _narrative() -> type[ReviewTab]:
    from careerdesk.ui.reviews.writing.narrative import NarrativeTab

    return NarrativeTab


def _calibration() -> type[ReviewTab]:
    from careerdesk.ui.reviews.calibration.calibration import CalibrationTab

    return CalibrationTab


def _outcome() -> type[ReviewTab]:
    from careerdesk.ui.reviews.calibration.outcome import OutcomeTab

    return OutcomeTab


def _share() -> type[ReviewTab]:
    from careerdesk.ui.reviews.sharing.share_sheet import ShareSheetTab

    return ShareSheetTab


def _across() -> type[ReviewTab]:
    from careerdesk.ui.reviews.calibration.across import AcrossTab

    return AcrossTab


TABS: dict[str, Callable[[], type[ReviewTab]]] = {
    "self": _self,
    "peers": _peers,
    "accomplishments": _accomplishments,
    "narrative": _narrative,
    "calibration": _calibration,
    "outcome": _outcome,
    "share": _share,
    "across": _across,
}
THREE = ("accomplishments", "narrative", "share")  # of a light cycle
ASIDE = ("self", "peers", "across")  # in a light cycle once there is something, or on a press
ALONE = {"calibration": "narrative", "outcome": "share"}  # where to turn if there is none


def tabs_of(view: ReviewView) -> list[str]:
    """The tabs of a review: all of them, or in a light cycle three, and what holds something."""
    if view.cycle.cycle.calibrates:
        return list(TABS)
    review = view.review
    there = {
        "self": bool(review.self_review.strip() or review.self_received_on or review.self_step),
        "peers": bool(view.peers),
        "calibration": bool(view.facts.rounds),
        "outcome": says_something(view.outcome, view.points),
    }
    return [name for name in TABS if name in THREE or there.get(name)]


def tab_words(*, light: bool) -> tuple[str, ...]:
    """What the tabs are called; with their own list a light cycle shows all that may be cited."""
    done = tr("Evidence") if light else tr("Accomplishments")
    return (
        tr("Self review"), tr("Peer feedback"), done, tr("Narrative"),
        tr("Calibration"), tr("Outcome"), tr("Share sheet"), tr("Over the years"),
    )  # fmt: skip

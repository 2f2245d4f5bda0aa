"""The tabs of a review: what each is called, and which of them a review shows."""

from __future__ import annotations

from collections.abc import Callable

from careerdesk.domain.reviews.light import says_something
from careerdesk.domain.reviews.records import Review
from careerdesk.i18n import tr
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.ui.base.drafts import Drafts
from careerdesk.ui.base.unstored import owner_of
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
TYPED = {  # under which handles words of a review are kept that no record holds yet
    "self": ("review-self_review", "selfReceivedOn"),
    "peers": ("peerEdit", "upwardEdit"),
    "calibration": ("roundForm",),
    "outcome": (
        "promotionPointEdit", "payChange", "payBonus", "payEffectiveOn", "outcome-currency",
        "outcome-from_level", "outcome-to_level", "outcome-to_title", "outcome-words",
    ),
}  # fmt: skip
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


def half_typed(view: ReviewView, drafts: Drafts) -> set[str]:
    """The tabs that hold words of a review which are typed and stored nowhere else yet."""
    person, review = view.person.id, view.review.id
    return {
        name
        for name, handles in TYPED.items()
        if any(drafts.holds(owner_of(person, Review, review, handle)) for handle in handles)
    }


def tab_words(*, light: bool) -> tuple[str, ...]:
    """What the tabs are called; with their own list a light cycle shows all that may be cited."""
    done = tr("Evidence") if light else tr("Accomplishments")
    return (
        tr("Self-review"), tr("Peer feedback"), done, tr("Narrative"),
        tr("Calibration"), tr("Outcome"), tr("Share sheet"), tr("Over the years"),
    )  # fmt: skip

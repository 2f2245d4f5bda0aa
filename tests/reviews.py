"""A review for tests, with what is collected in it: `a_review(store)`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from careerdesk.domain.reviews.records import CycleKind, RatingLevel, Review
from careerdesk.services import people
from careerdesk.services.reviews import cycles, reviews, steps
from careerdesk.services.reviews.cycles import CycleView
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.services.store import Store

NOW = datetime(2026, 11, 17, 14, 2, tzinfo=UTC)
TODAY = date(2026, 11, 17)


@dataclass
class ReviewBuilder:
    """Someone's review in a year's cycle; each method adds to it and gives the builder back."""

    store: Store
    id: int

    @property
    def view(self) -> ReviewView:
        """As stored now."""
        return reviews.get(self.store, self.id)

    @property
    def review(self) -> Review:
        """As stored now."""
        return self.store.get(Review, self.id)

    @property
    def cycle(self) -> CycleView:
        """The cycle with its scale."""
        return cycles.get(self.store, self.review.cycle_id)

    def step(self, label: str) -> RatingLevel:
        """A step of the scale by its label."""
        return next(one for one in self.cycle.steps if one.label == label)

    def written(self, narrative: str = "She made it dependable.", rating: str = "Strong",
                **values: object) -> ReviewBuilder:  # fmt: skip
        """With a narrative and a proposed rating."""
        step = self.step(rating).id
        reviews.write(self.store, self.id, narrative=narrative, proposed_step=step, **values)  # type: ignore[arg-type]
        return self

    def sealed(self) -> ReviewBuilder:
        """With its words fixed."""
        steps.seal(self.store, self.id, NOW)
        return self

    def calibrated(self, rating: str, reason: str = "", asked_by: str = "") -> ReviewBuilder:
        """With a round of calibration."""
        step = self.step(rating).id
        steps.calibrate(self.store, self.id, step, TODAY, reason=reason, asked_by=asked_by)
        return self

    def shared(self, on: date = TODAY) -> ReviewBuilder:
        """Shared with the person."""
        steps.share(self.store, self.id, on)
        return self


def a_review(
    store: Store,
    name: str = "Ana Ruiz",
    cycle: str = "Year review 2026",
    *,
    calibrates: bool = True,
) -> ReviewBuilder:
    """The review of someone in the cycle of that name; both are made if they are not there.

    A cycle that is made is by itself one of a company that calibrates.
    """
    person = next((one for one in people.everyone(store) if one.name == name), None)
    person = person or people.add(store, name)
    known = next((one for one in cycles.every(store) if one.name == cycle), None)
    if known is None:
        year = int(cycle.rsplit(maxsplit=1)[-1])
        span = date(year, 1, 1), date(year, 12, 31)
        known = cycles.add(store, cycle, CycleKind.ANNUAL, *span, calibrates=calibrates)
    review = reviews.find(store, known.id, person.id)
    if review is None:
        review = cycles.take_in(store, known.id, person.id)
    return ReviewBuilder(store, review.id)

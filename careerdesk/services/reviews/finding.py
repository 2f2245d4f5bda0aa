"""Finding cycles and reviews by the words of a command."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from careerdesk.data.store import Store
from careerdesk.domain.errors import NotFound
from careerdesk.domain.names import folded
from careerdesk.domain.records import Person
from careerdesk.domain.reviews.records import Review, ReviewCycle
from careerdesk.i18n import N_, tr
from careerdesk.services.reviews import cycles as review_cycles
from careerdesk.services.reviews import reviews


def find_cycle(store: Store, words: str = "") -> ReviewCycle:
    """The cycle that *words* name or are a unique part of, with its days where names are alike.

    Without words it is the open one that ends last, else the last one. Raises `NotFound` with the
    candidates where there is none or more than one.
    """
    every = review_cycles.every(store)
    if not every:
        raise NotFound(
            N_("There are no review cycles yet. Open CareerDesk and start one in Reviews.")
        )
    if not words.strip():
        return next((cycle for cycle in every if cycle.closed_on is None), every[0])
    return _the_one(words, every)


def find_review(store: Store, person: Person, words: str = "") -> Review:
    """The review of a person in the one of their cycles that *words* name, else the newest one.

    One in which they take part goes before one from which they are left out.
    """
    mine = {view.cycle.cycle: view.review for view in reviews.across(store, person.id)}
    if not mine:
        raise NotFound(N_("{name} isn't in a review cycle yet."), name=person.name)
    if not words.strip():
        return next((review for review in mine.values() if not review.left_out),
                    next(iter(mine.values())))  # fmt: skip
    return mine[_the_one(words, list(mine))]


def _the_one(words: str, every: Sequence[ReviewCycle]) -> ReviewCycle:
    wanted = folded(words)
    matches: tuple[Callable[[ReviewCycle], bool], ...] = (
        lambda cycle: wanted == folded(_label(cycle)),
        lambda cycle: wanted == folded(cycle.name),
        lambda cycle: wanted in folded(cycle.name),
        lambda cycle: wanted in folded(_label(cycle)),
    )
    for fits in matches:
        found = [cycle for cycle in every if fits(cycle)]
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFound(
                N_("{words} matches several cycles: {names}. Choose one."),
                words=words, names=_listed(found),
            )  # fmt: skip
    raise NotFound(
        N_("There is no review cycle named {words}. Choose one of these: {names}."),
        words=words,
        names=_listed(every),
    )


def _listed(cycles: Sequence[ReviewCycle]) -> str:
    return ", ".join(map(_label, cycles))


def _label(cycle: ReviewCycle) -> str:
    return tr(
        "{name} ({start} to {end})", name=cycle.name, start=cycle.starts_on, end=cycle.ends_on
    )

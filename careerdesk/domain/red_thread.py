"""The red thread: what moves a person, the goals it feeds, their measures, talks and outcome."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from careerdesk.domain.records import CheckInKind, Drive, KeyResult, Motivator
from careerdesk.domain.views import ItemView, PlanView


class Strand(IntEnum):
    """What a knot of the thread is, in the order of the thread."""

    MOTIVATOR = 0
    GOAL = 1
    KEY_RESULT = 2
    TALK = 3
    OUTCOME = 4


Key = tuple[Strand, int]
Columns = tuple[tuple["Knot", ...], ...]


@dataclass(frozen=True, slots=True)
class ReadAt:
    """A key result was read at a talk."""

    result_id: int
    talk_id: int
    starts_at: datetime
    kind: CheckInKind
    value: float
    note: str = ""
    utc_offset: int | None = None


@dataclass(frozen=True, slots=True)
class Knot:
    """One place on the thread. An outcome has the id of its goal."""

    strand: Strand
    id: int
    motivator: Motivator | None = None
    goal: ItemView | None = None
    result: KeyResult | None = None
    read: ReadAt | None = None

    @property
    def key(self) -> Key:
        """What tells it from all others."""
        return self.strand, self.id


@dataclass(frozen=True, slots=True)
class RedThread:
    """All knots in order and what ties them, with the ends that hang loose."""

    knots: Mapping[Key, Knot]
    ties: frozenset[tuple[Key, Key]]
    unfed: tuple[Motivator, ...] = ()
    unfeeding: tuple[ItemView, ...] = ()

    def through(self, key: Key) -> Columns:
        """What hangs on a knot, in both directions: one tuple for each strand."""
        forward, back = self._reach(key, 0), self._reach(key, 1)
        found = forward | back | {key}
        return tuple(
            tuple(knot for known, knot in self.knots.items() if known in found and known[0] is one)
            for one in Strand
        )

    def _reach(self, key: Key, end: int) -> set[Key]:
        found: set[Key] = set()
        waiting = [key]
        while waiting:
            here = waiting.pop()
            beyond = {tie[1 - end] for tie in self.ties if tie[end] == here} - found
            found |= beyond
            waiting += beyond
        return found

    def first(self) -> Key | None:
        """Where to begin: the first motivator that a goal feeds, else the first knot."""
        fed = (key for key in self.knots if any(tie[0] == key for tie in self.ties))
        return next(fed, next(iter(self.knots), None))


def red_thread(
    motivators: Sequence[Motivator],
    current: PlanView | None,
    earlier: Iterable[PlanView],
    reads: Iterable[ReadAt],
) -> RedThread:
    """Tie together what is known of a person; drainers are left out.

    A goal that was carried over stands for those it came from. The loose ends are those of the
    *current* plan: motivators no goal of it feeds, and goals of it that feed none.
    """
    drives = [one for one in motivators if one.drive is Drive.DRIVES]
    goals = list(current.items) if current else []
    loose = [goal for goal in goals if not goal.motivators]
    fed = {one.id for goal in goals for one in goal.motivators}
    goals += [goal for plan in earlier for goal in plan.items]
    carried = {goal.item.carried_from for goal in goals}
    goals = [goal for goal in goals if goal.id not in carried]
    knots, ties = _tied(drives, goals, list(reads))
    return RedThread(
        {knot.key: knot for knot in sorted(knots, key=lambda knot: knot.strand)},
        frozenset(ties),
        tuple(one for one in drives if one.id not in fed),
        tuple(loose),
    )


def _tied(
    drives: Sequence[Motivator], goals: Sequence[ItemView], reads: Sequence[ReadAt]
) -> tuple[list[Knot], set[tuple[Key, Key]]]:
    knots = [Knot(Strand.MOTIVATOR, one.id, motivator=one) for one in drives]
    known = {one.id for one in drives}
    ties: set[tuple[Key, Key]] = set()
    for goal in goals:
        here, end = (Strand.GOAL, goal.id), (Strand.OUTCOME, goal.id)
        knots += [Knot(*here, goal=goal), Knot(*end, goal=goal)]
        ties |= {((Strand.MOTIVATOR, m.id), here) for m in goal.motivators if m.id in known}
        if not goal.key_results:
            ties.add((here, end))
        for result in goal.key_results:
            measure = (Strand.KEY_RESULT, result.id)
            knots.append(Knot(*measure, goal=goal, result=result))
            ties.add((here, measure))
            talks = [read for read in reads if read.result_id == result.id]
            knots += [Knot(Strand.TALK, read.talk_id, result=result, read=read) for read in talks]
            ties |= {(measure, (Strand.TALK, read.talk_id)) for read in talks}
            ties |= {((Strand.TALK, read.talk_id), end) for read in talks} or {(measure, end)}
    return knots, ties

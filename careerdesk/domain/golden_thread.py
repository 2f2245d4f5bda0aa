"""The golden thread: where a person wants to go, what moves them, their goals, what came of it.

A goal is tied to the aspiration it leads to and to the motivators it feeds. These two stand in a
row as strands, aspirations first: what ties them is the goals that they have in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import IntEnum

from careerdesk.dataclass import dataclass
from careerdesk.domain.loop import Aspiration, AspirationState
from careerdesk.domain.motivators import is_guessed
from careerdesk.domain.records import CheckInKind, Drive, KeyResult, Motivator
from careerdesk.domain.views import ItemView, PlanView


class NodeKind(IntEnum):
    """What a node of the thread is, in the order of the thread."""

    ASPIRATION = 0
    MOTIVATOR = 1
    GOAL = 2
    KEY_RESULT = 3
    CHECK_IN = 4
    OUTCOME = 5


BEGINNINGS = frozenset({NodeKind.ASPIRATION, NodeKind.MOTIVATOR})
Key = tuple[NodeKind, int]
Columns = tuple[tuple["Node", ...], ...]


@dataclass(frozen=True, slots=True)
class ReadAt:
    """A key result was read at a check-in."""

    result_id: int
    check_in_id: int
    starts_at: datetime
    kind: CheckInKind
    value: float
    note: str = ""
    utc_offset: int | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """One place on the thread. An outcome has the id of its goal."""

    node_kind: NodeKind
    id: int
    aspiration: Aspiration | None = None
    motivator: Motivator | None = None
    goal: ItemView | None = None
    result: KeyResult | None = None
    read: ReadAt | None = None

    @property
    def key(self) -> Key:
        """What tells it from all others."""
        return self.node_kind, self.id

    @property
    def holds(self) -> bool:
        """Whether it is true today: what ended or was struck is shown, but begins no thread."""
        if self.aspiration is not None:
            return _is_wanted(self.aspiration)
        return self.motivator is None or _drives(self.motivator)


@dataclass(frozen=True, slots=True)
class GoldenThread:
    """All nodes in order and what ties them, with the ends that hang loose."""

    nodes: Mapping[Key, Node]
    ties: frozenset[tuple[Key, Key]]
    unfed: tuple[Motivator, ...] = ()
    unfeeding: tuple[ItemView, ...] = ()
    unserved: tuple[Aspiration, ...] = ()

    @property
    def node_kinds(self) -> tuple[NodeKind, ...]:
        """Those to show: that of aspirations only for somebody who has one."""
        any_wish = any(key[0] is NodeKind.ASPIRATION for key in self.nodes)
        return tuple(one for one in NodeKind if any_wish or one is not NodeKind.ASPIRATION)

    def through(self, key: Key) -> Columns:
        """What hangs on a node, in both directions: one tuple for each of `strands`."""
        found = self._reach(key, 0) | self._reach(key, 1) | {key}
        found |= {start for start, goal in self.ties if start[0] in BEGINNINGS and goal in found}
        columns: dict[NodeKind, list[Node]] = {one: [] for one in self.node_kinds}
        for known, node in self.nodes.items():
            if known in found:
                columns[known[0]].append(node)
        return tuple(map(tuple, columns.values()))

    def joined(self) -> frozenset[tuple[Key, Key]]:
        """Each aspiration with each motivator that a goal has in common with it."""
        begun = defaultdict[Key, list[Key]](list)  # by the goal that is for them
        for start, goal in self.ties:
            if start[0] in BEGINNINGS:
                begun[goal].append(start)
        return frozenset(
            (wish, drive)
            for starts in begun.values()
            for wish in starts
            for drive in starts
            if (wish[0], drive[0]) == (NodeKind.ASPIRATION, NodeKind.MOTIVATOR)
        )

    def _reach(self, key: Key, end: int) -> set[Key]:
        beyond = defaultdict[Key, list[Key]](list)
        for tie in self.ties:
            beyond[tie[end]].append(tie[1 - end])
        found: set[Key] = set()
        waiting = [key]
        while waiting:
            further = set(beyond[waiting.pop()]) - found
            found |= further
            waiting += further
        return found

    def first(self) -> Key | None:
        """Where to begin: at the first aspiration that a goal leads to, else the first motivator.

        One that holds today, where there is one; else at the first node.
        """
        starts = {start for start, _ in self.ties}
        tied = [key for key in self.nodes if key in starts]
        held = (key for key in tied if self.nodes[key].holds)
        return next(held, next(iter(tied), next(iter(self.nodes), None)))


def _drives(one: Motivator) -> bool:
    """Whether it drives somebody today: no longer where it ended, or was struck."""
    return one.drive is Drive.DRIVES and one.until is None and one.struck_on is None


def _is_wanted(one: Aspiration) -> bool:
    ended = one.state in (AspirationState.REACHED, AspirationState.DROPPED)
    return one.valid_to is None and one.struck_on is None and not ended


def golden_thread(
    motivators: Sequence[Motivator],
    current: PlanView | None,
    earlier: Iterable[PlanView],
    reads: Iterable[ReadAt],
    aspirations: Sequence[Aspiration] = (),
    *,
    guesses: bool = True,
) -> GoldenThread:
    """Tie together what is known of a person; drainers and values are left out.

    A goal that was carried over stands for those it came from. What ended is there only for the
    goals of *earlier* plans that were for it, what was struck for all that name it, and what the
    manager guessed only with *guesses*. The loose ends are those of the *current* plan: motivators
    no goal of it feeds, aspirations none leads to, and goals of it that feed no motivator.
    """
    tied = _Tied([one for one in motivators if _drives(one) and _may_be_seen(one, guesses)])
    goals = list(current.items) if current else []
    past = [goal for plan in earlier for goal in plan.items]
    carried = {goal.item.carried_from for goal in (*goals, *past)}
    known = {one.id: one for one in aspirations}
    for one in filter(_is_wanted, aspirations):
        tied.add(Node(NodeKind.ASPIRATION, one.id, aspiration=one))
    read_of = _by_result(reads)
    for goal, is_past in [*((one, False) for one in goals), *((one, True) for one in past)]:
        if goal.id not in carried:
            tied.add_goal(goal, read_of)
            tied.begin_goal(goal, known, is_past=is_past, guesses=guesses)
    return GoldenThread(
        {node.key: node for node in sorted(tied.nodes.values(), key=lambda node: node.node_kind)},
        frozenset(tied.ties),
        _not_fed(tied.drives, goals),
        tuple(goal for goal in goals if not any(map(_drives, goal.motivators))),
        _not_served(aspirations, goals),
    )


def _by_result(reads: Iterable[ReadAt]) -> Mapping[int, list[ReadAt]]:
    found = defaultdict[int, list[ReadAt]](list)
    for read in reads:
        found[read.result_id].append(read)
    return found


def _not_fed(drives: Sequence[Motivator], goals: Sequence[ItemView]) -> tuple[Motivator, ...]:
    fed = {one.id for goal in goals for one in goal.motivators}
    return tuple(one for one in drives if one.id not in fed)


def _not_served(
    aspirations: Sequence[Aspiration], goals: Sequence[ItemView]
) -> tuple[Aspiration, ...]:
    served = {goal.item.aspiration_id for goal in goals}
    return tuple(one for one in aspirations if _is_wanted(one) and one.id not in served)


def _may_be_seen(one: Motivator, guesses: bool) -> bool:
    return guesses or not is_guessed(one)


class _Tied:
    """The nodes that are found, and what ties them."""

    def __init__(self, drives: Sequence[Motivator]) -> None:
        self.drives = drives
        self.nodes: dict[Key, Node] = {}
        self.ties: set[tuple[Key, Key]] = set()
        for one in drives:
            self.add(Node(NodeKind.MOTIVATOR, one.id, motivator=one))

    def add(self, node: Node) -> None:
        """Add a node, unless it is there."""
        self.nodes.setdefault(node.key, node)

    def begin_goal(
        self, goal: ItemView, known: Mapping[int, Aspiration], *, is_past: bool, guesses: bool
    ) -> None:
        """Tie a goal to what it is for."""
        here = NodeKind.GOAL, goal.id
        for one in goal.motivators:
            names_it = one.struck_on is not None or (is_past and one.until is not None)
            if names_it and _may_be_seen(one, guesses):
                self.add(Node(NodeKind.MOTIVATOR, one.id, motivator=one))
            if (drive := (NodeKind.MOTIVATOR, one.id)) in self.nodes and (names_it or _drives(one)):
                self.ties.add((drive, here))
        wish = known.get(goal.item.aspiration_id or 0)
        if wish is not None and (is_past or wish.state is not AspirationState.DROPPED):
            self.add(Node(NodeKind.ASPIRATION, wish.id, aspiration=wish))
            self.ties.add(((NodeKind.ASPIRATION, wish.id), here))

    def add_goal(self, goal: ItemView, read_of: Mapping[int, Sequence[ReadAt]]) -> None:
        """Add a goal with its key results, the check-ins they were read in, and its outcome."""
        here, end = (NodeKind.GOAL, goal.id), (NodeKind.OUTCOME, goal.id)
        self.add(Node(*here, goal=goal))
        self.add(Node(*end, goal=goal))
        if not goal.key_results:
            self.ties.add((here, end))
        for result in goal.key_results:
            measure = (NodeKind.KEY_RESULT, result.id)
            self.add(Node(*measure, goal=goal, result=result))
            self.ties.add((here, measure))
            check_ins = read_of.get(result.id, ())
            for read in check_ins:
                check_in = (NodeKind.CHECK_IN, read.check_in_id)
                self.add(Node(*check_in, result=result, read=read))
                self.ties |= {(measure, check_in), (check_in, end)}
            if not check_ins:
                self.ties.add((measure, end))

"""A person of whom some things are theirs and some are not, to prove what is handed over.

Every text has a word of its own. `World.never` holds those that no paper may show, `off_plan`
those of aspirations that are not on the plan, `theirs` those that belong into *In your own words*,
`shared` those that the summary of their check-in says, `promised` those of open promises of theirs,
which a letter before a check-in names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Protocol, TypeVar

from careerdesk.data.queries import plans as plan_queries
from careerdesk.data.transaction import Transaction
from careerdesk.domain.feedback import Feedback, FeedbackWay
from careerdesk.domain.loop import (
    Action,
    Aspiration,
    AspirationState,
    ChangeKind,
    GoalChange,
    Idea,
    KeyResultValue,
    NoteMotivator,
    Reach,
)
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    CheckInKind,
    CheckInState,
    Direction,
    DiscoveryNote,
    Drive,
    Horizon,
    ItemMotivator,
    KeyResult,
    Motivator,
    MotivatorStanding,
    Owner,
    Person,
    Plan,
    PlanItem,
    Promise,
)
from careerdesk.services import agreements
from careerdesk.services.store import Store

TODAY = date(2026, 11, 17)
HELD_AT = datetime(2026, 10, 8, 9, 0, tzinfo=UTC)
SOON_AT = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)
THEN, SOON = TODAY - timedelta(days=40), TODAY + timedelta(days=40)
T = TypeVar("T")
_words = count(1)


class Pick(Protocol):
    """Chooses: hypothesis in a property test, `random.Random(1).choice` where a window is open."""

    def __call__(self, some: Sequence[T], /) -> T:
        """One of *some*."""


@dataclass
class World:
    """Who it is about, and which words may be read where."""

    person_id: int = 0
    plan_id: int = 0
    checkin_id: int = 0
    shared: set[str] = field(default_factory=set)
    promised: set[str] = field(default_factory=set)
    theirs: set[str] = field(default_factory=set)
    never: set[str] = field(default_factory=set)
    off_plan: set[str] = field(default_factory=set)
    on_plan: set[str] = field(default_factory=set)

    def word(self, kind: str) -> str:
        """A word that stands nowhere else, whatever is cut or wrapped."""
        return f"q{kind}{next(_words)}q"

    def leaks(self, text: str, *, plan: bool = False, letter: bool = False) -> list[str]:
        """The words in a text that must not be read there."""
        unread = self.never | (self.off_plan if plan else set())
        return sorted(word for word in unread - (self.promised if letter else set())
                      if word in text)  # fmt: skip


def fill(tx: Transaction, pick: Pick) -> World:
    """Somebody with motivators of every standing, aspirations of every kind, private notes."""
    world = World()
    world.person_id = tx.add(Person(given_name="Ana", family_name="Ruiz")).id
    plan = Plan(person_id=world.person_id, starts_on=THEN, ends_on=SOON)
    world.plan_id = tx.add(plan).id
    note = DiscoveryNote(person_id=world.person_id, asked_on=THEN, private=pick((False, True)),
                         their_words=_never(world, "words"),
                         my_reading=_never(world, "reading"))  # fmt: skip
    note_id = tx.add(note).id
    score = _never(world, "score")
    item = PlanItem(plan_id=world.plan_id, horizon=Horizon.SHORT, title=world.word("goal"),
                    touched_on=TODAY, private_note=_never(world, "note"), score=0.7,
                    score_words=score, score_shown=False)  # fmt: skip
    item_id = tx.add(item).id
    _checkin(tx, world, pick, item_id)
    _to_come(tx, world, pick)
    for _ in range(pick(range(1, 6 + 1))):
        motivator = _motivator(tx, world, pick)
        tx.add(ItemMotivator(item_id=item_id, motivator_id=motivator))
        tx.add(NoteMotivator(note_id=note_id, motivator_id=motivator))
    for _ in range(pick(range(5 + 1))):
        _aspiration(tx, world, pick)
    return world


def _checkin(tx: Transaction, world: World, pick: Pick, item_id: int) -> None:
    """One that was held, with all that hangs on it; a part of that may be sent to the person."""
    notes, promise = world.word("shared"), world.word("promise")
    check_in = tx.add(
        CheckIn(
            person_id=world.person_id, state=CheckInState.HELD, starts_at=HELD_AT, minutes=30,
            kind=pick((CheckInKind.ONE_ON_ONE, CheckInKind.CAREER, CheckInKind.OTHER)),
            shared_notes=notes, private_notes=_never(world, "alone"), said=-2, sensed=1,
            temperature_words=_never(world, "felt"), reason=_never(world, "why"),
        )
    )  # fmt: skip
    world.checkin_id = check_in.id
    world.shared = {notes, promise}
    owner = pick(tuple(Owner))
    tx.add(Promise(person_id=world.person_id, text=promise, owner=owner, made_in=check_in.id))
    elsewhere = _never(world, "elsewhere")
    tx.add(Promise(person_id=world.person_id, text=elsewhere, owner=owner))
    world.promised = {promise, elsewhere} if owner is Owner.THEM else set()
    tx.add(Promise(person_id=world.person_id, text=_never(world, "kept"), owner=Owner.THEM,
                   done_on=THEN))  # fmt: skip
    tx.add(AgendaItem(person_id=world.person_id, text=_never(world, "point"), private=True,
                      covered_on=THEN, covered_in=check_in.id))  # fmt: skip
    for off in (False, True):
        tx.add(DiscoveryNote(person_id=world.person_id, asked_on=THEN, made_in=check_in.id,
                             off_record=off, private=not off,
                             their_words=_never(world, "answer"),
                             my_reading=_never(world, "reading")))  # fmt: skip
    for way in (FeedbackWay.RECEIVED, FeedbackWay.TO_DELIVER):
        tx.add(Feedback(person_id=world.person_id, way=way, behaviour=_never(world, "heard"),
                        from_whom=_never(world, "whom"), made_in=check_in.id))  # fmt: skip
    tx.add(Idea(person_id=world.person_id, text=_never(world, "idea"), noted_on=THEN,
                made_in=check_in.id))  # fmt: skip
    tx.add(GoalChange(item_id=item_id, changed_on=THEN, made_in=check_in.id, what=ChangeKind.TARGET,
                      was="1", became="2", reason=_never(world, "reason")))  # fmt: skip


def _to_come(tx: Transaction, world: World, pick: Pick) -> None:
    """A check-in that is planned, with what waits for it; and somebody else."""
    tx.add(
        CheckIn(
            person_id=world.person_id, starts_at=SOON_AT, private_notes=_never(world, "alone"),
            kind=pick((CheckInKind.ONE_ON_ONE, CheckInKind.CAREER)), said=-2, sensed=-1,
            temperature_words=_never(world, "felt"),
        )
    )  # fmt: skip
    for private in (False, True):
        tx.add(AgendaItem(person_id=world.person_id, text=_never(world, "open"), private=private))
    other = tx.add(Person(given_name=_never(world, "Ben")))
    tx.add(Promise(person_id=other.id, text=_never(world, "other"), owner=Owner.THEM))


def _never(world: World, kind: str) -> str:
    word = world.word(kind)
    world.never.add(word)
    return word


def _motivator(tx: Transaction, world: World, pick: Pick) -> int:
    standing = pick(tuple(MotivatorStanding))
    until = pick((None, None, THEN, TODAY))
    name, quote = world.word("drive"), pick(("", world.word("quote")))
    struck = pick((None, None, None, TODAY))
    theirs = standing is not MotivatorStanding.GUESSED and until is None and struck is None
    (world.theirs if theirs else world.never).update({name, quote} - {""})
    return tx.add(
        Motivator(
            person_id=world.person_id, name=name, quote=quote, standing=standing, until=until,
            struck_on=struck, drive=pick(tuple(Drive)), rank=next(_words),
            said_on=THEN if standing is not MotivatorStanding.GUESSED else None,
        )
    ).id  # fmt: skip


def _aspiration(tx: Transaction, world: World, pick: Pick) -> None:
    words = world.word("wish")
    state = pick(tuple(AspirationState))
    valid_to = pick((None, None, TODAY))
    struck = pick((None, None, None, TODAY))
    seen, ticked = pick((None, THEN)), pick((False, True))
    ended = state in (AspirationState.REACHED, AspirationState.DROPPED)
    holds = valid_to is None and struck is None and not ended
    (world.theirs if holds else world.never).add(words)
    (world.on_plan if holds and seen and ticked else world.off_plan).add(words)
    tx.add(
        Aspiration(
            person_id=world.person_id, statement=words, state=state, valid_from=THEN,
            valid_to=valid_to, struck_on=struck, seen_on=seen, on_plan=ticked,
            reach=pick(tuple(Reach)), rank=next(_words),
        )
    )  # fmt: skip


def a_world(store: Store, pick: Pick) -> World:
    """Fill *store*, agree on the plan, and change it since."""
    with store.edit("Fill") as tx:
        world = fill(tx, pick)
    agreements.agree(store, world.plan_id, THEN, today=TODAY)
    is_draft = pick((False, False, True))
    with store.edit("Change") as tx:
        _change(tx, world, pick, is_draft=is_draft)
    if is_draft:
        agreements.back_to_draft(store, world.plan_id)
    return world


def _change(tx: Transaction, world: World, pick: Pick, *, is_draft: bool) -> None:
    """Reword the goal and add to it: what it was is on the paper of an agreed plan alone."""
    (item,) = tx.read(plan_queries.items, world.plan_id)
    (world.off_plan if is_draft else world.on_plan).add(item.title)
    title, why = world.word("title"), world.word("why")
    tx.change(PlanItem, item.id, title=title, for_person=why, private_note=_never(world, "note"),
              score_words=_never(world, "score"))  # fmt: skip
    name, step = world.word("result"), world.word("step")
    world.on_plan |= {title, why, name, step}
    direction = pick(tuple(Direction))
    result = tx.add(KeyResult(item_id=item.id, name=name, direction=direction, current=1.0))
    tx.add(
        KeyResultValue(result_id=result.id, read_on=TODAY, value=1.0, note=_never(world, "read"))
    )
    tx.add(GoalChange(item_id=item.id, changed_on=TODAY, what=ChangeKind.TARGET, was="1",
                      became="2", reason=_never(world, "reason")))  # fmt: skip
    tx.add(Action(item_id=item.id, text=step, owner=pick(tuple(Owner)),
                  done_on=pick((None, TODAY))))  # fmt: skip
    idea = Idea(person_id=world.person_id, text=_never(world, "idea"), noted_on=TODAY)
    tx.add(idea)
    if pick((False, True)):
        new = world.word("new")
        world.on_plan.add(new)
        tx.add(PlanItem(plan_id=world.plan_id, horizon=Horizon.LONGER, title=new,
                        touched_on=TODAY))  # fmt: skip

"""Questions before a check-in: what is asked, that it was sent, what was answered in writing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from careerdesk.data.queries import asking_before as queries
from careerdesk.data.queries import check_ins_around
from careerdesk.data.queries import discovery as discovery_queries
from careerdesk.data.queries import handing_over as handed_queries
from careerdesk.data.queries import plans as plan_queries
from careerdesk.data.store import Store
from careerdesk.dataclass import dataclass
from careerdesk.domain import moments, ranks
from careerdesk.domain.asking_before import (
    ENGLISH,
    Letter,
    Saying,
    compose,
    letter_from,
    may_be_asked,
)
from careerdesk.domain.days import check_happened
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.loop import HandedOver, HandedOverKind
from careerdesk.domain.pasted_answer import (
    MOST_CHARACTERS,
    MOST_OF_A_POINT,
    Answer,
    Row,
    RowKind,
    already,
    caseless,
    check_size,
    named_in,
    pieces,
    point_words,
    read,
)
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    CheckInKind,
    DiscoveryNote,
    Lens,
    Owner,
    PlanState,
    Promise,
)
from careerdesk.domain.standing import has_left
from careerdesk.domain.suggestions import suggested, suggested_for_career
from careerdesk.domain.text import clean_line, clean_note
from careerdesk.i18n import N_, tr
from careerdesk.services import agreements, checkins, handing_over

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction
    from careerdesk.domain.check_ins_around import CheckInsAround
    from careerdesk.domain.records import PlanItem
    from careerdesk.domain.views import AskedQuestion

__all__ = ["MOST_CHARACTERS", "Answer", "Letter", "Row", "RowKind", "Saying"]

PLACE = "prepare"


def letter(store: Store, person_id: int, today: date, *, say: Saying = ENGLISH) -> Letter:
    """The letter for the coming check-in of a person, or for none that is planned.

    Raises `NotFound`, and `InvalidInput` for somebody who has left.
    """
    around = store.read(check_ins_around.around, person_id)
    if has_left(around.person):
        raise InvalidInput(
            N_("{name} has left, so there is no check-in to prepare for."), name=around.person.name
        )
    return _composed(store, around, today, say)


def _composed(store: Store, around: CheckInsAround, today: date, say: Saying) -> Letter:
    person_id, coming = around.person.id, coming_of(around, today)
    return compose(
        moments.day(coming) if coming else None,
        today,
        promises=checkins.promises(store, person_id),
        question=_question(store, person_id, today, coming),
        goals=_goals(store, person_id),
        checkin_id=coming.id if coming else None,
        say=say,
    )


def coming_of(around: CheckInsAround, today: date) -> CheckIn | None:
    """The check-in that is going on, else the next one planned; a missed one is not to come."""
    if around.going is not None:
        return around.going
    return next((one for one in around.planned if moments.day(one) >= today), None)


def _question(
    store: Store, person_id: int, today: date, coming: CheckIn | None
) -> AskedQuestion | None:
    """The question that the brief suggests, or the next one that can be put in writing."""
    bank = store.read(discovery_queries.bank_asked, person_id)
    known = store.read(discovery_queries.known, person_id)
    askable = {one.id for one in may_be_asked(bank)}
    skip = frozenset(one.id for one in bank if one.id not in askable)
    if coming is not None and coming.kind is CheckInKind.CAREER:
        return next(iter(suggested_for_career(bank, known, today, skip)), None)
    return suggested(bank, known, today, skip)


def _goals(store: Store, person_id: int) -> Sequence[PlanItem]:
    """The goals of the plan that were agreed on: a draft, or one added since, is not theirs yet."""
    plan = store.read(plan_queries.current, person_id)
    if plan is None or plan.state is PlanState.DRAFT:
        return ()
    goals, handed = store.read(plan_queries.items, plan.id), agreements.handed_goals(store, plan)
    return goals if handed is None else [goal for goal in goals if goal.uid in handed]


def last_sent(store: Store, person_id: int) -> HandedOver | None:
    """The letter that was marked as sent last, with its day and its check-in."""
    return handing_over.last(store, HandedOverKind.QUESTIONS, person_id)


def mark_sent(
    store: Store, person_id: int, asked: Letter, on: date, today: date, *, origin: object = None
) -> HandedOver:
    """Note that a letter was sent on a day; the same one twice on a day is noted once.

    Raises `InvalidInput` for a day to come.
    """
    check_happened(on, today)
    body = handing_over.body_of(asked)
    last = last_sent(store, person_id)
    if last and (last.handed_on, last.body) == (on, body):
        return last
    with store.edit(tr("Mark as sent"), origin=origin, person_id=person_id, place=PLACE) as tx:
        return handing_over.hand_over(
            tx, person_id, HandedOverKind.QUESTIONS, body, on, checkin_id=asked.checkin_id
        )


def preview(
    store: Store, person_id: int, pasted: str, today: date, *, say: Saying = ENGLISH
) -> Answer:
    """What was understood of a pasted answer; nothing is stored.

    It is read by the letter that was sent, or by what would be asked today if the answer quotes
    that. Raises `InvalidInput` for what is too long to be an answer.
    """
    check_size(pasted)
    around = store.read(check_ins_around.around, person_id)
    asked = _answered(store, around, pasted, today, say)
    found = read(pasted, asked, around.person, store.read(queries.others, person_id))
    return replace(found, rows=tuple(_known(store, around.person.id, found.rows)))


def _answered(
    store: Store, around: CheckInsAround, pasted: str, today: date, say: Saying
) -> Letter:
    """The letter that is answered: the one that was sent last, unless the text quotes another."""
    sent = last_sent(store, around.person.id)
    kept = letter_from(sent.body) if sent else None
    now = _composed(store, around, today, say)
    if sent is None or kept is None:
        return now
    theirs, todays = named_in(pasted, kept), named_in(pasted, now)
    if theirs != todays:
        return kept if theirs > todays else now
    still = around.last_on is None or sent.handed_on >= around.last_on
    return kept if still or sent.checkin_id == now.checkin_id else now


def _known(store: Store, person_id: int, rows: Sequence[Row]) -> list[Row]:
    """The rows, of which those that are there already are not taken again."""
    there = _there(store, person_id, rows)
    return [already(row) if _in_store(row, there) else row for row in rows]


@dataclass(frozen=True, slots=True)
class _There:
    """What came in before, or stands on the agenda, each without case and breaks."""

    points: frozenset[str]
    felt: frozenset[str]
    answers: frozenset[tuple[str, str]]
    open_promises: frozenset[str]


def _there(store: Store, person_id: int, rows: Sequence[Row]) -> _There:
    asked = {row.target.uid for row in rows if row.kind is RowKind.ANSWER and row.target}
    points = frozenset(map(caseless, store.read(queries.points, person_id)))
    return _There(
        points,
        points | frozenset(map(caseless, store.read(queries.felt, person_id))),
        frozenset(
            (uid, caseless(words))
            for uid, words in store.read(queries.answered, person_id, json.dumps(sorted(asked)))
        ) if asked else frozenset(),
        frozenset(one.uid for one in checkins.promises(store, person_id)),
    )  # fmt: skip


def _in_store(row: Row, there: _There) -> bool:
    uid = row.target.uid if row.target else ""
    if row.kind is RowKind.ANSWER:
        return (uid, caseless(row.text)) in there.answers
    if row.kind is RowKind.HOW:
        return caseless(row.text) in there.felt
    if row.kind is RowKind.PROMISE_DONE:
        return uid not in there.open_promises
    return all(caseless(piece) in there.points for piece in pieces(point_words(row)))


def take_in(
    store: Store,
    person_id: int,
    rows: Sequence[Row],
    on: date,
    today: date,
    *,
    origin: object = None,
) -> list[int]:
    """Store what is taken of an answer that came on a day, in one step; the ids of new points.

    Points come first on the agenda. A promise is kept on that day, or on the one it was asked for
    or made, where that is later. Raises `InvalidInput` for a day to come.
    """
    check_happened(on, today)
    wanted = [row for row in rows if row.taken]
    if not wanted:
        return []
    around = store.read(check_ins_around.around, person_id)
    with store.edit(tr("Import answer"), origin=origin, person_id=person_id, place=PLACE) as tx:
        return _Taking(tx, person_id, on, today, coming_of(around, today)).take(wanted)


class _Taking:
    """Puts the rows of an answer where they belong, within an edit."""

    def __init__(
        self, tx: Transaction, person_id: int, on: date, today: date, coming: CheckIn | None
    ) -> None:
        self.tx, self.person_id, self.on, self.today = tx, person_id, on, today
        self.coming = coming
        self.points: list[AgendaItem] = []

    def take(self, rows: Sequence[Row]) -> list[int]:
        felt = [row.text for row in rows if row.kind is RowKind.HOW]
        for row in rows:
            if row.kind is RowKind.PROMISE_DONE:
                self._keep_promise(row)
            elif row.kind is RowKind.ANSWER:
                self._answer(row)
            elif row.kind is not RowKind.HOW:
                self._point(point_words(row))
            elif felt:
                self._feel("\n".join(felt))
                felt = []
        return self._store_points()

    def _keep_promise(self, row: Row) -> None:
        found = self.tx.read(queries.promise, self.person_id, row.target.uid if row.target else "")
        if found is None or found.done_on is not None:
            self._point(point_words(row))
        else:
            done_on = min(max(self._known(found)), self.today)
            self.tx.change(Promise, found.id, done_on=done_on)

    def _known(self, promise: Promise) -> Iterator[date]:
        """Days on which a promise was known and still open: it was not kept before."""
        yield self.on
        if promise.made_in is not None:
            yield moments.day(self.tx.get(CheckIn, promise.made_in))
        sent = self.tx.read(handed_queries.last, HandedOverKind.QUESTIONS, self.person_id, None)
        asked = letter_from(sent.body) if sent else None
        if sent is not None and asked is not None and asked.names(promise.uid):
            yield sent.handed_on

    def _answer(self, row: Row) -> None:
        asked = self.tx.read(queries.question, row.target.uid if row.target else "")
        words = row.text if asked else point_words(row)
        self.tx.add(
            DiscoveryNote(
                person_id=self.person_id, question_id=asked.id if asked else None,
                asked_on=self.on, noted_on=self.today if self.today > self.on else None,
                private=asked is None or asked.lens is Lens.STAY, in_writing=True,
                their_words=clean_note(words),
            )
        )  # fmt: skip

    def _feel(self, words: str) -> None:
        """How they are belongs to the check-in to come; where there is no room, to the agenda.

        A career conversation asks for no temperature.
        """
        coming = self.coming
        if coming is None or coming.kind is CheckInKind.CAREER or coming.temperature_words.strip():
            self._point(words, private=True)
            return
        words = clean_note(words)
        self.tx.change(CheckIn, coming.id, temperature_words=words, in_writing=True)

    def _point(self, words: str, *, private: bool = False) -> None:
        for piece in pieces(words):
            self.points.append(
                AgendaItem(
                    person_id=self.person_id,
                    text=clean_line(piece, N_("agenda item"), MOST_OF_A_POINT),
                    owner=Owner.THEM, private=private, in_writing=True, noted_on=self.on,
                )
            )  # fmt: skip

    def _store_points(self) -> list[int]:
        first = self.tx.read(queries.first_rank, self.person_id)
        places = ranks.between(None, first, len(self.points)) or []
        return [
            self.tx.add(replace(point, rank=rank)).id
            for point, rank in zip(self.points, places, strict=True)
        ]

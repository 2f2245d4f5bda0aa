"""Discovery: questions asked, notes taken, and what drives a person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from careerdesk.data.changes import Whose
from careerdesk.data.queries import discovery as queries
from careerdesk.data.store import Store
from careerdesk.domain import ranks, suggestions
from careerdesk.domain.days import check_happened, noted_later
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.question_sets import START
from careerdesk.domain.questions import BANK, REPLACED
from careerdesk.domain.records import DiscoveryNote, Drive, Lens, Motivator, Question
from careerdesk.domain.suggestions import Known, of_set
from careerdesk.domain.text import clean_line, clean_note
from careerdesk.domain.views import AskedQuestion, MotivatorView, NoteView
from careerdesk.i18n import N_, Counting, tr, trn

__all__ = ["AskedQuestion", "MotivatorView", "NoteView"]

PLACE = "discovery"
_WORD = {Drive.VALUE: N_("value")}
_ADD = {
    Drive.DRIVES: Counting("Add motivator", "Add motivators"),
    Drive.DRAINS: Counting("Add energy drainer", "Add energy drainers"),
    Drive.VALUE: Counting("Add value", "Add values"),
}
_DELETE = {
    Drive.DRIVES: Counting("Delete motivator", "Delete motivators"),
    Drive.DRAINS: Counting("Delete energy drainer", "Delete energy drainers"),
    Drive.VALUE: Counting("Delete value", "Delete values"),
}


def ensure_bank(store: Store) -> None:
    """Put the built-in questions into the store that are missing there.

    Their words are those of their key, wherever they are shown: what a store says of one, in the
    words of the version that brought it, stays.

    One that takes the place of an earlier one retires it, whose answers stay.
    """
    known = {question.key: question for question in store.read(queries.bank) if question.key}
    missing = [question for question in _built_in() if question.key not in known]
    if not missing:
        return
    with store.edit(tr("Fill the question bank"), undoable=False) as tx:
        for question in missing:
            tx.add(question)
            before = known.get(REPLACED.get(question.key, ""))
            if before is not None:
                tx.change(Question, before.id, retired=True)


def _built_in() -> list[Question]:
    from careerdesk.domain.question_sets import SETS

    every = [("", entry) for entry in BANK]
    every += [(name, entry) for name, entries in SETS.items() for entry in entries]
    return [
        Question(key=key, lens=lens, text=text, question_set=name, rank=ranks.GAP * (index + 1))
        for index, (name, (key, lens, text)) in enumerate(every)
    ]


def every_question(store: Store, person_id: int) -> list[AskedQuestion]:
    """All questions with the day this person was asked last, retired ones too."""
    return store.read(queries.asked, person_id)


def questions(store: Store, person_id: int) -> list[AskedQuestion]:
    """The bank with the day this person was asked last; retired questions are left out."""
    return [one for one in every_question(store, person_id) if not one.question.retired]


def retired(store: Store, person_id: int) -> list[AskedQuestion]:
    """The questions that are not to be asked any more; what was answered to them stays."""
    return [one for one in every_question(store, person_id) if one.question.retired]


def known(store: Store, person_id: int) -> Known:
    """What there is of a person, as far as the choice of a question needs it."""
    return store.read(queries.known, person_id)


def retire(store: Store, question_id: int, *, retire: bool = True, origin: object = None) -> None:
    """Take a question out of the bank for everybody, or (*retire* false) put it back."""
    name = tr("Retire question") if retire else tr("Restore question")
    with store.edit(name, origin=origin, place=PLACE) as tx:
        tx.change(Question, question_id, retired=retire)


def session(
    store: Store, person_id: int, today: date, question_set: str = ""
) -> list[AskedQuestion]:
    """The questions of a sitting: a set in its order, or the bank, what tells most first.

    Of *Start here* those of today and one or two more, until all were asked.
    """
    asked = questions(store, person_id)
    if not question_set:
        return suggestions.in_order(asked, known(store, person_id), today)
    found = of_set(asked, question_set)
    start = suggestions.start_of(asked, today)
    if question_set != START or not start.left:
        return found
    return [one for one in found if one.last_asked == today or one in start.now]


def add_question(store: Store, lens: Lens, text: str, *, origin: object = None) -> Question:
    """Add an own question at the end of the bank."""
    return add_questions(store, lens, [text], origin=origin)[0]


def add_questions(
    store: Store, lens: Lens, texts: Sequence[str], *, origin: object = None
) -> list[Question]:
    """Add own questions at the end of the bank, in one step: all of them, or none."""
    cleaned = [clean_line(text, N_("question")) for text in texts]
    step = trn("Add question", "Add questions", len(cleaned))
    with store.edit(step, origin=origin, place=PLACE) as tx:
        rank = tx.read(queries.last_question_rank)
        added = []
        for text in cleaned:
            rank = ranks.at_end(rank)
            added.append(tx.add(Question(lens=lens, text=text, rank=rank)))
        return added


def reword(store: Store, question_id: int, text: str, *, origin: object = None) -> None:
    """Word an own question again; what was answered to it stays. Built-in ones are not changed."""
    text = clean_line(text, N_("question"))
    if store.get(Question, question_id).key:
        raise InvalidInput(
            N_(
                "This question comes with CareerDesk and can't be changed. Retire it and add your "
                "own."
            )
        )
    with store.edit(tr("Reword question"), origin=origin, place=PLACE) as tx:
        tx.change(Question, question_id, text=text)


def asking(store: Store, person_id: int, question_id: int | None, on: date) -> DiscoveryNote:
    """A note that is not stored yet, for an answer to come; one about staying is private."""
    private = question_id is not None and store.get(Question, question_id).lens is Lens.STAY
    return DiscoveryNote(
        person_id=person_id, question_id=question_id, asked_on=on, private=private
    )  # fmt: skip


def to_answer(store: Store, person_id: int, question_id: int | None, on: date) -> DiscoveryNote:
    """The note for an answer of that day: the one there is, an empty free one, or a new one.

    A new one is not stored before its first words.
    """
    for note in store.read(queries.asked_on, person_id, question_id, on):
        if question_id is not None or not (note.their_words or note.my_reading):
            return note
    return asking(store, person_id, question_id, on)


def notes(store: Store, person_id: int) -> list[NoteView]:
    """A person's notes, the newest first."""
    return store.read(queries.notes, person_id)


def note(store: Store, note_id: int) -> DiscoveryNote:
    """One note; raises `NotFound`."""
    return store.get(DiscoveryNote, note_id)


def answers(store: Store, person_id: int, question_id: int) -> list[DiscoveryNote]:
    """A person's answers to one question, the newest first."""
    return store.read(queries.answers, person_id, question_id)


def write_note(
    store: Store, note_id: int, *, origin: object = None, merge: str = "", **fields: object
) -> None:
    """Set fields of a note; typing into one field is one step."""
    texts = {key: clean_note(value) if isinstance(value, str) else value
             for key, value in fields.items()}  # fmt: skip
    key = merge or f"note-{note_id}-{'-'.join(fields)}"
    with store.edit(
        tr("Edit note"), origin=origin, merge=key, person_id=Whose.CHANGED, place=PLACE
    ) as tx:
        tx.change(DiscoveryNote, note_id, **texts)


def redate(store: Store, note_id: int, on: date, today: date, *, origin: object = None) -> None:
    """Say when a note was asked; raises `InvalidInput` for a day to come.

    The day on which it was noted stays.
    """
    note = store.get(DiscoveryNote, note_id)
    check_happened(on, today)
    noted = noted_later(note.noted_on, note.asked_on, on)
    with store.edit(tr("Edit note"), origin=origin, person_id=note.person_id, place=PLACE) as tx:
        tx.change(DiscoveryNote, note_id, asked_on=on, noted_on=noted)


def remove_note(store: Store, note_id: int, *, origin: object = None) -> None:
    """Delete a note."""
    person_id = store.get(DiscoveryNote, note_id).person_id
    with store.edit(tr("Delete note"), origin=origin, person_id=person_id, place=PLACE) as tx:
        tx.trash(DiscoveryNote, [note_id], person_id)


def set_note_motivators(
    store: Store, note_id: int, motivator_ids: Iterable[int], *, origin: object = None
) -> None:
    """Say which motivators a note shows: its evidence."""
    from careerdesk.domain.loop import NoteMotivator

    wanted = set(motivator_ids)
    person_id = store.get(DiscoveryNote, note_id).person_id
    with store.edit(tr("Edit note"), origin=origin, person_id=person_id, place=PLACE) as tx:
        known = tx.read(queries.shown, note_id)
        for motivator_id in sorted(known.keys() - wanted):
            tx.remove(NoteMotivator, known[motivator_id])
        for motivator_id in sorted(wanted - known.keys()):
            tx.add(NoteMotivator(note_id=note_id, motivator_id=motivator_id))


def motivators(store: Store, person_id: int) -> list[MotivatorView]:
    """What drives and drains a person now, and their values, in their order.

    What ended is not among them, see `services.motivators`; of what was struck nothing is left.
    """
    every = store.read(queries.motivators, person_id)
    return [view for view in every if view.motivator.until is None]


def add_motivator(
    store: Store,
    person_id: int,
    name: str,
    drive: Drive = Drive.DRIVES,
    *,
    origin: object = None,
) -> Motivator:
    """Add a motivator, a drainer or a value below the others: a guess until it is said."""
    return add_motivators(store, person_id, [name], drive, origin=origin)[0]


def add_motivators(
    store: Store,
    person_id: int,
    names: Sequence[str],
    drive: Drive = Drive.DRIVES,
    *,
    origin: object = None,
) -> list[Motivator]:
    """Add motivators (drainers, values) below the others, in one step: all of them, or none."""
    cleaned = [clean_line(name, _WORD.get(drive, N_("motivator"))) for name in names]
    step = _ADD[drive].in_words(len(cleaned))
    with store.edit(step, origin=origin, person_id=person_id, place=PLACE) as tx:
        order = tx.read(queries.motivator_order, person_id, drive)
        rank = order[-1][1] if order else None
        added = []
        for name in cleaned:
            rank = ranks.at_end(rank)
            added.append(tx.add(Motivator(person_id=person_id, name=name, drive=drive, rank=rank)))
        return added


def change_motivator(
    store: Store, motivator_id: int, *, origin: object = None, **fields: object
) -> None:
    """Rename a motivator, or put it on another list."""
    if "name" in fields:
        fields["name"] = clean_line(str(fields["name"]), N_("motivator"))
    with store.edit(
        tr("Edit motivator"), origin=origin, person_id=Whose.CHANGED, place=PLACE
    ) as tx:
        tx.change(Motivator, motivator_id, **fields)


def move_motivators(
    store: Store,
    ids: Sequence[int],
    before_id: int | None,
    drive: Drive | None = None,
    *,
    origin: object = None,
) -> None:
    """Rank motivators in front of another (None: last), in the list of *drive* if it is named."""
    if not ids:
        return
    first = store.get(Motivator, ids[0])
    wanted = drive or first.drive
    step = trn("Move motivator", "Move motivators", len(ids))
    with store.edit(step, origin=origin, person_id=first.person_id, place=PLACE) as tx:
        order = tx.read(queries.motivator_order, first.person_id, wanted)
        for key in ids:
            if tx.get(Motivator, key).drive is not wanted:
                tx.change(Motivator, key, drive=wanted)
        for key, rank in ranks.moved(order, ids, before_id).items():
            tx.change(Motivator, key, rank=rank)


def remove_motivators(store: Store, ids: Sequence[int], *, origin: object = None) -> None:
    """Delete motivators; the goals that fed them stay."""
    if not ids:
        return
    first = store.get(Motivator, ids[0])
    step = _DELETE[first.drive].in_words(len(ids))
    with store.edit(step, origin=origin, person_id=first.person_id, place=PLACE) as tx:
        tx.trash(Motivator, ids, first.person_id)

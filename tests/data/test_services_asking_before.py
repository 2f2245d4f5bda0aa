"""A letter before a check-in, and what came back in writing: taken in as one step or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from careerdesk.domain.asking_before import Asked, AskedKind, Letter, Target
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.pasted_answer import Row, RowKind, read
from careerdesk.domain.records import (
    CheckInKind,
    ItemState,
    Lens,
    Owner,
    Person,
    PersonStatus,
    PlanState,
    Promise,
    Question,
)
from careerdesk.services import (
    agreements,
    asking_before,
    checkins,
    discovery,
    people,
    plans,
    trash,
)
from careerdesk.services.store import Store
from tests import pasted
from tests.builders import NOW, TODAY, PersonBuilder, a_person, a_planned
from tests.counting import calls
from tests.pasted import ANSWERS, FIVE, shown
from tests.seeds import one_in
from tests.stores import BESIDE, blank_store, dump

DAY = timedelta(days=1)
WROTE = TODAY - DAY
THURSDAY = NOW + 2 * DAY


def mareike(store: Store) -> PersonBuilder:
    """Somebody with all that a letter may name, as `tests.pasted` names it."""
    discovery.ensure_bank(store)
    who = a_person(store, "Mareike Voss").with_points("Mine")
    for text in (pasted.DRAFT.text, pasted.VENUE.text):
        who.with_promise(text, owner=Owner.THEM)
    who.with_goals(pasted.NIGHTS.text, pasted.TEACH.text)
    agreements.agree(store, who.plan.id, TODAY, today=TODAY)
    a_planned(store, who.id, THURSDAY)
    return who


def as_asked(store: Store, who: PersonBuilder) -> Letter:
    """The letter of `tests.pasted`, as this person was asked it."""
    (bank,) = [one.question for one in discovery.questions(store, who.id)
               if one.question.text == pasted.QUESTION.text]  # fmt: skip
    uids = {one.text: one.uid for one in who.promises} | {one.title: one.uid for one in who.goals}
    uids[bank.text] = bank.uid
    questions = tuple(
        replace(one, targets=tuple(Target(uids[each.text], each.text) for each in one.targets))
        for one in pasted.LETTER.questions
    )
    check_in = checkins.next_planned(store, who.id, TODAY)
    assert check_in is not None
    return replace(pasted.LETTER, questions=questions, checkin_id=check_in.id)


@pytest.fixture
def who(store: Store) -> PersonBuilder:
    return mareike(store)


@pytest.fixture
def sent(store: Store, who: PersonBuilder) -> Letter:
    letter = as_asked(store, who)
    asking_before.mark_sent(store, who.id, letter, WROTE, TODAY)
    return letter


def preview(store: Store, who: PersonBuilder, text: str) -> list[Row]:
    return list(asking_before.preview(store, who.id, text, TODAY).rows)


def take_in(store: Store, who: PersonBuilder, text: str) -> list[int]:
    return asking_before.take_in(store, who.id, preview(store, who, text), WROTE, TODAY)


# What is asked


def test_a_letter_names_what_is_theirs_and_nothing_else(store: Store, who: PersonBuilder) -> None:
    who.with_promise("Mine to keep").with_promise("Kept", owner=Owner.THEM)
    checkins.tick_promise(store, who.promises[-1].id, TODAY)
    who.with_goals("Given up", "Reached", "Four days a week")
    agreements.agree(store, who.plan.id, TODAY, today=TODAY)
    *_, dropped, done, own = who.goals
    plans.set_state(store, [dropped.id], ItemState.DROPPED, TODAY)
    plans.set_state(store, [done.id], ItemState.DONE, TODAY)
    plans.change_item(store, own.id, today=TODAY, personal=True)
    letter = asking_before.letter(store, who.id, TODAY)
    asked = {one.kind: one.text for one in letter.questions}
    assert (
        letter.text
        == f"""If you like, spend two minutes on these questions before Thursday. Feel free to \
skip anything.

1. What would you like to talk about?

2. How are you?

3. What you said you'd do:
a) Send the draft to Kai
b) Book the venue

4. {asked[AskedKind.QUESTION]}

5. A few words about each of your goals:
a) Release without night shifts
b) Teach the new ones
c) Four days a week"""
    )
    check_in = checkins.next_planned(store, who.id, TODAY)
    assert check_in is not None
    assert (letter.checkin_id, letter.on) == (check_in.id, TODAY + 2 * DAY)


def test_what_there_is_nothing_of_is_left_out_and_the_numbers_close_up(store: Store) -> None:
    ana = a_person(store)
    assert asking_before.letter(store, ana.id, TODAY).text == (
        "If you like, spend two minutes on these questions before we meet. Feel free "
        "to skip anything.\n\n1. What would you like to talk about?\n\n2. How are you?"
    )
    ana.with_goals("Speak at a meetup")
    agreements.agree(store, ana.plan.id, TODAY, today=TODAY)
    assert asking_before.letter(store, ana.id, TODAY).text.endswith(
        "3. A few words about each of your goals:\na) Speak at a meetup"
    )


def test_a_goal_that_was_added_since_is_named_once_it_is_agreed_on(
    store: Store, who: PersonBuilder
) -> None:
    who.with_goals("Lead a project from end to end")
    assert who.goals[-1].title not in asking_before.letter(store, who.id, TODAY).text
    agreements.back_to_draft(store, who.plan.id)
    assert pasted.NIGHTS.text not in asking_before.letter(store, who.id, TODAY).text
    agreements.agree(store, who.plan.id, TODAY, today=TODAY)
    assert who.goals[-1].title in asking_before.letter(store, who.id, TODAY).text


def test_goals_nobody_agreed_on_are_not_named(store: Store) -> None:
    ana = a_person(store).with_goals("A guess of mine")
    assert ana.plan.state is PlanState.DRAFT
    assert "guess" not in asking_before.letter(store, ana.id, TODAY).text


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "before we meet today"), (1, "before we meet tomorrow"), (2, "before Thursday"),
        (6, "before Monday"), (7, "before Tuesday 24 November"), (-3, "before we meet"),
    ],
)  # fmt: skip
def test_it_says_the_day_of_the_check_in_to_come(store: Store, days: int, words: str) -> None:
    ana = a_person(store)
    a_planned(store, ana.id, NOW + days * DAY)
    letter = asking_before.letter(store, ana.id, TODAY)
    assert letter.opening == (
        f"If you like, spend two minutes on these questions {words}. Feel free to skip anything."
    )
    assert (letter.checkin_id is None) == (days < 0)


@pytest.mark.parametrize("kind", [CheckInKind.ONE_ON_ONE, CheckInKind.CAREER])
def test_staying_or_leaving_is_not_asked_in_writing(store: Store, kind: CheckInKind) -> None:
    stay = discovery.add_question(store, Lens.STAY, "What would make you leave?")
    ana = a_person(store)
    a_planned(store, ana.id, THURSDAY, kind)
    assert [one.kind for one in asking_before.letter(store, ana.id, TODAY).questions] == [
        AskedKind.POINTS, AskedKind.HOW,
    ]  # fmt: skip
    joy = discovery.add_question(store, Lens.JOY, "What was fun?")
    (*_, asked) = asking_before.letter(store, ana.id, TODAY).questions
    assert asked.targets == (Target(joy.uid, "What was fun?"),)
    assert stay.text not in asked.text


def test_nobody_is_asked_who_has_left_and_what_they_wrote_before_is_still_taken_in(
    store: Store, who: PersonBuilder, sent: Letter
) -> None:
    people.change(store, who.id, status=PersonStatus.LEFT)
    people.archive(store, who.id, TODAY)
    with pytest.raises(InvalidInput, match="Mareike Voss has left"):
        asking_before.letter(store, who.id, TODAY)
    assert len(take_in(store, who, FIVE)) > 1


def test_the_letter_is_kept_as_it_was_sent_and_once_a_day(store: Store, who: PersonBuilder) -> None:
    letter = asking_before.letter(store, who.id, TODAY)
    kept = asking_before.mark_sent(store, who.id, letter, TODAY, TODAY)
    assert asking_before.mark_sent(store, who.id, letter, TODAY, TODAY) == kept
    assert asking_before.last_sent(store, who.id) == kept
    assert (kept.handed_on, kept.checkin_id) == (TODAY, letter.checkin_id)
    with pytest.raises(InvalidInput, match="in the future"):
        asking_before.mark_sent(store, who.id, letter, TODAY + DAY, TODAY)


# What came back


def test_each_thing_goes_where_it_belongs_and_points_come_first(
    store: Store, who: PersonBuilder, sent: Letter
) -> None:
    new = take_in(store, who, FIVE)
    points = checkins.agenda(store, who.id)
    assert [point.text for point in points] == [
        "training budget", "Book the venue: next week", "Release without night shifts: on track",
        "Teach the new ones: slow", "Mine",
    ]  # fmt: skip
    theirs = points[:-1]
    assert [point.id for point in theirs] == new
    assert {(one.owner, one.in_writing, one.noted_on, one.private) for one in theirs} == {
        (Owner.THEM, True, WROTE, False)
    }
    check_in = checkins.get(store, sent.checkin_id or 0)
    assert (check_in.temperature_words, check_in.in_writing, check_in.said) == ("fine", True, None)
    draft, venue = (store.get(Promise, one.id) for one in who.promises)
    assert (draft.done_on, venue.done_on) == (WROTE, None)
    (note,) = [view.note for view in discovery.notes(store, who.id)]
    assert note.their_words == "on Tuesday"
    assert (note.asked_on, note.noted_on, note.in_writing, note.private) == (
        WROTE, TODAY, True, False,
    )  # fmt: skip
    asked = next(one for one in sent.questions if one.kind is AskedKind.QUESTION)
    assert store.get(Question, note.question_id or 0).uid == asked.targets[0].uid


@pytest.mark.parametrize("known", ["by the letter", "by the check-in"])
def test_no_promise_is_kept_before_it_was_known(
    store: Store, who: PersonBuilder, known: str
) -> None:
    draft, _ = who.promises
    if known == "by the letter":
        asking_before.mark_sent(store, who.id, as_asked(store, who), TODAY - 2 * DAY, TODAY)
    else:
        who.with_checkin(2)
        check_in = checkins.last_held(store, who.id)
        assert check_in is not None
        checkins.change_promise(store, draft.id, made_in=check_in.id)
    rows = preview(store, who, "3. a) done")
    asking_before.take_in(store, who.id, rows, TODAY - 5 * DAY, TODAY)
    assert store.get(Promise, draft.id).done_on == TODAY - 2 * DAY


def test_rows_that_are_left_out_stay_out_and_one_that_was_not_understood_can_be_a_point(
    store: Store, who: PersonBuilder, sent: Letter
) -> None:
    how, words = preview(store, who, "2. fine\n\n7. and Lyon")
    assert (words.kind, words.taken) == (RowKind.NOT_UNDERSTOOD, False)
    rows = [replace(how, taken=False), replace(words, taken=True)]
    asking_before.take_in(store, who.id, rows, TODAY, TODAY)
    assert [point.text for point in checkins.agenda(store, who.id)] == ["and Lyon", "Mine"]
    assert checkins.get(store, sent.checkin_id or 0).temperature_words == ""


@pytest.mark.parametrize("coming", ["missed", "has words", "career"])
def test_how_they_are_is_a_private_point_where_the_check_in_has_no_room(
    store: Store, coming: str
) -> None:
    ana = a_person(store)
    kind = CheckInKind.CAREER if coming == "career" else CheckInKind.ONE_ON_ONE
    a_planned(store, ana.id, NOW - 3 * DAY if coming == "missed" else THURSDAY, kind)
    if coming == "has words":
        check_in = checkins.planned(store, ana.id)[0]
        checkins.write(store, check_in.id, temperature_words="Looked tired")
    take_in(store, ana, "2. fine")
    (point,) = checkins.agenda(store, ana.id)
    assert (point.text, point.private, point.in_writing) == ("fine", True, True)
    assert {one.temperature_words for one in checkins.planned(store, ana.id)} <= {
        "", "Looked tired",
    }  # fmt: skip


def test_an_answer_on_staying_is_private_anyone_who_asked_it(
    store: Store, who: PersonBuilder
) -> None:
    stay = discovery.add_question(store, Lens.STAY, "What would make you leave?")
    target = Target(stay.uid, stay.text)
    letter = Letter("If you like", (Asked(1, AskedKind.QUESTION, stay.text, (target,)),))
    asking_before.mark_sent(store, who.id, letter, TODAY, TODAY)
    take_in(store, who, "1. More travel")
    (note,) = [view.note for view in discovery.notes(store, who.id)]
    assert (note.private, note.their_words) == (True, "More travel")


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, PersonBuilder]]:
    """Made once: each test leaves it as it was."""
    store = blank_store(tmp_path_factory.mktemp("asked") / "store.db")
    who = mareike(store)
    asking_before.mark_sent(store, who.id, as_asked(store, who), TODAY, TODAY)
    yield store, who
    store.close()


def test_every_answer_is_read_by_the_letter_that_was_sent_and_nothing_is_stored_by_looking(
    asked: tuple[Store, PersonBuilder],
) -> None:
    store, who = asked
    before, step = dump(store.path), store.undo_name
    for name, (text, wanted) in ANSWERS.items():
        assert [shown(row) for row in preview(store, who, text)] == wanted, name
    assert (dump(store.path), store.undo_name) == (before, step)


@pytest.mark.parametrize("name", one_in(2, ANSWERS))
def test_one_undo_takes_all_back_and_a_second_time_everything_is_there_already(
    asked: tuple[Store, PersonBuilder], name: str
) -> None:
    store, who = asked
    before, step = dump(store.path, without=BESIDE), store.undo_name
    rows = [replace(row, taken=True) for row in preview(store, who, ANSWERS[name][0])]
    asking_before.take_in(store, who.id, rows, WROTE, TODAY)
    again = preview(store, who, ANSWERS[name][0])
    assert len(again) == len(rows)
    assert all(row.already and not row.taken for row in again)
    assert asking_before.take_in(store, who.id, again, WROTE, TODAY) == []
    if rows:
        assert dump(store.path, without=BESIDE) != before
        store.undo()
    assert (dump(store.path, without=BESIDE), store.undo_name) == (before, step)


def test_an_answer_is_read_by_the_letter_it_quotes(store: Store, who: PersonBuilder) -> None:
    first = asking_before.letter(store, who.id, TODAY)
    asking_before.mark_sent(store, who.id, first, TODAY, TODAY)
    for promise in who.promises:
        checkins.tick_promise(store, promise.id, TODAY)
    now = asking_before.letter(store, who.id, TODAY)
    assert [one.kind for one in now.questions][2] is AskedKind.QUESTION
    (row,) = preview(store, who, "3. a) done")
    assert (row.kind, row.already) == (RowKind.PROMISE_DONE, True)
    quoted = "\n".join(f"> {line}" for line in now.text.splitlines())
    (row,) = preview(store, who, f"3. on Tuesday\n\n{quoted}")
    assert (row.kind, row.text) == (RowKind.ANSWER, "on Tuesday")


def test_a_letter_from_before_the_last_check_in_is_not_answered_any_more(
    store: Store, who: PersonBuilder
) -> None:
    letter = replace(as_asked(store, who), checkin_id=None)
    asking_before.mark_sent(store, who.id, letter, TODAY - 20 * DAY, TODAY)
    assert preview(store, who, "3. on Tuesday")[0].kind is RowKind.PROMISE_WORDS
    who.with_checkin(3)
    for promise in who.promises:
        checkins.tick_promise(store, promise.id, TODAY)
    (row,) = preview(store, who, "3. on Tuesday")
    assert row.kind is RowKind.ANSWER


def test_a_letter_outlives_the_check_in_it_was_sent_before(
    store: Store, who: PersonBuilder, sent: Letter
) -> None:
    checkins.tick_promise(store, who.promises[0].id, TODAY)
    before = dump(store.path)
    assert sent.checkin_id is not None
    checkins.remove(store, [sent.checkin_id])
    (row,) = preview(store, who, "3. a) done")
    assert (row.about, row.already) == (pasted.DRAFT.text, True)
    kept = asking_before.last_sent(store, who.id)
    assert kept is not None and kept.checkin_id is None
    trash.bring_back(store, [one.id for one in trash.things(store)])
    back = asking_before.last_sent(store, who.id)
    assert back is not None and back.checkin_id == sent.checkin_id
    store.undo()
    store.undo()
    assert dump(store.path) == before


def test_a_promise_that_was_deleted_since_is_named_in_a_point(
    store: Store, who: PersonBuilder, sent: Letter
) -> None:
    rows = preview(store, who, "3. a) done")
    checkins.remove_promises(store, [who.promises[0].id])
    asking_before.take_in(store, who.id, rows, TODAY, TODAY)
    assert checkins.agenda(store, who.id)[0].text == "Send the draft to Kai: done"


@pytest.mark.parametrize(
    "text",
    [
        "1. Lyon\n\nBest\nKehinde",
        "From: Kehinde Adeyemi <k@example.org>\nTo: Sam Boss\n\n1. Lyon",
        "[11.11.26, 17:20] Kehinde Adeyemi: 1. Lyon",
        "Kehinde Adeyemi 17:20\n1. Lyon",
    ],
)
def test_the_answer_of_somebody_else_is_said_and_can_still_be_taken(
    store: Store, who: PersonBuilder, sent: Letter, text: str
) -> None:
    a_person(store, "Kehinde Adeyemi")
    found = asking_before.preview(store, who.id, text, TODAY)
    assert str(found.warning) == (
        "This seems to be from Kehinde Adeyemi. Check that it's Mareike Voss's answer."
    )
    assert [shown(row) for row in found.rows] == ["point: Lyon"]


def test_questions_that_were_not_asked_are_said_and_fill_nothing(
    store: Store, who: PersonBuilder, sent: Letter
) -> None:
    text = "> 2. How are you?\nfine\n> 3. What you said you'd do:\n> a) Write to the fair\ndone"
    found = asking_before.preview(store, who.id, text, TODAY)
    assert str(found.warning) == (
        "This answer quotes questions you didn't ask Mareike Voss. Check who wrote it."
    )
    assert [shown(row) for row in found.rows] == [
        "how: fine", "off ? a) Write to the fair", "off ? done",
    ]  # fmt: skip


def test_older_mails_below_are_no_questions_of_others(
    store: Store, who: PersonBuilder, sent: Letter
) -> None:
    text = f"1. Lyon\n\n{pasted.QUOTED}\n> 2. fine\n>> 1) Bring the chart\n>> 2) Who is in?"
    found = asking_before.preview(store, who.id, text, TODAY)
    assert not found.warning
    assert [shown(row) for row in found.rows if row.taken] == ["point: Lyon"]


@pytest.mark.parametrize("signed", ["Mareike", "Mareike Voss", "Sam Boss", "M."])
def test_their_own_name_or_one_nobody_has_says_nothing(
    store: Store, who: PersonBuilder, sent: Letter, signed: str
) -> None:
    a_person(store, "Kehinde Adeyemi")
    a_person(store, "Mareike Lund")
    for text in (f"1. Lyon\n\nBest\n{signed}", f"From: {signed}\nTo: Kim\n\n1. Lyon"):
        assert not asking_before.preview(store, who.id, text, TODAY).warning


@pytest.mark.parametrize("text", ["1. x" * 2_500_000, "a\n" * 3_000], ids=["10 MB", "lines"])
def test_what_is_no_answer_is_refused_before_anything_is_done(
    store: Store, who: PersonBuilder, text: str
) -> None:
    def refused() -> None:
        with pytest.raises(InvalidInput, match="the limit for an answer is"):
            asking_before.preview(store, who.id, text, TODAY)

    assert calls(refused) < 1_000  # as many as the letters of a line, not of ten megabytes


def test_a_long_answer_costs_in_proportion(sent: Letter) -> None:
    person = Person(given_name="Mareike")
    line = "> 2. How are you?\nfine\n- a point, and 3. something\nOn 12 Nov 2026\n\n"
    few, many = (calls(partial(read, line * n, sent, person)) for n in (20, 80))
    assert many < 4.5 * few


def test_what_is_too_long_for_one_point_becomes_several(
    store: Store, who: PersonBuilder, sent: Letter
) -> None:
    words = " ".join(f"word{n}" for n in range(700))
    take_in(store, who, f"1. {words}\n2. fine")
    *theirs, _ = [point.text for point in checkins.agenda(store, who.id)]
    assert " ".join(theirs) == words
    assert max(map(len, theirs)) <= 2_000


def test_a_day_to_come_is_refused_and_nothing_taken_is_no_step(
    store: Store, who: PersonBuilder, sent: Letter
) -> None:
    rows, name = preview(store, who, FIVE), store.undo_name
    with pytest.raises(InvalidInput, match="in the future"):
        asking_before.take_in(store, who.id, rows, TODAY + DAY, TODAY)
    left = [replace(row, taken=False) for row in rows]
    assert asking_before.take_in(store, who.id, left, TODAY, TODAY) == []
    assert store.undo_name == name

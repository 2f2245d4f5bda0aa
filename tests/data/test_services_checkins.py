"""Check-ins: begun once, finished once, with what was open carried over."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from careerdesk.domain.cadence import next_check_in
from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.records import AgendaItem, CheckInKind, CheckInState, Owner
from careerdesk.services import checkins, people, planning, today
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, PersonBuilder, a_person, a_planned, tick_point
from tests.stores import dump

HOUR = timedelta(hours=1)


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    return a_person(store, "Ana")


def open_points(ana: PersonBuilder) -> list[tuple[str, int]]:
    """What is still to be talked about, and how often it was carried over."""
    agenda = checkins.agenda(ana.store, ana.id)
    return [(point.text, point.carried) for point in agenda if point.covered_on is None]


def point(ana: PersonBuilder, text: str) -> AgendaItem:
    return next(found for found in checkins.agenda(ana.store, ana.id) if found.text == text)


def test_a_second_start_goes_on_with_the_running_check_in(store: Store, ana: PersonBuilder) -> None:
    first = checkins.start(store, ana.id, NOW, CheckInKind.CAREER)
    again = checkins.start(store, ana.id, NOW + HOUR)
    assert again == first == checkins.running(store, ana.id)
    assert checkins.running(store, a_person(store, "Ben").id) is None


def test_a_check_in_planned_for_today_is_taken(store: Store, ana: PersonBuilder) -> None:
    a_planned(store, ana.id, NOW + HOUR, kind=CheckInKind.REVIEW)
    planned = checkins.next_planned(store, ana.id, TODAY)
    assert planned is not None
    check_in = checkins.start(store, ana.id, NOW)
    assert (check_in.id, check_in.kind) == (planned.id, CheckInKind.REVIEW)
    assert (check_in.starts_at, check_in.started_at) == (
        NOW + HOUR,
        NOW,
    )  # agreed, and begun earlier
    assert checkins.next_planned(store, ana.id, TODAY) is None


def test_a_check_in_planned_for_later_stays(store: Store, ana: PersonBuilder) -> None:
    later = NOW + timedelta(days=1)
    a_planned(store, ana.id, later)
    check_in = checkins.start(store, ana.id, NOW)
    planned = checkins.next_planned(store, ana.id, TODAY)
    assert planned is not None
    assert (planned.starts_at, planned.id != check_in.id) == (later, True)


def test_finishing_notes_the_minutes_and_plans_the_next(store: Store, ana: PersonBuilder) -> None:
    check_in = checkins.start(store, ana.id, NOW)
    checkins.finish(store, check_in.id, NOW + timedelta(minutes=42), NOW + timedelta(days=14))
    held = checkins.get(store, check_in.id)
    assert (held.state, held.minutes, held.forward_minutes) == (CheckInState.HELD, 42, None)
    assert checkins.running(store, ana.id) is None
    assert checkins.last_held(store, ana.id) == held
    planned = checkins.next_planned(store, ana.id, TODAY)
    assert planned is not None
    assert planned.starts_at == NOW + timedelta(days=14)


def test_finishing_twice_finishes_once(store: Store, ana: PersonBuilder) -> None:
    ana.with_points("Raise")
    checkins.add_agenda(store, ana.id, "Mood?", repeating=True)
    check_in = checkins.start(store, ana.id, NOW)
    tick_point(store, point(ana, "Mood?").id, TODAY, check_in.id)
    checkins.finish(store, check_in.id, NOW + HOUR)
    before = dump(store.path)
    checkins.finish(store, check_in.id, NOW + 2 * HOUR, NOW + timedelta(days=7))
    assert dump(store.path) == before


def test_finishing_twice_carries_over_once(store: Store, ana: PersonBuilder) -> None:
    ana.with_points("Raise").with_checkin(0)
    before = dump(store.path)
    checkins.finish(store, ana.check_ins[0].id, NOW + timedelta(days=1), NOW)
    assert dump(store.path) == before
    assert open_points(ana) == [("Raise", 1)]


def test_several_points_come_in_one_step_or_not_at_all(store: Store, ana: PersonBuilder) -> None:
    checkins.add_agenda_points(store, ana.id, ["Raise", " Move "])
    with pytest.raises(InvalidInput, match="The agenda item can't be blank"):
        checkins.add_agenda_points(store, ana.id, ["Third", ""])
    assert open_points(ana) == [("Raise", 0), ("Move", 0)]
    assert store.undo_name == "Add items"


def test_minutes_that_were_typed_are_kept(store: Store, ana: PersonBuilder) -> None:
    check_in = checkins.start(store, ana.id, NOW, CheckInKind.CAREER)
    checkins.write(store, check_in.id, minutes=10, forward_minutes=30)
    assert checkins.get(store, check_in.id).forward_minutes == 10
    checkins.finish(store, check_in.id, NOW + HOUR)
    held = checkins.get(store, check_in.id)
    assert (held.minutes, held.forward_minutes) == (10, 10)


def test_a_check_in_forgotten_over_night_is_not_twelve_hundred_minutes(
    store: Store, ana: PersonBuilder
) -> None:
    check_in = checkins.start(store, ana.id, NOW)
    checkins.finish(store, check_in.id, NOW + timedelta(days=3))
    assert checkins.get(store, check_in.id).minutes == 720


def test_open_points_are_carried_over_and_repeating_ones_come_back(
    store: Store, ana: PersonBuilder
) -> None:
    ana.with_points("Raise", "Move")
    checkins.add_agenda(store, ana.id, "Mood?", repeating=True, owner=Owner.THEM)
    check_in = checkins.start(store, ana.id, NOW)
    tick_point(store, point(ana, "Raise").id, TODAY, check_in.id)
    tick_point(store, point(ana, "Mood?").id, TODAY, check_in.id)
    assert len(checkins.agenda(store, ana.id)) == 3
    checkins.finish(store, check_in.id, NOW + HOUR)
    assert open_points(ana) == [("Move", 1), ("Mood?", 0)]
    assert point(ana, "Mood?").owner is Owner.THEM
    covered = [found.text for found in checkins.covered_in(store, check_in.id)]
    assert covered == ["Raise", "Mood?"]


def test_what_comes_up_every_time_does_so_also_where_it_was_ticked_before_the_check_in(
    store: Store, ana: PersonBuilder
) -> None:
    ana.with_points("Raise")
    every_time = checkins.add_agenda(store, ana.id, "Mood?", repeating=True)
    for key in (point(ana, "Raise").id, every_time.id):
        tick_point(store, key, TODAY, None)
    career = checkins.start(store, ana.id, NOW, CheckInKind.CAREER)
    checkins.finish(store, career.id, NOW + HOUR)
    assert open_points(ana) == []
    check_in = checkins.start(store, ana.id, NOW + 2 * HOUR)
    assert open_points(ana) == []
    checkins.finish(store, check_in.id, NOW + 3 * HOUR)
    assert open_points(ana) == [("Mood?", 0)]
    assert [found.text for found in checkins.covered_in(store, check_in.id)] == ["Mood?"]
    store.undo()
    assert open_points(ana) == []


def test_it_comes_back_once_although_the_check_in_it_was_ticked_in_is_deleted(
    store: Store, ana: PersonBuilder
) -> None:
    checkins.add_agenda(store, ana.id, "Mood?", repeating=True)
    first, second = NOW, NOW + timedelta(days=7)
    for at in (first, second):
        check_in = checkins.start(store, ana.id, at)
        tick_point(store, point(ana, "Mood?").id, at.date(), check_in.id)
        checkins.finish(store, check_in.id, at + HOUR)
        checkins.remove(store, [check_in.id])
        assert open_points(ana) == [("Mood?", 0)]


def test_what_comes_up_every_time_does_so_also_after_a_check_in_that_is_entered_later(
    store: Store, ana: PersonBuilder
) -> None:
    every_time = [
        checkins.add_agenda(store, ana.id, text, repeating=True) for text in ("Mood?", "Load?")
    ]
    ana.with_points("Raise")
    for item, days in zip(every_time, (4, 0), strict=True):
        tick_point(store, item.id, TODAY - timedelta(days), None)
    career = NOW - timedelta(2)
    planning.add_past(store, ana.id, career, NOW, kind=CheckInKind.CAREER)
    assert open_points(ana) == [("Raise", 0)]
    held = planning.add_past(store, ana.id, NOW - timedelta(1), NOW)
    assert open_points(ana) == [("Mood?", 0), ("Raise", 0)]  # the other is of the next one
    assert [found.text for found in checkins.covered_in(store, held.id)] == ["Mood?"]
    store.undo()
    assert open_points(ana) == [("Raise", 0)]


def test_a_check_in_of_long_ago_that_is_entered_leaves_the_agenda(
    store: Store, ana: PersonBuilder
) -> None:
    ana.with_checkin(3)
    every_time = checkins.add_agenda(store, ana.id, "Mood?", repeating=True)
    tick_point(store, every_time.id, TODAY, None)
    planning.add_past(store, ana.id, NOW - timedelta(20), NOW)
    assert open_points(ana) == []


def test_a_tick_can_be_taken_back(store: Store, ana: PersonBuilder) -> None:
    ana.with_points("Raise")
    check_in = checkins.start(store, ana.id, NOW)
    key = point(ana, "Raise").id
    tick_point(store, key, TODAY, check_in.id)
    tick_point(store, key, None, check_in.id)
    assert (point(ana, "Raise").covered_on, point(ana, "Raise").covered_in) == (None, None)


def test_what_was_talked_about_in_a_check_in_that_is_thrown_away_is_open_again(
    store: Store, ana: PersonBuilder
) -> None:
    ana.with_points("Raise", "Move")
    check_in = checkins.start(store, ana.id, NOW)
    tick_point(store, point(ana, "Raise").id, TODAY, check_in.id)
    checkins.remove(store, [check_in.id])
    assert open_points(ana) == [("Raise", 0), ("Move", 0)]
    store.undo()
    assert point(ana, "Raise").covered_in == check_in.id
    store.redo()
    assert open_points(ana) == [("Raise", 0), ("Move", 0)]


@pytest.mark.parametrize("state", [CheckInState.CANCELLED, CheckInState.SKIPPED])
def test_a_check_in_that_did_not_take_place_is_recorded_and_the_cadence_goes_on(
    store: Store, ana: PersonBuilder, state: CheckInState
) -> None:
    ana.with_checkin(20)
    due = next_check_in(ana.person, TODAY - timedelta(days=20), None, TODAY)
    check_in = checkins.start(store, ana.id, NOW - timedelta(days=3), CheckInKind.CAREER)
    checkins.write(store, check_in.id, forward_since=NOW, said=2)
    checkins.cancel(store, check_in.id, state)
    assert checkins.get(store, check_in.id).forward_since is None
    assert [row.state for row in checkins.history(store, ana.id)] == [state, CheckInState.HELD]
    last = checkins.last_held(store, ana.id)
    assert last is not None and last.id == ana.check_ins[0].id
    page = today.today(store, TODAY)
    assert [found.on for found in page.upcoming] == [due]
    assert people.rail(store, TODAY)[0].next_on == due
    assert checkins.temperatures(store, ana.id)[-1].said is None
    assert [found.person for found in page.missed] == []


def test_a_cancelled_check_in_gives_its_points_back(store: Store, ana: PersonBuilder) -> None:
    ana.with_points("Raise")
    check_in = checkins.start(store, ana.id, NOW)
    tick_point(store, point(ana, "Raise").id, TODAY, check_in.id)
    checkins.cancel(store, check_in.id)
    assert open_points(ana) == [("Raise", 0)]
    assert checkins.running(store, ana.id) is None
    (row,) = checkins.history(store, ana.id)
    assert row.state is CheckInState.CANCELLED


def test_deleting_a_check_in_leaves_promises_and_points(store: Store, ana: PersonBuilder) -> None:
    ana.with_points("Raise")
    check_in = checkins.start(store, ana.id, NOW)
    checkins.add_promise(store, ana.id, "Call", made_in=check_in.id)
    tick_point(store, point(ana, "Raise").id, TODAY, check_in.id)
    checkins.remove(store, [check_in.id])
    (promise,) = checkins.promises(store, ana.id)
    assert promise.made_in is None
    with pytest.raises(NotFound):
        checkins.get(store, check_in.id)


@pytest.mark.parametrize(
    "fields",
    [
        {"minutes": -1},
        {"minutes": 1441},
        {"forward_minutes": 1.5},
        {"said": 3},
        {"sensed": -3},
        {"shared_notes": "x" * 1_000_001},
    ],
)
def test_what_a_check_in_cannot_be_is_refused(
    store: Store, ana: PersonBuilder, fields: dict[str, object]
) -> None:
    check_in = checkins.start(store, ana.id, NOW)
    before = dump(store.path)
    with pytest.raises(InvalidInput):
        checkins.write(store, check_in.id, **fields)
    assert dump(store.path) == before


def test_a_check_in_keeps_what_is_written(store: Store, ana: PersonBuilder) -> None:
    check_in = checkins.start(store, ana.id, NOW).id
    checkins.write(store, check_in, shared_notes="a\n<b>", private_notes="b", said=-2, sensed=2)
    checkins.write(store, check_in, said=None, temperature_words="hm", minutes=0)
    found = checkins.get(store, check_in)
    assert (found.shared_notes, found.private_notes) == ("a\n<b>", "b")
    assert (found.said, found.sensed, found.temperature_words, found.minutes) == (None, 2, "hm", 0)


def test_the_history_is_read_page_by_page_without_gaps(store: Store, ana: PersonBuilder) -> None:
    for days in range(1, 26):
        ana.with_checkin(days // 2)
    a_planned(store, ana.id, NOW + HOUR)
    checkins.start(store, ana.id, NOW - HOUR)
    whole = [row.id for row in checkins.history(store, ana.id)]
    assert len(whole) == 25
    paged: list[int] = []
    before = None
    while page := checkins.history(store, ana.id, before=before, limit=4):
        paged += [row.id for row in page]
        before = checkins.next_page(page[-1])
    assert paged == whole
    starts = [checkins.get(store, key).starts_at for key in whole]
    assert starts == sorted(starts, reverse=True)


def test_a_row_of_the_history_tells_enough(store: Store, ana: PersonBuilder) -> None:
    ana.with_checkin(9, shared_notes="# Long\n" + "word " * 500, said=1, sensed=-1)
    ana.with_checkin(2, private_notes="psst")
    checkins.add_promise(store, ana.id, "Call", made_in=ana.check_ins[0].id)
    new, old = checkins.history(store, ana.id)
    assert (new.has_private, new.excerpt, new.promise_count) == (True, "", 0)
    assert (old.has_private, old.said, old.sensed, old.promise_count) == (False, 1, -1, 1)
    assert old.excerpt.startswith("Long: word word")
    assert len(old.excerpt) <= 200


def test_temperatures_are_read_oldest_first_on_the_managers_day(
    store: Store, ana: PersonBuilder
) -> None:
    """23:30 in UTC is the next day in Berlin, where the tests live."""
    for day in (1, 2, 3):
        late = datetime(2026, 6, day, 23, 30, tzinfo=UTC)
        check_in = checkins.start(store, ana.id, late)
        checkins.write(store, check_in.id, said=day - 2)
        checkins.finish(store, check_in.id, late)
    found = checkins.temperatures(store, ana.id, limit=2)
    assert [(each.on, each.said) for each in found] == [
        (date(2026, 6, 3), 0),
        (date(2026, 6, 4), 1),
    ]


def test_promises_come_mine_first_then_by_day(store: Store, ana: PersonBuilder) -> None:
    ana.with_promise("later", due_in=9).with_promise("soon", due_in=1).with_promise("some day")
    ana.with_promise("theirs", due_in=-9, owner=Owner.THEM).with_promise("kept").with_promise(
        "done"
    )
    checkins.tick_promise(store, ana.promises[4].id, TODAY - timedelta(days=3))
    checkins.tick_promise(store, ana.promises[5].id, TODAY)
    texts = [promise.text for promise in checkins.promises(store, ana.id)]
    assert texts == ["soon", "later", "some day", "theirs"]
    everything = [found.text for found in checkins.promises(store, ana.id, open_only=False)]
    assert everything == [*texts, "done", "kept"]
    checkins.tick_promise(store, ana.promises[5].id, None)
    assert "done" in [promise.text for promise in checkins.promises(store, ana.id)]


def test_promises_and_points_need_words(store: Store, ana: PersonBuilder) -> None:
    ana.with_promise("Call").with_points("Raise")
    for act in (
        lambda: checkins.add_promise(store, ana.id, " "),
        lambda: checkins.add_agenda(store, ana.id, "\n"),
        lambda: checkins.change_promise(store, ana.promises[0].id, text=""),
        lambda: checkins.change_agenda(store, point(ana, "Raise").id, text="x" * 2001),
    ):
        with pytest.raises(InvalidInput):
            act()
    assert [promise.text for promise in checkins.promises(store, ana.id)] == ["Call"]


def test_changing_and_deleting_promises_and_points(store: Store, ana: PersonBuilder) -> None:
    ana.with_promise("Call").with_points("Raise")
    promise = ana.promises[0].id
    checkins.change_promise(store, promise, text="Write", due_on=TODAY, owner=Owner.THEM)
    (found,) = checkins.promises(store, ana.id)
    assert (found.text, found.due_on, found.owner) == ("Write", TODAY, Owner.THEM)
    checkins.change_agenda(store, point(ana, "Raise").id, private=True, text="Pay")
    assert point(ana, "Pay").private
    checkins.remove_promises(store, [promise])
    checkins.remove_agenda(store, [point(ana, "Pay").id])
    assert (checkins.promises(store, ana.id), checkins.agenda(store, ana.id)) == ([], [])

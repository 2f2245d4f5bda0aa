"""What a hand may slip into about days: each is refused in one sentence, or means what it says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from careerdesk.domain import moments
from careerdesk.domain.cadence import next_check_in, overdue
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import CheckIn, Person, PersonStatus
from careerdesk.domain.repeats import MONDAY_TO_FRIDAY, WorkWeek
from careerdesk.services import checkins, leave, people, planning
from careerdesk.services.store import Store
from careerdesk.services.today import today
from tests.stores import dump

DAY, WEEK = timedelta(1), timedelta(weeks=1)


def at(year: int, month: int, day: int, hour: int = 10, zone: str = "Europe/Berlin") -> datetime:
    return datetime(year, month, day, hour, tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.fixture
def ana(store: Store) -> int:
    return people.add(store, "Ana Ruiz").id


def hold(store: Store, person_id: int) -> CheckIn:
    """Hold the next one at its hour; returns the one after it."""
    check_in = planning.planned(store, person_id)[0]
    checkins.start(store, person_id, check_in.starts_at, checkin_id=check_in.id)
    checkins.finish(store, check_in.id, check_in.starts_at + timedelta(minutes=30))
    return planning.planned(store, person_id)[0]


@pytest.mark.parametrize(
    ("first", "weeks", "then"),
    [
        pytest.param(at(2028, 1, 31), 4, [(2, 28), (3, 27)], id="31 January: no month is counted"),
        pytest.param(at(2028, 2, 29), 4, [(3, 28), (4, 25)], id="29 February"),
        pytest.param(at(2028, 2, 29), 52, [(2, 27), (2, 26)], id="29 February, once a year"),
        pytest.param(at(2028, 3, 19), 1, [(3, 26), (4, 2)], id="summer time begins"),
        pytest.param(at(2028, 10, 22), 1, [(10, 29), (11, 5)], id="summer time ends"),
        pytest.param(at(2028, 12, 25), 1, [(1, 1), (1, 8)], id="over the new year"),
    ],
)
def test_a_repeat_keeps_its_weekday_and_its_hour(
    store: Store, ana: int, first: datetime, weeks: int, then: list[tuple[int, int]]
) -> None:
    planning.plan_repeating(store, ana, first, weeks, "Europe/Berlin", first - DAY)
    found = [moments.local(hold(store, ana)) for _ in then]
    assert [(day.month, day.day) for day in found] == then
    weekday = moments.local_of(first, None).weekday()
    assert {(day.weekday(), day.hour) for day in found} == {(weekday, 10)}


@pytest.mark.parametrize(
    ("zone", "here"),
    [
        pytest.param("America/New_York", [15, 14, 15], id="theirs ends a week later"),
        pytest.param("Asia/Tokyo", [3, 2, 2], id="they have none"),
        pytest.param("", [10, 10, 10], id="here"),
        pytest.param("Europe/Nowhere", [10, 10, 10], id="a zone that is not known here"),
    ],
)
def test_the_hour_of_a_repeat_is_that_of_its_zone(
    store: Store, ana: int, zone: str, here: list[int]
) -> None:
    """A time on their wall, around the end of summer time here on 31 October 2027."""
    hour = 9 if zone == "America/New_York" else 10
    there = zone if zone in {"America/New_York", "Asia/Tokyo"} else "Europe/Berlin"
    first = at(2027, 10, 25, hour, there)
    planning.plan_repeating(store, ana, first, 1, zone, first - DAY)
    hours = [moments.local_of(first, None).hour]
    hours += [moments.local(hold(store, ana)).hour for _ in range(2)]
    assert hours == here


def test_a_time_that_the_clock_leaves_out_is_later_on_that_day(store: Store, ana: int) -> None:
    first = datetime(2027, 3, 21, 2, 30, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)
    planning.plan_repeating(store, ana, first, 1, "Europe/Berlin", first - DAY)
    skipped, after = moments.local(hold(store, ana)), moments.local(hold(store, ana))
    assert (skipped.day, skipped.hour, skipped.minute) == (28, 3, 30)
    assert (after.day, after.hour, after.minute) == (4, 2, 30)


def test_a_repeat_on_a_free_day_stands_there_with_the_days_around_it(
    store: Store, ana: int
) -> None:
    first, free = at(2027, 12, 17), date(2027, 12, 24)
    planning.plan_repeating(store, ana, first, 1, "", first - DAY)
    assert moments.day(hold(store, ana)) == free
    week = WorkWeek(MONDAY_TO_FRIDAY, frozenset({free}))
    found = today(store, free - 2 * DAY, week=week).next[0]
    assert found.free is not None
    assert (found.free.before, found.free.after) == (date(2027, 12, 23), date(2027, 12, 27))


def test_a_leave_that_moves_takes_the_next_of_a_repeat_along_only_when_it_is_written(
    store: Store, ana: int
) -> None:
    """What is planned stays where it is; what is written later keeps off the days of then."""
    first = at(2027, 6, 1)
    planning.plan_repeating(store, ana, first, 1, "", first - DAY)
    leave.begin(store, ana, date(2027, 6, 7), date(2027, 6, 20))
    assert moments.day(hold(store, ana)) == date(2027, 6, 22)
    leave.begin(store, ana, date(2027, 6, 14), date(2027, 6, 30))  # a week later after all
    planned = planning.planned(store, ana)[0]
    assert moments.day(planned) == date(2027, 6, 22)
    planning.skip(store, planned.id, at(2027, 6, 2))
    assert moments.day(planning.planned(store, ana)[0]) == date(2027, 7, 6)
    leave.back(store, ana, date(2027, 6, 25))
    assert [moments.day(one) for one in planning.planned(store, ana)] == [date(2027, 7, 6)]


NOW = at(2027, 6, 1)


Before, Slip = Callable[[Store, int], object], Callable[[Store, int, int], object]
REFUSED: dict[str, tuple[Before, Slip, str]] = {
    "a leave that ends before it starts": (
        lambda s, a: None,
        lambda s, a, c: leave.begin(s, a, date(2027, 7, 2), date(2027, 7, 1)),
        "The leave starts on 2027-07-02, so it can't end before then.",
    ),
    "a leave moved behind its end": (
        lambda s, a: leave.begin(s, a, date(2027, 7, 2), date(2027, 7, 9)),
        lambda s, a, c: leave.still_away(s, a, date(2027, 7, 1), NOW.date()),
        "The leave starts on 2027-07-02, so it can't end before then.",
    ),
    "planned for somebody archived": (
        lambda s, a: people.archive(s, a, NOW.date()),
        lambda s, a, c: planning.plan(s, a, NOW + DAY, NOW),
        "Ana is archived. Restore them first.",
    ),
    "a repeat for somebody archived": (
        lambda s, a: people.archive(s, a, NOW.date()),
        lambda s, a, c: planning.plan_repeating(s, a, NOW + DAY, 2, "", NOW),
        "Ana is archived. Restore them first.",
    ),
    "moved after somebody left": (
        lambda s, a: people.change(s, a, status=PersonStatus.LEFT),
        lambda s, a, c: planning.move(s, c, NOW + 9 * DAY, NOW),
        "Ana has left.",
    ),
    "moved into the past": (
        lambda s, a: None,
        lambda s, a, c: planning.move(s, c, NOW - DAY, NOW),
        "That time has passed.",
    ),
    "moved before the start": (
        lambda s, a: people.change(s, a, start_date=date(2027, 6, 20)),
        lambda s, a, c: planning.move(s, c, NOW + 3 * DAY, NOW),
        "2027-06-20",
    ),
    "moved into a leave": (
        lambda s, a: leave.begin(s, a, date(2027, 6, 3), date(2027, 6, 6)),
        lambda s, a, c: planning.move(s, c, NOW + 3 * DAY, NOW),
        "on leave until",
    ),
    "held before the start": (
        lambda s, a: people.change(s, a, start_date=date(2027, 5, 20)),
        lambda s, a, c: planning.add_past(s, a, at(2027, 5, 19), NOW),
        "2027-05-20",
    ),
    "held tomorrow": (
        lambda s, a: None,
        lambda s, a, c: planning.add_past(s, a, NOW + DAY, NOW),
        "in the future",
    ),
    "a cadence of 0": (
        lambda s, a: None,
        lambda s, a, c: people.change(s, a, cadence_days=0),
        "between 1 and 365",
    ),
    "a gap of 0": (
        lambda s, a: None,
        lambda s, a, c: people.change(s, a, longest_gap_days=0),
        "between 1 and 365",
    ),
    "a career conversation every 0 weeks": (
        lambda s, a: None,
        lambda s, a, c: people.change(s, a, career_weeks=0),
        "weeks between 1 and",
    ),
    "a repeat every 0 weeks": (
        lambda s, a: None,
        lambda s, a, c: planning.plan_repeating(s, a, NOW + DAY, 0, "", NOW),
        "weeks between 1 and",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_in_a_sentence_and_nothing_is_changed(
    store: Store, ana: int, case: str
) -> None:
    before, slip, words = REFUSED[case]
    planned = planning.plan(store, ana, NOW + 2 * DAY, NOW)
    before(store, ana)
    rows = dump(store.path)
    with pytest.raises(InvalidInput) as refused:
        slip(store, ana, planned.id)
    said = str(refused.value)
    assert words in said
    assert said.endswith(".")
    assert "\n" not in said
    assert dump(store.path) == rows


@pytest.mark.parametrize("cadence", [0, -3])
def test_a_cadence_of_no_days_in_an_old_store_is_one_of_a_day(cadence: int) -> None:
    person = Person(given_name="Ana", cadence_days=cadence, longest_gap_days=0, career_weeks=0)
    last = date(2027, 6, 1)
    assert next_check_in(person, last, None, last) == last + DAY
    assert [overdue(person, last, None, last + days * DAY) for days in (1, 2)] == [False, True]

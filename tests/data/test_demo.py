"""The made-up team: always the same, believable, and quickly there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from careerdesk.demo import FILE, throw_away_demo
from careerdesk.documents.export import plan_as
from careerdesk.domain.records import CheckInState, PersonStatus
from careerdesk.services import checkins, discovery, people, plans
from careerdesk.services.demo import fill
from careerdesk.services.exporting import plan_for_sharing
from careerdesk.services.store import Store
from tests.modes import is_private
from tests.stores import ask, blank_store

TODAY = date(2026, 11, 17)
WEEK = [TODAY + timedelta(days=n) for n in range(7)]
NEVER = r"\b(rating|calibration|salary|bonus|pay|raise|performance|lorem|todo)\b"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The demo of one day, only read."""
    store = blank_store(tmp_path_factory.mktemp("demo") / FILE)
    fill(store, TODAY)
    yield store
    store.close()


def everything(store: Store) -> list[tuple[object, ...]]:
    """All rows that somebody reads, without their ids."""
    found: list[tuple[object, ...]] = []
    for person in people.everyone(store):
        found.append(astuple(person))
        found += [astuple(note.note)[2:] for note in discovery.notes(store, person.id)]
        found += [astuple(row)[1:] for row in checkins.history(store, person.id, limit=500)]
        view = plans.active(store, person.id)
        if view:
            shared = plan_as(plan_for_sharing(store, view.plan.id), "json", TODAY)
            found.append(re.sub(rb'"uid": "\w+"', b"", shared))
    return found


def test_six_people_of_all_kinds(demo: Store) -> None:
    everyone = people.everyone(demo)
    names = [person.name for person in everyone]
    assert len(set(names)) == 6
    assert any(re.search("[Ѐ-ӿ]", name) for name in names)
    assert any(re.search("[Ͱ-Ͽ]", name) for name in names)
    assert any(re.search("[À-ž]", name) for name in names)
    assert max(map(len, names)) > 30
    assert [p.status for p in everyone].count(PersonStatus.ON_LEAVE) == 1
    empty = [
        p for p in everyone
        if not checkins.history(demo, p.id) and not discovery.notes(demo, p.id)
        and plans.active(demo, p.id) is None
    ]  # fmt: skip
    assert len(empty) == 1


def test_things_go_wrong_in_it_too(demo: Store) -> None:
    states = {row.state for p in people.everyone(demo) for row in checkins.history(demo, p.id)}
    assert {CheckInState.HELD, CheckInState.SKIPPED, CheckInState.CANCELLED} <= states
    goals = {state for (state,) in ask(demo.path, "SELECT state FROM plan_item")}
    assert goals == {"not_started", "on_track", "at_risk", "blocked", "done", "dropped"}
    late = ask(demo.path, f"SELECT id FROM promise WHERE done_on IS NULL AND due_on < '{TODAY}'")
    assert len(late) >= 3


def test_it_goes_back_two_years_and_ahead_a_week(demo: Store) -> None:
    days = days_of(ask(demo.path, "SELECT starts_at FROM check_in"))
    assert TODAY - timedelta(days=760) < min(days) < TODAY - timedelta(days=700)
    assert TODAY < max(days) <= TODAY + timedelta(days=7)


def days_of(rows: list[tuple[object, ...]]) -> list[date]:
    return [datetime.fromisoformat(str(text)).date() for (text,) in rows]


@pytest.mark.parametrize("today", WEEK, ids=lambda day: day.strftime("%a"))
def test_nobody_check_ins_at_a_weekend(tmp_path: Path, today: date) -> None:
    store = blank_store(tmp_path / FILE)
    fill(store, today)
    talked = ask(store.path, "SELECT starts_at FROM check_in")
    days = days_of(talked + ask(store.path, "SELECT asked_on FROM discovery_note"))
    store.close()
    assert len(days) > 100
    assert {day.weekday() for day in days} <= {0, 1, 2, 3, 4}


def test_the_same_day_gives_the_same_team(demo: Store, tmp_path: Path) -> None:
    again = blank_store(tmp_path / FILE)
    fill(again, TODAY)
    assert everything(again) == everything(demo)
    assert again.undo_name == ""
    again.close()


def test_it_speaks_of_no_review(demo: Store) -> None:
    text = " ".join(str(row) for row in everything(demo))
    assert not re.findall(NEVER, text, re.IGNORECASE)


def test_its_goals_are_outcomes_with_measures(demo: Store) -> None:
    views = [plans.active(demo, person.id) for person in people.everyone(demo)]
    items = [item for view in views if view for item in view.items]
    assert len(items) > 12
    assert sum(bool(item.key_results) for item in items) >= len(items) / 2


def test_of_its_check_ins_it_says_what_finish_asks_and_counts_no_minutes(demo: Store) -> None:
    held = "FROM check_in WHERE state = 'held'"
    assert ask(demo.path, f"SELECT count(*) {held} AND forward_minutes IS NOT NULL") == [(0,)]
    said = ask(demo.path, f"SELECT DISTINCT looked_ahead {held} ORDER BY looked_ahead")
    assert said == [("little",), ("mostly",), ("no",)]


def test_the_folder_of_a_demo_is_private_and_gone_afterwards() -> None:
    with throw_away_demo() as folder:
        assert is_private(folder)
        assert is_private(folder / FILE)
    assert not folder.exists()
    with pytest.raises(KeyboardInterrupt), throw_away_demo() as folder:
        raise KeyboardInterrupt
    assert not folder.exists()


def test_the_demo_has_no_past_that_nobody_wrote(demo: Store) -> None:
    assert ask(demo.path, "SELECT count(*) FROM plan_snapshot") == [(0,)]
    assert ask(demo.path, "SELECT count(*) FROM text_version") == [(0,)]

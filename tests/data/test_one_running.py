"""One check-in is going on with a person at a time, wherever a second one would come from."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import CheckInState
from careerdesk.services import checkins, people, trash
from careerdesk.services.backups import copy_out
from careerdesk.services.restoring_person import restore_person
from careerdesk.services.store import Store
from tests.builders import NOW, PersonBuilder, a_person
from tests.stores import ask, dump

IN_PROGRESS = "A check-in with Ana is already in progress. Finish it first"


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    return a_person(store, "Ana")


def going_on(ana: PersonBuilder) -> list[int]:
    sql = f"SELECT id FROM check_in WHERE state = 'running' AND person_id = {ana.id}"
    return [row[0] for row in ask(ana.store.path, sql)]


def started(ana: PersonBuilder) -> int:
    return checkins.start(ana.store, ana.id, NOW).id


def deleted(ana: PersonBuilder, key: int) -> int:
    """Put a check-in into the trash; its number there."""
    checkins.remove(ana.store, [key])
    return trash.things(ana.store)[0].id


def test_one_from_the_trash_comes_back_once_the_other_is_finished(ana: PersonBuilder) -> None:
    store, first = ana.store, started(ana)
    kept = deleted(ana, first)
    second = started(ana)
    before = dump(store.path)
    with pytest.raises(InvalidInput, match=f"{IN_PROGRESS}, then restore this one"):
        trash.bring_back(store, [kept])
    assert dump(store.path) == before
    checkins.finish(store, second, NOW + timedelta(minutes=20))
    trash.bring_back(store, [kept])
    assert going_on(ana) == [first]


def test_of_two_in_the_trash_one_comes_back(ana: PersonBuilder) -> None:
    kept = [deleted(ana, started(ana)) for _ in range(2)]
    before = dump(ana.store.path)
    with pytest.raises(InvalidInput, match=IN_PROGRESS):
        trash.bring_back(ana.store, kept)
    assert dump(ana.store.path) == before


def test_one_that_is_over_comes_back_beside_it(ana: PersonBuilder) -> None:
    held = started(ana)
    checkins.finish(ana.store, held, NOW + timedelta(minutes=20))
    kept = deleted(ana, held)
    second = started(ana)
    trash.bring_back(ana.store, [kept])
    assert going_on(ana) == [second]
    assert checkins.get(ana.store, held).state is CheckInState.HELD


def test_undo_and_redo_of_all_that_leave_one(ana: PersonBuilder) -> None:
    store, first = ana.store, started(ana)
    checkins.remove(store, [first])
    second = started(ana)
    for going in ([], [first]):
        store.undo()
        assert going_on(ana) == going
    for going in ([], [second]):
        store.redo()
        assert going_on(ana) == going


def test_a_person_out_of_the_trash_has_the_one_they_had(ana: PersonBuilder) -> None:
    kept = deleted(ana, started(ana))
    second = started(ana)
    people.remove(ana.store, ana.id)
    gone = trash.things(ana.store)[0].id
    with pytest.raises(InvalidInput, match=IN_PROGRESS):
        trash.bring_back(ana.store, [gone, kept])
    trash.bring_back(ana.store, [gone])
    assert going_on(ana) == [second]


def test_a_person_out_of_a_backup_has_the_one_of_that_day(
    ana: PersonBuilder, tmp_path: Path
) -> None:
    store, then = ana.store, tmp_path / "then.db"
    first = started(ana)
    copy_out(store, then)
    kept = deleted(ana, first)
    started(ana)
    restore_person(store, then, ana.person.uid)
    assert going_on(ana) == [first]
    with pytest.raises(InvalidInput, match="already"):
        trash.bring_back(store, [kept])
    assert going_on(ana) == [first]

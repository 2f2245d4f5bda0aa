"""Backups: whole or not there, the right ones stay, and restoring gives back what they say."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.data.changes import Changes
from careerdesk.data.store import Store
from careerdesk.domain.backups import DAILY, LAST, MONTHLY, WEEKLY, Backup, Why, kept
from careerdesk.domain.errors import StoreError
from careerdesk.domain.parts import COPYING, through
from careerdesk.services import backups, checkins, demo, discovery, importing, people, striking
from tests.modes import is_private
from tests.stores import ask, blank_file, blank_store, dump

NOON = datetime(2026, 11, 17, 12, tzinfo=UTC)
BESIDE = frozenset({"draft"})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = blank_store(tmp_path / "store.db")
    people.add(store, "Ana Ruiz")
    yield store
    store.close()


def test_a_backup_is_a_whole_store_and_says_what_it_holds_without_a_word_of_it(
    store: Store,
) -> None:
    people.add(store, "Zephyrine Quist")
    made = backups.make(store, backups.Why.ASKED)
    assert [one.sequence for one in backups.every(store.path)] == [1]
    assert (made.good, made.why, made.counts["person"]) == (True, Why.ASKED, 2)
    assert backups.verify(made)
    assert dump(made.path) == dump(store.path)
    assert ask(made.path, "PRAGMA integrity_check") == [("ok",)]
    manifest = made.path.with_suffix(".json")
    assert b"Zephyrine" not in manifest.read_bytes()
    for file in (made.path, manifest, made.path.parent):
        assert is_private(file)
    assert sorted(one.name for one in made.path.parent.iterdir()) == [
        "backup-000001.db", "backup-000001.json",
    ]  # fmt: skip


def test_what_is_edited_while_it_is_made_is_not_in_it_and_does_not_wait(store: Store) -> None:
    checkins_before = dump(store.path)
    added = []

    def edit(_done: int, _of: int) -> bool:
        if not added:
            added.append(people.add(store, "Ben Okoro").id)
        return True

    made = backups.make(store, Why.DAILY, edit)
    assert added
    assert dump(made.path) == checkins_before
    assert dump(store.path) != checkins_before
    assert backups.verify(made)


def test_one_that_is_stopped_leaves_nothing(store: Store) -> None:
    first = backups.make(store, Why.DAILY)
    with pytest.raises(backups.Stopped):
        backups.make(store, Why.DAILY, lambda _done, _of: False)
    assert backups.every(store.path) == [first]
    assert len(list(first.path.parent.iterdir())) == 2


@pytest.mark.parametrize("what", ["cut", "changed", "empty", "gone", "manifest", "forged"])
def test_f32_one_that_is_not_what_it_was_is_known_and_skipped(store: Store, what: str) -> None:
    good = backups.make(store, Why.DAILY)
    people.add(store, "Ben Okoro")
    bad = backups.make(store, Why.DAILY)
    manifest = bad.path.with_suffix(".json")
    content = bad.path.read_bytes()
    if what == "cut":
        os.truncate(bad.path, len(content) // 2)
    elif what == "changed":
        place = content.index(b"Okoro")
        bad.path.write_bytes(content[:place] + b"Xkoro" + content[place + 5 :])
    elif what == "empty":
        os.truncate(bad.path, 0)
    elif what == "gone":
        bad.path.unlink()
    elif what == "manifest":
        manifest.unlink()
    else:
        manifest.write_text('{"format": 1, "made_at": [], "why": {}, "counts": 7}')
    assert backups.newest_good(store.path) == good
    after = backups.make(store, Why.DAILY)
    assert after.sequence > bad.sequence - (what == "gone")
    assert backups.newest_good(store.path) == after


def test_a_damaged_store_takes_the_place_of_no_good_backup(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    for number in range(300):
        people.add(store, f"Person {number}")
    good = backups.make(store, Why.DAILY)
    store.close()
    with store.path.open("r+b") as file:
        file.seek(8 * 4096)
        file.write(os.urandom(4096 * 3))
    with pytest.raises(StoreError, match="damaged"):
        backups.make_of(store.path, Why.DAILY, NOON)
    assert [one.sequence for one in backups.every(store.path)] == [good.sequence]
    aside = backups.restore_closed(store.path, good.path)
    assert aside is not None
    assert aside.name == "store-damaged.db"
    assert dump(store.path) == dump(good.path)
    again = Store(store.path)
    assert len(people.everyone(again)) == 300
    again.close()


def test_f32_a_folder_that_takes_none_is_said_in_one_sentence(store: Store) -> None:
    backups.folder_of(store.path).write_text("a file in the way")
    with pytest.raises(StoreError, match="Could not back up to"):
        backups.make(store, Why.DAILY)


def backup(sequence: int, day: date | None, why: Why = Why.DAILY, *, good: bool = True) -> Backup:
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC) if day else None
    return Backup(
        sequence=sequence, path=Path(f"{sequence}"), made_at=at, why=why, counts={}, good=good
    )


def test_the_last_ones_and_those_of_days_weeks_and_months_stay() -> None:
    first = date(2025, 1, 1)
    all_of = [backup(number, first + timedelta(days=number)) for number in range(1, 701)]
    stay = kept(all_of)
    newest = [one for one in all_of if one.sequence in stay]
    assert {700 - number for number in range(LAST)} <= stay
    months = {(one.day.year, one.day.month) for one in newest if one.day}
    assert len(months) >= MONTHLY
    assert len(stay) <= LAST + DAILY + WEEKLY + MONTHLY


@given(
    st.lists(
        st.tuples(
            st.dates(date(1970, 1, 2), date(2100, 1, 1)) | st.none(),
            st.sampled_from(Why),
            st.booleans(),
        ),
        max_size=60,
    )
)
def test_f39_whatever_the_clock_says_the_last_good_ones_stay(
    made: list[tuple[date | None, Why, bool]],
) -> None:
    all_of = [backup(n, day, why, good=good) for n, (day, why, good) in enumerate(made, 1)]
    stay = kept(all_of)
    good = [one.sequence for one in all_of if one.good]
    assert set(good[-LAST:]) <= stay
    for why in (Why.UPDATE, Why.IMPORT, Why.RESTORE):
        assert {one.sequence for one in all_of if one.good and one.why is why} & set(
            [one.sequence for one in all_of if one.good and one.why is why][-3:]
        ) <= stay
    assert len(stay) <= 2 * LAST + DAILY + WEEKLY + MONTHLY + 3 * 9
    assert kept([one for one in all_of if one.sequence in stay]) == stay  # nothing more goes


def test_of_what_nothing_can_be_read_nothing_goes(store: Store) -> None:
    first = [backups.make(store, Why.DAILY) for _ in range(3)]
    first[0].path.with_suffix(".json").unlink()  # by a user who tidies up
    manifest = first[1].path.with_suffix(".json")
    manifest.unlink()
    manifest.mkdir()  # cannot be read, as where a sync client has not brought it yet
    for _ in range(LAST + 1):
        backups.make(store, Why.DAILY)
    assert [one.path.exists() for one in first] == [True, True, False]


def test_a_store_whose_backups_lost_their_manifests_is_restored_all_the_same(
    store: Store,
) -> None:
    whole, bad = backups.make(store, Why.DAILY), backups.make(store, Why.DAILY)
    bad.path.write_bytes(bad.path.read_bytes()[:9000])
    for one in (whole, bad):
        one.path.with_suffix(".json").unlink()
    assert backups.may_be_restored(store.path)
    newest = backups.newest_good(store.path)
    assert newest is not None
    assert newest.sequence == whole.sequence
    assert newest.counts["person"] == 1


def test_what_was_here_before_a_day_of_restores_stays(store: Store, tmp_path: Path) -> None:
    older = tmp_path / "older.db"
    backups.copy_out(store, older)
    people.add(store, "Only here")
    for _ in range(2 * LAST):  # as by somebody who looks for a note in one after the other
        backups.restore(store, older)
    held = [dict(backups.contents(one.path).people) for one in backups.every(store.path)]
    assert any("Only here" in names.values() for names in held)


def test_a_store_takes_no_backup_of_another_one_away(tmp_path: Path) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    paths = [tmp_path / folder / "careerdesk.db" for folder in ("one", "other")]
    for path, name, times in zip(paths, ("Ana Ruiz", "Ben Okoro"), (1, LAST + 1), strict=True):
        path.parent.mkdir()
        store = Store(path)
        for _ in range(times):
            people.add(store, name)
            backups.make(store, Why.DAILY)
            backups.copy_to_second(path, second)
        store.close()
    oldest = backups.every(second / "careerdesk.db")[-1]
    assert [name for _uid, name in backups.contents(oldest.path).people] == ["Ana Ruiz"]


def test_a_store_with_another_ending_has_backups_of_its_own(tmp_path: Path) -> None:
    store, other = blank_store(tmp_path / "team.db"), blank_store(tmp_path / "team.sqlite")
    backups.make(store, Why.DAILY)
    assert backups.newest_good(other.path) is None
    assert backups.is_due(other.path, NOON)
    store.close()
    other.close()


def test_the_day_has_its_backup_once_and_a_clock_set_back_makes_one_too(tmp_path: Path) -> None:
    now = [NOON]
    store = Store(blank_file(tmp_path / "store.db"), now=lambda: now[0])
    assert backups.is_due(store.path, now[0])
    backups.make(store, Why.DAILY)
    assert not backups.is_due(store.path, now[0] + timedelta(hours=3))
    assert backups.is_due(store.path, now[0] + timedelta(days=1))
    assert backups.is_due(store.path, now[0] - timedelta(days=400))
    store.close()


def test_restoring_gives_what_the_backup_says_and_keeps_what_was(store: Store) -> None:
    demo.fill(store, date(2026, 11, 17))
    then = dump(store.path, without=BESIDE)
    taken = backups.make(store, Why.DAILY)
    ana = people.everyone(store)[0]
    checkins.add_agenda(store, ana.id, "A new point")
    people.add(store, "Ben Okoro")
    now = dump(store.path, without=BESIDE)
    heard: list[Changes] = []
    store.subscribe(heard.append)
    before = backups.restore(store, taken.path)
    assert dump(store.path, without=BESIDE) == then
    assert dump(before.path, without=BESIDE) == now
    assert (before.why, store.undo_name) == (Why.RESTORE, "")
    assert [changes.unsure for changes in heard] == [True]
    people.add(store, "Cleo Marsh")  # it goes on as ever
    store.undo()
    assert dump(store.path, without=BESIDE) == then
    backups.restore(store, before.path)
    assert dump(store.path, without=BESIDE) == now


def test_what_was_struck_since_the_backup_stays_struck(store: Store) -> None:
    ana = people.everyone(store)[0]
    one = discovery.add_motivator(store, ana.id, "Nights on the zeppelin")
    taken = backups.make(store, Why.DAILY)
    striking.strike_motivator(store, one.id, date(2026, 11, 17))
    backups.restore(store, taken.path)
    assert not any("zeppelin" in row for row in dump(store.path))
    assert b"zeppelin" not in store.path.read_bytes()


def test_an_import_is_preceded_by_a_backup_or_nothing_comes_in(
    store: Store, tmp_path: Path
) -> None:
    table = tmp_path / "team.csv"
    table.write_text("Name,ID\nBen Okoro,2\nCleo Marsh,3\n")
    before = dump(store.path)
    roster = importing.read_roster(table)
    importing.apply(store, importing.preview(store, roster), [])
    assert backups.every(store.path) == []  # nothing was chosen
    importing.apply(store, importing.preview(store, roster))
    (made,) = backups.every(store.path)
    assert made.why is Why.IMPORT
    assert dump(made.path) == before
    assert len(people.everyone(store)) == 3
    shutil.rmtree(made.path.parent)
    made.path.parent.write_text("a file in the way")
    table.write_text("Name,ID\nDee Lund,4\n")
    roster = importing.read_roster(table)
    with pytest.raises(StoreError, match="Could not back up to"):
        importing.apply(store, importing.preview(store, roster))
    assert len(people.everyone(store)) == 3


def test_a_large_store_is_backed_up_in_parts_and_not_at_all_where_they_are_closed(
    tmp_path: Path,
) -> None:
    path = blank_file(tmp_path / "store.db")
    ask(path, "CREATE TABLE padding AS SELECT randomblob(30000000) AS noise")
    store = Store(path)
    parts = backups.making(store, Why.IMPORT)
    assert next(parts).doing == COPYING
    people.add(store, "Ben Okoro")  # nobody has to wait for it
    parts.close()
    assert list(backups.folder_of(path).iterdir()) == []
    made = through(backups.making(store, Why.IMPORT))
    assert backups.verify(made)
    assert dump(made.path) == dump(path)
    store.close()


def test_what_differs_is_told_for_each_person(store: Store) -> None:
    ana = people.everyone(store)[0]
    gone = people.add(store, "Ben Okoro")
    point = checkins.add_agenda(store, ana.id, "What went well?")
    taken = backups.make(store, Why.DAILY)
    assert backups.differences(store, taken.path).are_none
    people.remove(store, gone.id)
    new = people.add(store, "Cleo Marsh")
    checkins.change_agenda(store, point.id, text="What went really well?")
    checkins.add_agenda(store, ana.id, "And what did not?")
    found = backups.differences(store, taken.path)
    assert [(one.name, one.only_there) for one in found.only_there] == [("Ben Okoro", 1)]
    assert [(one.uid, one.only_here) for one in found.only_here] == [(new.uid, 1)]
    assert [(one.name, one.only_there, one.only_here, one.changed) for one in found.changed] == [
        ("Ana Ruiz", 0, 1, 1)
    ]
    held = backups.contents(taken.path)
    assert [name for _uid, name in held.people] == ["Ana Ruiz", "Ben Okoro"]
    assert held.counts["agenda_item"] == 1


def test_a_second_place_gets_the_newest_once_and_its_absence_is_said(
    store: Store, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    backups.make(store, Why.DAILY)
    with pytest.raises(StoreError, match="Connect it"):
        backups.copy_to_second(store.path, stick)
    stick.mkdir()
    backups.copy_to_second(store.path, stick)
    backups.copy_to_second(store.path, stick)
    people.add(store, "Ben Okoro")
    newest = backups.make(store, Why.DAILY)
    backups.copy_to_second(store.path, stick)
    copies = sorted((stick / "store-backups").glob("*.db"))
    assert [one.name for one in copies] == ["backup-000001.db", "backup-000002.db"]
    assert copies[-1].read_bytes() == newest.path.read_bytes()


def test_a_copy_goes_out_whole_or_the_older_one_stays(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    backups.copy_out(store, target)
    assert dump(target) == dump(store.path)
    assert is_private(target)
    before = target.read_bytes()
    people.add(store, "Ben Okoro")
    with suppress(backups.Stopped):
        backups.copy_out(store, target, lambda _done, _of: False)
    assert target.read_bytes() == before
    with pytest.raises(StoreError, match="Choose another location"):
        backups.copy_out(store, tmp_path / "no such folder" / "copy.db")


def test_a_store_that_is_gone_comes_back_from_its_backup(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    people.add(store, "Ana Ruiz")
    taken = backups.make(store, Why.DAILY)
    whole = dump(store.path)
    store.close()
    store.path.unlink()
    assert backups.restore_closed(store.path, taken.path) is None
    assert dump(store.path) == whole


def test_behind_a_link_the_file_it_leads_to_is_restored(tmp_path: Path) -> None:
    there = tmp_path / "synced" / "store.db"
    store = blank_store(there)
    people.add(store, "Ana Ruiz")
    copy = tmp_path / "copy.db"
    backups.copy_out(store, copy)
    store.close()
    link = tmp_path / "store.db"
    link.symlink_to(there)
    there.write_bytes(b"\xa5" * 9000)
    assert backups.restore_closed(link, copy) == there.with_name("store-damaged.db")
    there.unlink()
    assert backups.restore_closed(link, copy) is None
    assert link.is_symlink()
    assert dump(there) == dump(copy)


def test_copies_with_two_names_count_once_in_the_order_of_their_numbers(store: Store) -> None:
    made = backups.make(store, Why.DAILY)
    later = made.path.with_name("backup-000009.db")
    shutil.copy(made.path, later)  # as a user may do by hand
    assert [one.sequence for one in backups.every(store.path)] == [9, 1]
    assert [one.good for one in backups.every(store.path)] == [False, True]
    assert backups.make(store, Why.DAILY).sequence == 10
    assert replace(made, good=False) != made

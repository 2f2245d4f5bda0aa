"""What a person read of their review stays as it was; a correction is another sheet beside it."""

from __future__ import annotations

import gzip
import hashlib
import json
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import PlanItem
from careerdesk.domain.reviews.records import Crossing, Way
from careerdesk.domain.reviews.sheet import ShareSheet
from careerdesk.domain.reviews.stages import Stage
from careerdesk.services import discovery, people, roles, striking, trash
from careerdesk.services.checking import check_store
from careerdesk.services.reviews import bridges, cycles, reviews, sheet, steps
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, a_person
from tests.review_builders import ReviewBuilder, a_cycle
from tests.stores import ask, blank_store, dump

OLDER = Path(__file__).parent / "stores" / "store-6.db.gz"
FIRST, LATER = date(2026, 11, 17), date(2026, 11, 24)
FOUND = "Ana Ruiz's shared sheet in Year 2026 was changed outside CareerDesk."


@pytest.fixture
def review(store: Store) -> ReviewBuilder:
    return sealed(store)


def sealed(store: Store) -> ReviewBuilder:
    """Ana's review, under its seal; with a title and a level of today. All is over by now."""
    store.now = lambda: NOW + timedelta(30)
    ana = a_person(store, "Ana Ruiz")
    people.change(store, ana.id, title="Engineer", level="L4", team="Platform")
    made = ReviewBuilder(store, a_cycle(store), ana.id).collected().written().sealed()
    reviews.write(store, made.id, share_words="Thank you.")
    return made


def shared(review: ReviewBuilder, on: date = FIRST) -> ReviewBuilder:
    steps.share(review.store, review.id, on)
    return review


def corrected(review: ReviewBuilder, on: date = LATER) -> ReviewBuilder:
    """Shared, written on, and shared again."""
    shared(review)
    reviews.write(review.store, review.id, narrative="other narrative")
    steps.correct(review.store, review.id, on)
    return review


def read_last(review: ReviewBuilder) -> ShareSheet:
    return sheet.share_sheet(review.store, review.id)


def every(review: ReviewBuilder) -> list[tuple[date, date | None, bool]]:
    """Day, day of what is corrected, and whether it was withdrawn, of each sheet."""
    return [
        (one.shared_on, one.first_shared_on, one.withdrawn)
        for one in sheet.shared_before(review.view)
    ]


def change_all_around(review: ReviewBuilder) -> None:
    """Whatever a sheet is made of is called something else, or is gone."""
    store = review.store
    reviews.write(store, review.id, narrative="New", gaps="New", share_words="New",
                  proposed_step=review.step(3))  # fmt: skip
    people.change(store, review.person_id, given_name="Anna", title="Lead", level="L9", team="Ops")
    cycles.change(store, review.cycle.id, name="Renamed")
    for step in review.cycle.steps:
        cycles.change_level(store, step.id, label=f"Was {step.label}", meaning="Other")


def test_what_was_read_stays_whatever_is_changed_later(review: ReviewBuilder) -> None:
    goal = bridges.gap_to_goal(review.store, review.id, "Lead a project", NOW)
    before = read_last(shared(review))
    assert (before.narrative, before.rating, before.closing) == (
        "narrative",
        "Strong",
        "Thank you.",
    )
    assert (before.whose.title, before.whose.level, before.whose.team) == ("Engineer", "L4",
                                                                           "Platform")  # fmt: skip
    assert before.goals == (goal.title,)
    assert [one.title for one in before.strengths] == ["done"]
    change_all_around(review)
    assert read_last(review) == before
    assert before.is_as_read
    assert check_store(review.store) == []


def test_what_else_crossed_is_no_goal_that_came_of_it(review: ReviewBuilder) -> None:
    goal = bridges.gap_to_goal(review.store, review.id, "Lead a project", NOW)
    with review.store.edit("Cross") as tx:
        tx.add(Crossing(person_id=review.person_id, way=Way.TO_CONVERSATIONS, kind="promotion",
                        source_id=review.id, target_id=goal.id, crossed_at=NOW))  # fmt: skip
    assert read_last(shared(review)).goals == (goal.title,)


def test_words_that_are_struck_stay_in_what_was_read(review: ReviewBuilder) -> None:
    store = review.store
    drive = discovery.add_motivator(store, review.person_id, "Quiet hours in the morning")
    goal = bridges.gap_to_goal(store, review.id, "Quiet hours in the morning", NOW)
    before = read_last(shared(review))
    striking.strike_motivator(store, drive.id, TODAY)
    assert store.get(PlanItem, goal.id).title != goal.title
    assert read_last(review) == before
    assert check_store(store) == []


def test_the_body_is_canonical_and_its_digest_is_named_by_the_review(review: ReviewBuilder) -> None:
    reviews.write(review.store, review.id, share_words="Merci, e\u0301.")
    shared(review)
    ((body, digest),) = ask(review.store.path, "SELECT body, digest FROM shared_sheet")
    content = json.loads(str(body))
    same = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert body == same == unicodedata.normalize("NFC", same)
    assert (content["form"], content["review"]) == ("careerdesk-sheet-1", review.view.review.uid)
    assert digest == hashlib.sha256(str(body).encode()).hexdigest()
    assert review.view.review.sheet_digest == digest


def test_nothing_that_its_person_does_not_read_is_kept_in_it(review: ReviewBuilder) -> None:
    reviews.write(review.store, review.id, proposed_why="qzwhyqz", response="qzanswerqz")
    peer = reviews.ask_peers(review.store, review.id, ["qzpeerqz"], TODAY)[0]
    reviews.write_peer(review.store, peer.id, TODAY, text="qzsaidqz")
    steps.calibrate(review.store, review.id, review.step(2), TODAY, reason="qzreasonqz",
                    asked_by="qzaskerqz")  # fmt: skip
    shared(review)
    ((body,),) = ask(review.store.path, "SELECT body FROM shared_sheet")
    assert '"label":"Solid"' in str(body)
    assert "qz" not in str(body)


def test_what_they_say_to_it_goes_with_what_they_read_last(review: ReviewBuilder) -> None:
    corrected(review)
    reviews.write(review.store, review.id, response="Fair.", response_on=LATER)
    first, second = review.view.sheets
    assert sheet.sheet_read(review.view, first.id).response == ""
    assert sheet.sheet_read(review.view, second.id).response == "Fair."
    assert (read_last(review).response, read_last(review).response_on) == ("Fair.", LATER)
    assert check_store(review.store) == []


def test_undo_takes_the_sheet_away_and_redo_brings_it_back(review: ReviewBuilder) -> None:
    before = dump(review.store.path)
    shared(review)
    after = dump(review.store.path)
    review.store.undo()
    assert dump(review.store.path) == before
    assert not [row for row in before if row.startswith("shared_sheet")]
    review.store.redo()
    assert dump(review.store.path) == after


def test_shared_undone_and_shared_again_is_one_sheet(review: ReviewBuilder) -> None:
    shared(review)
    review.store.undo()
    shared(review, LATER)
    assert every(review) == [(LATER, None, False)]
    assert check_store(review.store) == []


def test_what_was_withdrawn_was_read_all_the_same(review: ReviewBuilder) -> None:
    shared(review)
    steps.withdraw(review.store, review.id)
    assert review.stage is Stage.SEALED
    assert every(review) == [(FIRST, None, True)]
    assert check_store(review.store) == []
    reviews.write(review.store, review.id, narrative="other narrative")
    shared(review, LATER)
    assert every(review) == [(FIRST, None, True), (LATER, None, False)]
    first = sheet.sheet_read(review.view, review.view.sheets[0].id)
    assert (first.narrative, read_last(review).narrative) == ("narrative", "other narrative")
    assert check_store(review.store) == []


def test_before_it_is_shared_again_the_sheet_is_as_it_will_be_read(review: ReviewBuilder) -> None:
    shared(review)
    steps.withdraw(review.store, review.id)
    reviews.write(review.store, review.id, narrative="other narrative")
    now = read_last(review)
    assert (now.narrative, now.is_as_read, now.shared_on) == ("other narrative", False, None)


def test_a_correction_is_another_sheet_and_the_first_one_stays(review: ReviewBuilder) -> None:
    corrected(review)
    assert every(review) == [(FIRST, None, False), (LATER, FIRST, False)]
    first = sheet.sheet_read(review.view, review.view.sheets[0].id)
    assert (first.narrative, read_last(review).narrative) == ("narrative", "other narrative")
    assert review.view.review.shared_on == FIRST
    assert check_store(review.store) == []
    review.store.undo()
    assert every(review) == [(FIRST, None, False)]
    assert check_store(review.store) == []


def test_withdrawn_after_a_correction_both_are(review: ReviewBuilder) -> None:
    corrected(review)
    steps.withdraw(review.store, review.id)
    shared(review, LATER + timedelta(7))
    assert [gone for _, _, gone in every(review)] == [True, True, False]
    assert every(review)[-1] == (LATER + timedelta(7), None, False)


def test_a_title_and_level_that_are_put_right_are_on_the_correction_alone(
    review: ReviewBuilder,
) -> None:
    shared(review)
    people.change(review.store, review.person_id, title="Lead", level="L5", team="Ops")
    assert read_last(review).whose.level == "L4"
    assert sheet.changed_after(review.store, review.view).person
    assert not sheet.changed_after(review.store, review.view).words
    steps.correct(review.store, review.id, LATER)
    whose = read_last(review).whose
    assert (whose.title, whose.level, whose.team) == ("Lead", "L5", "Ops")
    first = sheet.sheet_read(review.view, review.view.sheets[0].id)
    assert (first.whose.title, first.whose.level, first.whose.team) == ("Engineer", "L4",
                                                                        "Platform")  # fmt: skip


def test_a_promotion_of_between_is_on_no_sheet_of_the_time_before_it(
    review: ReviewBuilder,
) -> None:
    shared(review)
    roles.begin(review.store, review.person_id, FIRST + timedelta(3), LATER, title="Lead",
                level="L5")  # fmt: skip
    assert not sheet.changed_after(review.store, review.view).person
    reviews.write(review.store, review.id, narrative="other narrative")
    steps.correct(review.store, review.id, LATER)
    assert (read_last(review).whose.title, read_last(review).whose.level) == ("Engineer", "L4")
    assert check_store(review.store) == []


def test_a_rating_proposed_after_sharing_is_a_change_and_then_the_final_one(
    review: ReviewBuilder,
) -> None:
    shared(review)
    reviews.write(review.store, review.id, proposed_step=review.step(2))
    assert sheet.changed_after(review.store, review.view).rating
    steps.correct(review.store, review.id, LATER)
    assert (read_last(review).rating, review.view.review.final_step) == ("Solid", review.step(2))
    assert not sheet.changed_after(review.store, review.view).words


def test_after_a_round_what_is_proposed_changes_no_sheet(review: ReviewBuilder) -> None:
    shared(review.calibrated(2))
    reviews.write(review.store, review.id, proposed_step=review.step(3))
    assert not sheet.changed_after(review.store, review.view).words


def test_each_text_that_is_written_on_shows_and_other_things_do_not(review: ReviewBuilder) -> None:
    shared(review)
    store, key = review.store, review.id
    for name, field in (("narrative", "narrative"), ("gaps", "gaps"), ("closing", "share_words")):
        reviews.write(store, key, **{field: "Else"})  # type: ignore[arg-type]
        assert getattr(sheet.changed_after(store, review.view), name).count
        store.undo()
    reviews.write(store, key, response="Fair.", self_review="Mine", proposed_why="Because")
    cycles.change(store, review.cycle.id, name="Renamed")
    bridges.gap_to_goal(store, key, "Lead a project", NOW)
    changes = sheet.changed_after(store, review.view)
    assert not (changes.words or changes.person)


def test_letters_in_another_form_are_no_change(review: ReviewBuilder) -> None:
    reviews.write(review.store, review.id, narrative="caf\u00e9")
    shared(review)
    reviews.write(review.store, review.id, narrative="cafe\u0301")
    assert not sheet.changed_after(review.store, review.view).words
    with pytest.raises(InvalidInput, match="hasn't changed since"):
        steps.correct(review.store, review.id, LATER)


def test_what_cannot_be_corrected_says_why_and_changes_nothing(review: ReviewBuilder) -> None:
    refused(review, LATER, "hasn't been shared yet")
    shared(review)
    refused(review, LATER, "hasn't changed since")
    reviews.write(review.store, review.id, narrative="Else")
    refused(review, FIRST - timedelta(1), "2026-11-17. Choose that date or a later one")
    reviews.write(review.store, review.id, proposed_step=None)
    refused(review, LATER, "Choose your proposed rating")
    cycles.close(review.store, review.cycle.id, TODAY)
    refused(review, LATER, "closed")


def refused(review: ReviewBuilder, on: date, said: str) -> None:
    before = dump(review.store.path)
    with pytest.raises(InvalidInput, match=said):
        steps.correct(review.store, review.id, on)
    assert dump(review.store.path) == before


def of_before(review: ReviewBuilder) -> None:
    """As if it was shared by a version that kept no sheet."""
    shared(review)
    ask(review.store.path, "DELETE FROM shared_sheet")
    ask(review.store.path, "UPDATE review SET sheet_digest = ''")


def test_a_review_shared_before_sheets_were_kept_is_shown_as_it_is_now(
    review: ReviewBuilder,
) -> None:
    of_before(review)
    reviews.write(review.store, review.id, narrative="other narrative")
    now = read_last(review)
    assert (now.narrative, now.shared_on, now.is_as_read) == ("other narrative", FIRST, False)
    assert check_store(review.store) == []
    steps.correct(review.store, review.id, LATER)
    assert every(review) == [(LATER, FIRST, False)]
    assert check_store(review.store) == []
    reviews.write(review.store, review.id, narrative="third narrative")
    steps.correct(review.store, review.id, LATER)
    assert check_store(review.store) == []
    steps.withdraw(review.store, review.id)
    assert check_store(review.store) == []
    shared(review, LATER + timedelta(7))
    assert check_store(review.store) == []


def test_a_store_of_before_is_whole_and_its_shared_reviews_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "older.db"
    path.write_bytes(gzip.decompress(OLDER.read_bytes()))
    store = Store(path)
    rows = ask(path, "SELECT id FROM review WHERE shared_on IS NOT NULL")
    assert len(rows) == 3
    for (key,) in rows:
        view = reviews.get(store, int(str(key)))
        found = sheet.share_sheet(store, view.review.id)
        assert (found.is_as_read, found.shared_on) == (False, view.review.shared_on)
        assert found.narrative
    assert check_store(store) == []
    store.close()


def test_a_review_from_a_trash_of_before_comes_back_without_sheets(review: ReviewBuilder) -> None:
    of_before(review)
    people.remove(review.store, review.person_id)
    path = review.store.path
    ((body,),) = ask(path, "SELECT body FROM trashed")
    content = json.loads(str(body))
    for _, row in content["rows"]:
        row.pop("sheet_digest", None)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE trashed SET body = ?", (json.dumps(content),))
        connection.commit()
    trash.bring_back(review.store, [trash.things(review.store)[0].id])
    assert not read_last(review).is_as_read
    assert check_store(review.store) == []


def test_a_person_back_from_the_trash_has_their_sheets(review: ReviewBuilder) -> None:
    corrected(review)
    sheets = review.view.sheets
    people.remove(review.store, review.person_id)
    assert ask(review.store.path, "SELECT * FROM shared_sheet") == []
    trash.bring_back(review.store, [trash.things(review.store)[0].id])
    assert review.view.sheets == sheets
    assert check_store(review.store) == []


def test_gone_for_good_with_their_person(review: ReviewBuilder) -> None:
    corrected(review)
    people.remove(review.store, review.person_id)
    trash.forget(review.store, [trash.things(review.store)[0].id])
    left = "".join(dump(review.store.path))
    assert "careerdesk-sheet-1" not in left


def test_a_cycle_back_from_the_trash_has_its_sheets(review: ReviewBuilder) -> None:
    corrected(review)
    sheets = review.view.sheets
    cycles.remove(review.store, review.cycle.id)
    assert ask(review.store.path, "SELECT * FROM shared_sheet") == []
    trash.bring_back(review.store, [trash.things(review.store)[0].id])
    assert review.view.sheets == sheets
    assert check_store(review.store) == []


ANA, BEN = "(SELECT min(id) FROM review)", "(SELECT max(id) FROM review)"
FIRST_ONE, LAST_ONE = "(SELECT min(id) FROM shared_sheet)", "(SELECT max(id) FROM shared_sheet)"
TAMPERED = {
    "words": "UPDATE shared_sheet SET body = replace(body, 'gaps\"', 'no gaps\"')",
    "last": f"UPDATE shared_sheet SET body = replace(body, 'other', '') WHERE id = {LAST_ONE}",
    "rating": "UPDATE shared_sheet SET body = replace(body, 'Strong', 'Solid')",
    "no form": f"UPDATE shared_sheet SET body = 'no sheet' WHERE id = {LAST_ONE}",
    "a list": f"UPDATE shared_sheet SET body = '[]' WHERE id = {FIRST_ONE}",
    "empty": f"UPDATE shared_sheet SET body = '{{}}' WHERE id = {FIRST_ONE}",
    "digest": f"UPDATE shared_sheet SET digest = 'x' WHERE id = {FIRST_ONE}",
    "day": f"UPDATE shared_sheet SET shared_on = '2026-11-18' WHERE id = {FIRST_ONE}",
    "bytes": "UPDATE shared_sheet SET body = CAST(body AS BLOB)",
    "bytes for a digest": "UPDATE shared_sheet SET digest = CAST(digest AS BLOB)",
    "bytes for a day": "UPDATE shared_sheet SET shared_on = CAST(shared_on AS BLOB)",
    "no day": f"UPDATE shared_sheet SET shared_on = 'long ago' WHERE id = {LAST_ONE}",
    "last removed": f"DELETE FROM shared_sheet WHERE id = {LAST_ONE}",
    "first removed": f"DELETE FROM shared_sheet WHERE id = {FIRST_ONE}",
    "all removed": "DELETE FROM shared_sheet",
    "review names another": f"UPDATE review SET sheet_digest = 'x' WHERE id = {ANA}",
    "review names none": f"UPDATE review SET sheet_digest = '' WHERE id = {ANA}",
    "review names the first": f"UPDATE review SET sheet_digest = (SELECT digest FROM shared_sheet "
    f"WHERE id = {FIRST_ONE}) WHERE id = {ANA}",
    "another day": f"UPDATE review SET shared_on = '2020-01-01' WHERE id = {ANA}",
    "day of the correction": f"UPDATE review SET shared_on = '{LATER}' WHERE id = {ANA}",
    "order": "UPDATE shared_sheet SET id = id + 10 WHERE id = 1",
}


@pytest.fixture(scope="module")
def twice_read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReviewBuilder]:
    store = blank_store(tmp_path_factory.mktemp("twice") / "store.db")
    yield corrected(sealed(store))
    store.close()


@pytest.fixture
def tampered(twice_read: ReviewBuilder) -> Iterator[ReviewBuilder]:
    """The review whose sheets may be changed past the program: they are put back."""
    path = twice_read.store.path
    kept, digest = ask(path, "SELECT * FROM shared_sheet"), twice_read.view.review.sheet_digest
    yield twice_read
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM shared_sheet")
        marks = ", ".join("?" * len(kept[0]))
        connection.executemany(f"INSERT INTO shared_sheet VALUES ({marks})", kept)
        connection.execute(
            "UPDATE review SET sheet_digest = ?, shared_on = ?", (digest, FIRST.isoformat())
        )
        connection.commit()
    assert check_store(twice_read.store) == []


@pytest.mark.parametrize("sql", TAMPERED.values(), ids=TAMPERED.keys())
def test_a_sheet_changed_in_the_file_is_found(tampered: ReviewBuilder, sql: str) -> None:
    ask(tampered.store.path, sql)
    assert check_store(tampered.store) == [FOUND]
    assert tampered.view.is_sheet_broken
    assert tampered.view.flaws == ()


@pytest.mark.parametrize("day", ["'garbage'", "x'00'", "''"])
def test_a_review_shared_on_no_day_is_told_with_its_seal(review: ReviewBuilder, day: str) -> None:
    shared(review)
    ask(review.store.path, f"UPDATE review SET shared_on = {day}")
    assert check_store(review.store) == [FOUND.replace("shared sheet", "sealed review"), FOUND]


def test_a_sheet_of_bytes_says_that_it_cannot_be_read(review: ReviewBuilder) -> None:
    shared(review)
    ask(review.store.path, TAMPERED["bytes"])
    assert review.view.is_sheet_broken
    with pytest.raises(InvalidInput, match="can't be read"):
        read_last(review)


def test_a_sheet_put_under_another_review_is_found_at_both(review: ReviewBuilder) -> None:
    shared(review)
    ben = a_person(review.store, "Ben Okri").id
    cycles.take_in(review.store, review.cycle.id, ben)
    ask(review.store.path, f"UPDATE shared_sheet SET review_id = {BEN}")
    assert check_store(review.store) == [FOUND, FOUND.replace("Ana Ruiz", "Ben Okri")]


def test_a_sheet_of_another_review_is_never_shown_in_its_place(review: ReviewBuilder) -> None:
    ben = a_person(review.store, "Ben Okri").id
    cycles.take_in(review.store, review.cycle.id, ben)
    other = ReviewBuilder(review.store, review.cycle, ben).written().sealed()
    shared(review)
    shared(other)
    for name in ("body", "digest"):
        ask(review.store.path, f"UPDATE shared_sheet SET {name} = (SELECT {name} FROM shared_sheet "
            f"WHERE review_id = {ANA}) WHERE review_id = {BEN}")  # fmt: skip
    ask(review.store.path, f"UPDATE review SET sheet_digest = (SELECT sheet_digest FROM review "
        f"WHERE id = {ANA}) WHERE id = {BEN}")  # fmt: skip
    assert check_store(review.store) == [FOUND.replace("Ana Ruiz", "Ben Okri")]
    with pytest.raises(InvalidInput, match="Restore an earlier backup"):
        read_last(other)


def test_a_correction_makes_good_nothing_that_was_changed_from_outside(
    review: ReviewBuilder,
) -> None:
    corrected(review)
    ask(review.store.path, TAMPERED["last removed"])
    reviews.write(review.store, review.id, narrative="Third")
    steps.correct(review.store, review.id, LATER)
    assert check_store(review.store) == [FOUND]


def test_a_sheet_that_is_not_there_says_so(review: ReviewBuilder) -> None:
    with pytest.raises(InvalidInput, match="can't be read"):
        sheet.sheet_read(shared(review).view, 999)


def test_undo_and_redo_leave_what_was_shared_whole(review: ReviewBuilder, tmp_path: Path) -> None:
    corrected(review)
    steps.withdraw(review.store, review.id)
    shared(review, LATER)
    while review.store.undo():
        assert check_store(review.store) == []
    while review.store.redo():
        assert check_store(review.store) == []
    assert len(every(review)) == 3

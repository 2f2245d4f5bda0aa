"""What the step to version 7 says of cycles: what they used they still have."""

from __future__ import annotations

import gzip
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from careerdesk.domain.reviews.records import RatingLevel, ReviewCycle
from careerdesk.services import trash
from careerdesk.services.reviews import cycles
from careerdesk.services.store import Store

OLD = Path(__file__).parent / "stores" / "store-6.db.gz"
NOTHING = "SELECT 1"
USES = {
    "nothing": NOTHING,
    "a round": "INSERT INTO calibration (uid, review_id, step_id, reason, asked_by, held_on) "
    "SELECT 'c', r.id, s.id, '', '', '2026-01-01' FROM review r, rating_step s LIMIT 1",
    "an outcome": "INSERT INTO outcome (uid, review_id, pay_unit, currency, from_level, to_level, "
    "promotion, words) SELECT 'o', id, 'percent', '', '', '', 'none', '' FROM review LIMIT 1",
    "upward feedback": "INSERT INTO peer_feedback (uid, review_id, voice, from_whom, relation, "
    "text) SELECT 'p', id, 'upward', 'Bo', 'report', '' FROM review LIMIT 1",
    "a guideline": "UPDATE rating_step SET guideline = 10 WHERE id = (SELECT min(id) "
    "FROM rating_step)",
    "the nine-box": "UPDATE review_cycle SET nine_box = 1",
    "potential": "UPDATE review SET potential = 2",
    "peers": "INSERT INTO peer_feedback (uid, review_id, voice, from_whom, relation, text) "
    "SELECT 'p', id, 'peer', 'Bo', 'team', '' FROM review LIMIT 1",
}  # fmt: skip
LIGHT = {"nothing", "peers"}


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A store of the version before with one cycle of one person, in which nothing happened."""
    path = tmp_path / "store.db"
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("DELETE FROM review_cycle WHERE id > 1")
        connection.execute("DELETE FROM review WHERE id > (SELECT min(id) FROM review)")
        for table in ("calibration", "outcome", "peer_feedback"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("UPDATE rating_step SET guideline = NULL")
        connection.execute("UPDATE review SET potential = NULL")
        connection.commit()
    return path


@pytest.mark.parametrize("used", USES)
def test_a_cycle_calibrates_where_it_did(older: Path, used: str) -> None:
    with closing(sqlite3.connect(older)) as connection:
        connection.execute(USES[used])
        connection.commit()
    store = Store(older)
    assert [one.calibrates for one in cycles.every(store)] == [used not in LIGHT]
    store.close()


@pytest.mark.parametrize("used", USES)
def test_so_does_one_that_comes_back_from_the_trash(older: Path, used: str) -> None:
    with closing(sqlite3.connect(older)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute(USES[used])
        connection.row_factory = sqlite3.Row
        rows = [
            [table, dict(row)]
            for table in ("review_cycle", "rating_step", "review", "calibration", "outcome",
                          "peer_feedback")
            for row in connection.execute(f"SELECT * FROM {table}")
        ]  # fmt: skip
        body = json.dumps({"rows": rows, "links": []})
        connection.execute(
            "INSERT INTO trashed (uid, kind, record_id, deleted_at, body) "
            "VALUES ('t', 'review_cycle', 1, '2999-10-01T10:00:00+00:00', ?)", (body,),
        )  # fmt: skip
        connection.execute("DELETE FROM review_cycle")
        connection.commit()
    store = Store(older)
    [thing] = trash.things(store)
    trash.bring_back(store, [thing.id])
    assert [one.calibrates for one in cycles.every(store)] == [used not in LIGHT]
    assert store.get(RatingLevel, cycles.get(store, 1).steps[0].id).cycle_id == 1
    assert store.get(ReviewCycle, 1).name
    store.close()


@pytest.mark.parametrize("used", ["a round", "an outcome", "upward feedback", "potential"])
def test_so_does_the_cycle_of_a_person_who_comes_back(older: Path, used: str) -> None:
    with closing(sqlite3.connect(older)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute(USES[used])
        connection.execute("UPDATE outcome SET words = 'Later'")
        connection.row_factory = sqlite3.Row
        ((whose, review),) = connection.execute("SELECT person_id, id FROM review")
        parts = [("person", "id", whose), ("review", "id", review)]
        parts += [(one, "review_id", review) for one in ("calibration", "outcome", "peer_feedback")]
        rows = [
            [table, dict(row)]
            for table, name, key in parts
            for row in connection.execute(f"SELECT * FROM {table} WHERE {name} = ?", (key,))
        ]
        connection.execute(
            "INSERT INTO trashed (uid, kind, record_id, deleted_at, body) "
            "VALUES ('t', 'person', ?, '2999-10-01T10:00:00+00:00', ?)",
            (whose, json.dumps({"rows": rows, "links": []})),
        )
        connection.execute("DELETE FROM person WHERE id = ?", (whose,))
        connection.commit()
    store = Store(older)
    assert [one.calibrates for one in cycles.every(store)] == [False]
    [thing] = trash.things(store)
    trash.bring_back(store, [thing.id])
    assert [one.calibrates for one in cycles.every(store)] == [True]
    store.close()


def test_a_deleted_cycle_that_cannot_be_read_stays_as_it_is(older: Path) -> None:
    with closing(sqlite3.connect(older)) as connection:
        for number, body in enumerate(("{", '{"rows": []}', '{"rows": [["review_cycle", 3]]}')):
            connection.execute(
                "INSERT INTO trashed (uid, kind, record_id, deleted_at, body) "
                "VALUES (?, 'review_cycle', 1, '2999-10-01T10:00:00+00:00', ?)",
                (f"t{number}", body),
            )
        connection.commit()
        kept = connection.execute("SELECT body FROM trashed ORDER BY id").fetchall()
    Store(older).close()
    with closing(sqlite3.connect(older)) as connection:
        assert connection.execute("SELECT body FROM trashed ORDER BY id").fetchall() == kept

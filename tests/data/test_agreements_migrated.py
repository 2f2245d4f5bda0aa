"""What the step to version 6 makes of plans, key results, notes and what is kept of them."""

from __future__ import annotations

import gzip
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from careerdesk.data.mapping import row_of
from careerdesk.data.queries.reviews import evidence
from careerdesk.domain.loop import HandedOverKind
from careerdesk.domain.records import ItemState, KeyResult, PlanItem
from careerdesk.services import discovery, handing_over, plan_history, plans, trash
from careerdesk.services.store import Store
from tests.stores import ask

OLD = Path(__file__).parent / "stores" / "store-5.db.gz"
GOAL = {
    "horizon": "short", "state": "done", "committed": 1, "for_person": "Calm nights",
    "for_business": "Fewer calls", "private_note": "qz-private", "score_words": "qz-score",
    "touched_on": "2026-06-20", "rank": 1024,
}  # fmt: skip
DOWN = {"name": "Calls", "measure": "number", "baseline": 9.0, "target": 2.0, "unit": "", "rank": 1}


class Older:
    """A store of the version before, open for rows."""

    def __init__(self, path: Path) -> None:
        path.write_bytes(gzip.decompress(OLD.read_bytes()))
        self.path = path
        self.connection = sqlite3.connect(path)
        self.connection.execute("PRAGMA foreign_keys=ON")
        self.made = 0
        self.person = self.put("person", {
            **dict.fromkeys(("external_id", "given_name", "family_name", "preferred_name",
                             "pronouns", "email", "title", "level", "team", "place", "time_zone",
                             "recognition", "feedback_style"), ""),
            "given_name": "Ana", "status": "active", "relation": "direct", "rank": 1,
            "cadence_days": 14, "longest_gap_days": 28,
        })  # fmt: skip

    def put(self, table: str, row: dict[str, Any]) -> int:
        """Insert a row under a uid of its own."""
        self.made += 1
        row = {"uid": f"uid{self.made}", **row}
        marks = ", ".join("?" * len(row))
        sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"
        return self.connection.execute(sql, tuple(row.values())).lastrowid or 0

    def plan(self, agreed_on: str | None) -> int:
        """A plan of Ana's."""
        state = "agreed" if agreed_on else "draft"
        return self.put("plan", {
            "person_id": self.person, "title": "Half", "starts_on": "2026-06-01",
            "ends_on": "2026-12-01", "state": state, "agreed_on": agreed_on, "summary": "",
        })  # fmt: skip

    def goal(self, plan: int, title: str, **fields: object) -> int:
        """A goal with a key result that shall go down."""
        item = self.put("plan_item", {**GOAL, "plan_id": plan, "title": title, **fields})
        self.put("key_result", {**DOWN, "item_id": item, "current": 4.0})
        return item

    def open(self) -> Store:
        """Bring it up to this version."""
        self.connection.commit()
        self.connection.close()
        return Store(self.path)


@pytest.fixture
def older(tmp_path: Path) -> Iterator[Older]:
    made = Older(tmp_path / "store.db")
    yield made
    with closing(made.connection):
        pass


def snapshot_of(older: Older, plan: int, title: str) -> str:
    """A plan as it was kept, in the form of that version."""
    goal = {
        **GOAL,
        "id": 7,
        "uid": "goal7",
        "plan_id": plan,
        "title": title,
        "due_on": None,
        "aspiration_id": None,
        "objective_id": None,
        "score": None,
        "carried_from": None,
    }
    result = {**DOWN, "id": 8, "uid": "result8", "item_id": 7, "current": 4.0}
    row = {
        "id": plan,
        "uid": "p",
        "person_id": older.person,
        "title": "Half",
        "starts_on": "2026-06-01",
        "ends_on": "2026-12-01",
        "state": "agreed",
        "agreed_on": "2026-06-30",
        "closed_on": None,
        "summary": "",
    }
    return json.dumps({"plan": row, "items": [
        {"item": goal, "motivators": [], "key_results": [result], "objective": None},
    ]})  # fmt: skip


def test_values_and_goals_say_where_they_go_and_when_they_were_reached(older: Older) -> None:
    plan = older.plan(None)
    done = older.goal(plan, "Done")
    open_one = older.goal(plan, "Open", state="on_track")
    store = older.open()
    results = [view.key_results[0] for view in plans.get(store, plan).items]
    assert [result.direction.value for result in results] == ["down", "down"]
    assert str(store.get(PlanItem, done).reached_on) == "2026-06-20"
    assert store.get(PlanItem, open_one).reached_on is None
    store.close()


def test_values_of_a_goal_that_was_carried_over_count_once(older: Older) -> None:
    goals: list[int] = []
    for carried in (None, 0, 1):
        before = None if carried is None else goals[carried]
        goals.append(older.goal(older.plan(None), "Calm nights", carried_from=before))
        (key,) = older.connection.execute("SELECT max(id) FROM key_result").fetchone()
        for day, value in (("2026-03-01", 8.0), ("2026-05-01", 6.0)):
            older.put("reading", {"result_id": key, "read_on": day, "value": value, "note": ""})
    store = older.open()

    def values() -> list[float]:
        ever = (date(2000, 1, 1), date(2100, 1, 1))
        found = store.read(lambda c, who: list(evidence.found(c, who, *ever)), older.person)
        return sorted(one.value for one in found if isinstance(one, evidence.ValueFound))

    assert values() == []  # of no goal of before it was settled that it may be cited
    plans.change_item(store, goals[-1], today=date(2026, 11, 17), may_be_cited=True)
    assert values() == [6.0, 8.0]
    store.close()


def test_what_is_in_the_trash_comes_back_as_what_stayed(older: Older) -> None:
    plan = older.plan(None)
    item = older.goal(plan, "Gone")
    old = older.connection
    old.row_factory = sqlite3.Row
    rows = [
        ["plan_item", dict(old.execute("SELECT * FROM plan_item WHERE id = ?", [item]).fetchone())],
        [
            "key_result",
            dict(old.execute("SELECT * FROM key_result WHERE item_id = ?", [item]).fetchone()),
        ],
    ]
    body = json.dumps({"version": 1, "rows": rows, "links": []})
    thrown = {"kind": "plan_item", "person_id": older.person, "deleted_at": "2099-01-01T00:00:00Z"}
    older.put("trashed", {**thrown, "record_id": item, "body": body})
    older.put("trashed", {**thrown, "record_id": 999_999, "body": 'not JSON, yet a "plan_item"'})
    old.execute("DELETE FROM plan_item WHERE id = ?", [item])
    store = older.open()
    (key,) = [row[0] for row in ask(store.path, f"SELECT id FROM trashed WHERE record_id = {item}")]
    trash.bring_back(store, [key])
    assert str(store.get(PlanItem, item).reached_on) == "2026-06-20"
    (result,) = plans.item(store, item).key_results
    assert result.direction.value == "down"
    store.close()


def test_an_agreement_keeps_the_wording_of_its_day_where_it_is_known(older: Older) -> None:
    kept, untouched, lost = (
        older.plan("2026-06-30"),
        older.plan("2026-06-30"),
        older.plan("2026-06-30"),
    )
    older.goal(kept, "Worded since")
    older.goal(untouched, "Never touched")
    older.goal(lost, "Touched since", touched_on="2026-07-02")
    older.put("plan_snapshot", {"plan_id": kept, "before": "2026-07-02",
                                "body": snapshot_of(older, kept, "As agreed")})  # fmt: skip
    store = older.open()
    found = [handing_over.last(store, HandedOverKind.PLAN, older.person, key)
             for key in (kept, untouched, lost)]  # fmt: skip
    titles = [[item["title"] for item in json.loads(one.body)["items"]] if one else None
              for one in found]  # fmt: skip
    assert titles == [["As agreed"], ["Never touched"], None]
    assert [str(one.handed_on) for one in found if one] == ["2026-06-30"] * 2
    bodies = "".join(one.body for one in found if one)
    assert "qz-private" not in bodies
    assert "qz-score" not in bodies
    store.close()


def test_an_earlier_plan_is_read_as_before(older: Older) -> None:
    plan = older.plan("2026-06-30")
    older.put("plan_snapshot", {"plan_id": plan, "before": "2026-07-02",
                                "body": snapshot_of(older, plan, "As it was")})  # fmt: skip
    store = older.open()
    (day,) = plan_history.days(store, plan)
    (view,) = plan_history.as_of(store, plan, day).items
    assert view.item.state is ItemState.DONE
    assert str(view.item.reached_on) == "2026-06-20"
    assert view.key_results[0].direction.value == "down"
    assert {*row_of(view.key_results[0])} == {*row_of(KeyResult(item_id=1, name=""))}
    store.close()


def test_motivators_are_guessed_and_answers_on_staying_are_private(older: Older) -> None:
    older.put("motivator", {"person_id": older.person, "name": "Calm", "drive": "drives",
                            "rank": 1})  # fmt: skip
    (stay,) = older.connection.execute(
        "SELECT id FROM question WHERE lens = 'stay' LIMIT 1"
    ).fetchone()
    (joy,) = older.connection.execute(
        "SELECT id FROM question WHERE lens = 'joy' LIMIT 1"
    ).fetchone()
    notes = [older.put("discovery_note", {
        "person_id": older.person, "question_id": question, "asked_on": "2026-06-01",
        "their_words": "", "my_reading": "",
    }) for question in (stay, joy)]  # fmt: skip
    store = older.open()
    key = older.person
    assert ask(store.path, f"SELECT standing FROM motivator WHERE person_id = {key}") == [
        ("guessed",)
    ]
    sql = f"SELECT id, private FROM discovery_note WHERE person_id = {key} ORDER BY id"
    assert ask(store.path, sql) == [(notes[0], 1), (notes[1], 0)]
    store.close()


def test_an_answer_on_staying_comes_back_from_the_trash_private(older: Older) -> None:
    old = older.connection
    keys = [old.execute("SELECT id FROM question WHERE lens = ?", [lens]).fetchone()[0]
            for lens in ("stay", "joy")]  # fmt: skip
    for place, question in enumerate((*keys, None), 1):
        note = {"id": 900 + place, "uid": f"gone{place}", "person_id": older.person,
                "question_id": question, "asked_on": "2026-06-01", "noted_on": None,
                "made_in": None, "their_words": "I may go", "my_reading": ""}  # fmt: skip
        older.put("trashed", {
            "kind": "discovery_note", "record_id": note["id"], "person_id": older.person,
            "deleted_at": "2099-01-01T00:00:00Z",
            "body": json.dumps({"version": 1, "rows": [["discovery_note", note]], "links": []}),
        })  # fmt: skip
    store = older.open()
    trash.bring_back(store, [key for (key,) in ask(store.path, "SELECT id FROM trashed")])
    notes = {view.note.question_id: view.note for view in discovery.notes(store, older.person)}
    assert [notes[key].private for key in (*keys, None)] == [True, False, False]
    store.close()


def test_what_was_cited_of_a_value_that_was_carried_over_is_cited_of_the_first(
    older: Older,
) -> None:
    """Else the same value would be offered once more beside the citation."""
    old, read, before = older.connection, [], None
    for plan in (older.plan("2026-06-30"), older.plan("2026-07-30"), older.plan(None)):
        before = older.goal(plan, "Calm nights", carried_from=before)
        (key,) = old.execute("SELECT id FROM key_result WHERE item_id = ?", [before]).fetchone()
        day = {"read_on": "2026-06-20", "value": 4.0, "note": ""}
        read.append(older.put("reading", {"result_id": key, **day}))
    (review,) = old.execute("SELECT id FROM review LIMIT 1").fetchone()
    said = {"review_id": review, "happened_on": "2026-06-20", "title": "Calls: 4", "words": "",
            "cited_at": "2026-07-31T09:00:00Z"}  # fmt: skip
    of = (("reading", read[2]), ("reading", 9_999), ("goal", read[2]))
    cited = [older.put("evidence", {**said, "source": source, "source_id": key})
             for source, key in of]  # fmt: skip
    store = older.open()
    found = dict(ask(store.path, "SELECT id, source_id FROM evidence"))
    assert [found[key] for key in cited] == [read[0], 9_999, read[2]]
    store.close()

"""Plans that say where values shall go and what was agreed; what a person said, gave and struck."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Callable, Container, Iterable, Mapping
from functools import partial
from typing import Any

import sqlalchemy as sa
from alembic import op

from careerdesk.data.migration_parts import create, parent, text, texts, whole, widen

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

Row = dict[str, Any]
Fill = Callable[[Row], None]


def upgrade() -> None:
    """Add tables and columns, and say of old rows what can be known of them."""
    _create()
    widen(_COLUMNS, _REFERENCES)
    _fill()
    _fill_kept()
    _keep_agreements()


def _create() -> None:
    create(
        "idea",
        parent("person_id", "person"),
        *texts("text", "state"),
        parent("item_id", "plan_item", keep=True),
        text("noted_on"),
        parent("made_in", "check_in", keep=True),
        whole("rank"),
        indexes=[["person_id", "rank"], ["item_id"], ["made_in"]],
    )
    create(
        "handed_over",
        parent("person_id", "person"),
        text("what"),
        parent("plan_id", "plan", empty=True),
        *texts("handed_on", "digest", "body"),
        indexes=[["person_id", "what", "handed_on"], ["plan_id"]],
    )
    create(
        "same_meaning",
        parent("handed_over_id", "handed_over"),
        *texts("item_uid", "field", "digest"),
        indexes=[["handed_over_id"]],
    )
    create(
        "strike",
        parent("person_id", "person", keep=True),
        *texts("kind", "struck_uid", "struck_on"),
        indexes=[["person_id"], ["kind", "struck_uid"]],
    )


_COLUMNS = {
    "motivator": (
        "standing VARCHAR NOT NULL DEFAULT 'guessed'",
        "quote VARCHAR NOT NULL DEFAULT ''",
        "said_on VARCHAR",
        "confirmed_on VARCHAR",
        "since VARCHAR",
        "until VARCHAR",
        "struck_on VARCHAR",
    ),
    "aspiration": (
        "seen_on VARCHAR",
        "on_plan INTEGER NOT NULL DEFAULT 0",
        "struck_on VARCHAR",
    ),
    "plan_item": (
        "reached_on VARCHAR",
        "proposed_by VARCHAR",
        "personal INTEGER NOT NULL DEFAULT 0",
        "onboarding INTEGER NOT NULL DEFAULT 0",
        "score_shown INTEGER NOT NULL DEFAULT 0",
    ),
    "key_result": ("direction VARCHAR NOT NULL DEFAULT 'up'", "due_on VARCHAR"),
    "reading": ("baseline DOUBLE", "target DOUBLE"),
    "goal_change": ("reason VARCHAR NOT NULL DEFAULT ''",),
    "discovery_note": (
        "off_record INTEGER NOT NULL DEFAULT 0",
        "private INTEGER NOT NULL DEFAULT 0",
    ),
}
_REFERENCES = (
    ("feedback", "item_id", "plan_item"),
    ("goal_change", "result_id", "key_result"),
    ("reading", "copied_from", "reading"),
    ("agenda_item", "question_id", "question"),
)


def _fill() -> None:
    op.execute("UPDATE key_result SET direction = 'down' WHERE target < baseline")
    op.execute("UPDATE plan_item SET reached_on = touched_on WHERE state = 'done'")
    op.execute(
        "UPDATE reading SET (baseline, target) = "
        "(SELECT k.baseline, k.target FROM key_result k WHERE k.id = reading.result_id)"
    )
    op.execute(
        "UPDATE reading SET copied_from = (SELECT o.id FROM key_result k "
        "JOIN plan_item i ON i.id = k.item_id "
        "JOIN key_result b ON b.item_id = i.carried_from AND b.name = k.name "
        "JOIN reading o ON o.result_id = b.id "
        "AND o.read_on = reading.read_on AND o.value = reading.value "
        "WHERE k.id = reading.result_id ORDER BY b.rank, o.id LIMIT 1)"
    )
    op.execute(
        "UPDATE evidence SET source_id = coalesce((WITH RECURSIVE fact(id) AS ("
        "SELECT evidence.source_id UNION SELECT r.copied_from FROM fact f "
        "JOIN reading r ON r.id = f.id WHERE r.copied_from IS NOT NULL) "
        "SELECT r.id FROM fact f JOIN reading r ON r.id = f.id WHERE r.copied_from IS NULL), "
        "source_id) "
        "WHERE source = 'reading' AND EXISTS (SELECT 1 FROM reading r "
        "WHERE r.id = evidence.source_id AND r.copied_from IS NOT NULL)"
    )
    op.execute(
        "UPDATE discovery_note SET private = 1 "
        "WHERE question_id IN (SELECT id FROM question WHERE lens = 'stay')"
    )
    op.execute(
        "UPDATE agenda_item SET question_id = (SELECT min(q.id) FROM question q "
        "WHERE q.text = agenda_item.text) WHERE covered_on IS NULL"
    )


def _fill_kept() -> None:
    """What is kept of key results, goals and answers elsewhere says the same as their tables."""
    connection = op.get_bind()
    stay = connection.execute(sa.text("SELECT id FROM question WHERE lens = 'stay'")).scalars()
    questions = sa.text("SELECT text, min(id) FROM question GROUP BY text")
    asked = {str(row[0]): int(row[1]) for row in connection.execute(questions)}
    fills = _FILLED | {
        "discovery_note": partial(_fill_note, frozenset(stay)),
        "agenda_item": partial(_fill_point, asked),
    }
    for table in ("trashed", "plan_snapshot"):
        rows = connection.execute(
            sa.text(f"SELECT id, body FROM {table} WHERE body LIKE '%plan_item%' "
                    "OR body LIKE '%\"key_results\"%' OR body LIKE '%\"key_result\"%' "
                    "OR body LIKE '%\"discovery_note\"%' OR body LIKE '%\"reading\"%' "
                    "OR body LIKE '%\"agenda_item\"%'")
        )  # fmt: skip
        filled = [
            {"key": key, "body": _filled(connection, table, body, fills)}
            for key, body in rows.all()
        ]
        changed = [one for one in filled if one["body"]]
        if changed:
            connection.execute(sa.text(f"UPDATE {table} SET body = :body WHERE id = :key"), changed)


def _filled(connection: sa.Connection, table: str, body: str, fills: dict[str, Fill]) -> str:
    """The body with what is new in it; "" for one that cannot be read, which stays as it is."""
    try:
        content = json.loads(body)
        rows = content["rows"] if table == "trashed" else _snapshot_rows(content)
        for kind, row in rows:
            if kind in fills:
                fills[kind](row)
        _fill_ends(connection, rows)
    except (ValueError, KeyError, TypeError, AttributeError):
        return ""
    return json.dumps(content, ensure_ascii=False)


def _snapshot_rows(content: Row) -> list[tuple[str, Row]]:
    items = content["items"]
    goals = [("plan_item", one["item"]) for one in items]
    return goals + [("key_result", row) for one in items for row in one["key_results"]]


def _fill_ends(connection: sa.Connection, rows: Iterable[tuple[str, Row]]) -> None:
    """Give each value the start and the target of its key result, which may be in the tables."""
    results = (row for kind, row in rows if kind == "key_result")
    ends = {row["id"]: (row["baseline"], row["target"]) for row in results}
    for kind, row in rows:
        if kind == "reading":
            there = (
                ends.get(row["result_id"])
                or connection.execute(
                    sa.text("SELECT baseline, target FROM key_result WHERE id = :key"),
                    {"key": row["result_id"]},
                ).first()
            )
            row["baseline"], row["target"] = there or (None, None)


def _fill_goal(row: Row) -> None:
    row["reached_on"] = row["touched_on"] if row["state"] == "done" else None


def _fill_result(row: Row) -> None:
    row["direction"] = "down" if row["target"] < row["baseline"] else "up"


def _fill_note(stay: Container[object], row: Row) -> None:
    row["private"] = int(row["question_id"] in stay)


def _fill_point(asked: Mapping[str, int], row: Row) -> None:
    row["question_id"] = asked.get(row["text"]) if row["covered_on"] is None else None


_FILLED: dict[str, Fill] = {"plan_item": _fill_goal, "key_result": _fill_result}


def _keep_agreements() -> None:
    """The wording of each agreement that is still known, as a copy that was handed over."""
    connection = op.get_bind()
    plans = connection.execute(
        sa.text("SELECT * FROM plan WHERE agreed_on IS NOT NULL AND state <> 'draft'")
    ).mappings()
    for plan in plans.fetchall():
        items = _agreed_items(connection, dict(plan))
        if items:
            _hand_over(connection, dict(plan), items)


def _agreed_items(connection: sa.Connection, plan: Row) -> list[Row]:
    """The goals as they were at the end of the day of the agreement; none if that is not known."""
    key = {"plan": plan["id"], "day": plan["agreed_on"]}
    body = connection.execute(
        sa.text("SELECT body FROM plan_snapshot WHERE plan_id = :plan AND before > :day "
                "ORDER BY before LIMIT 1"), key,
    ).scalar()  # fmt: skip
    try:
        return _of_snapshot(body) if body else _of_tables(connection, key)
    except (ValueError, KeyError, TypeError, AttributeError):
        return []


def _of_snapshot(body: str) -> list[Row]:
    return [
        _item(one["item"], (one["objective"] or {}).get("title", ""), one["key_results"])
        for one in json.loads(body)["items"]
    ]


def _of_tables(connection: sa.Connection, key: Row) -> list[Row]:
    """The goals as they are, if none of them was touched since."""
    goals = connection.execute(
        sa.text("SELECT i.*, o.title AS objective FROM plan_item i "
                "LEFT JOIN objective o ON o.id = i.objective_id WHERE i.plan_id = :plan "
                "ORDER BY CASE i.horizon WHEN 'short' THEN 0 ELSE 1 END, i.rank, i.id"), key,
    ).mappings().fetchall()  # fmt: skip
    if any(goal["touched_on"] > key["day"] for goal in goals):
        return []
    results = sa.text("SELECT * FROM key_result WHERE item_id = :item ORDER BY rank, id")
    return [
        _item(
            dict(goal),
            goal["objective"] or "",
            map(dict, connection.execute(results, {"item": goal["id"]}).mappings()),
        )
        for goal in goals
    ]


def _item(goal: Row, objective: str, results: Iterable[Row]) -> Row:
    names = ("uid", "horizon", "title", "state", "due_on", "for_person", "for_business")
    measured = ("uid", "name", "measure", "direction", "baseline", "target", "unit")
    return {
        **{name: goal[name] for name in names},
        "objective": objective,
        "key_results": [{name: row[name] for name in measured} for row in results],
    }


def _hand_over(connection: sa.Connection, plan: Row, items: list[Row]) -> None:
    shared = {name: plan[name] for name in ("title", "starts_on", "ends_on", "agreed_on")}
    body = json.dumps({**shared, "items": items}, ensure_ascii=False)
    connection.execute(
        sa.text("INSERT INTO handed_over (uid, person_id, what, plan_id, handed_on, digest, body) "
                "VALUES (:uid, :person, 'plan', :plan, :day, :digest, :body)"),
        {"uid": uuid.uuid4().hex, "person": plan["person_id"], "plan": plan["id"],
         "day": plan["agreed_on"], "digest": hashlib.sha256(body.encode()).hexdigest(),
         "body": body},
    )  # fmt: skip

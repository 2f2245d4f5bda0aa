"""Every read finds its rows by an index; none reads a whole table to show one person."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from careerdesk.data import queries
from careerdesk.data.queries import check_ins_around, today
from tests.stores import blank_file

LARGE = {
    "check_in", "plan_item", "discovery_note", "key_result", "agenda_item", "promise",
    "item_motivator", "motivator", "plan",
    "review", "seal", "shared_sheet", "peer_feedback", "calibration", "evidence",
    "accomplishment", "crossing",
}  # fmt: skip
READ_WHOLE = {"checking.SEALED", "checking.SHARED"}  # only `check` asks, and means all of them
SORTED_BY_HAND = {  # few rows each: one plan, one agenda, the people of one manager, the bank;
    # what hangs on the check-ins of one person is read once for a whole document
    "key_result_values.VALUES_OF_PLAN",
    "plans.ITEMS", "brief.GOALS", "brief.STEPS", "brief.CHANGES", "brief.MOVED",
    "brief.AT_HAND", "plans.FED_BY_PLAN", "plans.MEASURED_IN_PLAN",
    "plans.CURRENT", "plans.CLOSED", "plans.OF_PERSON", "feedback.GOALS",
    "sharing.ITEMS", "sharing.FED", "sharing.MEASURED", "sharing.STEPS", "sharing.ASPIRATIONS",
    "people.IN_RAIL", "people.WITHOUT_CHECK_INS", "people.ARCHIVED", "people.EVERYONE",
    "people.IDS", "people.ORDER",
    "search_lines.NAMES",
    "discovery.BANK", "discovery.ASKED", "discovery.BANK_ASKED",
    "own_words.WANTED", "checkins.AGENDA", "checkins.AGENDA_AT_END", "checkins.COVERED",
    "actions.OF_PLAN", "goal_changes.OF_CHECK_INS", "goal_changes.IN_PLAN",
    "summaries.POINTS", "summaries.PROMISES", "summaries.VALUES_READ", "summaries.FEEDBACK",
    "summaries.CHANGES",
}  # fmt: skip


def selects() -> Iterator[tuple[str, str]]:
    """Each SELECT of the reading side by its name."""
    for found in pkgutil.walk_packages(queries.__path__, f"{queries.__name__}."):
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            query = isinstance(value, str) and "SELECT" in value and name[0] != "_"
            if query and name.isupper():
                yield f"{found.name.removeprefix(queries.__name__ + '.')}.{name}", value


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = blank_file(tmp_path_factory.mktemp("plans") / "store.db")
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def steps(schema: sqlite3.Connection, sql: str) -> list[str]:
    """How SQLite would do it."""
    wanted = len(re.findall(r"\?(?!\d)", sql)) or len(set(re.findall(r"\?\d", sql)))
    rows = schema.execute(f"EXPLAIN QUERY PLAN {sql}", [1] * wanted)
    return [str(row[3]) for row in rows]


def tables(sql: str) -> dict[str, str]:
    """The table behind each alias."""
    pairs = re.findall(r"(?:FROM|JOIN)\s+(\w+)(?:\s+(\w)\b)?", sql)
    return {alias or table: table for table, alias in pairs}


@pytest.mark.parametrize(("name", "sql"), [pytest.param(*each, id=each[0]) for each in selects()])
def test_no_read_scans_what_grows(schema: sqlite3.Connection, name: str, sql: str) -> None:
    known = tables(sql)
    for step in steps(schema, sql):
        scanned = re.match(r"SCAN (\w+)", step)
        if scanned and name not in READ_WHOLE:
            assert known.get(scanned[1], scanned[1]) not in LARGE, f"{name}: {step}"


@pytest.mark.parametrize(("name", "sql"), [pytest.param(*each, id=each[0]) for each in selects()])
def test_no_read_sorts_what_an_index_could_hold(
    schema: sqlite3.Connection, name: str, sql: str
) -> None:
    sorting = [step for step in steps(schema, sql) if "TEMP B-TREE" in step]
    assert not sorting or name in SORTED_BY_HAND


def test_today_reads_no_goal_without_a_next_step(schema: sqlite3.Connection) -> None:
    goals = [step for step in steps(schema, today.STEPS) if re.match(r"SEARCH [ik] ", step)]
    assert [step.partition(" (")[0] for step in goals] == [
        "SEARCH k USING COVERING INDEX ix_plan_item_plan_id_horizon_rank",
        "SEARCH i USING INTEGER PRIMARY KEY",
    ]


@pytest.mark.parametrize("sql", [today.HELD, check_ins_around.AROUND])
def test_the_last_career_conversation_is_found_among_those_alone(
    schema: sqlite3.Connection, sql: str
) -> None:
    found = "ix_check_in_person_id_state_kind_starts_at (person_id=? AND state=? AND kind=?)"
    assert any(found in step for step in steps(schema, sql))


def test_there_are_reads_to_look_at() -> None:
    assert len(list(selects())) > 30

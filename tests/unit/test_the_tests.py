"""The tests themselves: none of them decides by time, by today's date or by a clock of the wall."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests import seeds

TESTS = Path(__file__).resolve().parents[1]
CLOCKS = {
    "perf_counter", "monotonic", "process_time", "sleep", "today", "now", "utcnow", "time_ns",
    "msleep", "qWait", "qSleep",
}  # fmt: skip
PATIENCE = {"e2e/screen.py"}  # looks again and again at a program of its own, up to an end
OWNERS = {"time", "date", "datetime", "QTest", "QThread", "QDate", "QDateTime"}


def clocks_in(path: Path) -> Iterator[str]:
    """Where a test asks a clock of this machine, or sets a property a deadline."""
    source = path.read_text(encoding="utf-8")
    if not any(name in source for name in (*CLOCKS, "deadline")):
        return  # to parse every module takes long
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS:
            owner = node.value.id if isinstance(node.value, ast.Name) else ""
            if owner in OWNERS and not (owner == "time" and node.attr in {"now", "today"}):
                yield f"{path.name}:{node.lineno} {owner}.{node.attr}"
        elif isinstance(node, ast.keyword) and node.arg == "deadline":
            if not (isinstance(node.value, ast.Constant) and node.value.value is None):
                yield f"{path.name}:{node.lineno} deadline"
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from (f"{path.name}:{node.lineno} time.{one.name}" for one in node.names
                        if one.name in CLOCKS)  # fmt: skip


def test_no_test_asks_a_clock_of_this_machine() -> None:
    found = [
        line
        for path in sorted(TESTS.rglob("*.py"))
        if path.relative_to(TESTS).as_posix() not in PATIENCE
        for line in clocks_in(path)
    ]
    assert found == []


def test_no_property_fails_for_being_slow() -> None:
    assert settings.default is not None
    assert settings.default.deadline is None
    assert settings.default.print_blob


@pytest.mark.parametrize(("long", "count"), [("", 25), ("1", 500)])
def test_a_long_run_has_more_seeds(monkeypatch: pytest.MonkeyPatch, long: str, count: int) -> None:
    monkeypatch.setenv(seeds.LONG, long)
    assert len(seeds.seeds()) == count
    assert list(seeds.seeds(3, 5)) == list(range(5 if long else 3))
    assert seeds.examples(10) == (200 if long else 10)

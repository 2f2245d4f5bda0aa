"""A plugin of pytest that runs the tests of faults, and prints what came of each number.

`python3 dev.py faults` loads it. How often a fault was brought about is the number of its tests,
and of the kills in them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.killing import kills

ROOT = Path(__file__).parents[2]
KILLS = "kills"
"""The property of a test that says how often it killed the program."""
_NUMBER = re.compile(r"f\d\d(?=_)")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Only the tests that are named after a number."""
    items[:] = [item for item in items if _numbers(item.name)]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Note how often a test killed the program."""
    before = len(kills)
    try:
        return (yield)
    finally:
        item.user_properties.append((KILLS, len(kills) - before))


def _numbers(name: str) -> list[str]:
    begin = re.match(r"test_((?:f\d\d_)+)", name)
    return [found.upper() for found in _NUMBER.findall(begin[1])] if begin else []


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The table, by number."""
    how = _brought_about_by()
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    times: Counter[str] = Counter()
    for outcome in ("passed", "failed", "error", "skipped"):
        for report in terminalreporter.stats.get(outcome, []):
            kills = dict(getattr(report, "user_properties", ())).get(KILLS, 0)
            for number in _numbers(report.nodeid.rpartition("::")[2]):
                outcomes[number][outcome] += 1
                times[number] += max(1, int(str(kills)))
    terminalreporter.section("faults")
    for number in sorted(how | outcomes):
        said = ", ".join(f"{count} {word}" for word, count in outcomes[number].items())
        words = number, f"{times[number]:>5}", f"{how.get(number, '?'):<58}", said or "none ran"
        terminalreporter.write_line("  ".join(words))
    total = sum(count for number, count in times.items() if number <= "F05")
    terminalreporter.write_line(f"Kills, or edits seen to their end, of F01 to F05: {total}")


def _brought_about_by() -> dict[str, str]:
    rows = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8").splitlines()
    cells = [row.split("|") for row in rows if re.match(r"\| F\d\d \|", row)]
    return {cell[1].strip(): cell[3].strip() for cell in cells if len(cell) > 5}

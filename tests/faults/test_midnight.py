"""The real program over midnight: a process whose clock says that it is late in the evening."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from careerdesk.ui.base import names
from tests.builders import NOW, a_person, a_planned
from tests.clocks import LIBRARY, WHY
from tests.e2e.screen import missing_tools
from tests.faults.test_start import Starting, display, shown
from tests.stores import blank_store

__all__ = ["display"]  # a fixture
A_MINUTE = 240  # at most: the program looks once a minute if it does not find midnight itself
BEFORE, AFTER = "2026-11-17 23:59:58", "2026-11-18 00:00:01"


def clock_in(file: Path) -> dict[str, str]:
    """What makes the clock of a process stand where *file* says; its timers go on."""
    return {
        "LD_PRELOAD": LIBRARY,
        "FAKETIME_TIMESTAMP_FILE": str(file),
        "FAKETIME_CACHE_DURATION": "1",  # seconds until it looks at the file again
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }


@pytest.fixture
def starting(tmp_path: Path, display: dict[str, str]) -> Iterator[Starting]:
    made = Starting(tmp_path / "home", display)
    store = blank_store(made.home / "data" / "careerdesk.db")
    ana = a_person(store, "Ana Ruiz").driven_by("Craft").with_goals("Release alone")
    a_planned(store, ana.id, NOW + timedelta(days=1))
    store.close()
    made.with_place(names.TODAY_VIEW)
    yield made
    if made.first is not None and made.first.process.poll() is None:
        made.first.kill()


@pytest.mark.skipif(not LIBRARY, reason=WHY)
@pytest.mark.skipif(bool(missing_tools()), reason="needs a screen")
def test_after_midnight_today_shows_what_is_due_on_the_new_day(
    starting: Starting, tmp_path: Path
) -> None:
    clock = tmp_path / "clock"
    clock.write_text(BEFORE)
    starting.environment |= clock_in(clock)
    program = shown(starting.start(), names.TODAY_VIEW)
    assert "Tomorrow" in row_of(starting)
    with clock.open("r+") as file:  # as long as before: without a file it would be the real time
        file.write(AFTER)
    program.until(lambda: row_of(starting), lambda words: "Today" in words, patience=A_MINUTE)
    assert program.close() == 0


def row_of(starting: Starting) -> str:
    """What a screen reader says of the next check-in."""
    assert starting.first is not None
    return str(starting.first.ask("spoken", names.UPCOMING_LIST)[0])

"""The page of a damaged store says what helps, and where a copy is."""

from __future__ import annotations

import os
from datetime import datetime

import pytest
from PySide6.QtWidgets import QLabel

from careerdesk.ui.shell.damaged import DamagedPage
from tests.robots.stage import TODAY, Stage


def words_of(stage: Stage) -> str:
    page = stage.put(DamagedPage(stage.ctx))
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def keep(stage: Stage, version: int, day: int) -> None:
    """A copy as it is kept before an update, on a day of this month."""
    path = stage.store.path
    copy = path.with_name(f"{path.stem}-before-update-{version}{path.suffix}")
    copy.write_bytes(b"")
    moment = datetime(TODAY.year, TODAY.month, day, 12).astimezone().timestamp()
    os.utime(copy, (moment, moment))


def test_the_newest_copy_that_was_kept_is_named_with_its_day(stage: Stage) -> None:
    keep(stage, 3, 9)
    keep(stage, 2, 2)
    name = f"{stage.store.path.stem}-before-update-3{stage.store.path.suffix}"
    month = TODAY.strftime("%b")
    said = f"CareerDesk kept a copy next to the damaged file: {name}, from 9 {month}."
    assert said in words_of(stage)


@pytest.mark.parametrize("other", ["other-before-update-3.db", "store-before-update-3.txt"])
def test_where_no_copy_was_kept_none_is_named(stage: Stage, other: str) -> None:
    stage.store.path.with_name(other).write_bytes(b"")
    assert "CareerDesk kept" not in words_of(stage)

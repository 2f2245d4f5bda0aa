"""A preview that was closed leaves neither its pages nor itself behind."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QLabel

from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import EXPORT_BRIEF, EXPORT_CHECK_INS
from tests.builders import PersonBuilder
from tests.robots.everywhere import close_dialog
from tests.robots.window import PeopleRobot

SHEETS = (
    names.EXPORT_PLAN, EXPORT_BRIEF, EXPORT_CHECK_INS, names.ASK_BEFORE, names.TAKE_IN_ANSWER,
)  # fmt: skip


@pytest.fixture
def ana(team: PeopleRobot) -> PeopleRobot:
    """Someone with a plan and a talk to hand over."""
    builder = PersonBuilder(team.store, "Dana Olt").with_goals("Loads by six")
    builder.with_checkin(7, shared_notes="We looked at the loads")
    team.choose("Dana Olt")
    return team


def living(team: PeopleRobot) -> tuple[int, int, int]:
    gc.collect()
    pictures = sum(isinstance(one, QImage) for one in gc.get_objects())
    dialogs = team.window.findChildren(QDialog)
    return pictures, len(dialogs), len(team.window.findChildren(QLabel))


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_preview_opened_again_and_again_stays_nowhere(ana: PeopleRobot, sheet: str) -> None:
    counts = []
    for _ in range(4):
        ana.act(sheet)
        close_dialog(ana)
        counts.append(living(ana))
    assert counts[1:] == counts[:1] * 3

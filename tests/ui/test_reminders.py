"""A message before a check-in: no name, no words, none while the screen is shared."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from careerdesk.domain.records import CheckInKind
from careerdesk.services import checkins, people, planning
from careerdesk.services.store import Store
from careerdesk.ui.shell.reminders import SETTING, Reminders
from tests.builders import a_person, a_planned
from tests.robots.stage import Stage

SECRET = "Ana Ruiz-Qzq"


class Waiting:
    """Ana's next check-in begins soon; what is told is kept."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.told: list[tuple[str, str]] = []
        self.ana = a_person(stage.store, SECRET)
        self.plan(minutes=4)

    def plan(self, minutes: float) -> None:
        a_planned(self.stage.store, self.ana.id, self.now + timedelta(minutes=minutes))

    @property
    def now(self) -> datetime:
        return self.stage.ctx.clock.now()

    def tell(self, title: str, text: str) -> None:
        self.told.append((title, text))

    def begin(self) -> Reminders:
        return Reminders(self.stage.ctx, self.tell, self.stage.window)


@pytest.fixture
def waiting(stage: Stage) -> Waiting:
    return Waiting(stage)


def test_a_near_check_in_is_told_once_and_without_a_name(waiting: Waiting) -> None:
    reminders = waiting.begin()
    reminders.look()
    assert waiting.told == [("CareerDesk", "Your next check-in starts in 4 minutes.")]


def test_a_career_conversation_is_not_told_as_a_one_on_one(waiting: Waiting) -> None:
    planning.plan(
        waiting.stage.store, waiting.ana.id, waiting.now + timedelta(minutes=2), waiting.now,
        CheckInKind.CAREER,
    )  # fmt: skip
    waiting.begin()
    assert waiting.told == [("CareerDesk", "Your next check-in starts in 2 minutes.")]


def test_a_check_in_that_is_moved_is_told_again(waiting: Waiting) -> None:
    reminders = waiting.begin()
    waiting.plan(minutes=2)
    reminders.look()
    assert len(waiting.told) == 2


def test_a_setting_turns_it_off(waiting: Waiting) -> None:
    waiting.stage.ctx.settings.setValue(SETTING, 0)
    waiting.begin()
    assert waiting.told == []


def test_nothing_is_told_while_the_screen_is_shared(waiting: Waiting) -> None:
    sharing = waiting.stage.ctx.sharing
    sharing.share(waiting.ana.id)
    reminders = waiting.begin()
    assert waiting.told == []
    sharing.stop()
    reminders.look()
    assert len(waiting.told) == 1


def test_an_archived_person_is_left_in_peace(waiting: Waiting, store: Store) -> None:
    people.archive(store, waiting.ana.id, waiting.stage.ctx.clock.today())
    waiting.begin()
    assert waiting.told == []


def test_a_running_check_in_is_not_told_of(waiting: Waiting, store: Store) -> None:
    checkins.start(store, waiting.ana.id, waiting.now)
    waiting.begin()
    assert waiting.told == []

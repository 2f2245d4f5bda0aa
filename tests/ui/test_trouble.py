"""An error of the program is told in a sentence, and in the log by its place alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from careerdesk.ui.trouble import KEY, Trouble
from tests.robots.window import PeopleRobot


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException]]:
    """What reached the hook that was there before."""
    found: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _frames: found.append(kind))
    return found


@pytest.fixture
def trouble(team: PeopleRobot, noted: list[type[BaseException]]) -> Iterator[Trouble]:
    """The hook of a window, over the one that is noted."""
    assert noted == []
    made = Trouble(team.window.ctx.notices)
    yield made
    made.stop()


def test_a_banner_says_so_without_the_words_of_the_error(
    team: PeopleRobot, trouble: Trouble, noted: list[type[BaseException]]
) -> None:
    with team.qtbot.waitSignal(trouble.happened):
        sys.excepthook(ValueError, ValueError("she is tired"), None)
    team.wait(lambda: bool(team.banner(KEY)))
    assert "Your text is safe" in team.banner(KEY)
    assert "tired" not in team.banner(KEY)
    assert noted == [ValueError]


def test_an_interrupt_is_no_trouble(
    team: PeopleRobot, trouble: Trouble, noted: list[type[BaseException]]
) -> None:
    with team.qtbot.assertNotEmitted(trouble.happened):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert noted == [KeyboardInterrupt]


def test_the_hook_is_given_back(team: PeopleRobot, noted: list[type[BaseException]]) -> None:
    before = sys.excepthook
    made = Trouble(team.window.ctx.notices)
    assert sys.excepthook is not before
    made.stop()
    assert sys.excepthook is before
    assert noted == []

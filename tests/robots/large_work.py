"""What is stored in parts, and what somebody does between two of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from careerdesk.domain.parts import Part
from tests.robots.window import PeopleRobot


def meanwhile(robot: PeopleRobot, act: Callable[[], object]) -> list[Part]:
    """Do something once, between the first two parts of what is stored; all its parts."""
    work, parts = robot.window.ctx.work, []

    def note(part: Part) -> None:
        parts.append(part)
        if len(parts) == 1:
            QTimer.singleShot(0, act)

    work.moved.connect(note)
    return parts


def through(robot: PeopleRobot) -> None:
    """Wait until nothing is being stored any more."""
    robot.wait(lambda: not robot.window.ctx.work.busy)

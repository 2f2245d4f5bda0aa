"""Agendas to begin with, in our own words; owners say who brings each point."""

from __future__ import annotations

from careerdesk.dataclass import dataclass
from careerdesk.domain.records import Owner


@dataclass(frozen=True, slots=True)
class Point:
    """A point of an agenda template."""

    text: str
    owner: Owner = Owner.ME
    private: bool = False
    repeating: bool = False


@dataclass(frozen=True, slots=True)
class Agenda:
    """A named list of points."""

    name: str
    points: tuple[Point, ...]


THEM, ME = Owner.THEM, Owner.ME
BUILT_IN = (
    Agenda(
        "Regular 1:1",
        (
            Point("What is on your mind?", THEM),
            Point("What went well since the last time, and what was hard?", THEM),
            Point("One goal of the plan: what moved, what is in the way?", ME),
            Point("What do you need from me until the next time?", THEM),
        ),
    ),
    Agenda(
        "Career conversation",
        (
            Point("What has changed in what you want?", THEM),
            Point("Which work of the last months would you like more of?", THEM),
            Point("The plan: which goal still leads there, which one does not?", ME),
            Point("One step for the next four weeks", ME),
        ),
    ),
    Agenda(
        "First 1:1",
        (
            Point("What should I know about how you like to work?", ME),
            Point("How do you want to hear praise, and how criticism?", ME),
            Point("What would make the first three months good for you?", THEM),
            Point("How often do we talk, and who brings the agenda?", ME),
        ),
    ),
    Agenda(
        "Back after a leave",
        (
            Point("How is it to be back?", THEM),
            Point("What changed here meanwhile", ME),
            Point("What should wait, and what matters first?", ME),
        ),
    ),
)

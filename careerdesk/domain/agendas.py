"""Agendas to begin with, in our own words; owners say who brings each point."""

from __future__ import annotations

from dataclasses import replace

from careerdesk.dataclass import dataclass
from careerdesk.domain.records import Owner
from careerdesk.i18n import N_, Message, translated


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

    name: Message
    points: tuple[Point, ...]

    def said(self) -> tuple[Point, ...]:
        """The points in the language of the interface."""
        return tuple(replace(one, text=translated(Message(one.text))) for one in self.points)


THEM, ME = Owner.THEM, Owner.ME
BUILT_IN = (
    Agenda(
        N_("Regular 1:1"),
        (
            Point(N_("What is on your mind?"), THEM),
            Point(N_("What went well since the last time, and what was hard?"), THEM),
            Point(N_("One goal of the plan: what moved, what is in the way?"), ME),
            Point(N_("What do you need from me until the next time?"), THEM),
        ),
    ),
    Agenda(
        N_("Career conversation"),
        (
            Point(N_("What has changed in what you want?"), THEM),
            Point(N_("Which work of the last months would you like more of?"), THEM),
            Point(N_("The plan: which goal still leads there, which one does not?"), ME),
            Point(N_("One step for the next four weeks"), ME),
        ),
    ),
    Agenda(
        N_("First 1:1"),
        (
            Point(N_("What should I know about how you like to work?"), ME),
            Point(N_("How do you want to hear praise, and how criticism?"), ME),
            Point(N_("What would make the first three months good for you?"), THEM),
            Point(N_("How often do we talk, and who brings the agenda?"), ME),
        ),
    ),
    Agenda(
        N_("Back after a leave"),
        (
            Point(N_("How is it to be back?"), THEM),
            Point(N_("What changed here meanwhile"), ME),
            Point(N_("What should wait, and what matters first?"), ME),
        ),
    ),
)

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
            Point(N_("What's on your mind?"), THEM),
            Point(N_("What has gone well since last time, and what has been hard?"), THEM),
            Point(
                N_("One goal from the plan: what progress have you made, and what's in the way?"),
                ME,
            ),
            Point(N_("What do you need from me before next time?"), THEM),
        ),
    ),
    Agenda(
        N_("Career conversation"),
        (
            Point(N_("Do you still want the same things?"), THEM),
            Point(
                N_("What kind of work from the past few months would you like to do more of?"), THEM
            ),
            Point(
                N_("The plan: which goals still point in the right direction, and which don't?"), ME
            ),
            Point(N_("One step to take over the next four weeks"), ME),
        ),
    ),
    Agenda(
        N_("First 1:1"),
        (
            Point(N_("What should I know about how you like to work?"), ME),
            Point(N_("How do you like to receive praise? And criticism?"), ME),
            Point(N_("What would make your first three months a success?"), THEM),
            Point(N_("How often should we meet, and who sets the agenda?"), ME),
        ),
    ),
    Agenda(
        N_("Back from leave"),
        (
            Point(N_("How does it feel to be back?"), THEM),
            Point(N_("What has changed here while you were away"), ME),
            Point(N_("What should come first, and what can wait?"), ME),
        ),
    ),
)

"""A cycle of reviews on plain lists, and what the heart may say of it.

Where the plan is silent, this was chosen, as the program has it:

- Today has one line a cycle that is open: its earliest deadline that somebody still has to meet,
  from two weeks before it on, with how many have to. The plan says that review deadlines are on
  Today and stand last, not from when on or how they are counted.
- A self review is there with its day, feedback of peers when some was asked for and all came back.
  Writing is done with the seal, like the seal itself. Calibration is done with a first round.
- A light cycle asks for writing and sharing alone, also where it holds other days. It can turn into
  one that calibrates at any time, and back while there is neither a round nor upward feedback.
- Who is left out, and who was shared with, is waited for no longer; who is on leave or
  archived still is, until they are left out, as the review stays to be done.
- Invited is who reports to the manager and is there on the last day of the period, also on leave.
  Others are let in by hand.
- The check-in after sharing is proposed for the first day from three days later on, tomorrow at the
  earliest, that is no weekend and not in a leave; of a leave without an end none is known. It is
  at two, or half an hour later each time that is taken.
- Today counts each of its lines as one thing that needs the manager.
- A check-in of the kind that was a review once counts for the cadence as any that was held, and
  in the balance as a meeting.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

MARK = "qzreview"  # in all that is written in Reviews
STAGES = ("self", "peers", "writing", "sealed", "calibrated", "shared")
LIGHT = ("writing", "shared")


@dataclass
class Review:
    """One person in a cycle, and how far it is."""

    id: int
    person: int
    left_out: bool = False
    self_in: bool = False
    waiting: list[int] = field(default_factory=list)  # peers who were asked
    answered: int = 0
    upward: bool = False
    written: bool = False
    sealed_on: date | None = None
    rounds: int = 0
    shared_on: date | None = None

    def misses(self, stage: str) -> bool:
        """Whether a stage is still to be done."""
        if self.left_out or self.shared_on is not None:
            return False
        return not {
            "self": self.self_in,
            "peers": self.answered > 0 and not self.waiting,
            "writing": self.sealed_on is not None,
            "sealed": self.sealed_on is not None,
            "calibrated": self.rounds > 0,
            "shared": False,
        }[stage]


@dataclass
class Cycle:
    """A cycle with the last day of each stage; None where a stage has none."""

    id: int
    ends_on: date
    due: dict[str, date | None]
    reviews: list[Review] = field(default_factory=list)
    closed: bool = False
    light: bool = False

    def may_be_light(self) -> bool:
        """Whether there is nothing in it that only one that calibrates shows."""
        return not any(one.rounds or one.upward for one in self.reviews)

    def next_deadline(self) -> tuple[str, date, int] | None:
        """The earliest one that somebody has to meet, and how many have to."""
        found = None
        for stage in LIGHT if self.light else STAGES:
            day, missing = self.due[stage], sum(one.misses(stage) for one in self.reviews)
            if day is not None and missing and (found is None or day < found[1]):
                found = stage, day, missing
        return None if self.closed else found


@dataclass
class Meeting:
    """A review meeting; how long it took may not be known."""

    id: int
    person: int
    on: date
    minutes: int | None

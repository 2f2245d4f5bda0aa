"""Feedback as a record; alone, because the brief reads it at every start."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from careerdesk.dataclass import dataclass
from careerdesk.domain.records import Record


class FeedbackWay(StrEnum):
    """Whether feedback was given to the person, came in about them, or waits to be given."""

    GIVEN = "given"
    RECEIVED = "received"
    TO_DELIVER = "to_deliver"


class Tone(StrEnum):
    """Whether feedback praises or helps to do better."""

    PRAISE = "praise"
    CONSTRUCTIVE = "constructive"


_ENDS = tuple(".!?…:;,。！？؟।–—")
_CLOSING = "\"'”’»)"


def in_one(situation: str, behaviour: str, impact: str) -> str:
    """The three parts of what was said, one after the other, each ended by a dash or its own mark.

    They were typed into fields of their own, mostly without a full stop.
    """
    said = ""
    for part in filter(None, (situation, behaviour, impact)):
        if said:
            said += " " if said.rstrip(_CLOSING).endswith(_ENDS) else " – "
        said += part
    return said


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback(Record):
    """What someone did, where, and what it led to. `given_on` is None until it is.

    `noted_on` is the day it was written down, where that was a later one. It may be about a goal.
    What was said in a career conversation that was deleted is still `of_career`.
    """

    person_id: int
    way: FeedbackWay = FeedbackWay.GIVEN
    tone: Tone = Tone.PRAISE
    given_on: date | None = None
    noted_on: date | None = None
    from_whom: str = ""
    situation: str = ""
    behaviour: str = ""
    impact: str = ""
    item_id: int | None = None
    made_in: int | None = None
    of_career: bool = False

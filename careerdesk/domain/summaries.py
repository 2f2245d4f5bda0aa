"""The check-ins with a person, to be read again: what both may see, and apart from it what not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from careerdesk.dataclass import dataclass
from careerdesk.domain.shared import SharedCheckIn


@dataclass(frozen=True, slots=True)
class PrivateSide:
    """What the manager alone knows of a check-in."""

    notes: str = ""
    said: int | None = None
    sensed: int | None = None
    temperature_words: str = ""
    points: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """All check-ins of a person, the newest first; `private` is empty unless it was asked for.

    It is kept by the id of the check-in.
    """

    person_name: str
    person_short_name: str
    person_title: str
    person_team: str
    on: date
    check_ins: tuple[SharedCheckIn, ...]
    private: Mapping[int, PrivateSide] = field(default_factory=dict)

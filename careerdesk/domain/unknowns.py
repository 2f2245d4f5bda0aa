"""What is not known of somebody yet, which is why a question is suggested."""

from __future__ import annotations

from enum import StrEnum

from careerdesk.dataclass import dataclass
from careerdesk.domain.records import Lens


class Unknown(StrEnum):
    """What is not known of somebody, by the weight it has."""

    START = "start"
    GUESSED = "guessed"
    ASPIRATION = "aspiration"
    VALUES = "values"
    LENS = "lens"
    NEVER = "never"
    LONGEST = "longest"


@dataclass(frozen=True, slots=True)
class Why:
    """Why a question is suggested; of *Start here* how many of how many were asked."""

    unknown: Unknown
    lens: Lens
    asked: int = 0
    of: int = 0

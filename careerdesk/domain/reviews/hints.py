"""Hints on wording that commonly biases a review: they advise, and never block.

The phrases are English; where a word is used otherwise too, it is left in peace.
"""

from __future__ import annotations

import re
from enum import StrEnum

from careerdesk.dataclass import dataclass

SHORTEST = 12  # words; below, there is nothing to remark on yet


class Bias(StrEnum):
    """What a hint is about."""

    RECENCY = "recency"
    PERSONALITY = "personality"
    ABSOLUTE = "absolute"
    NO_EXAMPLE = "no_example"


@dataclass(frozen=True, slots=True)
class BiasHint:
    """Where in the text, and the words there; a hint about the whole text has no place."""

    bias: Bias
    start: int = 0
    end: int = 0
    words: str = ""


_PHRASES: dict[Bias, tuple[str, ...]] = {
    Bias.RECENCY: (
        "recently", "lately", "last week", "last month", "in the last weeks",
        "in the last few weeks", "these days", "in recent weeks", "in the past few weeks",
    ),
    Bias.PERSONALITY: (
        "abrasive", "aggressive", "ambitious woman", "arrogant", "bossy", "bubbly", "cold person",
        "difficult person", "emotional", "feisty", "has an attitude", "bad attitude",
        "good attitude", "great attitude", "is nice", "likeable", "likable", "moody",
        "natural leader", "not a team player", "a team player", "rock star", "rockstar",
        "strong personality", "too quiet", "too shy", "born leader", "lazy", "a perfectionist",
        "is a genius", "brilliant mind", "a pleasure to work with",
    ),
    Bias.ABSOLUTE: ("always", "never", "every single time", "constantly", "not once"),
}  # fmt: skip
_PEACE = (  # what follows a word that means something else there
    r"(?!-|\s+(?:deadlines?|timelines?|schedules?|targets?|goals?|growth|scope|intelligence|support"
    r"|loading|evaluation)\b)"
)
_OTHERWISE = {"last week": r"(?! of)", "last month": r"(?! of)"}
_EXAMPLE = re.compile(
    r"\d|\bfor example\b|\bfor instance\b|\bsuch as\b|\be\.g\.|\bwhen (?:he|she|they|the)\b"
    r"|\b(?:in|since|last|by) (?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december|spring|summer|autumn|winter)\b",
    re.IGNORECASE,
)
_FOUND = {
    bias: re.compile(
        r"(?<![\w-])(?:"
        + "|".join(re.escape(phrase) + _OTHERWISE.get(phrase, "") for phrase in phrases)
        + r")(?!\w)"
        + _PEACE,
        re.IGNORECASE,
    )
    for bias, phrases in _PHRASES.items()
}


def bias_hints(narrative: str, cited: int = 0) -> list[BiasHint]:
    """What to look at in a narrative, in the order of the text; *cited* counts its evidence."""
    if len(narrative.split()) < SHORTEST:
        return []
    found = [
        BiasHint(bias, match.start(), match.end(), match.group())
        for bias, pattern in _FOUND.items()
        for match in pattern.finditer(narrative)
    ]
    found.sort(key=lambda hint: hint.start)
    if not cited and not _EXAMPLE.search(narrative):
        found.append(BiasHint(Bias.NO_EXAMPLE))
    return found

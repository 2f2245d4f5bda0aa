"""Speaking of a person by their pronouns; without known ones, by "their"."""

from __future__ import annotations

_POSSESSIVE = {"she": "her", "he": "his"}
_OBJECTIVE = {"she": "her", "he": "him"}


def possessive(pronouns: str) -> str:
    """ "her", "his" or "their", for `she/her`, `he/him` and everything else."""
    return _POSSESSIVE.get(_first(pronouns), "their")


def objective(pronouns: str) -> str:
    """ "her", "him" or "them"."""
    return _OBJECTIVE.get(_first(pronouns), "them")


def _first(pronouns: str) -> str:
    return pronouns.strip().casefold().partition("/")[0].strip()

"""Which words stand for a person: only what the pronouns say, never a guess."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """How sentences speak of a person; NAME where no pronouns are known."""

    SHE = "she"
    HE = "he"
    THEY = "they"
    NAME = "name"


_FIRST_WORDS = {"she": Form.SHE, "her": Form.SHE, "he": Form.HE, "him": Form.HE}


def form(pronouns: str) -> Form:
    """The form for pronouns such as `she/her`; all that is neither hers nor his is THEY."""
    first = pronouns.strip().lower().split("/")[0].strip()
    return _FIRST_WORDS.get(first, Form.THEY) if first else Form.NAME

"""Which words stand for a person: only what the pronouns say, never a guess.

Every sentence that speaks of somebody is chosen here, whole. *Her*, *his* or *their* as a field of
an English sentence could not be translated: in other languages verbs and adjectives change, too.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from careerdesk.i18n import Message, translated


class Form(StrEnum):
    """How sentences speak of a person; NAME where no pronouns are known.

    The value is the context that the sentence has in the catalogues.
    """

    SHE = "she"
    HE = "he"
    THEY = "they"
    NAME = "name"


class SpokenOf(Protocol):
    """Somebody that a sentence speaks of."""

    @property
    def pronouns(self) -> str:
        """As typed: `she/her`; "" where they are not known."""

    @property
    def short_name(self) -> str:
        """How the manager calls them."""


_FIRST_WORDS = {"she": Form.SHE, "her": Form.SHE, "he": Form.HE, "him": Form.HE}


def form(pronouns: str) -> Form:
    """The form for pronouns such as `she/her`; all that is neither hers nor his is THEY."""
    first = pronouns.strip().lower().split("/")[0].strip()
    return _FIRST_WORDS.get(first, Form.THEY) if first else Form.NAME


def trg(
    whom: SpokenOf, /, they: str, *, she: str = "", he: str = "", named: str = "", **fields: object
) -> str:
    """The sentence that speaks of *whom* in the right form, filled; `{name}` is their short name.

    English gives only the sentences that differ from *they*: `trg(person, "{name} agreed")` is one
    text for all. A translator may give another for each form all the same, since each is a text of
    its own in the catalogue; *named* is for somebody whose pronouns are not known.
    """
    text, context = NG_(whom, they, she=she, he=he, named=named)
    return translated(text, context, **{"name": whom.short_name, **fields})


def NG_(  # noqa: N802 - as N_
    whom: SpokenOf, /, they: str, *, she: str = "", he: str = "", named: str = ""
) -> tuple[Message, str]:
    """The sentence that `trg` would say, in English, and its context: what `translated` takes."""
    spoken = form(whom.pronouns)
    text = {Form.SHE: she, Form.HE: he, Form.NAME: named}.get(spoken) or they
    return Message(text), spoken.value

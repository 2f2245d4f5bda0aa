"""What the sets of questions are called."""

from __future__ import annotations

from careerdesk.domain.question_sets import FIRST, GROW, LIFE_STORY, STAY
from careerdesk.ui.base.texts import tr

CHOICES = ("", LIFE_STORY, STAY, GROW, FIRST)


def set_word(name: str) -> str:
    """The name of a set of questions, with its method."""
    return {
        "": tr("Question bank"),
        LIFE_STORY: tr("Life story (Radical Candor)"),
        STAY: tr("Stay interview"),
        GROW: tr("GROW: goal, reality, options, will"),
        FIRST: tr("First 1:1"),
    }[name]

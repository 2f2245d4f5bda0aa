"""What the sets of questions are called."""

from __future__ import annotations

from careerdesk.domain.question_sets import FIRST, GROW, LIFE_STORY, START, STAY
from careerdesk.domain.suggestions import Start
from careerdesk.i18n import tr, trn

CHOICES = (START, "", LIFE_STORY, STAY, GROW, FIRST)


def set_word(name: str) -> str:
    """The name of a set of questions, with its method."""
    return {
        START: tr("Start here"),
        "": tr("Question bank"),
        LIFE_STORY: tr("Life story (Radical Candor)"),
        STAY: tr("Stay interview"),
        GROW: tr("GROW: goal, reality, options, will"),
        FIRST: tr("First 1:1"),
    }[name]


def start_words(start: Start) -> str:
    """How far *Start here* is, and that the rest need not come at once."""
    so_far = tr("{asked} of {of} questions asked.", asked=start.asked, of=start.of)
    if not start.left:
        return so_far
    if not start.now:
        return tr("{so_far} The rest can wait until another time.", so_far=so_far)
    return trn(
        "{so_far} There's just one more to ask next time.",
        "{so_far} One or two will be enough next time.",
        len(start.now),
        so_far=so_far,
    )

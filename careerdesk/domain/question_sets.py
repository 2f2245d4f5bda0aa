"""Sets of questions for one sitting, in own words; each follows a method that has a name.

*Start here* names questions of the bank, so that an answer counts wherever it was given.
Life story is the first of the career conversations of Radical Candor; GROW is the coaching
model of goal, reality, options and will; a stay interview asks before somebody leaves.
"""

from __future__ import annotations

from collections.abc import Iterable

from careerdesk.domain.records import Lens
from careerdesk.domain.views import AskedQuestion

START = "start-here"
LIFE_STORY, STAY, GROW, FIRST = "life-story", "stay-interview", "grow", "first-talk"

START_HERE = ("start-story", "success-doing", "life-three-years", "start-good-day")
"""What to begin with, by the keys of the bank: where somebody comes from, and where to."""

SETS: dict[str, tuple[tuple[str, Lens, str], ...]] = {
    LIFE_STORY: (
        (
            "story-school",
            Lens.ENVIRONMENT,
            "Let's start with school: what was it like, and what did you love doing?",
        ),
        (
            "story-turns",
            Lens.VALUES,
            "Which turning points did you choose yourself, and why?",
        ),
        (
            "story-jobs",
            Lens.JOY,
            "What did each job teach you about what you want more of, and what less?",
        ),
        ("story-people", Lens.LEARNING, "Who shaped how you work, and what did you take along?"),
        (
            "story-thread",
            Lens.VALUES,
            "Looking at all these turning points: what do they have in common?",
        ),
    ),
    STAY: (
        ("keep-morning", Lens.JOY, "What do you look forward to when the working day begins?"),
        ("keep-learning", Lens.LEARNING, "What are you learning here, and what do you miss?"),
        (
            "keep-seen",
            Lens.FEEDBACK,
            "When did you last feel that your work was seen, and by whom?",
        ),
        ("keep-easier", Lens.ENVIRONMENT, "What would make your work easier or more satisfying?"),
        ("keep-tempt", Lens.STAY, "Which offer would make you think, even if you then said no?"),
        ("keep-me", Lens.STAY, "What can I do more of, or less of, so that you like to stay?"),
    ),
    GROW: (
        ("grow-goal", Lens.SUCCESS, "Goal: what do you want to reach, and how will you know?"),
        (
            "grow-reality",
            Lens.STRENGTHS,
            "Reality: where does it stand today, what works already, and what is in the way?",
        ),
        (
            "grow-options",
            Lens.LEARNING,
            "Options: what could you do, and what else if nothing stood in the way?",
        ),
        (
            "grow-will",
            Lens.LIFE_AHEAD,
            "Will: what are you going to do, by when, and who or what helps you?",
        ),
    ),
    FIRST: (
        (
            "first-know",
            Lens.ENVIRONMENT,
            "What should I know about you, so that we work well together?",
        ),
        (
            "first-told",
            Lens.FEEDBACK,
            "How do you want to be told that something went well, and how that it did not?",
        ),
        ("first-stuck", Lens.STRENGTHS, "What do you do when you are stuck, and how do I notice?"),
        (
            "first-managers",
            Lens.LEARNING,
            "Which of your managers so far helped you most, and by what?",
        ),
        ("first-talks", Lens.SUCCESS, "What do you want from these talks, and how often?"),
    ),
}


def of_set(asked: Iterable[AskedQuestion], name: str) -> list[AskedQuestion]:
    """The questions of a set in its order; those of the bank itself for an empty *name*."""
    if name != START:
        return [one for one in asked if one.question.question_set == name]
    found = {one.question.key: one for one in asked}
    return [found[key] for key in START_HERE if key in found]

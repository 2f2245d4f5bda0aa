"""Sets of questions for one sitting, in own words; each follows a method that has a name.

*Start here* names questions of the bank, so that an answer counts wherever it was given.
Life story is the first of the career conversations of Radical Candor; GROW is the coaching
model of goal, reality, options and will; a stay interview asks before somebody leaves.
"""

from __future__ import annotations

from careerdesk.domain.records import Lens
from careerdesk.i18n import N_, Message

START = "start-here"
LIFE_STORY, STAY, GROW, FIRST = "life-story", "stay-interview", "grow", "first-talk"

START_HERE = ("start-story", "success-doing", "life-three-years", "start-good-day")
"""What to begin with, by the keys of the bank: where somebody comes from, and where to."""

SETS: dict[str, tuple[tuple[str, Lens, Message], ...]] = {
    LIFE_STORY: (
        (
            "story-school",
            Lens.ENVIRONMENT,
            N_("Let's start with school: what was it like, and what did you love doing?"),
        ),
        (
            "story-turns",
            Lens.VALUES,
            N_("Which turning points did you choose yourself, and why?"),
        ),
        (
            "story-jobs",
            Lens.JOY,
            N_("What did each job teach you about what you want more of, and what less?"),
        ),
        (
            "story-people",
            Lens.LEARNING,
            N_("Who shaped how you work, and what did you take along?"),
        ),
        (
            "story-thread",
            Lens.VALUES,
            N_("Looking at all these turning points: what do they have in common?"),
        ),
    ),
    STAY: (
        ("keep-morning", Lens.JOY, N_("What do you look forward to when the working day begins?")),
        ("keep-learning", Lens.LEARNING, N_("What are you learning here, and what do you miss?")),
        (
            "keep-seen",
            Lens.FEEDBACK,
            N_("When did you last feel that your work was seen, and by whom?"),
        ),
        (
            "keep-easier",
            Lens.ENVIRONMENT,
            N_("What would make your work easier or more satisfying?"),
        ),
        (
            "keep-tempt",
            Lens.STAY,
            N_("Which offer would make you think, even if you then said no?"),
        ),
        ("keep-me", Lens.STAY, N_("What can I do more of, or less of, so that you like to stay?")),
    ),
    GROW: (
        ("grow-goal", Lens.SUCCESS, N_("Goal: what do you want to reach, and how will you know?")),
        (
            "grow-reality",
            Lens.STRENGTHS,
            N_("Reality: where does it stand today, what works already, and what is in the way?"),
        ),
        (
            "grow-options",
            Lens.LEARNING,
            N_("Options: what could you do, and what else if nothing stood in the way?"),
        ),
        (
            "grow-will",
            Lens.LIFE_AHEAD,
            N_("Will: what are you going to do, by when, and who or what helps you?"),
        ),
    ),
    FIRST: (
        (
            "first-know",
            Lens.ENVIRONMENT,
            N_("What should I know about you, so that we work well together?"),
        ),
        (
            "first-told",
            Lens.FEEDBACK,
            N_("How do you want to be told that something went well, and how that it did not?"),
        ),
        (
            "first-stuck",
            Lens.STRENGTHS,
            N_("What do you do when you are stuck, and how do I notice?"),
        ),
        (
            "first-managers",
            Lens.LEARNING,
            N_("Which of your managers so far helped you most, and by what?"),
        ),
        ("first-talks", Lens.SUCCESS, N_("What do you want from these talks, and how often?")),
    ),
}

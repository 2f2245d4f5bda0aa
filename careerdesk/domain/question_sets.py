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
            N_("Which turning points were your own choice, and what made you choose them?"),
        ),
        (
            "story-jobs",
            Lens.JOY,
            N_("What has each job taught you about what you want more of, and less of?"),
        ),
        (
            "story-people",
            Lens.LEARNING,
            N_("Who has shaped the way you work, and what did you learn from them?"),
        ),
        (
            "story-thread",
            Lens.VALUES,
            N_("Looking back, what do all these turning points have in common?"),
        ),
    ),
    STAY: (
        ("keep-morning", Lens.JOY, N_("What do you look forward to when you start work each day?")),
        ("keep-learning", Lens.LEARNING, N_("What are you learning here, and what's missing?")),
        (
            "keep-seen",
            Lens.FEEDBACK,
            N_("When did you last feel that someone noticed your work, and who was it?"),
        ),
        (
            "keep-easier",
            Lens.ENVIRONMENT,
            N_("What would make your work easier or more satisfying?"),
        ),
        (
            "keep-tempt",
            Lens.STAY,
            N_("What kind of offer would you seriously consider, even if you ended up saying no?"),
        ),
        ("keep-me", Lens.STAY, N_("What can I do more of, or less of, to make you want to stay?")),
    ),
    GROW: (
        (
            "grow-goal",
            Lens.SUCCESS,
            N_("Goal: what do you want to achieve, and how will you know when you've got there?"),
        ),
        (
            "grow-reality",
            Lens.STRENGTHS,
            N_(
                "Reality: where do things stand today, what's already working, and "
                "what's in the way?"
            ),
        ),
        (
            "grow-options",
            Lens.LEARNING,
            N_(
                "Options: what could you do, and what else would you try if nothing "
                "stood in your way?"
            ),
        ),
        (
            "grow-will",
            Lens.LIFE_AHEAD,
            N_("Will: what are you going to do, by when, and who or what can help you?"),
        ),
    ),
    FIRST: (
        (
            "first-know",
            Lens.ENVIRONMENT,
            N_("What should I know about you so that we can work well together?"),
        ),
        (
            "first-told",
            Lens.FEEDBACK,
            N_(
                "How would you like me to tell you when something has gone well, and "
                "when it hasn't?"
            ),
        ),
        (
            "first-stuck",
            Lens.STRENGTHS,
            N_("What do you do when you're stuck, and how can I tell?"),
        ),
        (
            "first-managers",
            Lens.LEARNING,
            N_("Which of your past managers helped you most, and how?"),
        ),
        (
            "first-talks",
            Lens.SUCCESS,
            N_(
                "What would you like to get out of these conversations, and how "
                "often should we have them?"
            ),
        ),
    ),
}

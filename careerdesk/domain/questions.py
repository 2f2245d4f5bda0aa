"""The built-in question bank, in own words; a key never changes its meaning.

What shall mean something else gets another key, at the end, and `REPLACED` says in whose place.
"""

from __future__ import annotations

from functools import cache

from careerdesk.domain.records import Lens
from careerdesk.i18n import N_, Message, translated

BANK: tuple[tuple[str, Lens, Message], ...] = (
    ("joy-lost-track", Lens.JOY, N_("When did you last lose track of time at work?")),
    (
        "joy-happiest",
        Lens.JOY,
        N_("What were your happiest moments at work? Where were you, and who was with you?"),
    ),
    (
        "joy-give-away",
        Lens.JOY,
        N_("Which part of your week would you hand over to someone else first?"),
    ),
    ("joy-unasked", Lens.JOY, N_("What have you enjoyed doing that nobody asked you to do?")),
    (
        "strengths-easy",
        Lens.STRENGTHS,
        N_("What comes easily to you that others struggle with, and what do you find hard?"),
    ),
    (
        "strengths-asked",
        Lens.STRENGTHS,
        N_("What do people come to you for, even when it's not your job?"),
    ),
    (
        "environment-childhood",
        Lens.ENVIRONMENT,
        N_("Looking back, even as far as childhood, when and where were you at your best?"),
    ),
    (
        "environment-easy-hard",
        Lens.ENVIRONMENT,
        N_("In what kind of environment does good work come easily, and where is it a struggle?"),
    ),
    (
        "environment-day",
        Lens.ENVIRONMENT,
        N_("What does a day look like when you go home with more energy than you started with?"),
    ),
    (
        "success-doing",
        Lens.SUCCESS,
        N_("Imagine you're hugely successful. What does your day look like?"),
    ),
    (
        "success-known",
        Lens.SUCCESS,
        N_("What would you like to be known for among the people whose opinions matter to you?"),
    ),
    ("success-enough", Lens.SUCCESS, N_("How will you know when you have enough?")),
    (
        "life-three-years",
        Lens.LIFE_AHEAD,
        (
            N_(
                "Two or three years from now, what would you like your life to look "
                "like, both at work and outside it?"
            )
        ),
    ),
    (
        "life-first-sign",
        Lens.LIFE_AHEAD,
        N_("What would be the first sign that you're on your way to the life you want?"),
    ),
    ("life-regret", Lens.LIFE_AHEAD, N_("What would you regret not having tried?")),
    (
        "values-matters",
        Lens.VALUES,
        N_("What has to be true of a job for you to believe in it?"),
    ),
    (
        "values-angry",
        Lens.VALUES,
        N_(
            "What has made you really angry at work, and what does that say "
            "about what matters to you?"
        ),
    ),
    (
        "values-admire",
        Lens.VALUES,
        N_("Who do you admire for the way they work, and what exactly do you admire?"),
    ),
    (
        "learning-next",
        Lens.LEARNING,
        N_("What would you like to be able to do a year from now that you can't do today?"),
    ),
    ("learning-how", Lens.LEARNING, N_("How did you learn the thing you're best at?")),
    (
        "learning-stretch",
        Lens.LEARNING,
        N_("What task would scare you a little, in a good way?"),
    ),
    ("stay-why", Lens.STAY, N_("What keeps you here, and what might make you look elsewhere?")),
    (
        "stay-change",
        Lens.STAY,
        N_("If you could change one thing about your job tomorrow, what would it be?"),
    ),
    (
        "stay-last-doubt",
        Lens.STAY,
        N_("When did you last think about leaving, and what prompted it?"),
    ),
    (
        "feedback-best",
        Lens.FEEDBACK,
        N_("What's the most useful thing anyone has ever told you about your work?"),
    ),
    (
        "feedback-how",
        Lens.FEEDBACK,
        N_("How do you like to be told what you could do better, and what doesn't work for you?"),
    ),
    (
        "feedback-me",
        Lens.FEEDBACK,
        N_("What should I do more of, do less of or stop doing to help you do your best work?"),
    ),
    (
        "start-story",
        Lens.VALUES,
        (
            N_(
                "What were you like at school? Which turning points since then were "
                "your own choice, and what made you choose them?"
            )
        ),
    ),
    (
        "start-good-day",
        Lens.STRENGTHS,
        N_("What makes a good day for you, and what are you most proud of?"),
    ),
)

REPLACED = {"start-good-day": "strengths-proud"}
"""The questions that took the place of an earlier one: it is retired when they come, once."""


@cache
def _built_in() -> dict[str, Message]:
    from careerdesk.domain.question_sets import SETS

    return {key: text for entries in (BANK, *SETS.values()) for key, _, text in entries}


def question_words(key: str, text: str) -> str:
    """The words of a question: those of its key, in the language of the interface.

    One that has none, an own one, or that a later version brought, has its own *text*.
    """
    known = _built_in().get(key) if key else None
    return text if known is None else translated(known)

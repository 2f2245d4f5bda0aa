"""The built-in question bank, in own words; a key never changes its meaning.

What shall mean something else gets another key, at the end, and `REPLACED` says in whose place.
"""

from __future__ import annotations

from careerdesk.domain.records import Lens

BANK: tuple[tuple[str, Lens, str], ...] = (
    ("joy-lost-track", Lens.JOY, "When did you last lose track of time at work?"),
    (
        "joy-happiest",
        Lens.JOY,
        "Which were your happiest moments at work: where was that, and who was with you?",
    ),
    ("joy-give-away", Lens.JOY, "Which part of your week would you give away first?"),
    ("joy-unasked", Lens.JOY, "What did you enjoy doing that nobody had asked you for?"),
    (
        "strengths-easy",
        Lens.STRENGTHS,
        "What comes easily to you that others find hard, and what is hard for you?",
    ),
    (
        "strengths-asked",
        Lens.STRENGTHS,
        "What do people come to you for, even when it is not your job?",
    ),
    (
        "environment-childhood",
        Lens.ENVIRONMENT,
        "Looking back, even to childhood: when and where were you at your best?",
    ),
    (
        "environment-easy-hard",
        Lens.ENVIRONMENT,
        "In which surroundings does good work come easily, and in which is it a struggle?",
    ),
    (
        "environment-day",
        Lens.ENVIRONMENT,
        "What does a day look like on which you go home with more energy than you came with?",
    ),
    (
        "success-doing",
        Lens.SUCCESS,
        "Imagine you're hugely successful. What does your day look like?",
    ),
    (
        "success-known",
        Lens.SUCCESS,
        "What would you like to be known for among the people whose opinion counts for you?",
    ),
    ("success-enough", Lens.SUCCESS, "How will you know you have enough?"),
    (
        "life-three-years",
        Lens.LIFE_AHEAD,
        (
            "Two or three years from now, what would you like life to look like, at work and "
            "outside it?"
        ),
    ),
    (
        "life-first-sign",
        Lens.LIFE_AHEAD,
        "What would be the first sign that you are on the way there?",
    ),
    ("life-regret", Lens.LIFE_AHEAD, "What would you regret not having tried?"),
    ("values-matters", Lens.VALUES, "What must be true of a job so that you can stand behind it?"),
    (
        "values-angry",
        Lens.VALUES,
        "What made you really angry at work, and what does that say about what you hold dear?",
    ),
    (
        "values-admire",
        Lens.VALUES,
        "Whom do you admire for the way they work, and for what exactly?",
    ),
    (
        "learning-next",
        Lens.LEARNING,
        "What would you like to be able to do a year from now that you cannot do today?",
    ),
    ("learning-how", Lens.LEARNING, "How did you learn the thing you are best at?"),
    ("learning-stretch", Lens.LEARNING, "Which task would frighten you a little, in a good way?"),
    ("stay-why", Lens.STAY, "What makes you stay, and what could make you look around?"),
    (
        "stay-change",
        Lens.STAY,
        "If you could change one thing about your job tomorrow, what would it be?",
    ),
    (
        "stay-last-doubt",
        Lens.STAY,
        "When did you last think about leaving, and what brought it up?",
    ),
    (
        "feedback-best",
        Lens.FEEDBACK,
        "What is the most useful thing anybody ever told you about your work?",
    ),
    ("feedback-how", Lens.FEEDBACK, "How do you like to hear what could go better, and how not?"),
    (
        "feedback-me",
        Lens.FEEDBACK,
        "What should I do more of, less of, or stop doing, so that your work goes well?",
    ),
    (
        "start-story",
        Lens.VALUES,
        (
            "What were you like at school, and which turning points since then did you choose "
            "yourself, and why?"
        ),
    ),
    (
        "start-good-day",
        Lens.STRENGTHS,
        "What makes a good day for you, and what are you most proud of?",
    ),
)

REPLACED = {"start-good-day": "strengths-proud"}
"""The questions that took the place of an earlier one: it is retired when they come, once."""

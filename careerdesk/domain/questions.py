"""The built-in question bank, in own words; a key never changes its meaning."""

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
        "strengths-proud",
        Lens.STRENGTHS,
        "Which piece of work are you still proud of, and what was your part in it?",
    ),
    (
        "environment-childhood",
        Lens.ENVIRONMENT,
        "From childhood on: in which places and at which events were you at your best?",
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
        "Imagine you have become very successful: what are you doing all day?",
    ),
    (
        "success-known",
        Lens.SUCCESS,
        "What would you like to be known for among the people whose opinion counts for you?",
    ),
    ("success-enough", Lens.SUCCESS, "How will you notice that you have reached enough?"),
    (
        "life-three-years",
        Lens.LIFE_AHEAD,
        "What should life be like in two to three years, at work and beside it?",
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
)

"""Why a question is suggested, in few words and in a sentence; anyone who shows them translates."""

from __future__ import annotations

from datetime import date

from careerdesk.domain.brief_lines import Sentence
from careerdesk.domain.days import days_since
from careerdesk.domain.records import Lens
from careerdesk.domain.unknowns import Unknown, Why
from careerdesk.domain.views import AskedQuestion

VOLUNTARY = (
    "Voluntary. Say what you note and who sees it. Leave out health, family plans, faith, union."
)
"""What is to be said and left out, before the first question that is ever asked of somebody."""

_NOTHING_ABOUT = {
    Lens.STRENGTHS: "Nothing about strengths yet",
    Lens.JOY: "Nothing about joy at work yet",
    Lens.SUCCESS: "Nothing about success yet",
    Lens.LIFE_AHEAD: "Nothing about the years ahead yet",
    Lens.VALUES: "Nothing about values yet",
    Lens.ENVIRONMENT: "Nothing about surroundings yet",
    Lens.LEARNING: "Nothing about learning yet",
    Lens.STAY: "Nothing about staying yet",
    Lens.FEEDBACK: "Nothing about feedback yet",
}
_FEW_WORDS = {
    Unknown.START: "Start here, {asked} of {of} asked",
    Unknown.GUESSED: "Motivators are only guessed",
    Unknown.ASPIRATION: "No aspiration yet",
    Unknown.VALUES: "No values noted yet",
    Unknown.NEVER: "Not asked yet",
    Unknown.LONGEST: "Last asked {day}",
}
_SENTENCES = {
    Unknown.START: "It is one of those to begin with: {asked} of {of} were asked.",
    Unknown.GUESSED: "No motivator was said or confirmed yet. The answer may tell one.",
    Unknown.ASPIRATION: "It is not noted yet where they want to go.",
    Unknown.VALUES: "No values are noted yet.",
    Unknown.LENS: "Nothing was said about this yet.",
    Unknown.NEVER: "It was never asked.",
    Unknown.LONGEST: "It was not asked for {n} days, longer than any other.",
}


def few_words(asked: AskedQuestion) -> Sentence:
    """*Nothing about values yet*."""
    why = _why(asked)
    if why.unknown is Unknown.LENS:
        return Sentence(_NOTHING_ABOUT[why.lens])
    values = {"asked": why.asked, "of": why.of, "day": asked.last_asked}
    return Sentence(_FEW_WORDS[why.unknown], values)


def why_question(asked: AskedQuestion, today: date) -> Sentence:
    """Why this question is proposed and no other, in a sentence."""
    why = _why(asked)
    days = days_since(asked.last_asked, today) if asked.last_asked else 0
    return Sentence(_SENTENCES[why.unknown], {"asked": why.asked, "of": why.of, "n": days})


def _why(asked: AskedQuestion) -> Why:
    plain = Unknown.NEVER if asked.last_asked is None else Unknown.LONGEST
    return asked.why or Why(plain, asked.question.lens)

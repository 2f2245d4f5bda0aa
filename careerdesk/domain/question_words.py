"""Why a question is suggested, in few words and in a sentence; anyone who shows them translates."""

from __future__ import annotations

from datetime import date

from careerdesk.domain.brief_lines import Sentence
from careerdesk.domain.days import days_since
from careerdesk.domain.records import Lens
from careerdesk.domain.unknowns import Unknown, Why
from careerdesk.domain.views import AskedQuestion
from careerdesk.i18n import N_, Counting, Message

VOLUNTARY = N_(
    "Answering is voluntary. Explain what you'll write down and who can see it. Don't "
    "go into health, family plans, religion or union membership."
)
"""What is to be said and left out, before the first question that is ever asked of somebody."""

_NOTHING_ABOUT = {
    Lens.STRENGTHS: N_("Nothing about strengths yet"),
    Lens.JOY: N_("Nothing about enjoying work yet"),
    Lens.SUCCESS: N_("Nothing about success yet"),
    Lens.LIFE_AHEAD: N_("Nothing about the years ahead yet"),
    Lens.VALUES: N_("Nothing about values yet"),
    Lens.ENVIRONMENT: N_("Nothing about the work environment yet"),
    Lens.LEARNING: N_("Nothing about learning yet"),
    Lens.STAY: N_("Nothing about reasons to stay yet"),
    Lens.FEEDBACK: N_("Nothing about feedback yet"),
}
_FEW_WORDS = {
    Unknown.START: N_("One of the first to ask"),
    Unknown.GUESSED: N_("Motivators are only guesses so far"),
    Unknown.ASPIRATION: N_("No aspirations yet"),
    Unknown.VALUES: N_("No values noted yet"),
    Unknown.NEVER: N_("Not asked yet"),
    Unknown.LONGEST: N_("Last asked {day}"),
}
_SENTENCES: dict[Unknown, Message | Counting] = {
    Unknown.START: N_(
        "This is one of the first questions to ask. You've asked {asked} of {of} so far."
    ),
    Unknown.GUESSED: N_(
        "No motivators have been stated or confirmed yet. The answer may reveal one."
    ),
    Unknown.ASPIRATION: N_("You haven't yet noted where they want to go."),
    Unknown.VALUES: N_("You haven't noted any values yet."),
    Unknown.LENS: N_("You haven't talked about this yet."),
    Unknown.NEVER: N_("You haven't asked this yet."),
    Unknown.LONGEST: Counting(
        "You last asked this {n} day ago, longer ago than any other question.",
        "You last asked this {n} days ago, longer ago than any other question.",
    ),
}


def few_words(asked: AskedQuestion) -> Sentence:
    """*Nothing about values yet*."""
    why = _why(asked)
    if why.unknown is Unknown.LENS:
        return Sentence(_NOTHING_ABOUT[why.lens])
    return Sentence(_FEW_WORDS[why.unknown], {"day": asked.last_asked})


def why_question(asked: AskedQuestion, today: date) -> Sentence:
    """Why this question is proposed and no other, in a sentence."""
    why = _why(asked)
    days = days_since(asked.last_asked, today) if asked.last_asked else 0
    return Sentence(_SENTENCES[why.unknown], {"asked": why.asked, "of": why.of, "n": days})


def _why(asked: AskedQuestion) -> Why:
    plain = Unknown.NEVER if asked.last_asked is None else Unknown.LONGEST
    return asked.why or Why(plain, asked.question.lens)

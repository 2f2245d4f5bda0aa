"""The brief of a career conversation: where somebody wants to go, and nothing that measures."""

from __future__ import annotations

from careerdesk.domain.brief_lines import Group, Line, LineKind, Part, Sentence, Words
from careerdesk.domain.plain import beginning
from careerdesk.domain.progress import OPEN
from careerdesk.domain.pronouns import NG_
from careerdesk.domain.question_words import VOLUNTARY, few_words, why_question
from careerdesk.domain.views import AskedQuestion, Brief, GoalGlance
from careerdesk.i18n import N_

LONGEST_ANSWER = 160
_REACHES = {
    "one_year": N_("in one year, unchanged since {day}"),
    "two_to_three": N_("in two to three years, unchanged since {day}"),
    "five_plus": N_("in five years or more, unchanged since {day}"),
}


def career_groups(brief: Brief, agenda: Group) -> tuple[Group, ...]:
    """All its sections: no numbers, nothing late, no temperature; those wait for the next 1:1."""
    person = brief.person
    text, context = NG_(person, "Where they want to go", she="Where she wants to go",
                        he="Where he wants to go", named="Where {name} wants to go")  # fmt: skip
    where = Sentence(text, {"name": person.short_name}, context)
    questions = tuple(question_line(one, brief) for one in brief.questions)
    goals = tuple(_sentence(one) for one in brief.goals if one.state in OPEN)
    return (
        Group(where, wish_lines(brief), N_("Not known yet"), Part.WISHES),
        Group(Sentence(N_("Goals")), goals, N_("No open goals"), Part.GOALS),
        *_ideas(brief),
        Group(
            Sentence(N_("One next step")),
            _next_step(brief),
            N_("No open next steps"),
            Part.NEXT_ACTION,
        ),
        agenda,
        Group(
            Sentence(N_("Questions")),
            questions,
            N_("All questions have been retired"),
            Part.QUESTION,
        ),
    )


def wish_lines(brief: Brief) -> tuple[Line, ...]:
    """What somebody wants, as a quote with its day."""
    why = Sentence(N_("Listed under Aspirations in Discovery."))
    return tuple(
        Line(Sentence(N_("“{words}”"), {"words": one.statement}),
             Sentence(_REACHES[one.reach], {"day": one.since}), why, kind=LineKind.WISH, key=one.id,
             icon="aspiration")
        for one in brief.wishes
    )  # fmt: skip


def plan_ended(brief: Brief) -> tuple[Line, ...]:
    """A plan whose period is over is to be closed."""
    if brief.plan_ended is None:
        return ()
    words = Sentence(
        N_("Score and close the plan, which ended on {day}"), {"day": brief.plan_ended}
    )
    why = Sentence(N_("The plan has passed its end date but is still open."))
    return (Line(words, None, why, kind=LineKind.PLAN, warned=True, icon="warning"),)


def question_line(asked: AskedQuestion, brief: Brief) -> Line:
    """A question, why it is the one, and the last answer to it."""
    why = why_question(asked, brief.today)
    return Line(asked.words, few_words(asked), why, kind=LineKind.QUESTION,
                key=asked.id, below=_below(asked, brief))  # fmt: skip


def _below(asked: AskedQuestion, brief: Brief) -> Words:
    """The last answer; before the first answer of all what is to be said first."""
    if not brief.answered:
        return Sentence(VOLUNTARY) if asked in brief.questions[:1] else ""
    answer = beginning(asked.last_words, LONGEST_ANSWER) if asked.last_asked else ""
    words = N_("Private, {day}: “{words}”") if asked.private else N_("{day}: “{words}”")
    return Sentence(words, {"day": asked.last_asked, "words": answer}) if answer else ""


def _sentence(item: GoalGlance) -> Line:
    why = Sentence(N_("An open goal in the plan. Is it still the right one?"))
    return Line(item.title, None, why, kind=LineKind.GOAL, key=item.id, icon="plan",
                below=" ".join(item.for_person.split()))  # fmt: skip


def _ideas(brief: Brief) -> tuple[Group, ...]:
    """What else could lead there, if anything came up."""
    why = Sentence(
        N_("An idea that isn't a goal yet. Make it a goal, save it for later, or decline it.")
    )
    lines = tuple(
        Line(one.text, None, why, kind=LineKind.PLAN, key=one.id, icon="hint")
        for one in brief.ideas
    )
    title = Sentence(N_("What else could help you get where you want to go?"))
    return (Group(title, lines, N_(""), Part.IDEAS),) if lines else ()


def _next_step(brief: Brief) -> tuple[Line, ...]:
    step = next((one for one in brief.steps if one.done_on is None), None)
    if step is None:
        return ()
    why = Sentence(N_("A next step for the goal “{goal}”"), {"goal": step.goal})
    return (Line(step.text, None, why, kind=LineKind.STEP, key=step.id, ticked=False),)

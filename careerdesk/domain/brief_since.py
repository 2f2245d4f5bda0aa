"""What happened since the last check-in, and what changed in it, in lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from careerdesk.dataclass import dataclass
from careerdesk.domain import moments
from careerdesk.domain.brief_facts import ChangesOn, ResultMoved
from careerdesk.domain.brief_lines import Line, LineKind, Sentence
from careerdesk.domain.goal_changes import ChangedGoal, in_words
from careerdesk.domain.note_lines import gist, note_lines
from careerdesk.domain.records import CheckIn
from careerdesk.domain.views import Brief, GoalGlance
from careerdesk.i18n import N_, Message

LONGEST_GIST = 160

MOST_APART = 3  # changed goals that have a line each; more of them share one


@dataclass(frozen=True, slots=True)
class InWords:
    """What changed on goals, said as in the history of check-ins."""

    goals: tuple[ChangedGoal, ...]

    def said(
        self,
        day: Callable[[date], str],
        number: Callable[[float], str] = str,  # noqa: ARG002  # as a sentence is said
    ) -> str:
        """All of them in one sentence."""
        return in_words(self.goals, day)


def since_lines(brief: Brief) -> tuple[Line, ...]:
    """Facts first, each with its day; then what the last notes are about, which unfold."""
    last = brief.last_check_in
    if last is None:
        return ()
    inside = [one for one in brief.changes if one.inside]
    done = {item.id for item in brief.done_since}
    since = [one for one in brief.changes if not one.inside and one.goal.id not in done]
    return (
        *map(_reached, brief.done_since),
        *map(_moved, brief.moved),
        *_changed_inside(inside, last),
        *_changed_since(since),
        _note(last),
        *_private_note(last),
    )


def _reached(item: GoalGlance) -> Line:
    return Line(
        Sentence(N_("Reached: {title}"), {"title": item.title}),
        _day(item.reached_on or item.touched_on),
        Sentence(N_("This goal has been marked as done since the last check-in.")),
        kind=LineKind.GOAL, key=item.id, icon="check",
    )  # fmt: skip


def _moved(result: ResultMoved) -> Line:
    values = {"name": result.name, "was": result.was, "now": result.now,
              "unit": f"\u202f{result.unit}" if result.unit else ""}  # fmt: skip
    if result.milestone:
        template = N_("{name}: reached") if result.now >= 1 else N_("{name}: reopened")
    elif result.was is None:
        template = N_("{name} is at {now}{unit}")
    else:
        template = N_("{name} went from {was} to {now}{unit}")
    return Line(
        Sentence(template, values), _day(result.on),
        Sentence(N_("Its value was different before the last check-in.")),
        kind=LineKind.GOAL, key=result.item_id, icon="key-result",
    )  # fmt: skip


def _changed_inside(changes: Sequence[ChangesOn], last: CheckIn) -> tuple[Line, ...]:
    if not changes:
        return ()
    why = Sentence(N_("What changed in the plan during the last check-in."))
    return (
        _together(N_("Changed in the last check-in: {goals}"), changes, moments.day(last), why),
    )


def _changed_since(changes: Sequence[ChangesOn]) -> tuple[Line, ...]:
    why = Sentence(N_("This part of the plan has changed since the last check-in."))
    if len(changes) > MOST_APART:
        return (_together(N_("Changed since then: {goals}"), changes, changes[-1].on, why),)
    return tuple(
        Line(InWords((one.goal,)), _day(one.on), why, kind=LineKind.GOAL, key=one.goal.id,
             icon="plan")
        for one in changes
    )  # fmt: skip


def _together(template: Message, changes: Sequence[ChangesOn], on: date, why: Sentence) -> Line:
    goals = InWords(tuple(one.goal for one in changes))
    return Line(Sentence(template, {"goals": goals}), _day(on), why, kind=LineKind.PLAN,
                icon="plan")  # fmt: skip


def _note(last: CheckIn) -> Line:
    why = Sentence(N_("Your shared notes from the last check-in."))
    day = _day(moments.day(last))
    body = note_lines(last.shared_notes)
    if not body:
        return Line(Sentence(N_("The last check-in has no notes")), day, why, icon="history")
    words = Sentence(N_("Last note: {words}"), {"words": gist(last.shared_notes, LONGEST_GIST)})
    return Line(words, day, why, kind=LineKind.NOTE, key=last.id, body=body, icon="history")


def _private_note(last: CheckIn) -> tuple[Line, ...]:
    body = note_lines(last.private_notes)
    if not body:
        return ()
    words = Sentence(N_("Last private note: {words}"),
                     {"words": gist(last.private_notes, LONGEST_GIST)})  # fmt: skip
    why = Sentence(N_("Your private notes from the last check-in."))
    line = Line(words, _day(moments.day(last)), why, private=True, kind=LineKind.NOTE,
                key=-last.id, body=body, icon="lock")  # fmt: skip
    return (line,)


def _day(on: date) -> Sentence:
    return Sentence(N_("{day}"), {"day": on})

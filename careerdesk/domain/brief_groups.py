"""The sections of the brief of a 1:1: what each holds, and how much of it at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from careerdesk.domain.brief import Todo, todo
from careerdesk.domain.brief_career import career_groups, plan_ended, question_line, wish_lines
from careerdesk.domain.brief_facts import ActionGlance
from careerdesk.domain.brief_feeling import temperature_lines
from careerdesk.domain.brief_lines import (
    Group,
    Joined,
    Line,
    LineKind,
    Lines,
    Part,
    Sentence,
    Words,
    why_feedback,
    why_goal,
    why_motivator,
    why_point,
    why_promise,
)
from careerdesk.domain.brief_since import since_lines
from careerdesk.domain.feedback import Feedback, FeedbackWay, Tone
from careerdesk.domain.motivators import is_guessed
from careerdesk.domain.plain import beginning
from careerdesk.domain.progress import OPEN
from careerdesk.domain.pronouns import NG_
from careerdesk.domain.records import AgendaItem, Owner, Person, Promise
from careerdesk.domain.suggestions import shareable
from careerdesk.domain.views import Brief, GoalGlance, LookAt, Reason
from careerdesk.i18n import N_, Counting

PLAN_LINES = 5
MOST = {Part.SINCE: 6, Part.PROMISES: 6, Part.AGENDA: 8, Part.FEEDBACK: 3, Part.DRIVES: 8}
LONGEST_STYLE = 160


def groups(brief: Brief, *, private: bool) -> tuple[Group, ...]:
    """All sections of a brief; without *private* nothing that is for the manager alone."""
    if not private:
        question = shareable(brief.question) if brief.question else None
        questions = tuple(map(shareable, brief.questions))
        brief = replace(brief, question=question, questions=questions)
    found = career_groups(brief, _agenda(brief)) if brief.is_career else _one_on_one(brief)
    if private:
        return found
    return tuple(_shared(group) for group in found if group.part is not Part.TEMPERATURE)


def _shared(group: Group) -> Group:
    lines = tuple(one for one in group.lines if not one.private)
    tail = sum(not one.private for one in group.lines[len(group.lines) - group.tail :])
    return replace(group, lines=lines, tail=tail)


def _one_on_one(brief: Brief) -> tuple[Group, ...]:
    todos = tuple(_todo(one, brief) for one in todo(brief.promises_due, brief.steps))
    feeling = temperature_lines(brief.temperature, brief.person)
    return (
        _since(brief),
        Group(
            Sentence(N_("Promises and next steps")),
            todos,
            N_("No open promises"),
            Part.PROMISES,
            MOST[Part.PROMISES],
        ),
        _goals(brief),
        _agenda(brief),
        _question(brief),
        Group(
            _drives_title(brief.person),
            (*wish_lines(brief), *_drives(brief)),
            N_("Not known yet"),
            Part.DRIVES,
            max(MOST[Part.DRIVES], len(brief.motivators) + 1),
            tail=len(brief.motivators),
        ),
        *(
            [Group(Sentence(N_("Temperature")), feeling, N_(""), Part.TEMPERATURE)]
            if feeling
            else []
        ),
        Group(
            Sentence(N_("Feedback")),
            tuple(_feedback(brief)),
            N_("No feedback yet"),
            Part.FEEDBACK,
            _most_feedback(brief),
        ),
    )


def _since(brief: Brief) -> Group:
    lines = since_lines(brief)
    notes = sum(line.icon == "lock" or line.kind is LineKind.NOTE for line in lines)
    return Group(
        Sentence(N_("Since last time")),
        lines,
        N_("No check-ins yet"),
        Part.SINCE,
        MOST[Part.SINCE],
        tail=max(notes, 1 if lines else 0),
    )


def _drives_title(person: Person) -> Sentence:
    text, context = NG_(person, "What drives them", she="What drives her", he="What drives him",
                        named="What drives {name}")  # fmt: skip
    return Sentence(text, {"name": person.short_name}, context)


def _style(person: Person, words: str) -> Sentence:
    text, context = NG_(
        person,
        "How they like to receive feedback: {words}",
        she="How she likes to receive feedback: {words}",
        he="How he likes to receive feedback: {words}",
        named="How {name} likes to receive feedback: {words}",
    )
    return Sentence(text, {"name": person.short_name, "words": words}, context)


def whose(owner: Owner, person: Person) -> Sentence:
    """*mine*, *hers*: whose a promise, a step or a point is."""
    if owner is Owner.ME:
        return Sentence(N_("mine"))
    text, context = NG_(person, "theirs", she="hers", he="his")
    return Sentence(text, {"name": person.short_name}, context)


def _todo(one: Todo, brief: Brief) -> Line:
    is_step = isinstance(one, ActionGlance)
    late = one.done_on is None and one.due_on is not None and one.due_on < brief.today
    owner = whose(one.owner, brief.person)
    parts = (owner, *_due(one.due_on, one.done_on, brief.today))
    return Line(
        one.text, Joined(parts, ", "), _why_todo(one, brief.today),
        kind=LineKind.STEP if is_step else LineKind.PROMISE, key=one.id,
        ticked=one.done_on is not None, warned=late,
    )  # fmt: skip


def _due(due_on: date | None, done_on: date | None, today: date) -> tuple[Sentence, ...]:
    if done_on is not None:
        return (Sentence(N_("done")),)
    if due_on is None:
        return ()
    late = (today - due_on).days
    if late > 0:
        return (Sentence(Counting("1 day late", "{n} days late"), {"n": late}),)
    return (Sentence(N_("due {day}"), {"day": due_on}),)


def _why_todo(one: Todo, today: date) -> Sentence:
    if isinstance(one, Promise):
        return why_promise(one, today)
    return Sentence(N_("A next step for the goal “{goal}”"), {"goal": one.goal})


def _goals(brief: Brief) -> Group:
    """The plan: first the goals to look at with their reasons, then the others; each once."""
    looks = brief.items_to_look_at
    named = {look.item.id for look in looks}
    steps = _first_steps(brief)
    rest = [one for one in brief.goals if one.state in OPEN and one.id not in named]
    ended = plan_ended(brief)
    lines = Lines([
        *(partial(_itself, one) for one in ended),
        *(partial(_look, look, brief, steps) for look in looks),
        *(partial(_in_plan, one, steps) for one in rest),
    ])  # fmt: skip
    nothing = N_("No open goals") if brief.has_plan else N_("No plan yet")
    remark = N_("No goals need attention") if rest and not looks and not ended else N_("")
    return Group(Sentence(N_("The plan")), lines, nothing, Part.GOALS, PLAN_LINES, remark)


def _itself(line: Line) -> Line:
    return line


def _first_steps(brief: Brief) -> dict[int, ActionGlance]:
    found: dict[int, ActionGlance] = {}
    for step in brief.steps:
        if step.done_on is None:
            found.setdefault(step.item_id, step)
    return found


def _next(item_id: int, steps: dict[int, ActionGlance]) -> Words:
    step = steps.get(item_id)
    return Sentence(N_("next: {step}"), {"step": step.text}) if step else ""


def _look(look: LookAt, brief: Brief, steps: dict[int, ActionGlance]) -> Line:
    item = look.item
    return Line(
        item.title, reason_words(look, brief.today), why_goal(look, brief.person),
        kind=LineKind.GOAL, key=item.id, below=_next(item.id, steps), state=item.state,
        away=look.reason is Reason.AWAY,
        warned=look.reason in (Reason.LATE, Reason.STALE) or _is_late(look, brief.today),
    )  # fmt: skip


def _is_late(look: LookAt, today: date) -> bool:
    due = look.item.due_on
    return look.reason is not Reason.AWAY and due is not None and due < today


def reason_words(look: LookAt, today: date) -> Sentence:
    """*4 days late*, *due in 24 days*, *due 3 Sep, within a leave*, *not updated for 41 days*."""
    due = look.item.due_on
    if look.reason is Reason.AWAY:
        return Sentence(N_("due {day}, during leave; consider postponing it"), {"day": due})
    if due is not None and (due < today or look.reason is not Reason.STALE):
        return _due_words((due - today).days)
    if not look.days:
        return Sentence(N_("updated today"))
    stale = Counting("not updated for 1 day", "not updated for {n} days")
    return Sentence(stale, {"n": look.days})


def _due_words(left: int) -> Sentence:
    if left < 0:
        return Sentence(Counting("1 day late", "{n} days late"), {"n": -left})
    if left == 0:
        return Sentence(N_("due today"))
    return Sentence(Counting("due in 1 day", "due in {n} days"), {"n": left})


def _in_plan(item: GoalGlance, steps: dict[int, ActionGlance]) -> Line:
    due = Sentence(N_("due {day}"), {"day": item.due_on}) if item.due_on else None
    why = Sentence(N_("An open goal in the plan that doesn't need attention."))
    return Line(item.title, due, why, kind=LineKind.GOAL, key=item.id, state=item.state,
                below=_next(item.id, steps))  # fmt: skip


def _agenda(brief: Brief) -> Group:
    points = tuple(_point(point, brief) for point in brief.agenda)
    return Group(Sentence(N_("Open agenda")), points, N_("Nothing on the agenda"), Part.AGENDA,
                 MOST[Part.AGENDA])  # fmt: skip


def _point(point: AgendaItem, brief: Brief) -> Line:
    whose_it_is = (
        Sentence(N_("every time")) if point.repeating else whose(point.owner, brief.person)
    )
    parts = [whose_it_is]
    if point.in_writing:
        parts.append(_written(point.noted_on))
    if point.carried and not brief.is_career:
        often = Counting("carried over once", "carried over {n} times")
        parts.append(Sentence(often, {"n": point.carried}))
    return Line(
        point.text, Joined(tuple(parts), ", "), why_point(point), point.private,
        kind=LineKind.POINT, key=point.id, ticked=point.covered_on is not None,
    )  # fmt: skip


def _written(on: date | None) -> Sentence:
    return Sentence(N_("in writing, {day}"), {"day": on}) if on else Sentence(N_("in writing"))


def _question(brief: Brief) -> Group:
    asked = brief.question
    lines = (question_line(asked, brief),) if asked else ()
    return Group(
        Sentence(N_("A question")), lines, N_("All questions have been retired"), Part.QUESTION
    )


def _drives(brief: Brief) -> tuple[Line, ...]:
    return tuple(
        Line(one.name, None, why_motivator(place), is_guessed(one), kind=LineKind.DRIVES,
             key=one.id)
        for place, one in enumerate(brief.motivators, 1)
    )  # fmt: skip


def _feedback(brief: Brief) -> list[Line]:
    style = " ".join(brief.person.feedback_style.split())
    lines = []
    if style:
        why = Sentence(N_("You noted this about them."))
        words = _style(brief.person, beginning(style, LONGEST_STYLE))
        lines.append(Line(words, None, why, private=True, kind=LineKind.STYLE))
    lines += [feedback_line(one, brief.today) for one in (*brief.to_deliver, *brief.feedback)]
    return lines


def _most_feedback(brief: Brief) -> int:
    style = bool(brief.person.feedback_style.strip())
    return MOST[Part.FEEDBACK] + len(brief.to_deliver) + style


def feedback_line(found: Feedback, today: date) -> Line:
    """What they did before all; below it the situation and what it led to."""
    waits = found.way is FeedbackWay.TO_DELIVER
    tone = Sentence(N_("praise") if found.tone is Tone.PRAISE else N_("constructive"))
    aside = [tone, Sentence(N_("to pass on"))] if waits else [tone]
    if found.way is FeedbackWay.RECEIVED:
        whom = found.from_whom or Sentence(N_("someone"))
        aside.append(Sentence(N_("from {whom}"), {"whom": whom}))
    if not waits and found.given_on is not None:
        aside.append(Sentence(N_("{day}"), {"day": found.given_on}))
    parts = [_begun(part) for part in (found.behaviour, found.situation, found.impact) if part]
    return Line(
        parts[0] if parts else "", Joined(tuple(aside), ", "), why_feedback(found, today),
        private=found.way is not FeedbackWay.GIVEN, kind=LineKind.FEEDBACK, key=found.id,
        below=". ".join(part.rstrip(".") for part in parts[1:]), warned=waits,
    )  # fmt: skip


def _begun(words: str) -> str:
    """On one line, with a capital at the start."""
    line = " ".join(words.split())
    return line[:1].upper() + line[1:]

"""A brief in sentences, each with the reason why it is there; who shows them translates them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from careerdesk.domain.brief import SOON_DAYS
from careerdesk.domain.days import days_since
from careerdesk.domain.feedback import Feedback, FeedbackWay
from careerdesk.domain.plain import beginning
from careerdesk.domain.records import AgendaItem, Owner, Person, Promise
from careerdesk.domain.views import AskedQuestion, Brief, LookAt, Reason, Temperature

EXCERPT = 400  # characters of the last notes


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template with its values; days are dates until someone says them."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def said(self, tr: Callable[[str], str], day: Callable[[date], str]) -> str:
        """The sentence in the language of *tr*, with days as *day* writes them."""
        values = {
            name: day(value) if isinstance(value, date) else value
            for name, value in self.values.items()
        }
        return tr(self.template).format(**values)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to know: what was written, what is to be said beside it, and why it is there."""

    text: str | Sentence
    aside: Sentence | None
    why: Sentence
    private: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of a section; `nothing` is said where there are none."""

    title: str
    lines: tuple[Line, ...]
    nothing: str


def groups(brief: Brief, *, private: bool) -> tuple[Group, ...]:
    """All sections of a brief; without *private* nothing that is for the manager alone."""
    found = (
        Group("Since last time", tuple(_since(brief)), "No talk yet"),
        Group("Promises due", tuple(_promise(one, brief) for one in brief.promises_due),
              "No promises open"),
        Group("Goals to look at", tuple(_goal(one, brief) for one in brief.items_to_look_at),
              "No goal needs a look"),
        Group("Open agenda", tuple(map(_point, brief.agenda)), "Nothing on the agenda"),
        Group("A question", (_question(brief.question, brief.today),) if brief.question else (),
              "Every question is retired"),
        Group("What drives them", tuple(
            Line(one.name, None, why_motivator(place))
            for place, one in enumerate(brief.motivators, 1)), "Not known yet"),
        Group("Feedback", tuple(_feedback(brief)), "No feedback yet"),
        Group("Temperature", tuple(_temperature(brief)), "Not asked yet"),
    )  # fmt: skip
    return found if private else tuple(_shared(group) for group in found[:-1])


def _shared(group: Group) -> Group:
    return Group(group.title, tuple(one for one in group.lines if not one.private), group.nothing)


def _since(brief: Brief) -> list[Line]:
    if brief.last_talk is None:
        return []
    days = Sentence("{n} days ago", {"n": brief.days_since or 0})
    words = beginning(brief.last_talk.shared_notes, EXCERPT)
    last = Line(words or Sentence("The last talk has no notes"), days,
                Sentence("What was noted in the last talk that was held."))  # fmt: skip
    return [last, *(
        Line(Sentence("Reached: {title}", {"title": item.title}), None,
             Sentence("This goal was marked as done since the last talk."))
        for item in brief.done_since)]  # fmt: skip


def _promise(promise: Promise, brief: Brief) -> Line:
    late = (brief.today - promise.due_on).days if promise.due_on else 0
    whose = "mine" if promise.owner is Owner.ME else "theirs"
    if promise.due_on is None:
        aside = Sentence(whose)
    elif late > 0:
        aside = Sentence(f"{whose}, {{n}} days late", {"n": late})
    else:
        aside = Sentence(f"{whose}, due {{day}}", {"day": promise.due_on})
    return Line(promise.text, aside, why_promise(promise, brief.today))


def why_promise(promise: Promise, today: date) -> Sentence:
    """Why an open promise is named, and where it stands among the others."""
    if promise.due_on is not None and promise.due_on < today:
        return Sentence("It is open after its day. Yours come first, the oldest at the top.")
    return Sentence("It is open. Yours come first, the next due at the top.")


def _goal(look: LookAt, brief: Brief) -> Line:
    aside = {
        Reason.BLOCKED: "blocked",
        Reason.AT_RISK: "at risk",
        Reason.LATE: "{n} days late",
        Reason.DUE_SOON: "due in {n} days",
        Reason.DUSTY: "not touched for {n} days",
    }[look.reason]
    why = why_goal(look, brief.person)
    return Line(look.item.title, Sentence(aside, {"n": look.days}), why)


def why_goal(look: LookAt, person: Person) -> Sentence:
    """By which rule a goal is to be looked at."""
    template = {
        Reason.BLOCKED: "It is marked as blocked; nothing changed on it for {n} days.",
        Reason.AT_RISK: "It is marked as at risk; nothing changed on it for {n} days.",
        Reason.LATE: "Its day was {n} days ago, and it is still open.",
        Reason.DUE_SOON: "It is due within {soon} days.",
        Reason.DUSTY: "Nothing changed on it for {n} days: more than twice the {cadence} days"
        " between your talks.",
    }[look.reason]
    cadence = max(person.cadence_days, 1)
    return Sentence(template, {"n": look.days, "soon": SOON_DAYS, "cadence": cadence})


def _point(point: AgendaItem) -> Line:
    return Line(point.text, None, why_point(point), point.private)


def why_point(point: AgendaItem) -> Sentence:
    """Why a point is on the agenda."""
    if point.repeating:
        return Sentence("It comes back for each talk.")
    if point.carried == 1:
        return Sentence("It was not covered in the last talk.")
    if point.carried:
        return Sentence("It was not covered in {n} talks.", {"n": point.carried})
    return Sentence("It was put on the agenda and is still open.")


def _question(asked: AskedQuestion, today: date) -> Line:
    since = asked.last_asked
    aside = Sentence("last asked {day}", {"day": since}) if since else Sentence("never asked")
    return Line(asked.question.text, aside, why_question(asked, today))


def why_question(asked: AskedQuestion, today: date) -> Sentence:
    """Why this question is proposed and no other."""
    if asked.last_asked is None:
        return Sentence("It was never asked; it is the first of those in the bank.")
    days = days_since(asked.last_asked, today)
    return Sentence("It was not asked for {n} days, longer than any other.", {"n": days})


def why_motivator(place: int) -> Sentence:
    """Why a motivator stands where it does."""
    return Sentence("You ranked it at place {n} in Discovery.", {"n": place})


def _feedback(brief: Brief) -> list[Line]:
    lines = [
        Line(_words(one), Sentence("to be told"), why_feedback(one, brief.today), private=True)
        for one in brief.to_deliver
    ]
    last = brief.last_feedback
    if last is not None and last.given_on is not None:
        days = days_since(last.given_on, brief.today)
        private = last.way is not FeedbackWay.GIVEN
        aside = Sentence("last {n} days ago", {"n": days})
        lines.append(Line(_words(last), aside, why_feedback(last, brief.today), private))
    return lines


def why_feedback(found: Feedback, today: date) -> Sentence:
    """Why feedback is named."""
    if found.way is FeedbackWay.TO_DELIVER:
        return Sentence("It waits until you tell it.")
    days = days_since(found.given_on, today) if found.given_on else 0
    return Sentence("It is from {n} days ago.", {"n": days})


def _words(found: Feedback) -> str:
    parts = "; ".join(filter(None, (found.situation, found.behaviour, found.impact)))
    return " ".join(parts.split())


def _temperature(brief: Brief) -> list[Line]:
    known = [one for one in brief.temperature if one.is_known]
    why = Sentence("How the last talks felt.")
    return [
        Line(_felt(one), Sentence("{day}", {"day": one.on}), why, private=True)
        for one in known[:-4:-1]
    ]


def _felt(one: Temperature) -> Sentence:
    values = {
        name: "–" if value is None else f"{value:+d}".replace("-", "−").replace("+0", "0")
        for name, value in (("said", one.said), ("sensed", one.sensed))
    }
    return Sentence("said {said}, sensed {sensed}", values)

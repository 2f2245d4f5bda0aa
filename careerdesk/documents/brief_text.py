"""The brief as plain text for the terminal."""

from __future__ import annotations

from careerdesk.domain.feedback import Feedback
from careerdesk.domain.plain import beginning
from careerdesk.domain.records import Owner, Promise
from careerdesk.domain.views import Brief, LookAt, Reason


def brief_text(brief: Brief) -> str:
    """Everything the brief holds, private parts marked, as lines of text."""
    parts = [
        _head(brief),
        _group("Since last time", _since(brief)),
        _group("Promises due", [_promise(promise, brief) for promise in brief.promises_due]),
        _group("Goals to look at", [_goal(look) for look in brief.items_to_look_at]),
        _group("Open agenda", _agenda(brief)),
        _group("Feedback", _feedback(brief)),
        _group("A question", _question(brief)),
        _group("What drives them", [motivator.name for motivator in brief.motivators]),
    ]
    return "\n\n".join(parts)


def _head(brief: Brief) -> str:
    when = f"next talk {brief.next_on}" if brief.next_on else "no talk planned"
    return f"{brief.person.name}: {when}"


def _group(title: str, lines: list[str]) -> str:
    return "\n".join([title, *(f"  {line}" for line in lines or ["nothing"])])


def _since(brief: Brief) -> list[str]:
    if brief.last_talk is None:
        return ["no talk yet"]
    lines = [f"last talk {brief.days_since} days ago"]
    if brief.last_talk.shared_notes:
        lines.append(beginning(brief.last_talk.shared_notes, 200))
    return lines + [f"reached: {item.title}" for item in brief.done_since]


def _promise(promise: Promise, brief: Brief) -> str:
    whose = "mine" if promise.owner is Owner.ME else "theirs"
    if promise.due_on is None:
        return f"{promise.text} ({whose})"
    late = (brief.today - promise.due_on).days
    due = f"{late} days late" if late > 0 else f"due {promise.due_on}"
    return f"{promise.text} ({whose}, {due})"


def _goal(look: LookAt) -> str:
    words = {
        Reason.BLOCKED: "blocked",
        Reason.AT_RISK: "at risk",
        Reason.LATE: f"{look.days} days late",
        Reason.DUE_SOON: f"due in {look.days} days",
        Reason.DUSTY: f"not touched for {look.days} days",
    }
    return f"{look.item.title} ({words[look.reason]})"


def _agenda(brief: Brief) -> list[str]:
    return [f"{'Private: ' if point.private else ''}{point.text}" for point in brief.agenda]


def _feedback(brief: Brief) -> list[str]:
    lines = [f"Private: to be told: {_words_of(one)}" for one in brief.to_deliver]
    last = brief.last_feedback
    if last is not None and last.given_on is not None:
        days = (brief.today - last.given_on).days
        lines.append(f"last {days} days ago: {_words_of(last)}")
    return lines


def _words_of(found: Feedback) -> str:
    words = ("; ".join(filter(None, (found.situation, found.behaviour, found.impact)))).split()
    return " ".join(words)


def _question(brief: Brief) -> list[str]:
    if brief.question is None:
        return []
    asked = brief.question.last_asked
    when = f"last asked {asked}" if asked else "never asked"
    return [f"{brief.question.question.text} ({when})"]

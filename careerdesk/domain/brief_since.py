"""What happened since the last check-in, and what changed in it, in lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from careerdesk.domain import moments
from careerdesk.domain.brief_facts import Changed, GoalChanged, ResultMoved
from careerdesk.domain.brief_lines import Joined, Line, LineKind, Sentence
from careerdesk.domain.note_lines import gist, note_lines
from careerdesk.domain.records import CheckIn, ItemState
from careerdesk.domain.views import Brief, GoalGlance

LONGEST_GIST = 160

STATES = {
    ItemState.NOT_STARTED: "not started",
    ItemState.ON_TRACK: "on track",
    ItemState.AT_RISK: "at risk",
    ItemState.BLOCKED: "blocked",
    ItemState.DONE: "done",
    ItemState.DROPPED: "dropped",
}


def since_lines(brief: Brief) -> tuple[Line, ...]:
    """Facts first, each with its day; then what the last notes are about, which unfold."""
    last = brief.last_talk
    if last is None:
        return ()
    inside = [one for one in brief.changes if one.made_in == last.id]
    done = {item.id for item in brief.done_since}
    since = [one for one in brief.changes if one.made_in != last.id and one.item_id not in done]
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
        Sentence("Reached: {title}", {"title": item.title}),
        _day(item.reached_on or item.touched_on),
        Sentence("This goal was marked as done since the last check-in."),
        kind=LineKind.GOAL, key=item.id, icon="check",
    )  # fmt: skip


def _moved(result: ResultMoved) -> Line:
    values = {"name": result.name, "was": result.was, "now": result.now,
              "unit": f"\u202f{result.unit}" if result.unit else ""}  # fmt: skip
    if result.milestone:
        template = "{name}: reached" if result.now >= 1 else "{name}: open again"
    elif result.was is None:
        template = "{name} is at {now}{unit}"
    else:
        template = "{name} went from {was} to {now}{unit}"
    return Line(
        Sentence(template, values), _day(result.on),
        Sentence("Its value is another one than before the last check-in."),
        kind=LineKind.GOAL, key=result.item_id, icon="key-result",
    )  # fmt: skip


def _changed_inside(changes: Sequence[GoalChanged], last: CheckIn) -> tuple[Line, ...]:
    if not changes:
        return ()
    goals = Joined(tuple(_goal_words(some) for some in _by_goal(changes)), "; ")
    return (
        Line(
            Sentence("Changed in the last check-in: {goals}", {"goals": goals}),
            _day(moments.day(last)),
            Sentence("What changed in the plan while the last check-in ran."),
            kind=LineKind.PLAN, icon="plan",
        ),
    )  # fmt: skip


def _changed_since(changes: Sequence[GoalChanged]) -> tuple[Line, ...]:
    return tuple(
        Line(
            _goal_words(some), _day(some[-1].on),
            Sentence("It changed in the plan after the last check-in."),
            kind=LineKind.GOAL, key=some[0].item_id, icon="plan",
        )
        for some in _by_goal(changes)
    )  # fmt: skip


def _by_goal(changes: Iterable[GoalChanged]) -> list[list[GoalChanged]]:
    found: dict[int, list[GoalChanged]] = {}
    for one in changes:
        found.setdefault(one.item_id, []).append(one)
    return list(found.values())


def _goal_words(changes: Sequence[GoalChanged]) -> Joined:
    """*Release → at risk · due 13 Dec · 1 step added*: of each kind the last one counts."""
    last = {one.what: one for one in changes}
    title = changes[0].title
    parts: list[Sentence | str] = []
    if Changed.STATE in last:
        state = Sentence(STATES[ItemState(last[Changed.STATE].became)])
        parts.append(Sentence("{title} → {state}", {"title": title, "state": state}))
    else:
        parts.append(title)
    if Changed.DUE in last:
        became = last[Changed.DUE].became
        due = date.fromisoformat(became) if became else None
        parts.append(Sentence("due {day}", {"day": due}) if due else Sentence("no day any more"))
    if Changed.REWORDED in last:
        parts.append(Sentence("reworded"))
    for what, one, many in (
        (Changed.STEP_ADDED, "1 step added", "{n} steps added"),
        (Changed.STEP_DONE, "1 step done", "{n} steps done"),
    ):
        count = sum(change.what is what for change in changes)
        if count:
            parts.append(Sentence(one if count == 1 else many, {"n": count}))
    if Changed.CONFIRMED in last:
        parts.append(Sentence("still right"))
    return Joined(tuple(parts))


def _note(last: CheckIn) -> Line:
    why = Sentence("What was noted in the last check-in that was held.")
    day = _day(moments.day(last))
    body = note_lines(last.shared_notes)
    if not body:
        return Line(Sentence("The last check-in has no notes"), day, why, icon="history")
    words = Sentence("Last note: {words}", {"words": gist(last.shared_notes, LONGEST_GIST)})
    return Line(words, day, why, kind=LineKind.NOTE, key=last.id, body=body, icon="history")


def _private_note(last: CheckIn) -> tuple[Line, ...]:
    body = note_lines(last.private_notes)
    if not body:
        return ()
    words = Sentence("Last private note: {words}",
                     {"words": gist(last.private_notes, LONGEST_GIST)})  # fmt: skip
    why = Sentence("What you noted for yourself in the last check-in that was held.")
    line = Line(words, _day(moments.day(last)), why, private=True, kind=LineKind.NOTE,
                key=-last.id, body=body, icon="lock")  # fmt: skip
    return (line,)


def _day(on: date) -> Sentence:
    return Sentence("{day}", {"day": on})

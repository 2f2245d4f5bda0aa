"""What counts as a change since a plan was agreed on, and what does not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from datetime import date
from hashlib import sha256

import pytest

from careerdesk.domain.agreement import (
    Agreement,
    Term,
    agreed,
    compare,
    listed,
    printed,
    sentence,
)
from careerdesk.domain.records import Direction, Horizon, ItemState, Measure, Owner, PlanState
from careerdesk.domain.shared import SharedAction, SharedItem, SharedKeyResult, SharedPlan

DAY = date(2026, 6, 30)
LOADS = SharedKeyResult(
    "Loads by six", Measure.PERCENT, 71.0, 95.0, 88.0, "", Direction.UP, None, "k1"
)
NIGHTS = SharedItem(
    Horizon.SHORT, "Calm nights", ItemState.ON_TRACK, date(2026, 11, 30), 0.5, ("Calm",),
    "She sleeps", "Fewer calls", "Reliable loads", (LOADS,), (), uid="g1",
)  # fmt: skip
RELEASE = replace(NIGHTS, title="Two can release", key_results=(), uid="g2")
PLAN = SharedPlan(
    "Ana Ruiz", "Ana", "", "", "she/her", "", date(2026, 6, 1), date(2026, 12, 1),
    PlanState.AGREED, DAY, ("Calm",), (NIGHTS, RELEASE),
)  # fmt: skip
BODY = json.dumps(asdict(PLAN), default=str)

Edit = Callable[[SharedItem], SharedItem]


def since(
    *items: SharedItem, body: str = BODY, same: Iterable[tuple[str, str, str]] = ()
) -> Agreement:
    """What changed since, where the plan has these goals now."""
    return compare(DAY, body, agreed(body_of(items)) or (), same)


def body_of(items: Iterable[SharedItem]) -> str:
    return json.dumps(asdict(replace(PLAN, items=tuple(items))), default=str)


def told(*items: SharedItem) -> list[tuple[str, Term]]:
    return [(one.goal_uid, one.term) for one in since(*items).changes]


def measured(**fields: object) -> Edit:
    return lambda item: replace(item, key_results=(replace(LOADS, **fields),))  # type: ignore[arg-type]


def wording(**fields: object) -> Edit:
    return lambda item: replace(item, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("edit", "term"),
    [
        (wording(title="Calmer nights"), Term.TITLE),
        (wording(for_person="She rests"), Term.FOR_PERSON),
        (wording(for_person=""), Term.FOR_PERSON),
        (wording(for_business="No calls"), Term.FOR_BUSINESS),
        (wording(objective=""), Term.OBJECTIVE),
        (wording(due_on=date(2026, 12, 13)), Term.DUE),
        (wording(due_on=None), Term.DUE),
        (measured(name="Loads by seven"), Term.MEASURE),
        (measured(baseline=70.0), Term.MEASURE),
        (measured(target=96.0), Term.MEASURE),
        (measured(direction=Direction.AT_LEAST), Term.MEASURE),
        (measured(measure=Measure.NUMBER), Term.MEASURE),
        (measured(measure=Measure.MILESTONE), Term.MEASURE),
        (measured(measure=Measure.NUMBER, unit="loads"), Term.MEASURE),
        (measured(due_on=date(2026, 9, 1)), Term.MEASURE),
        (wording(key_results=()), Term.MEASURE),
        (wording(state=ItemState.DROPPED), Term.DROPPED),
        (wording(may_be_cited=True), Term.MAY_BE_CITED),
    ],
)
def test_what_was_agreed_and_is_other_now_is_told_once(edit: Edit, term: Term) -> None:
    assert told(edit(NIGHTS), RELEASE) == [("g1", term)]


@pytest.mark.parametrize(
    "edit",
    [
        wording(state=ItemState.BLOCKED),
        wording(state=ItemState.DONE, reached_on=DAY),
        wording(progress=0.9),
        wording(motivators=("Mastery", "Calm")),
        wording(horizon=Horizon.LONGER),
        wording(steps=(SharedAction("Ask Bo", Owner.ME, None, None),)),
        wording(committed=False),
        wording(personal=True),
        wording(score=0.7, score_words="Well done"),
        wording(for_person=" She\n sleeps  "),
        measured(current=12.0),
        measured(unit="%"),
    ],
)
def test_how_it_goes_is_no_change(edit: Edit) -> None:
    assert told(edit(NIGHTS), RELEASE) == []


def test_what_is_to_be_kept_has_no_start_that_could_change() -> None:
    kept = measured(direction=Direction.AT_LEAST)(NIGHTS)
    body = body_of([kept, RELEASE])
    moved = measured(direction=Direction.AT_LEAST, baseline=3.0)(NIGHTS)
    assert since(moved, RELEASE, body=body).changes == ()


def test_order_is_no_change_and_goals_that_came_and_went_are() -> None:
    assert told(RELEASE, NIGHTS) == []
    fresh = replace(NIGHTS, uid="g3", title="Reads more")
    assert told(fresh, RELEASE) == [("g3", Term.NEW), ("g1", Term.DROPPED)]
    dropped = replace(fresh, state=ItemState.DROPPED)
    assert told(dropped, NIGHTS, RELEASE) == []


def test_a_goal_that_was_dropped_when_it_was_agreed_and_is_taken_up_again_is_new() -> None:
    body = body_of([replace(NIGHTS, state=ItemState.DROPPED), RELEASE])
    assert [one.term for one in since(NIGHTS, RELEASE, body=body).changes] == [Term.NEW]
    assert since(RELEASE, body=body).changes == ()


def test_the_same_meaning_holds_as_long_as_the_words_do() -> None:
    reworded = replace(NIGHTS, title="Quiet nights", due_on=None)
    title, due = since(reworded, RELEASE).changes
    same = [(title.goal_uid, title.field, title.digest)]
    found = since(reworded, RELEASE, same=same)
    assert (found.changes, found.same) == ((due,), (title,))
    again = replace(reworded, title="Silent nights")
    found = since(again, RELEASE, same=same)
    assert [one.term for one in found.changes] == [Term.TITLE, Term.DUE]


def test_a_new_goal_that_means_the_same_counts_again_once_its_words_change() -> None:
    fresh = replace(NIGHTS, uid="g3")
    (new,) = since(NIGHTS, RELEASE, fresh).changes
    same = [(new.goal_uid, new.field, new.digest)]
    changed = replace(fresh, for_person="Other")
    assert since(NIGHTS, RELEASE, fresh, same=same).changes == ()
    assert len(since(NIGHTS, RELEASE, changed, same=same).changes) == 1


def test_a_new_goal_that_means_the_same_counts_again_once_it_may_be_cited() -> None:
    fresh = replace(NIGHTS, uid="g3")
    (new,) = since(NIGHTS, RELEASE, fresh).changes
    same = [(new.goal_uid, new.field, new.digest)]
    assert len(since(NIGHTS, RELEASE, replace(fresh, may_be_cited=True), same=same).changes) == 1


def test_struck_words_are_no_change_wherever_they_were_struck() -> None:
    said = replace(NIGHTS, for_person="She said: I want to sleep")
    body = body_of([said, RELEASE])
    struck = body.replace("I want to sleep", "[struck on 3 Dec 2026]")
    now = replace(NIGHTS, for_person="She said: struck on 3 Dec 2026")
    assert since(now, RELEASE, body=struck).changes == ()
    gone = replace(NIGHTS, for_person="She said:")
    assert since(gone, RELEASE, body=struck).changes == ()
    other = replace(now, for_person=f"{now.for_person}, and more")
    assert [one.term for one in since(other, RELEASE, body=struck).changes] == [Term.FOR_PERSON]


@pytest.mark.parametrize("body", ["", "{}", "[]", '{"items": 3}', '{"items": [{"uid": 1}]}'])
def test_without_a_wording_that_can_be_read_it_says_so(body: str) -> None:
    found = since(NIGHTS, body=body)
    assert (found.kept, found.changes) == (False, ())
    said = sentence(found, date.isoformat)
    assert said == "Agreed 2026-06-30; the wording was not saved"


def test_a_wording_kept_before_there_were_directions_is_read() -> None:
    content = json.loads(BODY)
    for result in content["items"][0]["key_results"]:
        del result["direction"], result["due_on"]
    assert since(NIGHTS, RELEASE, body=json.dumps(content)).changes == ()
    assert agreed(json.dumps(content)) == agreed(BODY)


def test_a_copy_kept_before_goals_could_be_cited_has_none_that_could() -> None:
    content = json.loads(BODY)
    for item in content["items"]:
        del item["may_be_cited"]
    kept = json.dumps(content)
    assert since(NIGHTS, RELEASE, body=kept).changes == ()
    (change,) = since(replace(NIGHTS, may_be_cited=True), RELEASE, body=kept).changes
    words = listed(change, date.isoformat, "{:g}".format, "Ana")
    assert (words.label, words.was, words.became) == ("May be cited in a review", "no", "yes")


def test_what_was_said_to_mean_the_same_before_goals_could_be_cited_still_does() -> None:
    """Its digest is that of the words alone."""
    (new,) = since(NIGHTS, RELEASE, replace(NIGHTS, uid="g3")).changes
    kept = ["new", None, ["Calm nights", "She sleeps", "Fewer calls", "Reliable loads",
            "2026-11-30", [False, "up", 71.0, 95.0, "Loads by six", "%", None]]]  # fmt: skip
    assert new.digest == sha256(json.dumps(kept, ensure_ascii=False).encode()).hexdigest()


def test_it_is_said_in_a_sentence_with_the_count() -> None:
    none, one = since(NIGHTS, RELEASE), since(RELEASE)
    two = since(replace(NIGHTS, title="X", due_on=None), RELEASE)
    assert [sentence(found, date.isoformat) for found in (none, one, two)] == [
        "Agreed 2026-06-30",
        "Agreed 2026-06-30, 1 change since",
        "Agreed 2026-06-30, 2 changes since",
    ]
    assert printed(two, date.isoformat) == "Agreed on 2026-06-30, 2 changes since."


def test_a_change_says_what_was_and_what_is() -> None:
    edited = replace(
        measured(direction=Direction.AT_LEAST, due_on=DAY)(NIGHTS), due_on=None, for_person=""
    )
    found = since(edited).changes
    words = [listed(one, date.isoformat, "{:g}".format, "Ana") for one in found]
    assert [(one.goal, one.label, one.was, one.became) for one in words] == [
        ("Calm nights", "For Ana", "She sleeps", "nothing"),
        (
            "Calm nights", "Measured by", "Loads by six: from 71 to 95\u202f%",
            "Loads by six: at least 95\u202f%, by 2026-06-30",
        ),
        ("Calm nights", "Due", "2026-11-30", "nothing"),
        ("Two can release", "No longer in the plan", "Two can release", "nothing"),
    ]  # fmt: skip

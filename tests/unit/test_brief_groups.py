"""What the brief says: of the time since the last check-in, the plan, the person; and to whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from careerdesk.documents.brief_text import brief_text
from careerdesk.domain.brief import look_at, shifted, with_ticked, without_private
from careerdesk.domain.brief_facts import ActionGlance, ChangesOn, ResultMoved, Wish
from careerdesk.domain.brief_feeling import temperature_lines
from careerdesk.domain.brief_groups import groups
from careerdesk.domain.brief_lines import Group, Line, Part
from careerdesk.domain.feedback import Feedback, FeedbackWay
from careerdesk.domain.goal_changes import ChangedGoal
from careerdesk.domain.loop import Reach
from careerdesk.domain.note_lines import gist, note_lines
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    CheckInKind,
    ItemState,
    Lens,
    Motivator,
    MotivatorStanding,
    Owner,
    Person,
    PersonStatus,
    Promise,
    Question,
)
from careerdesk.domain.unknowns import Unknown, Why
from careerdesk.domain.views import AskedQuestion, Brief, GoalGlance, LookAt, Reason, Temperature

TODAY = date(2026, 11, 17)
ANA = Person(id=1, given_name="Ana", family_name="Ruiz", pronouns="she/her")
NOTES = "## Nights\n- The rota is **better**\n- Two swaps\n\n## Release\nShe writes the page."
LAST = CheckIn(
    id=7, person_id=1, starts_at=datetime(2026, 11, 3, 9, tzinfo=UTC), shared_notes=NOTES,
    private_notes="Tired; do not push.", said=-1,
)  # fmt: skip


CHANGED = (
    "Changed in the last check-in: "
    "Release → at risk, due 13.12., 1 new step; Mentor: still right | 03.11."
)


def a_brief(**fields: object) -> Brief:
    known: dict[str, object] = {
        "person": ANA,
        "today": TODAY,
        "last_check_in": LAST,
        "has_plan": True,
    }
    return Brief(**{**known, **fields})  # type: ignore[arg-type]


def said(line: Line) -> str:
    text = line.text if isinstance(line.text, str) else line.text.said(day)
    aside = f" | {line.aside.said(day)}" if line.aside else ""
    below = line.below if isinstance(line.below, str) else line.below.said(day)
    return text + aside + (f" | {below}" if below else "")


def day(on: date) -> str:
    return f"{on:%d.%m.}"


def of(brief: Brief, part: Part, *, private: bool = True) -> list[str]:
    return [said(line) for line in group(brief, part, private=private).lines]


def group(brief: Brief, part: Part, *, private: bool = True) -> Group:
    return next(one for one in groups(brief, private=private) if one.part is part)


def goal(key: int, title: str, state: ItemState = ItemState.ON_TRACK, **more: object) -> GoalGlance:
    return GoalGlance(key, title, state, more.pop("due_on", None), TODAY, **more)  # type: ignore[arg-type]


def step(key: int, text: str, owner: Owner = Owner.THEM, **more: object) -> ActionGlance:
    found = {"due_on": None, "done_on": None, "item_id": 1, "goal": "Release", **more}
    return ActionGlance(key, text, owner, **found)  # type: ignore[arg-type]


def test_since_last_time_are_facts_with_their_days_then_the_notes() -> None:
    release = ChangedGoal(1, "Release", state=ItemState.AT_RISK, due_moved=True,
                          due_on=date(2026, 12, 13), steps_added=1)  # fmt: skip
    mentor, rota = ChangedGoal(2, "Mentor"), ChangedGoal(3, "Rota", state=ItemState.DONE)
    changed = [
        ChangesOn(date(2026, 11, 3), True, release),
        ChangesOn(date(2026, 11, 3), True, replace(mentor, confirmed=True)),
        ChangesOn(date(2026, 11, 9), False, replace(mentor, state=ItemState.BLOCKED)),
        ChangesOn(date(2026, 11, 12), False, rota),
    ]
    found = a_brief(
        done_since=(goal(3, "Rota", ItemState.DONE, reached_on=date(2026, 11, 12)),),
        moved=(ResultMoved(4, 1, "Loads by six", 84.0, 88.5, "%", False, date(2026, 11, 10)),),
        changes=tuple(changed),
    )
    assert of(found, Part.SINCE) == [
        "Reached: Rota | 12.11.",
        "Loads by six went from 84 to 88.5\u202f% | 10.11.",
        CHANGED,
        "Mentor → blocked | 09.11.",
        "Last note: Nights, Release | 03.11.",
        "Last private note: Tired; do not push. | 03.11.",
    ]
    assert group(found, Part.SINCE).lines[-1].private
    assert "Last private note" not in str(of(found, Part.SINCE, private=False))


def test_many_changed_goals_share_a_line() -> None:
    changes = tuple(
        ChangesOn(date(2026, 11, n), False, ChangedGoal(n, f"Goal {n}", new=True))
        for n in range(5, 9)
    )
    assert of(a_brief(changes=changes), Part.SINCE)[0] == (
        "Changed since then: Goal 5: new; Goal 6: new; Goal 7: new; Goal 8: new | 08.11."
    )


def test_a_note_keeps_its_headings_and_points() -> None:
    found = [(one.before, one.words, one.heading) for one in note_lines(NOTES)]
    assert found == [
        ("", "Nights", True),
        ("• ", "The rota is better", False),
        ("• ", "Two swaps", False),
        ("", "Release", True),
        ("", "She writes the page.", False),
    ]
    assert gist("## Only one\nIt begins so", 100) == "Only one: It begins so"
    assert gist("# A\n# B\n# Long heading", 8) == "A, B, L…"


def test_promises_and_steps_are_one_list_mine_first() -> None:
    found = a_brief(
        promises_due=(
            Promise(id=1, person_id=1, text="Seat", due_on=TODAY - timedelta(days=4)),
            Promise(id=2, person_id=1, text="Draft", owner=Owner.THEM, due_on=TODAY),
        ),
        steps=(
            step(1, "Ask Finance", Owner.ME, due_on=TODAY + timedelta(days=1)),
            step(2, "Write page", due_on=TODAY - timedelta(days=1)),
        ),
    )
    assert of(found, Part.PROMISES) == [
        "Seat | mine, 4 days late",
        "Ask Finance | mine, due 18.11.",
        "Write page | hers, 1 day late",
        "Draft | hers, due 17.11.",
    ]
    ticked = with_ticked(replace(found, promises_due=found.promises_due[1:]),
                         [replace(found.promises_due[0], done_on=TODAY)])  # fmt: skip
    assert of(ticked, Part.PROMISES)[0] == "Seat | mine, done"


def test_each_goal_stands_once_with_its_next_step_and_the_plan_has_five_lines() -> None:
    goals = tuple(goal(n, f"Goal {n}") for n in range(1, 8))
    found = a_brief(
        goals=goals,
        items_to_look_at=(LookAt(goals[2], Reason.STALE, 41),),
        steps=(step(1, "First", item_id=1), step(2, "Second", item_id=1)),
    )
    plan = group(found, Part.GOALS)
    assert [said(line) for line in plan.lines[:4]] == [
        "Goal 3 | not updated for 41 days", "Goal 1 | next: First", "Goal 2", "Goal 4",
    ]  # fmt: skip
    assert (len(plan.lines), plan.most, plan.remark) == (7, 5, "")


def test_that_no_goal_needs_a_look_is_said_only_of_goals_there_are() -> None:
    assert group(a_brief(goals=(goal(1, "x"),)), Part.GOALS).remark == "No goals need attention"
    none = group(a_brief(goals=(goal(1, "x", ItemState.DONE),)), Part.GOALS)
    assert (len(none.lines), none.nothing, none.remark) == (0, "No open goals", "")
    assert group(a_brief(has_plan=False), Part.GOALS).nothing == "No plan yet"


def test_a_plan_whose_period_is_over_is_to_be_closed() -> None:
    found = a_brief(plan_ended=date(2026, 6, 30), goals=(goal(1, "x"),))
    assert of(found, Part.GOALS)[0] == "Score and close the plan, which ended on 30.06."
    assert group(found, Part.GOALS).lines[0].warned
    assert group(found, Part.GOALS).remark == ""


@pytest.mark.parametrize("away", [PersonStatus.ON_LEAVE, PersonStatus.ACTIVE])
def test_what_is_due_within_a_leave_is_not_late_and_can_be_shifted(away: PersonStatus) -> None:
    person = replace(ANA, status=away, leave_from=date(2026, 10, 1), leave_until=date(2026, 11, 14))
    inside, outside = date(2026, 11, 2), date(2026, 11, 16)
    look = look_at(goal(1, "x", due_on=inside), person, TODAY)
    assert look is not None and look.reason is Reason.AWAY
    found = a_brief(person=person, goals=(look.item,), items_to_look_at=(look,))
    assert of(found, Part.GOALS) == ["x | due 02.11., during leave; consider postponing it"]
    assert not group(found, Part.GOALS).lines[0].warned
    assert shifted(inside, person) == inside + timedelta(days=45)
    late = look_at(goal(1, "x", due_on=outside), person, TODAY)
    assert late is not None and late.reason is Reason.LATE


def temperatures(*said_sensed: tuple[int | None, int | None]) -> list[Temperature]:
    first = TODAY - timedelta(days=14 * len(said_sensed))
    return [Temperature(first + timedelta(days=14 * n), *one) for n, one in enumerate(said_sensed)]


@pytest.mark.parametrize(
    ("check_ins", "words", "warned"),
    [
        (
            [(0, None), (-1, None), (-1, None), (-1, None)],
            "The last three answers were all −1. Ask how she's doing.",
            1,
        ),
        ([(1, None), (-2, None)], "The answer last time was −2. Ask how she's doing.", 1),
        (
            [(-1, None), (-2, None)],
            "The last 2 answers were low, most recently −2. Ask how she's doing.",
            1,
        ),
        ([(-1, None)] * 5, "The last 5 answers were all −1. Ask how she's doing.", 1),
        ([(1, -1)], "The answer was +1, but you sensed −1. Ask how she's doing.", 1),
        ([(None, -2)], "You sensed −2 last time. Ask how she's doing.", 1),
        (
            [(1, 1), *[(None, None)] * 4],
            "You haven't asked in the last 4 check-ins. Ask how she's doing.",
            1,
        ),
        ([(-1, None), (0, 0)], "The answer last time was 0.", 0),
        ([(None, 1)], "You sensed +1 last time.", 0),
    ],
)
def test_a_low_or_a_gap_in_temperature_is_one_sentence(
    check_ins: list[tuple[int | None, int | None]], words: str, warned: bool
) -> None:
    (line,) = temperature_lines(temperatures(*check_ins), ANA)
    assert said(line).split(" | ")[0] == words
    assert (line.warned, line.private) == (warned, True)


def test_a_temperature_that_was_never_asked_says_nothing() -> None:
    found = a_brief(temperature=tuple(temperatures((None, None), (None, None))))
    assert Part.TEMPERATURE not in [one.part for one in groups(found, private=True)]


def test_feedback_begins_with_a_capital_and_says_how_it_is_wanted() -> None:
    found = a_brief(
        person=replace(ANA, feedback_style="alone, at once"),
        to_deliver=(Feedback(id=1, person_id=1, behaviour="came late", situation="in the stand-up",
                             way=FeedbackWay.TO_DELIVER),),
        feedback=(Feedback(id=2, person_id=1, behaviour="led it.", given_on=TODAY),),
    )  # fmt: skip
    assert of(found, Part.FEEDBACK) == [
        "How she likes to receive feedback: alone, at once",
        "Came late | praise, to pass on | In the stand-up",
        "Led it. | praise, 17.11.",
    ]
    assert of(found, Part.FEEDBACK, private=False) == ["Led it. | praise, 17.11."]


def a_career_brief() -> Brief:
    old = AskedQuestion(Question(id=1, text="What gives you energy?"), date(2026, 2, 10), "Tracing")
    return a_brief(
        kind=CheckInKind.CAREER,
        wishes=(Wish(1, "Lead a team", Reach.ONE_YEAR, date(2026, 3, 1)),),
        questions=(old, AskedQuestion(Question(id=2, text="Where next?"))),
        goals=(
            goal(1, "Release alone", ItemState.BLOCKED, due_on=date(2026, 1, 1),
                 for_person="she owns it"),
            goal(2, "Over", ItemState.DONE),
        ),
        items_to_look_at=(LookAt(goal(1, "Release alone"), Reason.LATE, 320),),
        steps=(step(1, "Ask Finance"), step(2, "Other")),
        promises_due=(Promise(id=1, person_id=1, text="Seat", due_on=date(2026, 1, 1)),),
        agenda=(AgendaItem(id=1, person_id=1, text="Her idea", owner=Owner.THEM, carried=3),),
        temperature=(Temperature(TODAY, -2, -2),),
        plan_ended=date(2026, 6, 30),
    )  # fmt: skip


def test_the_brief_of_a_career_conversation_looks_ahead_and_measures_nothing() -> None:
    found = a_career_brief()
    assert {
        one.part: [said(line) for line in one.lines] for one in groups(found, private=True)
    } == {
        Part.GOALS: ["Release alone | she owns it"],
        Part.NEXT_ACTION: ["Ask Finance"],
        Part.AGENDA: ["Her idea | hers"],
        Part.QUESTION: [
            "What gives you energy? | Last asked 10.02. | 10.02.: “Tracing”",
            "Where next? | Not asked yet",
        ],
        Part.WISHES: ["“Lead a team” | in one year, unchanged since 01.03."],
    }
    assert group(found, Part.WISHES).title.said(day) == "Where she wants to go"
    told = brief_text(found, private=True)
    for word in ("late", "Seat", "−2", "320", "blocked", "ended"):
        assert word not in told


def test_the_terminal_says_why_a_question_is_suggested_and_what_to_say_first() -> None:
    why = Why(Unknown.LENS, Lens.VALUES)
    question = AskedQuestion(Question(id=1, text="Whom do you admire?", lens=Lens.VALUES), why=why)
    told = brief_text(Brief(ANA, TODAY, question=question, questions=(question,)))
    assert "A question\n  Whom do you admire? (Nothing about values yet)" in told
    first = brief_text(Brief(ANA, TODAY, question=question, questions=(question,), answered=False))
    assert (
        "(Nothing about values yet): Answering is voluntary. "
        "Explain what you'll write down and who can see it." in first
    )


def test_what_is_private_is_in_the_terminal_only_if_it_is_asked_for() -> None:
    found = a_brief(temperature=tuple(temperatures((-1, -1))))
    assert "Tired" not in brief_text(found)
    assert "Temperature" not in brief_text(found)
    told = brief_text(found, private=True)
    assert "  Private: Last private note (2026-11-03)\n    Tired; do not push." in told
    assert "The answer last time was −1. Ask how she's doing." in told


def test_a_brief_without_what_is_private_holds_nothing_of_it() -> None:
    secret = "qzprivatezq"
    found = a_brief(
        person=replace(ANA, feedback_style=secret, recognition=secret),
        last_check_in=replace(LAST, private_notes=secret, temperature_words=secret, reason=secret),
        agenda=(AgendaItem(person_id=1, text=secret, private=True),),
        to_deliver=(Feedback(person_id=1, behaviour=secret, way=FeedbackWay.TO_DELIVER),),
        last_feedback=Feedback(person_id=1, behaviour=secret, way=FeedbackWay.RECEIVED),
        feedback=(Feedback(person_id=1, behaviour=secret, way=FeedbackWay.RECEIVED),),
        temperature=tuple(temperatures((-1, -1))),
    )
    bare = without_private(found)
    assert secret in repr(found)
    assert secret not in repr(bare)
    assert (bare.temperature, bare.last_check_in.said) == ((), None)  # type: ignore[union-attr]


def test_a_guess_is_marked_and_leaves_with_what_is_private() -> None:
    said_, guess = (
        Motivator(id=key, person_id=1, name=name, standing=standing)
        for key, name, standing in (
            (1, "Craft", MotivatorStanding.SAID), (2, "Calm", MotivatorStanding.GUESSED),
        )
    )  # fmt: skip
    found = a_brief(motivators=(guess, said_))
    every = group(found, Part.DRIVES).lines
    assert [(one.text, one.private) for one in every] == [("Calm", True), ("Craft", False)]
    assert of(found, Part.DRIVES, private=False) == ["Craft"]
    assert group(found, Part.DRIVES, private=False).tail == 1
    assert [one.name for one in without_private(found).motivators] == ["Craft"]
    assert "Private, guessed: Calm" in brief_text(found, private=True)
    assert "Calm" not in brief_text(found, private=False)

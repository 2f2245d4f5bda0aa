"""Which question is suggested next, and why: the rules over what is known of somebody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from careerdesk.domain.question_sets import START_HERE
from careerdesk.domain.question_words import few_words, why_question
from careerdesk.domain.questions import BANK
from careerdesk.domain.records import Lens, Question
from careerdesk.domain.suggestions import (
    Known,
    in_order,
    shareable,
    start_of,
    suggested,
    suggested_for_career,
)
from careerdesk.domain.unknowns import Unknown
from careerdesk.domain.views import AskedQuestion

TODAY = date(2026, 11, 17)
YEAR_AGO = date(2025, 11, 17)
ALL_KNOWN = Known(answered=True, aspiration=True, values=True)


def bank(**asked: date) -> list[AskedQuestion]:
    """The bank of somebody who was asked these questions, by their keys, and answered them."""
    days = {key.replace("_", "-"): day for key, day in asked.items()}
    return [
        AskedQuestion(
            Question(id=n, key=key, lens=lens, text=text), days.get(key),
            "So it is" if key in days else "", answers=int(key in days),
        )
        for n, (key, lens, text) in enumerate(BANK, 1)
    ]  # fmt: skip


def started(**asked: date) -> list[AskedQuestion]:
    """The bank of somebody who was asked all of *Start here* a year ago."""
    return bank(**{key.replace("-", "_"): YEAR_AGO for key in START_HERE}, **asked)


def said(found: AskedQuestion | None) -> tuple[str, str]:
    assert found is not None
    return found.question.key, few_words(found).said(date.isoformat)


def test_start_here_comes_first_and_says_how_far_it_is() -> None:
    for asked, found in enumerate((bank(), bank(start_story=YEAR_AGO))):
        one = suggested(found, Known(), TODAY)
        assert said(one) == (START_HERE[asked], "One of the first to ask")
        assert one is not None
        assert f"asked {asked} of 4" in why_question(one, TODAY).said(date.isoformat)


def test_after_two_of_start_here_on_one_day_the_rest_waits_for_another_day() -> None:
    two = bank(start_story=TODAY, success_doing=TODAY)
    key, why = said(suggested(two, Known(answered=True), TODAY))
    assert key not in START_HERE and why == "No aspirations yet"
    tomorrow = suggested(two, Known(answered=True), TODAY + timedelta(days=1))
    assert said(tomorrow) == (START_HERE[2], "One of the first to ask")
    start = start_of(two, TODAY)
    assert (start.asked, start.of, start.now) == (2, 4, ())
    assert [one.question.key for one in start.left] == list(START_HERE[2:])
    assert [one.question.key for one in start_of(bank(), TODAY).now] == list(START_HERE[:2])


def test_retired_questions_of_start_here_do_not_count() -> None:
    some = [
        replace(one, question=replace(one.question, retired=one.question.key == "start-story"))
        for one in bank(success_doing=YEAR_AGO)
    ]
    one = suggested(some, Known(), TODAY)
    assert one is not None and one.question.key == START_HERE[2]
    assert "asked 1 of 3" in why_question(one, TODAY).said(date.isoformat)


@pytest.mark.parametrize(
    ("known", "lens", "why"),
    [
        (replace(ALL_KNOWN, guessed=True), Lens.JOY, "Motivators are only guesses so far"),
        (replace(ALL_KNOWN, aspiration=False), Lens.LIFE_AHEAD, "No aspirations yet"),
        (replace(ALL_KNOWN, values=False), Lens.VALUES, "No values noted yet"),
        (ALL_KNOWN, Lens.JOY, "Nothing about enjoying work yet"),
        (Known(answered=True, guessed=True), Lens.JOY, "Motivators are only guesses so far"),
    ],
)
def test_what_is_not_known_is_asked_for(known: Known, lens: Lens, why: str) -> None:
    found = suggested(started(), known, TODAY)
    assert found is not None and found.question.lens is lens
    assert said(found)[1] == why


def test_values_that_nobody_asked_about_are_named_so() -> None:
    silent = [replace(one, answers=0) if one.question.lens is Lens.VALUES else one
              for one in started()]  # fmt: skip
    found = suggested(silent, replace(ALL_KNOWN, values=False), TODAY)
    assert said(found)[1] == "Nothing about values yet"


def test_one_side_after_the_other_until_something_was_said_about_each() -> None:
    asked = started()
    sides = []
    while True:
        found = suggested(asked, ALL_KNOWN, TODAY)
        assert found is not None and found.why is not None
        if found.why.unknown is not Unknown.LENS:
            break
        sides.append(found.question.lens)
        asked = [replace(one, last_asked=TODAY, answers=1) if one.id == found.id else one
                 for one in asked]  # fmt: skip
    # Start here told something of the others
    assert sides == [Lens.JOY, Lens.ENVIRONMENT, Lens.LEARNING, Lens.STAY, Lens.FEEDBACK]
    assert found.why.unknown is Unknown.NEVER and said(found)[1] == "Not asked yet"


def test_when_everything_was_asked_the_longest_ago_is_next() -> None:
    days = {key.replace("-", "_"): YEAR_AGO + timedelta(days=n)
            for n, (key, _, _) in enumerate(reversed(BANK))}  # fmt: skip
    found = suggested(bank(**days), ALL_KNOWN, TODAY)
    assert said(found) == (BANK[-1][0], "Last asked 2025-11-17")


def test_own_questions_come_too_the_never_asked_first_then_the_longest_ago() -> None:
    def own(key: int, on: date | None, *, retired: bool = False) -> AskedQuestion:
        question = Question(id=key, text="?", retired=retired)
        return AskedQuestion(question, on, answers=int(on is not None))

    asked = [own(1, date(2026, 1, 1)), own(2, date(2025, 1, 1)), own(3, None, retired=True),
             own(4, date(2025, 1, 1))]  # fmt: skip
    for found, skip, expected in (
        (asked, (), 2),
        ([*asked, own(5, None), own(6, None)], (), 5),
        (asked, (2, 4), 1),
        (asked, (1, 2, 4), None),
    ):
        one = suggested(found, ALL_KNOWN, TODAY, frozenset(skip))
        assert (one.id if one else None) == expected


def test_what_is_on_the_agenda_or_skipped_is_not_suggested() -> None:
    first = suggested(bank(), Known(), TODAY)
    assert first is not None
    for known, skip in ((Known(on_agenda=frozenset({first.id})), frozenset[int]()),
                        (Known(), frozenset({first.id}))):  # fmt: skip
        other = suggested(bank(), known, TODAY, skip)
        assert other is not None and other.question.key == START_HERE[1]
    assert suggested(bank(), Known(), TODAY, frozenset(range(1, 99))) is None
    assert suggested([], Known(), TODAY) is None


def test_questions_of_a_set_are_never_suggested_alone() -> None:
    alone = AskedQuestion(Question(id=99, key="grow-goal", question_set="grow", text="?"))
    assert suggested([alone], Known(), TODAY) is None


def test_in_order_has_each_question_of_the_bank_once() -> None:
    found = in_order(bank(), Known(), TODAY)
    assert sorted(one.id for one in found) == list(range(1, len(BANK) + 1))
    assert [one.question.key for one in found[:2]] == list(START_HERE[:2])
    assert all(one.why is not None for one in found)


def test_a_career_conversation_has_two_at_most_the_first_with_its_last_answer() -> None:
    new = suggested_for_career(bank(), Known(), TODAY)
    assert [one.question.key for one in new] == list(START_HERE[:2])
    known = suggested_for_career(bank(joy_unasked=YEAR_AGO, joy_give_away=TODAY), Known(), TODAY)
    assert [one.question.key for one in known] == ["joy-unasked", START_HERE[0]]
    on_agenda = Known(on_agenda=frozenset({known[0].id}))
    other = suggested_for_career(bank(joy_unasked=YEAR_AGO), on_agenda, TODAY)
    assert [one.question.key for one in other] == list(START_HERE[:2])


def test_what_others_may_see_names_no_guess_and_no_private_answer() -> None:
    found = suggested(started(), replace(ALL_KNOWN, guessed=True), TODAY)
    assert found is not None
    plain = shareable(replace(found, last_words="She may leave", private=True))
    assert plain.last_words == "" and said(plain)[1] == "Not asked yet"
    assert "guess" not in why_question(plain, TODAY).said(date.isoformat)
    open_one = replace(found, last_words="Teaching", why=None)
    assert shareable(open_one) == open_one


def test_the_reason_is_also_a_sentence() -> None:
    def why(found: AskedQuestion | None) -> str:
        assert found is not None
        return why_question(found, TODAY).said(date.isoformat)

    assert why(suggested(bank(), Known(), TODAY)) == (
        "This is one of the first questions to ask. You've asked 0 of 4 so far."
    )
    asked = AskedQuestion(Question(text="?"), date(2026, 11, 7))
    assert why(asked) == "You last asked this 10 days ago, longer ago than any other question."
    for found in in_order(started(), Known(answered=True, guessed=True), TODAY):
        assert why(found).endswith(".")

"""What is typed into a search, read: words, phrases, filters, and what plain words may mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdesk.domain.entries import Area
from careerdesk.domain.loop import Action
from careerdesk.domain.records import CheckIn, KeyResult, Promise
from careerdesk.domain.search.completing import completions
from careerdesk.domain.search.expression import beginnings
from careerdesk.domain.search.found import Scope, State
from careerdesk.domain.search.meaning import meanings
from careerdesk.domain.search.named import named
from careerdesk.domain.search.periods import Period, read_period
from careerdesk.domain.search.query import Only, Query, Reader, parse
from tests.seeds import examples

TODAY = date(2026, 11, 27)
ANA = named(1, "Ana", "Ruiz", "")
NIA = named(2, "Nia", "Hollerbach", "")
JUNE = named(3, "June", "Marlow", "")
LI = named(4, "Li", "Wu", "")
THEO = named(5, "Θεόδωρος", "Καλαμάρης", "")
READER = Reader(people=(ANA, NIA, JUNE, LI, THEO), today=TODAY)


def read(typed: str) -> Query:
    return parse(typed, READER)


def words(typed: str) -> list[tuple[str, ...]]:
    return [term.words for term in read(typed).terms]


def only(typed: str) -> Only:
    return read(typed).only


def test_words_and_phrases() -> None:
    assert words("Release  Škvořák") == [("release",), ("skvorak",)]
    assert words("check-in 10:30") == [("check", "in"), ("10", "30")]
    assert words('a "two words" b') == [("a",), ("two", "words"), ("b",)]
    assert words("“two words” „drei vier“") == [("two", "words"), ("drei", "vier")]
    assert words("田中") == [("田", "中")]
    assert [term.closed for term in read('"over" "ov').terms] == [True, False]


def test_a_word_may_go_on_and_a_phrase_that_is_closed_may_not() -> None:
    assert beginnings(read('rel "two words" "un fin').terms) == (
        '("rel" *) AND ("two words") AND ("un fin" *)'
    )


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("from:ana", {1}), ("FROM:ANA", {1}), ("from:ruiz", {1}), ("from:hol", {2}),
        ("from:a", {1}), ('from:"nia hollerbach"', {2}), ("from:nia hollerbach", {2}),
        ("from: nia", {2}), ("from:holerbach", {2}), ("from:theo", {5}), ("from:калам", {5}),
        ("from:ana from:nia", {1, 2}), ("from:l", {4}),
    ],
)  # fmt: skip
def test_from_is_a_person(typed: str, people: set[int]) -> None:
    assert only(typed).people == people
    assert read(typed).terms == ()


def test_a_word_behind_a_name_is_a_word() -> None:
    found = read("from:nia release holl")
    assert found.only.people == {2}
    assert [term.words for term in found.terms] == [("release",), ("holl",)]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("kind:promise", Promise), ("kind:prom", Promise), ("kind:check-in", CheckIn),
        ("kind:checkins", CheckIn), ("kind:1:1", CheckIn), ("kind:next-step", Action),
        ("kind:next step", Action), ('kind:"key result"', KeyResult), ("kind: promise", Promise),
    ],
)  # fmt: skip
def test_kinds_by_what_they_are_called(typed: str, kind: type) -> None:
    kinds = only(typed).kinds
    assert kinds is not None and kind in kinds
    assert read(typed).terms == ()


DAYS = {
    "2026-03": Period(date(2026, 3, 1), date(2026, 4, 1)),
    "2026-03-12": Period(date(2026, 3, 12), date(2026, 3, 13)),
    "2025": Period(date(2025, 1, 1), date(2026, 1, 1)),
    "march": Period(date(2026, 3, 1), date(2026, 4, 1)),
    "December": Period(date(2025, 12, 1), date(2026, 1, 1)),
    "nov": Period(date(2026, 11, 1), date(2026, 12, 1)),
    "march 2024": Period(date(2024, 3, 1), date(2024, 4, 1)),
    "12 mar": Period(date(2026, 3, 12), date(2026, 3, 13)),
    "mar 12": Period(date(2026, 3, 12), date(2026, 3, 13)),
    "March 12, 2025": Period(date(2025, 3, 12), date(2025, 3, 13)),
    "3rd july": Period(date(2026, 7, 3), date(2026, 7, 4)),
    "12.3.": Period(date(2026, 3, 12), date(2026, 3, 13)),
    "12.3.24": Period(date(2024, 3, 12), date(2024, 3, 13)),
    "28 nov": Period(date(2025, 11, 28), date(2025, 11, 29)),
    "today": Period(date(2026, 11, 27), date(2026, 11, 28)),
    "yesterday": Period(date(2026, 11, 26), date(2026, 11, 27)),
    "last week": Period(date(2026, 11, 16), date(2026, 11, 23)),
    "last month": Period(date(2026, 10, 1), date(2026, 11, 1)),
    "this year": Period(date(2026, 1, 1), date(2027, 1, 1)),
    "März": Period(date(2026, 3, 1), date(2026, 4, 1)),
    "31 feb": None, "2026-13": None, "0": None, "13": None, "ma": None, "release": None,
    "juice": None, "99.99.": None, "9999": None, "last": None, "29 feb 2024": Period(
        date(2024, 2, 29), date(2024, 3, 1)
    ),
    "29 feb": Period(date(2024, 2, 29), date(2024, 3, 1)),
    "29.2.": Period(date(2024, 2, 29), date(2024, 3, 1)),
}  # fmt: skip


@pytest.mark.parametrize("typed", DAYS)
def test_days_months_and_years(typed: str) -> None:
    months = ("Januar", "Februar", "März", *["-"] * 9)
    found = read_period(typed.split(), TODAY, months)
    wanted = DAYS[typed]
    if wanted is None:
        assert found is None
    else:
        assert found is not None
        assert (found.period, found.used) == (wanted, len(typed.split()))


def test_before_and_after_a_day() -> None:
    march = date(2026, 3, 1)
    for typed in ("before:2026-03", "before:march", "before: march", "BEFORE:mar"):
        assert only(typed) == Only(before=march), typed
    assert only("after:2026-03") == Only(after=march)
    assert only("after:march before:june") == Only(after=march, before=date(2026, 6, 1))
    assert only("after:last month release") == Only(after=date(2026, 10, 1))
    assert only("after:last-month") == Only(after=date(2026, 10, 1))
    assert only("before:12 mar") == Only(before=date(2026, 3, 12))
    assert words("before:12 mar release") == [("release",)]


def test_is_says_what_else_there_is() -> None:
    assert only("is:private").private
    assert only("is:del").state is State.DELETED
    assert only("is:earlier").state is State.EARLIER


def test_each_filter_knows_where_it_stands() -> None:
    """Without those characters it is gone, and nothing else with it."""
    typed = "stock from:nia hollerbach kind:next step  before:12 mar 2026 end"
    for one in read(typed).filters:
        rest = read(typed[: one.start] + typed[one.end :])
        assert len(rest.filters) == 2
        assert [term.words for term in rest.terms] == [("stock",), ("end",)]
    assert [one.words for one in read(typed).filters] == [
        "Nia Hollerbach", "Next step", "Before 2026-03-12",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "typed", ["from:zz", "kind:zz", "before:zz", "after:2026-02-31", "is:zz", "kind:p"]
)
def test_what_a_filter_does_not_understand_is_one_sentence(typed: str) -> None:
    found = read(f"{typed} release")
    assert found.problem.count(". ") == 1 or found.problem.startswith("“is:")
    assert [term.words for term in found.terms] == [("release",)]
    assert found.filters == ()
    assert found.only == Only()


@pytest.mark.parametrize("typed", ["from:", "kind:", "before:", "after:", "is:", 'from:"'])
def test_a_filter_that_is_still_typed_is_no_problem(typed: str) -> None:
    assert read(typed) == Query()


def test_what_is_too_long_is_looked_for_by_its_beginning() -> None:
    found = read("word " * 2000)
    assert len(found.terms) == 16
    assert found.problem.startswith("This search is too long")


MEANT = {
    "nia release": ("Nia Hollerbach", ["release"]),
    "promise nia march": ("Promise · Nia Hollerbach · March 2026", []),
    "promised to nia in march": ("Promise · Nia Hollerbach · March 2026", []),
    "holl nights": ("Nia Hollerbach", ["nights"]),
    "li nights": ("Li Wu", ["nights"]),
    "theodoros budget": ("Θεόδωρος Καλαμάρης", ["budget"]),
    "nia's release": ("Nia Hollerbach", ["release"]),
    "june nights": ("June Marlow", ["nights"]),
    "mar nights": ("June Marlow", ["nights"]),
    "12 mar nights": ("2026-03-12", ["nights"]),
    "1:1 ana last month": ("Check-in · Ana Ruiz · October 2026", []),
    "next steps ana": ("Next step · Ana Ruiz", []),
}


@pytest.mark.parametrize("typed", MEANT)
def test_what_plain_words_may_mean(typed: str) -> None:
    meant = meanings(read(typed), READER)[-1]
    assert (meant.words, [" ".join(term.words) for term in meant.terms]) == MEANT[typed]


@pytest.mark.parametrize("typed", ["release stock", "the nights", '"nia" "march"', "hol", "an"])
def test_words_that_mean_no_more_than_they_say(typed: str) -> None:
    found = meanings(read(typed), READER)
    assert found == () or typed == "hol"


def test_a_month_may_be_the_word_or_the_time() -> None:
    worded, timed = meanings(read("nia december"), READER)
    assert ([term.typed for term in worded.terms], worded.only.after) == (["december"], None)
    assert (timed.terms, timed.only.after) == ((), date(2025, 12, 1))


def test_a_name_with_a_slip_is_understood_where_that_is_asked_for() -> None:
    assert meanings(read("holerbach nights"), READER) == ()
    assert meanings(read("holerbach nights"), READER, slips=True)[0].words == "Nia Hollerbach"
    assert meanings(read("nights"), READER, slips=True) == ()


def completed(typed: str, scope: Scope = Scope()) -> list[str]:  # noqa: B008
    found = completions(typed, len(typed), READER, scope)
    return [typed[: one.start] + one.text + typed[one.end :] for one in found]


def test_what_may_follow_is_offered() -> None:
    assert completed("stock fr") == ["stock from:"]
    assert completed("stock from:n") == ['stock from:"Nia Hollerbach" ']
    assert completed("kind:key") == ['kind:"key result" ']
    assert completed("is:") == ["is:private ", "is:deleted ", "is:earlier "]
    assert completed("is:p", Scope(private=False)) == []
    assert completed("before:mar") == ["before:march "]
    assert completed('from:"nia h') == ['from:"Nia Hollerbach" ']
    assert completed("stock") == completed("") == completed("10:3") == []
    reviews = completions("kind:", 5, Reader(today=TODAY, area=Area.REVIEWS), Scope())
    assert "Accomplishment" in [one.words for one in reviews]
    assert "Goal" not in [one.words for one in reviews]


def test_everything_that_is_offered_is_understood() -> None:
    for typed in ("from:", "kind:", "is:", "before:", "after:"):
        for whole in completed(typed):
            found = read(whole)
            assert (len(found.filters), found.problem, found.terms) == (1, "", ()), whole


PIECES = st.sampled_from(
    ["from:", "kind:", "before:", "is:", '"', "nia", "march", "12", " ", "promise", ":", "山", "é"]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=12).map("".join))
@settings(max_examples=examples(120))
def test_whatever_is_typed_is_read(typed: str) -> None:
    found = read(typed)
    assert all(0 <= one.start < one.end <= len(typed) for one in found.filters)
    assert all(term.words for term in found.terms)
    meanings(found, READER, slips=True)
    completions(typed, len(typed), READER, Scope())

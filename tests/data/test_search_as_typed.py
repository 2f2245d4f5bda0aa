"""Searches as managers type them, over the demo: what they meant comes first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from careerdesk.domain.catalogue import entry_of, kinds_in
from careerdesk.domain.entries import Area
from careerdesk.domain.records import CheckIn, PlanItem
from careerdesk.domain.search.found import Found, Hit, Scope, State
from careerdesk.services import checkins, people, planning
from careerdesk.services.demo import fill
from careerdesk.services.search import completions, find
from careerdesk.services.store import Store
from tests.builders import a_person
from tests.stores import blank_store

TODAY = date(2026, 11, 17)
AT = datetime(2026, 11, 16, 10, tzinfo=UTC)
REVIEWS = Scope(area=Area.REVIEWS)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The demo of one day, only read."""
    store = blank_store(tmp_path_factory.mktemp("search") / "demo.db")
    fill(store, TODAY)
    yield store
    store.close()


def found(store: Store, typed: str, scope: Scope = Scope()) -> Found:  # noqa: B008
    return find(store, typed, scope, TODAY)


def said(hit: Hit) -> str:
    """What a hit is called and says."""
    return f"{entry_of(hit.kind).word}: {hit.line}"


def marked(hit: Hit) -> list[str]:
    return [hit.line[start : start + length] for start, length in hit.marks]


TYPED = {
    # half a name and a topic
    "mareike release": "Goal: Two colleagues can release the stock service on their own",
    "mar hand-over": "Next step: Write the hand-over page",
    "aveline lyon": "Check-in: Course finished. She wants to take the forecast beyond the Lyon",
    "release mareike's": "Goal: Two colleagues can release the stock service on their own",
    "solbrueck december": "Agenda item: The December rota: who's on call",
    "roisin quarrel": "Agenda item: The quarrel: what came out of it?",
    "kehinde": "Person: Kehinde Adéyẹmí-Bright",
    # what somebody did, when
    "promise mareike november": "Promise: Draft the hand-over page",
    "promised to theo": "Promise: Introduce him to the head of architecture",
    "1:1 roisin 25 sept": "Check-in: The quarrel in the team",
    "what did she say about the grandfather": "Discovery note: Her grandfather's workshop",
    "feedback deniz": "Feedback: you answered for Deniz twice",
    "goals theodoros": "Goal: Decides the platform's direction together with the architects",
    "september budget": "Discovery note: “In September, when the budget was decided without us.”",
    "ideas": "Idea: ",
    # figures
    "95 %": "Key result: Loads done by 06:00: 71 % → 95 %, now 88 %",
    "9 days": "Key result: Days to get a service running: 21 → 1, now 9",
    "75500 €": "Key result: Monthly costs: 84000 € → 67000 €, now 75500 €",
    "75,500": "Key result: Monthly costs: 84000 € → 67000 €, now 75500 €",
    "06:00": "Key result: Loads done by 06:00",
    # phrases
    '"stock service"': "Goal: Two colleagues can release the stock service on their own",
    "“a long walk”": "Check-in: He had none. That's the warning sign. Make time for a long walk",
    '"hand-over page is': "Key result: Hand-over page is in use",
    # slips of the hand, letters of other scripts
    "wrokshop": "Agenda item: Workshop for the analysts",
    "workshp mareike": "Agenda item: Workshop for the analysts",
    "maraike workshop": "Agenda item: Workshop for the analysts",
    "teodoros": "Person: Θεόδωρος Καλαμάρης",
    "theodoros security": "Promise: Get an answer from Security about the templates",
    "Καλαμάρης": "Person: Θεόδωρος Καλαμάρης",
    "Мареике architecture": "Promise: Ask whether the architecture meeting can move to eleven",
    "oleksandr release": "Goal: A release no longer needs a day of manual testing",
    "verkhovets": "Person: Олександр Верховець",
    "adeyemi": "Person: Kehinde Adéyẹmí-Bright",
    # filters
    "from:mar kind:motivator nights": "Motivator: Broken nights",
    "from:Mareike Solbrück stage": "Goal: She doesn't want a stage, and said so.",
    "kind:key result costs": "Key result: Monthly costs",
    "before:2026-03 lineage": "Check-in: The audit went well. She showed the lineage page",
    "after:yesterday stock": "Goal: Two colleagues can release the stock service on their own",
    "is:private december": "Check-in: Said “fine” about December, twice",
    "kind:promise mareike": "Promise: Draft the hand-over page",
    "from:theo is:private walk": "Check-in: He had none. That's the warning sign.",
}  # fmt: skip


@pytest.mark.parametrize("typed", TYPED)
def test_what_is_meant_comes_first(demo: Store, typed: str) -> None:
    hits = found(demo, typed).hits
    assert [said(hit) for hit in hits[:1]], "nothing was found"
    assert said(hits[0]).startswith(TYPED[typed])


def test_a_search_that_is_narrowed_says_by_what_and_where_that_was_typed(demo: Store) -> None:
    typed = "from:mar release kind:goal before:2027"
    got = found(demo, typed)
    assert [(typed[one.start : one.end], one.words) for one in got.filters] == [
        ("from:mar", "Mareike Solbrück, Aveline de Saint-Exquery Montferrand"),
        ("kind:goal", "Goal"),
        ("before:2027", "Before 2027-01-01"),
    ]
    assert got.problem == ""


def test_what_plain_words_were_taken_for_is_said(demo: Store) -> None:
    got = found(demo, "promise mareike november")
    assert got.understood == "Promise · Mareike Solbrück · November 2026"
    assert {hit.person_id for hit in got.hits} == {person(demo, "Mareike")}


@pytest.mark.parametrize(
    ("typed", "understood", "first"),
    [
        ("wrokshop", "“workshop” instead of “wrokshop”", "Agenda item: Workshop"),
        (
            "roisin reviews august",
            "Róisín Ní Dhuibhne · August 2026 · without “reviews”",
            "Check-in",
        ),
        ("december budget", "without “december”", "Agenda item: Tell him first"),
        ("lyon may", "without “may”", "Check-in: Course finished."),
    ],
)
def test_a_word_that_is_nowhere_is_left_out_or_taken_for_one_like_it_and_that_is_said(
    demo: Store, typed: str, understood: str, first: str
) -> None:
    got = found(demo, typed)
    assert (got.understood, said(got.hits[0])[: len(first)]) == (understood, first)


@pytest.mark.parametrize(
    "typed", ["zzqqx", '"wrokshop"', 'mareike "no such phrase"', "from:mar zzqqx"]
)
def test_what_is_quoted_or_stands_alone_is_not_left_out(demo: Store, typed: str) -> None:
    assert found(demo, typed).hits == ()


def test_no_like_word_is_taken_while_the_screen_is_shared(demo: Store) -> None:
    shared = Scope(private=False, person_id=person(demo, "Mareike"))
    assert found(demo, "workshop", shared).hits
    assert not found(demo, "wrokshop", shared).hits


def person(store: Store, name: str) -> int:
    return people.find(store, name).id


def test_the_words_are_marked_in_the_line_as_it_was_written(demo: Store) -> None:
    assert marked(found(demo, "STOCK servi").hits[0]) == ["stock", "service"]
    assert marked(found(demo, "θεοδωρος").hits[0]) == ["Θεόδωρος"]
    assert marked(found(demo, "adeyemi").hits[0]) == ["Adéyẹmí"]
    assert marked(found(demo, '"hand-over page"').hits[0]) == ["hand", "over", "page"]


def test_how_many_there_are_is_counted_beyond_those_that_are_shown(demo: Store) -> None:
    few = find(demo, "the", Scope(), TODAY, limit=3)
    assert (len(few.hits), few.more) == (3, False)
    assert few.count == len(find(demo, "the", Scope(), TODAY, limit=10_000).hits) > 100


def test_each_place_finds_its_own_alone(demo: Store) -> None:
    """Every word of the demo: what Conversations finds is no record of Reviews, nor the reverse."""
    for typed in ("migration", "lyon", "from:mareike", "kind:review", "costs", "is:private", "a"):
        for scope in (Scope(), REVIEWS):
            kinds = {hit.kind for hit in find(demo, typed, scope, TODAY, limit=600).hits}
            assert kinds <= set(kinds_in(scope.area))


def test_reviews_are_found_in_their_place(demo: Store) -> None:
    first = {
        "theodoros migration": "Evidence: Short. The migration is done",
        "narrative": "",
        "from:theo kind:review migration": "Review: Migration done, ahead of schedule.",
        "odile saturday": "Peer feedback: I order from her list.",
        "peer aveline lyon": "Peer feedback: ",  # none of it says Lyon
        "accomplishment alarms": "Accomplishment: Turned off half the alarms",
        "promotion aveline": "Promotion criterion: Leads work across teams",
        "ines kortmann": "Calibration round: Ines Kortmann",
    }
    for typed, wanted in first.items():
        hits = found(demo, typed, REVIEWS).hits
        assert (said(hits[0]) if hits else "").startswith(wanted), typed
        assert bool(hits) is bool(wanted), typed


def test_a_shared_screen_finds_nothing_private_and_nobody_else(demo: Store) -> None:
    mareike = person(demo, "Mareike")
    shared = Scope(person_id=mareike, private=False)
    everything = ("a", "the", "s", "december", "theodoros", "from:theo", "from:theo security",
                  "is:private", "is:private a", "is:deleted a", "is:earlier a",
                  "kind:person", "kind:objective", "promise", "november", "budget")  # fmt: skip
    for typed in everything:
        for hit in find(demo, typed, shared, TODAY, limit=600).hits:
            assert (hit.person_id, hit.private) == (mareike, False), typed
    assert found(demo, "release", shared).hits
    assert not found(
        demo, "release", Scope(area=Area.REVIEWS, person_id=mareike, private=False)
    ).hits
    offered = completions(demo, "from:", 5, shared, TODAY)
    assert [one.words for one in offered] == ["Mareike Solbrück"]
    known, unknown = (found(demo, f"from:{name}", shared).problem for name in ("theo", "xyz"))
    assert known == unknown.replace("xyz", "theo") != ""


ODD = (
    "", " ", '"', '"""', '"unclosed phrase', "AND", "OR", "NOT", "NEAR(a b, 2)", "a AND", "(", ")",
    "a)", "*", "a*", "^a", "a:b", "title:a", "-a", "{a b}: c", "a\0b", "\0", "🎉", "👩‍👩‍👧 stage",
    "from:", "kind:", "is:", "before:", "after:", 'from:"', "kind:nothing", "is:x", "before:x",
    "before:2026-02-31", "after:9999-12-31", "before:0001-01-01", "x" * 10_000, "x " * 5_000,
    "山" * 10_000, '"' * 9_999, "from:" * 2_000, "%", "_", "\\", "'; DROP TABLE x; --", "\ud800",
    "ﬀ", "ᾳ", "\u0301", "İ", "1e999", "0" * 400, "\n\t", "\ue000p1", "\ue000",
)  # fmt: skip


@pytest.mark.parametrize("typed", ODD, ids=lambda typed: ascii(typed)[:20])
def test_nothing_that_can_be_typed_is_an_error(demo: Store, typed: str) -> None:
    for scope in (Scope(), REVIEWS, Scope(person_id=1, private=False, deleted=True)):
        got = found(demo, typed, scope)
        assert got.problem == "" or got.problem.endswith(".")
        for hit in got.hits:
            assert all(at >= 0 and at + length <= len(hit.line) for at, length in hit.marks)


def test_operators_of_the_index_are_words_like_others(demo: Store) -> None:
    plain = found(demo, "release stock")
    for typed in ("release AND stock", "(release) stock*", "release ^stock"):
        assert found(demo, typed).hits[0] in plain.hits or not found(demo, typed).hits
    assert found(demo, "(release) stock*").hits == plain.hits
    assert not found(demo, "release NOT stock").hits


def test_a_month_without_a_year_is_the_last_one_in_which_something_was(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "one.db")
    nia = people.add(store, "Nia Okoro").id
    checkins.add_promise(store, nia, "Introduce her to the board", due_on=date(2024, 3, 12))
    got = found(store, "promised to Nia in March")
    assert got.understood == "Promise · Nia Okoro · March 2024"
    assert [hit.line for hit in got.hits] == ["Introduce her to the board"]
    assert found(store, "promised to Nia in March 2025").understood != got.understood
    store.close()


def test_what_somebody_said_comes_before_a_goal_of_the_same_words(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "one.db")
    nia = a_person(store, "Nia Okoro").with_goals("Sailors trust the forecast")
    nia.with_points("The forecast for sailors")
    check_in = planning.plan(store, nia.id, AT, AT)
    checkins.write(store, check_in.id, shared_notes="The sailors do not trust the forecast yet.")
    for typed in ("what did nia say about the sailors", "nia said sailors", "nia told me sailors"):
        got = found(store, typed)
        assert said(got.hits[0]).startswith("Check-in: The sailors do not"), typed
        assert {hit.kind for hit in got.hits} >= {PlanItem, CheckIn}, typed
        assert got.understood == "Nia Okoro"
    assert found(store, "nia sailors").hits[0].kind is not CheckIn
    store.close()


def test_a_little_word_of_a_question_is_no_name_with_a_slip(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "one.db")
    may = people.add(store, "May Winter").id
    checkins.add_promise(store, may, "See how they work in Leeds")
    nia = people.add(store, "Nia Okoro").id
    checkins.add_promise(store, nia, "Count the pallets in Leeds")
    for typed in ("how many pallets", "where are the pallets", "how much of the pallets"):
        got = found(store, typed)
        assert ([hit.person_id for hit in got.hits], got.understood) == ([nia], ""), typed
    store.close()


def test_where_nothing_was_at_a_time_what_was_last_at_its_end_comes_first(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "one.db")
    nia = people.add(store, "Nia Okoro").id
    for day in (date(2023, 5, 4), date(2024, 2, 6), date(2026, 6, 1)):
        checkins.add_promise(store, nia, f"The rota of {day.year}", due_on=day)
    for typed, first in {
        "nia rota november 2024": "The rota of 2024",
        "nia rota 2023-12": "The rota of 2023",
        "nia rota november 2021": "The rota of 2026",  # nothing was before
        "nia rota august": "The rota of 2026",  # of any year
    }.items():
        got = found(store, typed)
        assert got.hits[0].line == first, typed
        assert "without" in got.understood
    store.close()


def test_deleted_texts_and_earlier_ones_are_found_where_they_are_asked_for(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "one.db")
    nia = people.add(store, "Nia Okoro").id
    promise = checkins.add_promise(store, nia, "Send the zeppelin plans")
    check_in = planning.plan(store, nia, AT, AT)
    checkins.write(store, check_in.id, shared_notes="A long story about the zeppelin " * 20)
    checkins.write(store, check_in.id, shared_notes="Nothing")
    checkins.remove_promises(store, [promise.id])
    assert found(store, "zeppelin").hits == ()
    deleted = found(store, "zeppelin is:deleted").hits
    assert [(hit.state, hit.line) for hit in deleted] == [
        (State.DELETED, "Send the zeppelin plans")
    ]
    earlier = found(store, "is:earlier zeppelin").hits
    assert [hit.state for hit in earlier] == [State.EARLIER]
    assert earlier[0].line.startswith("A long story about the zeppelin")
    everywhere = found(store, "zeppelin", Scope(deleted=True, earlier=True)).hits
    assert {hit.state for hit in everywhere} == {State.DELETED, State.EARLIER}
    shared = Scope(person_id=nia, private=False, deleted=True, earlier=True)
    for typed in ("zeppelin", "zeppelin is:deleted", "zeppelin is:earlier"):
        assert found(store, typed, shared).hits == ()
    store.close()

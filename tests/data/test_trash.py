"""What is deleted comes back as it was, with everything that belonged to it."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.loop import Trashed
from careerdesk.domain.parts import Parts
from careerdesk.domain.records import CheckIn, Promise
from careerdesk.services import (
    checking,
    checkins,
    discovery,
    feedback,
    key_results,
    people,
    plans,
    trash,
)
from careerdesk.services.reviews import accomplishments, cycles, evidence, reviews
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, PersonBuilder, a_person, tick_point
from tests.counting import Statements
from tests.review_builders import ReviewBuilder, a_cycle
from tests.stores import blank_store, dump


class Team:
    """Ana with something of everything, and Ben."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.ana: PersonBuilder = a_person(store, "Ana Ruiz").driven_by("Craft", "Calm")
        self.ana.with_goals("One", "Two").with_note("Hm", "I see").with_checkin(20)
        self.goal = self.ana.goals[0].id
        self.result = key_results.add(store, self.goal, "Visits", today=TODAY).id
        plans.set_item_motivators(store, self.goal, [one.id for one in self.ana.motivators])
        self.check_in = checkins.start(store, self.ana.id, NOW).id
        self.promise = checkins.add_promise(store, self.ana.id, "Call", made_in=self.check_in).id
        self.point = checkins.add_agenda(store, self.ana.id, "Rota").id
        tick_point(store, self.point, TODAY, self.check_in)
        self.said = feedback.add(
            store, self.ana.id, TODAY, behaviour="Led", made_in=self.check_in
        ).id
        self.ben = a_person(store, "Ben Okri").with_goals("Far")
        self.review = ReviewBuilder(store, a_cycle(store), self.ana.id).whole().over()
        self.peers = [one.id for one in self.review.view.peers]
        self.cited = [one.id for one in self.review.view.cited]
        self.did = [one.id for one, _ in accomplishments.of_review(store, self.review.id)]


DELETIONS: dict[str, Callable[[Team], object]] = {
    "person": lambda t: people.remove(t.store, t.ana.id),
    "talk": lambda t: checkins.remove(t.store, [t.check_in]),
    "point": lambda t: checkins.remove_agenda(t.store, [t.point]),
    "promise": lambda t: checkins.remove_promises(t.store, [t.promise]),
    "note": lambda t: discovery.remove_note(t.store, t.ana.notes[0].id),
    "motivators": lambda t: discovery.remove_motivators(
        t.store, [one.id for one in t.ana.motivators]
    ),
    "goals": lambda t: plans.remove_items(t.store, [one.id for one in t.ana.goals]),
    "result": lambda t: key_results.remove(t.store, t.result),
    "feedback": lambda t: feedback.remove(t.store, [t.said]),
    "cycle": lambda t: cycles.remove(t.store, t.review.cycle.id),
    "peers": lambda t: reviews.remove_peers(t.store, t.peers),
    "evidence": lambda t: evidence.uncite(t.store, t.cited),
    "accomplishment": lambda t: accomplishments.remove(t.store, t.did),
}


@pytest.fixture
def team(store: Store) -> Team:
    return Team(store)


@pytest.mark.parametrize("delete", DELETIONS.values(), ids=DELETIONS.keys())
def test_f67_bringing_back_gives_the_exact_rows(
    team: Team, delete: Callable[[Team], object]
) -> None:
    before = dump(team.store.path)
    delete(team)
    assert dump(team.store.path) != before
    trash.bring_back(team.store, [thing.id for thing in trash.things(team.store)])
    assert dump(team.store.path) == before


def test_much_is_deleted_by_as_few_statements_as_little(tmp_path: Path) -> None:
    statements = Statements()
    blank_store(tmp_path / "store.db").close()
    with closing(Store(tmp_path / "store.db", library=statements.library)) as store:
        store.warm()
        little = a_person(store, "Ana Ruiz").with_goals("Far").with_points("Rota")
        much = a_person(store, "Ben Okri").with_goals(*"abcdefghijkl")
        much.with_points(*(f"Point {n}" for n in range(100)))
        few = statements.during(lambda: people.remove(store, little.id))
        many = statements.during(lambda: people.remove(store, much.id))
        assert many <= few + 10  # the index is written by some statements for many rows


def test_a_deletion_that_is_ended_early_leaves_everything(team: Team) -> None:
    team.ana.with_points(*(f"Point {n}" for n in range(60)))
    before, last = dump(team.store.path), team.store.last_edit
    ended_at = 1
    while _ended_early(people.removing(team.store, team.ana.id), ended_at):
        assert dump(team.store.path) == before
        assert team.store.last_edit is last
        ended_at += 1
    assert ended_at > 5
    assert [thing.kind for thing in trash.things(team.store)] == ["person"]
    assert checking.mend_index(team.store) == ""


def _ended_early(parts: Parts[None], after: int) -> bool:
    """Do so many parts and no more; False if there are not so many."""
    for _ in range(after):
        if next(parts, None) is None:
            return False
    parts.close()
    return True


def test_what_was_made_meanwhile_is_left_alone(team: Team) -> None:
    checkins.remove(team.store, [team.check_in])
    kept = checkins.start(team.store, team.ana.id, NOW)
    checkins.change_promise(team.store, team.promise, made_in=kept.id)
    checkins.finish(team.store, kept.id, NOW)
    trash.bring_back(team.store, [trash.things(team.store)[0].id])
    assert team.store.get(Promise, team.promise).made_in == kept.id


def test_a_link_to_what_is_gone_is_left_out(team: Team) -> None:
    checkins.remove_promises(team.store, [team.promise])
    checkins.remove(team.store, [team.check_in])
    promise = next(one for one in trash.things(team.store) if one.kind == "promise")
    trash.bring_back(team.store, [promise.id])
    assert team.store.get(Promise, team.promise).made_in is None


def test_without_its_owner_a_thing_stays_in_the_trash(team: Team) -> None:
    key_results.remove(team.store, team.result)
    plans.remove_items(team.store, [team.goal])
    result = next(one for one in trash.things(team.store) if one.kind == "key_result")
    with pytest.raises(InvalidInput, match="Restore that item first"):
        trash.bring_back(team.store, [result.id])
    assert len(trash.things(team.store)) == 2
    everything = [thing.id for thing in trash.things(team.store)]
    trash.bring_back(team.store, everything)  # the goal is the last deleted, so it comes first
    assert [one.name for one in plans.item(team.store, team.goal).key_results] == ["Visits"]


def test_f67_what_belongs_to_a_deleted_person_comes_back_with_them(team: Team) -> None:
    checkins.remove(team.store, [team.check_in])
    people.remove(team.store, team.ana.id)
    trash.bring_back(team.store, [trash.things(team.store)[0].id])
    left = trash.things(team.store)
    assert [(one.kind, one.person) for one in left] == [("check_in", "Ana Ruiz")]


def test_a_thing_says_what_it_was_and_how_long_it_stays(store: Store) -> None:
    ana = a_person(store, "Ana Ruiz").with_goals("Loads are done by six")
    store.now = lambda: datetime(2026, 11, 1, 12, tzinfo=UTC)
    plans.remove_items(store, [ana.goals[0].id])
    store.now = lambda: datetime(2026, 11, 11, 12, tzinfo=UTC)
    thing = trash.things(store)[0]
    assert (thing.kind, thing.words, thing.person) == (
        "plan_item", "Loads are done by six", "Ana Ruiz",
    )  # fmt: skip
    assert thing.days_left == 20


def test_each_thing_says_how_it_begins(team: Team) -> None:
    for name in ("point", "promise", "note", "motivators", "result", "feedback", "goals", "peers"):
        DELETIONS[name](team)
    people.remove(team.store, team.ben.id)
    said = {(one.word, one.words) for one in trash.things(team.store)}
    assert said == {
        ("Agenda item", "Rota"), ("Promise", "Call"), ("Discovery note", "Hm"),
        ("Motivator", "Craft"), ("Motivator", "Calm"), ("Key result", "Visits"),
        ("Feedback", "Led"), ("Goal", "One"), ("Goal", "Two"), ("Person", "Ben Okri"), ("", ""),
    }  # fmt: skip


def test_what_is_long_says_how_it_begins_as_well(team: Team) -> None:
    long = "Rota, " + "and on and on, " * 500
    odd = '"rows": [["x", {}]'
    checkins.write(team.store, team.check_in, private_notes=long, shared_notes=odd)
    checkins.remove(team.store, [team.check_in])
    assert trash.things(team.store)[0].on == TODAY
    discovery.write_note(team.store, team.ana.notes[0].id, their_words=long)
    discovery.remove_note(team.store, team.ana.notes[0].id)
    assert trash.things(team.store)[0].words.startswith("Rota, and on")


def test_of_a_person_with_years_of_notes_the_list_reads_how_they_begin(tmp_path: Path) -> None:
    statements = Statements()
    with closing(Store(tmp_path / "many.db", library=statements.library)) as store:
        ana = a_person(store, "Ana Ruiz")
        for number in range(50):
            ana.with_checkin(number)
        people.remove(store, ana.id)
        trash.things(store)
        begin = len(statements.asked)
        assert [one.words for one in trash.things(store)] == ["Ana Ruiz"]
        asked = statements.asked[begin:]
        assert len(asked) == 1
        assert "substr(body, 1, 4000)" in asked[0]


def test_after_thirty_days_a_thing_is_gone_for_good(store: Store) -> None:
    moment = datetime(2026, 11, 1, 12, tzinfo=UTC)
    ana = a_person(store, "Ana Ruiz").with_goals("Old", "Young")
    for age, goal in zip((30, 29), ana.goals, strict=True):
        store.now = lambda age=age: moment - timedelta(days=age)
        plans.remove_items(store, [goal.id])
    store.now = lambda: moment
    name = store.undo_name
    assert trash.purge(store) == 1
    assert [thing.words for thing in trash.things(store)] == ["Young"]
    assert store.undo_name == name
    assert trash.purge(store) == 0


def test_a_forged_body_changes_no_other_table(store: Store, tmp_path: Path) -> None:
    ana = a_person(store, "Ana Ruiz").with_goals("One")
    plans.remove_items(store, [ana.goals[0].id])
    kept = trash.things(store)[0].id
    body = json.loads(store.get(Trashed, kept).body)
    body["rows"][0][0] = "plan_item; DROP TABLE person; --"
    with store.edit("Forge") as tx:
        tx.change(Trashed, kept, body=json.dumps(body))
    before = dump(store.path)
    with pytest.raises(InvalidInput, match="can no longer be read"):
        trash.bring_back(store, [kept])
    assert dump(store.path) == before


@pytest.mark.parametrize(("offset", "day"), [(60, TODAY), (-300, TODAY - timedelta(days=1))])
def test_a_check_in_that_is_gone_has_the_day_of_its_place(
    store: Store, offset: int, day: date
) -> None:
    check_in = a_person(store, "Ana Ruiz").with_checkin(0).check_ins[0].id
    just_after_midnight = datetime(TODAY.year, TODAY.month, TODAY.day, 0, 15).astimezone()
    with store.edit("Hold it then") as tx:
        tx.change(CheckIn, check_in, starts_at=just_after_midnight, utc_offset=offset)
    checkins.remove(store, [check_in])
    (gone,) = trash.things(store)
    assert gone.on == day

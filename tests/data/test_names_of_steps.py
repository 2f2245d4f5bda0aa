"""What undo calls a step says whether it was of one thing or of several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pytest

from careerdesk.domain.loop import Action
from careerdesk.domain.records import AgendaItem, Horizon, Promise
from careerdesk.services import actions, aspirations, checkins, discovery, plans, tickable
from careerdesk.services.store import Store
from tests.builders import TODAY, PersonBuilder, a_person

Act = Callable[[Store, Sequence[int]], object]


def of_rows(act: Callable[..., object], kind: tickable.Tickable) -> Act:
    """Something done with rows of a kind."""

    def done(store: Store, ids: Sequence[int]) -> None:
        act(store, [(kind, key) for key in ids])

    return done


def tick(store: Store, rows: Sequence[tickable.Row]) -> None:
    tickable.tick(store, rows, TODAY, today=TODAY)


DELETE = partial(tickable.remove, today=TODAY)
OWNER = partial(tickable.turn_owner, today=TODAY)


def steps(ana: PersonBuilder) -> list[int]:
    texts = ["one", "two"]
    return [one.id for one in actions.add(ana.store, ana.goals[0].id, texts, today=TODAY)]


def promises(ana: PersonBuilder) -> list[int]:
    return [one.id for one in ana.with_promise("one").with_promise("two").promises]


def points(ana: PersonBuilder) -> list[int]:
    return [one.id for one in checkins.add_agenda_points(ana.store, ana.id, ["one", "two"])]


def check_ins(ana: PersonBuilder) -> list[int]:
    return [one.id for one in ana.with_checkin(9).with_checkin(3).check_ins]


def motivators(ana: PersonBuilder) -> list[int]:
    return [one.id for one in ana.driven_by("Craft", "Calm").motivators]


def goals(ana: PersonBuilder) -> list[int]:
    return [one.id for one in ana.goals]


def move_goals(store: Store, ids: Sequence[int]) -> None:
    plans.move_items(store, ids, Horizon.LONGER, None)


@pytest.mark.parametrize(
    ("made", "act", "one", "several"),
    [
        (steps, of_rows(tick, Action), "Tick off step", "Tick off steps"),
        (steps, of_rows(DELETE, Action), "Delete step", "Delete steps"),
        (steps, of_rows(OWNER, Action), "Edit step", "Edit steps"),
        (steps, partial(actions.remove, today=TODAY), "Delete step", "Delete steps"),
        (promises, of_rows(tick, Promise), "Tick off promise", "Tick off promises"),
        (promises, checkins.remove_promises, "Delete promise", "Delete promises"),
        (points, of_rows(tick, AgendaItem), "Tick off item", "Tick off items"),
        (points, checkins.remove_agenda, "Delete item", "Delete items"),
        (check_ins, checkins.remove, "Delete check-in", "Delete check-ins"),
        (motivators, discovery.remove_motivators, "Delete motivator", "Delete motivators"),
        (goals, move_goals, "Move goal", "Move goals"),
    ],
)
def test_a_step_is_called_by_how_many_it_is_of(
    store: Store, made: Callable[[PersonBuilder], list[int]], act: Act, one: str, several: str
) -> None:
    ids = made(a_person(store).with_goals("Loads by six", "Calm nights"))
    act(store, ids)
    assert store.undo_name == several
    store.undo()
    act(store, ids[:1])
    assert store.undo_name == one


def test_what_is_pasted_in_lines_is_several(store: Store) -> None:
    ana = a_person(store).with_goals("Loads by six")
    aspirations.add(store, ana.id, ["Lead", "Teach"], TODAY)
    assert store.undo_name == "Add aspirations"
    actions.add(store, ana.goals[0].id, ["one", "two"], today=TODAY)
    assert store.undo_name == "Add steps"

"""Ideas: what else could get somebody there, and none of it lost on the way."""

from __future__ import annotations

import pytest

from careerdesk.domain.errors import InvalidInput
from careerdesk.services import ideas, plans, trash
from careerdesk.services.store import Store
from tests.builders import TODAY, a_person
from tests.stores import ask, dump


def waiting(store: Store, person_id: int) -> list[str]:
    return [idea.text for idea in ideas.waiting(store, person_id)]


def test_an_idea_whose_goal_was_deleted_waits_again_until_the_goal_is_back(store: Store) -> None:
    ana = a_person(store)
    idea = ideas.add(store, ana.id, ["Shadow the night shift"], TODAY)[0]
    goal = ideas.take(store, idea.id, TODAY)
    assert waiting(store, ana.id) == []
    plans.remove_items(store, [goal.id])
    assert waiting(store, ana.id) == ["Shadow the night shift"]
    (thrown,) = [key for (key,) in ask(store.path, "SELECT id FROM trashed")]
    trash.bring_back(store, [thrown])
    assert waiting(store, ana.id) == []
    with pytest.raises(InvalidInput, match="already a goal"):
        ideas.take(store, idea.id, TODAY)


def test_it_can_be_taken_once_more_then_and_undone(store: Store) -> None:
    ana = a_person(store)
    idea = ideas.add(store, ana.id, ["Shadow the night shift"], TODAY)[0]
    plans.remove_items(store, [ideas.take(store, idea.id, TODAY).id])
    before = dump(store.path)
    again = ideas.take(store, idea.id, TODAY)
    assert plans.item(store, again.id).item.title == "Shadow the night shift"
    assert waiting(store, ana.id) == []
    store.undo()
    assert dump(store.path) == before

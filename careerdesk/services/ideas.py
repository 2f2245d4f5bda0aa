"""Ideas: what else could get a person where they want to go; one that is taken becomes a goal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from careerdesk.data.changes import Whose
from careerdesk.data.queries import ideas as queries
from careerdesk.data.store import Store
from careerdesk.domain import ranks
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.loop import Idea, IdeaState
from careerdesk.domain.records import Horizon, PlanItem
from careerdesk.domain.text import clean_line
from careerdesk.i18n import N_, tr, trn
from careerdesk.services import plans

__all__ = ["Idea", "IdeaState"]

PLACE = "plan"
LIMIT = 200


def waiting(store: Store, person_id: int) -> list[Idea]:
    """The ideas that are no goal yet, or no longer as it was deleted, in their order."""
    return store.read(queries.waiting, person_id)


def add(
    store: Store,
    person_id: int,
    texts: Sequence[str],
    on: date,
    *,
    made_in: int | None = None,
    origin: object = None,
) -> list[Idea]:
    """Note ideas at the end, in one step: all of them, or none."""
    cleaned = [clean_line(text, N_("idea"), LIMIT) for text in texts]
    step = trn("Add idea", "Add ideas", len(cleaned))
    with store.edit(step, origin=origin, person_id=person_id, place=PLACE) as tx:
        rank = tx.read(queries.last_rank, person_id)
        added = []
        for text in cleaned:
            rank = ranks.at_end(rank)
            idea = Idea(person_id=person_id, text=text, noted_on=on, made_in=made_in, rank=rank)
            added.append(tx.add(idea))
        return added


def reword(store: Store, idea_id: int, text: str, *, origin: object = None) -> None:
    """Word an idea in another way."""
    text = clean_line(text, N_("idea"), LIMIT)
    with store.edit(tr("Edit idea"), origin=origin, person_id=Whose.CHANGED, place=PLACE) as tx:
        tx.change(Idea, idea_id, text=text)


def take(
    store: Store, idea_id: int, today: date, *, place: str = PLACE, origin: object = None
) -> PlanItem:
    """Make a goal of an idea: not started, at the end of the short-term goals of the open plan.

    Without one a draft begins. Raises `InvalidInput` for an idea whose goal is there already.
    *place* is the page that undo goes back to.
    """
    idea = store.get(Idea, idea_id)
    with store.edit(
        tr("Turn idea into goal"), origin=origin, person_id=idea.person_id, place=place
    ) as tx:
        now = tx.get(Idea, idea_id)
        if now.state is IdeaState.TAKEN and now.item_id is not None:
            raise InvalidInput(N_("This idea is already a goal. You'll find it in the plan."))
        goal = plans.add_within(tx, idea.person_id, Horizon.SHORT, [idea.text], today)[0]
        tx.change(Idea, idea_id, state=IdeaState.TAKEN, item_id=goal.id)
        return goal


def put_last(store: Store, idea_id: int, *, place: str = PLACE, origin: object = None) -> None:
    """Not now: an idea stays, behind the others."""
    idea = store.get(Idea, idea_id)
    with store.edit(
        tr("Postpone idea"), origin=origin, person_id=idea.person_id, place=place
    ) as tx:
        last = tx.read(queries.last_rank, idea.person_id)
        if last != idea.rank:
            tx.change(Idea, idea_id, rank=ranks.at_end(last))


def decline(store: Store, ids: Sequence[int], *, place: str = PLACE, origin: object = None) -> None:
    """No: ideas go, into the trash."""
    if not ids:
        return
    person_id = store.get(Idea, ids[0]).person_id
    name = trn("Delete idea", "Delete ideas", len(ids))
    with store.edit(name, origin=origin, person_id=person_id, place=place) as tx:
        tx.trash(Idea, ids, person_id)

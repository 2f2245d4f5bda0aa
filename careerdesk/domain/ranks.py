"""The order of things as sparse whole numbers: a move writes one row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

GAP = 1024


def at_end(last: int | None) -> int:
    """The rank behind *last*, the greatest one there is."""
    return GAP if last is None else last + GAP


def between(before: int | None, after: int | None, count: int = 1) -> list[int] | None:
    """*count* ranks between two neighbours, or None if there is no room for them.

    A neighbour that is None stands for the end of the list on that side.
    """
    steps = range(1, count + 1)
    if before is None:
        end = GAP * (count + 1) if after is None else after
        return [end - GAP * (count + 1 - step) for step in steps]
    if after is None:
        return [before + GAP * step for step in steps]
    room = (after - before) / (count + 1)
    return [before + int(room * step) for step in steps] if room >= 1 else None


def moved(
    order: Sequence[tuple[int, int]], ids: Iterable[int], before_id: int | None
) -> dict[int, int]:
    """The new ranks after a move: only of the rows that have to be written.

    *order* holds (id, rank) of the whole list in its order. *ids* go in front of *before_id*
    (None: to the end) and keep their order among themselves. When the gap there is used up,
    the whole list is spread out again.
    """
    ranks = dict(order)
    chosen = set(ids)
    moving = [*filter(chosen.__contains__, ranks), *(key for key in ids if key not in ranks)]
    resting = [key for key in ranks if key not in chosen]
    anchor = _anchor(order, chosen, before_id)
    place = resting.index(anchor) if anchor is not None else len(resting)
    wanted = [*resting[:place], *moving, *resting[place:]]
    if wanted == list(ranks):
        return {}
    left, right = _rank_at(ranks, resting, place - 1), _rank_at(ranks, resting, place)
    fitting = between(left, right, len(moving))
    if fitting is not None:
        return dict(zip(moving, fitting, strict=True))
    return {key: GAP * (index + 1) for index, key in enumerate(wanted)}


def _rank_at(ranks: Mapping[int, int], keys: Sequence[int], place: int) -> int | None:
    """The rank of the row at *place*; None beyond either end."""
    return ranks[keys[place]] if 0 <= place < len(keys) else None


def _anchor(
    order: Sequence[tuple[int, int]], chosen: set[int], before_id: int | None
) -> int | None:
    """The first row from *before_id* on that does not move itself."""
    keys = [key for key, _ in order]
    if before_id not in keys:
        return None
    return next((key for key in keys[keys.index(before_id) :] if key not in chosen), None)

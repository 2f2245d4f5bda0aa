"""The order after any move is the one that was wanted, and hardly a row is written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.ranks import GAP, at_end, between, moved

Order = list[tuple[int, int]]


def a_list(count: int) -> Order:
    """Rows 1, 2, 3 … as they are added one by one."""
    return [(key, GAP * key) for key in range(1, count + 1)]


def after(order: Order, written: dict[int, int]) -> Order:
    """The list as it is read again."""
    ranks = dict(order) | written
    return sorted(ranks.items(), key=lambda pair: (pair[1], pair[0]))


def keys(order: Order) -> list[int]:
    return [key for key, _ in order]


def wanted(order: Order, ids: list[int], before_id: int | None) -> list[int]:
    """What somebody expects who drags *ids* in front of *before_id*."""
    old = keys(order)
    moving = [key for key in old if key in ids]
    anchor = before_id
    while anchor in moving:
        place = old.index(anchor) + 1
        anchor = old[place] if place < len(old) else None
    resting = [key for key in old if key not in ids]
    place = resting.index(anchor) if anchor in resting else len(resting)
    return [*resting[:place], *moving, *resting[place:]]


@st.composite
def moves(draw: st.DrawFn) -> tuple[int, list[tuple[list[int], int | None]]]:
    """A length, and drags of one or several rows to anywhere."""
    count = draw(st.integers(1, 12))
    rows = st.integers(1, count)
    drag = st.tuples(st.lists(rows, min_size=1, max_size=4, unique=True), st.none() | rows)
    return count, draw(st.lists(drag, min_size=1, max_size=30))


@given(moves())
def test_any_moves_lead_to_the_wanted_order_with_unique_ranks(
    case: tuple[int, list[tuple[list[int], int | None]]],
) -> None:
    count, drags = case
    order = a_list(count)
    for ids, before_id in drags:
        expected = wanted(order, ids, before_id)
        written = moved(order, ids, before_id)
        order = after(order, written)
        assert keys(order) == expected
        assert len({rank for _, rank in order}) == count


@given(moves())
def test_a_move_writes_the_rows_that_move_and_no_other(
    case: tuple[int, list[tuple[list[int], int | None]]],
) -> None:
    count, [(ids, before_id), *_] = case
    order = a_list(count)
    written = moved(order, ids, before_id)
    if wanted(order, ids, before_id) == keys(order):
        assert written == {}
    else:
        assert set(written) == set(ids)


def test_a_thousand_moves_into_one_gap_spread_the_list_now_and_then() -> None:
    order = a_list(6)
    spread = 0
    for number in range(1000):
        last = 5 if number % 2 else 6
        written = moved(order, [last], 2)
        order = after(order, written)
        spread += len(written) > 1
        assert keys(order)[keys(order).index(2) - 1] == last
        assert len({rank for _, rank in order}) == 6
    assert 0 < spread < 150


def test_a_row_of_another_list_comes_in_at_its_place() -> None:
    order = a_list(3)
    assert keys(after(order, moved(order, [9], 2))) == [1, 9, 2, 3]
    assert keys(after(order, moved(order, [9, 8], None))) == [1, 2, 3, 9, 8]
    assert keys(after([], moved([], [9, 8], None))) == [9, 8]


def test_a_neighbour_that_is_gone_means_the_end() -> None:
    order = a_list(3)
    assert keys(after(order, moved(order, [1], 77))) == [2, 3, 1]


def test_equal_ranks_are_put_right_by_the_next_move() -> None:
    order = [(1, 5), (2, 5), (3, 5)]
    order = after(order, moved(order, [3], 2))
    assert keys(order) == [1, 3, 2]
    assert len({rank for _, rank in order}) == 3


@given(st.integers(), st.integers(0, 5000), st.integers(1, 20))
def test_ranks_between_two_are_between_them_or_there_is_no_room(
    before: int, width: int, count: int
) -> None:
    before %= 2**40
    found = between(before, before + width, count)
    if found is None:
        assert width <= count
    else:
        assert before < found[0]
        assert found[-1] < before + width
        assert found == sorted(set(found))


def test_the_end_is_behind_everything() -> None:
    assert at_end(None) == GAP
    assert at_end(-7) > -7
    assert between(None, None, 2) == [GAP, 2 * GAP]
    assert (between(None, 0, 2) or [0])[-1] < 0

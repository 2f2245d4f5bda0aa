"""What is made of a record is made again only where it would be something else."""

from __future__ import annotations

from careerdesk.dataclass import dataclass
from careerdesk.ui.widgets.per_record import MOST, PerRecord


@dataclass(frozen=True, slots=True)
class Row:
    id: int
    text: str = ""


class Maker:
    """Makes lengths of texts, and counts how often."""

    def __init__(self) -> None:
        self.kept = PerRecord[int]()
        self.made = 0

    def length(self, row: Row, form: int = 0, seen: object = None) -> int:
        def make() -> int:
            self.made += 1
            return len(row.text) + form

        return self.kept.of(row, form, seen, make)


def test_it_is_made_once_also_of_an_equal_record_that_was_read_again() -> None:
    maker = Maker()
    assert [maker.length(row) for row in (Row(1, "one"), Row(1, "one"), Row(1, "one"))] == [3] * 3
    assert maker.made == 1


def test_it_is_made_again_of_another_record_with_the_same_id() -> None:
    maker = Maker()
    assert [maker.length(row) for row in (Row(1, "one"), Row(1, "three"))] == [3, 5]


def test_each_form_is_kept_and_comes_back() -> None:
    maker = Maker()
    row = Row(1, "one")
    assert [maker.length(row, form) for form in (0, 10, 0, 10)] == [3, 13, 3, 13]
    assert maker.made == 2


def test_nothing_is_kept_of_what_was_seen_otherwise() -> None:
    maker = Maker()
    for seen in ("light", "light", "dark", "light"):
        maker.length(Row(1), seen=seen)
    assert maker.made == 3


def test_it_does_not_grow_without_end() -> None:
    maker = Maker()
    for form in range(3 * MOST):
        maker.length(Row(1), form)
    assert len(maker.kept._known) <= MOST + 1

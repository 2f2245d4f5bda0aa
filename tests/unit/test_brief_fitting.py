"""How many lines of each section of a brief are shown, where the window is too low for all."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from careerdesk.domain.brief_lines import Group, Part, Sentence
from careerdesk.i18n import N_
from careerdesk.ui.prepare.brief_rows import LEAST, WEIGHT, fitted

PARTS = (Part.SINCE, Part.GOALS, Part.AGENDA)


@dataclass
class Rows:
    """Rows that are numbers, their heights; a section that leaves lines out says so in a row."""

    groups: list[Group]
    made: int = field(default=0)

    def make(self, lines: Mapping[Part, int]) -> list[Any]:
        self.made += 1
        rows: list[int] = []
        for group in self.groups:
            first, last = group.shown(lines[group.part])
            some = cast("list[int]", [*first, *last])
            rows += [30, *some, *([20] if len(some) < len(group.lines) else [])]
        return rows

    def fitted(self, room: int, whole: frozenset[Part] = frozenset()) -> list[int]:
        found: list[Any] = fitted(self.groups, self.make, sum, room, whole)
        return cast("list[int]", found)


def group(part: Part, heights: list[int], most: int = 0, tail: int = 0) -> Group:
    return Group(Sentence(N_("Goals")), cast("Any", heights), N_(""), part, most, tail=tail)


def line_by_line(rows: Rows, room: int) -> list[int]:
    """What is left if the longest section gives up a line, again and again, until all fits."""
    shown = {one.part: min(len(one.lines), one.most or len(one.lines)) for one in rows.groups}
    able = list(rows.groups)
    now = rows.make(shown)
    while able and sum(now) > room:
        spare = {one.part: shown[one.part] - max(LEAST, one.tail + 1) for one in able}
        longest = max(able, key=lambda one: (spare[one.part], -WEIGHT.index(one.part)))
        for fewer in (1, 2)[: max(0, spare[longest.part])]:
            less = {**shown, longest.part: shown[longest.part] - fewer}
            if sum(rows.make(less)) < sum(now):
                shown, now = less, rows.make(less)
                break
        else:
            able.remove(longest)
    return now


@pytest.mark.parametrize("seed", range(40))
def test_it_comes_to_what_giving_up_line_by_line_would_leave(seed: int) -> None:
    dice = random.Random(seed)
    groups = [
        group(
            part,
            [dice.choice((15, 28, 50)) for _ in range(dice.choice((0, 1, 3, 8, 60)))],
            dice.choice((0, 0, 6, 10)),
            dice.choice((0, 0, 1, 2)),
        )
        for part in PARTS
    ]
    rows = Rows(groups)
    for room in (0, 300, 600, 1_200, 3_000, 9_000):
        assert rows.fitted(room) == line_by_line(Rows(groups), room)


def test_a_section_of_a_thousand_lines_is_not_given_up_line_by_line() -> None:
    rows = Rows([group(Part.GOALS, [28] * 1_000), group(Part.AGENDA, [28] * 5)])
    assert sum(rows.fitted(600)) <= 600
    assert rows.made <= 60


def test_a_section_that_is_wanted_whole_stays() -> None:
    rows = Rows([group(Part.GOALS, [28] * 50)])
    assert len(rows.fitted(600, frozenset({Part.GOALS}))) == 51

"""Where the parts of a row of Today stand: nothing lies over anything, however narrow or large."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from careerdesk.domain.attention import AttentionItem, Facts, items, reasons
from careerdesk.domain.records import Person, Promise
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.today.attention_words import attention_row
from careerdesk.ui.today.row_layout import Places, lay_out, row_height
from careerdesk.ui.today.rows import Do, RowAction, RowKind, TodayRow
from tests.builders import TODAY

pytestmark = pytest.mark.usefixtures("qapp")
ANA = Person(id=1, given_name="Aveline", family_name="de Saint-Exquisite")
MISSED = TodayRow(
    1, ANA.name, "Planned for 10:00, not started",
    (RowAction(Do.HOLD, "Start now"), RowAction(Do.MOVE, "Move"), RowAction(Do.SKIP, "Skip")),
    lead="14 Nov", person=ANA,
)  # fmt: skip
TWO = TodayRow(
    2, "Ask for a seat in the data council and say by when we will hear from them",
    "My promise to Ana, 4 days late",
    (RowAction(Do.KEEP, "Mark done"), RowAction(Do.PLAN_CAREER, "Plan one", beside=True)),
    icon="promise", also="Also: No career conversation with Ana",
)  # fmt: skip
NEXT = TodayRow(
    3, ANA.name, "9 days since the last check-in", (RowAction(Do.OPEN, "Open brief"),),
    RowKind.NEXT, lead="14:00", lead_note="in 18 min", person=ANA,
)  # fmt: skip
ROWS = pytest.mark.parametrize("row", [MISSED, TWO, NEXT])
WIDTHS = pytest.mark.parametrize("width", [620, 470, 330])


def placed(row: TodayRow, width: int, look: Look) -> tuple[Places, QRectF]:
    rect = QRectF(0, 0, width, row_height(row, width, look))
    return lay_out(row, rect, look), rect


@ROWS
@WIDTHS
@pytest.mark.parametrize("larger", [1.0, 1.6])
def test_words_and_actions_lie_apart_and_within_the_row(
    row: TodayRow, width: int, larger: float
) -> None:
    font = QApplication.font()
    base = QApplication.font()
    base.setPointSizeF(font.pointSizeF() * larger)
    QApplication.setFont(base)
    try:
        places, rect = placed(row, width, Theme("light").look)
    finally:
        QApplication.setFont(font)
    words = [part for part in (places.title, places.caption, places.also) if part.height() > 0]
    actions = [place for _, place in places.actions]
    for part in (*words, *actions):
        assert rect.contains(part)
    for one in words:
        assert not any(one.intersects(action) for action in actions)
    for first, second in pairwise(actions):
        assert not first.intersects(second)


@ROWS
def test_reading_from_the_right_is_the_same_mirrored(row: TodayRow) -> None:
    places, rect = placed(row, 470, Theme("light").look)
    there = places.mirrored(rect)
    assert there.title.right() == pytest.approx(rect.right() - places.title.left())
    assert [action for action, _ in there.actions] == [action for action, _ in places.actions]
    for (_, one), (_, other) in zip(places.actions, there.actions, strict=True):
        assert other.left() == pytest.approx(rect.right() - one.right())


def test_several_actions_go_below_the_words_where_those_would_be_cut() -> None:
    look = Theme("light").look
    wide, _ = placed(MISSED, 620, look)
    narrow, _ = placed(MISSED, 330, look)
    assert wide.actions[0][1].left() > wide.title.right()
    assert narrow.actions[0][1].top() >= narrow.caption.bottom()


def test_the_action_of_a_second_reason_stands_in_its_line() -> None:
    places, _ = placed(TWO, 470, Theme("light").look)
    (_, first), (_, second) = places.actions
    assert first.bottom() <= second.top()
    assert second.top() == places.also.top()


def test_a_second_reason_is_named_and_how_many_more_there_are() -> None:
    promises = [
        Promise(id=key, person_id=1, text=f"P{key}", due_on=TODAY - timedelta(days=9 - key))
        for key in (1, 2, 3)
    ]
    two, three = (
        AttentionItem(ANA, reasons(Facts(ANA, promises=tuple(promises[:count])), TODAY))
        for count in (2, 3)
    )
    assert attention_row(two, TODAY).also == "Also: P2, 7 days late"
    row = attention_row(three, TODAY)
    assert (row.title, row.also) == ("P1", "2 more: P2, 7 days late")
    assert [action.aim for action in row.shown] == [1, 2]


def test_two_of_the_same_name_are_told_apart() -> None:
    names = (("Sam", "O'Dwyer", ""), ("Samantha", "Lund", "Sam"), ("Ana", "Ruiz", ""))
    people = [
        Person(id=key, given_name=given, family_name=family, preferred_name=preferred)
        for key, (given, family, preferred) in enumerate(names, 1)
    ]
    found = items((Facts(one, last_check_in=TODAY, has_plan=True) for one in people), TODAY)
    assert [attention_row(one, TODAY).title for one in found] == [
        "No motivators noted for Sam O'Dwyer yet",
        "No motivators noted for Sam Lund yet",
        "No motivators noted for Ana yet",
    ]

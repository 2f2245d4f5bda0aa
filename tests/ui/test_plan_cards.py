"""What a plan card says and where it puts it, from narrow to wide and in both directions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPixmap
from PySide6.QtWidgets import QApplication

from careerdesk.domain.records import Horizon, ItemState, KeyResult, Motivator, PlanItem
from careerdesk.domain.text import one_line
from careerdesk.domain.views import ItemView
from careerdesk.ui.plan.plan_card import PlanCardDelegate
from careerdesk.ui.plan.plan_groups import GoalList, count_text
from careerdesk.ui.plan.plan_items import PlanItemModel
from careerdesk.ui.plan.plan_layout import CardLayout, lay_out, title_lines
from careerdesk.ui.plan.plan_words import card_of, due_text, hint, spoken
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.theme.wrapping import wrapped

TODAY = date(2026, 11, 17)
LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def a_goal(title: str = "Goal", motivators: int = 0, results: int = 1, **fields) -> ItemView:
    wanted = {"due_on": TODAY + timedelta(30), "for_person": "x", "for_business": "y"} | fields
    item = PlanItem(id=1, plan_id=1, horizon=Horizon.SHORT, title=title, touched_on=TODAY, **wanted)
    drives = tuple(Motivator(id=n, person_id=1, name=f"Drive {n}") for n in range(motivators))
    measured = tuple(KeyResult(id=n, item_id=1, name="k", current=0.5) for n in range(results))
    return ItemView(item, drives, measured)


@pytest.fixture(params=["light", "dark", "high_contrast"])
def theme(request, qapp: QApplication) -> Theme:
    return Theme(request.param)


def places(view: ItemView, width: int, theme: Theme, direction=LTR) -> CardLayout:
    return lay_out(card_of(view, TODAY), QRect(0, 0, width, 68), theme.look, direction)


def test_open_goals_after_their_day_are_late() -> None:
    past = a_goal(due_on=TODAY - timedelta(3))
    assert due_text(past.item, TODAY) == "Due 14 Nov, late"
    assert card_of(past, TODAY).late
    reached = a_goal(due_on=TODAY - timedelta(3), state=ItemState.DONE)
    assert due_text(reached.item, TODAY) == "Due 14 Nov"
    assert due_text(a_goal(due_on=TODAY).item, TODAY) == "Due today"
    assert due_text(a_goal(due_on=None).item, TODAY) == "No date"


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        (a_goal(), ""),
        (a_goal(for_business=" "), "Only one side"),
        (a_goal(for_person="", motivators=1), ""),
        (a_goal(for_person="", for_business=""), ""),
        (a_goal(results=0), "No measure"),
        (a_goal(due_on=None), "No date"),
        (a_goal(for_business="", results=0, due_on=None), "Only one side"),
        (a_goal(results=0, state=ItemState.DROPPED), ""),
    ],
)
def test_one_hint_at_a_time_and_none_once_it_is_over(goal: ItemView, words: str) -> None:
    found = hint(goal)
    assert (found.text if found else "") == words


def test_a_title_is_shown_on_one_line_of_source() -> None:
    assert one_line(" a\n\tb ") == "a b"
    assert len(one_line("x" * 10_000)) == 400


def test_the_sentence_of_a_late_goal_says_so() -> None:
    words = spoken(a_goal(due_on=TODAY - timedelta(3)), 1, 1, TODAY)
    assert words == "Goal 1 of 1: Goal. Not started, 50 percent, late, was due 14 November 2026."


def test_long_titles_wrap_once_and_then_end_in_an_ellipsis(theme: Theme) -> None:
    lines, cut = title_lines("word " * 80, "No date", 600, theme.look)
    assert len(lines) == 2 and cut and lines[1].endswith("…")
    assert title_lines("word", "No date", 600, theme.look) == (("word",), False)


@pytest.mark.parametrize("text", ["🎉" * 40, "x" * 300, "שלום " * 60, "データ" * 50, " ", "a"])
def test_wrapping_loses_and_doubles_nothing(qapp: QApplication, text: str) -> None:
    font = QFont()
    lines, cut = wrapped(text, font, 300, 99)
    assert not cut
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(QFontMetrics(font).horizontalAdvance(line) <= 300 for line in lines)


@pytest.mark.parametrize("width", [260, 400, 640, 1200])
def test_nothing_overlaps_and_nothing_leaves_the_card(theme: Theme, width: int) -> None:
    found = places(a_goal("word " * 30, motivators=6), width, theme)
    frame = QRect(0, 0, width, 200)
    parts = [found.handle, found.title, found.due, found.state, found.measure]
    parts += [chip.rect for chip in found.chips]
    assert all(frame.contains(part) for part in parts)
    for number, part in enumerate(parts):
        assert not any(part.intersects(other) for other in parts[number + 1 :])
    assert len(found.chips) + len(found.hidden) == 6
    assert bool(found.hidden) == bool(found.more)


def test_the_card_is_mirrored_from_right_to_left(theme: Theme) -> None:
    left, right = (places(a_goal(motivators=1), 600, theme, d) for d in (LTR, RTL))
    assert right.handle.right() == 599 - left.handle.left()
    assert right.due.left() == 599 - left.due.right()
    assert right.chip_at(right.chips[0].rect.center()) is not None
    assert right.chip_at(QPoint(0, 0)) is None


def test_without_key_results_there_are_words_in_place_of_the_bar(theme: Theme) -> None:
    found = places(a_goal(results=0, for_business=""), 600, theme)
    assert found.bar is None and found.measure_text == "no measure"
    hinted = places(a_goal(results=0), 600, theme)
    assert hinted.measure_text == "" and hinted.chips[0].chip.text == "No measure"


def test_the_caption_of_a_group() -> None:
    goals = [a_goal(), a_goal(state=ItemState.DONE)]
    assert count_text(Horizon.LONGER, None, goals) == ("2 goals, 2–3 years", False)
    assert count_text(Horizon.SHORT, None, goals[:1]) == ("1 goal, the next months", False)
    assert count_text(Horizon.SHORT, None, []) == ("The next months", False)
    assert count_text(Horizon.SHORT, None, goals * 4)[1] is True


@pytest.mark.parametrize("direction", [LTR, RTL])
def test_every_state_is_painted_in_every_theme(theme: Theme, qtbot, direction) -> None:
    view = GoalList(theme, name="goals", label="Goals")
    qtbot.addWidget(view)
    view.setLayoutDirection(direction)
    model = PlanItemModel(Horizon.SHORT, lambda: TODAY, view)
    view.setItemDelegate(PlanCardDelegate(theme, lambda: TODAY, view))
    view.setModel(model)
    goals = [a_goal("w " * 99, motivators=3, state=state) for state in ItemState]
    model.set_rows([ItemView(_with_id(g.item, n), g.motivators, g.key_results)
                    for n, g in enumerate(goals, 1)])  # fmt: skip
    view.resize(420, 700)
    view.show()
    view.select_ids([2])
    picture = QPixmap(view.size())
    view.render(picture)
    image = picture.toImage()
    colours = {image.pixel(x, y) for x in range(0, 420, 3) for y in range(0, 400, 3)}
    assert len(colours) > 10


def _with_id(item: PlanItem, number: int) -> PlanItem:
    from dataclasses import replace

    return replace(item, id=number)

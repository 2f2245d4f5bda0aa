"""What a plan card says and where it puts it, from narrow to wide and in both directions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPixmap
from PySide6.QtWidgets import QApplication

from careerdesk.domain.loop import Aspiration
from careerdesk.domain.records import Horizon, ItemState, KeyResult, Motivator, PlanItem
from careerdesk.domain.text import one_line
from careerdesk.domain.views import ItemView
from careerdesk.ui.plan.plan_card import PlanCardDelegate
from careerdesk.ui.plan.plan_groups import GoalList, count_text
from careerdesk.ui.plan.plan_items import PlanItemModel
from careerdesk.ui.plan.plan_layout import CardLayout, card_height, lay_out, title_lines
from careerdesk.ui.plan.plan_words import card_of, due_text, spoken
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


def places(view: ItemView, width: int, theme: Theme, direction=LTR, *, closer=False) -> CardLayout:
    card = card_of(view, TODAY)
    frame = QRect(0, 0, width, card_height(card, width, theme.look))
    return lay_out(card, frame, theme.look, direction, closer=closer)


def test_open_goals_after_their_day_are_late() -> None:
    past = a_goal(due_on=TODAY - timedelta(3))
    assert due_text(past, TODAY) == "Due 14 Nov (overdue)"
    assert card_of(past, TODAY).late
    reached = a_goal(due_on=TODAY - timedelta(3), state=ItemState.DONE)
    assert due_text(reached, TODAY) == "Due 14 Nov"
    assert due_text(a_goal(due_on=TODAY), TODAY) == "Due today"
    assert due_text(a_goal(due_on=None), TODAY) == "No date"


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        (a_goal(), ""),
        (a_goal(for_business=" "), "Only one side benefits"),
        (a_goal(for_person="", motivators=1), ""),
        (a_goal(for_person="", for_business=""), "No benefits stated"),
        (a_goal(for_business="", personal=True), ""),
        (a_goal(results=0), "No key results"),
        (a_goal(due_on=None), "No date"),
        (
            a_goal(for_business="", results=0, due_on=None),
            "Only one side benefits, No key results, No date",
        ),
        (a_goal(results=0, state=ItemState.DROPPED), ""),
    ],
)
def test_what_a_goal_lacks_is_told_with_a_cure_and_nothing_once_it_is_over(
    goal: ItemView, words: str
) -> None:
    card = card_of(goal, TODAY)
    assert ", ".join(chip.text for chip in card.hints) == words
    assert all(chip.tip and chip.field for chip in card.hints)


def test_the_tip_of_a_task_says_how_to_turn_it_into_an_outcome() -> None:
    (found,) = card_of(a_goal("Attend a course"), TODAY).hints
    assert (found.text, found.field) == ("A task, not an outcome", "title")
    assert "what will be true afterwards" in found.tip


def test_nothing_is_hinted_at_while_the_person_sees_the_screen() -> None:
    lacking = a_goal("Attend a course", for_business="", results=0)
    assert card_of(lacking, TODAY, shared=True).hints == ()
    words = spoken(lacking, 1, 1, TODAY, shared=True)
    assert "side" not in words and "task" not in words.casefold()


def test_a_card_at_rest_shows_one_hint_and_all_where_one_looks_closer(theme: Theme) -> None:
    lacking = a_goal("Attend a course", motivators=2, for_business="", results=0, due_on=None)
    rest, closer = (places(lacking, 700, theme, closer=closer) for closer in (False, True))
    assert [one.chip.text for one in rest.chips][:2] == ["Only one side benefits", "Drive 0"]
    assert [one.chip.text for one in closer.chips][:2] == [
        "Only one side benefits",
        "A task, not an outcome",
    ]
    height = card_height(card_of(lacking, TODAY), 700, theme.look)
    assert max(one.rect.bottom() for one in closer.chips) < height


@pytest.mark.parametrize("width", [300, 480, 700])
def test_looking_closer_moves_no_card(theme: Theme, width: int) -> None:
    lacking = a_goal("Attend " * 9, motivators=4, for_business="", results=0, due_on=None)
    rest, closer = (places(lacking, width, theme, closer=closer) for closer in (False, True))
    bottoms = [max(one.rect.bottom() for one in found.chips) for found in (rest, closer)]
    assert bottoms[1] <= bottoms[0]
    assert rest.chips[0].rect == closer.chips[0].rect  # what is clicked stays where it is


def test_a_long_motivator_takes_lines_instead_of_an_ellipsis(theme: Theme) -> None:
    name = "Being the one whom others ask before they decide about prices"
    goal = replace(a_goal(), motivators=(Motivator(id=1, person_id=1, name=name),))
    (placed,) = places(goal, 300, theme).chips
    assert not placed.cut and " ".join(placed.lines) == name and len(placed.lines) > 1
    short = card_height(card_of(a_goal(motivators=1), TODAY), 300, theme.look)
    assert card_height(card_of(goal, TODAY), 300, theme.look) > short


def test_steps_and_the_kind_of_goal_are_quiet_words() -> None:
    goal = replace(a_goal(personal=True, onboarding=True), steps=5, steps_done=2)
    assert card_of(goal, TODAY).labels == ("2 of 5 steps", "Personal", "Onboarding")
    assert card_of(replace(goal, steps=1, steps_done=0), TODAY).labels[0] == "0 of 1 step"
    assert card_of(a_goal(), TODAY).labels == ()
    assert "2 of 5 steps, Personal, Onboarding" in spoken(goal, 1, 1, TODAY)


def test_only_a_value_that_moves_is_drawn(theme: Theme) -> None:
    still, moving = (
        replace(a_goal(), values=((0, values),)) for values in ((5.0, 5.0), (5.0, 6.0, 5.0))
    )
    assert places(still, 700, theme).moved is None
    assert places(moving, 700, theme).moved is not None
    assert card_of(moving, TODAY).moved_words.startswith("k: ")
    assert places(moving, 220, theme).moved is None  # no room: the words go first


def test_the_aspiration_is_the_first_chip_and_struck_words_are_named_so() -> None:
    wish = Aspiration(id=4, person_id=1, statement="Lead the storage team", valid_from=TODAY)
    goal = replace(a_goal(motivators=1), aspiration=wish)
    chips = card_of(goal, TODAY).chips
    assert (chips[0].icon, chips[0].text) == ("aspiration", "Lead the storage team")
    gone = replace(goal, aspiration=replace(wish, statement="", struck_on=TODAY))
    assert card_of(gone, TODAY).chips[0].text.startswith("struck from the record on")


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


MANY = replace(
    a_goal("word " * 30, motivators=12, personal=True),
    steps=5, steps_done=2, values=((0, (1.0, 2.0)),),
)  # fmt: skip


@pytest.mark.parametrize("width", [260, 400, 640, 1200])
def test_nothing_overlaps_and_nothing_leaves_the_card(theme: Theme, width: int) -> None:
    found = places(MANY, width, theme)
    frame = QRect(0, 0, width, card_height(card_of(MANY, TODAY), width, theme.look))
    parts = [found.handle, found.title, found.due, found.state, found.measure]
    parts += [placed.rect for placed in (*found.labels, *found.chips)]
    parts += [part for part in (found.bar, found.moved, found.more) if part is not None]
    assert all(frame.contains(part) for part in parts)
    for number, part in enumerate(parts):
        assert not any(part.intersects(other) for other in parts[number + 1 :])
    assert len(found.chips) + len(found.hidden) == 12
    assert bool(found.hidden) == bool(found.more)


def test_the_card_is_mirrored_from_right_to_left(theme: Theme) -> None:
    left, right = (places(a_goal(motivators=1), 600, theme, d) for d in (LTR, RTL))
    assert right.handle.right() == 599 - left.handle.left()
    assert right.due.left() == 599 - left.due.right()
    assert right.chip_at(right.chips[0].rect.center()) is not None
    assert right.chip_at(QPoint(0, 0)) is None


def test_without_key_results_there_are_words_in_place_of_the_bar(theme: Theme) -> None:
    found = places(a_goal(results=0, state=ItemState.DONE), 600, theme)
    assert found.bar is None and found.measure_text == "not measured"
    hinted = places(a_goal(results=0), 600, theme)
    assert hinted.measure_text == "" and hinted.chips[0].chip.text == "No key results"
    waiting = places(a_goal(results=0, for_business=""), 600, theme)  # one hint at a time
    assert waiting.measure_text == "" and waiting.chips[0].chip.text == "Only one side benefits"


def test_the_caption_of_a_group() -> None:
    goals = [a_goal(), a_goal(state=ItemState.DONE)]
    assert count_text(Horizon.LONGER, None, goals) == ("2 goals, 2–3 years", False)
    assert count_text(Horizon.SHORT, None, goals[:1]) == ("1 goal, the next few months", False)
    assert count_text(Horizon.SHORT, None, []) == ("The next few months", False)
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
    return replace(item, id=number)

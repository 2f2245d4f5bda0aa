"""The places of a row that leads somewhere: what was written comes before its marks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.link_row import caption_words, lay_out
from careerdesk.ui.widgets.links import LinkRow

pytestmark = pytest.mark.usefixtures("qapp")
WORDS = "Mareike: temperature is falling"


@pytest.mark.parametrize("width", [600, 330])
def test_the_private_mark_takes_no_room_from_the_title(width: int) -> None:
    look = Theme("light").look
    row = LinkRow(1, WORDS, "+1, 0, -1", "Open", icon="temperature", private=True)
    places = lay_out(row, QRectF(0, 0, width, 54), look)
    assert places.title.width() >= look.advance("body", WORDS)
    beside = places.mark.left() >= places.title.left() + look.advance("body", WORDS)
    below = places.mark.top() >= places.title.bottom() - 1
    assert beside if width > 500 else below
    assert places.mark.right() <= places.action.left()


def test_a_row_without_an_action_gives_its_room_to_the_words() -> None:
    row = LinkRow(1, WORDS, "", "", icon="aspiration")
    places = lay_out(row, QRectF(0, 0, 270, 54), Theme("light").look)
    assert places.title.right() == 270 - 8


def test_a_caption_that_is_too_long_keeps_its_ending() -> None:
    look, ending = Theme("light").look, ", deleted today, 30 days left"
    row = LinkRow(1, WORDS, "Goal, Maximiliane von Hohenstaufen" + ending, "", ending=ending)
    whole = look.advance("caption", row.caption)
    assert caption_words(row, whole, look) == row.caption
    shown = caption_words(row, whole - 60, look)
    assert shown.startswith("Goal, Max")
    assert shown.endswith("…" + ending)
    assert look.advance("caption", shown) <= whole - 60
    short = look.advance("caption", ending) + 10
    assert caption_words(row, short, look) == row.caption  # no room for both: it is cut at its end

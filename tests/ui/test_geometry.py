"""The first window is on the screen with all of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from careerdesk.ui.base.geometry import first_size


@pytest.mark.parametrize(
    "screen", [(1280, 800), (1366, 768), (1280, 752), (1440, 900), (2560, 1400)]
)
def test_the_first_window_fits_with_the_frame_around_it(screen: tuple[int, int]) -> None:
    size, room = first_size(QSize(*screen)), QSize(*screen)
    assert size.width() <= room.width()
    assert size.height() + 40 <= room.height()
    assert size.width() >= 1024
    assert size.height() >= 700


def test_where_there_is_room_it_is_as_large_as_one_likes_to_work() -> None:
    assert first_size(QSize(2560, 1400)) == QSize(1280, 800)


def test_on_a_screen_that_is_too_small_for_any_window_it_can_be_moved() -> None:
    assert first_size(QSize(800, 600)) == QSize(1280, 800)


@pytest.mark.parametrize("screen", [(1280, 672), (1092, 614), (1097, 569)])
def test_on_a_screen_that_is_only_too_low_it_is_no_larger_than_it_must_be(
    screen: tuple[int, int],
) -> None:
    """Full HD at 150 % and a small laptop at 125 %, without the bar of the desktop."""
    assert first_size(QSize(*screen)) == QSize(screen[0], 700)

"""Words without their marks, pronouns without a guess, times as they are typed."""

from __future__ import annotations

from datetime import time

import pytest

from careerdesk.domain.plain import beginning, plain
from careerdesk.domain.pronouns import Form, form
from careerdesk.ui.widgets.time_field import read_time


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("# On call\nThe **rota** is *fine*", "On call\nThe rota is fine"),
        ("- one\n* two\n1. three", "\u2022 one\n\u2022 two\n1. three"),
        ("Soon:\n\n- she\n  - and I", "Soon:\n\u2022 she\n\u2022 and I"),
        ("> said `so`", "said so"),
        ("a * b * c, 2 ** 3", "a * b * c, 2 ** 3"),
        ("snake_case_name", "snake_case_name"),
        ("5 \\* 3", "5 * 3"),
        ("***both***", "both"),
        ("", ""),
    ],
)
def test_marks_go_and_words_stay(note: str, words: str) -> None:
    assert plain(note) == words


def test_a_beginning_says_that_there_is_more() -> None:
    assert beginning("one\ntwo", 20) == "one two"
    assert beginning("## Nights\nBetter.\n\n- she writes\n- I ask.\n- we\n\nSoon", 60) == (
        "Nights: Better. she writes; I ask. we Soon"
    )
    assert beginning("# What now?\n# **Then**", 60) == "What now? Then"
    assert beginning("word " * 100, 20) == "word word word word…"


@pytest.mark.parametrize(
    ("pronouns", "expected"),
    [
        ("she/her", Form.SHE),
        (" She / Her", Form.SHE),
        ("he/they", Form.HE),
        ("they/them", Form.THEY),
        ("ze/zir", Form.THEY),
        ("", Form.NAME),
        ("  ", Form.NAME),
    ],
)
def test_pronouns(pronouns: str, expected: Form) -> None:
    assert form(pronouns) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:00", time(14)),
        ("9", time(9)),
        ("930", time(9, 30)),
        ("1430", time(14, 30)),
        ("2 pm", time(14)),
        ("12am", time(0)),
        ("12:30 p.m.", time(12, 30)),
        ("14.15", time(14, 15)),
        ("9h", time(9)),
        ("14 h", time(14)),
        ("9h30", time(9, 30)),
        ("24:00", None),
        ("13 pm", None),
        ("9:75", None),
        ("soon", None),
        ("", None),
    ],
)
def test_times(text: str, expected: time | None) -> None:
    assert read_time(text) == expected

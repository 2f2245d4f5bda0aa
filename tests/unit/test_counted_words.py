"""What is counted is said in the number that it has, also of a single thing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import careerdesk
from careerdesk.domain.attention import Attention, AttentionItem, AttentionReason
from careerdesk.domain.records import Person
from careerdesk.domain.reviews.curve import Curve
from careerdesk.ui.reviews.parts.curve_words import moved_words
from careerdesk.ui.today.attention_words import attention_row
from tests.builders import TODAY

_COUNTED = re.compile(
    r'\btr\(\s*"[^"]*\{(?:n|weeks)\} (?:items|promises|goals|people|criteria|accomplishments|'
    r"values|weeks|months|years|minutes before|ratings)\b"
)


@pytest.mark.parametrize(
    ("moved", "said"),
    [
        (0, "Calibration didn't change the rating."),
        (1, "Calibration changed the rating: 1 up, 0 down."),
    ],
)
def test_one_rating_is_one(moved: int, said: str) -> None:
    found = Curve(rows=(), people=1, proposed=1, calibrated=1, final=1, up=moved, down=0)
    assert moved_words(found) == said


def test_a_week_without_a_career_conversation_is_one() -> None:
    ana = Person(id=1, given_name="Ana", career_weeks=1)
    why = Attention(AttentionReason.NO_CAREER_CONVERSATION, days=8)
    row = attention_row(AttentionItem(ana, (why,)), TODAY)
    assert row.caption == "1 week without one (target: 1)"


def test_each_language_has_its_own_forms_of_what_is_counted() -> None:
    found = [
        f"{path.name}: {match[0]}"
        for path in Path(careerdesk.__file__).parent.rglob("*.py")
        for match in _COUNTED.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []

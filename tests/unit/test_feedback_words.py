"""What was said as feedback, in one line: its parts were typed into fields of their own."""

from __future__ import annotations

import pytest

from careerdesk.domain.feedback import in_one


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("At the stocktake", "she drew the flow", "fewer asked"),
         "At the stocktake – she drew the flow – fewer asked"),
        (("At the stocktake.", "She drew the flow!", "Fewer asked."),
         "At the stocktake. She drew the flow! Fewer asked."),
        (("He said “no.”", "He left", ""), "He said “no.” He left"),
        (("", "She drew the flow", ""), "She drew the flow"),
        (("", "", ""), ""),
    ],
)  # fmt: skip
def test_each_part_is_told_from_the_next(parts: tuple[str, str, str], said: str) -> None:
    assert in_one(*parts) == said

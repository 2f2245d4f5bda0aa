"""What is typed to find a check-in is read as words, a month or a year."""

from __future__ import annotations

import pytest

from careerdesk.domain.history import Wanted, wanted

MONTHS = {"march": 3, "mar": 3, "marz": 3, "dezember": 12}


@pytest.mark.parametrize(
    ("typed", "words", "month", "year"),
    [
        ("", (), None, None),
        ("Rota", ("rota",), None, None),
        ("March", (), 3, None),
        ("März", (), 3, None),
        ("march 2026 rota", ("rota",), 3, 2026),
        ("2026-03", (), 3, 2026),
        ("2026-13", ("2026-13",), None, None),
        ("1500 units", ("1500", "units"), None, None),
    ],
)
def test_words_months_and_years(
    typed: str, words: tuple[str, ...], month: int | None, year: int | None
) -> None:
    look = wanted(typed, MONTHS)
    assert (look.words, look.month, look.year) == (words, month, year)


def test_nothing_typed_wants_everything() -> None:
    assert wanted("  ", MONTHS).everything
    assert not wanted("a", MONTHS).everything
    assert not Wanted(low=True).everything
    assert not Wanted(not_held=True).everything

"""Ids, and what is left of them when a spreadsheet took them for numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.roster_ids import longer_id, loose_id, read_id


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("1001", "1001"), ("000123", "000123"), ("1001.0", "1001"), ("1001.00", "1001"),
        ("1001,0", "1001"), ("0123.0", "0123"), ("1,001", "1001"), ("1 234 567", "1234567"),
        ("1'001", "1001"), ("1,001.00", "1001"), ("'00123", "00123"), ("A-17", "A-17"),
        ("1.000", "1.000"), ("12.000", "12.000"), ("1.001", "1.001"), ("1001.000", "1001"),
        ("7.0", "7"),
        ("12.5", "12.5"), ("E10", "E10"), ("12E5", "12E5"), ("1.2.3", "1.2.3"), ("12,34", "12,34"),
    ],
)  # fmt: skip
def test_an_id_is_kept_without_what_was_put_to_it(cell: str, kept: str) -> None:
    found, note = read_id(cell)
    assert (found, str(note)) == (kept, "")


@pytest.mark.parametrize("cell", ["1.00E+11", "1E+05", "1,2E+10", "9.87654e+15", "1.5E11", "####"])
def test_an_id_that_lost_its_digits_is_none_and_said(cell: str) -> None:
    found, note = read_id(cell)
    assert found == ""
    assert str(note).startswith(f"{cell} is a rounded number, not an ID.")
    assert str(note).endswith("and save it again.")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("000123", "123", True), ("1001", "1001.0", True), ("0", "000", True), ("abc", "ABC", True),
        ("0123", "01230", False), ("A0123", "A123", False), ("123", "1234", False),
    ],
)  # fmt: skip
def test_ids_that_are_the_same_but_for_zeros(one: str, other: str, same: bool) -> None:
    assert (loose_id(one) == loose_id(other)) is same


@pytest.mark.parametrize(
    ("known", "said", "kept"),
    [
        ("000123", "123", "000123"), ("123", "000123", "000123"), ("1001", "1001.0", "1001"),
        ("1001.0", "1001", "1001"), ("7", "8", "8"), ("", "7", "7"), ("a7", "A7", "A7"),
    ],
)  # fmt: skip
def test_the_longer_id_stays(known: str, said: str, kept: str) -> None:
    assert longer_id(known, said) == kept


@given(st.integers(0, 10**12), st.integers(0, 6))
def test_zeros_in_front_never_make_another_id(number: int, zeros: int) -> None:
    padded = "0" * zeros + str(number)
    assert loose_id(padded) == loose_id(f"{number}.0")
    assert longer_id(str(number), padded) == longer_id(padded, str(number)) == padded

"""Text from outside: only what cannot be stored or shown is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.text import NOTE_LIMIT, clean, clean_line, clean_note, common_ends, excerpt
from tests.counting import calls


@given(st.text(alphabet=st.characters(categories=["L", "M", "N", "P", "S", "Zs"]) | st.just("\n")))
def test_what_can_be_seen_is_kept_to_the_letter(text: str) -> None:
    assert clean_note(text) == text


@given(st.text())
def test_cleaned_text_can_be_stored_and_is_clean(text: str) -> None:
    found = clean(text)
    found.encode("utf-8")
    assert "\0" not in found
    assert "\r" not in found
    assert clean(found) == found


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\tb", "a\tb"),
        ("nul\0 bell\x07 esc\x1b[0m del\x7f", "nul bell esc[0m del"),
        ("\ud83d", "?"),
        ("🙂\u200d\u202eשלום", "🙂\u200d\u202eשלום"),
        ("<b>&amp;%s{0}", "<b>&amp;%s{0}"),
    ],
)
def test_cleaning(text: str, kept: str) -> None:
    assert clean(text) == kept


@pytest.mark.parametrize("around", ["a{}b\n", "für {} Maß\n"])
def test_each_sign_that_nobody_sees_is_left_out_of_any_text(around: str) -> None:
    unseen = [*range(9), 11, 12, *range(14, 32), 127, *range(0xFDD0, 0xFDF0)]
    for sign in map(chr, unseen):
        assert clean(around.format(sign)) == around.format("")
    for sign in "\r", "\r\n", "\u2029":
        assert clean(around.format(sign)) == around.format("\n")


@pytest.mark.parametrize(
    "text", ["One line.\n\tAnd one more.", "Für Maße\nund „Größen“ – 🙂\ufeff"]
)
def test_a_note_with_nothing_to_leave_out_is_not_even_copied(text: str) -> None:
    assert clean(text) is text


def test_a_mark_of_byte_order_stays_only_within_a_text() -> None:
    assert clean("\ufeffGröße\n\ufeff") == "Größe\n\ufeff"


def test_a_million_characters_fit_and_one_more_is_refused() -> None:
    assert len(clean_note("x" * NOTE_LIMIT)) == NOTE_LIMIT
    with pytest.raises(
        InvalidInput, match=r"This text has 1,?000,?001 characters, but the limit is 1,?000,?000"
    ):
        clean_note("x" * (NOTE_LIMIT + 1))


@pytest.mark.parametrize("text", ["", " ", "\n", "\u200b", "\0"])
def test_an_empty_line_is_refused_by_what_it_is(text: str) -> None:
    with pytest.raises(InvalidInput, match=r"^The goal can't be blank\.$"):
        clean_line(text, "goal")


def test_a_line_is_one_line() -> None:
    assert clean_line(" a\nb\tc\r\n", "goal") == "a b c"
    with pytest.raises(InvalidInput, match="The goal has 501 characters, but the limit is 500"):
        clean_line("x" * 501, "goal")


def test_ten_megabytes_are_cleaned_in_as_many_steps_as_ten_letters() -> None:
    few, many = "word \r\n", "word \r\n" * 1_500_000
    assert calls(lambda: clean(many)) == calls(lambda: clean(few))


@given(*[st.text(alphabet="ab", max_size=12)] * 4)
def test_what_two_texts_begin_and_end_with_alike(lead: str, one: str, other: str, end: str) -> None:
    first, second = lead + one + end, lead + other + end
    head, tail = common_ends(first, second)
    room = min(len(first), len(second))
    assert first[:head] == second[:head] and (head == room or first[head] != second[head])
    assert first[len(first) - tail :] == second[len(second) - tail :]
    assert head + tail == room or first[-tail - 1] != second[-tail - 1]
    assert head + tail <= room


@given(st.text(), st.integers(1, 60))
def test_an_excerpt_is_one_short_line(text: str, length: int) -> None:
    found = excerpt(text, length)
    assert len(found) <= length
    assert "\n" not in found


def test_an_excerpt_says_that_there_is_more() -> None:
    assert excerpt("a  b\nc", 20) == "a b c"
    assert excerpt("word " * 99, 12) == "word word w…"
    assert excerpt("one\n" + "\n" * 40 + "two three four", 12) == "one two thr…"
    assert excerpt("\n" * 40 + "two", 12) == "two"

"""What is marked when two versions of a text stand side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.differences import differences

WORDS = st.lists(st.sampled_from(["calm", "craft", "früh", "日本", ".", "\n"]), max_size=30)


def parts(text: str, spans: list[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_changed_words_are_marked_on_both_sides() -> None:
    before, after = "She wants to lead a small team.", "She wants to build a small tool."
    gone, new = differences(before, after)
    assert parts(before, gone) == ["lead", "team"]
    assert parts(after, new) == ["build", "tool"]


def test_the_same_text_has_no_marks() -> None:
    assert differences("Early, calm.", "Early, calm.") == ([], [])


def test_added_words_are_marked_once() -> None:
    after = "Early, and calm."
    gone, new = differences("Early, calm.", after)
    assert (gone, parts(after, new)) == ([], ["and"])


def test_very_long_texts_are_not_compared() -> None:
    assert differences("word " * 4_000, "other") == ([], [])


def test_changes_at_both_ends_of_a_very_long_text_are_marked() -> None:
    lines = [f"Line {number} of the many that stay as they are." for number in range(2_000)]
    before = "\n".join(lines)
    after = "\n".join(["Line 0 was altered here.", *lines[1:-1], "Ended anew."])
    gone, new = differences(before, after)
    assert parts(after, new)[0] == "was altered here"
    assert parts(after, new)[-1] == "Ended anew"
    assert all(end <= len(before) for _, end in gone)


def test_two_ways_to_code_a_letter_are_no_difference() -> None:
    assert differences("caf\u00e9 open", "cafe\u0301 open") == ([], [])


@given(WORDS, WORDS)
def test_without_the_marked_words_both_say_the_same(before: list[str], after: list[str]) -> None:
    texts = [" ".join(before), " ".join(after)]
    rest = []
    for text, spans in zip(texts, differences(*texts), strict=True):
        kept = list(text)
        for start, end in spans:
            kept[start:end] = " " * (end - start)
        rest.append("".join(kept).split())
    assert rest[0] == rest[1]

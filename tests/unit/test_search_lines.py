"""The line that is shown of a text, and the marks in it."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from careerdesk.domain.search.folding import words_of
from careerdesk.domain.search.lines import LONGEST, line_of
from careerdesk.domain.search.query import Reader, Term, parse
from tests.seeds import examples

READER = Reader(today=date(2026, 11, 27))


def terms(typed: str) -> tuple[Term, ...]:
    return parse(typed, READER).terms


def shown(text: str, typed: str) -> str:
    """The line with its marks in brackets."""
    line = line_of(text, terms(typed))
    said = line.text
    for start, length in reversed(line.marks):
        said = f"{said[:start]}[{said[start : start + length]}]{said[start + length :]}"
    return said


def test_the_words_are_marked_whole_and_as_they_stand() -> None:
    assert shown("The first releases of Škvořák", "rel skvorak") == (
        "The first [releases] of [Škvořák]"
    )
    assert shown("Straße und Cafe\u0301", "strasse cafe") == "[Straße] und [Cafe\u0301]"
    assert shown("田中さくらと話した", "さくら") == "田中[さ][く][ら]と話した"
    assert shown("Θεόδωρος said so", "theo") == "[Θεόδωρος] said so"


def test_a_phrase_is_marked_where_it_is_one() -> None:
    assert (
        shown("page over, hand-over page", '"hand-over page"') == "page over, [hand]-[over] [page]"
    )
    assert shown("Costs 75,500 now", "75500") == "Costs [75],[500] now"
    assert shown("Costs 75500 now", "75,500") == "Costs [75500] now"


def test_the_line_that_says_the_most_is_shown_without_its_signs() -> None:
    note = "## Release\n\nNothing yet.\n- [ ] the **release** of the stock service\n> stock"
    assert shown(note, "release") == "the [release] of the stock service"
    assert shown(note, "release stock") == "the [release] of the [stock] service"
    assert shown("# Release", "release") == "[Release]"
    assert shown(note, "yet") == "Nothing [yet]."


def test_a_long_line_is_cut_around_the_words() -> None:
    text = f"{'before ' * 400}the needle stands here {'after ' * 400}"
    said = shown(text, "needle")
    assert "the [needle] stands here" in said
    assert said.startswith("…before") and said.endswith("after…")
    assert len(said) <= LONGEST + 4
    huge = "x" * 50_000 + " needle " + "y" * 50_000
    assert "[needle]" in shown(huge, "needle")


def test_without_a_word_in_it_the_beginning_is_shown() -> None:
    assert shown("\n\nFirst line\nSecond", "absent") == "First line"
    assert shown("", "absent") == ""
    assert shown("First line\nSecond", "") == "First line"


TEXTS = st.text(
    st.sampled_from("ab cÉß山\n#*-.,\u0301ΘЖ👩\u200d\t` ") | st.characters(codec="utf-8"),
    max_size=300,
)


@given(TEXTS, st.text(st.sampled_from("abcéß山θж "), min_size=1, max_size=6))
@settings(max_examples=examples(150))
def test_what_is_marked_is_what_was_looked_for(text: str, typed: str) -> None:
    wanted = terms(typed)
    line = line_of(text, wanted)
    assert len(line.text) <= LONGEST + 2
    known = {word for term in wanted for word in term.words}
    for start, length in line.marks:
        said = words_of(line.text[start : start + length])
        assert any(word.startswith(tuple(known)) for word in said)

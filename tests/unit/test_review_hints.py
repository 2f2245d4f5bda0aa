"""Hints on wording: an example of each, and words that are left in peace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.reviews.hints import SHORTEST, Bias, bias_hints

CALM = "She led the move of the billing service in March and trained two colleagues for it."


def biases(text: str, cited: int = 1) -> list[Bias]:
    """What a text is remarked for, in its order."""
    return [hint.bias for hint in bias_hints(f"{CALM} {text}", cited)]


@pytest.mark.parametrize(
    ("text", "bias"),
    [
        ("Recently she was late with the reports.", Bias.RECENCY),
        ("Lately the quality went down.", Bias.RECENCY),
        ("Last month the demo failed.", Bias.RECENCY),
        ("These days he is quick.", Bias.RECENCY),
        ("She is abrasive in reviews.", Bias.PERSONALITY),
        ("He is a ROCK STAR.", Bias.PERSONALITY),
        ("She is too quiet in meetings.", Bias.PERSONALITY),
        ("He has a bad attitude.", Bias.PERSONALITY),
        ("They are not a team player.", Bias.PERSONALITY),
        ("She gets emotional.", Bias.PERSONALITY),
        ("He is always late.", Bias.ABSOLUTE),
        ("She never asks for help.", Bias.ABSOLUTE),
        ("He constantly interrupts.", Bias.ABSOLUTE),
    ],
)
def test_wording_that_biases_is_remarked_on_once(text: str, bias: Bias) -> None:
    assert biases(text) == [bias]


@pytest.mark.parametrize(
    "text",
    [
        "Nevertheless it was done.",
        "The always-on service stayed up.",
        "It was a never-ending migration.",
        "She met an aggressive deadline.",
        "She kept to an aggressive timeline.",
        "Lazy loading made the start faster.",
        "He shows emotional intelligence with clients.",
        "The number of late deliveries fell by half.",
        "In the last week of the project she wrote the guide.",
        "He cleared the last month of backlog.",
        "The arrogantly named module is gone.",
        "She answered in the evenings.",
    ],
)
def test_words_that_mean_something_else_are_left_in_peace(text: str) -> None:
    assert biases(text) == []


def test_a_hint_says_where_the_words_are() -> None:
    text = f"{CALM} He is always late, and lately moody."
    hints = bias_hints(text, 1)
    assert [hint.words for hint in hints] == ["always", "lately", "moody"]
    assert all(text[hint.start : hint.end] == hint.words for hint in hints)


def test_a_text_without_any_example_is_remarked_on() -> None:
    vague = "She did good work and we all like to work with her on the things we do."
    assert [hint.bias for hint in bias_hints(vague)] == [Bias.NO_EXAMPLE]
    assert bias_hints(vague, cited=1) == []


@pytest.mark.parametrize(
    "example",
    ["for example the parser", "cut it by 40 percent", "such as billing", "when she led it",
     "in March", "last autumn", "e.g. the rota"],
)  # fmt: skip
def test_an_example_in_the_text_is_enough(example: str) -> None:
    vague = "She did good work and we all like to work with her on the things we do"
    assert bias_hints(f"{vague}, {example}.") == []


def test_below_a_dozen_words_nothing_is_said() -> None:
    assert bias_hints("always " * (SHORTEST - 1)) == []
    assert bias_hints("always " * SHORTEST) != []


@given(st.text(max_size=300))
def test_any_text_is_taken_and_places_are_in_order(text: str) -> None:
    hints = [hint for hint in bias_hints(text, 1) if hint.words]
    assert all(text[hint.start : hint.end] == hint.words for hint in hints)
    assert [hint.start for hint in hints] == sorted(hint.start for hint in hints)


def test_a_hundred_thousand_characters_are_no_trouble() -> None:
    assert len(bias_hints("She is always there. " * 5000)) == 5001

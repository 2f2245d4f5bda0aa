"""Places of Python and places of Qt lead to each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from careerdesk.ui.theme.utf16 import characters, is_narrow, qt_spans, units

texts = st.text(st.sampled_from("a é中🙂𝕋\u200d"), max_size=30)


@given(texts, st.integers(0, 30))
def test_there_and_back(text: str, at: int) -> None:
    at = min(at, len(text))
    assert characters(text, units(text[:at])) == at


@given(texts)
def test_units_are_those_of_utf16(text: str) -> None:
    assert units(text) == len(text.encode("utf-16-le")) // 2
    assert is_narrow(text) == (units(text) == len(text))


@given(texts, st.lists(st.integers(0, 30), min_size=2, max_size=8))
def test_parts_cut_the_same_words_out(text: str, places: list[int]) -> None:
    cuts = sorted(min(place, len(text)) for place in places)
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    coded = text.encode("utf-16-le")
    for (start, end), (first, last) in zip(spans, qt_spans(text, spans), strict=True):
        assert coded[2 * first : 2 * last].decode("utf-16-le") == text[start:end]

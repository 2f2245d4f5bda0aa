"""Terms as the index is asked for them: quoted, so that nothing typed is an operator."""

from __future__ import annotations

from collections.abc import Sequence

from careerdesk.domain.search.query import Term


def beginnings(terms: Sequence[Term]) -> str:
    """All of *terms* have to be there; the last word of each may go on."""
    return " AND ".join(_any_way(term, whole=term.closed) for term in terms)


def whole_words(terms: Sequence[Term]) -> str:
    """All of *terms* have to be there, as they are."""
    return " AND ".join(_any_way(term, whole=True) for term in terms)


def in_a_row(terms: Sequence[Term]) -> str:
    """All of *terms* have to be there, one right after the other."""
    return _phrase([word for term in terms for word in term.words], whole=False)


def _any_way(term: Term, *, whole: bool) -> str:
    return "(" + " OR ".join(_phrase(words, whole=whole) for words in term.ways) + ")"


def _phrase(words: Sequence[str], *, whole: bool) -> str:
    return '"' + " ".join(words) + ('"' if whole else '" *')

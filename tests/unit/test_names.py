"""Names are kept to the letter, or refused in one sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.names import (
    AVATARS,
    NAME_LIMIT,
    avatar_index,
    clean_name,
    folded,
    initials,
    split_name,
)
from careerdesk.services import people
from careerdesk.services.store import Store

STRANGE = [
    "Robert'); DROP TABLE person;--",
    "<b>x</b>",
    "%s",
    "{0}",
    "&Foo",
    "O’Brien-Łukasiewicz",
    "山田 太郎",
    "محمد علي",
    "שלום כהן",
    "\u202eevil\u202c",
    "🙂 👩‍👩‍👧",
    "Zoë\u0301",
    "a  b",
    "=1+1",
    "-rf",
    "null",
    "X",
]


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_name_is_kept_to_the_letter(store: Store, name: str) -> None:
    added = people.add(store, name)
    stored = people.get(store, added.id)
    assert (stored.name, stored.full_name) == (name, name)
    assert people.find(store, name).id == added.id
    assert [person.name for person in people.everyone(store)] == [name]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ana Ruiz  ", "Ana Ruiz"),
        ("Ana\0Ruiz", "AnaRuiz"),
        ("Ana\x07", "Ana"),
        ("Ana\ud800", "Ana?"),
        ("Ana\r\nRuiz", "Ana Ruiz"),
        ("Ana\tRuiz", "Ana Ruiz"),
    ],
)
def test_what_no_name_can_hold_is_left_out(store: Store, typed: str, kept: str) -> None:
    assert people.add(store, typed).name == kept


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\0", "\u200b", "\u00a0"])
def test_an_empty_name_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput, match=r"^The name can't be blank\.$"):
        clean_name(typed)


def test_ten_thousand_characters_are_refused_in_one_sentence() -> None:
    with pytest.raises(
        InvalidInput, match=r"^The name has 10,?000 characters, but the limit is 200\."
    ):
        clean_name("x" * 10_000)
    assert clean_name("x" * NAME_LIMIT) == "x" * NAME_LIMIT


@given(st.text(max_size=60))
def test_split_and_joined_it_is_the_same_name(name: str) -> None:
    try:
        cleaned = clean_name(name)
    except InvalidInput:
        return
    given_name, family = split_name(cleaned)
    assert (f"{given_name} {family}" if family else given_name) == cleaned
    assert clean_name(cleaned) == cleaned


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ana Ruiz", "AR"),
        ("ana maria de la cruz", "AC"),
        ("Ana", "A"),
        ("山田 太郎", "山"),
        ("(Bob) Smith", "S"),
        ("Robert'); DROP TABLE person;--", "RP"),
        ("ßen Okri", "SO"),
        ("", "?"),
        ("   ", "?"),
    ],
)
def test_initials(name: str, shown: str) -> None:
    assert initials(name) == shown


@given(st.text(min_size=1))
def test_initials_fit_the_avatar(name: str) -> None:
    assert 1 <= len(initials(name)) <= 2


@given(st.uuids())
def test_an_avatar_keeps_its_colour(uid: object) -> None:
    first = avatar_index(str(uid))
    assert 0 <= first < AVATARS
    assert avatar_index(str(uid)) == first


@pytest.mark.parametrize(
    ("text", "plain"),
    [("ÁNA", "ana"), ("Straße", "strasse"), ("  a   b ", "a b"), ("Łukasz", "lukasz"), ("ﬁ", "fi")],
)
def test_comparing_knows_neither_case_nor_accents(text: str, plain: str) -> None:
    assert folded(text) == plain


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


PLAINLY = [
    ("Łukasz Wałęsa", "lukasz walesa"),
    ("Søren Ørsted", "soren orsted"),
    ("Đorđe Đặng", "dorde dang"),
    ("Æsa Bjørk", "aesa bjork"),
    ("Þóra Guðrún", "thora gudrun"),
    ("Œuvre Cœur", "oeuvre coeur"),
    ("STRAẞE Groß", "strasse gross"),
    ("Işıl İnan Yıldız", "isil inan yildiz"),
    ("Ħamrun Ŋŋ Ŧx", "hamrun nn tx"),
    ("Müller Åsa Ñuñez Čapek Őz", "muller asa nunez capek oz"),
    ("O’Brien O‘Neil Oʼahu", "o'brien o'neil o'ahu"),
    ("Anna‐Lena Jo–Ann", "anna-lena jo-ann"),
    ("Ǿ ǽ", "o ae"),
    ("Nguyễn Thị", "nguyen thi"),
]


@pytest.mark.parametrize(("name", "typed"), PLAINLY)
def test_a_name_is_found_by_plain_letters(name: str, typed: str) -> None:
    assert folded(name) == folded(typed) == typed

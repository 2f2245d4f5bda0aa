"""Which words go when they are struck, and which only look alike."""

from __future__ import annotations

import json
from datetime import date

import pytest

from careerdesk.domain.striking import Eraser, is_sentence
from careerdesk.domain.struck_words import STRUCK_MARK, struck_word

DAY = date(2026, 12, 3)
MARK = "struck on 3 Dec 2026"
QUOTE = "I want to build things that last"


def eraser(*words: str, **more: object) -> Eraser:
    return Eraser(words, DAY, **more)  # type: ignore[arg-type]


WITHIN = [
    (QUOTE, f"She said: {QUOTE}, and meant it.", "She said: [{}], and meant it."),
    (QUOTE, "“I want to build things that last.”", "{}"),
    (QUOTE, "Today: “I want to build things that last.”", "Today: “[{}].”"),
    (QUOTE, "i WANT to\nbuild   things that last – yes", "[{}] – yes"),
    (QUOTE, "> I want to build\n> things that last\n\nOK", "> [{}]\n\nOK"),
    (QUOTE, f"{QUOTE}ing friendships", f"{QUOTE}ing friendships"),
    (QUOTE, "I want to build things", "I want to build things"),
    (QUOTE, f"{QUOTE}. {QUOTE}!", "[{}]. [{}]!"),
    ("I don't like noise", "Because I don’t like noise.", "Because [{}]."),
    ("Müßige Stunden ohne Lärm", "mehr mu\u0308ßige Stunden ohne La\u0308rm!", "mehr [{}]!"),
    ("Just cafe\u0301 au lait", "So: just café au lait.", "So: [{}]."),
    ("Mehr 🌱 im Alltag haben", "Er sagt: mehr 🌱 im Alltag haben!", "Er sagt: [{}]!"),
    ("自由に働きたいです", "彼女は自由に働きたいですと言った", "彼女は[{}]と言った"),
    ("C++ (and more) every day?", "“C++ (and more) every day?” she asked", "“[{}]” she asked"),
    (r"\d+ of a.b [c]", r"so \d+ of a.b [c] it is", "so [{}] it is"),
    ("Autonomy", "Autonomy", "{}"),
    ("Autonomy", " autonomy. ", "{}"),
    ("Autonomy", "More autonomy for the team", "More autonomy for the team"),
    ("Public speaking", "Public speaking at a fair", "Public speaking at a fair"),
    ("Public speaking", "PUBLIC  SPEAKING", "{}"),
    ("!!!", "!!!", "{}"),
    ("!!!", "Stop!!!", "Stop!!!"),
    ("", "Nothing was said", "Nothing was said"),
    ("   ", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("words", "text", "left"), WITHIN)
def test_a_sentence_goes_wherever_it_stands_and_a_name_only_alone(
    words: str, text: str, left: str
) -> None:
    assert eraser(words).text(text) == left.replace("{}", MARK)


def test_the_longest_of_two_struck_sentences_goes_first() -> None:
    by = eraser(QUOTE, f"{QUOTE} for years")
    assert by.text(f"Yes: {QUOTE} for years") == f"Yes: [{MARK}]"


def test_what_stands_in_their_place_can_be_found_again_and_is_never_struck_itself() -> None:
    assert struck_word(DAY) == MARK
    assert STRUCK_MARK.fullmatch(MARK)
    assert STRUCK_MARK.sub("", f"a [{struck_word(date(2027, 1, 31))}] b") == "a  b"
    again = Eraser([MARK], date(2027, 5, 1))
    assert again.text(MARK) == MARK
    once = eraser(QUOTE).text(f"So: {QUOTE}.")
    assert eraser(QUOTE).text(once) == once


@pytest.mark.parametrize(
    ("text", "found"),
    [("Autonomy", False), ("Public speaking", False), ("Being of use", True),
     ("自由に働きたい", True), ("自由", False), ("- - -", False), ("", False)],
)  # fmt: skip
def test_three_words_are_a_sentence(text: str, found: bool) -> None:
    assert is_sentence(text) is found


def test_json_is_read_and_never_cut_in_its_escapes() -> None:
    words = 'He said "no"\tto\nall ü 🌱 of it'
    body = {"title": words, "n": 1, "list": [words, {"x": f"a {words} b"}], "none": None}
    for escaped in (True, False):
        left = json.loads(eraser(words).body(json.dumps(body, ensure_ascii=escaped)))
        assert left == {"title": MARK, "n": 1, "list": [MARK, {"x": f"a [{MARK}] b"}], "none": None}


def test_a_body_without_the_words_is_the_very_same_one() -> None:
    body = '{"a":  "ü", "b": "\\u00fc"}'
    assert eraser(QUOTE).body(body) == body


@pytest.mark.parametrize("body", ["", "no JSON", "12", "null", '"a"', "{", "[1,"])
def test_a_body_that_cannot_be_read_is_taken_as_text(body: str) -> None:
    assert eraser(QUOTE).body(body) == body
    assert QUOTE not in eraser(QUOTE).body(f"{body} {QUOTE}")


def test_a_body_within_a_body_is_read_too() -> None:
    inner = json.dumps({"name": "Autonomy", "note": f"so {QUOTE} now"})
    left = json.loads(eraser(QUOTE, "Autonomy").body(json.dumps({"rows": [{"body": inner}]})))
    assert json.loads(left["rows"][0]["body"]) == {"name": MARK, "note": f"so [{MARK}] now"}


def test_words_of_the_program_and_of_the_company_are_nobodys() -> None:
    body = {
        "drive": "drives", "state": "done", "kind": "value", "objective": "Done",
        "person_name": "Done", "title": "Done",
    }  # fmt: skip
    left = json.loads(eraser("Done", "Value", "drives").body(json.dumps(body)))
    assert left == {**body, "title": MARK}


def test_another_one_of_the_same_name_stays() -> None:
    struck = {"uid": "a", "name": "Fairness", "quote": "said", "struck_on": None, "rank": 1}
    other = {"uid": "b", "name": "Fairness", "quote": "said"}
    by = eraser("Fairness", "said", struck={"a"}, others={"b"})
    left = json.loads(by.body(json.dumps({"motivators": [struck, other, {"name": "Fairness"}]})))
    assert left["motivators"] == [
        {**struck, "name": MARK, "quote": "", "struck_on": "2026-12-03"},
        other,
        {"name": MARK},
    ]


def test_a_row_in_the_trash_comes_back_without_words() -> None:
    row = {"uid": "a", "name": "Fairness", "quote": "said", "struck_on": None}
    texts = {"motivator": ("name", "quote"), "plan_item": ("title",)}
    by = eraser("Fairness", "said", struck={"a"}, texts=texts)
    rows = [["motivator", row], ["plan_item", {"title": "Fairness", "state": "fairness"}]]
    left = json.loads(by.body(json.dumps({"rows": rows})))
    assert left["rows"] == [
        ["motivator", {"uid": "a", "name": "", "quote": "", "struck_on": "2026-12-03"}],
        ["plan_item", {"title": MARK, "state": "fairness"}],
    ]


def test_of_the_quote_alone_the_name_stays() -> None:
    row = {"uid": "a", "name": "Fairness", "quote": QUOTE, "struck_on": None}
    by = eraser(QUOTE, struck={"a"}, only_quote=True)
    assert json.loads(by.body(json.dumps([row]))) == [{**row, "quote": ""}]


def test_what_is_nobodys_loses_long_sentences_only() -> None:
    by = eraser(QUOTE, "Lead a team")
    body = json.dumps([{"title": "Lead a team"}, {"title": QUOTE}])
    left = json.loads(by.body(body, of_nobody=True))
    assert left == [{"title": "Lead a team"}, {"title": f"[{MARK}]"}]


def test_a_change_of_a_goal_keeps_its_state() -> None:
    by = eraser("Done", texts={"goal_change": ("was", "became", "reason")})
    state = {"what": "state", "was": "blocked", "became": "done", "reason": "Done"}
    assert by.row("goal_change", state) == {**state, "reason": MARK}
    words = {"what": "reworded", "was": "Done", "became": "Release", "reason": ""}
    assert by.row("goal_change", words) == {**words, "was": MARK}

"""Lines jotted down on the way: whose they are."""

from __future__ import annotations

import pytest

from careerdesk.domain.records import Person
from careerdesk.domain.week_lines import read_jotted, without

MAREIKE = Person(id=1, given_name="Mareike", family_name="Solbrück")
ANA_R = Person(id=2, given_name="Ana", family_name="Ruiz")
ANA_B = Person(id=3, given_name="Ana", family_name="Berg")
ANABEL = Person(id=4, given_name="Anabel", family_name="Cruz")
ZOE = Person(id=5, given_name="Zoë", family_name="de Vries", preferred_name="Zee")
TEAM = [MAREIKE, ANA_R, ANA_B, ANABEL, ZOE]


def read(line: str, people: list[Person] = TEAM) -> tuple[list[str], str]:
    (found,) = read_jotted(line, people)
    return [one.full_name for one in found.people], found.words


@pytest.mark.parametrize(
    ("line", "whose", "words"),
    [
        ("mareike: found the double billing", ["Mareike Solbrück"], "found the double billing"),
        ("Mareike : found it", ["Mareike Solbrück"], "found it"),
        ("- mar: found it", ["Mareike Solbrück"], "found it"),
        ("• solbruck: found it", ["Mareike Solbrück"], "found it"),
        ("mareike solbrück: at 14:30 she called", ["Mareike Solbrück"], "at 14:30 she called"),
        ("zee: calm on call", ["Zoë de Vries"], "calm on call"),
        ("zoe de vries: calm", ["Zoë de Vries"], "calm"),
        ("mareike： found it", ["Mareike Solbrück"], "found it"),
        ("Mareike found it", ["Mareike Solbrück"], "found it"),
        ("ana: helped", ["Ana Ruiz", "Ana Berg"], "helped"),
        ("ana b: helped", ["Ana Berg"], "helped"),
        ("anab: helped", ["Anabel Cruz"], "helped"),
        ("xaver: helped", [], "helped"),
        ("ana helped", ["Ana Ruiz", "Ana Berg"], "helped"),
        ("a rise for Ana: yes", [], "yes"),
        ("budget for tooling", [], "budget for tooling"),
        ("we met yesterday and decided this: no", [], "we met yesterday and decided this: no"),
        ("mareike:", ["Mareike Solbrück"], ""),
        (": nothing", [], ": nothing"),
    ],
)
def test_whose_a_line_is(line: str, whose: list[str], words: str) -> None:
    assert read(line) == (whose, words)


def test_a_name_that_is_written_out_comes_before_one_it_begins() -> None:
    assert read("ana: helped", [ANA_R, ANABEL])[0] == ["Ana Ruiz"]


def test_a_line_is_for_somebody_once_it_is_clear_and_says_something() -> None:
    found = read_jotted("mareike: found it\nana: helped\nmareike:\n\n  \nxaver: x", TEAM)
    assert [one.person and one.person.id for one in found] == [1, None, None, None]


def test_a_line_that_found_its_place_is_taken_out_once() -> None:
    text = "mareike: found it\n\nxaver: x\n  mareike: found it  \nana: y\n"
    assert without(text, ["mareike: found it"]) == "xaver: x\n  mareike: found it  \nana: y"
    assert without(text, ["mareike: found it"] * 2) == "xaver: x\nana: y"
    assert without("a", ["a"]) == ""
    assert without("a\nb", []) == "a\nb"

"""Whom a jotted line is for."""

from __future__ import annotations

import pytest

from careerdesk.domain.capture import capture
from careerdesk.domain.records import Person

ANA = Person(id=1, given_name="Ana", family_name="Ruiz")
ANNE = Person(id=2, given_name="Anne", family_name="Okri Lind")
TAMAR = Person(id=3, given_name="Tamar", family_name="Ruiz", preferred_name="Tam")
JORG = Person(id=4, given_name="Jörg", family_name="Škvořák")
TEAM = [ANA, ANNE, TAMAR, JORG]


@pytest.mark.parametrize(
    ("line", "person", "text"),
    [
        ("ana budget for tooling", ANA, "budget for tooling"),
        ("Ana: budget", ANA, "budget"),
        ("Ana, budget", ANA, "budget"),
        ("Anne Okri, the talk", ANNE, "the talk"),
        ("anne o the talk", ANNE, "the talk"),
        ("tam lunch", TAMAR, "lunch"),
        ("tamar ruiz lunch", TAMAR, "lunch"),
        ("jorg skv release", JORG, "release"),
        ("Jörg  two   spaces", JORG, "two spaces"),
        ("okri salary of the new one", ANNE, "salary of the new one"),
        ("jorg Anna said: wait", JORG, "Anna said: wait"),
        ("ana", ANA, ""),
    ],
)
def test_the_first_words_name_the_person(line: str, person: Person, text: str) -> None:
    read = capture(line, TEAM)
    assert read.person == person
    assert read.text == text


@pytest.mark.parametrize(
    ("line", "several"), [("an budget", [ANA, ANNE]), ("ruiz x", [ANA, TAMAR])]
)
def test_an_unclear_name_gives_the_candidates(line: str, several: list[Person]) -> None:
    read = capture(line, TEAM)
    assert list(read.people) == several
    assert read.person is None


def test_a_line_without_a_name_is_for_the_person_on_the_page() -> None:
    read = capture("  zero  bugs ", TEAM, JORG)
    assert (read.person, read.text) == (JORG, "zero bugs")
    assert capture("zero bugs", TEAM).people == ()


@pytest.mark.parametrize("line", ["", "   ", ":", "x" * 5000, "a" + "\u0301" * 40, "%s {0}"])
def test_strange_lines_are_for_nobody(line: str) -> None:
    assert capture(line, [JORG]).person is None

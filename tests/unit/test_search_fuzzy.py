"""Names by some of their letters, with a slip, or in letters of another script."""

from __future__ import annotations

import pytest

from careerdesk.domain.search.fuzzy import distance, likest, match

NAMES = (
    "Amélie Okonkwo-Brandt", "田中 さくら", "María-Fernanda de la Cruz", "Jörg Škvořák",
    "Nia Hollerbach", "Олена Гайдук", "Θεόδωρος Καλαμάρης", "Close the Week", "Check-ins",
    "Check-in Summary…", "Start Check-in", "Export Plan…", "Preferences…", "New Goal",
    "Share-safe Mode", "Previous Person", "Next Person",
)  # fmt: skip

FIRST = {
    "amelie": "Amélie Okonkwo-Brandt", "okonk": "Amélie Okonkwo-Brandt", "brandt": NAMES[0],
    "amleie": NAMES[0], "skvorak": "Jörg Škvořák", "jorg s": "Jörg Škvořák", "田": "田中 さくら",
    "olena": "Олена Гайдук", "haiduk": "Олена Гайдук", "Олена": "Олена Гайдук",
    "theodoros": "Θεόδωρος Καλαμάρης", "kalamris": "Θεόδωρος Καλαμάρης",
    "nia": "Nia Hollerbach", "holerbach": "Nia Hollerbach", "nh": "Nia Hollerbach",
    "mf": "María-Fernanda de la Cruz", "cruz maria": "María-Fernanda de la Cruz",
    "week": "Close the Week", "close week": "Close the Week", "ctw": "Close the Week",
    "start ch": "Start Check-in", "check": "Check-ins", "summary": "Check-in Summary…",
    "prefernces": "Preferences…", "pref": "Preferences…", "share": "Share-safe Mode",
    "export": "Export Plan…", "person next": "Next Person", "goal": "New Goal",
}  # fmt: skip


@pytest.mark.parametrize("typed", FIRST)
def test_the_one_that_is_meant_fits_best(typed: str) -> None:
    scores = {name: found.score for name in NAMES if (found := match(typed, name))}
    assert max(scores, key=lambda name: scores[name]) == FIRST[typed]


@pytest.mark.parametrize("typed", ["xyz", "nia release", "weak spot", "…", "qqqq", "zzz week"])
def test_nothing_fits_what_names_nothing(typed: str) -> None:
    assert [name for name in NAMES if match(typed, name)] == []


def test_before_anything_is_typed_everything_fits() -> None:
    assert all(match("", name) and match("  ", name) for name in NAMES)


def test_the_words_that_are_named_are_marked() -> None:
    def marked(typed: str, name: str) -> list[str]:
        found = match(typed, name)
        assert found is not None
        return [name[start : start + length] for start, length in found.marks]

    assert marked("skvo", "Jörg Škvořák") == ["Škvořák"]
    assert marked("kalam", "Θεόδωρος Καλαμάρης") == ["Καλαμάρης"]
    assert marked("week close", "Close the Week") == ["Close", "Week"]
    assert marked("ctw", "Close the Week") == ["C", "t", "W"]


def test_strong_is_what_begins_words_and_names_half_of_them() -> None:
    strong = {typed: match(typed, "Close the Week") for typed in ("close w", "close", "clsoe we")}
    assert [bool(found and found.strong) for found in strong.values()] == [True, False, False]


def test_better_fits_go_first() -> None:
    scores = [
        found.score if (found := match(typed, "Nia Hollerbach")) else 0
        for typed in ("nia hollerbach", "nia", "holl", "holelrbach", "llerb", "x")
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("nia", "nia", 0), ("nia", "nina", 1), ("nia", "ni", 1), ("nia", "nai", 1),
        ("abc", "xyz", 3), ("", "ab", 2), ("kitten", "sitting", 3), ("ca", "abc", 3),
    ],
)  # fmt: skip
def test_slips_are_counted(one: str, other: str, apart: int) -> None:
    assert distance(one, other, 9) == distance(other, one, 9) == apart
    assert distance(one, other, 1) == min(apart, 2)


def test_the_likest_words_come_first_and_only_those_that_a_slip_or_two_make() -> None:
    words = ["works", "workshop", "workshops", "worship", "worry"]
    assert likest("wrokshop", words) == ["workshop", "workshops"]
    assert likest("abc", ["abd"]) == []  # so short a word is not taken for another

"""Other languages get the right forms, and English costs nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from careerdesk import i18n
from careerdesk.domain.pronouns import trg
from careerdesk.i18n import N_, tr, translated, trn, trp
from tests.catalogues import GERMAN, POLISH, in_context, plural, write_catalogue


@dataclass(frozen=True)
class Somebody:
    pronouns: str
    short_name: str = "Kim"


HER, HIM, THEM, UNKNOWN = (Somebody(one) for one in ("she/her", "he/him", "they/them", ""))

GOALS = plural("1 goal", "{n} goals")
ANSWERS = plural("1 answer saved", "{n} answers saved")
LATE = plural("1 day late", "{n} days late")
PEOPLE = plural("1 person added", "{n} people added")
TODAY = plural("One check-in today.", "{n} check-ins today.")
OURS = plural("1 of {total} was her idea", "{n} of {total} were her idea")
DRIVES = ("What drives them", "What drives her", "What drives him", "What drives {name}")
ASK = (
    "Ask how they're doing.",
    "Ask how she's doing.",
    "Ask how he's doing.",
    "Ask how {name} is doing.",
)
AGREED = "{name} agreed to this on {day}."
FORMS = ("they", "she", "he", "name")


def by_form(english: tuple[str, ...] | str, *texts: str) -> dict[str, str]:
    """What a translator writes for a sentence about a person."""
    keys = (english,) * 4 if isinstance(english, str) else english
    return {in_context(form, key): text for form, key, text in zip(FORMS, keys, texts, strict=True)}


IN_GERMAN = {
    GOALS: ("{n} Ziel", "{n} Ziele"),
    ANSWERS: ("1 Antwort gespeichert", "{n} Antworten gespeichert"),
    LATE: ("1 Tag zu spät", "{n} Tage zu spät"),
    PEOPLE: ("1 Person hinzugefügt", "{n} Personen hinzugefügt"),
    TODAY: ("Heute ein Gespräch.", "Heute {n} Gespräche."),
    OURS: ("1 von {total} gehört ihr", "{n} von {total} gehören ihr"),
    **by_form(DRIVES, "Was {name} antreibt", "Was sie antreibt", "Was ihn antreibt",
              "Was {name} antreibt"),
    **by_form(ASK, "Frag, wie es {name} geht.", "Frag, wie es ihr geht.", "Frag, wie es ihm geht.",
              "Frag, wie es {name} geht."),
    **by_form(AGREED, *["{name} hat dem am {day} zugestimmt."] * 4),
    "Not started": "Nicht begonnen",
    "{start} to {end}": "{start} bis {end}",
    "{name}'s plan": "Plan von {name}",
    in_context("verb", "Open"): "Öffnen",
    in_context("state", "Open"): "Offen",
}  # fmt: skip
IN_POLISH = {
    GOALS: ("{n} cel", "{n} cele", "{n} celów"),
    ANSWERS: ("Zapisano {n} odpowiedź", "Zapisano {n} odpowiedzi", "Zapisano {n} odpowiedzi"),
    LATE: ("{n} dzień spóźnienia", "{n} dni spóźnienia", "{n} dni spóźnienia"),
    PEOPLE: ("Dodano {n} osobę", "Dodano {n} osoby", "Dodano {n} osób"),
    TODAY: ("Dziś {n} rozmowa.", "Dziś {n} rozmowy.", "Dziś {n} rozmów."),
    OURS: ("{n} z {total} jest jej", "{n} z {total} są jej", "{n} z {total} jest jej"),
    **by_form(DRIVES, "Co napędza {name}", "Co ją napędza", "Co go napędza", "Co napędza {name}"),
    **by_form(ASK, "Zapytaj {name} o samopoczucie.", "Zapytaj, jak ona się ma.",
              "Zapytaj, jak on się ma.", "Zapytaj {name} o samopoczucie."),
    **by_form(AGREED, "Zgoda ({name}): {day}.", "{name} zgodziła się na to {day}.",
              "{name} zgodził się na to {day}.", "Zgoda ({name}): {day}."),
    "Not started": "Nierozpoczęte",
    "{start} to {end}": "od {start} do {end}",
    "{name}'s plan": "Plan: {name}",
    in_context("verb", "Open"): "Otwórz",
    in_context("state", "Open"): "Otwarte",
}  # fmt: skip


@pytest.fixture
def spoken(tmp_path: Path) -> Iterator[Callable[[str], None]]:
    """Speaks a language from now on."""
    write_catalogue(tmp_path, "de", GERMAN, IN_GERMAN)
    write_catalogue(tmp_path, "pl", POLISH, IN_POLISH)
    write_catalogue(tmp_path, "he", GERMAN, {"{name}'s plan": "התוכנית של {name}"})
    yield lambda code: i18n.speak(code, str(tmp_path)) and None
    i18n.speak("en")


def drives(person: Somebody) -> str:
    they, she, he, named = DRIVES
    return trg(person, they, she=she, he=he, named=named)


def ask(person: Somebody) -> str:
    they, she, he, named = ASK
    return trg(person, they, she=she, he=he, named=named)


def goals(count: int) -> str:
    return trn("1 goal", "{n} goals", count)


SENTENCES = [
    (lambda: goals(1), "1 goal", "1 Ziel", "1 cel"),
    (lambda: goals(3), "3 goals", "3 Ziele", "3 cele"),
    (lambda: goals(5), "5 goals", "5 Ziele", "5 celów"),
    (lambda: goals(12), "12 goals", "12 Ziele", "12 celów"),
    (lambda: goals(22), "22 goals", "22 Ziele", "22 cele"),
    (lambda: goals(0), "0 goals", "0 Ziele", "0 celów"),
    (lambda: trn("1 answer saved", "{n} answers saved", 1), "1 answer saved",
     "1 Antwort gespeichert", "Zapisano 1 odpowiedź"),
    (lambda: trn("1 day late", "{n} days late", 34), "34 days late", "34 Tage zu spät",
     "34 dni spóźnienia"),
    (lambda: trn("1 person added", "{n} people added", 25), "25 people added",
     "25 Personen hinzugefügt", "Dodano 25 osób"),
    (lambda: trn("One check-in today.", "{n} check-ins today.", 1), "One check-in today.",
     "Heute ein Gespräch.", "Dziś 1 rozmowa."),
    (lambda: trn("1 of {total} was her idea", "{n} of {total} were her idea", 2, total=4),
     "2 of 4 were her idea", "2 von 4 gehören ihr", "2 z 4 są jej"),
    (lambda: drives(HER), "What drives her", "Was sie antreibt", "Co ją napędza"),
    (lambda: drives(HIM), "What drives him", "Was ihn antreibt", "Co go napędza"),
    (lambda: drives(THEM), "What drives them", "Was Kim antreibt", "Co napędza Kim"),
    (lambda: drives(UNKNOWN), "What drives Kim", "Was Kim antreibt", "Co napędza Kim"),
    (lambda: ask(HER), "Ask how she's doing.", "Frag, wie es ihr geht.",
     "Zapytaj, jak ona się ma."),
    (lambda: ask(HIM), "Ask how he's doing.", "Frag, wie es ihm geht.",
     "Zapytaj, jak on się ma."),
    (lambda: trg(HER, AGREED, day="4.5."), "Kim agreed to this on 4.5..",
     "Kim hat dem am 4.5. zugestimmt.", "Kim zgodziła się na to 4.5.."),
    (lambda: trg(HIM, AGREED, day="4.5."), "Kim agreed to this on 4.5..",
     "Kim hat dem am 4.5. zugestimmt.", "Kim zgodził się na to 4.5.."),
    (lambda: trg(UNKNOWN, AGREED, day="4.5."), "Kim agreed to this on 4.5..",
     "Kim hat dem am 4.5. zugestimmt.", "Zgoda (Kim): 4.5.."),
    (lambda: tr("Not started"), "Not started", "Nicht begonnen", "Nierozpoczęte"),
    (lambda: translated(N_("Not started")), "Not started", "Nicht begonnen", "Nierozpoczęte"),
    (lambda: tr("{start} to {end}", start="May", end="June"), "May to June", "May bis June",
     "od May do June"),
    (lambda: trp("verb", "Open"), "Open", "Öffnen", "Otwórz"),
    (lambda: trp("state", "Open"), "Open", "Offen", "Otwarte"),
    (lambda: tr(""), "", "", ""),
    (lambda: tr("Nobody translated this"), *["Nobody translated this"] * 3),
]  # fmt: skip


@pytest.mark.parametrize("number", range(len(SENTENCES)))
def test_each_language_has_its_own_forms(number: int, spoken: Callable[[str], None]) -> None:
    say, *expected = SENTENCES[number]
    found = []
    for code in ("en", "de", "pl"):
        spoken(code)
        found.append(say())
    assert found == expected


def test_a_name_that_runs_the_other_way_stands_apart(spoken: Callable[[str], None]) -> None:
    name = "\u05de\u05d0\u05d9\u05d4"
    assert tr("{name}'s plan", name=name) == f"\u2068{name}\u2069's plan"
    assert tr("{name}'s plan", name="Zoë 李") == "Zoë 李's plan"
    assert tr("{name}'s plan", name="") == "'s plan"
    spoken("he")
    assert tr("{name}'s plan", name="Maya").endswith("\u2068Maya\u2069")


def test_braces_in_a_value_are_only_text() -> None:
    assert tr("{name}'s plan", name="{0} {x}") == "{0} {x}'s plan"


@pytest.mark.parametrize(
    ("wanted", "got"),
    [
        (["de_DE.UTF-8"], "de"),
        (["de-AT", "pl"], "de"),
        (["fr", "pl_PL@euro"], "pl"),
        (["en_GB", "de"], "en"),
        (["fr_FR"], "en"),
        ([], "en"),
        (["C"], "en"),
    ],
)
@pytest.mark.usefixtures("spoken")
def test_the_first_language_there_is_is_spoken(wanted: list[str], got: str, tmp_path: Path) -> None:
    assert i18n.choose(wanted, str(tmp_path)) == got == i18n.language()


@pytest.mark.parametrize(
    ("environment", "asked"),
    [
        ({"LANG": "de_DE.UTF-8"}, ["de_DE.UTF-8"]),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "pl:de"}, ["pl", "de", "de_DE.UTF-8"]),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8", "LANGUAGE": "pl"}, ["en"]),
        ({"LANG": "de_DE", "LC_MESSAGES": "pl_PL"}, ["pl_PL"]),
        ({}, ["en"]),
    ],
)
def test_the_environment_names_languages(
    environment: dict[str, str], asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert i18n.asked_by_environment() == asked


def test_english_imports_nothing() -> None:
    """A start in English has no use for gettext."""
    code = """
import sys
import careerdesk
before = set(sys.modules)
from careerdesk import i18n
i18n.choose(["fr_FR", "en"])
i18n.tr("{n} goals", n=i18n.trn("1 goal", "{n} goals", 2))
print(sorted(set(sys.modules) - before - {"__future__"}))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['careerdesk.i18n']"

"""What people write back is understood row by row, or it is said which line was not."""

from __future__ import annotations

import importlib
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdesk.domain import (
    answer_marks,
    answer_rows,
    answer_words,
    pasted_answer,
    pasted_line,
    pasted_lines,
    pasted_parts,
    quoted_letter,
)
from careerdesk.domain.asking_before import Asked, AskedKind, Target
from careerdesk.domain.pasted_answer import point_words, read
from careerdesk.domain.pasted_line import split
from careerdesk.domain.records import Person
from careerdesk.domain.struck_words import struck_word
from tests.pasted import ANSWERS, LETTER, QUOTED, shown
from tests.seeds import examples

MAREIKE = Person(id=1, given_name="Mareike", family_name="Voss")


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_fills_the_right_rows(name: str) -> None:
    text, wanted = ANSWERS[name]
    assert [shown(row) for row in read(text, LETTER, MAREIKE).rows] == wanted


WROTE = [
    "On Thu, 12 Nov 2026 at 10:00, Sam Boss <sam@example.org> wrote:",
    "On Thu, 12 Nov 2026 at 10:00, Sam Boss\n<sam@example.org> wrote:",
    "Am 12.11.2026 um 10:00 schrieb Sam Boss:",
    "Am 12.11.2026\num 10:00 schrieb Sam Boss:",
    "Le jeu. 12 nov. 2026 à 10:00, Sam Boss a écrit :",
    "El jue, 12 nov 2026 a las 10:00, Sam Boss escribió:",
    "Il giorno gio 12 nov 2026 alle ore 10:00 Sam Boss ha scritto:",
    "Em qui., 12 de nov. de 2026 às 10:00, Sam Boss escreveu:",
    "Op do 12 nov. 2026 om 10:00 schreef Sam Boss:",
    "Den tors 12 nov. 2026 kl 10:00 skrev Sam Boss:",
    "W dniu 12.11.2026 o 10:00, Sam Boss napisał(a):",
    "чт, 12 нояб. 2026 г. в 10:00, Sam Boss <sam@example.org> написал(а):",
    "12 Kas 2026 Per 10:00 tarihinde Sam Boss şunu yazdı:",
    "2026年11月12日 10:00 Sam Boss <sam@example.org>のメール:",
    "2026년 11월 12일 10:00, Sam Boss님이 작성:",
    "在 2026年11月12日 10:00，Sam Boss 写道：",
    "-----Ursprüngliche Nachricht-----\nVon: Sam Boss\nGesendet: 12.11.2026\nAn: Mareike Voss",
    "De : Sam Boss\nEnvoyé : jeudi 12 novembre 2026 10:00\nÀ : Mareike Voss\nObjet : jeudi",
    "*Da:* Sam Boss\n*Inviato:* giovedì 12 novembre 2026\n*A:* Mareike Voss\n*Oggetto:* giovedì",
    "发件人: Sam Boss\n发送时间: 2026年11月12日\n收件人: Mareike Voss\n主题: 星期四",
]


@pytest.mark.parametrize("head", WROTE)
def test_who_wrote_the_letter_is_no_answer(head: str) -> None:
    found = read(f"1. training budget\n\n{head}\n\n{QUOTED}", LETTER, MAREIKE)
    assert [shown(row) for row in found.rows] == ["point: training budget"]


PHONES = [
    "Sent from my iPhone", "Sent from Outlook for Android", "Get Outlook for iOS",
    "Von meinem iPhone gesendet", "Gesendet mit der GMX Mail App", "Envoyé de mon iPhone",
    "Enviado desde mi iPhone", "Inviato da iPhone", "Enviado do meu iPhone",
    "Verstuurd vanaf mijn iPhone", "Skickat från min iPhone", "Wysłane z iPhone'a",
    "Отправлено с iPhone", "iPhoneから送信", "发自我的iPhone", "나의 iPhone에서 보냄",
    "أُرسلت من الـ iPhone", "iPhone'umdan gönderildi",
]  # fmt: skip


@pytest.mark.parametrize("line", PHONES)
def test_what_a_phone_adds_is_no_answer(line: str) -> None:
    found = read(f"2. fine\n\n{line}", LETTER, MAREIKE)
    assert [shown(row) for row in found.rows] == ["how: fine"]
    assert found.left_out == (3,)


MARKS = [
    "2. ", "2) ", "(2) ", "[2] ", "2: ", "#2 ", "2 - ", "2.) ", "2/ ", "② ", "⑵ ", "⒉ ", "❷ ",
    "２． ", "2️⃣ ", "٢. ", "۲) ", "२. ", "২। ", "Q2: ", "Nr. 2: ", "Frage 2: ", "Question 2 ",
    "zu 2) ", "Zu 2: ", "ad 2: ", "re 2. ", "> 2. ", "- 2. ", "**2.** ", "二、", "Вопрос 2: ",
]  # fmt: skip


@pytest.mark.parametrize("mark", MARKS)
def test_a_number_is_read_however_it_is_written(mark: str) -> None:
    assert [shown(row) for row in read(f"{mark}fine", LETTER, MAREIKE).rows] == ["how: fine"]


WORDS_NOT_NUMBERS = [
    "1:1 with Kai", "2.5 days off", "3-4 weeks", "10:30", "2 days off", "3. Dezember", "4/5 of it",
    "2nd thoughts", "First I was ill", "a bit late", "1,5 Tage", "20. Geburtstag", "to 2 of them",
]  # fmt: skip


@pytest.mark.parametrize("text", WORDS_NOT_NUMBERS)
def test_a_number_within_words_is_no_number_of_a_question(text: str) -> None:
    assert [shown(row) for row in read(text, LETTER, MAREIKE).rows] == [f"off ? {text}"]


DONE = [
    "done", "Done!", "DONE ✅", "✅", "✓", "sent", "is done", "it's done", "already done",
    "done on Tuesday", "done yesterday", "done (12.11.)", "yes, done", "erledigt", "ist erledigt",
    "schon gemacht", "fait", "c'est fait", "hecho", "fatto", "klaar", "gjort", "zrobione",
    "готово", "сделано", "完了しました", "已完成", "완료", "تم", "हो गया", "[x]",
]  # fmt: skip
NOT_DONE = [
    "not done", "nearly done", "half done", "done?", "to be done", "will be done on Friday",
    "done, but not sent", "nicht erledigt", "fast fertig", "on it", "yes", "👍", "done with half",
    "noch nicht", "in progress", "ongoing", "pas fait",
]  # fmt: skip


@pytest.mark.parametrize("words", DONE)
def test_a_clear_done_ticks_the_promise(words: str) -> None:
    assert [shown(row) for row in read(f"3. a) {words}", LETTER, MAREIKE).rows] == [
        f"done a: {words}"
    ]


@pytest.mark.parametrize("words", NOT_DONE)
def test_any_other_word_is_a_point_that_names_the_promise(words: str) -> None:
    (row,) = read(f"3. a) {words}", LETTER, MAREIKE).rows
    assert shown(row) == f"promise a: {words}"
    assert point_words(row) == f"Send the draft to Kai: {words}"


QUESTIONS = [line for asked in LETTER.questions for line in asked.lines]
BEFORE = st.sampled_from(
    ["", "1. ", "2) ", "(3) ", "3a) ", "4: ", "5. b) ", "a) ", "b. ", "9. ", "- ", "* ", "> ",
     ">> ", "> 2. ", "zu 1: ", "First, ", "① ", "٢. ", "  1) ", "> a) ", "\u200f3. ", "1️⃣ ", "2 "]
)  # fmt: skip
BEHIND = st.sampled_from(["", " done", "?", ":", ", b) nearly", " 2. fine", " and more.", " 3) x"])
SAID = st.builds("{0}{{}}{1}".format, BEFORE, BEHIND)
NOT_SAID = st.sampled_from(
    ["", "  ", *QUESTIONS, *(f"> {line}" for line in QUESTIONS), LETTER.opening, "Hi Sam,",
     "Best,\nMareike", "Sent from my iPhone", "On 12 Nov 2026 at 10:00, Sam wrote:", "-", "2. n/a",
     "-----Original Message-----", "From: Sam Boss\nSent: 12 Nov 2026\nTo: Mareike Voss", "\u200b"]
)  # fmt: skip


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(st.one_of(SAID, SAID, NOT_SAID), max_size=14), st.sampled_from(["\n", "\r\n"]))
def test_every_word_that_was_said_is_in_a_row_and_each_line_is_accounted_for(
    lines: list[str], end: str
) -> None:
    told = [line.format(f"qword{at}q") for at, line in enumerate(lines)]
    text = end.join(told)
    found = read(text, LETTER, MAREIKE)
    shown_words = "\n".join(row.text for row in found.rows)
    for at, line in enumerate(told):
        assert f"qword{at}q" not in line or f"qword{at}q" in shown_words
    in_rows = {number for row in found.rows for number in row.lines}
    assert in_rows.isdisjoint(found.left_out)
    blank = {at for at, line in enumerate(split(text), 1) if not line.strip(" \t>|")}
    assert in_rows | set(found.left_out) | blank == set(range(1, len(split(text)) + 1))


@settings(max_examples=examples(60), deadline=None)
@given(st.text(st.one_of(st.characters(), st.sampled_from("\n\n>>123ab).:-① ٢#")), max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    found = read(text, LETTER, MAREIKE)
    assert all(row.text.strip() and row.lines for row in found.rows)


@pytest.mark.parametrize("kind", [AskedKind.PROMISES, AskedKind.GOALS])
@pytest.mark.parametrize(
    "text", ["1. a) done, b) done", "a) done\nb) done", "> a) Write\ndone\n> b) Write\ndone"]
)
def test_two_of_the_same_words_are_answered_each(kind: AskedKind, text: str) -> None:
    both = (Target("u1", "Write"), Target("u2", "Write"))
    letter = replace(LETTER, questions=(Asked(1, kind, "Each a word:", both),))
    asked = f"> 1. Each a word:\n{text}" if not text.startswith("1") else text
    rows = read(asked, letter, MAREIKE).rows
    assert [(row.target, row.text) for row in rows] == [(one, "done") for one in both]


AT_THE_BEGINNING = {
    "_QUOTED", "_PARTED", "_BEFORE_DONE", "_AFTER_DONE", "_SEPARATOR", "_BEGINS_QUOTE",
}  # fmt: skip
"""Patterns that are matched where a text begins, and are not looked for from each character on."""


def _begins_with_a_run(pattern: re.Pattern[str]) -> bool:
    """Whether a search tries, from each blank of a long run, how far the run goes."""
    parser = importlib.import_module("re._parser")
    waiting = [list(parser.parse(pattern.pattern, pattern.flags))]
    while waiting:
        items = waiting.pop()
        if not items:
            continue
        name, value = str(items[0][0]), items[0][1]
        if name in {"MAX_REPEAT", "MIN_REPEAT"}:
            if value[1] == parser.MAXREPEAT:
                return True
            waiting.append(list(value[2]))
            if not value[0]:
                waiting.append(items[1:])
        elif name == "BRANCH":
            waiting += [list(one) for one in value[1]]
        elif name == "SUBPATTERN":
            waiting.append(list(value[-1]))
    return False


def test_no_search_in_an_answer_costs_the_square_of_a_long_run_of_blanks() -> None:
    modules = [answer_marks, answer_rows, answer_words, pasted_answer, pasted_line, pasted_lines,
               pasted_parts, quoted_letter]  # fmt: skip
    patterns = {
        name: value for module in modules for name, value in vars(module).items()
        if isinstance(value, re.Pattern)
    }  # fmt: skip
    assert patterns.keys() > AT_THE_BEGINNING
    slow = {name for name, one in patterns.items() if _begins_with_a_run(one)}
    assert slow - {"_WORD"} <= AT_THE_BEGINNING  # a word alone ends where its run does


@pytest.mark.parametrize("blanks", [" ", "\t", "\u00a0", " \u3000"])
def test_blanks_part_a_done_from_what_follows_however_many_they_are(blanks: str) -> None:
    rows = read(f"3. a) done{blanks * 300}(Kai has it)", LETTER, MAREIKE).rows
    assert [shown(row) for row in rows] == ["done a: done", "promise a: Kai has it"]


def test_what_was_struck_since_is_not_named() -> None:
    goal = Target("g", struck_word(date(2026, 12, 3)))
    letter = replace(LETTER, questions=(Asked(1, AskedKind.GOALS, "Your goals:", (goal,)),))
    (row,) = read("1. slow", letter, MAREIKE).rows
    assert point_words(row) == "slow"


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("1. Lyon\n3. a) done", ["", ""]),
        ("a) Lyon\nb) fine", ["The letters were treated as question numbers."] * 2),
        ("- Lyon\n- Kai", [(
            "This has no question number, so it was "
            "treated as an agenda item."
        )] * 2),
        ("5. good, slow", ["Matched in the order given."] * 2),
        ("3. soon", ["It isn't clear which promise or goal this is about."]),
        ("1. three things:\n- Lyon", ["This looks like an introduction to the text below.", ""]),
        ("8. Lyon", ["There is no question 8."]),
        ("Lyon", ["It isn't clear which question this answers."]),
        (f"2. fine\n\n{QUOTED}\n> Bye", ["", "This is quoted from a different message."]),
        ("> 1. Worüber?\nLyon\n> 2. Wie geht es?",
         ["The question is worded differently, so it was matched by number."]),
    ],
)  # fmt: skip
def test_each_guess_is_said(text: str, notes: list[str]) -> None:
    assert [str(row.note) for row in read(text, LETTER, MAREIKE).rows] == notes


WORDS = [
    "Hi, need budget approval", "Hello to the new ones", "Hallo, Budget", "--- Lyon ---",
    "Best idea: Lyon", "Best Idea", "Love Lyon", "sent via mail yesterday", "gesendet von Kai",
    "sent with the draft", "thanks to Kai the draft is there", "Regards the budget: no",
    "From: nobody", "wrote it on 12 Nov", "-- and Lyon", "Mareike and Kai", "until the end",
]  # fmt: skip


@pytest.mark.parametrize("line", WORDS)
def test_words_that_look_like_a_part_of_a_mail_are_kept(line: str) -> None:
    for text in (line, f"2. fine\n\n{line}", f"{line}\n\nBest\nMareike", f"{line}\n\n{QUOTED}"):
        assert line.strip("- ") in " ".join(row.text for row in read(text, LETTER, MAREIKE).rows)


GREETINGS = [
    "Hi Sam,", "Hello Sam!", "Hallo Sam", "Liebe Anna,", "Guten Morgen Herr Boss,", "Hey", "Moin!",
    "Hi all,", "Hallo zusammen,", "Bonjour Sam,", "Привет, ", "Здравствуйте!", "你好", "こんにちは",
    "안녕하세요", "مرحبا", "שלום סם", "नमस्ते", "Merhaba Sam,",
]  # fmt: skip


@pytest.mark.parametrize("line", GREETINGS)
def test_a_greeting_is_no_answer(line: str) -> None:
    assert [shown(row) for row in read(f"{line}\n\n2. fine", LETTER, MAREIKE).rows] == ["how: fine"]


FAREWELLS = [
    "Best\nMareike", "Best regards,\nMareike Voss", "LG Mareike", "Viele Grüße\nMareike", "Thanks!",
    "Thanks Sam", "See you Thursday!\nM", "Bis Donnerstag", "Cordialement,\nMareike", "Saludos",
    "С уважением,\nМарейке", "谢谢", "よろしくお願いします", "감사합니다", "شكرا", "תודה", "धन्यवाद",
    "Teşekkürler", "- Mareike",
]  # fmt: skip


@pytest.mark.parametrize("lines", FAREWELLS)
def test_a_farewell_is_no_answer(lines: str) -> None:
    assert [shown(row) for row in read(f"2. fine\n\n{lines}", LETTER, MAREIKE).rows] == [
        "how: fine"
    ]

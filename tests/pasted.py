"""Answers as people write them, odd on purpose, each with the rows it should give.

A row is written as `point: words`, `how: …`, `done a: …`, `promise b: …`, `answer: …`, `goal a: …`
or `? …` for what was not understood; one that is not ticked at first has `off` before it. All of
them answer `LETTER`; anyone who is in them is invented.
"""

from __future__ import annotations

from datetime import date

from careerdesk.domain.answer_rows import Row, RowKind
from careerdesk.domain.asking_before import LABELS, Asked, AskedKind, Letter, Target

DRAFT, VENUE = Target("p1", "Send the draft to Kai"), Target("p2", "Book the venue")
NIGHTS = Target("g1", "Release without night shifts")
TEACH = Target("g2", "Teach the new ones")
QUESTION = Target("q1", "When did you last lose track of time at work?")
LETTER = Letter(
    (
        "If you like, spend two minutes on these questions before Thursday. Feel free to "
        "skip anything."
    ),
    (
        Asked(1, AskedKind.POINTS, "What would you like to talk about?"),
        Asked(2, AskedKind.HOW, "How are you?"),
        Asked(3, AskedKind.PROMISES, "What you said you'd do:", (DRAFT, VENUE)),
        Asked(4, AskedKind.QUESTION, QUESTION.text, (QUESTION,)),
        Asked(5, AskedKind.GOALS, "A few words about each of your goals:", (NIGHTS, TEACH)),
    ),
    1,
    date(2026, 11, 19),
)
QUOTED = "\n".join(f"> {line}".rstrip() for line in LETTER.text.split("\n"))
WORDS = {
    RowKind.POINT: "point", RowKind.HOW: "how", RowKind.PROMISE_DONE: "done",
    RowKind.PROMISE_WORDS: "promise", RowKind.ANSWER: "answer", RowKind.GOAL_WORDS: "goal",
}  # fmt: skip


def shown(row: Row) -> str:
    """A row in the notation of the table."""
    off = "" if row.taken else "off "
    if row.kind is RowKind.NOT_UNDERSTOOD:
        return f"{off}? {row.text}"
    label = ""
    for names in ((DRAFT.text, VENUE.text), (NIGHTS.text, TEACH.text)):
        if row.about in names:
            label = " " + LABELS[names.index(row.about)]
    return f"{off}{WORDS[row.kind]}{label}: {row.text}"


ALL_FIVE = [
    "point: training budget", "how: fine", "done a: done", "promise b: next week",
    "answer: on Tuesday", "goal a: on track", "goal b: slow",
]  # fmt: skip
FIVE = """1. training budget
2. fine
3. a) done
b) next week
4. on Tuesday
5. a) on track
b) slow"""

ANSWERS: dict[str, tuple[str, list[str]]] = {
    "by the numbers": (FIVE, ALL_FIVE),
    "another order, half the numbers": (
        "4) on Tuesday\n\n1) training budget",
        ["point: training budget", "answer: on Tuesday"],
    ),
    "all of it quoted, answers below each": (
        """Hi Sam,

> If you like, spend two minutes on these questions before Thursday. Feel free to skip anything.
>
> 1. What would you like to talk about?
training budget
> 2. How are you?
fine
>
> 3. What you said you'd do:
> a) Send the draft to Kai
done
> b) Book the venue
next week
>
> 4. When did you last lose track of time at work?

on Tuesday

> 5. A few words about each of your goals:
> a) Release without night shifts
on track
> b) Teach the new ones
slow

Best,
Mareike""",
        ALL_FIVE,
    ),
    "answers on top, the letter below": (
        f"""Hi Sam, here we go:

{FIVE}

LG Mareike

Am Mi., 11. Nov. 2026 um 16:02 Uhr schrieb Sam Boss <sam@example.org>:

{QUOTED}
""",
        [*ALL_FIVE, "off ? Hi Sam, here we go:"],
    ),
    "from a phone, Outlook, nothing quoted with signs": (
        f"""1. training budget
2. fine

Von meinem iPhone gesendet

________________________________
Von: Sam Boss <sam@example.org>
Gesendet: Mittwoch, 11. November 2026 16:02
An: Mareike Voss <mareike@example.org>
Betreff: Donnerstag

{LETTER.text}
""",
        ["point: training budget", "how: fine"],
    ),
    "in the text of the letter itself, in another colour once": (
        """From: Mareike Voss
Sent: Wednesday, 11 November 2026 17:20
To: Sam Boss
Subject: RE: Thursday

Answers in blue.

-----Original Message-----
From: Sam Boss
Sent: Wednesday, 11 November 2026 16:02
To: Mareike Voss

If you like, spend two minutes on these questions before Thursday. Feel free to skip anything.

1. What would you like to talk about? training budget

2. How are you? fine

3. What you said you'd do:
a) Send the draft to Kai - done
b) Book the venue: next week

4. When did you last lose track of time at work?
on Tuesday

5. A few words about each of your goals:
a) Release without night shifts → on track
b) Teach the new ones → slow
""",
        [*ALL_FIVE, "off ? Answers in blue."],
    ),
    "quoted lines that were broken": (
        """> 4. When did you last lose track of
> time at work?
on Tuesday
> 2. How are
> you?
fine""",
        ["how: fine", "answer: on Tuesday"],
    ),
    "quoted twice, the answers once": (
        """> Hello Sam
>> 1. What would you like to talk about?
> training budget
>> 2. How are you?
> fine
>> 4. When did you last lose track of time at work?
> on Tuesday""",
        ["point: training budget", "how: fine", "answer: on Tuesday"],
    ),
    "windows, hard spaces and invisible signs": (
        (
            "\ufeff1.\u00a0training\u00a0budget\r\n\r\n\u200b2.\u00a0fine\r\n"
            "4\u200e.\u202fon Tuesday\r\n"
        ),
        ["point: training budget", "how: fine", "answer: on Tuesday"],
    ),
    "brackets, a sign, words for numbers": (
        "(1) training budget\n#2 fine\nzu 4: on Tuesday\nFrage 5 a) on track",
        ["point: training budget", "how: fine", "answer: on Tuesday", "goal a: on track"],
    ),
    "circles": (
        "① training budget\n② fine\n④ on Tuesday",
        ["point: training budget", "how: fine", "answer: on Tuesday"],
    ),
    "keycaps of a chat, with pictures": (
        "1️⃣ training budget 💶\n2️⃣ 🙂\n4️⃣ on Tuesday",
        ["point: training budget 💶", "how: 🙂", "answer: on Tuesday"],
    ),
    "wide digits and Japanese": (
        "１．研修の予算\n２．元気です\n３．ａ）完了\n４．火曜日\n",
        ["point: 研修の予算", "how: 元気です", "done a: 完了", "answer: 火曜日"],
    ),
    "Arabic, from right to left": (
        "\u200f١. ميزانية التدريب\n\u200f٢. بخير\n\u200f٤) يوم الثلاثاء",
        ["point: ميزانية التدريب", "how: بخير", "answer: يوم الثلاثاء"],
    ),
    "Persian": (
        "۱) بودجه آموزش\n۲) خوبم\n۴) سه‌شنبه",
        ["point: بودجه آموزش", "how: خوبم", "answer: سه‌شنبه"],
    ),
    "Hindi": (
        "१. प्रशिक्षण का बजट\n२. ठीक हूँ\n४. मंगलवार को",
        ["point: प्रशिक्षण का बजट", "how: ठीक हूँ", "answer: मंगलवार को"],
    ),
    "Russian, with letters of its own": (
        (
            "1) бюджет на обучение\n2) хорошо\n3) а) готово б) на следующей неделе\n"
            "Отправлено с iPhone"
        ),
        [
            "point: бюджет на обучение",
            "how: хорошо",
            "done a: готово",
            "promise b: на следующей неделе",
        ],
    ),
    "spelled": (
        "First: training budget\nSecond: fine\nFourth: on Tuesday",
        ["point: training budget", "how: fine", "answer: on Tuesday"],
    ),
    "erstens, zweitens": (
        "Erstens: Budget\nZweitens, gut\nViertens - am Dienstag",
        ["point: Budget", "how: gut", "answer: am Dienstag"],
    ),
    "digits alone": (
        "1 training budget\n2 fine\n4 on Tuesday",
        ["point: training budget", "how: fine", "answer: on Tuesday"],
    ),
    "letters for numbers": (
        "a) training budget\nb) fine\nd) on Tuesday",
        ["point: training budget", "how: fine", "answer: on Tuesday"],
    ),
    "all on one line": (
        "1. training budget 2. fine 3. a) done, b) next week 4. on Tuesday 5. a on track, b slow",
        ALL_FIVE,
    ),
    "a number with several points": (
        """1.
- training budget
- the move to Lyon, and what it means
  for the team
- Kai
2. fine""",
        [
            "point: training budget",
            "point: the move to Lyon, and what it means for the team",
            "point: Kai",
            "how: fine",
        ],
    ),
    "a list with numbers in an answer": (
        "1)\n   1) training budget\n   2) Lyon\n2) fine",
        ["point: training budget", "point: Lyon", "how: fine"],
    ),
    "a list with numbers below a quoted question": (
        (
            "> 1. What would you like to talk about?\n1. training budget\n2. Lyon\n"
            "> 2. How are you?\nfine"
        ),
        ["point: training budget", "point: Lyon", "how: fine"],
    ),
    "commas are no list": (
        "1. budget, Lyon, and the release",
        ["point: budget, Lyon, and the release"],
    ),
    "nothing, in many words": (
        "1. -\n2. all good\n3. n/a\n4. nichts\n5. nothing",
        ["how: all good", "answer: nichts"],
    ),
    "no number at all": (
        "Hi Sam,\nI would like to talk about Lyon.\n\nAnd I am a bit tired.\n\nThanks\nMareike",
        ["off ? I would like to talk about Lyon.", "off ? And I am a bit tired."],
    ),
    "a list without numbers": (
        "- training budget\n- Lyon\n* the release",
        ["point: training budget", "point: Lyon", "point: the release"],
    ),
    "days and times are no numbers": (
        "1. 1:1 with Kai\n3-4 weeks off\n2. fine\n10:30 would suit me\n3. Dezember bin ich weg",
        [
            "point: 1:1 with Kai",
            "point: 3-4 weeks off",
            "how: fine 10:30 would suit me 3. Dezember bin ich weg",
        ],
    ),
    "everything done": (
        "3. all done!",
        ["done a: all done!", "done b: all done!"],
    ),
    "by the order": (
        "3. done\n   not yet\n5. good, slow",
        ["done a: done", "promise b: not yet", "goal a: good", "goal b: slow"],
    ),
    "done and not done": (
        "3. a) not done yet\nb) done, Kai has the key",
        ["promise a: not done yet", "done b: done", "promise b: Kai has the key"],
    ),
    "done with a but": (
        "3. a) done, but not sent b) half done?",
        ["promise a: done, but not sent", "promise b: half done?"],
    ),
    "named in the words of the letter": (
        "Send the draft to Kai: done\nTeach the new ones: slow",
        ["done a: done", "goal b: slow"],
    ),
    "a number nobody asked": (
        "1. training budget\n7. and a question\nof my own",
        ["point: training budget", "off ? and a question\nof my own"],
    ),
    "a chat": (
        """[11.11.26, 17:20:05] Mareike Voss: 1. training budget
[11.11.26, 17:20:41] Mareike Voss: 2. fine
[11.11.26, 17:21:13] Mareike Voss: 4. on Tuesday""",
        ["point: training budget", "how: fine", "answer: on Tuesday"],
    ),
    "the same twice": (
        "1. training budget\n2. fine\n\n> 1. What would you like to talk about?\n> training budget",
        ["point: training budget", "how: fine", "off ? training budget"],
    ),
    "a signature with dashes": (
        "1. training budget\n-- \nMareike Voss\nPlatform\n+49 30 0000",
        ["point: training budget"],
    ),
    "French, with the words of its mail": (
        """1) budget formation
2) ça va
4) mardi

Envoyé de mon iPhone

> Le 11 nov. 2026 à 16:02, Sam Boss <sam@example.org>
> a écrit :
>
> 1. What would you like to talk about?
> 2. How are you?""",
        ["point: budget formation", "how: ça va", "answer: mardi"],
    ),
    "two paragraphs of an answer": (
        "4. on Tuesday,\nwith the graph\n\nand again on Friday",
        ["answer: on Tuesday,\nwith the graph\n\nand again on Friday"],
    ),
    "Markdown": (
        "**1.** training budget\n**2.** fine\n\n* 4. on Tuesday",
        ["point: training budget", "how: fine", "answer: on Tuesday"],
    ),
    "all of the letter and the answers in one paragraph": (
        LETTER.text.replace("about?", "about? training budget")
        .replace("you?", "you? fine")
        .replace("to Kai", "to Kai done")
        .replace("venue", "venue - next week")
        .replace("work?", "work? on Tuesday")
        .replace("shifts", "shifts on track")
        .replace("ones", "ones slow")
        .replace("\n", " "),
        ALL_FIVE,
    ),
    "one sign forgotten": (
        "1) training budget\n2 fine\n3) a: done, b: next week\n4 on Tuesday\n5) on track, slow",
        ALL_FIVE,
    ),
    "days among the numbers": (
        "3) a) done\n4 days ago\n5 a) on track",
        ["done a: done 4 days ago", "goal a: on track"],
    ),
    "a promise by some of its words": (
        "3) the draft is done\nvenue ✅",
        ["done a: the draft is done", "done b: venue ✅"],
    ),
    "a promise by its words, and not done": (
        "3) the draft is nearly done\nthe venue has not been booked",
        ["promise a: the draft is nearly done", "promise b: the venue has not been booked"],
    ),
    "lines of a mail program that breaks early": (
        """> 1. What would you like to talk about?

My training budget and whether
the conference in Lyon fits in.
And the rota.

> 2. How are you?

Fine, thanks.""",
        [
            "point: My training budget and whether the conference in Lyon fits in.",
            "point: And the rota.",
            "how: Fine, thanks.",
        ],
    ),
    "until Thursday": (
        "Hallo Sam,\n\n3b) nächste Woche\n5b) zäh\n\nBis Donnerstag!\nMareike",
        ["promise b: nächste Woche", "goal b: zäh"],
    ),
    "a name without a farewell": (
        "1. training budget\n\nMareike Voss\nPlatform Engineer",
        ["point: training budget", "off ? Platform Engineer"],
    ),
    "a name and a time above": ("Mareike Voss\n  10:02 AM\n2. fine", ["how: fine"]),
    "hours are no numbers": ("2. woke at\n5 a.m. every day", ["how: woke at 5 a.m. every day"]),
    "digits alone, downwards": ("4 on Tuesday\n2 fine", ["how: fine", "answer: on Tuesday"]),
    "a sign and a blank": (
        "# 1 training budget\n# 2 fine",
        ["point: training budget", "how: fine"],
    ),
    "numbers behind a greeting": (
        "Hi Sam! 1. training budget, 2. fine",
        ["point: training budget", "how: fine", "off ? Hi Sam!"],
    ),
    "a letter that was translated, answers below each": (
        """> Hallo Mareike, wenn du magst:
> 1. Worüber möchtest du sprechen?
Budget
> 2. Wie geht es dir?
gut
> 3. Was du übernommen hast:
> a) Kai den Entwurf schicken
erledigt
> b) Den Raum buchen
nächste Woche""",
        [
            "point: Budget",
            "how: gut",
            "done a: erledigt",
            "promise b: nächste Woche",
            "off ? Hallo Mareike, wenn du magst:",
        ],
    ),
    "a letter that was translated, answers on top": (
        """1. Budget
2. gut

> 1. Worüber möchtest du sprechen?
> 2. Wie geht es dir?
> 3. Was du übernommen hast:
> a) Kai den Entwurf schicken""",
        ["point: Budget", "how: gut"],
    ),
    "letters alone": (
        "3: a done b next week\n5: a bit slow",
        ["done a: done", "promise b: next week", "goal: a bit slow"],
    ),
    "a stroke between two": ("5. on track / slow", ["goal a: on track", "goal b: slow"]),
    "promises by one of their words": (
        "3. venue: next week, draft: done",
        ["promise b: next week", "done a: done"],
    ),
    "a room of a chat": (
        f"[12:03] Sam Boss\n{LETTER.text}\n\n[13:10] Mareike Voss\n1. training budget\n2. fine",
        ["point: training budget", "how: fine", "off ? [12:03] Sam Boss"],
    ),
    "arrows": (
        "*1. What would you like to talk about?*\n-> training budget\n=> Lyon\n2=fine",
        ["point: training budget", "point: Lyon", "how: fine"],
    ),
    "initials before each answer": (
        """> 1. What would you like to talk about?
MV: training budget
> 2. How are you?
Mareike: fine
> 4. When did you last lose track of time at work?
MV: Kai: on Tuesday""",
        ["point: training budget", "how: fine", "answer: Kai: on Tuesday"],
    ),
    "initials once, which are a word": (
        "1. Lyon\nMV: who pays?",
        ["point: Lyon", "point: MV: who pays?"],
    ),
    "times that are words": (
        "1. 10:30-11:00 Lyon: planning\n[10:30] Planning\n12.11.2026 10:00 Lyon: the rota",
        [
            "point: 10:30-11:00 Lyon: planning",
            "point: [10:30] Planning",
            "point: 12.11.2026 10:00 Lyon: the rota",
        ],
    ),
    "more below the name": (
        "1. training budget\n2. fine\n\nLG\nMareike\n\nPS: Kai has the key",
        ["point: training budget", "how: fine", "off ? PS: Kai has the key"],
    ),
    "the small print of a company": (
        "2. fine\n\nBest\nMareike Voss\nPlatform Engineer | Example Ltd\nThis is confidential.",
        ["how: fine", "off ? Platform Engineer | Example Ltd\nThis is confidential."],
    ),
    "Hebrew, with letters of its own": (
        "1. תקציב הדרכה\n3. א) בוצע ב) בשבוע הבא",
        ["point: תקציב הדרכה", "done a: בוצע", "promise b: בשבוע הבא"],
    ),
    "no and no": ("1. no\n2. no complaints\n4. no", ["how: no complaints", "answer: no"]),
    "nothing at all": (" \n\n", []),
    "only the letter": (QUOTED, []),
}

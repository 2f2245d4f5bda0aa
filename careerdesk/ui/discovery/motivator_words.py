"""What is said of a motivator: how sure it is and since when, how many goals and notes it has."""

from __future__ import annotations

from datetime import date

from careerdesk.domain import motivators as rules
from careerdesk.domain.own_words import bare
from careerdesk.domain.records import Drive, Motivator, MotivatorStanding
from careerdesk.domain.views import MotivatorView
from careerdesk.i18n import fill, tr, trn
from careerdesk.ui.base.texts import Dates


def standing_word(standing: MotivatorStanding) -> str:
    """How sure a motivator is."""
    return {
        MotivatorStanding.GUESSED: tr("Guessed"),
        MotivatorStanding.SAID: tr("Said"),
        MotivatorStanding.CONFIRMED: tr("Confirmed"),
    }[standing]


def standing_text(motivator: Motivator, today: date) -> str:
    """*Guessed*, *Said 6 Nov*, *Confirmed today*."""
    day = rules.day_of(motivator)
    word = standing_word(motivator.standing)
    if day is None:
        return word
    when = Dates.short_day_within(day, today) if (today - day).days < 2 else Dates.short_date(
        day, today
    )  # fmt: skip
    return tr("{standing} {day}", standing=word, day=when)


def spoken_standing(motivator: Motivator) -> str:
    """The same for the ear: *private: guessed*, *said 6 November 2026*."""
    day = rules.day_of(motivator)
    return fill(
        {
            MotivatorStanding.GUESSED: tr("private guess"),
            MotivatorStanding.SAID: tr("said on {day}") if day else tr("said"),
            MotivatorStanding.CONFIRMED: tr("confirmed on {day}") if day else tr("confirmed"),
        }[motivator.standing],
        day=Dates.long_day(day) if day else "",
    )


def next_words(view: MotivatorView, today: date) -> str:
    """What a click on the words at its end does: *Said today*, *Said 6 Nov*, *Confirm*."""
    following = rules.NEXT.get(view.motivator.standing)
    if following is None:
        return ""
    if following is MotivatorStanding.CONFIRMED:
        return tr("Confirm")
    day = view.heard_on
    return tr("Said {day}", day=Dates.short_date(day, today)) if day else tr("Said today")


def next_day(view: MotivatorView, today: date) -> date:
    """The day it would be said: that of the note in which it was, else today."""
    guessed = view.motivator.standing is MotivatorStanding.GUESSED
    return view.heard_on if guessed and view.heard_on and view.heard_on <= today else today


def goals_text(view: MotivatorView) -> str:
    """How many goals a motivator is behind."""
    count = view.item_count
    if not count:
        return tr("no goals yet")
    return trn("1 goal", "{n} goals", count)


def notes_text(view: MotivatorView) -> str:
    """How many notes show a motivator."""
    count = view.note_count
    if not count:
        return tr("no notes yet")
    return trn("1 note", "{n} notes", count)


def facts_text(view: MotivatorView) -> str:
    """What stands beside its standing: since when it holds, and the notes there are."""
    since = view.motivator.since
    facts = [tr("since {month}", month=Dates.month(since))] if since else []
    if view.note_count:
        facts.append(notes_text(view))
    return ", ".join(facts)


def quoted(words: str) -> str:
    """Words in the marks of a quote, unless they have some."""
    return tr("\u201c{quote}\u201d", quote=bare(words)) if words.strip() else ""


def thing(drive: Drive) -> str:
    """What a row of a list is called."""
    return {
        Drive.DRIVES: tr("Motivator"),
        Drive.DRAINS: tr("Energy drainer"),
        Drive.VALUE: tr("Value"),
    }[drive]

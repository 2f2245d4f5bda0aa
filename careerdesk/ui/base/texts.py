"""Words, dates and numbers as people read them; every text of the interface passes here."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time

from PySide6.QtCore import QDate, QLocale, QTime

from careerdesk.domain.progress import in_percent
from careerdesk.domain.records import (
    STATE_NAMES,
    CheckInKind,
    CheckInState,
    Horizon,
    ItemState,
    Lens,
    Measure,
    PersonStatus,
    PlanState,
)
from careerdesk.domain.remarks import Remark
from careerdesk.i18n import tr, translated, trn, write_counts_by
from careerdesk.ui.base.locales import day_comes_first, pattern_of

THIN_SPACE = "\u202f"  # narrow and unbreakable: a number never loses its percent sign
MINUS = "\u2212"
MIDDLE_DOT = " \u00b7 "
SHORT_FORM_DAYS = 300  # further back than this a day needs its year more than its number
SHORT_FORM_AHEAD = 274  # sooner: in March, “due 7 Jan” is two months late, not ten ahead


def state_word(state: ItemState) -> str:
    """How a plan item is going, in words."""
    return translated(STATE_NAMES[state])


def horizon_word(horizon: Horizon) -> str:
    """The name of a group of plan items."""
    return {Horizon.SHORT: tr("Short term"), Horizon.LONGER: tr("Longer term")}[horizon]


def plan_state_word(state: PlanState) -> str:
    """Where a plan is in its life."""
    return {
        PlanState.DRAFT: tr("Draft"),
        PlanState.AGREED: tr("Agreed"),
        PlanState.ACTIVE: tr("Active"),
        PlanState.CLOSED: tr("Closed"),
    }[state]


def lens_word(lens: Lens) -> str:
    """The side of a person that a question looks at."""
    return {
        Lens.STRENGTHS: tr("Strengths"),
        Lens.JOY: tr("Joy"),
        Lens.SUCCESS: tr("Success"),
        Lens.LIFE_AHEAD: tr("The years ahead"),
        Lens.VALUES: tr("Values"),
        Lens.ENVIRONMENT: tr("Environment"),
        Lens.LEARNING: tr("Learning"),
        Lens.STAY: tr("Staying"),
        Lens.FEEDBACK: tr("Feedback"),
    }[lens]


def kind_word(kind: CheckInKind) -> str:
    """What a check-in is for."""
    return {
        CheckInKind.ONE_ON_ONE: tr("1:1"),
        CheckInKind.CAREER: tr("Career conversation"),
        CheckInKind.REVIEW: tr("Review meeting"),
        CheckInKind.OTHER: tr("Check-in"),
    }[kind]


def checkin_state_within(state: CheckInState) -> str:
    """The same within a sentence."""
    return {
        CheckInState.PLANNED: tr("planned"),
        CheckInState.RUNNING: tr("in progress"),
        CheckInState.HELD: tr("held"),
        CheckInState.SKIPPED: tr("skipped"),
        CheckInState.CANCELLED: tr("cancelled"),
    }[state]


def measure_word(measure: Measure) -> str:
    """The kind of value a key result has."""
    return {
        Measure.NUMBER: tr("Number"),
        Measure.PERCENT: tr("Percent"),
        Measure.MONEY: tr("Money"),
        Measure.MILESTONE: tr("Milestone"),
    }[measure]


def status_word(status: PersonStatus) -> str:
    """Whether a person is at work."""
    return {
        PersonStatus.ACTIVE: tr("At work"),
        PersonStatus.ON_LEAVE: tr("On leave"),
        PersonStatus.LEFT: tr("Has left"),
        PersonStatus.FUTURE: tr("Not started yet"),
    }[status]


def remark_words(remark: Remark) -> str:
    """A remark in the language of the interface, its days in words."""
    return remark.said(Dates.long_day)


def number(value: float, decimals: int = 2) -> str:
    """A number by locale, without needless zeros, with a real minus sign."""
    locale = QLocale()
    text = locale.toString(abs(float(value)), "f", decimals)
    if decimals and (point := locale.decimalPoint()) in text:
        text = text.rstrip(locale.zeroDigit()).rstrip(point)
    return (MINUS if value < 0 and text != locale.zeroDigit() else "") + text


def with_plain_digits(text: str) -> str:
    """A text with the digits of any script as `0` to `9`."""
    return "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in text)


def percent(part: float) -> str:
    """`62 %` for 0.62, with a thin space that does not break."""
    return f"{number(in_percent(part), 0)}{THIN_SPACE}%"


def signed(value: int) -> str:
    """`+1`, `−2`, `0`, for temperatures."""
    return f"+{number(value, 0)}" if value > 0 else number(value, 0)


write_counts_by(lambda count: number(count, 0))


class Dates:
    """Days and times in the shortest form that is clear, by the default QLocale."""

    @staticmethod
    def short_day(day: date, today: date) -> str:
        """`Today`, `Tomorrow`, `Thu` within six days, `24 Nov`, then `Mar 2028`."""
        ahead = (day - today).days
        if abs(ahead) <= 1:
            return {0: tr("Today"), 1: tr("Tomorrow"), -1: tr("Yesterday")}[ahead]
        if 1 < ahead <= 6:
            return Dates.short_day_name(day)
        return Dates.short_date(day, today)

    @staticmethod
    def short_day_within(day: date, today: date) -> str:
        """The same within a sentence: `today`, `Thu`, `24 Nov`."""
        ahead = (day - today).days
        if abs(ahead) <= 1:
            return {0: tr("today"), 1: tr("tomorrow"), -1: tr("yesterday")}[ahead]
        return Dates.short_day(day, today)

    @staticmethod
    def short_date(day: date, today: date) -> str:
        """`24 Nov`, or `Mar 2028` when it is far away: never the name of a day."""
        if -SHORT_FORM_DAYS <= (day - today).days <= SHORT_FORM_AHEAD:
            return _written(day, "day month", short=True)
        return _month_of_year(day, short=True)

    @staticmethod
    def short_moment(moment: datetime, today: date) -> str:
        """`Today 14:00`, `Thu 11:00` within six days, beyond that only the day."""
        local = moment.astimezone()
        day = Dates.short_day(local.date(), today)
        if 0 <= (local.date() - today).days <= 6:
            return f"{day} {Dates.time(local)}"
        return day

    @staticmethod
    def day_first() -> bool:
        """Whether 3/4 is the third of April at this place; the year in front decides nothing."""
        return day_comes_first(QLocale())

    @staticmethod
    def long_day(day: date) -> str:
        """`17 November 2026`, without the day of the week."""
        return _written(day, "day month year")

    @staticmethod
    def listed_day(day: date) -> str:
        """`17 Nov 2026`: where days stand below each other."""
        return _written(day, "day month year", short=True)

    @staticmethod
    def day_month(day: date) -> str:
        """`17 November`, for a day of this year."""
        return _written(day, "day month")

    @staticmethod
    def week_day(day: date) -> str:
        """`Tue 3 Nov`: for a day that matters as a day of the week."""
        return _written(day, "weekday day month", short=True)

    @staticmethod
    def named_day(day: date) -> str:
        """`Tuesday, 3 November`, for a day of this year."""
        return _written(day, "weekday day month")

    @staticmethod
    def day_name(day: date) -> str:
        """`Tuesday`."""
        return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.LongFormat)

    @staticmethod
    def short_day_name(day: date) -> str:
        """`Tue`."""
        return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)

    @staticmethod
    def month(day: date) -> str:
        """`November 2026`."""
        return _month_of_year(day)

    @staticmethod
    def month_name(day: date) -> str:
        """`November`, where the year is clear."""
        return QLocale().standaloneMonthName(day.month, QLocale.FormatType.LongFormat)

    @staticmethod
    def month_letter(day: date) -> str:
        """`N`, for the foot of a chart."""
        return QLocale().standaloneMonthName(day.month, QLocale.FormatType.NarrowFormat)

    @staticmethod
    def period(first: date, last: date) -> str:
        """`July to December 2026`, with both years when they differ, `July 2026` of one month."""
        if (first.year, first.month) == (last.year, last.month):
            return Dates.month(last)
        same_year = first.year == last.year
        start = Dates.month_name(first) if same_year else Dates.month(first)
        return tr("{start} to {end}", start=start, end=Dates.month(last))

    @staticmethod
    def time(moment: datetime | time) -> str:
        """`14:00` or `2:00 PM`, local, by locale."""
        if isinstance(moment, datetime) and moment.tzinfo is not None:
            moment = moment.astimezone()
        clock = QTime(moment.hour, moment.minute)
        return QLocale().toString(clock, QLocale.FormatType.ShortFormat)

    @staticmethod
    def ago(day: date, today: date) -> str:
        """`today`, `yesterday`, `14 days ago`, `9 months ago`, `2 years ago`."""
        days = (today - day).days
        if days <= 1:
            return tr("yesterday") if days == 1 else tr("today")
        if days < 60:
            return trn("{n} day ago", "{n} days ago", days)
        if days < 730:
            return trn("{n} month ago", "{n} months ago", round(days / 30.44))
        return trn("{n} year ago", "{n} years ago", days // 365)

    @staticmethod
    def days(count: int) -> str:
        """`1 day`, `34 days`."""
        return trn("1 day", "{n} days", count)

    @staticmethod
    def minutes(count: int) -> str:
        """`1 minute`, `45 minutes`."""
        return trn("1 minute", "{n} minutes", count)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _written(day: date, parts: str, *, short: bool = False) -> str:
    locale = QLocale()
    return locale.toString(_qdate(day), pattern_of(locale, parts, short=short))


def _month_of_year(day: date, *, short: bool = False) -> str:
    """A month and its year; some languages call it otherwise than within a day."""
    locale = QLocale()
    pattern = pattern_of(locale, "month year", short=short)
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    name = locale.standaloneMonthName(day.month, form).replace("'", "''")
    alone = pattern.replace("MMM" if short else "MMMM", f"'{name}'").replace(f"{name}''", name)
    return locale.toString(_qdate(day), alone)


def plain_tip(text: str) -> str:
    """A tooltip that shows the characters of a text, never markup: Qt guesses rich text."""
    if "<" not in text and "&" not in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped}</span>"

"""What is said of backups: when one was made and why, what it holds, and what differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from careerdesk.domain.backups import Backup, Contents, Differences, PersonDiffers, Why
from careerdesk.domain.catalogue import Area, entry_of
from careerdesk.domain.records import Record
from careerdesk.i18n import Counting, fill, tr, translated
from careerdesk.ui.base.texts import MIDDLE_DOT, Dates
from careerdesk.ui.widgets.links import LinkRow

MOST_KINDS = 3
HELD = ("person", "check_in", "plan_item", "discovery_note", "feedback", "review")
"""The tables of which it is said how many rows a backup has."""


def why_words(why: Why | None) -> str:
    """What a backup was made for."""
    if why is None:
        return ""
    return {
        Why.DAILY: tr("Daily"),
        Why.UPDATE: tr("Before an update"),
        Why.IMPORT: tr("Before an import"),
        Why.RESTORE: tr("Before a restore"),
        Why.ASKED: tr("Manual"),
    }[why]


def moment_words(moment: datetime | None, today: date) -> str:
    """`Today, 10:58`."""
    if moment is None:
        return tr("Unknown date")
    local = moment.astimezone()
    near = abs((local.date() - today).days) <= 1
    day = Dates.short_day(local.date(), today) if near else Dates.week_day(local.date())
    return tr("{day}, {time}", day=day, time=Dates.time(local))


def moment_within(moment: datetime, today: date) -> str:
    """The same within a sentence: `today, 10:58`."""
    local = moment.astimezone()
    return tr(
        "{day}, {time}", day=Dates.short_day_within(local.date(), today), time=Dates.time(local)
    )


def row_of(backup: Backup, today: date) -> LinkRow:
    """A backup as a row of the list."""
    held = held_words(backup.counts, HELD[:2])
    bad = tr("Damaged: can't be restored")
    caption = MIDDLE_DOT.join(filter(None, (why_words(backup.why), held)))
    return LinkRow(
        backup.sequence, moment_words(backup.made_at, today), caption if backup.good else bad,
        "", icon="backup" if backup.good else "warning", warned=not backup.good,
        token="text-muted" if backup.good else "warning",
    )  # fmt: skip


def held_words(counts: Mapping[str, int], tables: Sequence[str] = HELD) -> str:
    """How much of what is there: `6 people · 40 check-ins`."""
    words = {
        "person": Counting("1 person", "{n} people"),
        "check_in": Counting("1 check-in", "{n} check-ins"),
        "plan_item": Counting("1 goal", "{n} goals"),
        "discovery_note": Counting("1 discovery note", "{n} discovery notes"),
        "feedback": Counting("1 piece of feedback", "{n} pieces of feedback"),
        "review": Counting("1 review", "{n} reviews"),
    }
    said = [words[table].in_words(counts[table]) for table in tables if counts.get(table)]
    return MIDDLE_DOT.join(said) or tr("No people yet")


def contents_words(backup: Backup, held: Contents, today: date) -> str:
    """What a backup was made for, what it holds, and when it was changed last."""
    words = MIDDLE_DOT.join(filter(None, (why_words(backup.why), held_words(held.counts))))
    if held.last_change is None:
        return words
    changed = tr("Last change: {moment}", moment=moment_within(held.last_change, today))
    return f"{words}\n{changed}"


def difference_words(found: Differences) -> str:
    """In a sentence, whether anything differs from what is here now."""
    if found.are_none:
        return tr("No differences from your current data.")
    if not (found.only_there or found.only_here or found.changed):
        return tr(
            "Everyone's data is the same as it is now. The only differences are in "
            "templates, questions and the like."
        )
    return tr("Differences from your current data:")


def difference_rows(found: Differences) -> list[tuple[PersonDiffers, LinkRow]]:
    """Of whom anything differs, those first who are in the backup alone."""
    rows = [
        *((one, tr("Only in this backup")) for one in found.only_there),
        *((one, _changed_words(one)) for one in found.changed),
        *((one, tr("Not in this backup")) for one in found.only_here),
    ]
    return [
        (one, LinkRow(place, one.name, caption, _action(one, found), icon="person"))
        for place, (one, caption) in enumerate(rows, 1)
    ]


def _action(one: PersonDiffers, found: Differences) -> str:
    return "" if one in found.only_here else tr("Restore this person")


def _changed_words(one: PersonDiffers) -> str:
    parts = {
        tr("{n} removed since then"): one.only_there,
        tr("{n} added since then"): one.only_here,
        tr("{n} changed"): one.changed,
    }
    said = [fill(words, n=n) for words, n in parts.items() if n]
    return MIDDLE_DOT.join((*said, _kinds(one.kinds)))


def _kinds(kinds: Sequence[type[Record]]) -> str:
    """What they are called; of the place of reviews only that they are of it."""
    entries = [entry_of(kind) for kind in kinds]
    words = {translated(one.word) for one in entries if one.area is not Area.REVIEWS and one.word}
    words |= {tr("Reviews") for one in entries if one.area is Area.REVIEWS}
    said = sorted(words)
    return ", ".join(said if len(said) <= MOST_KINDS else [*said[: MOST_KINDS - 1], tr("and more")])

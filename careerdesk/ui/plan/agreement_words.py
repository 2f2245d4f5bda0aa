"""What is said of an agreement on a plan: in its header, in the list of changes, at a deletion."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from careerdesk.domain import agreement as rules
from careerdesk.domain.agreement import Agreement, Change, ChangeWords
from careerdesk.domain.pronouns import Form, form
from careerdesk.domain.records import ItemState, Owner, Person, ProposedBy
from careerdesk.domain.views import ItemView
from careerdesk.i18n import Counting, tr
from careerdesk.ui.base.person_words import group_of
from careerdesk.ui.base.texts import Dates, number


def agreed_words(agreement: Agreement, today: date) -> str:
    """*Agreed 30 Jun, 2 changes since*."""

    def day(on: date) -> str:
        return Dates.short_day_within(on, today)

    return rules.sentence(agreement, day)


def changed_words(change: Change, person: Person, today: date) -> ChangeWords:
    """A change in words, its days in short."""

    def day(on: date) -> str:
        return Dates.short_date(on, today)

    return rules.listed(change, day, number, person.short_name)


def whose_words(person: Person, items: Iterable[ItemView]) -> str:
    """*4 of 5 are hers*, and how many it was not said of; "" where it was said of none."""
    said = [view.item.proposed_by for view in items if view.item.state is not ItemState.DROPPED]
    theirs, unsaid = said.count(ProposedBy.THEM), said.count(None)
    if unsaid == len(said):
        return ""
    words = _theirs(person, theirs, len(said))
    if not unsaid:
        return words
    return tr("{words}, {n} not recorded", words=words, n=unsaid)


def _theirs(person: Person, count: int, total: int) -> str:
    words = {
        Form.SHE: Counting("1 of {total} was her idea", "{n} of {total} were her idea"),
        Form.HE: Counting("1 of {total} was his idea", "{n} of {total} were his idea"),
        Form.THEY: Counting("1 of {total} was their idea", "{n} of {total} were their idea"),
        Form.NAME: Counting("1 of {total} was {name}'s idea", "{n} of {total} were {name}'s idea"),
    }[form(person.pronouns)]
    return words.in_words(count, total=total, name=person.short_name)


def whose_options(person: Person) -> list[tuple[object, str]]:
    """Hers, mine, together: whose idea a goal was."""
    return [
        (ProposedBy.THEM, group_of(Owner.THEM, person)),
        (ProposedBy.ME, tr("Mine")),
        (ProposedBy.TOGETHER, tr("Ours")),
    ]

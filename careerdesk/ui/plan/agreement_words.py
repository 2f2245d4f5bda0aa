"""What is said of an agreement on a plan: in its header, in the list of changes, at a deletion."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from careerdesk.domain import agreement as rules
from careerdesk.domain.agreement import Agreement, Change, ChangeWords
from careerdesk.domain.pronouns import Form, form
from careerdesk.domain.records import ItemState, Owner, Person, ProposedBy
from careerdesk.domain.views import ItemView
from careerdesk.ui.base.person_words import group_of
from careerdesk.ui.base.texts import Dates, number, tr


def agreed_words(agreement: Agreement, today: date) -> str:
    """*Agreed 30 Jun, 2 changes since*."""

    def day(on: date) -> str:
        return Dates.short_day_within(on, today)

    return rules.sentence(agreement, tr, day)


def changed_words(change: Change, person: Person, today: date) -> ChangeWords:
    """A change in words, its days in short."""

    def day(on: date) -> str:
        return Dates.short_date(on, today)

    return rules.listed(change, tr, day, number, person.short_name)


def whose_words(person: Person, items: Iterable[ItemView]) -> str:
    """*4 of 5 are hers*, and how many it was not said of; "" where it was said of none."""
    said = [view.item.proposed_by for view in items if view.item.state is not ItemState.DROPPED]
    theirs, unsaid = said.count(ProposedBy.THEM), said.count(None)
    if unsaid == len(said):
        return ""
    words = _theirs(person, theirs, len(said))
    if not unsaid:
        return words
    return tr("{words}, {n} not said").format(words=words, n=number(unsaid, 0))


def _theirs(person: Person, count: int, total: int) -> str:
    one = {
        Form.SHE: tr("1 of {total} is hers"),
        Form.HE: tr("1 of {total} is his"),
        Form.THEY: tr("1 of {total} is theirs"),
        Form.NAME: tr("1 of {total} is {name}'s"),
    }
    many = {
        Form.SHE: tr("{n} of {total} are hers"),
        Form.HE: tr("{n} of {total} are his"),
        Form.THEY: tr("{n} of {total} are theirs"),
        Form.NAME: tr("{n} of {total} are {name}'s"),
    }
    template = (one if count == 1 else many)[form(person.pronouns)]
    return template.format(n=number(count, 0), total=number(total, 0), name=person.short_name)


def whose_options(person: Person) -> list[tuple[object, str]]:
    """Hers, mine, together: whose idea a goal was."""
    return [
        (ProposedBy.THEM, group_of(Owner.THEM, person)),
        (ProposedBy.ME, tr("Mine")),
        (ProposedBy.TOGETHER, tr("Together")),
    ]

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

_ONE = {
    Form.SHE: "{n} of {total} is hers",
    Form.HE: "{n} of {total} is his",
    Form.THEY: "{n} of {total} is theirs",
    Form.NAME: "{n} of {total} is {name}'s",
}
_MANY = {
    Form.SHE: "{n} of {total} are hers",
    Form.HE: "{n} of {total} are his",
    Form.THEY: "{n} of {total} are theirs",
    Form.NAME: "{n} of {total} are {name}'s",
}


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
    template = (_ONE if theirs == 1 else _MANY)[form(person.pronouns)]
    words = tr(template).format(
        n=number(theirs, 0), total=number(len(said), 0), name=person.short_name
    )
    if not unsaid:
        return words
    return tr("{words}, {n} not said").format(words=words, n=number(unsaid, 0))


def whose_options(person: Person) -> list[tuple[object, str]]:
    """Hers, mine, together: whose idea a goal was."""
    return [
        (ProposedBy.THEM, group_of(Owner.THEM, person)),
        (ProposedBy.ME, tr("Mine")),
        (ProposedBy.TOGETHER, tr("Together")),
    ]

"""Sentences that speak of a person, with the pronouns that are known."""

from __future__ import annotations

from careerdesk.domain.pronouns import Form, form
from careerdesk.domain.records import Owner, Person, ProposedBy
from careerdesk.ui.base.texts import tr


def _fitting(person: Person, words: dict[Form, str]) -> str:
    return words[form(person.pronouns)].format(name=person.short_name)


def what_was_said(person: Person) -> str:
    """*What she said*."""
    return _fitting(
        person,
        {
            Form.SHE: tr("What she said"),
            Form.HE: tr("What he said"),
            Form.THEY: tr("What they said"),
            Form.NAME: tr("What {name} said"),
        },
    )


def what_drives(person: Person) -> str:
    """*What drives her*."""
    return _fitting(
        person,
        {
            Form.SHE: tr("What drives her"),
            Form.HE: tr("What drives him"),
            Form.THEY: tr("What drives them"),
            Form.NAME: tr("What drives {name}"),
        },
    )


def where_to_go(person: Person) -> str:
    """*Where she wants to go*."""
    return _fitting(
        person,
        {
            Form.SHE: tr("Where she wants to go"),
            Form.HE: tr("Where he wants to go"),
            Form.THEY: tr("Where they want to go"),
            Form.NAME: tr("Where {name} wants to go"),
        },
    )


def words_stay(person: Person) -> str:
    """What is said about a first question."""
    return _fitting(
        person,
        {
            Form.SHE: tr(
                "Ask one question from the bank. Her words stay hers, your reading stays private."
            ),
            Form.HE: tr(
                "Ask one question from the bank. His words stay his, your reading stays private."
            ),
            Form.THEY: tr(
                "Ask one question from the bank. Their words stay theirs, your reading stays"
                " private."
            ),
            Form.NAME: tr(
                "Ask one question from the bank. The words stay {name}'s, your reading stays"
                " private."
            ),
        },
    )


def outcomes_wanted(person: Person) -> str:
    """What is said about a first goal."""
    return _fitting(
        person,
        {
            Form.SHE: tr("Two or three outcomes she wants and the team needs."),
            Form.HE: tr("Two or three outcomes he wants and the team needs."),
            Form.THEY: tr("Two or three outcomes they want and the team needs."),
            Form.NAME: tr("Two or three outcomes {name} wants and the team needs."),
        },
    )


def whose(owner: Owner, person: Person) -> str:
    """*mine*, *hers*: whose a promise or a point is."""
    if owner is Owner.ME:
        return tr("mine")
    return _fitting(
        person,
        {
            Form.SHE: tr("hers"),
            Form.HE: tr("his"),
            Form.THEY: tr("theirs"),
            Form.NAME: tr("theirs"),
        },
    )


def from_whom(owner: Owner, person: Person) -> str:
    """*me*, *her*: who brings a point, in few letters."""
    if owner is Owner.ME:
        return tr("me")
    return _fitting(
        person,
        {
            Form.SHE: tr("her"),
            Form.HE: tr("him"),
            Form.THEY: tr("them"),
            Form.NAME: tr("them"),
        },
    )


def group_of(owner: Owner, person: Person) -> str:
    """*Mine*, *Hers*: the name of a group of promises."""
    if owner is Owner.ME:
        return tr("Mine")
    return _fitting(
        person,
        {
            Form.SHE: tr("Hers"),
            Form.HE: tr("His"),
            Form.THEY: tr("Theirs"),
            Form.NAME: tr("Theirs"),
        },
    )


def whose_idea(proposed_by: ProposedBy, person: Person) -> str:
    """*Her idea*, *My idea*, *Our idea*: who thought of a goal."""
    if proposed_by is not ProposedBy.THEM:
        return tr("My idea") if proposed_by is ProposedBy.ME else tr("Our idea")
    return _fitting(
        person,
        {
            Form.SHE: tr("Her idea"),
            Form.HE: tr("His idea"),
            Form.THEY: tr("Their idea"),
            Form.NAME: tr("Their idea"),
        },
    )


def reads_score(person: Person, *, shown: bool) -> str:
    """Who reads the words on a score."""
    if not shown:
        return tr("Only you read this.")
    return _fitting(
        person,
        {
            Form.SHE: tr("{name} reads it on her plan."),
            Form.HE: tr("{name} reads it on his plan."),
            Form.THEY: tr("{name} reads it on their plan."),
            Form.NAME: tr("{name} reads it on the plan."),
        },
    )

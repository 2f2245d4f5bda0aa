"""Sentences that speak of a person, with the pronouns that are known."""

from __future__ import annotations

from careerdesk.domain.pronouns import Form, form
from careerdesk.domain.records import Owner, Person, ProposedBy
from careerdesk.ui.base.texts import tr


def _fitting(person: Person, *, she: str, he: str, they: str, name: str = "") -> str:
    """The words that fit; *name* is for unknown pronouns, where they differ from *they*."""
    words = {Form.SHE: she, Form.HE: he, Form.THEY: they, Form.NAME: name or they}
    return words[form(person.pronouns)].format(name=person.short_name)


def what_was_said(person: Person) -> str:
    """*What she said*."""
    return _fitting(
        person,
        she=tr("What she said"),
        he=tr("What he said"),
        they=tr("What they said"),
        name=tr("What {name} said"),
    )


def how_it_goes(person: Person) -> str:
    """*How she is*."""
    return _fitting(
        person,
        she=tr("How she is"),
        he=tr("How he is"),
        they=tr("How they are"),
        name=tr("How {name} is"),
    )


def what_drives(person: Person) -> str:
    """*What drives her*."""
    return _fitting(
        person,
        she=tr("What drives her"),
        he=tr("What drives him"),
        they=tr("What drives them"),
        name=tr("What drives {name}"),
    )


def where_to_go(person: Person) -> str:
    """*Where she wants to go*."""
    return _fitting(
        person,
        she=tr("Where she wants to go"),
        he=tr("Where he wants to go"),
        they=tr("Where they want to go"),
        name=tr("Where {name} wants to go"),
    )


def words_stay(person: Person) -> str:
    """What is said about a first question."""
    return _fitting(
        person,
        she=tr("Ask one question from the bank. Her words stay hers, your reading stays private."),
        he=tr("Ask one question from the bank. His words stay his, your reading stays private."),
        they=tr(
            "Ask one question from the bank. Their words stay theirs, your reading stays private."
        ),
        name=tr(
            "Ask one question from the bank. The words stay {name}'s, your reading stays private."
        ),
    )


def outcomes_wanted(person: Person) -> str:
    """What is said about a first goal."""
    return _fitting(
        person,
        she=tr("Two or three outcomes she wants and the team needs."),
        he=tr("Two or three outcomes he wants and the team needs."),
        they=tr("Two or three outcomes they want and the team needs."),
        name=tr("Two or three outcomes {name} wants and the team needs."),
    )


def whose(owner: Owner, person: Person) -> str:
    """*mine*, *hers*: whose a promise or a point is."""
    if owner is Owner.ME:
        return tr("mine")
    return _fitting(person, she=tr("hers"), he=tr("his"), they=tr("theirs"))


def from_whom(owner: Owner, person: Person) -> str:
    """*me*, *her*: who brings a point, in few letters."""
    if owner is Owner.ME:
        return tr("me")
    return _fitting(person, she=tr("her"), he=tr("him"), they=tr("them"))


def group_of(owner: Owner, person: Person) -> str:
    """*Mine*, *Hers*: the name of a group of promises."""
    if owner is Owner.ME:
        return tr("Mine")
    return _fitting(person, she=tr("Hers"), he=tr("His"), they=tr("Theirs"))


def whose_idea(proposed_by: ProposedBy, person: Person) -> str:
    """*Her idea*, *My idea*, *Our idea*: who thought of a goal."""
    if proposed_by is not ProposedBy.THEM:
        return tr("My idea") if proposed_by is ProposedBy.ME else tr("Our idea")
    return _fitting(person, she=tr("Her idea"), he=tr("His idea"), they=tr("Their idea"))


def settle_citing(person: Person) -> str:
    """That a goal may be cited, and with whom that is settled."""
    return _fitting(
        person,
        she=tr("May be cited in a review: settle it with {name}; it is printed on her plan"),
        he=tr("May be cited in a review: settle it with {name}; it is printed on his plan"),
        they=tr("May be cited in a review: settle it with {name}; it is printed on their plan"),
        name=tr("May be cited in a review: settle it with {name}; it is printed on the plan"),
    )


def not_offered() -> str:
    """What taking it back does not reach; if anything was cited is not said."""
    return tr("Not offered to a review any more; what was cited before stays")


def reads_score(person: Person, *, shown: bool) -> str:
    """Who reads the words on a score."""
    if not shown:
        return tr("Only you read this.")
    return _fitting(
        person,
        she=tr("{name} reads it on her plan."),
        he=tr("{name} reads it on his plan."),
        they=tr("{name} reads it on their plan."),
        name=tr("{name} reads it on the plan."),
    )

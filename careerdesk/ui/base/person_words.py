"""Sentences that speak of a person, with the pronouns that are known."""

from __future__ import annotations

from careerdesk.domain.pronouns import trg
from careerdesk.domain.records import Owner, Person, ProposedBy
from careerdesk.i18n import tr


def what_was_said(person: Person) -> str:
    """*What she said*."""
    return trg(
        person, "What they said", she="What she said", he="What he said", named="What {name} said"
    )


def how_it_goes(person: Person) -> str:
    """*How she is*."""
    return trg(
        person,
        "How they are doing",
        she="How she is doing",
        he="How he is doing",
        named="How {name} is doing",
    )


def what_drives(person: Person) -> str:
    """*What drives her*."""
    return trg(
        person,
        "What drives them",
        she="What drives her",
        he="What drives him",
        named="What drives {name}",
    )


def where_to_go(person: Person) -> str:
    """*Where she wants to go*."""
    return trg(
        person,
        "Where they want to go",
        she="Where she wants to go",
        he="Where he wants to go",
        named="Where {name} wants to go",
    )


def words_stay(person: Person) -> str:
    """What is said about a first question."""
    return trg(
        person,
        (
            "Ask one question from the question bank. Record the answer in their own "
            "words; your interpretation stays private."
        ),
        she=(
            "Ask one question from the question bank. Record the answer in her own words; "
            "your interpretation stays private."
        ),
        he=(
            "Ask one question from the question bank. Record the answer in his own words; "
            "your interpretation stays private."
        ),
        named=(
            "Ask one question from the question bank. Record the answer in {name}'s own "
            "words; your interpretation stays private."
        ),
    )


def outcomes_wanted(person: Person) -> str:
    """What is said about a first goal."""
    return trg(
        person,
        "Aim for two or three outcomes that they want and the team needs.",
        she="Aim for two or three outcomes that she wants and the team needs.",
        he="Aim for two or three outcomes that he wants and the team needs.",
        named="Aim for two or three outcomes that {name} wants and the team needs.",
    )


def whose(owner: Owner, person: Person) -> str:
    """*mine*, *hers*: whose a promise or a point is."""
    if owner is Owner.ME:
        return tr("mine")
    return trg(person, "theirs", she="hers", he="his")


def group_of(owner: Owner, person: Person) -> str:
    """*Mine*, *Hers*: the name of a group of promises."""
    if owner is Owner.ME:
        return tr("Mine")
    return trg(person, "Theirs", she="Hers", he="His")


def whose_idea(proposed_by: ProposedBy, person: Person) -> str:
    """*Her idea*, *My idea*, *Our idea*: who thought of a goal."""
    if proposed_by is not ProposedBy.THEM:
        return tr("My idea") if proposed_by is ProposedBy.ME else tr("Our idea")
    return trg(person, "Their idea", she="Her idea", he="His idea")


def settle_citing(person: Person) -> str:
    """That a goal may be cited, and with whom that is settled."""
    return trg(
        person,
        (
            "May be cited in a review. Agree on this with {name} first, because their plan "
            "will say so"
        ),
        she=(
            "May be cited in a review. Agree on this with {name} first, because her plan "
            "will say so"
        ),
        he=(
            "May be cited in a review. Agree on this with {name} first, because his plan "
            "will say so"
        ),
        named=(
            "May be cited in a review. Agree on this with {name} first, because the plan "
            "will say so"
        ),
    )


def not_offered() -> str:
    """What taking it back does not reach; if anything was cited is not said."""
    return tr("Can no longer be cited in reviews; existing citations won't be removed")


def reads_score(person: Person, *, shown: bool) -> str:
    """Who reads the words on a score."""
    if not shown:
        return tr("Only you can see this.")
    return trg(
        person,
        "{name} will see this in their plan.",
        she="{name} will see this in her plan.",
        he="{name} will see this in his plan.",
        named="{name} will see this in the plan.",
    )

"""A store of odd addresses: in every form they lead where the notes say.

Who says so is not what made them: Qt reads the Markdown, Python's parser the HTML, pypdf the PDF.
"""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication

from careerdesk.demo import make_demo
from careerdesk.documents.export import brief_as, plan_as, summary_as
from careerdesk.services import checkins, exporting, people, plans
from careerdesk.services.brief import brief
from careerdesk.services.store import Store
from tests.unit.test_addresses import Links, links_of_markdown, links_of_pdf
from tests.unit.test_documents import shown_as_markdown

TODAY = date(2026, 11, 17)
AT = datetime(2026, 11, 10, 9, tzinfo=UTC)
READ = "https://x.test/_a_(b)*c"
OTHER = "https://other.test/b_c_d"
# `HOST` becomes a host of its own for each place where an address stands.
ODD = (
    "https://HOST/My_Goal_(2026)?a=1&b=2", "https://HOST/_a_b", "https://HOST/a*b*c",
    "https://HOST/~ana/[d]?e[]=f", "https://HOST/größe/山?q=値", "https://HOST/%20a%2Fb%C3%A9",
    "https://HOST/?q=1&copy=2&lt=3", "https://HOST/?a=1&amp;b=2", "https://HOST/a'b|c^d{e}",
    "https://HOST:8443/a$b+c!d,e;f:g@h", "https://HOST/#:~:text=a,-b", "https://HOST/a==b==~c~d",
    "https://me:pw@HOST/p;v=1", "https://HOST/a//b/../c", "https://HOST/😀-",
    "mailto:a.b+c_d@HOST?subject=My%20goal&body=a_b",
)  # fmt: skip
ENDS = ("https://HOST/Example_Inc.", "https://HOST/a_", "https://HOST/really?!", "https://HOST/b*")
PLACES = (
    "see {} and", "see {}.", "({})", '"{}"', "«{}»", "Link: {}: that", "{}; " + OTHER,
    "{} " + OTHER, "{}\n" + OTHER, "**{}**", "*{}*", "_{}_", "__{}__", "~~{}~~", "# {}", "> {}",
    "- {}", "- [ ] {}", "1. {}", "    {}", "| a | {} |\n|---|---|", "(see (here {}))", "[see {}]",
    "{{{}}}", "見て{}。", "a\u00a0{}\u00a0b", "```\n{}\n```",
)  # fmt: skip
EXACT = (
    "<{}>", "[words]({})", "[words](<{}>)", '[words]({} "title")', "**[words]({})**",
    "![picture]({})", "`{}`", "so `{}`.", "(<{}>)", "- [ ] [words]({}), then",
)  # fmt: skip


def plain_form(address: str) -> str:
    """The address as RFC 3986 writes it, where programs differ in what they encode."""
    encoded = bytes(QUrl(address).toEncoded().data()).decode()
    for sign in "[]{}^|":
        encoded = encoded.replace(f"%{ord(sign):02X}", sign)
    return encoded


def plain_forms(addresses: set[str]) -> set[str]:
    return {plain_form(one) for one in addresses}


def notes_of(place: str, host: str, addresses: tuple[str, ...]) -> tuple[str, set[str]]:
    """A note with each of the addresses in that place, and where it leads."""
    own = [one.replace("HOST", host) for one in addresses]
    also = {OTHER} if OTHER in place else set()
    return "\n\n".join(place.format(one) for one in own), {*own, *also}


def check_in(store: Store, person_id: int, note: str) -> None:
    started = checkins.start(store, person_id, AT)
    checkins.write(store, started.id, shared_notes=note)
    checkins.finish(store, started.id, AT)


def test_odd_addresses_in_every_place_lead_where_they_should(
    qapp: QApplication, store: Store
) -> None:
    ana = people.add(store, "Ana Ruiz")
    wanted: set[str] = set()
    for number, place in enumerate((*PLACES, *EXACT)):
        addresses = ODD if place in PLACES else (*ODD, *ENDS)
        note, targets = notes_of(place, f"p{number}.test", addresses)
        check_in(store, ana.id, note)
        wanted |= targets
    summary = exporting.check_ins_summary(store, ana.id, TODAY, private=False)
    html = set(Links(summary_as(summary, "html").decode()).links)
    assert sorted(html ^ wanted) == []
    written = set(links_of_markdown(summary_as(summary, "md").decode()))
    assert sorted(plain_forms(written) ^ plain_forms(wanted)) == []
    printed = links_of_pdf(summary_as(summary, "pdf"))
    assert sorted(plain_forms(printed) ^ plain_forms(wanted)) == []


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("[Inc](https://x.test/Inc.)", "Inc (https://x.test/Inc.)"),
        ("<https://x.test/a_>!", "https://x.test/a_!"),
        ("`https://x.test/b*`", "https://x.test/b*"),
        ("see https://x.test/Inc.", "see https://x.test/Inc."),
        ("_https://x.test/a*b*_", "https://x.test/a*b*"),
    ],
)
def test_no_brackets_are_left_around_an_address(
    qapp: QApplication, store: Store, note: str, shown: str
) -> None:
    ana = people.add(store, "Ana Ruiz")
    check_in(store, ana.id, note)
    summary = exporting.check_ins_summary(store, ana.id, TODAY, private=False)
    assert shown in Links(summary_as(summary, "html").decode()).text
    assert shown in shown_as_markdown(summary_as(summary, "md").decode())


def test_the_demo_leads_to_the_same_in_every_form(qapp: QApplication, tmp_path: Path) -> None:
    make_demo(tmp_path / "demo.db")
    with closing(Store(tmp_path / "demo.db")) as store:
        person = next(one for one in people.everyone(store) if plans.active(store, one.id))
        checkins.add_agenda(store, person.id, f"Read **{READ}**, soon")
        plan = plans.active(store, person.id)
        assert plan is not None
        shared = exporting.plan_for_sharing(store, plan.plan.id)
        check_ins = exporting.check_ins_summary(store, person.id, TODAY, private=True)
        told = brief(store, person.id, TODAY)
        forms = {
            form: [
                brief_as(told, form, private=True),
                plan_as(shared, form, TODAY),
                summary_as(check_ins, form),
            ]
            for form in ("md", "html", "pdf")
        }
    wanted: list[set[str]] = [{READ}, set(), set()]
    assert [set(links_of_markdown(one.decode())) for one in forms["md"]] == wanted
    assert [set(Links(one.decode()).links) for one in forms["html"]] == wanted
    assert [links_of_pdf(one) for one in forms["pdf"]] == wanted

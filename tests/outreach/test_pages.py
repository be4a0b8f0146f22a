"""The desk's pages about finding people."""

import json
import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samen.base import clock
from samen.initiatives.choices import Role as StaffRole
from samen.outreach import actions, queries
from samen.outreach.choices import ContactKind
from samen.outreach.models import ContactMoment, HandOut, Intermediary, IntermediaryKind, Source
from tests.support.initiative import ACTOR, Office, make_office
from tests.support.recruiting import a_channel, a_kind, a_link, a_material, an_intermediary, came
from tests.support.world import DESK, World, address, addresses

pytestmark = pytest.mark.postgres

TODAY = clock.today()
AREAS = ("intermediaries/", "sources/", "recruiting/")


def text_of(answer: Any) -> str:
    """The page in plain words."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def own_address(office: Office, intermediary: Intermediary, what: str = "") -> str:
    return office.url(f"intermediaries/{intermediary.pk}/{what}")


def undo_of(answer: Any) -> str:
    """The address that takes back what was just done."""
    found = re.search(r'class="toast">.*?action="([^"]+)"', answer.content.decode(), re.S)
    assert found
    return unescape(found[1])


# ---------- From a first name to a page ----------


def test_from_first_name_to_a_full_page(office: Office) -> None:
    client = office.client()
    assert "Wie kent mensen die wij zoeken?" in text_of(client.get(office.url("intermediaries/")))
    assert IntermediaryKind.objects.count() == 14
    typed = {
        "name": "Hilde Maes",
        "organisation": "bib",
        "phone": "0470 12 34 56",
        "languages": ["ar", "nl"],
        "other_languages": "Dari",
    }
    page = client.post(office.url("intermediaries/add/"), typed, follow=True)
    assert "Hilde Maes staat nu bij de tussenpersonen." in text_of(page)
    assert "العربية" in text_of(page)
    assert "Nederlands, Dari" in text_of(page)
    assert 'href="tel:+32470123456"' in page.content.decode()
    assert "Jullie spraken elkaar nog niet. Maak samen de vier afspraken." in text_of(page)
    assert "Spreek nog 4 punten af." in text_of(page)
    page = client.post(
        own_address(office, Intermediary.objects.get(), "edit/"),
        {**typed, "name": "Hilde De Vos"},
        follow=True,
    )
    assert "De gegevens van Hilde De Vos zijn bewaard." in text_of(page)


def test_what_is_wrong_is_told_and_what_was_typed_stays(office: Office) -> None:
    page = office.client().post(office.url("intermediaries/add/"), {"name": "", "phone": "047 12"})
    assert page.status_code == 422
    assert "Vul een naam in." in text_of(page)
    assert 'value="047 12"' in page.content.decode()
    assert not Intermediary.objects.exists()


def test_what_is_agreed_is_ticked_and_what_is_open_is_told(office: Office) -> None:
    hilde, client = an_intermediary(), office.client()
    page = client.post(own_address(office, hilde, "agree/"), {"points": ["whom", "how", "king"]}, follow=True)
    assert "Spreek nog 4 punten af." in text_of(page)  # one answer of no list: nothing is believed
    page = client.post(
        own_address(office, hilde, "agree/"), {"points": ["whom", "how", "contact"]}, follow=True
    )
    assert "Spreek nog één punt af." in text_of(page)
    every = ["whom", "what_for", "how", "contact"]
    page = client.post(own_address(office, hilde, "agree/"), {"points": every}, follow=True)
    assert "alles is afgesproken" in text_of(page)


def test_the_agreement_prints_with_the_link(office: Office) -> None:
    hilde, client = an_intermediary(), office.client()
    assert "Tussen Samen in Deinze en Hilde Maes, bib van Deinze." in text_of(
        client.get(own_address(office, hilde, "agreement/"))
    )
    link = a_link(hilde)
    page = client.get(own_address(office, hilde, "agreement/"))
    assert f"127.0.0.1:8000/deinze/via/{link.code}" in text_of(page)
    assert "<svg viewBox" in page.content.decode()


# ---------- Contact ----------


def test_a_contact_is_noted_and_taken_back(office: Office) -> None:
    hilde, client = an_intermediary(), office.client()
    before = TODAY + timedelta(days=3)
    actions.call_again(intermediary=hilde, on=before, actor=ACTOR)
    typed = {"kind": "visit", "on": TODAY.isoformat(), "note": "Alles\ngoed."}
    page = client.post(own_address(office, hilde, "contacts/"), typed, follow=True)
    assert "Langsgegaan, vandaag Alles goed." in text_of(page)
    assert Intermediary.objects.get().call_again_on != before
    page = client.post(undo_of(page), follow=True)
    assert "Dat contact is weer weg." in text_of(page)
    assert not ContactMoment.objects.exists()
    assert Intermediary.objects.get().call_again_on == before


@pytest.mark.parametrize(
    ("what", "typed", "sentence"),
    [
        ("contacts/", {"kind": "phone", "on": "2999-01-01"}, "Die dag moet nog komen."),
        ("contacts/", {"kind": "phone", "on": TODAY, "call_again_on": "2001-01-01"}, "te ver weg"),
        ("call-again/", {"on": "2001-01-01"}, "Die dag is voorbij of te ver weg."),
        ("handouts/", {"number": "0", "on": TODAY}, "Dit veld is verplicht."),
    ],
)
def test_a_slip_is_told_on_the_page_itself(
    office: Office, what: str, typed: dict[str, object], sentence: str
) -> None:
    hilde = an_intermediary()
    a_material()
    page = office.client().post(own_address(office, hilde, what), typed)
    assert page.status_code == 422
    assert sentence in text_of(page)
    assert "<details" in page.content.decode()
    assert not ContactMoment.objects.exists()
    assert not HandOut.objects.exists()


def test_another_day_to_call(office: Office) -> None:
    hilde, client = an_intermediary(), office.client()
    day = TODAY + timedelta(days=30)
    page = client.post(own_address(office, hilde, "call-again/"), {"on": day.isoformat()}, follow=True)
    assert "De dag om te bellen is bewaard." in text_of(page)
    page = client.post(own_address(office, hilde, "call-again/"), {"on": ""}, follow=True)
    assert "Er is geen dag afgesproken om opnieuw te bellen." in text_of(page)


# ---------- Material ----------


def test_material_is_handed_out_and_taken_back(office: Office) -> None:
    hilde, material, client = an_intermediary(), a_material(stock=40), office.client()
    typed = {"material": material.pk, "number": "25", "on": TODAY.isoformat()}
    page = client.post(own_address(office, hilde, "handouts/"), typed, follow=True)
    assert "Flyer oranje (nog 15 in voorraad)" in text_of(page)
    assert "Vul bij." not in text_of(page)
    page = client.post(undo_of(page), follow=True)
    assert "Flyer oranje (nog 40 in voorraad)" in text_of(page)
    assert "Je gaf nog geen materiaal." in text_of(page)


def test_a_hand_out_pressed_twice_is_noted_once(office: Office) -> None:
    hilde, material, client = an_intermediary(), a_material(stock=40), office.client()
    form = client.get(own_address(office, hilde)).content.decode()
    (token,) = re.findall(r'name="token" value="([^"]+)"', form)
    typed = {"material": material.pk, "number": "25", "on": TODAY.isoformat(), "token": token}
    client.post(own_address(office, hilde, "handouts/"), typed, follow=True)
    page = client.post(own_address(office, hilde, "handouts/"), typed, follow=True)
    assert "Dat was al bewaard. Het staat er één keer." in text_of(page)
    assert "Flyer oranje (nog 15 in voorraad)" in text_of(page)
    page = client.post(undo_of(page), follow=True)
    assert "Flyer oranje (nog 40 in voorraad)" in text_of(page)


def test_who_emptied_the_list_of_kinds_finds_it_empty(office: Office) -> None:
    client = office.client()
    client.get(office.url("intermediaries/"))
    IntermediaryKind.objects.exclude(parent=None).delete()
    IntermediaryKind.objects.all().delete()
    for path in ("intermediaries/", "intermediaries/add/", "intermediaries/kinds/"):
        assert client.get(office.url(path)).status_code == 200
    assert not IntermediaryKind.objects.exists()


def test_after_three_months_it_is_to_refill(office: Office) -> None:
    hilde = an_intermediary()
    actions.hand_out(
        intermediary=hilde,
        material=a_material(),
        number=5,
        on=TODAY - timedelta(days=95),
        today=TODAY,
        actor=ACTOR,
    )
    assert "Vul bij." in text_of(office.client().get(own_address(office, hilde)))


# ---------- Ending ----------


def test_who_stops_stays_readable_and_comes_back(office: Office) -> None:
    hilde, client = an_intermediary(), office.client()
    page = client.post(own_address(office, hilde, "end/"), follow=True)
    assert "Deze samenwerking stopte vandaag." in text_of(page)
    assert "Noteer een contact" not in text_of(page)
    assert client.post(own_address(office, hilde, "link/")).status_code == 409
    page = client.post(undo_of(page), follow=True)
    assert "Noteer een contact" in text_of(page)


# ---------- Links and cards ----------


def test_a_link_shows_its_address_its_drawing_and_its_cards(office: Office, settings: Any) -> None:
    settings.BASE_URL = "https://samen.example"
    hilde, client = an_intermediary(), office.client()
    page = client.post(own_address(office, hilde, "link/"), follow=True)
    link = Source.objects.get()
    assert f'value="https://samen.example/deinze/via/{link.code}/"' in page.content.decode()
    assert "Nog niemand schreef zich in met deze link." in text_of(page)
    cards = client.get(office.url(f"sources/{link.pk}/cards/"))
    assert text_of(cards).count(f"samen.example/deinze/via/{link.code}") == 9
    came(office, source=link)
    assert "Eén mens schreef zich in met deze link." in text_of(client.get(office.url(f"sources/{link.pk}/")))


def test_a_channel_is_added_ended_and_reopened(office: Office) -> None:
    client = office.client()
    page = client.post(office.url("sources/add/"), {"label": "Gemeentekrant"}, follow=True)
    assert "De link voor ‘Gemeentekrant’ is klaar." in text_of(page)
    again = client.post(office.url("sources/add/"), {"label": "gemeentekrant"})
    assert (again.status_code, "Het kanaal ‘gemeentekrant’ bestaat al." in text_of(again)) == (422, True)
    page = client.post(office.url(f"sources/{Source.objects.get().pk}/end/"), follow=True)
    assert "Deze link stopte vandaag." in text_of(page)
    assert "Druk kaartjes af" not in text_of(page)
    assert "gestopt" in text_of(client.get(office.url("sources/")))
    assert "Druk kaartjes af" in text_of(client.post(undo_of(page), follow=True))


# ---------- Kinds ----------


def test_kinds_are_added_renamed_and_removed(office: Office) -> None:
    client = office.client()
    client.get(office.url("intermediaries/kinds/"))
    teachers = IntermediaryKind.objects.get(name="docenten en onthaalmedewerkers")
    page = client.post(
        office.url("intermediaries/kinds/add/"), {"name": "leerkrachten", "parent": teachers.pk}, follow=True
    )
    assert "De soort ‘leerkrachten’ is bewaard." in text_of(page)
    kind = IntermediaryKind.objects.get(name="leerkrachten")
    page = client.post(office.url(f"intermediaries/kinds/{kind.pk}/rename/"), {"name": "juffen"}, follow=True)
    assert "De soort heet nu ‘juffen’." in text_of(page)
    page = client.post(office.url(f"intermediaries/kinds/{kind.pk}/remove/"), follow=True)
    assert "De soort ‘juffen’ is weg." in text_of(page)
    client.post(undo_of(page))
    assert IntermediaryKind.objects.get(name="juffen").parent == teachers


@pytest.mark.parametrize(("name", "sentence"), [("", "Vul een naam in."), ("Slagers", "bestaat al.")])
def test_a_refused_name_is_told_beside_it(office: Office, name: str, sentence: str) -> None:
    bakers, _butchers = a_kind("bakkers"), a_kind("slagers")
    page = office.client().post(office.url(f"intermediaries/kinds/{bakers.pk}/rename/"), {"name": name})
    assert (page.status_code, sentence in text_of(page)) == (422, True)
    added = office.client().post(office.url("intermediaries/kinds/add/"), {"name": name})
    assert (added.status_code, sentence in text_of(added)) == (422, True)


def test_a_kind_in_use_is_not_removed(office: Office) -> None:
    kind = a_kind()
    an_intermediary(kind=kind)
    answer = office.client().post(office.url(f"intermediaries/kinds/{kind.pk}/remove/"))
    assert answer.status_code == 409
    assert "‘bakkers’ is nog in gebruik." in text_of(answer)


# ---------- Their own page ----------


def test_the_link_to_the_own_page_is_shown_once(office: Office) -> None:
    hilde, client = an_intermediary(), office.client()
    made = client.post(own_address(office, hilde, "page/"), {"instead_of": ""})
    assert made["Cache-Control"] == "no-store, private"
    (secret,) = set(re.findall(r"/deinze/partner/([\w-]{22})/", made.content.decode()))
    assert queries.by_secret(secret) == hilde
    page = client.get(own_address(office, hilde))
    assert secret not in page.content.decode()
    assert queries.hash_of(secret) not in page.content.decode()
    again = client.post(own_address(office, hilde, "page/"), {"instead_of": ""})
    assert (again.status_code, "Er is intussen al een nieuwe link gemaakt." in text_of(again)) == (409, True)
    revoked = client.post(own_address(office, hilde, "page/revoke/"), follow=True)
    assert "De link van Hilde Maes werkt niet meer." in text_of(revoked)
    assert queries.by_secret(secret) is None


# ---------- Strings that mean harm ----------

FITS_ANYWHERE = 120
FIELDS = ("name", "organisation", "function", "audience", "other_languages", "remark")
HTML = "<script>alert(1)</script><b>'\"&{{ 7|add:7 }}{% now %}"


def harmful(folder: Path) -> list[str]:
    naughty = json.loads((folder / "strings" / "naughty_even.json").read_text(encoding="utf-8"))
    files = [
        folder / "strings" / name for name in ("sqli_polyglots.txt", "xss_intruders.txt", "xss_polyglots.txt")
    ]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [str(text) for text in [*naughty, *lines] if str(text).strip()]


def test_html_in_every_field_stays_text(office: Office) -> None:
    client = office.client()
    kind = a_kind(HTML)
    material = a_material(HTML[:80])
    hilde = an_intermediary(HTML, organisation=HTML, function=HTML, kind=kind, audience=HTML, remark=HTML)
    hilde.languages_reached = [HTML]
    hilde.save()
    actions.note_contact(
        intermediary=hilde,
        on=TODAY,
        kind=ContactKind.MAIL,
        note=HTML,
        call_again_on=TODAY,
        today=TODAY,
        actor=ACTOR,
    )
    actions.hand_out(intermediary=hilde, material=material, number=1, on=TODAY, today=TODAY, actor=ACTOR)
    link, channel = a_link(hilde), a_channel(HTML)
    pages = [
        *("", "intermediaries/", "intermediaries/kinds/", "sources/", "recruiting/", "intermediaries/add/"),
        *(f"intermediaries/{hilde.pk}/{what}" for what in ("", "edit/", "agreement/")),
        *(f"sources/{one.pk}/{what}" for one in (link, channel) for what in ("", "cards/")),
        f"intermediaries/?q={HTML}",
    ]
    for path in pages:
        page = client.get(office.url(path)).content.decode()
        assert "<script>alert" not in page, path
        assert "{{ 7|add" in page or "7|add" not in page, path
    made = client.post(own_address(office, hilde, "page/")).content.decode()
    assert "<script>alert" not in made


def test_the_whole_naughty_corpus_goes_in_and_out(office: Office, reference_data: Path) -> None:
    client = office.client()
    strings = harmful(reference_data)
    stored = 0
    for number, text in enumerate(strings):
        if len(text) > FITS_ANYWHERE:
            too_long = {"name": "Nour", FIELDS[number % len(FIELDS)]: text}
            answer = client.post(office.url("intermediaries/add/"), too_long)
            assert answer.status_code in {302, 422}, text
            stored += answer.status_code == 302
        assert client.get(office.url("intermediaries/"), {"q": text[:90]}).status_code == 200
    rows = [strings[first : first + len(FIELDS)] for first in range(0, len(strings), len(FIELDS))]
    for texts in rows:
        typed = {field: text[:FITS_ANYWHERE] for field, text in zip(FIELDS, texts, strict=False)}
        answer = client.post(office.url("intermediaries/add/"), typed)
        assert answer.status_code in {302, 422}, texts
        stored += answer.status_code == 302
    assert stored > len(rows) * 0.8
    assert Intermediary.objects.count() == stored
    for path in ("intermediaries/", "intermediaries/?page=2", ""):
        assert "<script>alert" not in client.get(office.url(path)).content.decode()


# ---------- Who may, and how often the database is asked ----------


@pytest.mark.parametrize("role", list(StaffRole))
def test_only_who_may_recruit_reaches_these_pages(world: World, role: StaffRole) -> None:
    client = world.office.client(role)
    client.raise_request_exception = False
    may = role != StaffRole.READER
    seen = 0
    for route, pattern in addresses(desk=True):
        if route.removeprefix(DESK).startswith(AREAS):
            answer = client.get(address(world, route, pattern))
            assert (answer.status_code == 403) is not may or answer.status_code == 405, route
            seen += answer.status_code == 200
    assert seen == (12 if may else 0)
    assert (">Werven<" in client.get(world.office.url()).content.decode()) is may


def test_what_belongs_to_another_intermediary_is_not_found_under_this_one(world: World) -> None:
    other = an_intermediary("Ander")
    client = world.office.client()
    for path in (
        f"contacts/{world.recruiting.contact.pk}/undo/",
        f"handouts/{world.recruiting.given.pk}/undo/",
    ):
        assert client.post(own_address(world.office, other, path)).status_code == 404


def asked_at_one_and_at_three(client: Client, url: str, more: Callable[[int], object]) -> list[int]:
    counts = []
    for number in range(3):
        more(number)
        client.get(url)
        with CaptureQueriesContext(connection) as seen:
            client.get(url)
        counts.append(len(seen))
    return counts


@pytest.mark.parametrize("path", ["intermediaries/", "intermediaries/kinds/", "sources/", "recruiting/", ""])
def test_lists_read_as_often_for_three_as_for_one(office: Office, path: str) -> None:
    def more(number: int) -> None:
        kind = a_kind(f"soort {number}", a_kind(f"hoofd {number}"))
        one = an_intermediary(f"Mens {number}", kind=kind, languages_reached=["ar", f"taal {number}"])
        came(office, source=a_link(one), accepted=True)
        came(office, source=a_channel(f"kanaal {number}"))

    counts = asked_at_one_and_at_three(office.client(), office.url(path), more)
    assert counts == [counts[0]] * 3


def test_one_page_reads_as_often_for_three_contacts_as_for_one(office: Office) -> None:
    hilde = an_intermediary()

    def more(number: int) -> None:
        actions.note_contact(
            intermediary=hilde,
            on=TODAY,
            kind=ContactKind.PHONE,
            note=f"{number}",
            call_again_on=None,
            today=TODAY,
            actor=ACTOR,
        )
        actions.hand_out(
            intermediary=hilde,
            material=a_material(f"Flyer {number}"),
            number=1,
            on=TODAY,
            today=TODAY,
            actor=ACTOR,
        )

    counts = asked_at_one_and_at_three(office.client(), own_address(office, hilde), more)
    assert counts == [counts[0]] * 3


# ---------- Today ----------


def test_today_names_whom_to_call_again(office: Office) -> None:
    hilde = an_intermediary(phone="+32470123456")
    client = office.client()
    page = client.get(office.url())
    assert "Bel Hilde Maes van bib van Deinze" in text_of(page)
    assert "Eén zaak vraagt jouw aandacht." in text_of(page)
    assert f'href="{own_address(office, hilde)}#contact"' in page.content.decode()
    actions.note_contact(
        intermediary=hilde,
        on=TODAY,
        kind=ContactKind.PHONE,
        note="",
        call_again_on=None,
        today=TODAY,
        actor=ACTOR,
    )
    assert "Niemand wacht op jou" in text_of(client.get(office.url()))
    with clock.shifted(timedelta(days=92)):
        client = office.client()
        assert "Vraag of alles goed verloopt en of er materiaal bij moet." in text_of(
            client.get(office.url())
        )


def test_today_shows_five_and_where_the_rest_is(office: Office) -> None:
    for number in range(6):
        an_intermediary(f"Mens {number}", email="x@example.org", organisation="")
    page = text_of(office.client().get(office.url()))
    assert page.count("Noteer het contact") == 5
    assert "Bekijk wie je nog mag bellen" in page


def test_a_reader_sees_whom_to_call_without_links(office: Office) -> None:
    an_intermediary()
    page = office.client(StaffRole.READER).get(office.url()).content.decode()
    assert "Bel Hilde Maes" in page
    assert "/intermediaries/" not in page


def test_nothing_of_another_initiative_is_on_these_pages(office: Office) -> None:
    an_intermediary("Geheim")
    a_channel("Geheim kanaal")
    other = make_office("gent", "Samen in Gent")
    client = other.client()
    for path in ("", "intermediaries/", "sources/", "recruiting/"):
        assert "Geheim" not in client.get(other.url(path)).content.decode()

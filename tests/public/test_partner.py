"""An intermediary's own page: what it tells, what it never tells, and to whom it opens."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samen.base import clock
from samen.duos.choices import ClosingReason
from samen.intake import actions as intake
from samen.intake.choices import Outcome
from samen.outreach import actions
from samen.outreach.choices import Progress
from samen.outreach.models import Intermediary, Registration
from samen.people import actions as people
from samen.people.choices import ConsentKind, ConsentWay, Role
from samen.public.partner import Referred, referrals_of
from samen.public.views_partner import MOST_WRONG
from tests.support.initiative import ACTOR, Office, close_duo, make_office
from tests.support.recruiting import a_channel, a_link, a_material, an_intermediary, came

pytestmark = pytest.mark.postgres

TODAY = clock.today()


@pytest.fixture(autouse=True)
def _nothing_tried_yet(db: None) -> None:
    cache.clear()


def opened(intermediary: Intermediary) -> str:
    return actions.open_page(intermediary=intermediary, instead_of="", actor=ACTOR)


def page_of(office: Office, secret: str, **headers: str) -> Any:
    return Client(headers=headers).get(f"/{office.slug}/partner/{secret}/")


def text_of(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def decide(registration: Registration, outcome: Outcome) -> None:
    elsewhere = intake.add_other_initiative(card={"name": "De praattafel"}, actor=ACTOR)
    intake.decide(
        part=registration.participation,
        outcome=outcome,
        recall_on=TODAY + timedelta(days=90),
        referred_to=elsewhere,
        today=TODAY,
        actor=ACTOR,
    )


# ---------- What it tells ----------


def contacted(_office: Office, registration: Registration) -> None:
    registration.contacted_on = TODAY
    registration.save()


def ended_duo(office: Office, registration: Registration) -> None:
    duo = office.duo(registration.participation)
    close_duo(duo, ClosingReason.LOST_CONTACT, TODAY)


def left(_office: Office, registration: Registration) -> None:
    people.end_part(part=registration.participation, today=TODAY, actor=ACTOR)


STORIES: list[tuple[str, Callable[[Office, Registration], object], Progress]] = [
    ("nothing yet", lambda _o, _r: None, Progress.RECEIVED),
    ("contacted", contacted, Progress.CONTACTED),
    *(
        (outcome.value, lambda _o, r, outcome=outcome: decide(r, outcome), progress)
        for outcome, progress in {
            Outcome.ACCEPTED: Progress.CONTACTED,
            Outcome.WAITING_LANGUAGE: Progress.CONTACTED,
            Outcome.WAITING_PERMISSION: Progress.CONTACTED,
            Outcome.REFERRED: Progress.NOT_STARTED,
            Outcome.DECLINED: Progress.NOT_STARTED,
            Outcome.WITHDRAWN: Progress.NOT_STARTED,
        }.items()
    ),
    ("left", left, Progress.NOT_STARTED),
    ("in a duo", lambda o, r: o.duo(r.participation), Progress.STARTED),
    ("had a duo", ended_duo, Progress.STARTED),
]


@pytest.mark.parametrize(("happened", "progress"), [s[1:] for s in STORIES], ids=[s[0] for s in STORIES])
def test_one_word_of_progress(
    office: Office, happened: Callable[[Office, Registration], object], progress: Progress
) -> None:
    hilde = an_intermediary()
    happened(office, came(office, "Amal Saleh", a_link(hilde), days_ago=2))
    assert referrals_of(hilde).named == [Referred("Amal", TODAY - timedelta(days=2), progress)]


def test_a_coach_who_started_is_told_too(office: Office) -> None:
    hilde = an_intermediary()
    office.duo(coach=came(office, "Bart", a_link(hilde), role=Role.COACH).participation)
    assert [one.progress for one in referrals_of(hilde).named] == [Progress.STARTED]


def test_the_page_tells_first_name_day_and_word_and_nothing_more(office: Office) -> None:
    hilde = an_intermediary()
    registration = came(office, "Amal Saleh-Geheim", a_link(hilde))
    decide(registration, Outcome.DECLINED)
    person = registration.participation.person
    page = page_of(office, opened(hilde))
    assert page.status_code == 200
    assert "Dag Hilde Maes Eén mens kwam bij ons via jou. Bedankt!" in text_of(page)
    assert "Amal niet gestart Ingeschreven op" in text_of(page)
    for never in ("Geheim", person.phone, "9800", "niet aanvaard", "declined", f"{registration.pk}/"):
        assert never not in page.content.decode()


def test_without_consent_only_a_number(office: Office) -> None:
    hilde = an_intermediary()
    link = a_link(hilde)
    came(office, "Amal", link)
    came(office, "Stilte", link, may_know=False)
    page = page_of(office, opened(hilde))
    assert "2 mensen kwamen bij ons via jou." in text_of(page)
    assert "Eén mens wil niet dat wij dit delen." in text_of(page)
    assert "Stilte" not in page.content.decode()


def test_consent_that_is_withdrawn_hides_the_name_at_once(office: Office) -> None:
    hilde = an_intermediary()
    part = came(office, "Amal", a_link(hilde)).participation
    secret = opened(hilde)
    known = {"part": part, "kind": ConsentKind.INTERMEDIARY, "today": TODAY, "actor": ACTOR}

    def agrees() -> None:
        people.give_consent(**known, text_version="1", language="nl", way=ConsentWay.WEB)  # type: ignore[arg-type]

    agrees()
    assert "Amal" in text_of(page_of(office, secret))
    people.withdraw_consent(**known)  # type: ignore[arg-type]
    page = page_of(office, secret)
    assert "Amal" not in text_of(page)
    assert "Daarom zie je geen namen." in text_of(page)
    agrees()
    assert "Amal" in text_of(page_of(office, secret))


def test_only_those_who_came_through_them(office: Office) -> None:
    hilde, youssef = an_intermediary(), an_intermediary("Youssef")
    came(office, "Amal", a_link(youssef))
    came(office, "Rosa", a_channel())
    came(office, "Ali")
    assert "Nog niemand kwam bij ons via jou." in text_of(page_of(office, opened(hilde)))


def test_a_link_that_ended_still_brought_whom_it_brought(office: Office) -> None:
    hilde = an_intermediary()
    link = a_link(hilde)
    came(office, "Amal", link)
    actions.end_source(source=link, today=TODAY, actor=ACTOR)
    came(office, "Rosa", a_link(hilde))
    assert sorted(one.given_name for one in referrals_of(hilde).named) == ["Amal", "Rosa"]


def test_html_in_a_name_stays_text(office: Office) -> None:
    hilde = an_intermediary("<b>Hilde</b>")
    came(office, "<script>alert(1)</script>", a_link(hilde))
    assert b"<script>alert" not in page_of(office, opened(hilde)).content


def test_three_are_read_as_often_as_one(office: Office) -> None:
    hilde = an_intermediary()
    link, secret = a_link(hilde), opened(hilde)
    counts = []
    for number in range(3):
        registration = came(office, f"Mens {number}", link, accepted=True)
        office.duo(registration.participation)
        page_of(office, secret)
        with CaptureQueriesContext(connection) as seen:
            page_of(office, secret)
        counts.append(len(seen))
    assert counts == [counts[0]] * 3


# ---------- To whom it opens ----------


def test_it_goes_into_no_index_no_cache_and_no_address_of_a_next_page(office: Office) -> None:
    page = page_of(office, opened(an_intermediary()))
    assert page["Referrer-Policy"] == "no-referrer"
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert page["Cache-Control"] == "no-store, private"


def test_looking_changes_nothing(office: Office) -> None:
    """Chat programs fetch a link for a preview."""
    hilde = an_intermediary()
    secret = opened(hilde)
    before = Intermediary.objects.values().get()
    page_of(office, secret)
    Client().head(f"/{office.slug}/partner/{secret}/")
    assert Client().post(f"/{office.slug}/partner/{secret}/").status_code == 405
    assert Intermediary.objects.values().get() == before


def test_what_is_revoked_renewed_or_ended_is_not_there_like_what_never_was(office: Office) -> None:
    hilde, youssef, fatma = an_intermediary(), an_intermediary("Youssef"), an_intermediary("Fatma")
    revoked, renewed, ended = opened(hilde), opened(youssef), opened(fatma)
    actions.revoke_page(intermediary=hilde, actor=ACTOR)
    youssef.refresh_from_db()
    actions.open_page(intermediary=youssef, instead_of=actions.page_mark(youssef), actor=ACTOR)
    actions.end(intermediary=fatma, today=TODAY, actor=ACTOR)
    unknown = page_of(office, "A" * 22)
    assert unknown.status_code == 404
    for secret in (revoked, renewed, ended, hilde.page_hash or "x", "é", "x" * 3000):
        page = page_of(office, secret)
        assert (page.status_code, text_of(page)) == (404, text_of(unknown))


def test_it_opens_under_its_own_initiative_alone(office: Office) -> None:
    secret = opened(an_intermediary())
    other = make_office("gent", "Samen in Gent")
    assert page_of(other, secret).status_code == 404
    assert Client().get(f"/nergens/partner/{secret}/").status_code == 404
    assert page_of(office, secret).status_code == 200


def test_trying_secrets_is_stopped_for_a_whole_network_and_for_no_other(office: Office) -> None:
    secret = opened(an_intermediary())

    def status(address: str, what: str = "wrong") -> int:
        code: int = Client(REMOTE_ADDR=address).get(f"/{office.slug}/partner/{what}/").status_code
        return code

    for number in range(MOST_WRONG):
        assert status(f"192.0.2.{number}") == 404
    assert status("192.0.2.200") == 429
    assert status("192.0.2.201", secret) == 429
    assert status("198.51.100.7", secret) == 200
    for number in range(MOST_WRONG):
        assert status(f"2001:db8::{number:x}") == 404
    assert status("2001:db8::ffff") == 429
    assert status("2001:db8:0:1::1", secret) == 200


def test_reading_ones_own_page_often_is_no_trying(office: Office) -> None:
    secret = opened(an_intermediary())
    assert {page_of(office, secret).status_code for _time in range(MOST_WRONG + 5)} == {200}


def test_material_given_to_them_counts_for_them_when_its_code_says_so(office: Office) -> None:
    hilde = an_intermediary()
    link = a_link(hilde)
    link.material = a_material()
    link.save()
    came(office, "Amal", link)
    assert [one.given_name for one in referrals_of(hilde).named] == ["Amal"]

"""Whom nobody spoke to for two years leaves the register; what came of their work stays counted."""

from datetime import date, datetime, timedelta

import pytest

from samen.base import clock
from samen.base.clock import BRUSSELS
from samen.base.models import AuditLine
from samen.desk.recruiting import Asked, yield_of
from samen.outreach import actions as outreach
from samen.outreach.choices import AgreementPoint, ContactKind
from samen.outreach.forgetting import forget_old
from samen.outreach.models import ContactMoment, HandOut, Intermediary, Material, Registration, Source
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.postgres

DAY = date(2026, 11, 25)
# Two years later, to the day: the last day on which somebody is still kept.
LAST = date(2028, 11, 25)
AFTER = LAST + timedelta(days=1)


@pytest.fixture
def intermediary(office: Office) -> Intermediary:
    """In the register since a year before, to be called no more."""
    card = outreach.Card(name="Leen Vos", organisation="OCMW Deinze", phone="+32470123499")
    return outreach.add_intermediary(card=card, today=DAY.replace(year=2025), actor=ACTOR)


def speak(intermediary: Intermediary, on: date = DAY) -> ContactMoment:
    return outreach.note_contact(
        intermediary=intermediary,
        on=on,
        kind=ContactKind.PHONE,
        note="Alles goed",
        call_again_on=None,
        today=on,
        actor=ACTOR,
    )


def refer(office: Office, source: Source, on: date = DAY) -> Registration:
    return Registration.objects.create(
        initiative=office.initiative,
        participation=office.newcomer(),
        received_at=datetime(on.year, on.month, on.day, 23, tzinfo=BRUSSELS),
        language="nl",
        source=source,
    )


def test_two_years_after_the_last_contact(office: Office, intermediary: Intermediary) -> None:
    speak(intermediary)
    assert forget_old(today=LAST) == 0
    assert forget_old(today=AFTER) == 1
    assert (Intermediary.objects.count(), ContactMoment.objects.count()) == (0, 0)
    line = AuditLine.objects.get(verb="forget_intermediary")
    assert (line.actor, line.subject_id, line.facts) == ("tick", intermediary.pk, {})
    assert forget_old(today=AFTER) == 0


@pytest.mark.parametrize("sign", ["agree", "give", "link", "end"])
def test_each_sign_of_life_counts(office: Office, intermediary: Intermediary, sign: str) -> None:
    flyer = Material.objects.create(
        initiative=office.initiative, name="Flyer", kind="flyer-a5", design="paths"
    )
    known = {"intermediary": intermediary, "today": DAY, "actor": ACTOR}
    if sign == "agree":
        outreach.agree(points=[AgreementPoint.values[0]], **known)
    elif sign == "give":
        outreach.hand_out(material=flyer, number=5, on=DAY, **known)
    elif sign == "link":
        outreach.make_link(**known)
    else:
        outreach.end(**known)
    assert (forget_old(today=LAST), forget_old(today=AFTER)) == (0, 1)
    assert HandOut.objects.count() == 0


def test_whoever_still_refers_stays(office: Office, intermediary: Intermediary) -> None:
    source = outreach.make_link(intermediary=intermediary, today=DAY.replace(year=2025), actor=ACTOR)
    refer(office, source)
    assert (forget_old(today=LAST), forget_old(today=AFTER)) == (0, 1)


def test_whoever_is_still_to_be_called_stays(office: Office, intermediary: Intermediary) -> None:
    speak(intermediary)
    outreach.call_again(intermediary=intermediary, on=AFTER, actor=ACTOR)
    assert (forget_old(today=AFTER), forget_old(today=AFTER + timedelta(days=1))) == (0, 1)


def test_with_whom_nobody_ever_spoke_goes_two_years_after_coming_in(
    office: Office, intermediary: Intermediary
) -> None:
    outreach.call_again(intermediary=intermediary, on=DAY, actor=ACTOR)
    assert (forget_old(today=LAST), forget_old(today=AFTER)) == (0, 1)


def test_without_any_day_the_log_tells(office: Office, intermediary: Intermediary) -> None:
    outreach.call_again(intermediary=intermediary, on=None, actor=ACTOR)
    today = clock.today()
    assert forget_old(today=today + timedelta(days=729)) == 0
    assert forget_old(today=today + timedelta(days=733)) == 1


def test_what_came_stays_counted_without_the_name(office: Office, intermediary: Intermediary) -> None:
    source = outreach.make_link(intermediary=intermediary, today=DAY, actor=ACTOR)
    refer(office, source)
    asked = Asked(first=DAY, last=DAY)
    before = yield_of(asked)
    assert forget_old(today=AFTER) == 1
    after = yield_of(asked)
    assert after.sum == before.sum
    (part,) = [part for part in after.parts if part.lines]
    assert [(line.name, line.tally.registered) for line in part.lines] == [("OCMW Deinze", 1)]
    assert part.way == next(part.way for part in before.parts if part.lines)
    source.refresh_from_db()
    assert (source.label, source.intermediary_id) == ("OCMW Deinze", None)
    client = office.client()
    for path in (f"sources/{source.pk}/", "recruiting/", "sources/"):
        assert client.get(office.url(path), follow=True).status_code == 200


def test_whoever_had_no_organisation_leaves_no_name(office: Office) -> None:
    card = outreach.Card(name="Leen Vos", phone="+32470123499")
    intermediary = outreach.add_intermediary(card=card, today=DAY, actor=ACTOR)
    outreach.make_link(intermediary=intermediary, today=DAY, actor=ACTOR)
    forget_old(today=AFTER)
    assert Source.objects.get().label == "een tussenpersoon van vroeger"

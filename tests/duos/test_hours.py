"""The hours of a newcomer for the participation trajectory, and the certificate (R92-R96)."""

import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as some
from pypdf import PdfReader

from samen.base import clock
from samen.base.errors import RuleBroken
from samen.base.models import AuditLine
from samen.base.scoping import scope
from samen.duos import hours_actions
from samen.duos.choices import ClosingReason
from samen.duos.forms import ElsewhereForm
from samen.duos.hours_actions import Certificate
from samen.duos.hours_queries import hours_of, short_of_hours
from samen.duos.models import Duo, HoursElsewhere, Trajectory
from samen.duos.queries import live_duos
from samen.duos.rules import HOURS_NEEDED, add_months, hours_at_end, hours_fall_short
from samen.initiatives.actions import count_hours
from samen.initiatives.choices import Role as StaffRole
from tests.support.initiative import ACTOR, Office, close_duo, make_office

START = date(2026, 1, 1)
ROW = {"what": "repaircafé", "hours": "2,5", "on": "2026-01-10"}

amounts = some.decimals(0, 500, places=1)
spans = some.tuples(some.integers(180, 366), some.integers(0, 500)).map(
    lambda pair: {
        "starts_on": START,
        "ends_on": START + timedelta(days=pair[0]),
        "today": START + timedelta(days=pair[1]),
    }
)


@pytest.fixture
def duo(office: Office) -> Duo:
    count_hours(initiative=office.initiative, counts=True, actor=ACTOR)
    return office.duo(started_days=300, met_days_ago=[10, 100])


@pytest.fixture
def client(office: Office) -> Client:
    return office.client()


def url(office: Office, duo: Duo, step: str = "") -> str:
    return office.url(f"duos/{duo.pk}/hours/{step}")


def text(answer: HttpResponse) -> str:
    return answer.content.decode()


def add(duo: Duo, hours: str = "10", days_ago: int = 1) -> HoursElsewhere:
    today = clock.today()
    return hours_actions.add_elsewhere(
        duo=duo,
        what="koor",
        hours=Decimal(hours),
        on=today - timedelta(days=days_ago),
        today=today,
        actor=ACTOR,
    )


def keep(duo: Duo, **known: object) -> Trajectory:
    return hours_actions.keep_certificate(
        duo=duo,
        certificate=Certificate(**known),  # type: ignore[arg-type]
        today=clock.today(),
        actor=ACTOR,
    )


# ---------- Rules ----------


@pytest.mark.pure
@given(met=amounts, beside=amounts, span=spans)
def test_the_end_never_brings_less_than_there_is(
    met: Decimal, beside: Decimal, span: dict[str, date]
) -> None:
    assert hours_at_end(met=met, beside=beside, **span) >= met + beside - Decimal("0.0001")


@pytest.mark.pure
@given(met=amounts, beside=amounts, span=spans)
def test_after_the_period_the_end_is_what_there_is(
    met: Decimal, beside: Decimal, span: dict[str, date]
) -> None:
    over = {**span, "today": span["ends_on"]}
    assert hours_at_end(met=met, beside=beside, **over) == met + beside


@pytest.mark.pure
def test_halfway_the_pace_doubles_the_hours_of_the_duo_alone() -> None:
    span = {"starts_on": START, "ends_on": START + timedelta(days=200), "today": START + timedelta(days=100)}
    assert hours_at_end(met=Decimal(15), beside=Decimal(5), **span) == 35
    assert hours_at_end(met=Decimal(15), beside=Decimal(5), **{**span, "today": START}) == 20


@pytest.mark.pure
@given(at_end=amounts, span=spans)
def test_nobody_is_warned_early_or_with_enough(at_end: Decimal, span: dict[str, date]) -> None:
    short = hours_fall_short(at_end=at_end, **span)
    past, whole = (span[name] - START for name in ("today", "ends_on"))
    assert short == (past >= whole * 2 / 3 and at_end < HOURS_NEEDED)


# ---------- Sums ----------


@pytest.mark.django_db
def test_hours_of_every_duo_and_elsewhere_together(office: Office, duo: Duo) -> None:
    with scope(office.initiative.pk):
        add(duo, "2.5")
        close_duo(duo, ClosingReason.MOVED, clock.today())
        later = office.duo(duo.newcomer, office.coach(), started_days=0)
        office.meeting(later, clock.today())
        hours = hours_of([later], clock.today())[later.pk]
        assert (hours.here, hours.earlier, hours.elsewhere) == (2, 4, Decimal("2.5"))
        assert hours.total == Decimal("8.5")
        assert not hours.is_enough


def test_who_needs_no_hours_gets_no_warning(office: Office, duo: Duo) -> None:
    assert short_of_hours([duo], clock.today())
    keep(duo, obligation="not_applicable")
    assert short_of_hours([duo], clock.today()) == []


# ---------- Actions ----------


@pytest.mark.parametrize("hours", ["0.4", "0", "-1", "500.1"])
def test_hours_within_reason(office: Office, duo: Duo, hours: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        add(duo, hours)
    assert refused.value.code == "hours"


def test_no_hours_of_tomorrow(office: Office, duo: Duo) -> None:
    with pytest.raises(RuleBroken):
        add(duo, days_ago=-1)


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ({"asked_on": -1}, "in_the_future"),
        ({"handed_over_on": 1}, "not_signed"),
        ({"asked_on": 1, "signed_on": 2}, "order"),
        ({"signed_on": 1, "handed_over_on": 2}, "order"),
    ],
)
def test_the_days_of_the_certificate_follow_each_other(
    office: Office, duo: Duo, days: dict[str, int], code: str
) -> None:
    known = {name: clock.today() - timedelta(days=ago) for name, ago in days.items()}
    with pytest.raises(RuleBroken) as refused:
        keep(duo, **known)
    assert refused.value.code == code


@pytest.mark.postgres
@pytest.mark.parametrize("hours", [Decimal("0.4"), Decimal("500.1")])
def test_the_database_refuses_them_too(office: Office, duo: Duo, hours: Decimal) -> None:
    row = add(duo)
    with pytest.raises(IntegrityError), transaction.atomic():
        HoursElsewhere.objects.filter(pk=row.pk).update(hours=hours)
    with pytest.raises(IntegrityError), transaction.atomic():
        Trajectory.objects.update(handed_over_on=clock.today())


def test_they_go_a_year_after_the_last_duo(office: Office, duo: Duo) -> None:
    today = clock.today()
    add(duo)
    assert hours_actions.forget_old(today=add_months(today, 40)) == 0
    close_duo(duo, ClosingReason.MOVED, today)
    assert hours_actions.forget_old(today=add_months(today, 12)) == 0
    assert hours_actions.forget_old(today=add_months(today, 12) + timedelta(days=3)) == 1
    assert not HoursElsewhere.objects.exists()


# ---------- The page ----------


def test_the_page_tells_what_counts(office: Office, duo: Duo, client: Client) -> None:
    add(duo, "2.5")
    page = text(client.get(url(office, duo)))
    for words in ("6,5 van 40 uur", "koor", "Dat is minder dan 40 uur.", "Meedoen blijft vrij"):
        assert words in page
    for path in (f"duos/{duo.pk}/", ""):
        assert "Bekijk de uren" in text(client.get(office.url(path)))
        assert "Bekijk de uren" not in text(office.client(StaffRole.READER).get(office.url(path)))


def test_the_queries_of_today_do_not_grow_with_the_duos(office: Office, duo: Duo) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            short_of_hours(list(live_duos()), clock.today())
        return len(asked)

    before = count()
    for name in ("Sami", "Tine", "Els"):
        add(office.duo(office.newcomer(name), office.coach(name), started_days=300, met_days_ago=[5]))
    assert count() == before
    assert len(short_of_hours(list(live_duos()), clock.today())) == 4


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("hours", ["2,5", "2.5"])
def test_a_comma_and_a_point_are_the_same(language: str, hours: str) -> None:
    with override(language):
        form = ElsewhereForm({**ROW, "hours": hours})
        assert form.is_valid()
        assert form.cleaned_data["hours"] == Decimal("2.5")


def test_hours_come_and_go(office: Office, duo: Duo, client: Client) -> None:
    answer = client.post(url(office, duo, "add/"), {**ROW, "on": clock.today().isoformat()}, follow=True)
    assert "De uren tellen mee." in text(answer)
    row = HoursElsewhere.objects.get()
    assert (row.what, row.hours) == ("repaircafé", Decimal("2.5"))
    client.post(url(office, duo, f"{row.pk}/remove/"))
    assert not HoursElsewhere.objects.exists()
    assert AuditLine.objects.filter(verb__in=("add_hours", "remove_hours")).count() == 2


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"hours": "veel"}, "Voer een getal in"),
        ({"hours": "0,1"}, "Kies een aantal tussen een half uur en 500 uur."),
        ({"hours": "9999"}, "Er klopt nog iets niet"),
        ({"what": ""}, "Er klopt nog iets niet"),
        ({"what": "x" * 121}, "Er klopt nog iets niet"),
        ({"what": "a\x00b"}, "Er klopt nog iets niet"),
        ({"on": "2999-01-01"}, "Die dag moet nog komen."),
        ({"on": "morgen"}, "Er klopt nog iets niet"),
    ],
)
def test_what_is_wrong_is_told_at_the_box(
    office: Office, duo: Duo, client: Client, changes: dict[str, str], sentence: str
) -> None:
    answer = client.post(url(office, duo, "add/"), {**ROW, **changes})
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert not HoursElsewhere.objects.exists()


def test_the_certificate_is_followed(office: Office, duo: Duo, client: Client) -> None:
    today = clock.today().isoformat()
    known = {"obligation": "obliged", "counsellor": "Els", "asked_on": today, "signed_on": today}
    assert "Dat is bewaard." in text(client.post(url(office, duo), known, follow=True))
    kept = Trajectory.objects.get()
    assert (kept.obligation, kept.counsellor, kept.handed_over_on) == ("obliged", "Els", None)
    refused = client.post(url(office, duo), {**known, "signed_on": "", "handed_over_on": today})
    assert refused.status_code == 422
    assert "Vul eerst in wanneer het bewijs getekend werd." in text(refused)


def test_the_paper_holds_the_hours_of_the_duo_alone(office: Office, duo: Duo, client: Client) -> None:
    add(duo, "2.5")
    keep(duo, counsellor="Els Maes")
    answer = client.get(office.url(f"duos/{duo.pk}/participation.pdf"))
    (page,) = PdfReader(io.BytesIO(answer.content)).pages
    said = " ".join(page.extract_text().split())
    for words in ("Bewijs van deelname", "Amal Saleh", "Els Maes", "Aantal uren 4", "Geef het aan jouw"):
        assert words in said
    assert "bewijs%20van%20deelname%20Amal%20Bart.pdf" in answer["Content-Disposition"]


def test_no_paper_for_whom_it_does_not_apply_or_who_never_met(
    office: Office, duo: Duo, client: Client
) -> None:
    keep(duo, obligation="not_applicable")
    answer = client.get(office.url(f"duos/{duo.pk}/participation.pdf"), follow=True)
    assert "niet van toepassing" in text(answer)
    other = office.duo(office.newcomer("Sami"), office.coach("Tine"))
    answer = client.get(office.url(f"duos/{other.pk}/participation.pdf"), follow=True)
    assert "Er staat geen ontmoeting." in text(answer)


# ---------- Who, and where ----------


def test_an_initiative_that_counts_no_hours_has_no_such_page(
    office: Office, duo: Duo, client: Client
) -> None:
    row = add(duo)
    client.post(office.url("settings/hours/"), {})
    for path in ("hours/", "participation.pdf"):
        assert client.get(office.url(f"duos/{duo.pk}/{path}")).status_code == 404
    for step in ("", "add/", f"{row.pk}/remove/"):
        assert client.post(url(office, duo, step), ROW).status_code == 404
    assert "hours/" not in text(client.get(office.url(f"duos/{duo.pk}/")))
    client.post(office.url("settings/hours/"), {"counts": "1"})
    assert client.get(url(office, duo)).status_code == 200
    assert AuditLine.objects.filter(verb="count_hours").count() == 3


def test_only_who_follows_duos_here(office: Office, duo: Duo) -> None:
    row = add(duo)
    assert office.client(StaffRole.READER).get(url(office, duo)).status_code == 403
    other = make_office("gent", "Samen in Gent")
    count_hours(initiative=other.initiative, counts=True, actor=ACTOR)
    assert other.client().get(url(other, duo)).status_code == 404
    theirs = office.duo(office.newcomer("Sami"), office.coach("Tine"))
    assert office.client().post(url(office, theirs, f"{row.pk}/remove/")).status_code == 404


@pytest.mark.django_db
def test_nobody_without_duos_changes_the_setting(office: Office) -> None:
    assert office.client(StaffRole.ASSISTANT).post(office.url("settings/hours/")).status_code == 403

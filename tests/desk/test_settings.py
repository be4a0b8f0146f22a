"""How the initiative shows itself."""

import io
from datetime import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from PIL import Image

from samen.base.models import AuditLine
from samen.files.models import Picture
from samen.initiatives.choices import Role as StaffRole
from samen.initiatives.models import Initiative
from tests.support.initiative import Office

pytestmark = pytest.mark.postgres

FORM = {
    "name": "Samen in Deinze",
    "organisation": "Stad Deinze",
    "contact_phone": "09 211 00 34",
    "contact_email": "griet@deinze.example",
    "area": "9800, 9850;9870",
    "colour": "#005F73",
}


@pytest.fixture
def client(office: Office) -> Client:
    return office.client()


def png() -> SimpleUploadedFile:
    stream = io.BytesIO()
    Image.new("RGB", (30, 20)).save(stream, "PNG")
    return SimpleUploadedFile("logo.png", stream.getvalue())


def test_contact_area_and_colour(office: Office, client: Client) -> None:
    client.post(office.url("settings/"), FORM)
    office.initiative.refresh_from_db()
    assert office.initiative.contact_phone == "+3292110034"
    assert office.initiative.area == ["9800", "9850", "9870"]
    assert office.initiative.colour == "#005f73"
    assert "9800, 9850, 9870" in client.get(office.url("settings/")).content.decode()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": ""}, "Naam van jullie initiatief"),
        ({"contact_phone": "09 21"}, "is geen telefoonnummer"),
        ({"contact_email": "griet@"}, "is geen e-mailadres"),
        ({"area": "9800, 0001"}, "Deze postcodes bestaan niet: 0001."),
        ({"colour": "url(x)"}, "Kies een kleur uit de lijst"),
        ({"contact_hours": "x" * 10_000}, "tekens"),
    ],
)
def test_refusals_keep_what_was_typed(
    office: Office, client: Client, changes: dict[str, str], sentence: str
) -> None:
    answer = client.post(office.url("settings/"), {**FORM, "contact_place": "Markt 1", **changes})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "Markt 1" in answer.content.decode()
    office.initiative.refresh_from_db()
    assert office.initiative.contact_place == ""


def test_the_page_opens_only_with_a_way_to_reach_somebody(office: Office, client: Client) -> None:
    refused = client.post(office.url("settings/open/"), {"open": "1"})
    assert refused.status_code == 409
    assert "Vul eerst een telefoonnummer of een e-mailadres in." in refused.content.decode()
    client.post(office.url("settings/"), FORM)
    client.post(office.url("settings/open/"), {"open": "1"})
    assert Client().get("/deinze/").status_code == 200
    client.post(office.url("settings/open/"), {"open": "0"})
    assert Client().get("/deinze/").status_code == 404


def test_the_four_rules_carry_the_name(office: Office, client: Client) -> None:
    client.post(office.url("settings/rules/"), {"do": "accept", "name": "1"})
    office.initiative.refresh_from_db()
    assert office.initiative.carries_programme_name
    client.post(office.url("settings/rules/"), {"do": "leave", "name": "1"})
    office.initiative.refresh_from_db()
    assert (office.initiative.ground_rules_accepted_on, office.initiative.carries_programme_name) == (
        None,
        False,
    )


def test_a_logo_is_put_and_taken_away(office: Office, client: Client) -> None:
    client.post(office.url("settings/picture/logo/"), {"file": png()})
    assert (Picture.objects.get().width, Picture.objects.get().media_type) == (30, "image/png")
    client.post(office.url("settings/picture/logo/"), {"file": png()})
    assert Picture.objects.count() == 1
    client.post(office.url("settings/picture/logo/remove/"))
    assert not Picture.objects.exists()
    assert client.post(office.url("settings/picture/keys/"), {"file": png()}).status_code == 404


@pytest.mark.parametrize("content", [b"", b"<svg/>", b"MZ\x90"])
def test_what_is_no_picture_is_told_at_the_field(office: Office, client: Client, content: bytes) -> None:
    file = SimpleUploadedFile("logo.png", content)
    answer = client.post(office.url("settings/picture/logo/"), {"file": file})
    assert answer.status_code == 422
    assert "Dit is geen foto die wij kunnen lezen." in answer.content.decode()
    empty = client.post(office.url("settings/picture/logo/"))
    assert "Kies eerst een bestand." in empty.content.decode()


def test_only_the_coordinator_changes_this(office: Office) -> None:
    for role in (StaffRole.ASSISTANT, StaffRole.READER):
        assert office.client(role).get(office.url("settings/")).status_code == 403


def test_each_change_leaves_a_line(office: Office, client: Client) -> None:
    client.post(office.url("settings/"), FORM)
    client.post(office.url("settings/open/"), {"open": "1"})
    assert list(
        AuditLine.objects.filter(verb__in=("present", "open_page")).values_list("verb", flat=True)
    ) == [
        "present",
        "open_page",
    ]


def test_the_hours_at_night(office: Office, client: Client) -> None:
    page = client.get(office.url("settings/")).content.decode()
    assert ('value="21:00"' in page, 'value="08:00"' in page) == (True, True)
    answer = client.post(office.url("settings/quiet/"), {"begin": "18:00", "end": "11:59"}, follow=True)
    assert "De stille uren zijn bewaard." in answer.content.decode()
    office.initiative.refresh_from_db()
    assert (office.initiative.quiet_from, office.initiative.quiet_until) == (time(18), time(11, 59))
    line = AuditLine.objects.get(verb="keep_quiet")
    assert line.facts == {"begin": "18:00", "end": "11:59"}


@pytest.mark.parametrize(
    ("begin", "end", "sentence"),
    [
        ("17:59", "08:00", "Kies een uur tussen 18 uur en middernacht."),
        ("00:00", "08:00", "Kies een uur tussen 18 uur en middernacht."),
        ("21:00", "12:00", "Kies een uur van 6 uur af en voor 12 uur. Zo is het minstens zes uur stil."),
        ("21:00", "05:59", "Kies een uur van 6 uur af en voor 12 uur. Zo is het minstens zes uur stil."),
        ("", "08:00", "Stil vanaf"),
        ("21:00", "25:00", "Stil tot"),
        ("nonsense", "08:00", "tijd"),
    ],
)
def test_a_night_that_is_none_is_refused_at_its_field(
    office: Office, client: Client, begin: str, end: str, sentence: str
) -> None:
    answer = client.post(office.url("settings/quiet/"), {"begin": begin, "end": end})
    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    assert f'value="{begin}"' in answer.content.decode() or not begin
    assert 'aria-invalid="true"' in answer.content.decode()
    office.initiative.refresh_from_db()
    assert (office.initiative.quiet_from, office.initiative.quiet_until) == (time(21), time(8))


@pytest.mark.parametrize(("begin", "end"), [(time(17), time(8)), (time(21), time(5)), (time(21), time(12))])
def test_the_database_keeps_a_night(office: Office, begin: time, end: time) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Initiative.objects.update(quiet_from=begin, quiet_until=end)


DAYS = {"rhythm": "14", "first_check_in": "14", "second_check_in": "42", "closing_talk": "21"}


def test_the_follow_up_of_duos(office: Office, client: Client) -> None:
    page = client.get(office.url("settings/follow-up/")).content.decode()
    assert [f'value="{days}"' in page for days in ("14", "42", "21")] == [True] * 3
    answer = client.post(office.url("settings/follow-up/"), {**DAYS, "rhythm": "21"}, follow=True)
    assert "De opvolging is bewaard." in answer.content.decode()
    assert "Jullie ritme is 21 dagen: ruimer dan het programma vraagt." in answer.content.decode()
    assert "Jullie ritme is 21 dagen." in client.get(office.url("settings/")).content.decode()
    refused = client.post(office.url("settings/rules/"), {"do": "accept", "name": "1"})
    assert (refused.status_code, "hoogstens 14 dagen" in refused.content.decode()) == (409, True)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"rhythm": "61"}, "Kies een ritme van 1 tot 60 dagen."),
        ({"rhythm": ""}, "Vul een aantal dagen in."),
        ({"rhythm": "\x00"}, "Vul een aantal dagen in, zonder letters."),
        ({"first_check_in": "9" * 9999}, "Vul een aantal dagen in, zonder letters."),
        ({"first_check_in": "99999999999999999999"}, "Kies 1 tot 60 dagen na de start."),
        ({"second_check_in": "14"}, "Dit komt na de eerste keer en voor de helft."),
        ({"closing_talk": "-3"}, "Kies 7 tot 84 dagen voor het einde."),
    ],
)
def test_days_that_cannot_be_are_told_at_their_field(
    office: Office, client: Client, changes: dict[str, str], sentence: str
) -> None:
    answer = client.post(office.url("settings/follow-up/"), {**DAYS, "closing_talk": "35", **changes})
    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    assert 'aria-invalid="true"' in answer.content.decode()
    office.initiative.refresh_from_db()
    assert office.initiative.closing_talk_days == 21


def test_what_a_loose_rhythm_costs_is_told_before_it_is_kept(office: Office, client: Client) -> None:
    client.post(office.url("settings/rules/"), {"do": "accept", "name": "1"})
    loose = {**DAYS, "rhythm": "28"}
    answer = client.post(office.url("settings/follow-up/"), loose)
    assert (answer.status_code, "Dit is nog niet bewaard." in answer.content.decode()) == (422, True)
    assert 'value="28"' in answer.content.decode()
    office.initiative.refresh_from_db()
    assert (office.initiative.rhythm_days, office.initiative.carries_programme_name) == (14, True)
    client.post(office.url("settings/follow-up/"), {**loose, "gives_up_name": "1"})
    office.initiative.refresh_from_db()
    assert (office.initiative.rhythm_days, office.initiative.carries_programme_name) == (28, False)

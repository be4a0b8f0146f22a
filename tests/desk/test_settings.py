"""How the initiative shows itself."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from samen.base.models import AuditLine
from samen.files.models import Picture
from samen.initiatives.choices import Role as StaffRole
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

"""The agreement: signed on a screen, on paper or on an own page; once, and only a paper is kept."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from samen.base import clock
from samen.base.scoping import scope
from samen.duos.choices import SignedWay
from samen.duos.models import Duo, Signature
from samen.duos.signature_actions import Signed, sign
from samen.duos.signature_queries import unsigned
from samen.files.models import Scan
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.django_db
TODAY = clock.today()


@pytest.fixture
def duo(office: Office) -> Duo:
    return office.duo(started_days=20)


def paper(office: Office, duo: Duo, content: bytes, name: str = "blad.pdf", **known: object) -> int:
    sent = {"on": TODAY, "scan": SimpleUploadedFile(name, content), **known}
    url = office.url(f"duos/{duo.pk}/sign/coach/paper/")
    return office.client().post(url, sent).status_code


def photo() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (40, 30), "white").save(stream, "JPEG")
    return stream.getvalue()


def test_on_the_screen_with_a_name_and_a_yes(office: Office, duo: Duo) -> None:
    client, url = office.client(), office.url(f"duos/{duo.pk}/sign/newcomer/")
    page = client.get(url).content.decode()
    assert "De vier regels" in page
    assert client.post(url, {"name": "Amal"}).status_code == 422
    assert client.post(url, {"agrees": "on", "name": "  "}).status_code == 422
    assert client.post(url, {"agrees": "on", "name": "Amal Saleh"}).status_code == 302
    signature = Signature.objects.get()
    assert (signature.by_role, signature.way, signature.name) == ("newcomer", SignedWay.SCREEN, "Amal Saleh")
    assert client.post(url, {"agrees": "on", "name": "Amal Saleh"}).status_code == 409
    assert "Laat Bart tekenen" in client.get(office.url(f"duos/{duo.pk}/")).content.decode()


def test_on_paper_with_a_scan_that_only_the_desk_fetches(office: Office, duo: Duo) -> None:
    assert paper(office, duo, b"%PDF-1.7 getekend") == 302
    signature = Signature.objects.get()
    url = office.url(f"duos/{duo.pk}/signatures/{signature.pk}/")
    answer = office.client().get(url)
    assert (answer.content, answer["Content-Type"]) == (b"%PDF-1.7 getekend", "application/pdf")
    assert answer["Content-Disposition"].startswith("attachment;")
    assert Client().get(url).status_code == 302
    office.client().post(f"{url}undo/")
    assert not Signature.objects.exists()
    assert not Scan.objects.exists()


def test_a_photo_is_drawn_anew(office: Office, duo: Duo) -> None:
    assert paper(office, duo, photo(), "blad.jpg") == 302
    assert Scan.objects.get().media_type == "image/jpeg"


@pytest.mark.parametrize(
    "content", [b"MZ program", b"<script>alert(1)</script>", b"%PDF-" + b"0" * 9_000_000]
)
def test_what_is_no_paper_is_refused_at_the_field(office: Office, duo: Duo, content: bytes) -> None:
    assert paper(office, duo, content) == 422
    assert not Signature.objects.exists()


def test_nobody_signs_tomorrow(office: Office, duo: Duo) -> None:
    assert paper(office, duo, photo(), on=TODAY + timedelta(days=1)) == 422


def test_who_did_not_sign_after_two_weeks(office: Office, duo: Duo) -> None:
    with scope(office.initiative.pk):
        fresh = office.duo(started_days=14)
        assert unsigned(TODAY) == []
        signed = Signed(on=TODAY, way=SignedWay.PAPER)
        sign(duo=fresh, by_role="coach", signed=signed, today=TODAY, actor=ACTOR)
        assert unsigned(TODAY) == [duo]
        assert unsigned(TODAY + timedelta(days=1)) == [duo, fresh]
        Duo.objects.filter(pk=duo.pk).update(rules_told_on=None)
        assert unsigned(TODAY) == []

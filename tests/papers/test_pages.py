"""The desk's pages about papers: what is shown, kept, refused and never kept."""

import re
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from django.http import HttpResponse
from django.test import Client
from pypdf import PdfReader
from pytest_django import Settings

from samen.base import clock
from samen.base.models import AuditLine
from samen.duos.models import Duo
from samen.initiatives.actions import follow_duos
from samen.initiatives.choices import Role as StaffRole
from samen.initiatives.rules import FollowUp
from samen.matching import actions as matching
from samen.matching.choices import Answer
from samen.messaging.models import OutboxMessage
from samen.papers import actions, queries
from samen.papers.choices import ClearanceStatus as S
from samen.papers.choices import Duty, Situation
from samen.papers.models import Clearance, NoteReceipt, OrganisationNote
from samen.people.choices import Role
from samen.people.models import Participation
from samen.rulebook.choices import Key
from samen.rulebook.models import Rule
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.django_db

TODAY = clock.today()
PERIOD = {"months": "6", "rules_told": "on", "why": "proef"}
NO = {"unemployment_office": "no", "health_fund": "no", "social_welfare": "no", "reception": "no"}
DECLARATION = {
    "written_in": "nl",
    "what": "Samen wandelen & praten",
    "where": "In Deinze",
    "how_often": "Elke week",
    "hours": "Twee uur",
    "starts_on": "2026-12-01",
    "money": "Gratis",
}


@pytest.fixture
def coach(office: Office) -> Participation:
    return office.coach("Karel Claes", email="karel@example.org", written_language="ar")


@pytest.fixture
def client(office: Office) -> Client:
    return office.client()


def text(answer: HttpResponse) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", answer.content.decode()).split())


def pdf_text(answer: HttpResponse) -> str:
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    return " ".join(
        " ".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages).split()
    )


def of(office: Office, part: Participation, path: str = "") -> str:
    return office.url(f"people/{part.pk}/papers/{path}")


def tell(coach: Participation, duty: Duty = Duty.ASK, *, tacit: bool = False) -> Clearance:
    return actions.tell_duty(
        part=coach, duty=duty, has_tacit_term=tacit, language="nl", now=clock.now(), actor=ACTOR
    )


def file(coach: Participation, duty: Duty = Duty.ASK, *, tacit: bool = False) -> Clearance:
    clearance = tell(coach, duty, tacit=tacit)
    actions.note_filed(clearance=clearance, filed_on=TODAY, today=TODAY, actor=ACTOR)
    return Clearance.objects.get(pk=clearance.pk)


# ---------- Asking and telling ----------


@pytest.mark.parametrize(
    ("answers", "status", "tacit", "sentence"),
    [
        ({}, S.NONE_NEEDED, False, "Karel hoeft niets te doen."),
        ({"unemployment_office": "yes"}, S.MUST_NOTIFY, True, "Karel moet het eerst melden. Zeg het nu."),
        ({"social_welfare": "yes"}, S.MUST_NOTIFY, False, "Karel moet het eerst melden. Zeg het nu."),
        ({"health_fund": "yes"}, S.MUST_ASK, False, "Karel moet het eerst vragen. Zeg het nu."),
        ({"health_fund": "unsure"}, S.MUST_ASK, False, "Karel moet het eerst vragen. Zeg het nu."),
    ],
)
def test_what_follows_is_kept_and_the_answers_are_not(
    office: Office,
    client: Client,
    coach: Participation,
    answers: dict[str, str],
    status: S,
    tacit: bool,
    sentence: str,
) -> None:
    answer = client.post(of(office, coach, "ask/"), {**NO, **answers}, follow=True)
    assert sentence in text(answer)
    clearance = queries.clearance_of(coach)
    assert clearance
    assert (clearance.status, clearance.has_tacit_term) == (status, tacit)
    assert not any("fund" in str(line.facts) for line in AuditLine.objects.all())


def test_each_question_is_answered(office: Office, client: Client, coach: Participation) -> None:
    answer = client.post(of(office, coach, "ask/"), {**NO, "health_fund": "", "reception": "misschien"})
    assert answer.status_code == 422
    assert "Kies ook een antwoord over het ziekenfonds." in text(answer)
    assert "Selecteer een geldige keuze." in text(answer)
    assert answer.content.decode().count("checked") == 2
    assert not Clearance.objects.exists()


def test_telling_keeps_the_language_and_writes(office: Office, client: Client, coach: Participation) -> None:
    client.post(of(office, coach, "ask/"), {**NO, "health_fund": "yes"})
    page = client.get(of(office, coach, "told/")).content.decode()
    assert '<option value="ar" selected>' in page
    client.post(of(office, coach, "told/"), {"language": "ar", "write": "on"})
    clearance = queries.clearance_of(coach)
    assert clearance
    assert (clearance.status, clearance.language) == (S.TOLD, "ar")
    assert OutboxMessage.objects.get().kind == "benefit_ask"


def test_telling_without_a_message(office: Office, client: Client, coach: Participation) -> None:
    client.post(of(office, coach, "ask/"), {**NO, "social_welfare": "yes"})
    client.post(of(office, coach, "told/"), {"language": "nl"})
    assert not OutboxMessage.objects.exists()
    answer = client.post(of(office, coach, "told/"), {"language": "xx"})
    assert (answer.status_code, "Selecteer een geldige keuze." in text(answer)) == (422, True)


@pytest.mark.parametrize("step", ["told/", "filed/", "answer/"])
def test_who_was_never_asked_is_asked_first(
    office: Office, client: Client, coach: Participation, step: str
) -> None:
    answer = client.get(of(office, coach, step))
    assert (answer.status_code, answer["Location"]) == (302, of(office, coach, "ask/"))


# ---------- Filing and answering ----------


def test_the_page_shows_until_when_the_office_may_answer(
    office: Office, client: Client, coach: Participation
) -> None:
    tell(coach, Duty.NOTIFY, tacit=True)
    client.post(of(office, coach, "filed/"), {"filed_on": TODAY.isoformat()})
    page = text(client.get(of(office, coach)))
    assert "Dit is in orde: een duo mag starten." in page
    assert "De RVA kan antwoorden tot en met" in page


@pytest.mark.parametrize(
    ("step", "data", "box", "sentence"),
    [
        ("filed/", {"filed_on": "2999-01-01"}, "filed_on", "Die dag moet nog komen."),
        ("filed/", {"filed_on": "gisteren"}, "filed_on", "geldige datum"),
        ("filed/", {}, "filed_on", "Dit veld is verplicht."),
        (
            "answer/",
            {"answer": "accepted", "answered_on": "2020-01-01"},
            "answered_on",
            "Ingediend werd er op",
        ),
        ("answer/", {"answer": "accepted", "answered_on": "2999-01-01"}, "answered_on", "moet nog komen"),
        (
            "answer/",
            {"answer": "limited", "answered_on": "@"},
            "limited_to",
            "Schrijf welke uren of taken mogen.",
        ),
        ("answer/", {"answer": "tacit", "answered_on": "@"}, "answer", "Selecteer een geldige keuze."),
        ("answer/", {"answer": "limited", "limited_to": "x" * 201}, "limited_to", "Zorg dat deze waarde"),
        ("note/", {"way": "paper", "language": "nl", "given_on": "2999-01-01"}, "given_on", "moet nog komen"),
        ("note/", {"way": "post", "language": "nl", "given_on": "@"}, "way", "Selecteer een geldige keuze."),
        ("declaration/", {**DECLARATION, "what": ""}, "what", "Dit veld is verplicht."),
        ("declaration/", {**DECLARATION, "written_in": "en"}, "written_in", "Selecteer een geldige keuze."),
    ],
)
def test_what_cannot_be_kept_is_told_at_its_box(
    office: Office,
    client: Client,
    coach: Participation,
    step: str,
    data: dict[str, str],
    box: str,
    sentence: str,
) -> None:
    if step == "filed/":
        tell(coach)
    else:
        file(coach)
    before = list(Clearance.objects.values())
    sent = {name: TODAY.isoformat() if value == "@" else value for name, value in data.items()}
    answer = client.post(of(office, coach, step), sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert f'id="id_{box}_error"' in page
    assert list(Clearance.objects.values()) == before
    assert not NoteReceipt.objects.exists()


def test_a_step_that_no_longer_fits_is_told(office: Office, client: Client, coach: Participation) -> None:
    tell(coach)
    answer = client.post(
        of(office, coach, "answer/"), {"answer": "accepted", "answered_on": TODAY.isoformat()}
    )
    assert (answer.status_code, "Die stap past hier niet meer." in text(answer)) == (422, True)
    answer = client.post(of(office, coach, "back/"))
    assert (answer.status_code, "Er is geen stap om terug te nemen." in text(answer)) == (409, True)


def test_without_a_rule_the_page_says_so(office: Office, client: Client, coach: Participation) -> None:
    tell(coach, Duty.NOTIFY, tacit=True)
    Rule.objects.filter(key=Key.UNEMPLOYMENT_ANSWER).delete()
    answer = client.post(of(office, coach, "filed/"), {"filed_on": TODAY.isoformat()})
    assert (answer.status_code, "Een beheerder vult ze aan" in text(answer)) == (422, True)
    sheet = client.get(office.url("papers/sheets/unemployment/nl/"))
    assert (sheet.status_code, "Een beheerder vult ze aan" in text(sheet)) == (409, True)


@pytest.mark.parametrize("answer", [S.ACCEPTED, S.LIMITED, S.REFUSED])
def test_an_answer_is_shown_and_can_be_taken_back(
    office: Office, client: Client, coach: Participation, answer: S
) -> None:
    file(coach)
    data = {"answer": answer, "answered_on": TODAY.isoformat(), "limited_to": "vier uur"}
    page = text(client.post(of(office, coach, "answer/"), data, follow=True))
    assert "Het antwoord is bewaard." in page
    assert "Er is een nieuw antwoord" in page
    assert ("Een duo kan nog niet starten." in page) is (answer == S.REFUSED)
    assert ("Grenzen vier uur" in page) is (answer == S.LIMITED)
    page = text(client.post(of(office, coach, "back/"), follow=True))
    assert "Karel heeft eerst toelating nodig." in page


def test_asked_again(office: Office, client: Client, coach: Participation) -> None:
    clearance = file(coach, Duty.NOTIFY)
    with clock.shifted(timedelta(days=200)):
        client = office.client()
        assert "Er is niets veranderd" in text(client.get(of(office, coach)))
        page = text(client.post(of(office, coach, "same/"), follow=True))
        assert "Dit is in orde: een duo mag starten." in page
    assert Clearance.objects.get(pk=clearance.pk).ask_again_on > clearance.ask_again_on


def test_every_stand_has_a_page(office: Office, client: Client) -> None:
    for duty in Duty:
        noted = office.coach("Noted")
        actions.note_duty(part=noted, duty=duty, has_tacit_term=False, today=TODAY, actor=ACTOR)
        told = office.coach("Told")
        tell(told, duty)
        for part in (noted, told):
            assert client.get(of(office, part)).status_code == 200
            with clock.shifted(timedelta(days=200)):
                assert office.client().get(of(office, part)).status_code == 200


def test_a_look_leaves_a_line(office: Office, client: Client, coach: Participation) -> None:
    client.get(of(office, coach))
    assert not AuditLine.objects.filter(verb="look").exists()
    clearance = tell(coach)
    client.get(of(office, coach))
    line = AuditLine.objects.get(verb="look")
    assert (line.subject_id, line.actor) == (clearance.pk, f"user:{office.user().pk}")


def test_a_newcomer_has_no_duty_but_may_read(office: Office, client: Client) -> None:
    newcomer = office.newcomer("Amal Saleh", written_language="fa")
    page = client.get(of(office, newcomer)).content.decode()
    assert "Een nieuwkomer is geen vrijwilliger" in page
    assert "/papers/sheets/?in=fa" in page
    answer = client.post(of(office, newcomer, "ask/"), NO)
    assert (answer.status_code, "Dit geldt alleen voor coaches." in text(answer)) == (422, True)
    assert not Clearance.objects.exists()


def test_a_reader_sees_no_papers(office: Office, coach: Participation) -> None:
    reader = office.client(StaffRole.READER)
    tell(coach)
    for url in (of(office, coach), office.url("papers/sheets/"), office.url("settings/note/")):
        assert reader.get(url).status_code == 403
    assistant = office.client(StaffRole.ASSISTANT)
    assert [assistant.get(url).status_code for url in (of(office, coach), office.url("settings/note/"))] == [
        200,
        403,
    ]


def test_the_page_asks_the_same_number_of_questions(
    office: Office, client: Client, coach: Participation, django_assert_num_queries: Callable[..., object]
) -> None:
    tell(coach, Duty.NONE)
    client.get(of(office, coach))
    with django_assert_num_queries(12):
        client.get(of(office, coach))
    for duty in (Duty.ASK, Duty.NOTIFY, Duty.ASK):
        tell(coach, duty)
    client.get(of(office, coach))
    with django_assert_num_queries(12):
        client.get(of(office, coach))


# ---------- A duo ----------


def test_a_duo_that_may_not_start_says_why(office: Office, client: Client, coach: Participation) -> None:
    proposal = matching.propose(
        newcomer=office.newcomer(),
        coach=coach,
        score=1.0,
        reasons=[],
        engine_version="1",
        today=TODAY,
        actor=ACTOR,
    )
    for side in Role:
        matching.record_answer(proposal=proposal, side=side, answer=Answer.YES, actor=ACTOR)
    page = client.get(office.url(f"matching/proposals/{proposal.pk}/")).content.decode()
    assert "Vraag Karel nog naar een uitkering." in page
    assert f'href="{of(office, coach)}"' in page
    clearance = tell(coach)
    url, period = office.url(f"matching/proposals/{proposal.pk}/start/"), {**PERIOD, "starts_on": TODAY}
    answer = client.post(url, period)
    assert answer.status_code == 422
    assert text(answer).count("Karel heeft eerst toelating nodig.") == 2
    assert not Duo.objects.exists()
    actions.note_filed(clearance=clearance, filed_on=TODAY, today=TODAY, actor=ACTOR)
    actions.note_answer(clearance=clearance, answer=S.ACCEPTED, answered_on=TODAY, today=TODAY, actor=ACTOR)
    assert client.post(url, period).status_code == 302
    assert Duo.objects.count() == 1


# ---------- The note ----------


def test_the_note_is_given_on_paper(office: Office, client: Client, coach: Participation) -> None:
    data = {"way": "paper", "language": "fr", "given_on": TODAY.isoformat()}
    page = text(client.post(of(office, coach, "note/"), data, follow=True))
    assert "Karel heeft de nota." in page
    assert "heeft versie 1" in page
    office.initiative.contact_phone = "+3293819500"
    office.initiative.save()
    client.post(office.url("settings/note/"), {"legal_form": "ocmw"})
    assert "de nota is veranderd" in text(client.get(of(office, coach)))


def test_reading_writes_no_version(office: Office, client: Client, coach: Participation) -> None:
    for path in (of(office, coach, "note/"), of(office, coach, "note/fr/"), office.url("settings/note/nl/")):
        assert client.get(path).status_code == 200
    assert not OrganisationNote.objects.exists()


def test_the_note_tells_what_the_law_asks(office: Office, client: Client, coach: Participation) -> None:
    words = {
        "legal_form": "municipality",
        "insurance": "Ethias, polis 45.123.456",
        "reimbursement": "De trein, tegen bewijs.",
    }
    page = text(client.post(office.url("settings/note/"), words, follow=True))
    assert "Versie 1 is bewaard." in page
    assert "Er was niets veranderd." in text(client.post(office.url("settings/note/"), words, follow=True))
    note = pdf_text(client.get(of(office, coach, "note/nl/")))
    for told in ("gemeente of stad", "Ethias, polis 45.123.456", "De trein, tegen bewijs.", "Strafwetboek"):
        assert told in note
    assert "Karel Claes" in note
    assert "Karel Claes" not in pdf_text(client.get(office.url("settings/note/nl/")))


def test_a_note_that_is_too_long_is_told(office: Office, client: Client) -> None:
    answer = client.post(office.url("settings/note/"), {"aim": "x" * 601})
    assert (answer.status_code, "Zorg dat deze waarde" in text(answer)) == (422, True)
    assert "x" * 601 in answer.content.decode()


# ---------- Paper to give along ----------


def test_the_declaration_holds_what_was_filled_in_and_keeps_nothing(
    office: Office, client: Client, coach: Participation
) -> None:
    page = client.get(of(office, coach, "declaration/")).content.decode()
    assert "Minstens om de twee weken, zes tot twaalf maanden lang." in page
    follow_duos(initiative=office.initiative, days=FollowUp(rhythm=21), actor=ACTOR, gives_up_name=True)
    assert "Minstens om de 21 dagen" in client.get(of(office, coach, "declaration/")).content.decode()
    before = AuditLine.objects.count()
    answer = client.post(of(office, coach, "declaration/"), DECLARATION)
    paper = pdf_text(answer)
    for told in ("Karel Claes", "Samen wandelen & praten", "1 december 2026", "wet van 3 juli 2005"):
        assert told in paper
    assert AuditLine.objects.count() == before
    assert "no-store" in answer["Cache-Control"]


def test_a_strange_text_stays_a_text(office: Office, client: Client, coach: Participation) -> None:
    strange = '#read("/etc/passwd") *b* $x$ <label> \\ "'
    assert '#read("/etc/passwd") *b* $x$ <label>' in pdf_text(
        client.post(of(office, coach, "declaration/"), {**DECLARATION, "what": strange})
    )


def test_the_list_of_sheets_shows_where_sources_differ(office: Office, client: Client) -> None:
    page = text(client.get(office.url("papers/sheets/?in=ar")))
    assert page.count("De bronnen zeggen niet hetzelfde.") == 3
    assert "‘Vraag de toelating elk jaar opnieuw.’" in page
    for strange in ("?in=xx", "?in=", "?in=%00"):
        assert client.get(office.url(f"papers/sheets/{strange}")).status_code == 200


@pytest.mark.parametrize("situation", list(Situation))
def test_each_sheet_fits_a_page_a_language(office: Office, client: Client, situation: Situation) -> None:
    for language, pages in (("nl", 1), ("uk", 2)):
        answer = client.get(office.url(f"papers/sheets/{situation}/{language}/"))
        assert len(PdfReader(BytesIO(answer.content)).pages) == pages
        assert "Wat doet een coach?" in pdf_text(answer)


def test_the_numbers_on_a_sheet_are_those_of_the_rulebook(office: Office, client: Client) -> None:
    url = office.url("papers/sheets/unemployment/nl/")
    assert "De RVA heeft dan 12 werkdagen" in pdf_text(client.get(url))
    Rule.objects.filter(key=Key.UNEMPLOYMENT_ANSWER).update(value=14)
    assert "De RVA heeft dan 14 werkdagen" in pdf_text(client.get(url))


@pytest.mark.parametrize("path", ["no-such/nl/", "sickness/xx/"])
def test_only_sheets_there_are(office: Office, client: Client, path: str) -> None:
    assert client.get(office.url(f"papers/sheets/{path}")).status_code == 404


def test_no_address_of_a_sheet_names_somebody(office: Office, client: Client, coach: Participation) -> None:
    """The log of a server keeps addresses: who needs the sheet about illness stands in none."""
    page = client.get(of(office, coach)).content.decode()
    links = re.findall(r'href="([^"]*sheets[^"]*)"', page)
    assert links
    assert [link for link in links if str(coach.pk) in link.partition("?")[2] or "people" in link] == []


def test_a_language_without_letters_on_paper_is_told(
    office: Office, client: Client, settings: Settings, tmp_path: Path
) -> None:
    """As in an installation that added Tigrinya: the sheet is in Dutch alone, and the page says so."""
    words = Catalog(locale="ti")
    words.add("Wat doe je?", "እንታይ ትገብር?")
    folder = tmp_path / "ti" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "django.mo").open("wb") as stream:
        write_mo(stream, words)
    settings.LOCALE_PATHS = [*settings.LOCALE_PATHS, tmp_path]
    settings.LANGUAGES = [*settings.LANGUAGES, ("ti", "ትግርኛ")]
    said = "Samen heeft geen letters om deze taal af te drukken."
    assert said not in text(client.get(office.url("papers/sheets/?in=ar")))
    assert said in text(client.get(office.url("papers/sheets/?in=ti")))
    answer = client.get(office.url("papers/sheets/sickness/ti/"))
    assert len(PdfReader(BytesIO(answer.content)).pages) == 1

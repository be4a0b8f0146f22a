"""The desk's pages: who may read what, the log of reading, and each answer to what is filled in."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samen.base import clock
from samen.base.models import AuditLine
from samen.duos.models import Duo
from samen.initiatives.choices import Role as StaffRole
from samen.signals import actions
from samen.signals.actions import ServiceWords, Told
from samen.signals.choices import Category, HelpKind, Outcome, Seriousness
from samen.signals.models import HandOver, Service, Signal, SignalStep
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.postgres

SECRET = "Bart wil altijd bij mij thuis."


@pytest.fixture
def client(office: Office) -> Client:
    return office.client()


@pytest.fixture
def duo(office: Office) -> Duo:
    return office.duo(office.newcomer("Amal Saleh"), office.coach("Bart Goossens"), met_days_ago=[3])


@pytest.fixture
def signal(duo: Duo) -> Signal:
    told = Told(Category.UNSAFE, text=SECRET)
    return actions.report(told=told, part=duo.newcomer, now=clock.now(), actor=ACTOR)


def url(office: Office, signal: Signal, path: str = "") -> str:
    return office.url(f"signals/{signal.pk}/{path}")


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


# ---------- Reading ----------


def test_who_opens_it_stands_in_the_log(office: Office, client: Client, signal: Signal) -> None:
    assert SECRET in text(client, url(office, signal))
    line = AuditLine.objects.get(verb="read_signal")
    assert (line.actor, line.subject_id) == (f"user:{office.user().pk}", signal.pk)
    text(client, url(office, signal))
    assert AuditLine.objects.filter(verb="read_signal").count() == 2
    page = text(client, url(office, signal))
    assert page.split("Wie las dit?")[1].count(str(office.user())) == 1


def test_a_refused_answer_shows_the_words_so_it_is_logged_too(
    office: Office, client: Client, signal: Signal
) -> None:
    answer = client.post(url(office, signal, "close/"), {"outcome": "solved"})
    assert (answer.status_code, SECRET in answer.content.decode()) == (422, True)
    assert AuditLine.objects.filter(verb="read_signal").count() == 1


@pytest.mark.parametrize("role", [StaffRole.ASSISTANT, StaffRole.READER])
def test_others_of_the_staff_read_nothing_of_it(office: Office, signal: Signal, role: StaffRole) -> None:
    client, newcomer, duo = office.client(role), signal.participation_id, signal.duo_id
    assert client.get(url(office, signal)).status_code == 403
    for path in ("", f"people/{newcomer}/", f"duos/{duo}/", "people/", "duos/", "services/", "calendar/"):
        page = text(client, office.url(path))
        assert SECRET not in page
        assert "iet veilig" not in page, path
        assert "signals/" not in page, path
    assert not AuditLine.objects.filter(verb="read_signal").exists()


def test_the_words_stand_on_no_other_page_of_the_desk(office: Office, client: Client, signal: Signal) -> None:
    """Today, the list and the person tell that there is something, not what was said."""
    for path in ("", "signals/", "signals/?show=closed", f"people/{signal.participation_id}/"):
        assert SECRET not in text(client, office.url(path)), path
    assert "Niet veilig" in text(client, office.url(f"people/{signal.participation_id}/"))
    other = signal.duo.coach_id  # type: ignore[union-attr]
    assert "iet veilig" not in text(client, office.url(f"people/{other}/"))
    assert "iet veilig" not in text(client, office.url(f"duos/{signal.duo_id}/"))


def test_the_export_of_people_tells_nothing(office: Office, client: Client, signal: Signal) -> None:
    assert SECRET.encode() not in client.get(office.url("people/export/")).content


# ---------- The list, and Today ----------


def test_the_list_has_as_many_queries_for_one_as_for_three(
    office: Office, client: Client, signal: Signal
) -> None:
    def asked(path: str) -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get(office.url(path)).status_code == 200
        return len(found)

    service, long_ago = a_service(), clock.today() - timedelta(days=30)
    part = office.newcomer("Sara")
    actions.hand_over(part=part, service=service, agreed=True, today=long_ago, actor=ACTOR)
    paths = ("signals/", "handovers/", "services/", "")
    for path in paths:
        asked(path)
    before = [asked(path) for path in paths]
    for name in ("Omar", "Lina"):
        part, today = office.newcomer(name), clock.today()
        more = actions.report(told=Told(Category.MONEY), part=part, now=clock.now(), actor=ACTOR)
        actions.add_step(signal=more, what="Bel", due_on=today, is_done=True, today=today, actor=ACTOR)
        actions.hand_over(part=part, service=service, agreed=True, today=long_ago, actor=ACTOR)
    after = [asked(path) for path in paths]
    assert [more - less for more, less in zip(after, before, strict=True)] == [0, 0, 0, 0]


def test_the_serious_one_stands_first_and_until_it_is_closed(
    office: Office, client: Client, signal: Signal
) -> None:
    part = office.newcomer("Omar")
    actions.report(told=Told(Category.LANGUAGE), part=part, now=clock.now(), actor=ACTOR)
    client.post(url(office, signal, "take/"))
    page = text(client, office.url())
    assert page.index("Amal: niet veilig") < page.index("Omar: elkaar niet verstaan")
    assert "Ernstig, en nog niet afgerond." in page
    client.post(url(office, signal, "steps/"), {"what": "Gebeld", "due_on": clock.today(), "is_done": "on"})
    assert "Amal: niet veilig" in text(client, office.url())
    assert client.post(url(office, signal, "close/"), {"outcome": "duo_ended"}).status_code == 302
    page = text(client, office.url())
    assert "Amal: niet veilig" not in page
    assert "Omar: elkaar niet verstaan" in page
    assert "het duo stopte" in text(client, office.url("signals/?show=closed")).lower()


def test_without_signals_the_list_says_how_they_come(office: Office, client: Client) -> None:
    assert "Er staat geen signaal open" in text(client, office.url("signals/"))
    assert "Er is nog geen signaal afgerond" in text(client, office.url("signals/?show=closed"))


# ---------- One signal ----------


def test_taking_it_and_giving_it_to_a_colleague(office: Office, client: Client, signal: Signal) -> None:
    client.post(url(office, signal, "take/"))
    signal.refresh_from_db()
    assert signal.owner == office.user().pk
    assert "Niemand volgt dit op" not in text(client, url(office, signal))
    for wrong in ("", "x", str(office.user(StaffRole.ASSISTANT).pk), "999999999999999999999999"):
        assert client.post(url(office, signal, "take/"), {"owner": wrong}).status_code == 422


def test_how_urgent_it_is(office: Office, client: Client, signal: Signal) -> None:
    assert client.post(url(office, signal, "weigh/"), {"seriousness": "soon"}).status_code == 302
    signal.refresh_from_db()
    assert signal.seriousness == Seriousness.SOON
    for wrong in ("", "very", "\x00"):
        assert client.post(url(office, signal, "weigh/"), {"seriousness": wrong}).status_code == 422


def test_a_step_is_planned_and_done(office: Office, client: Client, signal: Signal) -> None:
    client.post(url(office, signal, "steps/"), {"what": "Bel Amal", "due_on": clock.today()})
    step = SignalStep.objects.get()
    assert "Bel Amal" in text(client, url(office, signal))
    client.post(url(office, signal, f"steps/{step.pk}/done/"))
    step.refresh_from_db()
    assert step.done_on == clock.today()


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"what": "", "due_on": "2026-11-25"}, "Schrijf wat je doet."),
        ({"what": "   ", "due_on": "2026-11-25"}, "Schrijf wat je doet."),
        ({"what": "Bel", "due_on": ""}, "Kies een dag."),
        ({"what": "Bel", "due_on": "gisteren"}, "geldige datum"),
        ({"what": "Bel", "due_on": "2020-01-01"}, "Die dag is voorbij."),
        ({"what": "Bel\x00", "due_on": "2026-11-25"}, "Null"),
        ({"what": "x" * 301, "due_on": "2026-11-25"}, "300"),
    ],
)
def test_a_wrong_step_is_told_and_nothing_is_lost(
    office: Office, client: Client, signal: Signal, sent: dict[str, str], sentence: str
) -> None:
    answer = client.post(url(office, signal, "steps/"), sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence.lower() in page.lower()
    assert not SignalStep.objects.exists()


def test_a_step_of_another_signal_is_not_there(office: Office, client: Client, signal: Signal) -> None:
    other = actions.report(told=Told(Category.MONEY), part=None, now=clock.now(), actor=ACTOR)
    today = clock.today()
    step = actions.add_step(signal=other, what="Bel", due_on=today, is_done=False, today=today, actor=ACTOR)
    assert client.post(url(office, signal, f"steps/{step.pk}/done/")).status_code == 404


def test_closing_without_a_choice_or_too_soon_is_told(office: Office, client: Client, signal: Signal) -> None:
    for sent, sentence in (
        ({}, "Kies hoe het afliep."),
        ({"outcome": "gone"}, "gone"),
        ({"outcome": "solved"}, "Noteer eerst wat je gedaan hebt."),
    ):
        answer = client.post(url(office, signal, "close/"), sent)
        assert answer.status_code == 422
        assert sentence in answer.content.decode()


def test_what_was_closed_is_opened_again(office: Office, client: Client, signal: Signal) -> None:
    actions.weigh(signal=signal, seriousness=Seriousness.LOOK, actor=ACTOR)
    actions.close(signal=signal, outcome=Outcome.NOTHING, today=clock.today(), actor=ACTOR)
    assert client.post(url(office, signal, "take/")).status_code == 422
    assert client.post(url(office, signal, "reopen/")).status_code == 302
    assert client.post(url(office, signal, "reopen/")).status_code == 422


def test_guidance_names_services_that_fit(office: Office, client: Client, signal: Signal) -> None:
    words = ServiceWords("1712", HelpKind.SAFETY, phone="1712")
    actions.add_service(words=words, now=clock.now(), actor=ACTOR)
    actions.add_service(words=ServiceWords("Woonloket", HelpKind.HOUSING), now=clock.now(), actor=ACTOR)
    page = text(client, url(office, signal))
    assert 'href="tel:1712"' in page
    assert "Woonloket" not in page
    assert "Bart weet hier niets van." in page


# ---------- What the staff reports ----------


REPORT = {"category": "money", "came_from": "gathering", "text": "Op het feest gezien.", "seriousness": ""}


def test_the_coordinator_notes_it_and_follows_it_up(office: Office, client: Client, duo: Duo) -> None:
    answer = client.post(office.url("report/"), {**REPORT, "part": duo.coach_id})
    made = Signal.objects.get()
    assert answer["Location"] == office.url(f"signals/{made.pk}/")
    assert (made.participation, made.duo, made.owner) == (duo.coach, duo, office.user().pk)
    assert made.seriousness == Seriousness.SOON


def test_a_helper_reports_and_reads_it_no_more(office: Office, duo: Duo) -> None:
    client = office.client(StaffRole.ASSISTANT)
    answer = client.post(office.url("report/"), {**REPORT, "part": "", "seriousness": "serious"})
    made = Signal.objects.get()
    assert answer["Location"] == office.url()
    assert "De coördinator leest dit" in text(client, office.url())
    assert client.get(url(office, made)).status_code == 403
    assert (made.participation, made.owner, made.seriousness) == (None, None, Seriousness.SERIOUS)


def test_from_a_person_the_form_knows_who(office: Office, client: Client, duo: Duo) -> None:
    page = text(client, office.url(f"report/?part={duo.coach_id}"))
    assert f'<option value="{duo.coach_id}" selected>' in page
    for nonsense in ("x", "-1", "9" * 30, "%00", "²"):
        assert client.get(office.url(f"report/?part={nonsense}")).status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"category": ""},
        {"category": "romance"},
        {"came_from": "own_page"},
        {"came_from": ""},
        {"part": "999999"},
        {"part": "x"},
        {"seriousness": "very"},
        {"text": "x" * 1001},
        {"text": "nul\x00"},
    ],
)
def test_a_wrong_report_is_told_and_keeps_what_was_typed(
    office: Office, client: Client, wrong: dict[str, str]
) -> None:
    answer = client.post(office.url("report/"), {**REPORT, **wrong})
    assert answer.status_code == 422
    assert wrong.get("text", "Op het feest gezien.")[:20].strip("\x00") in answer.content.decode()
    assert not Signal.objects.exists()


# ---------- Services and hand-overs ----------

SERVICE = {
    "name": " Woonloket  Leie ",
    "helps_with": "housing",
    "phone": "09 386 12 34",
    "web": "woonloket.example",
    "address": "Markt 1",
    "hours": "dinsdag",
    "note": "Breng je kaart mee.",
}


def test_a_service_is_added_changed_and_put_away(office: Office, client: Client) -> None:
    assert client.post(office.url("services/add/"), SERVICE).status_code == 302
    service = Service.objects.get()
    assert (service.name, service.phone) == ("Woonloket Leie", "+3293861234")
    assert service.web == "https://woonloket.example"
    client.post(office.url(f"services/{service.pk}/"), {**SERVICE, "phone": "1712"})
    service.refresh_from_db()
    assert service.phone == "1712"
    assert "Woonloket Leie" in text(client, office.url("services/"))
    client.post(office.url(f"services/{service.pk}/end/"))
    assert "Weggelegd" in text(client, office.url("services/"))
    client.post(office.url(f"services/{service.pk}/reopen/"))
    service.refresh_from_db()
    assert service.ended_on is None


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "Vul een naam in."),
        ({"helps_with": ""}, "Kies waarmee deze dienst helpt."),
        ({"phone": "12"}, "is geen telefoonnummer"),
        ({"phone": "٣٤٥"}, "is geen telefoonnummer"),
        ({"web": "x y"}, "Dit is geen webadres."),
    ],
)
def test_a_wrong_service_is_told(
    office: Office, client: Client, wrong: dict[str, str], sentence: str
) -> None:
    answer = client.post(office.url("services/add/"), {**SERVICE, **wrong})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_the_same_service_again_is_told(office: Office, client: Client) -> None:
    for status in (302, 422):
        assert client.post(office.url("services/add/"), SERVICE).status_code == status


def a_service() -> Service:
    words = ServiceWords("Woonloket", HelpKind.HOUSING, address="Markt 1")
    return actions.add_service(words=words, now=clock.now(), actor=ACTOR)


def test_a_hand_over_gives_a_note_without_the_reason(office: Office, client: Client, signal: Signal) -> None:
    service, part = a_service(), signal.participation_id
    address = office.url(f"handovers/people/{part}/?signal={signal.pk}")
    assert client.post(address, {"service": service.pk}).status_code == 422
    answer = client.post(address, {"service": service.pk, "agreed": "on"})
    made = HandOver.objects.get()
    assert (answer["Location"], made.signal) == (office.url(f"handovers/{made.pk}/"), signal)
    note = text(client, office.url(f"handovers/{made.pk}/"))
    assert "Amal Saleh doet mee aan Samen in Deinze" in note
    assert SECRET not in note
    assert "iet veilig" not in note


def test_a_signal_of_somebody_else_counts_as_none(office: Office, client: Client, signal: Signal) -> None:
    other = office.newcomer("Omar")
    service = a_service()
    for asked in (signal.pk, "x", "9" * 40):
        address = office.url(f"handovers/people/{other.pk}/?signal={asked}")
        assert client.get(address).status_code == 200
    client.post(address, {"service": service.pk, "agreed": "on"})
    assert HandOver.objects.get().signal is None


def test_how_it_went(office: Office, client: Client, duo: Duo) -> None:
    long_ago = clock.today() - timedelta(days=22)
    made = actions.hand_over(part=duo.newcomer, service=a_service(), agreed=True, today=long_ago, actor=ACTOR)
    assert "Amal ging naar Woonloket" in text(client, office.url())
    assert "vraag hoe het ging" in text(client, office.url("handovers/"))
    feedback = office.url(f"handovers/{made.pk}/feedback/")
    assert client.post(feedback, {"feedback": "fine"}).status_code == 422
    assert client.post(feedback, {"feedback": "helped"}).status_code == 302
    assert "Amal ging naar Woonloket" not in text(client, office.url())
    assert "Geholpen" in text(client, office.url("handovers/"))


def test_a_helper_sees_services_and_no_hand_overs(office: Office, duo: Duo) -> None:
    made = actions.hand_over(
        part=duo.newcomer, service=a_service(), agreed=True, today=clock.today(), actor=ACTOR
    )
    client = office.client(StaffRole.ASSISTANT)
    assert client.get(office.url("services/")).status_code == 200
    paths = ("handovers/", f"handovers/{made.pk}/", f"handovers/people/{duo.newcomer_id}/")
    assert [client.get(office.url(path)).status_code for path in paths] == [403] * 3

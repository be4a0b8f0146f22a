"""The list of duos, the page of one, and every step that is taken there."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.formats import date_format

from samen.base import clock
from samen.base.models import AuditLine
from samen.desk.actions import leave_programme
from samen.duos.choices import ClosingReason, DuoStatus, MeetingWay
from samen.duos.models import Duo, Meeting, Pause
from samen.duos.queries import standing, with_people
from samen.duos.rules import add_months
from samen.initiatives.choices import Role as StaffRole
from samen.intake.actions import Facts
from tests.support.initiative import ACTOR, Office, farewell

pytestmark = pytest.mark.postgres

LOG = {"day": "other", "minutes": "120", "proposed_by": "coach", "activity": "naar de bibliotheek"}


@pytest.fixture
def duo(office: Office) -> Duo:
    """A duo that started sixty days ago and met three days ago."""
    return office.duo(office.newcomer("Amal Saleh"), office.coach("Bart Goossens"), met_days_ago=[3])


@pytest.fixture
def client(office: Office) -> Client:
    return office.client()


def ago(days: int) -> date:
    return clock.today() - timedelta(days=days)


def typed(known: dict[str, object]) -> dict[str, object]:
    """What a form sends: a number stands for so many days ago."""
    return {name: ago(value) if isinstance(value, int) else value for name, value in known.items()}


def step(office: Office, duo: Duo, name: str = "") -> str:
    return office.url(f"duos/{duo.pk}/{name and name + '/'}")


def text(answer: HttpResponse) -> str:
    return answer.content.decode()


def undo_address(answer: HttpResponse) -> str:
    """Where the button that takes back what was just done leads."""
    found = re.search(r'class="toast">.*?action="([^"]+)"', text(answer), re.S)
    assert found, "No button that takes it back."
    return found[1]


def queries(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(url).status_code == 200
    return len(seen)


# ---------- The list ----------


def test_list_is_empty_at_first(office: Office, client: Client) -> None:
    assert "Er loopt nog geen duo" in text(client.get(office.url("duos/")))
    assert "Nog geen enkel duo is afgerond" in text(client.get(office.url("duos/?show=former")))


def test_list_shows_the_most_silent_first(office: Office, client: Client) -> None:
    names = {"Goed": 14, "Oranje": 15, "Rood": 29}
    for name, days in names.items():
        office.duo(office.newcomer(name), office.coach("Bart"), met_days_ago=[days])
    page = text(client.get(office.url("duos/")))
    assert page.index("Rood en Bart") < page.index("Oranje en Bart") < page.index("Goed en Bart")
    assert re.findall(r"(\d+) dagen stil", page) == ["29", "15"]
    assert "3 duo’s lopen." in page


def test_list_of_before_holds_the_duos_that_ended(office: Office, duo: Duo, client: Client) -> None:
    client.post(step(office, duo, "close"), farewell(ClosingReason.MOVED))
    assert "Amal en Bart" not in text(client.get(office.url("duos/")))
    assert "Amal en Bart" in text(client.get(office.url("duos/?show=former")))


@pytest.mark.parametrize("path", ["duos/", "duos/?show=former"])
def test_list_reads_as_often_for_three_duos_as_for_one(office: Office, client: Client, path: str) -> None:
    counts = []
    for _round in range(3):
        closed = office.duo(met_days_ago=[3])
        client.post(step(office, closed, "close"), farewell(ClosingReason.MOVED))
        live = office.duo(met_days_ago=[3, 20])
        pause = {"from_on": clock.today(), "until_on": clock.today(), "reason": "holiday"}
        client.post(step(office, live, "pause"), pause)
        counts.append(queries(client, office.url(path)))
    assert counts == [counts[0]] * 3


# ---------- One duo ----------


def test_page_shows_how_the_two_are_doing(office: Office, duo: Duo, client: Client) -> None:
    office.meeting(duo, ago(20))
    page = text(client.get(step(office, duo)))
    assert "<h1>Amal en Bart</h1>" in page
    assert "Loopt goed" in page
    assert "12 maanden, per twee weken" in page
    assert "2 ontmoetingen, 4 uur samen" in page
    assert page.count('class="bead met"') == 2 + 1  # one more in the key
    assert page.count('class="bead missed"') == 3 + 1


@pytest.mark.parametrize(
    ("days", "word"),
    [(14, "Loopt goed"), (15, "15 dagen stil"), (28, "28 dagen stil"), (29, "29 dagen stil")],
)
def test_page_tells_how_long_it_is_silent(office: Office, client: Client, days: int, word: str) -> None:
    duo = office.duo(met_days_ago=[days])
    assert word in text(client.get(step(office, duo)))


@pytest.mark.parametrize(("started_days", "near"), [(150, False), (170, True), (200, True)])
def test_page_says_when_the_end_is_near(
    office: Office, client: Client, started_days: int, near: bool
) -> None:
    duo = office.duo(started_days=started_days, months=6)
    assert ("De afgesproken periode loopt tot" in text(client.get(step(office, duo)))) is near


@pytest.mark.parametrize("days_later", [0, 40])
def test_page_of_a_duo_that_ended_has_nothing_to_come(
    office: Office, duo: Duo, client: Client, days_later: int
) -> None:
    client.post(step(office, duo, "close"), farewell(ClosingReason.MOVED))
    with clock.shifted(timedelta(days=days_later)):
        page = text(office.client().get(step(office, duo)))
    assert [words in page for words in ("komt nog", "nu bezig", "Noteer een ontmoeting")] == [False] * 3
    beads = re.findall(r'<li class="bead (\w+)">', page)
    assert beads == ["missed", "missed", "missed", "missed", "met"]
    scale = page.split('class="fortnight-scale"')[1].split("</div>")[0]
    assert f"<span>{date_format(clock.today(), 'j F')}" in scale


def test_page_reads_as_often_for_three_meetings_as_for_one(office: Office, duo: Duo, client: Client) -> None:
    counts = []
    for days in (5, 25, 45):
        office.meeting(duo, ago(days))
        pause = {"from_on": ago(days), "until_on": ago(days), "reason": "work"}
        client.post(step(office, duo, "pause"), pause)
        counts.append(queries(client, step(office, duo)))
    assert counts == [counts[0]] * 3


# ---------- Logging a meeting ----------


def test_log_a_meeting_and_take_it_back(office: Office, duo: Duo, client: Client) -> None:
    answer = client.post(step(office, duo, "log"), {**LOG, "other_day": ago(7)}, follow=True)
    assert answer.redirect_chain == [(step(office, duo), 302)]
    assert f"De ontmoeting van {date_format(ago(7), 'j F')} is bewaard." in text(answer)
    meeting = Meeting.objects.get(met_on=ago(7))
    assert (meeting.minutes, meeting.proposed_by, meeting.activity) == (120, "coach", LOG["activity"])
    assert meeting.logged_by == f"user:{office.user().pk}"
    answer = client.post(undo_address(answer), follow=True)
    assert "De ontmoeting is weer weg." in text(answer)
    assert not Meeting.objects.filter(met_on=ago(7)).exists()


def test_log_today_in_two_taps(office: Office, duo: Duo, client: Client) -> None:
    client.post(step(office, duo, "log"), {"day": clock.today().isoformat(), "minutes": "60"})
    assert Meeting.objects.get(met_on=clock.today()).minutes == 60


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "Kies de dag waarop zij elkaar zagen."),
        ({"other_day": -1}, "Die dag moet nog komen. Kies vandaag of een dag die voorbij is."),
        ({"other_day": 61}, "Kies die dag of een latere dag."),
        ({"other_day": 3}, "Zij telt één keer."),
        ({"other_day": "31-31"}, "Voer een geldige datum in."),
        ({"other_day": 9, "minutes": "5"}, "Selecteer een geldige keuze."),
        ({"other_day": 9, "activity": "x" * 201}, "200 tekens"),
        ({"other_day": 9, "proposed_by": "nobody"}, "Selecteer een geldige keuze."),
    ],
)
def test_a_refused_meeting_keeps_what_was_typed(
    office: Office, duo: Duo, client: Client, changes: dict[str, object], sentence: str
) -> None:
    asked = {**LOG, **typed(changes)}
    answer = client.post(step(office, duo, "log"), asked)
    page = text(answer)
    assert answer.status_code == 422
    assert sentence in page
    assert str(asked["activity"]) in page
    assert str(asked.get("other_day", "")) in page
    assert Meeting.objects.count() == 1


def test_an_activity_is_text_and_nothing_else(office: Office, duo: Duo, client: Client) -> None:
    client.post(
        step(office, duo, "log"), {**LOG, "other_day": ago(7), "activity": "<script>alert(1)</script>"}
    )
    page = text(client.get(step(office, duo)))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page


# ---------- Pause, end, close ----------


def test_pause_and_lift(office: Office, duo: Duo, client: Client) -> None:
    asked = {"from_on": clock.today(), "until_on": ago(-20), "reason": "exams"}
    answer = client.post(step(office, duo, "pause"), asked, follow=True)
    assert "De pauze is bewaard." in text(answer)
    assert Pause.objects.get().reason == "exams"
    answer = client.post(undo_address(answer), follow=True)
    assert "De pauze is weer weg." in text(answer)
    assert not Pause.objects.exists()


def test_another_end(office: Office, duo: Duo, client: Client) -> None:
    ends_on = add_months(duo.starts_on, 7)
    answer = client.post(step(office, duo, "end"), {"ends_on": ends_on}, follow=True)
    assert f"Het duo loopt nu tot {date_format(ends_on, 'j F Y')}." in text(answer)
    duo.refresh_from_db()
    assert duo.ends_on == ends_on


def test_close_and_take_it_back(office: Office, duo: Duo, client: Client) -> None:
    answer = client.post(step(office, duo, "close"), farewell(ClosingReason.NO_TIME), follow=True)
    assert "Het duo is afgerond." in text(answer)
    assert "Afgerond vandaag: geen tijd meer." in text(answer)
    duo.refresh_from_db()
    assert (duo.status, duo.closed_on) == (DuoStatus.STOPPED, clock.today())
    answer = client.post(undo_address(answer), follow=True)
    assert "Het duo loopt weer." in text(answer)
    duo.refresh_from_db()
    assert (duo.status, duo.closed_on) == (DuoStatus.ACTIVE, None)


def test_a_pause_that_runs_may_stop_and_keeps_its_days(office: Office, duo: Duo, client: Client) -> None:
    asked = {"from_on": ago(10), "until_on": ago(-20), "reason": "exams"}
    page = text(client.post(step(office, duo, "pause"), asked, follow=True))
    assert "Stop de pauze" in page
    stop = step(office, duo, f"pauses/{Pause.objects.get().pk}/lift")
    page = text(client.post(stop, {"do": "stop"}, follow=True))
    assert "De pauze is voorbij." in page
    assert "Stop de pauze" not in page
    assert Pause.objects.get().until_on == ago(1)
    assert client.post(stop, {"do": "stop"}).status_code == 409
    client.post(step(office, duo, "pause"), {**asked, "from_on": clock.today()})
    client.post(step(office, duo, f"pauses/{Pause.objects.last().pk}/lift"), {"do": "stop"})  # type: ignore[union-attr]
    assert [rest.from_on for rest in Pause.objects.all()] == [ago(10)]


@pytest.mark.parametrize(
    ("name", "sentences"),
    [
        (
            "pause",
            [
                "Kies de eerste dag van de pauze.",
                "Kies de laatste dag van de pauze.",
                "Kies waarom zij pauze nemen.",
            ],
        ),
        ("end", ["Kies tot welke dag het duo duurt."]),
        ("close", ["Kies waarom het duo stopt.", "Kies de laatste dag van het duo."]),
    ],
)
def test_an_empty_step_is_refused(
    office: Office, duo: Duo, client: Client, name: str, sentences: list[str]
) -> None:
    assert client.get(step(office, duo, name)).status_code == 200
    answer = client.post(step(office, duo, name))
    assert answer.status_code == 422
    assert [sentence in text(answer) for sentence in sentences] == [True] * len(sentences)


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("pause", {"from_on": "31/02/2027", "until_on": "2027-02-30", "reason": "work"}),
        ("end", {"ends_on": "31/02/2027", "why": "examen\x00"}),
        ("close", {"reason": "moved", "on": "niet vandaag"}),
    ],
)
def test_a_day_that_does_not_exist_is_told(
    office: Office, duo: Duo, client: Client, name: str, asked: dict[str, object]
) -> None:
    answer = client.post(step(office, duo, name), asked)
    assert answer.status_code == 422
    assert "Die dag bestaat niet. Kies een andere dag." in text(answer)


def test_why_it_stops_is_chosen_until_the_period_is_over(office: Office, duo: Duo, client: Client) -> None:
    assert '<option value="" selected>kies waarom</option>' in text(client.get(step(office, duo, "close")))
    Duo.objects.update(ends_on=clock.today())
    assert 'value="period_over" selected' in text(client.get(step(office, duo, "close")))


def test_an_end_of_today_is_taken_back_from_the_page(office: Office, duo: Duo, client: Client) -> None:
    client.post(step(office, duo, "close"), farewell(ClosingReason.MOVED, coach_onward="stops"))
    page = text(client.get(step(office, duo)))
    assert ["Maak het afronden ongedaan" in page, "Begin dit duo weer" in page] == [True, False]
    with clock.shifted(timedelta(days=1)):
        page = text(office.client().get(step(office, duo)))
    assert ["Maak het afronden ongedaan" in page, "Begin dit duo weer" in page] == [False, True]
    client.post(step(office, duo, "close/undo"))
    page = text(client.get(step(office, duo)))
    assert "Loopt goed" in page
    assert page.index("Afronden ongedaan gemaakt") < page.index("<h3>Afgerond</h3>")


def test_a_refused_reopening_keeps_the_reason(office: Office, duo: Duo, client: Client) -> None:
    client.post(step(office, duo, "close"), farewell(ClosingReason.MOVED, newcomer_onward="stops"))
    assert "Schrijf waarom dit duo weer begint." in text(client.post(step(office, duo, "reopen")))
    answer = client.post(step(office, duo, "reopen"), {"why": "zij zijn terug"})
    assert answer.status_code == 422
    assert "Amal doet niet meer mee." in text(answer)
    assert "zij zijn terug" in text(answer)


@pytest.mark.parametrize(
    ("name", "asked", "sentence"),
    [
        (
            "pause",
            {"from_on": 0, "until_on": 1, "reason": "work"},
            "De pauze eindigt voor zij begint.",
        ),
        (
            "pause",
            {"from_on": 90, "until_on": 1, "reason": "work"},
            "De pauze valt buiten het duo.",
        ),
        ("end", {"ends_on": 1}, "is vroeger dan zes maanden na de start."),
        ("end", {"ends_on": -1000}, "is later dan twaalf maanden na de start."),
        ("close", {"reason": "because"}, "Selecteer een geldige keuze."),
    ],
)
def test_a_refused_step_keeps_what_was_typed(
    office: Office, duo: Duo, client: Client, name: str, asked: dict[str, object], sentence: str
) -> None:
    asked = typed(asked)
    before = AuditLine.objects.count()
    answer = client.post(step(office, duo, name), asked)
    assert answer.status_code == 422
    assert sentence in text(answer)
    kept = [str(value) for value in asked.values() if isinstance(value, date)]
    assert [f'value="{value}"' in text(answer) for value in kept] == [True] * len(kept)
    assert AuditLine.objects.count() == before


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("close", farewell(ClosingReason.MOVED)),
        ("end", {"ends_on": -180}),
        ("pause", {"from_on": 3, "until_on": 1, "reason": "work"}),
    ],
)
def test_a_duo_that_ended_takes_no_further_step(
    office: Office, duo: Duo, client: Client, name: str, asked: dict[str, object]
) -> None:
    client.post(step(office, duo, "close"), farewell(ClosingReason.MOVED))
    answer = client.post(step(office, duo, name), typed(asked))
    assert answer.status_code == 409
    assert "Dit duo was al afgerond. Laad de pagina opnieuw." in text(answer)


def test_no_reopening_after_one_of_the_two_found_another(office: Office, duo: Duo, client: Client) -> None:
    client.post(step(office, duo, "close"), farewell(ClosingReason.MOVED))
    office.duo(duo.newcomer, office.coach())
    answer = client.post(step(office, duo, "close/undo"))
    assert answer.status_code == 409
    assert "Eén van beiden heeft intussen een ander duo." in text(answer)


def test_no_reopening_after_one_of_the_two_left(office: Office, duo: Duo, client: Client) -> None:
    client.post(step(office, duo, "close"), farewell(ClosingReason.MOVED))
    leave_programme(part=duo.newcomer, today=clock.today(), actor=ACTOR)
    answer = client.post(step(office, duo, "close/undo"))
    assert answer.status_code == 409
    assert "Amal doet niet meer mee." in text(answer)


@pytest.mark.parametrize(("capacity", "status"), [(1, 409), (2, 302)])
def test_reopening_asks_whether_the_coach_still_has_room(
    office: Office, client: Client, capacity: int, status: int
) -> None:
    coach = office.coach(facts=Facts(capacity=capacity))
    duo = office.duo(coach=coach)
    client.post(step(office, duo, "close"), farewell(ClosingReason.MOVED))
    office.duo(coach=coach)
    assert client.post(step(office, duo, "close/undo")).status_code == status


# ---------- Roles ----------


@pytest.mark.parametrize(("role", "may"), [(StaffRole.READER, False), (StaffRole.ASSISTANT, True)])
def test_a_reader_sees_no_buttons(office: Office, duo: Duo, role: StaffRole, may: bool) -> None:
    page = text(office.client(role).get(step(office, duo)))
    words = ["Noteer een ontmoeting", "Zet op pauze", "Kies een ander einde", "Rond het duo af"]
    assert [word in page for word in words] == [may] * len(words)


@pytest.mark.parametrize(
    ("path", "method"),
    [("999999/", "get"), ("999999/log/", "post"), ("9" * 30 + "/", "get"), ("999999/close/", "post")],
)
def test_a_duo_that_is_not_there(office: Office, client: Client, path: str, method: str) -> None:
    assert getattr(client, method)(office.url(f"duos/{path}")).status_code == 404


def test_a_meeting_that_is_not_there(office: Office, duo: Duo, client: Client) -> None:
    for name in ("meetings/999999/undo", f"meetings/{'9' * 30}/undo", "pauses/999999/lift"):
        assert client.post(step(office, duo, name)).status_code == 404


# ---------- Online and by telephone (R106) ----------


def test_a_meeting_online_counts_like_any_other_and_more_than_half_is_said(
    office: Office, duo: Duo, client: Client
) -> None:
    remark = "waren online of aan de telefoon"
    for days, way in ((1, "online"), (2, "phone")):
        assert remark not in text(client.get(step(office, duo)))
        client.post(step(office, duo, "log"), {**LOG, "other_day": ago(days), "way": way})
    page = text(client.get(step(office, duo)))
    assert "2 van de 3 ontmoetingen " + remark in page
    assert "3 ontmoetingen, 6 uur samen" in page
    assert "met beeld, online" in page
    assert standing(with_people(Duo.objects.all()).get(), clock.today()).quiet_days == 1


def test_a_meeting_without_a_way_was_on_the_spot_and_another_way_is_refused(
    office: Office, duo: Duo, client: Client
) -> None:
    assert client.post(step(office, duo, "log"), {**LOG, "other_day": ago(1)}).status_code == 302
    assert (
        client.post(step(office, duo, "log"), {**LOG, "other_day": ago(2), "way": "letter"}).status_code
        == 422
    )
    assert set(Meeting.objects.values_list("way", flat=True)) == {MeetingWay.TOGETHER}


# ---------- Families (R104) ----------


def test_the_desk_notes_later_that_the_children_take_part(office: Office, duo: Duo, client: Client) -> None:
    assert "met kinderen" not in text(client.get(step(office, duo)))
    for _twice in range(2):
        client.post(step(office, duo, "children"), {"with": "1"})
    assert "met kinderen" in text(client.get(step(office, duo)))
    assert "met kinderen" in text(client.get(office.url("duos/")))
    client.post(step(office, duo, "children"), {"with": "0"})
    assert "met kinderen" not in text(client.get(office.url("duos/")))
    noted = AuditLine.objects.filter(verb="note_children").values_list("facts", flat=True)
    assert list(noted) == [{"with_children": True}, {"with_children": False}]


def test_of_a_duo_that_ended_nothing_is_noted_about_children(
    office: Office, duo: Duo, client: Client
) -> None:
    client.post(step(office, duo, "close"), farewell(ClosingReason.MOVED))
    assert client.post(step(office, duo, "children"), {"with": "1"}).status_code == 409
    assert not Duo.objects.get().with_children

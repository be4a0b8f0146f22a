"""After the conversation: each decision with its message, taken back with the history kept."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from samen.base import clock
from samen.desk.decisions import default_recall
from samen.desk.worklist import worklist
from samen.initiatives.choices import Role as StaffRole
from samen.intake import actions as intake
from samen.intake.actions import REASON_MONTHS
from samen.intake.choices import Outcome
from samen.intake.models import Answer, Decision, OtherInitiative, Talk
from samen.matching.choices import ProposalStatus
from samen.matching.models import Proposal
from samen.messaging.models import OutboxMessage
from samen.people.models import Consent, Participation
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.postgres


@pytest.fixture
def amal(office: Office) -> Participation:
    return office.newcomer("Amal Saleh", email="amal@example.org", written_language="ar", accepted=False)


@pytest.fixture
def elsewhere(office: Office) -> OtherInitiative:
    return intake.add_other_initiative(card={"name": "De praattafel", "phone": "+3292110099"}, actor=ACTOR)


def decide(office: Office, part: Participation, outcome: Outcome, **typed: Any) -> Any:
    """As the page does: look at the message as it stands, and decide."""
    url = office.url(f"people/{part.pk}/decide/{outcome}/")
    client = office.client()
    shown = client.get(url).context["message"].initial
    return client.post(url, {"do": "decide", "tell": "on", **shown, **typed})


def extra(outcome: Outcome, elsewhere: OtherInitiative) -> dict[str, Any]:
    if outcome in intake.WAITS:
        return {"recall_on": default_recall(clock.today())}
    if outcome is Outcome.REFERRED:
        return {"referred_to": elsewhere.pk}
    return {"reason": "Zoekt vooral een woning."} if outcome is Outcome.DECLINED else {}


ALL = [outcome for outcome in Outcome if outcome is not Outcome.REOPENED]


@pytest.mark.parametrize("outcome", ALL)
def test_each_decision_sends_its_message_with_the_dutch_below(
    office: Office, amal: Participation, elsewhere: OtherInitiative, outcome: Outcome
) -> None:
    answer = decide(office, amal, outcome, **extra(outcome, elsewhere))
    assert answer.status_code == 302
    message = OutboxMessage.objects.get()
    assert (message.language, message.about) == ("ar", f"part:{amal.pk}")
    assert "Dag Amal" in (message.dutch or message.body)
    assert "…" not in message.body
    assert "{" not in message.body


@pytest.mark.parametrize("outcome", ALL)
def test_who_reads_dutch_reads_it_once(office: Office, elsewhere: OtherInitiative, outcome: Outcome) -> None:
    bart = office.coach("Bart", email="bart@example.org", accepted=False)
    decide(office, bart, outcome, **extra(outcome, elsewhere))
    message = OutboxMessage.objects.get()
    assert (message.language, message.words_language, message.dutch) == ("nl", "nl", "")
    assert message.body.startswith("Dag Bart")


def test_changed_words_leave_as_they_were_changed(office: Office, amal: Participation) -> None:
    decide(office, amal, Outcome.ACCEPTED, body="Dag Amal\n\nWelkom! Tot maandag.")
    message = OutboxMessage.objects.get()
    assert message.body == "Dag Amal\n\nWelkom! Tot maandag."


def test_unticked_nothing_leaves(office: Office, amal: Participation) -> None:
    decide(office, amal, Outcome.ACCEPTED, tell="")
    assert Decision.objects.get().outcome == Outcome.ACCEPTED
    assert not OutboxMessage.objects.exists()


def test_another_day_can_be_filled_in_before_deciding(office: Office, amal: Participation) -> None:
    url, day = office.url(f"people/{amal.pk}/decide/waiting_language/"), clock.today() + timedelta(days=40)
    page = office.client().post(
        url, {"do": "look", "recall_on": day, "tell": "on", "subject": "x", "body": "y"}
    )
    assert page.status_code == 200
    assert str(day.day) in page.context["message"].initial["body"]
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("outcome", "typed", "sentence"),
    [
        (Outcome.WAITING_LANGUAGE, {"recall_on": "2020-01-01"}, "Die dag is al voorbij."),
        (Outcome.WAITING_LANGUAGE, {"recall_on": ""}, "verplicht"),
        (Outcome.DECLINED, {"reason": ""}, "verplicht"),
        (Outcome.DECLINED, {"reason": "x" * 300}, "200"),
        (Outcome.REFERRED, {"referred_to": "999999"}, "keuze"),
        (Outcome.ACCEPTED, {"body": ""}, "verplicht"),
    ],
)
def test_what_is_missing_is_told_and_nothing_is_decided(
    office: Office, amal: Participation, outcome: Outcome, typed: dict[str, str], sentence: str
) -> None:
    answer = decide(office, amal, outcome, **typed)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Decision.objects.exists()


def test_taken_back_the_history_stays(office: Office, amal: Participation) -> None:
    decide(office, amal, Outcome.ACCEPTED)
    office.client().post(office.url(f"people/{amal.pk}/decide/undo/"))
    assert [one.outcome for one in Decision.objects.all()] == ["accepted", "reopened"]
    assert worklist(clock.now()).new_people == 1


def test_who_waits_comes_back_on_their_day(office: Office, amal: Participation) -> None:
    day = clock.today() + timedelta(days=10)
    decide(office, amal, Outcome.WAITING_LANGUAGE, recall_on=day)
    assert worklist(clock.now()).recalls == []
    later = clock.now() + timedelta(days=10)
    assert [str(one.participation) for one in worklist(later).recalls] == ["Amal Saleh"]
    decide(office, amal, Outcome.ACCEPTED)
    assert worklist(later).recalls == []


def test_who_does_not_take_part_is_in_no_proposal(office: Office) -> None:
    part, coach = office.newcomer("Amal"), office.coach("Bart")
    office.client().post(office.url(f"matching/pairs/{part.pk}/{coach.pk}/propose/"))
    decide(office, part, Outcome.WITHDRAWN)
    assert Proposal.objects.get().status == ProposalStatus.WITHDRAWN


def test_who_has_a_duo_ends_it_first(office: Office) -> None:
    duo = office.duo()
    answer = decide(office, duo.newcomer, Outcome.WITHDRAWN)
    assert answer.status_code == 422
    assert "heeft nog een duo" in answer.content.decode()


@pytest.mark.parametrize(
    ("age", "sentence"),
    [(15, "mag iemand meestal nog geen vrijwilliger zijn"), (16, "is minderjarig"), (18, "")],
)
def test_a_minor_is_told_of_and_never_blocked(office: Office, age: int, sentence: str) -> None:
    bart = office.coach("Bart", birth_year=clock.today().year - age, accepted=False)
    page = office.client().get(office.url(f"people/{bart.pk}/decide/")).content.decode()
    assert (sentence in page) if sentence else "minderjarig" not in page
    assert decide(office, bart, Outcome.ACCEPTED).status_code == 302


# ---------- Why somebody was declined ----------


def test_only_coordinators_read_or_write_why(office: Office, amal: Participation) -> None:
    decide(office, amal, Outcome.DECLINED, reason="Zoekt een woning.")
    url = office.url(f"people/{amal.pk}/decide/")
    assert "Zoekt een woning." in office.client().get(url).content.decode()
    assistant = office.client(StaffRole.ASSISTANT)
    assert "Zoekt een woning." not in assistant.get(url).content.decode()
    assert assistant.get(f"{url}declined/").status_code == 403
    assert office.client(StaffRole.READER).get(url).status_code == 403


def test_the_reason_goes_after_three_months_and_the_decision_stays(
    office: Office, amal: Participation
) -> None:
    day = clock.today()
    intake.decide(part=amal, outcome=Outcome.DECLINED, reason="Zoekt een woning.", today=day, actor=ACTOR)
    assert intake.forget_reasons(today=day + timedelta(days=89)) == 0
    assert intake.forget_reasons(today=day + timedelta(days=93)) == 1
    assert (Decision.objects.get().reason, Decision.objects.get().outcome) == ("", Outcome.DECLINED)
    assert REASON_MONTHS == 3


# ---------- Elsewhere ----------


def test_a_register_of_others_and_what_we_heard(
    office: Office, amal: Participation, elsewhere: OtherInitiative
) -> None:
    client, url = office.client(), office.url("people/elsewhere/")
    assert client.post(url, {"name": "Sportclub", "phone": "nonsense"}).status_code == 422
    client.post(url, {"name": "Sportclub", "phone": "09 211 00 98"})
    assert {one.name for one in OtherInitiative.objects.all()} == {"De praattafel", "Sportclub"}
    decide(office, amal, Outcome.REFERRED, referred_to=elsewhere.pk)
    assert "De praattafel" in OutboxMessage.objects.get().body
    decision = Decision.objects.get()
    client.post(f"{url}{decision.pk}/feedback/", {"feedback": "Zij gaat er elke week heen."})
    assert "Zij gaat er elke week heen." in client.get(url).content.decode()


# ---------- A group ----------


def test_an_evening_with_a_group(office: Office) -> None:
    people = [office.newcomer(f"Nieuw {n}", accepted=False) for n in range(20)]
    client, url = office.client(), office.url("people/group/")
    assert client.get(url).content.decode().count("Nieuw ") >= 20
    typed: dict[str, Any] = {}
    for part in people[:3]:
        typed |= {f"{part.pk}-came": "on", f"{part.pk}-agreed": "on", f"{part.pk}-level": "1.2"}
    typed[f"{people[3].pk}-motive"] = "Niet gekomen, toch getypt"
    answer = client.post(url, typed, follow=True)
    assert "Van 3 mensen is het gesprek bewaard." in answer.content.decode()
    assert Talk.objects.filter(held_on=clock.today()).count() == 3
    assert Consent.objects.filter(withdrawn_on=None).count() == 9
    assert not Answer.objects.filter(participation=people[3]).exists()


def test_a_line_that_is_wrong_keeps_all_of_them(office: Office) -> None:
    part = office.newcomer("Nieuw", accepted=False)
    answer = Client.post(
        office.client(),
        office.url("people/group/"),
        {f"{part.pk}-came": "on", f"{part.pk}-motive": "x" * 400},
    )
    assert answer.status_code == 422
    assert not Talk.objects.exists()


def test_a_group_reads_as_often_for_three_as_for_one(office: Office, django_assert_num_queries: Any) -> None:
    client, url = office.client(), office.url("people/group/")
    office.newcomer("Nieuw 1", accepted=False)
    client.get(url)
    with django_assert_num_queries(5):
        client.get(url)
    for n in range(2):
        office.newcomer(f"Meer {n}", accepted=False)
    with django_assert_num_queries(5):
        client.get(url)

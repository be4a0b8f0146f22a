"""The board and what is done there."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from samen.base import audit, clock
from samen.base.models import AuditLine
from samen.duos.models import Duo
from samen.duos.rules import add_months
from samen.initiatives.actions import follow_duos
from samen.initiatives.choices import Role as StaffRole
from samen.initiatives.rules import FollowUp
from samen.intake.actions import Facts, WishedFor
from samen.intake.choices import Strength, Wanted
from samen.matching.choices import Answer, Mark, ProposalStatus
from samen.matching.models import PairMark, Proposal
from samen.messaging.models import OutboxMessage
from tests.support.initiative import ACTOR, Office


def test_board_shows_who_waits_and_both_proposals(office: Office):
    office.newcomer("Amal Saleh", facts=Facts(interests=["koken"], availability=1))
    office.newcomer("Tesfay Gebre")
    office.coach("Bart Goossens", facts=Facts(interests=["koken"], availability=1))
    page = office.client().get(office.url("matching/")).content.decode()
    for words in ("Amal Saleh", "Tesfay Gebre", "Bart Goossens", "Meeste duo’s", "Beste klik"):
        assert words in page
    assert "Allebei: koken." in page
    assert "Voor wie is er nu niemand?" in page


def test_board_says_what_to_do_when_nobody_waits(office: Office):
    page = office.client().get(office.url("matching/")).content.decode()
    assert "Niemand wacht op een duo" in page


def test_board_reads_the_same_number_of_times_however_many_wait(office: Office):
    client = office.client()
    counts = []
    for _round in range(3):
        office.newcomer(facts=Facts(interests=["koken"]), wishes=[WishedFor(Wanted.TIME, Strength.PREFER)])
        office.coach(facts=Facts(interests=["koken"]))
        client.get(office.url("matching/"))
        with CaptureQueriesContext(connection) as seen:
            client.get(office.url("matching/"))
        counts.append(len(seen))
    assert counts[0] == counts[2], counts


def test_pin_ban_and_undo(office: Office):
    newcomer, coach = office.newcomer(), office.coach()
    client = office.client()
    base = office.url(f"matching/pairs/{newcomer.pk}/{coach.pk}/")
    answer = client.post(f"{base}mark/pin/", follow=True)
    assert PairMark.objects.get().mark == Mark.PIN
    assert f"{base}mark/free/" in answer.content.decode()
    client.post(f"{base}mark/ban/")
    assert PairMark.objects.get().mark == Mark.BAN
    page = client.get(office.url("matching/")).content.decode()
    assert "Eén coach is uitgesloten of al geprobeerd." in page
    client.post(f"{base}mark/free/")
    assert not PairMark.objects.exists()
    assert client.post(f"{base}mark/nonsense/").status_code == 404


def test_gut_feeling_is_kept_and_counts(office: Office):
    newcomer, coach = office.newcomer(), office.coach()
    base = office.url(f"matching/pairs/{newcomer.pk}/{coach.pk}/")
    client = office.client()
    client.post(f"{base}feeling/", {"note": "Ik zie dit zitten.", "bonus": "4"})
    page = client.get(base).content.decode()
    assert "Ik zie dit zitten." in page
    assert "Jouw buikgevoel telt mee." in page
    refused = client.post(f"{base}feeling/", {"note": "x" * 1001, "bonus": "99"})
    assert refused.status_code == 422
    assert "x" * 1001 in refused.content.decode()
    assert PairMark.objects.get().bonus == 4


def test_from_proposal_to_duo(office: Office):
    newcomer, coach = office.newcomer("Amal"), office.coach("Bart")
    client = office.client()
    client.post(office.url(f"matching/pairs/{newcomer.pk}/{coach.pk}/propose/"))
    proposal = Proposal.objects.get()
    assert sum(reason["points"] for reason in proposal.reasons) == proposal.score
    base = office.url(f"matching/proposals/{proposal.pk}/")
    early = client.post(f"{base}start/", {"starts_on": clock.today(), "months": "12", "rules_told": "on"})
    assert "noteer eerst dat allebei ja zeiden" in early.content.decode()
    client.post(f"{base}answer/newcomer/", {"newcomer-answer": "yes"})
    client.post(f"{base}answer/coach/", {"coach-answer": "yes"})
    page = client.get(base).content.decode()
    assert "Allebei zeiden zij ja. Start het duo." in page
    short = client.post(f"{base}start/", {"starts_on": "2026-11-24", "ends_on": "2027-01-01", "months": ""})
    assert short.status_code == 422
    assert "zes maanden na de start" in short.content.decode()
    today = clock.today()
    begin = {"starts_on": today, "months": "9", "tell": "on"}
    untold = client.post(f"{base}start/", {**begin, "why": "ja"})
    assert (untold.status_code, Duo.objects.count()) == (422, 0)
    assert "Leg eerst aan allebei de vier regels uit" in untold.content.decode()
    uninsured = client.post(f"{base}start/", {**begin, "rules_told": "on"})
    assert (uninsured.status_code, Duo.objects.count()) == (422, 0)
    assert "geen verzekering" in uninsured.content.decode()
    follow_duos(initiative=office.initiative, days=FollowUp(rhythm=7), actor=ACTOR)
    client.post(f"{base}start/", {**begin, "rules_told": "on", "why": "de polis komt morgen"})
    duo = Duo.objects.get()
    assert duo.rhythm_days == 7
    assert {message.to_name for message in OutboxMessage.objects.all()} == {"Amal", "Bart"}
    assert duo.ends_on == add_months(today, 9)
    assert duo.changes.get().why == "de polis komt morgen"
    proposal.refresh_from_db()
    assert (proposal.status, proposal.duo_id) == (ProposalStatus.STARTED, duo.pk)


def test_a_no_ends_the_proposal_and_can_be_taken_back(office: Office):
    newcomer, coach = office.newcomer("Amal"), office.coach("Bart")
    client = office.client()
    client.post(office.url(f"matching/pairs/{newcomer.pk}/{coach.pk}/propose/"))
    base = office.url(f"matching/proposals/{Proposal.objects.get().pk}/")
    answer = client.post(f"{base}answer/coach/", {"coach-answer": "no"}, follow=True)
    assert "Bart zei nee." in answer.content.decode()
    assert Proposal.objects.get().status == ProposalStatus.DECLINED
    client.post(f"{base}reopen/coach/")
    assert Proposal.objects.get().status == ProposalStatus.OPEN
    assert Proposal.objects.get().coach_answer == Answer.NOT_YET
    assert client.post(f"{base}answer/coach/", {"coach-answer": "maybe"}).status_code == 422
    assert client.post(f"{base}answer/else/", {"else-answer": "no"}).status_code == 404


def test_who_has_a_proposal_is_in_no_other(office: Office):
    newcomer, coach, other = office.newcomer("Amal"), office.coach("Bart"), office.coach("Nele")
    client = office.client()
    client.post(office.url(f"matching/pairs/{newcomer.pk}/{coach.pk}/propose/"))
    answer = client.post(office.url(f"matching/pairs/{newcomer.pk}/{other.pk}/propose/"))
    assert answer.status_code == 409
    assert "wacht niet meer op een duo" in answer.content.decode()


def test_against_a_must_only_when_pinned(office: Office):
    wish = WishedFor(Wanted.GENDER, Strength.MUST, gender="f")
    newcomer, coach = office.newcomer("Amal", wishes=[wish]), office.coach("Bart", gender="m")
    client = office.client()
    base = office.url(f"matching/pairs/{newcomer.pk}/{coach.pk}/")
    page = client.get(base).content.decode()
    assert "Dit houdt het duo tegen:" in page
    assert client.post(f"{base}propose/").status_code == 409
    client.post(f"{base}mark/pin/")
    assert client.post(f"{base}propose/").status_code == 302


def test_partners_best_first_and_why_not(office: Office):
    wish = WishedFor(Wanted.GENDER, Strength.MUST, gender="f")
    newcomer = office.newcomer("Amal", wishes=[wish], facts=Facts(interests=["koken"]))
    office.coach("Ingrid Maes", gender="f")
    office.coach("Nele Aerts", gender="f", facts=Facts(interests=["koken"]))
    office.coach("Bart Goossens", gender="m")
    page = office.client().get(office.url(f"matching/people/{newcomer.pk}/")).content.decode()
    assert page.index("Nele Aerts") < page.index("Ingrid Maes") < page.index("Bart Goossens")
    assert "Past niet, en waarom" in page
    assert "Amal wil graag een vrouw. Bart is dat niet." in page


def test_only_the_coordinator_matches(office: Office):
    for role in (StaffRole.ASSISTANT, StaffRole.READER):
        assert office.client(role).get(office.url("matching/")).status_code == 403


def test_every_step_leaves_one_audit_line(office: Office):
    newcomer, coach = office.newcomer("Amal"), office.coach("Bart")
    client = office.client()
    client.post(office.url(f"matching/pairs/{newcomer.pk}/{coach.pk}/propose/"))
    lines = AuditLine.objects.filter(verb="propose")
    assert [line.actor for line in lines] == [audit.Actor.user(office.user().pk).label]

"""The demo as a whole: what stands there on its first day, and on any day it is loaded."""

import json
import stat
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import phonenumbers
import pytest
from django.db.models import Value
from django.db.models.functions import Concat
from django.test import Client
from phonenumbers import PhoneNumberType
from pytest_django import Settings

from duomatch import Policy
from samen.accounts.models import User
from samen.base import clock
from samen.base.emails import check_email
from samen.base.errors import RuleBroken
from samen.base.models import AuditLine
from samen.base.phones import to_e164
from samen.base.scoping import scope
from samen.compliance.choices import Level, Rule
from samen.compliance.models import Alert
from samen.demo import coaches, duos, load, newcomers, recruiting, worries
from samen.demo.notation import read_diary
from samen.demo.year.names import OLDER, ORIGINS, YOUNGER
from samen.desk.choices import Stage
from samen.desk.queries import stage_counts
from samen.desk.worklist import worklist
from samen.duos.choices import CheckInMoment, ClosingReason, DuoStatus, Light, MeetingWay, Onward
from samen.duos.messages import OVER
from samen.duos.models import CheckIn, Duo, Meeting, Signature
from samen.duos.outcome import FEWEST
from samen.duos.outcome_queries import impact
from samen.duos.queries import live_duos, standing
from samen.initiatives.models import Initiative
from samen.intake.dayparts import parse_availability
from samen.matching.choices import Answer, Mark
from samen.matching.models import PairMark
from samen.matching.pool import read_pool
from samen.messaging.choices import Status
from samen.messaging.models import OutboxMessage
from samen.outreach.models import Intermediary, Registration
from samen.outreach.queries import due_calls
from samen.papers.choices import Waits
from samen.papers.models import RecordCheck
from samen.people.choices import Gender, Role
from samen.people.models import Participation, Person
from samen.people.words import fold
from samen.signals.choices import Category, Why
from samen.signals.models import HandOver, Signal
from samen.signals.queries import on_today, services
from samen.site.command import DONE, main
from samen.site.data_folder import DataFolder

pytestmark = pytest.mark.django_db

# An ordinary day, a leap day, and a last of the month from which months are counted.
DAYS = [date(2026, 11, 25), date(2028, 2, 29), date(2027, 8, 31)]
EVERYBODY = (*newcomers.EVERYBODY, *coaches.EVERYBODY)


@pytest.fixture
def demo_file(tmp_path: Path) -> Path:
    return tmp_path / "demo.json"


@pytest.fixture
def told(demo_file: Path) -> Iterator[dict[str, Any]]:
    """The demo, loaded and in scope, as its file tells it."""
    load.load(demo_file, past_days=0)
    document: dict[str, Any] = json.loads(demo_file.read_text())
    with scope(Initiative.objects.get(slug=document["initiative"]).pk):
        yield document


@pytest.fixture(params=DAYS, ids=str)
def day(request: pytest.FixtureRequest) -> Iterator[date]:
    """A day on which the demo stands, in scope."""
    load.make(request.param, past_days=0)
    with scope(Initiative.objects.get(slug=load.SLUG).pk):
        yield request.param


def names(duo: Duo) -> tuple[str, str]:
    return str(duo.newcomer.person), str(duo.coach.person)


def test_who_waits(told: dict[str, Any]) -> None:
    pool = read_pool()
    assert (len(pool.newcomers), len(pool.coaches), len(pool.open_proposals)) == (25, 17, 3)
    assert {str(pool.parts[person.id].person) for person in pool.profiles.values()} == {
        someone.name for someone in (*newcomers.WAITING, *coaches.WAITING)
    }


def test_every_stage_has_its_people(told: dict[str, Any]) -> None:
    assert stage_counts() == {Stage.WAITING: 48, Stage.IN_DUO: 26, Stage.NEW: 5, Stage.FORMER: 3}


def test_the_board_uses_every_coach(told: dict[str, Any]) -> None:
    pool, today = read_pool(), clock.today()
    most, best = (pool.propose(policy, today) for policy in (Policy.MOST_DUOS, Policy.BEST_FIT))
    assert (most.totals.pairs, best.totals.pairs) == (18, 17)
    assert {pair.coach for pair in most.pairs} == {coach.id for coach in pool.coaches}
    assert [
        pool.parts[person.id].person.given_name for person in best.unmatched if person.role == "coach"
    ] == ["Filip"]
    nobody = {
        str(pool.parts[person.id].person): {reason.code for reason in person.reasons}
        for person in most.unmatched
    }
    assert nobody["Farzana Hosseini"] == {"gender_must", "distance_must", "no_common_time"}
    assert nobody["Selam Hailemariam"] == {"gender_must", "no_common_time"}
    assert nobody["Sunita Gurung"] == {"distance_must", "no_common_time"}


def test_answers_to_the_proposals(told: dict[str, Any]) -> None:
    assert [
        (str(p.newcomer.person), p.newcomer_answer, p.coach_answer) for p in read_pool().open_proposals
    ] == [
        ("Hana Berhane", Answer.YES, Answer.YES),
        ("Alireza Moradi", Answer.YES, Answer.NOT_YET),
        ("Kateryna Lysenko", Answer.NOT_YET, Answer.NOT_YET),
    ]


def test_marks(told: dict[str, Any]) -> None:
    marks = PairMark.objects.select_related("newcomer__person").order_by("pk")
    assert [(str(mark.newcomer.person), mark.mark, mark.bonus) for mark in marks] == [
        ("Yemane", Mark.PIN, 0),
        ("Blerim Krasniqi", Mark.BAN, 0),
        ("Anahit Grigoryan", Mark.NONE, 3),
    ]


def test_how_the_duos_stand(day: date) -> None:
    lights = {names(duo): standing(duo, day).light for duo in live_duos()}
    assert Counter(lights.values()) == {Light.GOOD: 11, Light.WARN: 1, Light.BAD: 1, Light.PAUSE: 1}
    assert {pair: light for pair, light in lights.items() if light is not Light.GOOD} == {
        ("Nataliia Hrytsenko", "Sabine Ghekiere"): Light.BAD,
        ("Tesfaye Bekele", "Dries Callens"): Light.WARN,
        ("Layla Mansour", "Julie Temmerman"): Light.PAUSE,
    }


def test_alerts_stand_ready(day: date) -> None:
    # Who answers how it goes does so by the clock: the check-ins differ with the day of the test.
    calls = (Rule.SILENT_DUO, Rule.END_IS_NEAR, Rule.PERIOD, Rule.ONLY_COACH)
    alerts = Alert.objects.filter(rule__in=calls).select_related(
        "duo__newcomer__person", "duo__coach__person"
    )
    assert {(alert.rule, alert.level, *names(alert.duo)) for alert in alerts} == {
        (Rule.SILENT_DUO, Level.NOW, "Nataliia Hrytsenko", "Sabine Ghekiere"),
        (Rule.SILENT_DUO, Level.SOON, "Tesfaye Bekele", "Dries Callens"),
        (Rule.END_IS_NEAR, Level.SOON, "Blessing Osagie", "Veerle Cottenier"),
        (Rule.ONLY_COACH, Level.SOON, "Nataliia Hrytsenko", "Sabine Ghekiere"),
    }
    work = worklist(datetime.combine(day, time(9), clock.BRUSSELS))
    assert (len(work.now), len(work.week), work.new_people) == (2, 5, 5)


def test_who_finds_people_and_whom_they_brought(told: dict[str, Any]) -> None:
    found = {
        str(one): Registration.objects.filter(source__intermediary=one).count()
        for one in Intermediary.objects.all()
    }
    assert found == {
        f"{partner.name}, {partner.organisation}": len(partner.brings) for partner in recruiting.PARTNERS
    }
    assert [str(one).split(",")[0] for one in due_calls(clock.today())] == ["Mustafa Yıldız"]
    assert Registration.objects.count() == sum(found.values()) + len(recruiting.BY_FLYER) + len(
        recruiting.HEARD
    )


def test_what_goes_less_well(day: date) -> None:
    found = {row.signal.category: (str(row.signal.participation), row.why) for row in on_today(day)}
    assert found == {
        Category.TOO_MUCH: ("Hanne Debruyne", Why.NEW),
        Category.OTHER_HELP: ("Ousmane Kourouma", Why.STEP_DUE),
    }
    assert {one.name for one in services()} == {words.name for words in worries.SERVICES}
    assert str(HandOver.objects.get().participation) == "Ousmane Kourouma"


def test_former_duos(day: date) -> None:
    ended = Duo.objects.exclude(status=DuoStatus.ACTIVE).order_by("-closed_on")
    assert [(duo.status, duo.closing_reason) for duo in ended] == [
        (DuoStatus.STOPPED, ClosingReason.MOVED),
        (DuoStatus.COMPLETED, ClosingReason.GOES_ON_PRIVATELY),
    ]


def test_every_line_of_a_diary_is_a_meeting(told: dict[str, Any]) -> None:
    diaries = [list(read_diary(story.diary)) for story in (*duos.FORMER, *duos.RUNNING)]
    assert Meeting.objects.count() == sum(len(diary) for diary in diaries)
    assert {met.minutes for diary in diaries for met in diary} == {60, 75, 90, 120, 150, 180}


def test_one_duo_is_of_a_family_and_its_coach_was_checked(told: dict[str, Any]) -> None:
    assert [names(duo) for duo in Duo.objects.filter(with_children=True)] == [
        ("Oksana Tkach", "Hanne Debruyne")
    ]
    assert str(RecordCheck.objects.get().participation) == "Hanne Debruyne"
    assert {one.why for one in worklist(clock.now()).papers} & {Waits.RECORD} == set()


def test_one_coach_was_a_newcomer_before(told: dict[str, Any]) -> None:
    andriy = Participation.objects.filter(person__family_name="Savchuk").order_by("pk")
    assert [(part.role, part.ended_on is None) for part in andriy] == [("newcomer", False), ("coach", True)]


def test_some_meetings_are_online_or_by_telephone(told: dict[str, Any]) -> None:
    assert Counter(Meeting.objects.exclude(way=MeetingWay.TOGETHER).values_list("way", flat=True)) == {
        MeetingWay.ONLINE: 2,
        MeetingWay.PHONE: 1,
    }


def test_no_diary_is_perfectly_regular() -> None:
    days = {story.newcomer: [met.days for met in read_diary(story.diary)] for story in duos.RUNNING}
    gaps = {name: [before - after for before, after in pairwise(met)] for name, met in days.items()}
    assert [name for name, between in gaps.items() if len(between) > 1 and len(set(between)) == 1] == []
    assert [name for name, between in gaps.items() if min(between, default=1) < 1] == []


def test_every_free_moment_is_read() -> None:
    unread = {someone.name: parse_availability(someone.free).unread for someone in EVERYBODY}
    assert {name: words for name, words in unread.items() if words} == {}


def test_everybody_can_be_reached(told: dict[str, Any]) -> None:
    assert _reachable_and_all_different() == 81


def _reachable_and_all_different() -> int:
    people = list(Person.objects.all())
    phones = [person.phone for person in people if person.phone]
    emails = [person.email for person in people if person.email]
    assert [to_e164(phone) for phone in phones] == phones
    assert {phonenumbers.number_type(phonenumbers.parse(phone)) for phone in phones} == {
        PhoneNumberType.MOBILE
    }
    assert [check_email(email) for email in emails] == emails
    assert (len(set(phones)), len(set(emails))) == (len(phones), len(emails))
    assert len({str(person) for person in people}) == len(people)
    return len(people)


def test_sign_ins_work(told: dict[str, Any], settings: Settings) -> None:
    settings.SECOND_FACTOR_REQUIRED = False
    assert [sign_in["role"] for sign_in in told["sign_ins"]] == ["coordinator", "assistant", "reader"]
    for sign_in in told["sign_ins"]:
        client = Client()
        answer = client.post(
            "/accounts/login/", {"login": sign_in["email"], "password": sign_in["password"]}, follow=True
        )
        assert (answer.status_code, answer.request["PATH_INFO"]) == (200, f"/desk/{load.SLUG}/")


def test_own_pages_open(told: dict[str, Any]) -> None:
    assert [page["role"] for page in told["own_pages"]] == ["newcomer", "coach"]
    for page in told["own_pages"]:
        client = Client()
        assert client.post(page["path"], {"do": "open"})["Location"] == "/my/"
        shown = client.get("/my/").content.decode()
        assert f"Dag {page['name']}" in shown
        assert "De bib" in shown


def test_passwords_are_drawn_each_time() -> None:
    first = {sign_in["password"] for sign_in in load.make(clock.today(), past_days=0)["sign_ins"]}
    Initiative.objects.update(slug="before")
    User.objects.update(email=Concat("email", Value(".before")))
    second = {sign_in["password"] for sign_in in load.make(clock.today(), past_days=0)["sign_ins"]}
    assert len(first | second) == 6


def test_file_is_private(told: dict[str, Any], demo_file: Path) -> None:
    assert stat.S_IMODE(demo_file.stat().st_mode) == 0o600
    assert list(demo_file.parent.iterdir()) == [demo_file]


def test_nothing_remains_when_loading_fails(demo_file: Path) -> None:
    load.make(clock.today(), past_days=0)
    before = (Initiative.objects.count(), User.objects.count(), AuditLine.objects.count())
    with pytest.raises(RuleBroken, match="samen-deinze"):
        load.load(demo_file, past_days=0)
    assert (Initiative.objects.count(), User.objects.count(), AuditLine.objects.count()) == before
    assert not demo_file.exists()


def test_a_second_load_changes_nothing(told: dict[str, Any], demo_file: Path) -> None:
    before = AuditLine.objects.count()
    load.load(demo_file, past_days=0)
    assert json.loads(demo_file.read_text()) == told
    assert AuditLine.objects.count() == before


def test_nothing_remains_when_the_file_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load.load(tmp_path / "no such folder" / "demo.json", past_days=0)
    assert (Initiative.objects.count(), User.objects.count()) == (0, 0)


def test_command_loads_once_with_a_past(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], settings: Settings
) -> None:
    settings.DATA = DataFolder(tmp_path)
    told = []
    for _ in range(2):
        assert main(["demo", "--json"]) == DONE
        told.append(json.loads(capsys.readouterr().out))
    assert told[0] == told[1]
    assert [sign_in["role"] for sign_in in told[0]["sign_ins"]] == ["coordinator", "assistant", "reader"]
    assert list(Initiative.objects.values_list("slug", flat=True)) == [told[0]["initiative"]]
    with scope(Initiative.objects.get().pk):
        _the_past_is_rich()
        _only_stories_ask_for_attention()
        _reachable_and_all_different()


def _the_past_is_rich() -> None:
    ended = Duo.objects.exclude(status=DuoStatus.ACTIVE)
    assert min(ended.filter(status=status).count() for status in (DuoStatus.COMPLETED, DuoStatus.STOPPED)) > 1
    assert min(ended.filter(**{f"{role}_onward": Onward.ALUMNI}).count() for role in Role) > 1
    said = CheckIn.objects.filter(duo__in=ended).values_list("moment", "by_role")
    asked = (CheckInMoment.FIRST_WEEKS, CheckInMoment.HALFWAY, CheckInMoment.BEFORE_END)
    assert set(said) >= set(product(asked, Role.values))
    assert all(scored.found and scored.found.people >= FEWEST for scored in impact(None).scored)
    assert Signature.objects.filter(duo__in=ended).count() > ended.count()
    assert Signal.objects.exclude(outcome="").exists()
    assert Registration.objects.filter(source__intermediary__ended_on__isnull=False).exists()
    assert OutboxMessage.objects.filter(kind=OVER, status=Status.DONE).exists()


def _only_stories_ask_for_attention() -> None:
    pool = read_pool()
    assert (len(pool.newcomers), len(pool.coaches), len(pool.open_proposals)) == (25, 17, 3)
    counts = {stage: number for stage, number in stage_counts().items() if stage != Stage.FORMER}
    assert counts == {Stage.WAITING: 48, Stage.IN_DUO: 26, Stage.NEW: 5}
    assert Duo.objects.filter(status=DuoStatus.ACTIVE).count() == len(duos.RUNNING)
    assert {alert.duo.status for alert in Alert.objects.filter(closed_on=None, duo__isnull=False)} == {
        DuoStatus.ACTIVE
    }
    work = worklist(clock.now())
    assert not any((work.unheard, work.papers, work.recalls, work.unsigned, work.unanswered))
    assert [str(one).split(",")[0] for one in due_calls(clock.today())] == ["Mustafa Yıldız"]
    assert len(on_today(clock.today())) == 2


def test_shares_nobody_with_the_registrations(told: dict[str, Any], reference_data: Path) -> None:
    files = sorted((reference_data / "registrations").glob("*.expected.json"))
    listed = [person for file in files for person in json.loads(file.read_text())["people"]]
    assert len(listed) == 83
    here = list(Person.objects.all())
    for field in ("phone", "email"):
        assert {p[field] for p in listed if p.get(field)} & {getattr(p, field) for p in here} == set()
    # Whoever has no year of birth in the list could be anybody of that name.
    assert {fold(f"{p['given_name']} {p['family_name']}") for p in listed} & {
        fold(str(p)) for p in here
    } == set()


def test_names_of_the_past_are_nobodys(reference_data: Path) -> None:
    taken = {fold(someone.name) for someone in EVERYBODY}
    for file in sorted((reference_data / "registrations").glob("*.expected.json")):
        listed = json.loads(file.read_text())["people"]
        taken |= {fold(f"{person['given_name']} {person['family_name']}") for person in listed}
    drawn = {
        fold(f"{given} {family}")
        for origin in (*ORIGINS, OLDER, YOUNGER)
        for gender in (Gender.WOMAN, Gender.MAN)
        for given in origin.given(gender)
        for family in origin.families.split(", ")
    }
    assert drawn & taken == set()

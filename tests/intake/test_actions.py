"""What the conversation yields, and what the database refuses."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from samen.base.errors import RuleBroken
from samen.base.models import AuditLine
from samen.intake.actions import Facts, WishedFor, decide, note_facts
from samen.intake.choices import Outcome, Strength, Wanted
from samen.intake.models import ALL_SLOTS, Decision, Profile, Wish
from samen.intake.queries import accepted, with_outcome
from samen.intake.week import moment
from samen.people.actions import end_part
from samen.people.models import Participation
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.postgres

TODAY = date(2026, 11, 24)
YOUNG = WishedFor(Wanted.AGE, Strength.PREFER, age_max=40)
NEAR = WishedFor(Wanted.DISTANCE, Strength.MUST, max_km=10)


@pytest.fixture
def part(office: Office) -> Participation:
    return office.newcomer(accepted=False)


def note(part: Participation, facts: Facts | None = None, *wishes: WishedFor) -> Profile:
    return note_facts(part=part, facts=facts or Facts(), wishes=wishes, actor=ACTOR)


def test_facts_and_wishes(part: Participation) -> None:
    note(part, Facts(availability=5, interests=["koken"], profession="bakker", personality=4), YOUNG, NEAR)
    profile = Profile.objects.get(participation=part)
    assert (profile.availability, profile.interests, profile.profession) == (5, ["koken"], "bakker")
    assert {wish.about: (wish.strength, wish.age_max, wish.max_km) for wish in part.wishes.all()} == {
        "age": ("prefer", 40, None),
        "distance": ("must", None, 10),
    }


def test_noting_again_replaces_what_was_known(part: Participation) -> None:
    note(part, Facts(profession="bakker", personality=4), YOUNG)
    note(part, Facts(profession="kok"), NEAR)
    profile = Profile.objects.get()
    assert (profile.profession, profile.personality) == ("kok", None)
    assert [wish.about for wish in Wish.objects.all()] == ["distance"]


def test_a_wish_that_does_not_matter_is_not_kept(part: Participation) -> None:
    note(part, None, WishedFor(Wanted.GENDER, Strength.NO_MATTER, gender="f"))
    assert not Wish.objects.exists()


def test_the_log_tells_that_facts_were_noted_and_not_which(part: Participation) -> None:
    note(part, Facts(profession="geheim"))
    line = AuditLine.objects.get(verb="note_facts")
    assert (line.subject_id, line.facts) == (part.pk, {})


def test_the_last_decision_counts(part: Participation) -> None:
    outcomes = [None]
    for outcome in (Outcome.WAITING_LANGUAGE, Outcome.ACCEPTED, Outcome.DECLINED, Outcome.ACCEPTED):
        decide(part=part, outcome=outcome, recall_on=TODAY + timedelta(days=90), today=TODAY, actor=ACTOR)
        outcomes.append(with_outcome(Participation.objects.all()).get().outcome)  # type: ignore[attr-defined]
    assert outcomes == [None, "waiting_language", "accepted", "declined", "accepted"]
    assert list(accepted()) == [part]
    assert Decision.objects.filter(decided_by=ACTOR.label, decided_on=TODAY).count() == 4


def test_nothing_is_decided_about_who_left(part: Participation) -> None:
    end_part(part=part, today=TODAY, actor=ACTOR)
    part.refresh_from_db()
    with pytest.raises(RuleBroken) as raised:
        decide(part=part, outcome=Outcome.ACCEPTED, today=TODAY, actor=ACTOR)
    assert raised.value.code == "left"
    assert not Decision.objects.exists()


def test_who_left_is_no_longer_among_the_accepted(part: Participation) -> None:
    decide(part=part, outcome=Outcome.ACCEPTED, today=TODAY, actor=ACTOR)
    end_part(part=part, today=TODAY, actor=ACTOR)
    assert list(accepted()) == []


@pytest.mark.parametrize(
    ("weekday", "daypart", "words"),
    [(0, 0, "maandagvoormiddag"), (3, 2, "donderdagavond"), (6, 1, "zondagnamiddag")],
)
def test_a_moment_in_words(weekday: int, daypart: int, words: str) -> None:
    assert moment(weekday, daypart) == words


# ---------- The database refuses, whoever writes ----------


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("slots_of_a_week", {"availability": ALL_SLOTS + 1}),
        ("capacity_1_to_9", {"capacity": 0}),
        ("capacity_1_to_9", {"capacity": 10}),
        ("personality_1_to_5", {"personality": 0}),
        ("personality_1_to_5", {"personality": 6}),
    ],
)
def test_the_database_refuses_facts(part: Participation, name: str, change: dict[str, int]) -> None:
    note(part, Facts(availability=ALL_SLOTS, capacity=9, personality=5))
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Profile.objects.update(**change)


def test_the_database_refuses_ages_the_wrong_way_round(part: Participation) -> None:
    note(part, None, WishedFor(Wanted.AGE, Strength.MUST, age_min=30, age_max=30))
    with pytest.raises(IntegrityError, match="ages_in_order"), transaction.atomic():
        Wish.objects.update(age_min=31)


def test_one_wish_about_one_thing(part: Participation) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        note(part, None, YOUNG, YOUNG)

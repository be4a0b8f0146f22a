"""The rhythm of an initiative and its check-ins: what may be chosen, and what a loose rhythm costs."""

import pytest
from django.db import IntegrityError, transaction

from samen.base import clock
from samen.base.errors import RuleBroken
from samen.base.models import AuditLine
from samen.initiatives.actions import accept_ground_rules, follow_duos
from samen.initiatives.models import Initiative
from samen.initiatives.queries import follow_up_here
from samen.initiatives.rules import FollowUp, what_cannot_be
from tests.support.initiative import ACTOR, Office

USUAL, LOOSE = FollowUp(), FollowUp(rhythm=15)
WRONG = [
    ({"rhythm": 0}, "rhythm"),
    ({"rhythm": 61}, "rhythm"),
    ({"first_check_in": 0}, "first_check_in"),
    ({"first_check_in": 61, "second_check_in": 70}, "first_check_in"),
    ({"first_check_in": 42}, "second_check_in"),
    ({"second_check_in": 85}, "second_check_in"),
    ({"closing_talk": 6}, "closing_talk"),
    ({"closing_talk": 85}, "closing_talk"),
]
TODAY = clock.today()


@pytest.mark.parametrize(("chosen", "wrong"), [({}, ""), ({"rhythm": 60}, ""), *WRONG])
def test_what_may_be_chosen(chosen: dict[str, int], wrong: str) -> None:
    assert what_cannot_be(FollowUp(**chosen)) == wrong


@pytest.mark.postgres
@pytest.mark.parametrize(("chosen", "wrong"), WRONG)
def test_what_may_not_be_is_refused_and_the_database_keeps_to_it(
    office: Office, chosen: dict[str, int], wrong: str
) -> None:
    with pytest.raises(RuleBroken) as refusal:
        follow_duos(initiative=office.initiative, days=FollowUp(**chosen), actor=ACTOR)
    assert (refusal.value.code, follow_up_here()) == (wrong, USUAL)
    columns = {f"{name}_days": value for name, value in chosen.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Initiative.objects.filter(pk=office.initiative.pk).update(**columns)


def test_what_is_chosen_is_kept_with_a_line(office: Office) -> None:
    days = FollowUp(7, 10, 30, 28)
    follow_duos(initiative=office.initiative, days=days, actor=ACTOR)
    assert follow_up_here() == days
    facts = {"rhythm": 7, "first_check_in": 10, "second_check_in": 30, "closing_talk": 28, "name": False}
    assert AuditLine.objects.get(verb="follow_duos").facts == facts


def test_a_loose_rhythm_costs_the_name_and_only_knowingly(office: Office) -> None:
    here = office.initiative
    accept_ground_rules(initiative=here, carries_programme_name=True, today=TODAY, actor=ACTOR)
    with pytest.raises(RuleBroken) as refusal:
        follow_duos(initiative=here, days=LOOSE, actor=ACTOR)
    assert (refusal.value.code, follow_up_here()) == ("loses_name", USUAL)
    follow_duos(initiative=here, days=FollowUp(rhythm=14), actor=ACTOR)
    here.refresh_from_db()
    assert here.carries_programme_name
    follow_duos(initiative=here, days=LOOSE, gives_up_name=True, actor=ACTOR)
    here.refresh_from_db()
    assert (here.carries_programme_name, here.rhythm_days) == (False, 15)


def test_the_name_comes_back_with_the_rhythm_only(office: Office) -> None:
    here = office.initiative
    follow_duos(initiative=here, days=LOOSE, actor=ACTOR)
    with pytest.raises(RuleBroken) as refusal:
        accept_ground_rules(initiative=here, carries_programme_name=True, today=TODAY, actor=ACTOR)
    assert refusal.value.code == "looser_rhythm"
    follow_duos(initiative=here, days=USUAL, actor=ACTOR)
    accept_ground_rules(initiative=here, carries_programme_name=True, today=TODAY, actor=ACTOR)
    here.refresh_from_db()
    assert here.carries_programme_name


def test_an_old_copy_of_the_initiative_gives_no_name_away(office: Office) -> None:
    old = Initiative.objects.get(pk=office.initiative.pk)
    follow_duos(initiative=office.initiative, days=LOOSE, actor=ACTOR)
    with pytest.raises(RuleBroken):
        accept_ground_rules(initiative=old, carries_programme_name=True, today=TODAY, actor=ACTOR)


@pytest.mark.postgres
def test_the_database_keeps_name_and_rhythm_together(office: Office) -> None:
    accept_ground_rules(initiative=office.initiative, carries_programme_name=True, today=TODAY, actor=ACTOR)
    with pytest.raises(IntegrityError), transaction.atomic():
        Initiative.objects.update(rhythm_days=15)

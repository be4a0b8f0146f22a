"""Making an initiative and giving people a place in it."""

import pytest

from samen.accounts.models import User
from samen.base.errors import RuleBroken
from samen.base.models import AuditLine
from samen.initiatives.actions import add_initiative, add_member
from samen.initiatives.choices import Role
from samen.initiatives.models import Initiative, Membership
from samen.initiatives.queries import all_initiatives, by_slug, initiatives_of
from tests.support.initiative import ACTOR

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def make(slug: str = "deinze", name: str = "Samen in Deinze", **known: str) -> Initiative:
    return add_initiative(slug=slug, name=name, actor=ACTOR, **known)


def refusal(**known: str) -> str:
    with pytest.raises(RuleBroken) as raised:
        make(**known)
    return raised.value.code


def test_add_an_initiative() -> None:
    made = make(name="  Samen in Deinze ", organisation="OCMW Deinze")
    assert by_slug("deinze") == made
    assert (made.name, made.organisation) == ("Samen in Deinze", "OCMW Deinze")
    line = AuditLine.objects.get()
    assert (line.verb, line.actor, line.initiative_id) == ("add_initiative", ACTOR.label, made.pk)


@pytest.mark.parametrize("slug", ["a", "sint-niklaas", "9800", "a" * 50])
def test_what_a_short_name_may_be(slug: str) -> None:
    assert make(slug).slug == slug


@pytest.mark.parametrize(
    "slug",
    ["", "Deinze", "de inze", "deinze-", "-deinze", "de--inze", "de/inze", "dé", "de_inze", "a" * 51, "a\n"],
)
def test_what_a_short_name_may_not_be(slug: str) -> None:
    assert refusal(slug=slug) == "bad_slug"
    assert all_initiatives() == []


@pytest.mark.parametrize("name", ["", "   "])
def test_an_initiative_has_a_name(name: str) -> None:
    assert refusal(name=name) == "no_name"


@pytest.mark.parametrize("known", [{"name": "x" * 121}, {"organisation": "x" * 121}])
def test_names_fit_on_a_page(known: dict[str, str]) -> None:
    assert refusal(**known) == "long_name"
    assert make(name="x" * 120, organisation="x" * 120).pk


def test_a_short_name_is_given_once() -> None:
    make()
    assert refusal(name="Een ander") == "slug_taken"
    assert [one.name for one in all_initiatives()] == ["Samen in Deinze"]


def test_add_a_member_and_change_the_role() -> None:
    initiative = make()
    user = User.objects.create_user("griet@example.org", name="Griet")
    add_member(initiative=initiative, user=user, role=Role.READER, actor=ACTOR)
    add_member(initiative=initiative, user=user, role=Role.COORDINATOR, actor=ACTOR)
    assert Membership.objects.get().role == Role.COORDINATOR
    roles = AuditLine.objects.filter(verb="add_member").values_list("facts", flat=True)
    assert list(roles) == [{"role": "reader"}, {"role": "coordinator"}]


def test_where_somebody_works() -> None:
    user = User.objects.create_user("griet@example.org", name="Griet")
    for slug, name in (("zulte", "Zulte"), ("aalter", "Aalter"), ("gent", "Gent")):
        initiative = make(slug, name)
        if slug != "gent":
            add_member(initiative=initiative, user=user, role=Role.READER, actor=ACTOR)
    assert [one.name for one in initiatives_of(user)] == ["Aalter", "Zulte"]

"""Two people press at the same moment."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from samen.base import clock
from samen.base.errors import Refused
from samen.base.scoping import scope
from samen.outreach import actions
from samen.outreach.models import IntermediaryKind, Material, Source
from tests.support.initiative import ACTOR, Office
from tests.support.recruiting import a_link, a_material, an_intermediary

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

AT_ONCE = 4


def press(office: Office, what: Callable[[], object]) -> list[object]:
    """What each of several who press at once gets; a refusal is told by its code."""

    def one(_number: int) -> object:
        try:
            with scope(office.initiative.pk):
                return what()
        except Refused as refusal:
            return refusal.code
        finally:
            connection.close()

    def answers() -> Iterator[object]:
        with ThreadPoolExecutor(AT_ONCE) as people:
            yield from people.map(one, range(AT_ONCE))

    return list(answers())


def test_kinds_are_seeded_once(office: Office) -> None:
    press(office, lambda: actions.seed_kinds(actor=ACTOR))
    assert IntermediaryKind.objects.count() == 14


def test_one_link_is_made(office: Office) -> None:
    hilde = an_intermediary()
    links = press(office, lambda: a_link(hilde))
    assert len(set(links)) == Source.objects.count() == 1


def test_one_channel_is_made(office: Office) -> None:
    def add() -> object:
        return actions.add_channel(label="Facebook", today=clock.today(), actor=ACTOR).label

    assert sorted(map(str, press(office, add))) == ["Facebook", *["channel_exists"] * (AT_ONCE - 1)]


def test_one_secret_is_told(office: Office) -> None:
    hilde = an_intermediary()
    told = press(office, lambda: actions.open_page(intermediary=hilde, instead_of="", actor=ACTOR))
    assert told.count("page_renewed") == AT_ONCE - 1


def test_the_stock_is_counted_right(office: Office) -> None:
    hilde, material = an_intermediary(), a_material(stock=25)

    def give() -> object:
        today = clock.today()
        return actions.hand_out(
            intermediary=hilde, material=material, number=10, on=today, today=today, actor=ACTOR
        ).from_stock

    assert sorted(map(int, map(str, press(office, give)))) == [0, 5, 10, 10]
    assert Material.objects.get().stock == 0

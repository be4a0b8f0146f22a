"""Insurance: until when somebody is covered, and the pages that keep it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from samen.papers.models import Policy
from samen.papers.policy_rules import covered_until, ends_soon, holds, is_urgent
from tests.support.initiative import Office

DAY = date(2026, 11, 24)
spans = some.lists(
    some.tuples(some.integers(-40, 40), some.none() | some.integers(0, 40)).map(
        lambda span: (
            DAY + timedelta(days=span[0]),
            None if span[1] is None else DAY + timedelta(days=span[0] + span[1]),
        )
    ),
    max_size=5,
)


@given(spans)
def test_cover_lasts_until_the_first_day_without_any(terms: list[tuple[date, date | None]]) -> None:
    last = None
    for n in range(200):
        if not any(holds(term, DAY + timedelta(days=n)) for term in terms):
            break
        last = DAY + timedelta(days=n)
    found = covered_until(terms, DAY)
    assert found == last or (found == date.max and last == DAY + timedelta(days=199))


@pytest.mark.parametrize(
    ("days", "soon", "urgent"), [(61, False, False), (60, True, False), (14, True, True)]
)
def test_warned_sixty_and_fourteen_days_before(days: int, soon: bool, urgent: bool) -> None:
    last = DAY + timedelta(days=days)
    assert (ends_soon(last, DAY), is_urgent(last, DAY)) == (soon, urgent)
    assert is_urgent(None, DAY)


@pytest.mark.django_db
def test_a_policy_is_noted_corrected_and_taken_away(office: Office) -> None:
    client, url = office.client(), office.url("settings/insurance/")
    assert "Vandaag is er geen verzekering" in client.get(url).content.decode()
    sent = {"arranged_by": "own", "insurer": "Ons Huis", "starts_on": "2020-01-01", "covers_liability": "on"}
    wrong = client.post(f"{url}add/", {**sent, "ends_on": "2019-12-31"})
    assert (wrong.status_code, Policy.objects.count()) == (422, 0)
    assert client.post(f"{url}add/", sent).status_code == 302
    assert "zonder einddatum" in client.get(url).content.decode()
    policy = Policy.objects.get()
    client.post(f"{url}{policy.pk}/", {**sent, "ends_on": "2021-12-31"})
    assert "voorbij" in client.get(url).content.decode()
    client.post(f"{url}{policy.pk}/remove/")
    assert not Policy.objects.exists()

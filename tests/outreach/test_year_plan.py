"""What is to do for recruiting through the year: begun with a list, made one's own, done once a year."""

from datetime import date

import pytest
from django.test import Client

from samen.base import clock
from samen.base.errors import Conflict, RuleBroken
from samen.outreach import year_actions as actions
from samen.outreach.models import YearTask, YearTaskDone
from samen.outreach.year_queries import due_tasks, year_plan
from samen.outreach.year_suggestions import SUGGESTIONS
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.postgres

MARCH, NEXT_MARCH = date(2026, 3, 5), date(2027, 3, 5)


@pytest.fixture
def client(office: Office) -> Client:
    return office.client()


@pytest.fixture
def url(office: Office) -> str:
    return office.url("recruiting/year/")


def test_what_is_done_is_due_again_next_year(office: Office) -> None:
    task = actions.add_task(month=3, what="Zoek coaches", actor=ACTOR)
    assert due_tasks(MARCH) == [task]
    assert due_tasks(date(2026, 4, 1)) == []
    for _ in range(2):
        actions.mark_done(task=task, today=MARCH, actor=ACTOR)
    assert (due_tasks(MARCH), due_tasks(NEXT_MARCH), YearTaskDone.objects.count()) == ([], [task], 1)
    actions.take_back_done(task=task, today=MARCH, actor=ACTOR)
    assert due_tasks(MARCH) == [task]


def test_the_plan_has_twelve_months_and_knows_this_one(office: Office) -> None:
    plan = year_plan(MARCH)
    assert [month.number for month in plan] == list(range(1, 13))
    assert [month.number for month in plan if month.is_now] == [3]


def test_the_same_thing_stands_once_in_a_month(office: Office) -> None:
    actions.add_task(month=3, what="Zoek coaches", actor=ACTOR)
    with pytest.raises(RuleBroken, match="al in die maand"):
        actions.add_task(month=3, what="Zoek coaches", actor=ACTOR)
    actions.add_task(month=4, what="Zoek coaches", actor=ACTOR)


def test_suggestions_only_begin_an_empty_plan(office: Office) -> None:
    actions.begin_with_suggestions(actor=ACTOR)
    assert YearTask.objects.count() == len(SUGGESTIONS)
    with pytest.raises(Conflict, match="al iets"):
        actions.begin_with_suggestions(actor=ACTOR)


def test_begin_do_remove_and_take_back_at_the_desk(office: Office, client: Client, url: str) -> None:
    assert "Begin met het voorbeeld" in client.get(url).content.decode()
    client.post(f"{url}begin/")
    assert client.post(f"{url}begin/").status_code == 409
    YearTask.objects.exclude(month=1).delete()
    task = YearTask.objects.get()
    client.post(f"{url}{task.pk}/done/", {"do": "done"})
    assert YearTaskDone.objects.filter(year=clock.today().year).exists()
    client.post(f"{url}{task.pk}/done/", {"do": "back"})
    assert not YearTaskDone.objects.exists()
    page = client.post(f"{url}{task.pk}/remove/", follow=True)
    assert not YearTask.objects.exists()
    undo = str(next(iter(page.context["messages"])).extra_tags)
    client.post(undo)
    assert YearTask.objects.get().what == task.what


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"month": "13", "what": "x"}, "13"),
        ({"month": "3", "what": " "}, "verplicht"),
        ({"month": "3", "what": "x" * 10_000}, "160"),
        ({"month": "nonsense", "what": "Zoek <b>coaches</b>"}, "Zoek &lt;b&gt;coaches&lt;/b&gt;"),
    ],
)
def test_refusals_keep_what_was_typed(client: Client, url: str, typed: dict[str, str], sentence: str) -> None:
    answer = client.post(url, typed)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not YearTask.objects.exists()


def test_this_month_stands_at_today_until_it_is_done(office: Office, client: Client) -> None:
    task = actions.add_task(month=clock.today().month, what="Bel de school", actor=ACTOR)
    assert "Bel de school" in client.get(office.url("")).content.decode()
    actions.mark_done(task=task, today=clock.today(), actor=ACTOR)
    assert "Bel de school" not in client.get(office.url("")).content.decode()


@pytest.mark.parametrize("tasks", [1, 3])
def test_the_page_reads_as_often_for_three_as_for_one(
    client: Client, url: str, office: Office, tasks: int, django_assert_num_queries: object
) -> None:
    for n in range(tasks):
        actions.add_task(month=3, what=f"Taak {n}", actor=ACTOR)
    client.get(url)
    with django_assert_num_queries(4):  # type: ignore[operator]
        client.get(url)

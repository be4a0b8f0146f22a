"""What finding people yields: from registration to duo, and the sums of it."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.base import clock
from samen.base.clock import BRUSSELS
from samen.base.spreadsheet import read_workbook
from samen.desk import recruiting
from samen.desk.recruiting import Asked, Part, Tally, Way, Yield, YieldSort, total, yield_of
from samen.duos.choices import ClosingReason
from samen.initiatives.choices import Role as StaffRole
from samen.intake import actions as intake
from samen.intake.choices import Outcome
from samen.outreach import actions
from samen.outreach.choices import SourceKind
from samen.outreach.models import Registration, Source
from samen.people.choices import Role
from tests.support.initiative import ACTOR, Office, close_duo, make_office
from tests.support.recruiting import a_channel, a_link, a_material, an_intermediary, came

pytestmark = pytest.mark.postgres

TODAY = clock.today()
EVER = Asked(TODAY - timedelta(days=5000), TODAY)


def of_material(office: Office, material: object, code: str) -> Source:
    return Source.objects.create(
        initiative=office.initiative,
        code=code,
        kind=SourceKind.MATERIAL,
        label="flyer",
        material=material,
        made_on=TODAY,
    )


def lines(found: Yield) -> list[tuple[str, str, Tally]]:
    return [(part.way.value, line.name, line.tally) for part in found.parts for line in part.lines]


def adds_up(found: Yield) -> bool:
    parts = all(part.sum == total(line.tally for line in part.lines) for part in found.parts)
    return parts and found.sum == total(part.sum for part in found.parts)


def test_each_way_is_told_from_registration_to_duo(office: Office) -> None:
    hilde = an_intermediary()
    link, krant, flyer = a_link(hilde), a_channel("Gemeentekrant"), a_material()
    printed = [of_material(office, flyer, "BBBBBB"), of_material(office, flyer, "CCCCCC")]
    office.duo(came(office, "Amal", link, accepted=True).participation)
    came(office, "Yusuf", link, accepted=True)
    declined = came(office, "Olena", link)
    intake.decide(part=declined.participation, outcome=Outcome.DECLINED, today=TODAY, actor=ACTOR)
    came(office, "Rosa", krant)
    came(office, "Ali", printed[0])
    came(office, "Sara", printed[1], accepted=True)
    came(office, "Bo", heard_from="friend")
    came(office, "Cas")
    found = yield_of(EVER)
    assert lines(found) == [
        ("intermediary", "Hilde Maes, bib van Deinze", Tally(3, 3, 2, 1)),
        ("material", "Flyer oranje", Tally(2, 1, 1, 0)),
        ("channel", "Gemeentekrant", Tally(1, 0, 0, 0)),
        ("heard", "niet gezegd", Tally(1, 0, 0, 0)),
        ("heard", "via een vriend of familie", Tally(1, 0, 0, 0)),
    ]
    assert found.sum == Tally(8, 4, 3, 1)
    assert adds_up(found)
    assert [line.share for part in found.parts for line in part.lines] == [100, 67, 33, 33, 33]


def test_a_duo_that_ended_and_a_coach_count_too(office: Office) -> None:
    link = a_link(an_intermediary())
    coach = came(office, "Bart", link, role=Role.COACH, accepted=True).participation
    duo = office.duo(coach=coach)
    close_duo(duo, ClosingReason.MOVED, TODAY)
    assert yield_of(EVER).sum == Tally(1, 1, 1, 1)


def test_who_was_accepted_once_stays_counted_as_accepted(office: Office) -> None:
    part = came(office, accepted=True).participation
    intake.decide(part=part, outcome=Outcome.WITHDRAWN, today=TODAY, actor=ACTOR)
    assert yield_of(EVER).sum == Tally(1, 1, 1, 0)


def test_a_heard_answer_beside_a_link_counts_once(office: Office) -> None:
    came(office, source=a_channel(), heard_from="friend")
    assert lines(yield_of(EVER)) == [("channel", "Facebook", Tally(1, 0, 0, 0))]


def test_who_brought_nobody_yet_is_told_while_the_link_works(office: Office) -> None:
    link = a_link(an_intermediary())
    assert [tally for _way, _name, tally in lines(yield_of(EVER))] == [Tally()]
    actions.end_source(source=link, today=TODAY, actor=ACTOR)
    assert lines(yield_of(EVER)) == []
    came(office, source=link)
    assert [tally for _way, _name, tally in lines(yield_of(EVER))] == [Tally(1, 0, 0, 0)]


def test_a_period_begins_and_ends_with_its_days_in_brussels(office: Office) -> None:
    for moment in (
        datetime(2026, 5, 31, 23, 59, 59, tzinfo=BRUSSELS),
        datetime(2026, 6, 1, 0, 0, 0, tzinfo=BRUSSELS),
        datetime(2026, 6, 30, 23, 59, 59, tzinfo=BRUSSELS),
        datetime(2026, 7, 1, 0, 0, 0, tzinfo=BRUSSELS),
    ):
        came(office, at=moment)
    assert yield_of(Asked(date(2026, 6, 1), date(2026, 6, 30))).sum.registered == 2
    assert yield_of(Asked(date(2026, 6, 1), date(2026, 6, 1))).sum.registered == 1


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ({}, date(2026, 1, 1), date(2026, 11, 25)),
        ({"from": "2025-03-01"}, date(2025, 3, 1), date(2026, 11, 25)),
        ({"from": "2026-12-24"}, date(2026, 12, 24), date(2026, 12, 24)),
        ({"from": "2026-05-01", "until": "2026-04-01"}, date(2026, 4, 1), date(2026, 5, 1)),
        ({"from": "x", "until": "2026-02-30"}, date(2026, 1, 1), date(2026, 11, 25)),
        ({"from": "\x00", "until": "9999-12-31"}, date(2026, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_period_is_read_from_the_address(query: dict[str, str], first: date, last: date) -> None:
    asked = Asked.read(query, date(2026, 11, 25))
    assert (asked.first, asked.last) == (first, last)


def test_lines_are_sorted_as_asked_and_ties_by_name(office: Office) -> None:
    for name, registered, accepted in (("Čapek", 2, 0), ("Bib", 1, 1), ("Zorg", 2, 2), ("bakker", 0, 0)):
        channel = a_channel(name)
        for number in range(registered):
            came(office, source=channel, accepted=number < accepted)

    def names(sort: str) -> list[str]:
        found = yield_of(Asked.read({"sort": sort}, TODAY))
        return [line.name for part in found.parts for line in part.lines]

    assert names("name") == ["bakker", "Bib", "Čapek", "Zorg"]
    assert names("registered") == names("nonsense") == ["Čapek", "Zorg", "Bib", "bakker"]
    assert names("accepted") == names("talked") == ["Zorg", "Bib", "bakker", "Čapek"]
    assert names("matched") == names("name")


def test_nothing_of_another_initiative_is_counted(office: Office) -> None:
    came(office)
    other = make_office("gent", "Samen in Gent")
    page = other.client().get(other.url("recruiting/")).content.decode()
    assert "In deze periode schreef niemand zich in" in page


def test_the_page_and_the_workbook_tell_the_same(office: Office) -> None:
    office.duo(came(office, source=a_link(an_intermediary()), accepted=True).participation)
    came(office, heard_from="session")
    client = office.client(StaffRole.ASSISTANT)
    page = client.get(office.url("recruiting/?sort=name")).content.decode()
    assert 'aria-sort="ascending"' in page
    assert '<rect width="100" height="10">' in page
    answer = client.get(office.url(f"recruiting/export/?from={TODAY.year}-01-01&until={TODAY}"))
    assert answer["Content-Disposition"].endswith(
        f"opbrengst%20van%20{TODAY.year}-01-01%20tot%20{TODAY}.xlsx"
    )
    (sheet,) = read_workbook(answer.content)
    assert sheet.rows == [
        ["Hoe", "Naam", "Ingeschreven", "Gesprek", "Aanvaard", "Duo"],
        ["Via een tussenpersoon", "Hilde Maes, bib van Deinze", "1", "1", "1", "1"],
        ["Zonder link: wat zij zelf zeiden", "via een infomoment", "1", "0", "0", "0"],
        ["Samen", "", "2", "1", "1", "1"],
    ]


STEP = st.integers(0, 3)
WAY = st.sampled_from(["hilde", "youssef", "flyer", "krant", "friend", "session", ""])


@pytest.mark.django_db
@given(people=st.lists(st.tuples(WAY, STEP, st.booleans()), max_size=8))
def test_whoever_came_by_whatever_way_the_sums_add_up(
    people: list[tuple[str, int, bool]],
) -> None:
    from django.db import transaction

    from samen.base.scoping import scope

    with transaction.atomic():
        office = make_office("klopt", "Samen klopt")
        with scope(office.initiative.pk):
            sources = {
                "hilde": a_link(an_intermediary()),
                "youssef": a_link(an_intermediary("Youssef")),
                "flyer": of_material(office, a_material(), "BBBBBB"),
                "krant": a_channel("Krant"),
            }
            for way, step, is_this_year in people:
                heard = "" if way in sources else way
                days = 0 if is_this_year else 800
                registration = came(office, "Amal", sources.get(way), heard_from=heard, days_ago=days)
                if step:
                    outcome = Outcome.DECLINED if step == 1 else Outcome.ACCEPTED
                    intake.decide(part=registration.participation, outcome=outcome, today=TODAY, actor=ACTOR)
                if step == 3:
                    office.duo(registration.participation)
            for asked in (EVER, Asked.read({}, TODAY)):
                found = yield_of(asked)
                counted = [step for _way, step, this_year in people if this_year or asked is EVER]
                assert adds_up(found)
                assert found.sum == Tally(
                    len(counted),
                    sum(step >= 1 for step in counted),
                    sum(step >= 2 for step in counted),
                    sum(step == 3 for step in counted),
                )
            assert found.sum.registered <= Registration.objects.count()
        transaction.set_rollback(True)


@pytest.mark.pure
@given(st.lists(st.tuples(STEP, STEP, STEP, STEP)))
def test_a_total_is_the_sum_of_each_column(rows: list[tuple[int, int, int, int]]) -> None:
    found = total(Tally(*row) for row in rows)
    columns = list(zip(*rows, strict=True)) or [(), (), (), ()]
    assert found == Tally(*(sum(column) for column in columns))


@pytest.mark.pure
def test_a_sheet_of_nothing_has_its_titles_and_its_sum() -> None:
    assert recruiting.sheet(Yield()).rows[-1] == ["Samen", "", "0", "0", "0", "0"]
    assert Part(Way.HEARD, [], Tally()).sum == Tally()
    assert [str(column) for column in YieldSort] == ["name", "registered", "talked", "accepted", "matched"]

"""How matching looks."""

import pytest

from samen.base.scoping import scope
from samen.intake.actions import Facts, WishedFor
from samen.intake.choices import Strength, Wanted
from samen.matching import actions
from samen.matching.choices import Mark
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.django_db(transaction=True)


def test_matching(page, office: Office, sign_in, screens, axe):
    fatima = office.newcomer("Fatima Noori", waits_days=98, gender="f", birth_year=1990, wishes=[WishedFor(Wanted.GENDER, Strength.MUST, gender="f")], facts=Facts(availability=1 << 17 | 1 << 2, interests=["koken", "tuin"], personality=2, profession="verpleegkundige"))
    office.newcomer("Oleksandr Bondar", waits_days=63, gender="m", birth_year=1988, postal_code="9000", place="Gent", facts=Facts(availability=1 << 15 | 1 << 2, interests=["fietsen", "koken", "schaken"], personality=2, profession="elektricien"), wishes=[WishedFor(Wanted.AGE, Strength.PREFER, age_min=30, age_max=50)])
    office.newcomer("Rosa Medina", waits_days=55, facts=Facts(interests=["tuin"], availability=1 << 4))
    amal = office.newcomer("Amal Saleh", waits_days=21, gender="f", wishes=[WishedFor(Wanted.GENDER, Strength.MUST, gender="f"), WishedFor(Wanted.DISTANCE, Strength.MUST, max_km=2)])
    office.newcomer("محمد الأحمد", waits_days=8)
    nele = office.coach("Nele Aerts", gender="f", waits_days=35, birth_year=1961, facts=Facts(interests=["tuin", "koken"], availability=1 << 17, personality=3, profession="verpleegkundige"))
    bart = office.coach("Bart Goossens", gender="m", birth_year=1982, waits_days=21, facts=Facts(interests=["fietsen", "koken"], availability=1 << 15, personality=5))
    office.coach("Ingrid Maes", gender="f", waits_days=14, postal_code="8500", place="Kortrijk", facts=Facts(interests=["tuin"], availability=1 << 4))
    with scope(office.initiative.pk):
        actions.mark_pair(newcomer=fatima, coach=nele, mark=Mark.PIN, note="Nele werkte in de kinderopvang, Fatima wil dat leren.", bonus=2, actor=ACTOR)
    sign_in(page, office)
    page.goto(office.url("matching/"))
    page.locator("details.couple").nth(1).locator("summary").click()
    screens(page, "board")
    page.goto(office.url(f"matching/pairs/{fatima.pk}/{nele.pk}/"))
    screens(page, "pair")
    page.goto(office.url(f"matching/pairs/{amal.pk}/{bart.pk}/"))
    screens(page, "pair-against")
    page.goto(office.url(f"matching/people/{amal.pk}/"))
    screens(page, "partners")
    page.goto(office.url(f"matching/pairs/{fatima.pk}/{nele.pk}/"))
    page.get_by_role("button", name="Stel voor aan allebei").click()
    screens(page, "proposal")
    for name in ("Fatima", "Nele"):
        card = page.locator(".panel", has=page.get_by_role("button", name=f"Bewaar het antwoord van {name}"))
        card.get_by_text("ja", exact=True).click()
        card.get_by_role("button").click()
    screens(page, "ready")
    assert axe(page) == []

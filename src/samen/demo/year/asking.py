"""How it goes, as the two say it at each check-in."""

from datetime import date

from samen.base import clock
from samen.demo.year.life import GOOD, Life
from samen.demo.year.words import (
    GOES_LESS_WELL,
    GOES_WELL,
)
from samen.demo.year.year import ROLES, Year
from samen.duos import (
    check_in_actions,
)
from samen.duos.check_in_actions import SCORES, Said
from samen.duos.check_in_queries import find_check_in
from samen.duos.choices import (
    CheckInMoment,
    CheckInWay,
    HowItGoes,
)
from samen.duos.models import MOST_SCORE
from samen.people.choices import Role

# How much higher somebody scores at each moment at which it is asked.
GROWN = {CheckInMoment.FIRST_WEEKS: 0, CheckInMoment.HALFWAY: 1, CheckInMoment.BEFORE_END: 2}


def plan_answers(year: Year, life: Life, moment: CheckInMoment, day: date) -> None:
    """Each of the two answers within a week, later, or not at all."""
    for role in ROLES:
        if year.chance(life.answers):
            days = year.rng.choice((0, 1, 2, 4, 6, 9, 15))
            year.after(days, lambda r=role: answer(year, life, moment, r), of=max(day, year.day))  # type: ignore[misc]


def answer(
    year: Year, life: Life, moment: CheckInMoment, role: Role, way: CheckInWay = CheckInWay.OWN_PAGE
) -> None:
    """One of the two says how it goes, once."""
    is_over = moment == CheckInMoment.AFTER_END
    if (not is_over and not life.runs_on(year.day)) or find_check_in(life.duo, moment, role):
        return
    going, enough, limits = (year.rng.choice(life.moods) for _question in range(3))
    check_in_actions.answer(
        duo=life.duo,
        moment=moment,
        by_role=role,
        said=Said(
            going,
            enough,
            limits,
            wants_call=year.chance(0.04),
            words=words_of(year, going),
            scores=scores(year, life, moment, role),
        ),
        way=way,
        now=clock.now(),
        actor=year.manner.actor,
    )
    year.done["check_ins"] += 1


def words_of(year: Year, going: HowItGoes) -> str:
    """A sentence of their own, from some."""
    if not year.chance(0.3):
        return ""
    return year.rng.choice(GOES_WELL if going == GOOD else GOES_LESS_WELL)


def scores(year: Year, life: Life, moment: CheckInMoment, role: Role) -> dict[str, int | None]:
    """What they give themselves: a little more each time, not always."""
    if moment not in GROWN:
        return {}
    nth = GROWN[moment]
    return {
        name: min(MOST_SCORE, life.scored + nth + year.rng.choice((-1, 0, 0, 0, 1))) for name in SCORES[role]
    }

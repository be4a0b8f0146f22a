"""What participants of the demo did on their own pages, and two links to try such a page with."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from django.urls import reverse

from samen.base import audit, clock
from samen.base.clock import BRUSSELS
from samen.duos import check_in_actions, goal_actions, idea_actions, plan_actions
from samen.duos.check_in_actions import Said
from samen.duos.check_in_queries import lines
from samen.duos.choices import CheckInWay, HowItGoes
from samen.duos.goal_choices import GoalStanding
from samen.duos.models import MOST_SCORE, Duo
from samen.duos.queries import live_duos
from samen.duos.rules import MEASURED_AT
from samen.initiatives.queries import follow_up_here
from samen.library import actions as library
from samen.library.choices import Domain, PlaceKind
from samen.library.queries import one_goal_example
from samen.people.choices import Role
from samen.people.link_actions import make_link
from samen.people.models import Participation

OwnPage = dict[str, str]

# These two see each other in three days; the other two still choose when.
AGREED, ASKED = ("Nataliia Hrytsenko", "Sabine Ghekiere"), ("Parisa Sadeghi", "Nadine Vercruysse")
# Who says of the last time that it could go better, twice.
WORRIES = "Parisa"
IDEA = library.IdeaWords(
    title="Langs de Leie wandelen",
    what="Vertrek aan de brug en wandel tot Astene. Terug kan met de bus.",
    domain=Domain.NATURE,
    place="Leiedam, Deinze",
    postal_code="9800",
)
PLACES = (
    library.PlaceWords(
        "De bib", PlaceKind.CULTURE, address="Markt, 9800 Deinze", hours="Di tot za, 10 tot 18 uur"
    ),
    library.PlaceWords("Het buurthuis", PlaceKind.CULTURE, address="Astene", hours="Wo en vr, 14 tot 17 uur"),
)

# What newcomers put on their list: own words or the code of an example, and what they said, days ago.
GOALS: tuple[tuple[str, str, dict[int, GoalStanding]], ...] = (
    ("Nataliia Hrytsenko", "call-the-doctor", {120: GoalStanding.LITTLE, 40: GoalStanding.WORKS}),
    ("Nataliia Hrytsenko", "Хочу розуміти, що кажуть на роботі", {60: GoalStanding.LITTLE}),
    ("Nataliia Hrytsenko", "take-bus-and-train", {90: GoalStanding.DONE}),
    ("Nataliia Hrytsenko", "know-history", {}),
    ("Parisa Sadeghi", "می‌خواهم با همسایه‌ها حرف بزنم", {30: GoalStanding.LITTLE}),
    ("Parisa Sadeghi", "fill-in-forms", {50: GoalStanding.LITTLE, 10: GoalStanding.WORKS}),
    ("Oksana Tkach", "talk-to-teacher", {}),
)


def use_own_pages(parts: Mapping[str, Participation], actor: audit.Actor) -> list[OwnPage]:
    """Ideas, places, goals, two plans; returns the links of a newcomer and their coach, each shown once."""
    now = clock.now()
    library.add_idea(words=IDEA, now=now, actor=actor)
    for place in PLACES:
        library.add_place(words=place, now=now, actor=actor)
    agreed, asked = (Duo.objects.get(newcomer=parts[who]) for who, _coach in (AGREED, ASKED))
    _plan(agreed, is_picked=True, now=now)
    _plan(asked, is_picked=False, now=now)
    for role in Role:
        idea_actions.mark_idea(duo=agreed, code="make-soup", by_role=role, now=now, actor=actor)
    for who, what, said in GOALS:
        _list(parts[who], what, said, now)
    _say_how_it_goes(now, actor)
    return [_link(part, now, actor) for part in (agreed.newcomer, agreed.coach)]


def _say_how_it_goes(now: datetime, actor: audit.Actor) -> None:
    """Every check-in so far, with its scores a little higher each time; one of them asks for a call."""
    today, follow_up = now.astimezone(BRUSSELS).date(), follow_up_here()
    for duo in live_duos():
        past = [line for line in lines(duo, today, follow_up) if line.is_past]
        for nth, line in enumerate(past):
            for role in Role:
                is_worry = duo.newcomer.person.given_name == WORRIES and line is past[-1]
                said = Said(
                    going=HowItGoes.SO_SO if is_worry else HowItGoes.GOOD,
                    enough=HowItGoes.SO_SO if is_worry or not nth else HowItGoes.GOOD,
                    limits=HowItGoes.GOOD,
                    scores=_scores(role, nth) if line.moment in MEASURED_AT else {},
                )
                check_in_actions.answer(
                    duo=duo,
                    moment=line.moment,
                    by_role=role,
                    said=said,
                    way=CheckInWay.OWN_PAGE,
                    now=datetime.combine(line.day, time(19), BRUSSELS),
                    actor=actor,
                )


def _scores(role: Role, nth: int) -> dict[str, int | None]:
    if role == Role.COACH:
        return {"experience": min(3 + nth, MOST_SCORE)}
    return {
        "speaking": min(1 + nth, MOST_SCORE),
        "network": min(1 + nth, MOST_SCORE),
        "finding_way": 2 + (nth > 0),
    }


def _plan(duo: Duo, *, is_picked: bool, now: datetime) -> None:
    day = now.astimezone(BRUSSELS).date()
    moments = [datetime.combine(day + timedelta(days=n), time(14), BRUSSELS) for n in (3, 5)]
    coach, newcomer = (audit.Actor(f"part:{part.pk}") for part in (duo.coach, duo.newcomer))
    plan = plan_actions.propose(
        duo=duo, by_role=Role.COACH, moments=moments, place="De bib", now=now, actor=coach
    )
    if is_picked:
        plan_actions.pick(plan=plan, by_role=Role.NEWCOMER, starts_at=moments[0], now=now, actor=newcomer)


def _list(newcomer: Participation, what: str, said: Mapping[int, GoalStanding], now: datetime) -> None:
    """Something on somebody's list, and how far they said to be, so many days ago."""
    actor = audit.Actor(f"part:{newcomer.pk}")
    made_at = now - timedelta(days=max(said, default=1) + 1)
    if one_goal_example(what):
        goal = goal_actions.pick_goal(newcomer=newcomer, code=what, now=made_at, actor=actor)
    else:
        goal = goal_actions.add_goal(newcomer=newcomer, words=what, now=made_at, actor=actor)
    for days, how_far in said.items():
        on = now.astimezone(BRUSSELS).date() - timedelta(days=days)
        goal_actions.say_how_far(goal=goal, how_far=how_far, today=on, actor=actor)


def _link(part: Participation, now: datetime, actor: audit.Actor) -> OwnPage:
    _link, token, _code = make_link(part=part, now=now, actor=actor)
    return {"name": part.person.given_name, "role": part.role, "path": reverse("my_link", args=[token])}

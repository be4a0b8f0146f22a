"""What came before the stories of the demo: the initiative lived, and those who took part then have left."""

from datetime import date, timedelta

from samen.base import audit
from samen.base.scoping import scope
from samen.demo.recruiting import PHONE, VISIT, Partner, meet
from samen.demo.year.simulate import Manner, simulate
from samen.initiatives.models import Initiative
from samen.outreach import actions as outreach
from samen.outreach.models import Intermediary, Source

# A year and a half; its last duos said goodbye some weeks ago.
PAST_DAYS, UNTIL_DAYS = 540, 21
SEED, DUOS = 9802, 15
# They brought people then, and moved on to other work.
THEN = (
    Partner(
        name="Sofie Lievens",
        function="leerkracht",
        organisation="CVO Leieland",
        kind="Nederlands voor anderstaligen",
        mail="sofie.lievens@leieland.example",
        spoke=(
            (535, VISIT, "Zij stelt ons voor in drie klassen."),
            (300, PHONE, "Zij verandert van school."),
        ),
    ),
    Partner(
        name="Ahmed Benali",
        function="onthaalmedewerker",
        organisation="Sociaal Huis Zulte",
        kind="OCMW-medewerkers",
        mail="ahmed.benali@socialhuis.example",
        spoke=((530, VISIT, "Nam dertig flyers mee."), (270, PHONE, "Gaat met pensioen.")),
    ),
)


def live_past(initiative: Initiative, today: date, past_days: int, actor: audit.Actor) -> None:
    """So many days of an initiative's life, by a fixed seed, ending some weeks ago."""
    first, last = today - timedelta(days=past_days), today - timedelta(days=UNTIL_DAYS)
    with scope(initiative.pk):
        outreach.seed_kinds(actor=actor)
        found = [meet(partner, None, today, actor) for partner in THEN]
        sources = tuple(_link(one, first, actor) for one in found)
    simulate(
        initiative=initiative,
        first=first,
        last=last,
        seed=SEED,
        duo_count=DUOS,
        progress=lambda _day, _started: None,
        manner=Manner(actor, counts_hours=False, is_daily=False, comes_to_rest=True, sources=sources),
    )
    with scope(initiative.pk):
        for one, partner in zip(found, THEN, strict=True):
            outreach.end(intermediary=one, today=today - timedelta(days=partner.spoke[-1][0]), actor=actor)


def _link(intermediary: Intermediary, first: date, actor: audit.Actor) -> Source:
    return outreach.make_link(intermediary=intermediary, today=first, actor=actor)

"""What goes less well in the demo: two signals, and four services to refer to."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from samen.base import audit
from samen.base.clock import BRUSSELS
from samen.people.models import Participation
from samen.signals import actions as signals
from samen.signals.actions import ServiceWords, Told
from samen.signals.choices import CallWhen, CameFrom, Category, HelpKind
from samen.signals.queries import readers

# No operator gives out these numbers, except the last one, which is everybody's.
SERVICES = (
    ServiceWords(
        "OCMW Deinze, sociale dienst",
        HelpKind.MONEY,
        phone="+3292110051",
        address="Markt 21, Deinze",
        hours="Elke werkdag van 9 tot 12 uur, zonder afspraak",
        note="Breng je identiteitskaart mee. Er is een tolk als je dat vraagt.",
    ),
    ServiceWords(
        "Woonloket Leiestreek",
        HelpKind.HOUSING,
        phone="+3292110052",
        address="Kerkstraat 8, Deinze",
        hours="Dinsdag van 16 tot 19 uur, donderdag van 9 tot 12 uur",
        note="Zij helpen een huis zoeken en kijken een huurcontract na.",
    ),
    ServiceWords(
        "Wijkgezondheidscentrum De Brug",
        HelpKind.CARE,
        phone="+3292110053",
        address="Brugstraat 2, Deinze",
        hours="Bel voor een afspraak, elke werkdag van 8 tot 18 uur",
    ),
    ServiceWords(
        "1712",
        HelpKind.SAFETY,
        phone="1712",
        note="Gratis en anoniem bellen over geweld. Ook voor wie twijfelt.",
    ),
)


def tell_worries(parts: Mapping[str, Participation], today: date, actor: audit.Actor) -> None:
    """A coach for whom it is too much, unread; a newcomer who looks for a house and was sent on."""
    now = datetime.combine(today, time(8, 10), BRUSSELS)
    found = {words.helps_with: signals.add_service(words=words, now=now, actor=actor) for words in SERVICES}
    coach, newcomer = parts["Hanne Debruyne"], parts["Ousmane Kourouma"]
    signals.report(
        told=Told(
            Category.TOO_MUCH,
            text="Oksana vraagt mij elke dag iets: brieven, bellen, meegaan. Dat is te veel voor mij.",
            call_when=CallWhen.EVENING,
            came_from=CameFrom.OWN_PAGE,
        ),
        part=coach,
        now=now,
        actor=audit.Actor(f"part:{coach.pk}"),
    )
    heard = now - timedelta(days=6)
    signal = signals.report(
        told=Told(
            Category.OTHER_HELP,
            text="Moet verhuizen op het einde van de maand en vindt niets.",
            came_from=CameFrom.PHONE,
        ),
        part=newcomer,
        owner=next(iter(readers())),
        now=heard,
        actor=actor,
    )
    signals.add_step(
        signal=signal,
        what="Gebeld, en uitgelegd wat het woonloket doet",
        due_on=heard.date(),
        is_done=True,
        today=today,
        actor=actor,
    )
    signals.hand_over(
        part=newcomer,
        service=found[HelpKind.HOUSING],
        agreed=True,
        signal=signal,
        today=heard.date(),
        actor=actor,
    )
    signals.add_step(
        signal=signal,
        what="Bellen: is er plaats bij het woonloket?",
        due_on=today,
        is_done=False,
        today=today,
        actor=actor,
    )

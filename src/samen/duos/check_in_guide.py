"""What to ask when the coordinator talks with one of the two: short, in the order of a talk.

Facts: FAQ question 3 (who takes the initiative), 7 (limits, referring), 8 (repeat the aim), 10 (the
newcomer alone knows how far); domain table 4.1. The words are ours.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samen.duos.choices import CheckInMoment
from samen.people.choices import Role

NEWCOMER, COACH = Role.NEWCOMER, Role.COACH
LATER = frozenset({CheckInMoment.HALFWAY, CheckInMoment.BEFORE_END})
OVER = frozenset({CheckInMoment.AFTER_END})


@dataclass(frozen=True)
class Topic:
    """One thing to talk about: of whom, and at which moments it is asked (empty: while the duo runs)."""

    title: str | Promise
    ask: tuple[str | Promise, ...]
    roles: frozenset[Role] = frozenset(Role)
    moments: frozenset[CheckInMoment] = frozenset()


TOPICS = (
    Topic(
        _("Hoe het gaat"),
        (
            _("Hoe was de laatste keer? Wat deden jullie?"),
            _("Wat loopt goed? Wat loopt moeilijk?"),
            _("Is er iets wat je niet tegen de ander zegt?"),
        ),
    ),
    Topic(
        _("Het initiatief"),
        (
            _("Wie stelt voor om af te spreken? Wie kiest wat jullie doen?"),
            _("Kan de nieuwkomer de volgende keer iets kiezen?"),
        ),
        moments=frozenset({CheckInMoment.SIX_WEEKS}) | LATER,
    ),
    Topic(
        _("Grenzen"),
        (
            _("Vraagt de ander soms te veel, of te weinig?"),
            _("Weet je wat je doet met een vraag om geld, papieren of onderdak?"),
            _("Zien jullie elkaar op een plaats waar jullie je allebei goed voelen?"),
        ),
    ),
    Topic(
        _("Nederlands spreken"),
        (
            _("Spreken jullie Nederlands? Wat doe je als het niet lukt?"),
            _("Verbeter jij fouten? Hoe vindt de ander dat?"),
        ),
        roles=frozenset({COACH}),
    ),
    Topic(
        _("Nederlands spreken"),
        (
            _("Begrijp je jouw coach? Spreekt die traag genoeg?"),
            _("Wanneer spreek je nog Nederlands, buiten het duo?"),
        ),
        roles=frozenset({NEWCOMER}),
    ),
    Topic(
        _("Vragen en doelen"),
        (
            _("Wat wil jij leren of weten? Staat het al op jouw lijst?"),
            _("Hoe ver ben jij daarmee? Alleen jij kan dat zeggen."),
        ),
        roles=frozenset({NEWCOMER}),
    ),
    Topic(
        _("Vragen en doelen"),
        (
            _("Ken je de vragen van de nieuwkomer? Werken jullie daaraan?"),
            _("Het duo is meer dan praten: wat leerden jullie over leven hier?"),
        ),
        roles=frozenset({COACH}),
    ),
    Topic(
        _("Samen iets doen"),
        (_("Wat wil je nog doen? Kennen jullie de lijst met gratis ideeën?"),),
        moments=frozenset({CheckInMoment.FIRST_WEEKS, CheckInMoment.SIX_WEEKS}),
    ),
    Topic(
        _("Hulp van anderen"),
        (
            _("Is er een vraag die niet bij een coach hoort: huis, schulden, gezondheid, papieren?"),
            _("Naar wie kunnen wij doorverwijzen?"),
        ),
    ),
    Topic(
        _("Wat het brengt"),
        (
            _("Wat is er veranderd sinds de start?"),
            _("Ken je mensen die je vroeger niet kende?"),
        ),
        moments=LATER,
    ),
    Topic(
        _("Het einde"),
        (
            _("Jullie duo stopt binnenkort. Hoe neem je afscheid?"),
            _("Zien jullie elkaar privé verder? Dat mag, het moet niet."),
            _("Wil je later zelf coach worden, of een nieuw duo?"),
        ),
        moments=frozenset({CheckInMoment.BEFORE_END}),
    ),
    # Short, and without a word about whose fault it is (R8: neither end is a failure).
    Topic(
        _("Hoe het was"),
        (
            _("Hoe was het voor jou? Wat was fijn?"),
            _("Wat had het makkelijker gemaakt?"),
            _("Stoppen mag. Je moet niet zeggen waarom."),
        ),
        moments=OVER,
    ),
    Topic(
        _("Wat wij kunnen leren"),
        (_("Wat kunnen wij anders doen voor een volgend duo?"),),
        moments=OVER,
    ),
    Topic(
        _("Verder"),
        (_("Wil je later nog eens meedoen, of liever niet?"),),
        moments=OVER,
    ),
)


def topics(role: str, moment: str) -> list[Topic]:
    """What to talk about with one of the two at a moment."""
    found = [topic for topic in TOPICS if role in topic.roles]
    if moment in OVER:
        return [topic for topic in found if topic.moments == OVER]
    return [topic for topic in found if not topic.moments or moment in topic.moments]

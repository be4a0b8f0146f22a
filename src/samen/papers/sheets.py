"""Information sheets: what somebody with a benefit does before they are a coach, in every language.

Domain 5.3. What is a duty of the volunteer law holds for coaches; a newcomer may read the same sheet (R83).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from samen.base import languages
from samen.initiatives.rules import FollowUp
from samen.papers.choices import Situation


@dataclass(frozen=True)
class Sheet:
    """The words of one sheet in one language. `sources` says it when they do not agree."""

    title: str
    lead: str
    steps: tuple[str, ...]
    start: str
    sources: str = ""


@dataclass(frozen=True)
class Law:
    """The numbers of the rulebook that stand on a sheet."""

    answer_days: int
    age: int
    age_after_school: int


def _unemployment(law: Law) -> Sheet:
    return _to_unemployment_office(_("Je bent werkloos en je wil coach zijn"), law)


def _top_up(law: Law) -> Sheet:
    return _to_unemployment_office(_("Je werkt minder en je krijgt geld van de RVA"), law)


def _to_unemployment_office(title: str, law: Law) -> Sheet:
    return Sheet(
        title=title,
        lead=_("Het mag. Meld het eerst aan de RVA. Dat kost niets."),
        steps=(
            _("Vraag het papier C45B aan jouw vakbond of aan de Hulpkas."),
            _("Vul deel 1 zelf in. Wij vullen deel 2 in."),
            _("Geef het papier af aan jouw vakbond of aan de Hulpkas. Vraag een bewijs dat je het gaf."),
            _("Zeg ons wanneer je het papier gaf."),
        ),
        start=_(
            "Je mag beginnen als de RVA het papier heeft. "
            "De RVA heeft dan %(n)s werkdagen om te antwoorden. Zegt de RVA niets? Dan is het goed."
        )
        % {"n": law.answer_days},
    )


def _sickness(_law: Law) -> Sheet:
    return Sheet(
        title=_("Je krijgt geld van het ziekenfonds"),
        lead=_("Vraag het eerst aan de dokter van jouw ziekenfonds. Wacht op het antwoord."),
        steps=(
            _("Praat met jouw eigen dokter. Is het goed voor jou om coach te zijn?"),
            _("Neem ons blad mee. Daar staat op wat je doet, hoe vaak en voor wie."),
            _("Vraag de dokter van het ziekenfonds om een ja op papier."),
            _("Toon ons dat je het mag. Jij hoeft niet te zeggen waarom je ziek bent."),
        ),
        start=_("Je mag pas beginnen als de dokter van het ziekenfonds ja zegt."),
        sources=_(
            "Sommigen zeggen: vraag dit elk jaar opnieuw. Anderen zeggen daar niets over. "
            "Vraag het aan de dokter."
        ),
    )


def _living_wage(_law: Law) -> Sheet:
    return Sheet(
        title=_("Je krijgt een leefloon"),
        lead=_("Zeg het eerst aan jouw maatschappelijk werker van het OCMW."),
        steps=(
            _("Neem ons blad mee naar het OCMW."),
            _("Vertel wat je doet, hoe vaak en voor wie."),
            _("Vraag een briefje waarop staat dat je het zei."),
            _("Zeg ons wanneer je naar het OCMW ging."),
        ),
        start=_("Je mag beginnen als het OCMW het weet."),
        sources=_(
            "Sommigen zeggen: je moet het melden. Anderen zeggen: het OCMW moet ja zeggen. "
            "Vraag het aan jouw maatschappelijk werker."
        ),
    )


def _reception(_law: Law) -> Sheet:
    return Sheet(
        title=_("Je woont in de opvang"),
        lead=_("Het mag. Zeg het eerst aan Fedasil of aan jouw centrum."),
        steps=(
            _("Neem ons blad mee naar de baas van het centrum."),
            _("Vertel wat je doet, hoe vaak en voor wie."),
            _("Zeg ons wanneer je het vertelde."),
        ),
        start=_("Je mag beginnen als Fedasil het weet. Je houdt jouw geld. Fedasil mag het later stoppen."),
    )


def _time_credit(_law: Law) -> Sheet:
    return Sheet(
        title=_("Je hebt tijdskrediet"),
        lead=_("Wij raden aan: zeg het eerst aan de RVA. Dan ben je zeker."),
        steps=(
            _("Vraag aan jouw vakbond of je iets moet doen."),
            _("Moet je het melden? Wij vullen ons deel van het papier in."),
        ),
        start=_("Je mag beginnen als je het vroeg en weet wat je moet doen."),
        sources=_(
            "De bronnen zeggen niet hetzelfde. Het Steunpunt Vrijwilligerswerk zegt: je moet niets doen. "
            "Een gemeente zegt: wie geld krijgt van de RVA, zegt het eerst."
        ),
    )


def _first_job(_law: Law) -> Sheet:
    return Sheet(
        title=_("Je komt van school en je zoekt werk"),
        lead=_("Je moet niets vragen."),
        steps=(_("Blijf werk zoeken. Zeg ons wanneer je les hebt of moet werken."),),
        start=_("Je mag meteen beginnen."),
    )


def _elderly(_law: Law) -> Sheet:
    return Sheet(
        title=_("Je krijgt een inkomen voor ouderen"),
        lead=_("Je moet niets vragen. Je houdt jouw geld."),
        steps=(_("Twijfel je? Bel de dienst die jou betaalt."),),
        start=_("Je mag meteen beginnen."),
        sources=_("Dit staat in een oude bron. Vraag het na als je niet zeker bent."),
    )


_SHEETS: Mapping[str, Callable[[Law], Sheet]] = {
    Situation.UNEMPLOYMENT: _unemployment,
    Situation.TOP_UP: _top_up,
    Situation.SICKNESS: _sickness,
    Situation.LIVING_WAGE: _living_wage,
    Situation.RECEPTION: _reception,
    Situation.TIME_CREDIT: _time_credit,
    Situation.FIRST_JOB: _first_job,
    Situation.ELDERLY: _elderly,
}


@dataclass(frozen=True)
class Headings:
    """What stands above the parts of a sheet."""

    steps: str
    start: str
    sources: str
    coach: str
    about_coach: tuple[str, ...]
    question: str


def _headings(law: Law, follow_up: FollowUp) -> Headings:
    return Headings(
        steps=_("Wat doe je?"),
        start=_("Wanneer mag je beginnen?"),
        sources=_("Dit is niet helemaal zeker"),
        coach=_("Wat doet een coach?"),
        about_coach=(
            _("Een coach helpt iemand die hier nieuw is. Zij praten, wandelen of gaan samen ergens heen."),
            _("Zij zien elkaar minstens om de %(n)s dagen, zes tot twaalf maanden lang.")
            % {"n": follow_up.rhythm}
            if follow_up.is_looser
            else _("Zij zien elkaar minstens om de twee weken, zes tot twaalf maanden lang."),
            _("Een coach is een vrijwilliger. Je krijgt er geen geld voor. Het is geen werk."),
            _(
                "Je bent %(age)s jaar of ouder. "
                "Deed je twee jaar middelbare school? Dan mag het vanaf %(less)s jaar."
            )
            % {"age": law.age, "less": law.age_after_school},
        ),
        question=_("Heb je een vraag? Bel ons. Wij helpen jou."),
    )


def sheet(situation: str, language: str, law: Law, follow_up: FollowUp) -> tuple[Sheet, Headings]:
    """The words of a sheet, all in one language; one that the site does not speak gives Dutch."""
    with translation.override(language if language in languages.codes() else languages.DUTCH):
        return _SHEETS[situation](law), _headings(law, follow_up)

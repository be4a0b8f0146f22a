"""What the papers of a duo say to the two, in plain words (A2): agreement, duo sheet, certificates."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import ClassVar

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from samen.base.moments import full_day, hour, whole_date
from samen.people.choices import Role


class Spoken:
    """Words of a paper in one language; `SURE` names a sentence that is the same for everybody."""

    SURE: ClassVar[str]

    @property
    def sure(self) -> str:
        """A sentence that shows whether the paper was translated."""
        value: str = getattr(self, self.SURE)
        return value

    @property
    def all(self) -> str:
        """Every word, to see whether our typefaces have its letters."""
        said: list[str] = []
        for field in fields(self):  # type: ignore[arg-type]
            value = getattr(self, field.name)
            said += [value] if isinstance(value, str) else value
        return " ".join(said)


@dataclass(frozen=True)
class AgreementWords(Spoken):
    """The agreement; `signs` names the three who sign."""

    SURE = "title"

    title: str
    lead: str
    rules_title: str
    rules: tuple[str, ...]
    promises_title: str
    promises: tuple[str, ...]
    goals: str
    # What the newcomer wants to learn or do, and how much more there is.
    wishes: tuple[str, ...]
    ask: str
    day: str
    signs: tuple[str, ...]


@dataclass(frozen=True)
class SheetWords(Spoken):
    """What one of the two holds on to; `met` is the first time they meet, if they agreed one."""

    SURE = "code"

    title: str
    who: str
    reach: str
    first: str
    met: str
    where: str
    brings: str
    rhythm: str
    ask: str
    page: str
    code: str


@dataclass(frozen=True)
class CertificateWords(Spoken):
    """A thank you to one of the two."""

    SURE = "thanks"

    title: str
    lead: str
    period: str
    count: str
    thanks: str
    place_and_day: str
    signed: str


@dataclass(frozen=True)
class ParticipationWords(Spoken):
    """What the newcomer does with the certificate of participation (R95)."""

    SURE = "title"

    title: str
    lead: str
    steps: tuple[str, ...]


def agreement_words(
    language: str,
    *,
    newcomer: str,
    coach: str,
    given: tuple[str, str],
    first: date,
    last: date,
    rhythm_days: int,
    wishes: Sequence[str | Promise] = (),
    more_wishes: int = 0,
) -> AgreementWords:
    """The agreement: the four rules (FAQ question 1) and the goals (R48); `given` is how the two are called.

    `more_wishes` is how many more goals there are than `wishes`.
    """
    with override(language):
        return AgreementWords(
            title=_("Dit spreken wij af"),
            lead=_("%(newcomer)s en %(coach)s zijn een duo.") % {"newcomer": newcomer, "coach": coach},
            rules_title=_("De vier regels"),
            rules=(
                _("Wij zien elkaar minstens om de %(n)s dagen. Wij doen samen iets.") % {"n": rhythm_days},
                _("Wij doen dit van %(first)s tot %(last)s.")
                % {"first": whole_date(first), "last": whole_date(last)},
                _("Wij doen allebei mee omdat wij dat zelf willen. Het is gratis. Het is geen werk."),
                _(
                    "Wij dringen elkaar niets op: geen politiek en geen geloof. "
                    "Niemand probeert hier geld mee te verdienen."
                ),
            ),
            promises_title=_("Dit beloven wij"),
            promises=(
                _("Kan ik niet komen? Dan zeg ik het voor de afspraak."),
                _("Wat de ander mij vertelt, vertel ik niet verder."),
                _("Is iets te veel voor mij? Dan zeg ik het."),
                _("%(newcomer)s spreekt Nederlands zo goed het gaat, en stelt ook zelf iets voor.")
                % {"newcomer": given[0]},
                _("%(coach)s spreekt duidelijk Nederlands, en maakt in het begin de afspraken.")
                % {"coach": given[1]},
                _("Wil ik stoppen? Dat mag. Dan bel ik eerst."),
            ),
            goals=(
                _("Dit wil %(newcomer)s doen of leren") % {"newcomer": given[0]}
                if wishes
                else _("Dit willen wij samen doen of leren (mag leeg blijven)")
            ),
            wishes=(*map(str, wishes), *_more(more_wishes)),
            ask=_("Gaat iets niet goed? Bel ons."),
            day=_("Datum en handtekening"),
            signs=(newcomer, coach, _("De coördinator")),
        )


def _more(n: int) -> tuple[str, ...]:
    if not n:
        return ()
    words = ngettext(
        "Er staat nog %(n)s andere vraag op de lijst.", "Er staan nog %(n)s andere vragen op de lijst.", n
    )
    return (words % {"n": n},)


def sheet_words(
    language: str,
    *,
    role: str,
    name: str,
    last: date,
    rhythm_days: int,
    meets_at: datetime | None,
) -> SheetWords:
    """The sheet in a language; `role` and `name` are those of the other one."""
    with override(language):
        return SheetWords(
            title=_("Jouw duo"),
            who=(_("%(name)s is jouw coach.") if role == Role.COACH else _("Jij bent de coach van %(name)s."))
            % {"name": name},
            reach=_("Zo bereik je %(name)s") % {"name": name},
            first=_("Wanneer zien jullie elkaar?"),
            met=f"{full_day(meets_at)}, {hour(meets_at)}" if meets_at else "",
            where=_("Waar?"),
            brings=_("Wie brengt wat mee?"),
            rhythm=_("Jullie zien elkaar minstens om de %(n)s dagen, tot %(last)s.")
            % {"n": rhythm_days, "last": whole_date(last)},
            ask=_("Heb je een vraag? Bel ons."),
            page=_("Jouw eigen pagina: kijk met de camera van jouw telefoon naar de blokjes."),
            code=_("Daar typ je de code uit jouw brief. Heb je geen code? Vraag er een aan ons."),
        )


def certificate_words(
    language: str, *, role: str, initiative: str, first: date, last: date, meetings: int, minutes: int
) -> CertificateWords:
    """The certificate in a language: what somebody did, and no word on how well."""
    with override(language):
        times = ngettext("%(n)s ontmoeting", "%(n)s ontmoetingen", meetings) % {"n": meetings}
        hours = in_hours(minutes)
        return CertificateWords(
            title=_("Dank je wel"),
            lead=(
                _("was coach bij %(initiative)s") if role == Role.COACH else _("deed mee met %(initiative)s")
            )
            % {"initiative": initiative},
            period=_("van %(first)s tot %(last)s") % {"first": whole_date(first), "last": whole_date(last)},
            count=_("%(times)s, samen %(hours)s uur") % {"times": times, "hours": hours},
            thanks=_("Wij danken je voor jouw tijd en voor wat jullie samen deden."),
            place_and_day=_("Plaats en datum"),
            signed=_("Voor %(initiative)s") % {"initiative": initiative},
        )


def participation_words(language: str, *, name: str) -> ParticipationWords:
    """What the newcomer does with the certificate, in a language (R95)."""
    with override(language):
        return ParticipationWords(
            title=_("Bewijs van deelname"),
            lead=_("Dit blad is voor %(name)s.") % {"name": name},
            steps=(
                _("Laat ons dit blad tekenen."),
                _("Geef het aan jouw begeleider van het agentschap."),
                _("De begeleider kijkt het na. Jij moet niets meer doen."),
            ),
        )


def in_hours(minutes: int) -> str:
    """Minutes in hours, to the half hour, as the language in use writes a number: 12,5."""
    halves = round(minutes / 30)
    return number_format(halves / 2, decimal_pos=halves % 2)

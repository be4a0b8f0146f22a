"""Why a duo stands as it does today: plain values in, reasons out, each with a sentence for the desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samen.duos.choices import Light
from samen.duos.rules import HOURS_NEEDED, end_is_near
from samen.initiatives.rules import FollowUp


class Why(StrEnum):
    """What counts for how a duo stands; the value is its sign."""

    RESTS = "circle-pause"
    SAW_EACH_OTHER = "calendar-check"
    BEGAN = "handshake"
    QUIET = "triangle-alert"
    NEVER_MET = "calendar-x"
    WANTS_A_CALL = "phone-call"
    GOES_BADLY = "message-circle"
    ONLY_COACH = "arrow-left-right"
    END_IS_NEAR = "flag"
    END_IS_PAST = "calendar-days"
    HOURS_SHORT = "timer"


@dataclass(frozen=True)
class Facts:
    """What is known of a running duo on a day; what its reader may not know is left out."""

    light: Light
    quiet_days: int
    rhythm_days: int
    ever_met: bool
    ends_on: date
    today: date
    follow_up: FollowUp
    rests_until: date | None = None
    # First names: who asked for a call; who said what asks for one (R44). Nobody spoke to them since.
    wants_call: Sequence[str] = ()
    goes_badly: Sequence[str] = ()
    only_coach: bool = False
    # How many hours there will be at the end, when that is too few (R92).
    hours_at_end: Decimal | None = None


@dataclass(frozen=True)
class Because:
    """One reason, with the number, the day or the name that goes with it."""

    why: Why
    days: int = 0
    limit: int = 0
    on: date | None = None
    name: str = ""
    hours: Decimal | None = None

    @property
    def icon(self) -> str:
        """Its sign."""
        return self.why.value

    @property
    def sentence(self) -> str:
        """For the desk, with what was agreed beside what is."""
        words = {
            "n": self.days,
            "limit": self.limit,
            "name": self.name,
            "day": date_format(self.on, "j F Y") if self.on else "",
            "hours": _whole(self.hours),
            "needed": _whole(HOURS_NEEDED),
        }
        return _sentence(self.why, self.days) % words


def reasons(facts: Facts) -> list[Because]:
    """The one that gives the light its colour first (R43), then all that asks for attention beside it."""
    return [
        _about_meeting(facts),
        *(Because(Why.WANTS_A_CALL, name=name) for name in facts.wants_call),
        *(Because(Why.GOES_BADLY, name=name) for name in facts.goes_badly),
        *([Because(Why.ONLY_COACH)] if facts.only_coach else []),
        *_about_end(facts),
        *([Because(Why.HOURS_SHORT, hours=facts.hours_at_end)] if facts.hours_at_end is not None else []),
    ]


def _about_meeting(facts: Facts) -> Because:
    if facts.light is Light.PAUSE:
        return Because(Why.RESTS, on=facts.rests_until)
    is_quiet = facts.light in {Light.WARN, Light.BAD}
    why = {
        (True, True): Why.QUIET,
        (True, False): Why.NEVER_MET,
        (False, True): Why.SAW_EACH_OTHER,
        (False, False): Why.BEGAN,
    }[is_quiet, facts.ever_met]
    return Because(why, facts.quiet_days, facts.rhythm_days)


def _about_end(facts: Facts) -> list[Because]:
    if facts.today > facts.ends_on:
        return [Because(Why.END_IS_PAST, on=facts.ends_on)]
    is_near = end_is_near(ends_on=facts.ends_on, today=facts.today, follow_up=facts.follow_up)
    return [Because(Why.END_IS_NEAR, on=facts.ends_on)] if is_near else []


def _whole(number: Decimal | None) -> str:
    """Hours as a whole number."""
    return "" if number is None else f"{number:.0f}"


def _sentence(why: Why, days: int) -> str:
    match why:
        case Why.RESTS:
            return _("Het duo rust tot en met %(day)s.")
        case Why.SAW_EACH_OTHER:
            return ngettext(
                "%(n)s dag sinds de laatste ontmoeting; afgesproken is hoogstens %(limit)s.",
                "%(n)s dagen sinds de laatste ontmoeting; afgesproken is hoogstens %(limit)s.",
                days,
            )
        case Why.BEGAN:
            return ngettext(
                "%(n)s dag sinds de start en nog geen ontmoeting; afgesproken is hoogstens %(limit)s.",
                "%(n)s dagen sinds de start en nog geen ontmoeting; afgesproken is hoogstens %(limit)s.",
                days,
            )
        case Why.QUIET:
            return ngettext(
                "%(n)s dag zonder ontmoeting; afgesproken is hoogstens %(limit)s.",
                "%(n)s dagen zonder ontmoeting; afgesproken is hoogstens %(limit)s.",
                days,
            )
        case Why.NEVER_MET:
            return ngettext(
                "%(n)s dag na de start nog geen enkele ontmoeting; afgesproken is hoogstens %(limit)s.",
                "%(n)s dagen na de start nog geen enkele ontmoeting; afgesproken is hoogstens %(limit)s.",
                days,
            )
        case Why.WANTS_A_CALL:
            return _("%(name)s vraagt om te bellen.")
        case Why.GOES_BADLY:
            return _("Wat %(name)s zei, vraagt een gesprek.")
        case Why.ONLY_COACH:
            return _("Na drie maanden stelt alleen de coach nog voor om af te spreken.")
        case Why.END_IS_NEAR:
            return _("Het einde is dichtbij: %(day)s.")
        case Why.END_IS_PAST:
            return _("De afgesproken periode is voorbij sinds %(day)s.")
        case Why.HOURS_SHORT:
            return _("Als zij zo verder doen, zijn het op het einde %(hours)s uur van %(needed)s.")

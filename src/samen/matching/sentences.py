"""Reasons in words: each code of the engine becomes one whole sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samen.intake.week import moment

Values = Mapping[str, Any]

# The programme's order (FAQ question 4): first the wishes, then interests or work, last the click.
WISHES, INTERESTS, CLICK = 1, 2, 3


@dataclass(frozen=True)
class Sentence:
    """One reason in words: its layer, sign, text, points and whether it speaks against the pair."""

    layer: int
    icon: str
    text: str
    points: float
    against: bool = False

    @property
    def share(self) -> int:
        """Length of the bar, 0 to 100; a full bar is twelve points, what one wish weighs."""
        return max(0, min(100, round(self.points * 100 / 12)))

    @property
    def weight(self) -> str:
        """How much it counts, in words."""
        if self.against:
            return _("spreekt tegen")
        if self.points >= 6:
            return _("weegt veel")
        if self.points > 0:
            return _("helpt")
        return _("speelt tegen") if self.points < 0 else _("geen punten")


@dataclass(frozen=True)
class Names:
    """How the two are called."""

    newcomer: str
    coach: str

    def wisher(self, by: str) -> dict[str, str]:
        """Who wishes, and of whom."""
        mine, other = (self.newcomer, self.coach) if by == "newcomer" else (self.coach, self.newcomer)
        return {"name": mine, "other": other}


def in_words(reason: Values, names: Names) -> Sentence:
    """The sentence for one reason of the engine, given as plain values."""
    layer, icon, write = _WRITERS[reason["code"]]
    against = (
        bool(reason.get("blocks")) or reason["code"] == "no_common_time" or reason.get("outcome") == "broken"
    )
    return Sentence(layer, icon, write(reason, names), reason.get("points", 0.0), against)


def _gender(reason: Values, names: Names) -> str:
    wanted = {"f": _("een vrouw"), "m": _("een man"), "x": _("iemand die zich anders noemt")}[
        reason["wanted"]
    ]
    words = {**names.wisher(reason["by"]), "wanted": wanted}
    return {
        "met": _("%(name)s wil graag %(wanted)s: dat klopt."),
        "broken": _("%(name)s wil graag %(wanted)s. %(other)s is dat niet."),
        "unknown": _("%(name)s wil graag %(wanted)s. Van %(other)s weten wij dat niet."),
    }[reason["outcome"]] % words


def _age(reason: Values, names: Names) -> str:
    words: dict[str, Any] = {
        **names.wisher(reason["by"]),
        "age": reason.get("found"),
        "low": reason["youngest"],
        "high": reason["oldest"],
    }
    if reason["outcome"] == "unknown":
        return _("%(name)s heeft een wens over leeftijd. Van %(other)s weten wij de leeftijd niet.") % words
    if reason["youngest"] is None:
        return _("%(other)s is %(age)s. %(name)s vraagt iemand van hoogstens %(high)s.") % words
    if reason["oldest"] is None:
        return _("%(other)s is %(age)s. %(name)s vraagt iemand van minstens %(low)s.") % words
    return _("%(other)s is %(age)s. %(name)s vraagt iemand tussen %(low)s en %(high)s.") % words


def _distance_wish(reason: Values, names: Names) -> str:
    words: dict[str, Any] = {
        **names.wisher(reason["by"]),
        "max": _km(reason["max_km"]),
        "km": _km(reason.get("found")),
    }
    if reason["outcome"] == "unknown":
        return (
            _("%(name)s wil niet verder dan %(max)s. Van één van beiden weten wij de woonplaats niet.")
            % words
        )
    if reason["outcome"] == "broken":
        return _("%(name)s wil niet verder dan %(max)s. %(other)s woont op %(km)s.") % words
    return _("%(name)s wil niet verder dan %(max)s: dat klopt.") % words


def _time_wish(reason: Values, names: Names) -> str:
    words = names.wisher(reason["by"])
    return {
        "met": _("%(name)s wil een moment waarop allebei vrij zijn: dat is er."),
        "broken": _("%(name)s wil een moment waarop allebei vrij zijn. Dat is er niet."),
        "unknown": _(
            "%(name)s wil een moment waarop allebei vrij zijn. Wij weten nog niet wanneer allebei kunnen."
        ),
    }[reason["outcome"]] % words


def _distance(reason: Values, names: Names) -> str:
    if reason["km"] < 1:
        return _("Zij wonen in dezelfde buurt.")
    return _("Zij wonen op %(km)s van elkaar.") % {"km": _km(reason["km"])}


def _common_time(reason: Values, names: Names) -> str:
    moments = [moment(weekday, part) for weekday, part in reason["dayparts"]]
    shown, more = moments[:3], len(moments) - 3
    if more > 0:
        return ngettext(
            "Allebei vrij op %(moments)s en nog %(n)s moment.",
            "Allebei vrij op %(moments)s en nog %(n)s momenten.",
            more,
        ) % {"moments": ", ".join(shown), "n": more}
    return _("Allebei vrij op %(moments)s.") % {"moments": ", ".join(shown)}


def _waiting(who: str) -> Callable[[Values, Names], str]:
    def write(reason: Values, names: Names) -> str:
        name = names.newcomer if who == "newcomer" else names.coach
        weeks = reason["days"] // 7
        if weeks < 2:
            return _("%(name)s wacht nog niet lang.") % {"name": name}
        return _("%(name)s wacht al %(weeks)s weken.") % {"name": name, "weeks": weeks}

    return write


def _personality(reason: Values, names: Names) -> str:
    apart = abs(reason["newcomer"] - reason["coach"])
    if apart <= 1:
        return _("Zij lijken op elkaar: allebei even stil of vlot.")
    return _("De ene is stiller dan de andere. Dat kan botsen of net helpen. Jij kent hen.")


def _said(sentence: Callable[[], str]) -> Callable[[Values, Names], str]:
    return lambda reason, names: sentence()


_WRITERS: dict[str, tuple[int, str, Callable[[Values, Names], str]]] = {
    "gender_wish": (WISHES, "user-round", _gender),
    "age_wish": (WISHES, "cake", _age),
    "distance_wish": (WISHES, "map-pin", _distance_wish),
    "time_wish": (WISHES, "clock", _time_wish),
    "distance": (WISHES, "map-pin", _distance),
    "common_time": (WISHES, "calendar-days", _common_time),
    "no_common_time": (
        WISHES,
        "calendar-x",
        _said(lambda: _("Zij hebben geen gemeenschappelijk vrij moment opgegeven.")),
    ),
    "shared_interests": (
        INTERESTS,
        "heart-handshake",
        lambda reason, names: _("Allebei: %(words)s.") % {"words": ", ".join(reason["interests"])},
    ),
    "no_shared_interest": (
        INTERESTS,
        "circle-dashed",
        _said(lambda: _("Er is geen gedeelde interesse gevonden. Dat houdt niemand tegen.")),
    ),
    "same_profession": (
        INTERESTS,
        "briefcase",
        lambda reason, names: _("Zelfde werk of studie: %(word)s.") % {"word": reason["profession"]},
    ),
    "personality": (CLICK, "message-circle", _personality),
    "children": (CLICK, "users-round", _said(lambda: _("Allebei kinderen van ongeveer dezelfde leeftijd."))),
    "household": (
        CLICK,
        "users-round",
        _said(lambda: _("Zij wonen op dezelfde manier: alleen, met partner of met kinderen.")),
    ),
    "languages": (CLICK, "languages", _said(lambda: _("Zij delen ook een andere taal dan het Nederlands."))),
    "waiting_newcomer": (CLICK, "hourglass", _waiting("newcomer")),
    "waiting_coach": (CLICK, "hourglass", _waiting("coach")),
    "gut_feeling": (CLICK, "thumbs-up", _said(lambda: _("Jouw buikgevoel telt mee."))),
    "pinned": (CLICK, "pin", _said(lambda: _("Jij zette dit duo vast."))),
    "banned": (
        CLICK,
        "ban",
        _said(lambda: _("Nooit samen: jij sloot dit duo uit, of zij probeerden het al.")),
    ),
}


def why_nobody(reason: Values) -> str:
    """Why a newcomer is left over, one setback in words."""
    n = reason["count"]
    single: dict[str, Callable[[], str]] = {
        "no_coach_left": lambda: _("Alle coaches die passen, zitten in een ander duo van dit voorstel."),
        "no_capacity": lambda: _("Er is geen plaats meer voor een duo."),
    }
    if reason["code"] in single:
        return single[reason["code"]]()
    counted: dict[str, Callable[[], str]] = {
        "gender_must": lambda: ngettext(
            "Eén coach valt weg door de wens over man of vrouw.",
            "%(n)s coaches vallen weg door de wens over man of vrouw.",
            n,
        ),
        "age_must": lambda: ngettext(
            "Eén coach valt weg door de wens over leeftijd.",
            "%(n)s coaches vallen weg door de wens over leeftijd.",
            n,
        ),
        "distance_must": lambda: ngettext("Eén coach woont te ver.", "%(n)s coaches wonen te ver.", n),
        "no_common_time": lambda: ngettext(
            "Met één coach is er geen gemeenschappelijk moment.",
            "Met %(n)s coaches is er geen gemeenschappelijk moment.",
            n,
        ),
        "banned": lambda: ngettext(
            "Eén coach is uitgesloten of al geprobeerd.",
            "%(n)s coaches zijn uitgesloten of al geprobeerd.",
            n,
        ),
        "no_shared_interest": lambda: ngettext(
            "Met één coach is er geen gedeelde interesse.",
            "Met %(n)s coaches is er geen gedeelde interesse.",
            n,
        ),
        "below_floor": lambda: ngettext(
            "Met één coach is er te weinig gemeen.", "Met %(n)s coaches is er te weinig gemeen.", n
        ),
    }
    return counted[reason["code"]]() % {"n": n}


def _km(value: Any) -> str:
    if value is None:
        return ""
    return _("%(n)s km") % {"n": number_format(value, 0 if value >= 10 or value == int(value) else 1)}

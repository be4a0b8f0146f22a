"""Public holidays, school holidays and big feasts, and the days of a yearly plan that avoid them.

The dates come from the package `holidays`, which only this module uses. The Flemish school holidays follow
from a rule (order of the Flemish Government of 17 April 1991, art. 4-5). The feasts are those that many
keep at home: a day says nothing about who somebody is, and nothing of this is stored.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from importlib import import_module
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samen.base.dates import add_months

# So many days before or after a proposed day are told: a long weekend, the evening before.
NEAR = timedelta(days=2)
COMMUNITY = "Flemish"


class Kind(StrEnum):
    """What makes a day less fit; the last: that we do not know all of its year."""

    PUBLIC = "public"
    SCHOOL = "school"
    FEAST = "feast"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True)
class Hint:
    """What a day is."""

    kind: Kind
    name: str | Promise


@dataclass(frozen=True)
class Near:
    """What a day close to a proposed one is, or the proposed day itself."""

    day: date
    hint: Hint


@dataclass(frozen=True)
class Proposal:
    """A day to come together, and what is on it or close to it."""

    day: date
    hints_near: tuple[Near, ...]


# Our words for the names that the package gives in Dutch.
NAMES: Mapping[str, Promise] = {
    "Nieuwjaar": _("nieuwjaar"),
    "Pasen": _("Pasen"),
    "Paasmaandag": _("paasmaandag"),
    "Dag van de Arbeid": _("Dag van de Arbeid"),
    "O. L. H. Hemelvaart": _("Hemelvaart"),
    "Vrijdag na O. L. H. Hemelvaart": _("brugdag na Hemelvaart"),
    "Pinksteren": _("Pinksteren"),
    "Pinkstermaandag": _("pinkstermaandag"),
    "Nationale feestdag": _("nationale feestdag"),
    "O. L. V. Hemelvaart": _("Onze-Lieve-Vrouw-Hemelvaart"),
    "Allerheiligen": _("Allerheiligen"),
    "Wapenstilstand": _("Wapenstilstand"),
    "Kerstmis": _("Kerstmis"),
    "Herfstvakantie": _("herfstvakantie"),
    "Kerstvakantie": _("kerstvakantie"),
    "Krokusvakantie": _("krokusvakantie"),
    "Paasvakantie": _("paasvakantie"),
    "Zomervakantie": _("zomervakantie"),
}
# The moon decides about some: they may begin a day earlier or later.
FEASTS: Mapping[str, Promise] = {
    "christmas_eve": _("kerstavond"),
    "good_friday": _("Goede Vrijdag"),
    "orthodox_christmas": _("orthodox Kerstmis"),
    "orthodox_good_friday": _("orthodoxe Goede Vrijdag"),
    "orthodox_easter": _("orthodox Pasen"),
    "timkat": _("Timkat"),
    "ethiopian_new_year": _("Ethiopisch en Eritrees nieuwjaar"),
    "meskel": _("Meskel"),
    "ramadan": _("ramadan"),
    "eid_al_fitr": _("Suikerfeest (kan een dag verschuiven)"),
    "eid_al_adha": _("Offerfeest (kan een dag verschuiven)"),
    "islamic_new_year": _("islamitisch nieuwjaar (kan een dag verschuiven)"),
    "ashura": _("Asjoera (kan een dag verschuiven)"),
    "mawlid": _("Mawlid (kan een dag verschuiven)"),
    "purim": _("Poerim"),
    "passover": _("Pesach"),
    "shavuot": _("Sjavoeot"),
    "rosh_hashanah": _("Rosj Hasjana"),
    "yom_kippur": _("Jom Kipoer"),
    "sukkot": _("Soekot"),
    "hanukkah": _("Chanoeka"),
    "holi": _("Holi"),
    "dussehra": _("Dussehra"),
    "diwali": _("Diwali"),
    "vaisakhi": _("Vaisakhi"),
    "guru_nanak": _("geboortedag van Guru Nanak"),
    "vesak": _("Vesak"),
    "chinese_new_year": _("Chinees nieuwjaar"),
    "nowruz": _("Newroz"),
}
YEAR_NOT_KNOWN = Hint(Kind.NOT_KNOWN, _("Van dit jaar kennen we nog niet alle vakanties en feesten."))


# ---------- What is on a day ----------


def hints_on(day: date) -> list[Hint]:
    """What a day is: public holiday, school holiday, feast; and last whether its year is not known."""
    hints = list(_hints_of(day.year).get(day, ()))
    return hints if is_known(day.year) else [*hints, YEAR_NOT_KNOWN]


@lru_cache(maxsize=32)
def is_known(year: int) -> bool:
    """Whether every school holiday and every feast of this year is known."""
    return bool(_belgian("school", year)) and {code for _day, code in _feasts(year)} == set(FEASTS)


@lru_cache(maxsize=32)
def _hints_of(year: int) -> Mapping[date, tuple[Hint, ...]]:
    found: dict[date, list[Hint]] = defaultdict(list)
    public = _belgian("public", year)
    for day, name in public:
        found[day].append(Hint(Kind.PUBLIC, NAMES.get(name, name)))
    for day, name in _belgian("school", year):
        # The package counts public holidays among those of schools too.
        if (day, name) not in public:
            found[day].append(Hint(Kind.SCHOOL, NAMES.get(name, name)))
    for day, code in sorted(_feast_days(year)):
        found[day].append(Hint(Kind.FEAST, FEASTS[code]))
    return {day: tuple(hints) for day, hints in found.items()}


# ---------- Where the dates come from ----------


def _belgian(category: str, year: int) -> list[tuple[date, str]]:
    """Days and names of one category in Belgium, in order; empty outside the years of the package."""
    from holidays import country_holidays  # noqa: PLC0415 - large, and few pages need it

    days = country_holidays("BE", subdiv=COMMUNITY, years=year, categories=category, language="nl")
    return [(day, name) for day in sorted(days) for name in days.get_list(day)]


def _feast_days(year: int) -> Iterable[tuple[date, str]]:
    """Days and codes; of Ramadan each day, up to the day on which it ends."""
    found = _feasts(year)
    yield from ((day, code) for day, code in found if code != "ramadan")
    around = [*_feasts(year - 1), *found, *_feasts(year + 1)]
    ends = sorted(day for day, code in around if code == "eid_al_fitr")
    for start in (day for day, code in around if code == "ramadan"):
        end = next((end for end in ends if end > start), start)
        days = (start + timedelta(days=n) for n in range((end - start).days))
        yield from ((day, "ramadan") for day in days if day.year == year)


@lru_cache(maxsize=32)
def _feasts(year: int) -> tuple[tuple[date, str], ...]:
    """Days and codes of the feasts that are known in a year."""
    days = _feast_calendar()(years=year)
    return tuple((day, code) for day in sorted(days) for code in days.get_list(day))


@lru_cache(maxsize=1)
def _feast_calendar() -> type[Any]:
    """A calendar like that of a country, with the feasts of several; each stands there by its code."""
    from holidays import HolidayBase  # noqa: PLC0415 - large, and few pages need it
    from holidays.calendars.ethiopian import ETHIOPIAN_CALENDAR  # noqa: PLC0415
    from holidays.calendars.julian import JULIAN_CALENDAR  # noqa: PLC0415

    groups: Any = import_module("holidays.groups")

    class Feasts(
        HolidayBase,
        groups.ChristianHolidays,
        groups.IslamicHolidays,
        groups.HebrewCalendarHolidays,
        groups.HinduCalendarHolidays,
        groups.BuddhistCalendarHolidays,
        groups.ChineseCalendarHolidays,
        groups.PersianCalendarHolidays,
        groups.InternationalHolidays,
    ):
        country = "feasts"

        def __init__(self, **years: Any) -> None:
            groups.ChristianHolidays.__init__(self)
            groups.IslamicHolidays.__init__(self, show_estimated=False)
            groups.HebrewCalendarHolidays.__init__(self)
            groups.HinduCalendarHolidays.__init__(self)
            groups.BuddhistCalendarHolidays.__init__(self)
            groups.ChineseCalendarHolidays.__init__(self)
            groups.PersianCalendarHolidays.__init__(self)
            groups.InternationalHolidays.__init__(self)
            super().__init__(**years)

        def _populate_public_holidays(self) -> None:
            self._add_christmas_eve("christmas_eve")
            self._add_good_friday("good_friday")
            self._add_christmas_day("orthodox_christmas", JULIAN_CALENDAR)
            self._add_good_friday("orthodox_good_friday", JULIAN_CALENDAR)
            self._add_easter_sunday("orthodox_easter", JULIAN_CALENDAR)
            self._add_epiphany_day("timkat", ETHIOPIAN_CALENDAR)
            self._add_ethiopian_new_year("ethiopian_new_year")
            self._add_finding_of_true_cross("meskel")
            self._add_ramadan_beginning_day("ramadan")
            self._add_eid_al_fitr_day("eid_al_fitr")
            self._add_eid_al_adha_day("eid_al_adha")
            self._add_islamic_new_year_day("islamic_new_year")
            self._add_ashura_day("ashura")
            self._add_mawlid_day("mawlid")
            self._add_purim("purim")
            self._add_passover("passover", range(2))
            self._add_shavuot("shavuot")
            self._add_rosh_hashanah("rosh_hashanah", range(2))
            self._add_yom_kippur("yom_kippur")
            self._add_sukkot("sukkot")
            self._add_hanukkah("hanukkah")
            self._add_holi("holi")
            self._add_dussehra("dussehra")
            self._add_diwali_india("diwali")
            self._add_vaisakhi("vaisakhi")
            self._add_guru_nanak_jayanti("guru_nanak")
            self._add_vesak("vesak")
            self._add_chinese_new_years_day("chinese_new_year")
            self._add_nowruz_day("nowruz")

    return Feasts


# ---------- Days of a yearly plan ----------


def propose_dates(
    first: date, months: int, every_months: int, weekdays: Sequence[int], then: int | None = None
) -> list[Proposal]:
    """One day in every so many months, as near as can be to the day of the month of the first.

    Never on a public holiday or in a school holiday: a month without another day, such as July, is left out.
    On a feast only where the month has no other day. Monday is 0. `then`: the weekday of a second moment
    that follows each day, and may not be off either.
    """
    starts = (add_months(first.replace(day=1), n) for n in range(0, months, every_months))
    return [
        Proposal(day, _near(day))
        for start in starts
        if (day := _best_of(start, first, weekdays, then)) is not None
    ]


def _best_of(start: date, first: date, weekdays: Sequence[int], then: int | None) -> date | None:
    """The most fit day of a month; not before the first day."""
    month = (start + timedelta(days=n) for n in range((add_months(start, 1) - start).days))
    days = [
        day
        for day in month
        if day >= first and day.weekday() in weekdays and not _is_off(day) and not _is_off(_next(day, then))
    ]
    return min(days, key=lambda day: (_is_feast(day), abs(day.day - first.day), day), default=None)


def _next(day: date, weekday: int | None) -> date:
    """The first such weekday from this day on; the day itself without one."""
    return day if weekday is None else day + timedelta(days=(weekday - day.weekday()) % 7)


def _is_off(day: date) -> bool:
    return any(hint.kind in {Kind.PUBLIC, Kind.SCHOOL} for hint in hints_on(day))


def _is_feast(day: date) -> bool:
    return any(hint.kind == Kind.FEAST for hint in hints_on(day))


def _near(day: date) -> tuple[Near, ...]:
    days = (day - NEAR + timedelta(days=n) for n in range(2 * NEAR.days + 1))
    found = [Near(near, hint) for near in days for hint in _hints_of(near.year).get(near, ())]
    return (*found, *(() if is_known(day.year) else (Near(day, YEAR_NOT_KNOWN),)))

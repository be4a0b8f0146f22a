"""Two people facing each other, subject by subject: what each brings and wishes, and whether it fits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from duomatch import Pair, Reason
from samen.intake.choices import PERSONALITIES, Household, Wanted
from samen.intake.dayparts import bits_to_slots
from samen.intake.models import Profile as Facts
from samen.intake.models import Wish
from samen.intake.week import moment
from samen.people.choices import Gender
from samen.people.models import Participation


@dataclass(frozen=True)
class Word:
    """A piece of what somebody brings; `shared` is what both have."""

    text: str
    shared: bool = False


@dataclass(frozen=True)
class Side:
    """What one of the two brings on a subject, and wishes of the other."""

    words: tuple[Word, ...] = ()
    wish: Wish | None = None


@dataclass(frozen=True)
class Line:
    """One subject. `fit` is good, warn, bad or empty when nothing can be said."""

    topic: str
    fit: str
    one: Side
    two: Side

    @property
    def icon(self) -> str:
        """The sign of the fit."""
        return {"good": "circle-check", "warn": "triangle-alert", "bad": "octagon-alert"}.get(
            self.fit, "circle-dashed"
        )


def compare(newcomer: Participation, coach: Participation, pair: Pair, today: date) -> list[Line]:
    """The lines in the order of the programme; both come from the pool, with profile and wishes read."""
    one, two = _Person(newcomer, today), _Person(coach, today)
    slots = one.slots & two.slots
    interests = set(one.facts.interests) & set(two.facts.interests)
    lines = [
        (
            _("Vrije tijd"),
            {"common_time", "no_common_time", "time_wish"},
            Wanted.TIME,
            one.free(slots),
            two.free(slots),
        ),
        (
            _("Woonplaats"),
            {"distance", "distance_wish"},
            Wanted.DISTANCE,
            one.place(),
            two.place(pair.distance_km),
        ),
        (_("Leeftijd"), {"age_wish"}, Wanted.AGE, one.age(), two.age()),
        (_("Man of vrouw"), {"gender_wish"}, Wanted.GENDER, one.gender(), two.gender()),
        (_("Interesses"), {"shared_interests"}, None, one.likes(interests), two.likes(interests)),
        (_("Werk of studie"), {"same_profession"}, None, one.work(pair), two.work(pair)),
        (_("Gezin"), {"children", "household"}, None, one.home(), two.home()),
        (_("Karakter"), {"personality"}, None, one.character(), two.character()),
    ]
    return [
        Line(topic, _fit(pair.reasons, codes), Side(mine, one.wish(about)), Side(theirs, two.wish(about)))
        for topic, codes, about, mine, theirs in lines
        if mine or theirs
    ]


def _fit(reasons: Iterable[Reason], codes: set[str]) -> str:
    about = [reason for reason in reasons if reason.code in codes]
    if any(reason.blocks for reason in about):
        return "bad"
    if any(reason.values.get("outcome") == "broken" or reason.code == "no_common_time" for reason in about):
        return "warn"
    return "good" if any(reason.mils > 0 for reason in about) else ""


class _Person:
    """Facts of one of the two, as words; what is unknown gives none."""

    def __init__(self, part: Participation, today: date) -> None:
        self.person = part.person
        self.today = today
        self.facts: Facts = getattr(part, "profile", None) or Facts()
        self.slots = set(bits_to_slots(self.facts.availability or 0))
        self._wishes = {wish.about: wish for wish in part.wishes.all()}

    def wish(self, about: Wanted | None) -> Wish | None:
        return self._wishes.get(about) if about else None

    def free(self, shared: set[tuple[int, int]]) -> tuple[Word, ...]:
        return tuple(Word(moment(*slot), slot in shared) for slot in sorted(self.slots))

    def place(self, km: float | None = None) -> tuple[Word, ...]:
        words = [Word(self.person.place)] if self.person.place else []
        if km is not None:
            words.append(Word(_("%(n)s km") % {"n": round(km)} if km >= 1 else _("dichtbij"), shared=True))
        return tuple(words)

    def age(self) -> tuple[Word, ...]:
        if not self.person.birth_year:
            return ()
        years = self.today.year - self.person.birth_year
        return (Word(ngettext("%(n)s jaar", "%(n)s jaar", years) % {"n": years}),)

    def gender(self) -> tuple[Word, ...]:
        return (Word(str(Gender(self.person.gender).label)),) if self.person.gender else ()

    def likes(self, shared: set[str]) -> tuple[Word, ...]:
        return tuple(Word(word, word in shared) for word in self.facts.interests)

    def work(self, pair: Pair) -> tuple[Word, ...]:
        same = any(reason.code == "same_profession" for reason in pair.reasons)
        return (Word(self.facts.profession, same),) if self.facts.profession else ()

    def home(self) -> tuple[Word, ...]:
        words = [Word(str(Household(self.facts.household).label))] if self.facts.household else []
        words += [Word(_("kind van %(band)s jaar") % {"band": band}) for band in self.facts.children_bands]
        return tuple(words)

    def character(self) -> tuple[Word, ...]:
        return (Word(str(dict(PERSONALITIES)[self.facts.personality])),) if self.facts.personality else ()

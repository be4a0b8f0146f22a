"""How the people and the stories of the demo are written down: short enough to read as a list."""

from collections.abc import Iterator
from dataclasses import dataclass

from samen.duos.choices import ClosingReason, MeetingWay, PauseReason, TookInitiative
from samen.intake.actions import Facts, WishedFor
from samen.intake.choices import Household, Strength, Wanted
from samen.intake.dayparts import parse_availability, slots_to_bits
from samen.matching.choices import Answer, Mark
from samen.people.actions import Details
from samen.people.choices import Gender
from samen.places.postal import find

# These end in .example, which can never receive mail; no operator gives numbers that start with 0454.
MAIL, PHONES = "post.example", "+32454"
MUST, PREFER = Strength.MUST, Strength.PREFER
WOMAN, MAN = Gender.WOMAN, Gender.MAN
ALONE, COUPLE, FAMILY = Household.ALONE, Household.COUPLE, Household.FAMILY


def a_woman(strength: Strength) -> WishedFor:
    """The other is a woman."""
    return WishedFor(Wanted.GENDER, strength, gender=WOMAN)


def a_man(strength: Strength) -> WishedFor:
    """The other is a man."""
    return WishedFor(Wanted.GENDER, strength, gender=MAN)


def aged(youngest: int, oldest: int, strength: Strength) -> WishedFor:
    """The other is of this age."""
    return WishedFor(Wanted.AGE, strength, age_min=youngest, age_max=oldest)


def within(km: int, strength: Strength) -> WishedFor:
    """The other lives no further away."""
    return WishedFor(Wanted.DISTANCE, strength, max_km=km)


def shared_time(strength: Strength) -> WishedFor:
    """There is a moment at which both are free."""
    return WishedFor(Wanted.TIME, strength)


@dataclass(frozen=True, kw_only=True)
class Someone:
    """One person, as a coordinator would note them down. Days count back from the day of loading."""

    given: str
    family: str = ""
    gender: Gender
    age: int
    lives: str
    days: int
    """How many days ago they registered."""
    speaks: str = ""
    """Languages besides Dutch, with commas."""
    likes: str = ""
    work: str = ""
    free: str = ""
    """When they can, as they would say it: "ma avond, za vm"."""
    lively: int | None = None
    """1 quiet … 5 outgoing."""
    level: str = ""
    home: Household | None = None
    children: str = ""
    room: int = 1
    """How many duos a coach takes at once."""
    wishes: tuple[WishedFor, ...] = ()
    mail: str = ""
    """What stands before the @."""
    phone: bool = True
    left: int | None = None
    """How many days ago they left the programme."""
    remark: str = ""

    @property
    def name(self) -> str:
        """The full name, by which stories and pairs know them."""
        return f"{self.given} {self.family}".strip()

    @property
    def facts(self) -> Facts:
        """What matching uses."""
        slots = parse_availability(self.free).slots
        return Facts(
            availability=slots_to_bits(slots) if slots else None,
            interests=words(self.likes),
            profession=self.work,
            personality=self.lively,
            language_level=self.level,
            household=self.home or "",
            children_bands=words(self.children),
            capacity=self.room,
        )


def phone_number(nth: int) -> str:
    """The nth mobile number: they all differ and do not look counted."""
    return f"{PHONES}{nth * 389_539 % 1_000_000:06}"


def details_of(someone: Someone, phone: str, year: int) -> Details:
    """What a form would say of somebody, in this year."""
    place = find(someone.lives)
    return Details(
        given_name=someone.given,
        family_name=someone.family,
        gender=someone.gender,
        birth_year=year - someone.age,
        phone=phone if someone.phone else "",
        email=f"{someone.mail}@{MAIL}" if someone.mail else "",
        postal_code=someone.lives,
        place=place.name if place else "",
        languages=words(someone.speaks),
    )


def words(text: str) -> list[str]:
    """The words between commas, sorted, as the forms keep them."""
    return sorted(word.strip() for word in text.split(",") if word.strip())


@dataclass(frozen=True)
class Met:
    """One meeting of a diary."""

    days: int
    minutes: int
    proposed_by: TookInitiative | None
    activity: str
    way: MeetingWay = MeetingWay.TOGETHER


_WAY = {"": MeetingWay.TOGETHER, "@": MeetingWay.ONLINE, "t": MeetingWay.PHONE}
_WHO = {"n": TookInitiative.NEWCOMER, "c": TookInitiative.COACH, "s": TookInitiative.TOGETHER, "-": None}


def read_diary(text: str) -> Iterator[Met]:
    """The meetings of a diary, a line each: days ago, minutes, who proposed it, what they did.

    A sign after who proposed it tells how: "@" online, "t" by telephone, none on the spot.
    """
    for line in text.strip().splitlines():
        days, minutes, who, *activity = line.split(maxsplit=3)
        yield Met(int(days), int(minutes), _WHO[who[0]], " ".join(activity), _WAY[who[1:]])


@dataclass(frozen=True, kw_only=True)
class Rest:
    """A pause; a negative day lies ahead."""

    first: int
    last: int
    why: PauseReason


@dataclass(frozen=True, kw_only=True)
class Story:
    """One duo: when it began, for how many months, what it did, and how it ended."""

    newcomer: str
    coach: str
    days: int
    """How many days ago it began."""
    months: int
    diary: str = ""
    rest: Rest | None = None
    closed: int | None = None
    """How many days ago it was closed."""
    why: ClosingReason | None = None
    with_children: bool = False
    is_signed: bool = True


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A proposal that was put to two people, and what they said."""

    newcomer: str
    coach: str
    days: int
    newcomer_says: Answer = Answer.NOT_YET
    coach_says: Answer = Answer.NOT_YET


@dataclass(frozen=True, kw_only=True)
class Hunch:
    """What the coordinator knows about a pair: pinned, banned, or a feeling (a bonus of -5 to 5)."""

    newcomer: str
    coach: str
    mark: Mark = Mark.NONE
    bonus: int = 0
    note: str

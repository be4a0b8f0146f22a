"""When somebody is free, read from free text: "ma avond, za vm", "elke avond behalve vrijdag".

A slot is a weekday (Monday 0) and a daypart (0 voormiddag, 1 namiddag, 2 avond).
As a bit it is weekday * 3 + daypart.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise, product
from typing import NamedTuple

Slot = tuple[int, int]
Values = tuple[int, ...]

WEEK: Values = tuple(range(7))
MORNING, AFTERNOON, EVENING = DAY = (0, 1, 2)
EVERYTHING = frozenset(product(WEEK, DAY))
# From and until which hour each part of the day runs.
HOURS = ((8, 12), (12, 18), (18, 23))
LONG_ENOUGH = 2


class Availability(NamedTuple):
    """The slots that were read, and the words that were not."""

    slots: frozenset[Slot]
    unread: tuple[str, ...]


class Token(NamedTuple):
    """One piece of the text: days, dayparts, "until", a border, a denial, or something unread."""

    kind: str
    values: Values = ()
    text: str = ""


def _words(*lines: tuple[Values, str]) -> dict[str, Values]:
    return {word: values for values, words in lines for word in words.split()}


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DAYS = _words(
    ((0,), "ma maa maan maandag maandagen mo mon monday lu lun lundi"),
    ((1,), "di din dins dinsdag dinsdagen tu tue tues tuesday mar mardi"),
    ((2,), "wo woe woens woensdag woensdagen wed weds wednesday mer mercredi"),
    ((3,), "do don dond donderdag donderdagen th thu thur thurs thursday jeu jeudi"),
    ((4,), "vr vrij vrijd vrijdag vrijdagen fr fri friday ven vendredi"),
    ((5,), "za zat zater zaterdag zaterdagen sa sat saturday sam samedi"),
    ((6,), "zo zon zond zondag zondagen su sun sunday dim dimanche"),
    ((5, 6), "weekend weekeind weekeinde we weekendag weekenddag weekenddagen"),
    ((0, 1, 2, 3, 4), "week weekdag weekdagen weekday werkdag werkdagen werkweek semaine"),
    (WEEK, "altijd always anytime toujours alles dagelijks daily everyday"),
)
PARTS = _words(
    (
        (MORNING,),
        "voormiddag voormiddagen vm voorm vo ochtend ochtenden morgen smorgens sochtends morning am matin",
    ),
    ((MORNING,), "matinee svoormiddags"),
    ((AFTERNOON,), "namiddag namiddagen nm nam na middag middagen smiddags snamiddags afternoon pm aprem"),
    ((EVENING,), "avond avonden av avd savonds evening eve ev night soir soiree"),
    ((MORNING, AFTERNOON), "overdag"),
    (DAY, "volledig flexibel flexible"),
)
# With a day behind it only an accent ("elke zaterdag"); else every day ("elke avond").
EVERY = _set("elke elk alle iedere ieder every each all chaque tous toutes")
UNTIL = _set("tot tm to till until through au")
NOT = _set("behalve niet geen nooit uitgezonderd zonder not never except no sauf pas jamais aucun")
AND = _set(
    "en of and or et ou s op in de het le la les l the on a at van der is ben kan vrij free libre "
    "beschikbaar dag dagen day days jour jours available disponible"
)

# Several words with one meaning, before the single words.
_PHRASES = (
    (
        Token("part", DAY),
        r"(?:de )?(?:hele|heel de|ganse|gans de|volledige|whole|all|toute la) ?-?(?:dag|day|journ[ée]e)",
    ),
    (Token("day", WEEK), r"(?:elke|alle|iedere|every|tous les|chaque) ?(?:dag|dagen|day|jours?)"),
    (Token("day", (5, 6)), r"we-end|week-ends?|fin de semaine"),
    (Token("part", (AFTERNOON,)), r"apr[eè]s[ -]?midi"),
    (Token("until"), r"t\.?/m\.?|tot en met|–"),
)
_CLOCK = r"(\d{1,2})(?:\s?[u:h.]\s?\d{2})?\s?(?:uur|u|h)?"
# The end of a time is what makes a number a time: 18u, 18 uur, 18h, 18:30 u.
_HOUR = r"(\d{1,2})\s?(?:uur|[uh:])(?:\s?\d{2})?(?: ?u(?:ur)?)?"
_FROM_TO = rf"(?:van |de |from )?{_CLOCK}\s?(?:-|–|tot|to|à|a)\s?{_HOUR}"
_FROM = rf"(?:na|vanaf|after|from|apr[eè]s|d[eè]s|à partir de) {_HOUR}"
_BEFORE = rf"(?:voor|v[óo][óo]r|tot|before|until|avant|jusqu'à) {_HOUR}"
_TOKEN = re.compile(
    rf"\b(?:{_FROM_TO}|{_FROM}|{_BEFORE})(?!\w)|"
    + "|".join(rf"(?P<p{number}>(?<!\w)(?:{pattern})(?!\w))" for number, (_, pattern) in enumerate(_PHRASES))
    + r"|(?P<border>[;\n\r])|(?P<dash>-)|(?P<word>[^\W_]+)|(?P<odd>[^\s.,/+&()'’`´:!_*|\\-])",
    re.IGNORECASE,
)


def parse_availability(text: str) -> Availability:
    """The dayparts that this text names, in Dutch, English or French, and the words it could not read.

    A day alone is the whole day, a daypart alone every day of the week.
    """
    tokens = _join_days(_settle_every(list(_tokens(text))))
    unread = [token.text for token in tokens if token.kind == "unread"]
    slots: set[Slot] = set()
    denied: set[Slot] = set()
    told = False
    for is_denial, clause in _clauses(tokens):
        read = _slots_of(clause)
        told = told or (bool(read) and not is_denial)
        (denied if is_denial else slots).update(read)
    if denied and not told:
        slots = set(EVERYTHING)
    return Availability(frozenset(slots - denied), tuple(dict.fromkeys(unread)))


def slots_to_bits(slots: Iterable[Slot]) -> int:
    """One bit for each slot, weekday * 3 + daypart."""
    bits = 0
    for weekday, daypart in slots:
        if weekday not in WEEK or daypart not in DAY:
            raise ValueError(f"no such slot: {weekday, daypart}")
        bits |= 1 << (weekday * len(DAY) + daypart)
    return bits


def bits_to_slots(bits: int) -> frozenset[Slot]:
    """The slots of these bits."""
    if not 0 <= bits < 1 << len(EVERYTHING):
        raise ValueError(f"no such week: {bits}")
    return frozenset(slot for slot in EVERYTHING if bits >> (slot[0] * len(DAY) + slot[1]) & 1)


def _tokens(text: str) -> Iterator[Token]:
    for found in _TOKEN.finditer(unicodedata.normalize("NFC", text)):
        kind, written = found.lastgroup, found[0]
        if kind is None:
            yield Token("part", _parts_of_hours(found))
        elif kind == "word":
            yield from _read_word(written)
        elif kind == "odd":
            yield Token("unread", text=written)
        elif kind in ("border", "dash"):
            yield Token("until" if kind == "dash" else kind)
        else:
            yield _PHRASES[int(kind[1:])][0]


def _read_word(written: str) -> Iterator[Token]:
    """The meaning of one word; "woensdagnamiddag" is two in one."""
    word = _plain(written)
    if token := _meaning(word):
        yield token
        return
    for at in range(2, len(word) - 1):
        day, part = DAYS.get(word[:at]), PARTS.get(word[at:]) or PARTS.get(word[at:].removesuffix("s"))
        if day and part:
            yield Token("day", day)
            yield Token("part", part)
            return
    if word not in AND:
        yield Token("unread", text=written)


def _meaning(word: str) -> Token | None:
    for form in (word, word.removesuffix("s")):
        if form in DAYS:
            return Token("day", DAYS[form])
        if form in PARTS:
            return Token("part", PARTS[form])
    if word in EVERY:
        return Token("every")
    if word in UNTIL:
        return Token("until")
    if word in NOT:
        return Token("not")
    return None


def _plain(word: str) -> str:
    """Small letters without accents."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _parts_of_hours(found: re.Match[str]) -> Values:
    """The parts of the day that share two hours with this time, or else most of it."""
    start, end, only_from, only_before = (int(hour) if hour else None for hour in found.groups()[:4])
    if start is None or end is None:
        start, end = (only_from, 23) if only_from is not None else (8, only_before)
    shared = [min(until, end or 0) - max(since, start or 0) for since, until in HOURS]
    return tuple(part for part in DAY if shared[part] >= LONG_ENOUGH) or (shared.index(max(shared)),)


def _settle_every(tokens: list[Token]) -> list[Token]:
    """ "Elke" before a day adds nothing; before anything else it means every day."""
    return [
        Token("day", WEEK) if token.kind == "every" else token
        for token, follower in pairwise([*tokens, Token("border")])
        if not (token.kind == "every" and follower.kind == "day")
    ]


def _join_days(tokens: list[Token]) -> list[Token]:
    """ "ma-vr" becomes the five days; "until" between anything else means nothing."""
    joined: list[Token] = []
    for token in tokens:
        if (
            token.kind == "day"
            and len(joined) > 1
            and joined[-1].kind == "until"
            and joined[-2].kind == "day"
        ):
            joined.pop()
            first, last = joined.pop().values[0], token.values[-1]
            joined.append(Token("day", tuple((first + step) % 7 for step in range((last - first) % 7 + 1))))
        else:
            joined.append(token)
    return [token for token in joined if token.kind != "until"]


def _clauses(tokens: list[Token]) -> Iterator[tuple[bool, list[Token]]]:
    """The pieces between borders, each with whether it denies."""
    is_denial, clause = False, list[Token]()
    for token in tokens:
        if token.kind in ("border", "not"):
            yield is_denial, clause
            is_denial, clause = token.kind == "not", []
        elif token.kind in ("day", "part"):
            clause.append(token)
    yield is_denial, clause


def _slots_of(clause: list[Token]) -> set[Slot]:
    """The slots of a clause: days go with the dayparts behind them, or before them ("avond: ma, wo")."""
    runs = [
        (kind, {value for token in run for value in token.values})
        for kind, run in groupby(clause, key=lambda token: token.kind)
    ]
    if not runs:
        return set()
    part_first = runs[0][0] == "part" and runs[-1][0] == "day"
    if runs[0][0] == "part" and not part_first:
        runs.insert(0, ("day", set(WEEK)))
    if runs[-1][0] == "day" and not part_first:
        runs.append(("part", set(DAY)))
    slots: set[Slot] = set()
    for (_, first), (_, second) in zip(runs[::2], runs[1::2], strict=True):
        slots.update(product(second, first) if part_first else product(first, second))
    return slots

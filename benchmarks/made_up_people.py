"""Made-up people for the benchmarks: drawn with a fixed seed, alike on every machine, nobody existing."""

import random
from datetime import date, timedelta

from duomatch import AgeWish, DistanceWish, GenderWish, Profile, Strength, TimeWish, Wish

ON = date(2026, 3, 1)
INTERESTS = [f"interest {number}" for number in range(60)]
LANGUAGES = ["nl", "fr", "en", "ar", "ti", "uk", "fa", "tr"]
PROFESSIONS = ["", "care", "building", "teaching", "trade", "office"]
STRENGTHS = [Strength.MUST, Strength.PREFER]


def people(role: str, count: int, seed: int) -> list[Profile]:
    """This many people of one role, spread over some 35 by 35 kilometres."""
    chance = random.Random(seed)  # noqa: S311 - no secret is drawn
    return [_person(role, number, chance) for number in range(count)]


def _person(role: str, number: int, chance: random.Random) -> Profile:
    return Profile(
        id=f"{role[0].upper()}{number:05}",
        role=role,
        birth_year=chance.randint(1950, 2005),
        gender=chance.choice("fm"),
        place=(50.9 + 0.3 * chance.random(), 3.4 + 0.5 * chance.random()),
        availability=chance.getrandbits(21) & chance.getrandbits(21),
        interests=frozenset(chance.sample(INTERESTS, chance.randint(0, 5))),
        profession=chance.choice(PROFESSIONS),
        personality=chance.choice([None, 1, 2, 3, 4, 5]),
        languages=frozenset(chance.sample(LANGUAGES, 2)),
        household=chance.choice([None, "alone", "couple", "family"]),
        registered_on=ON - timedelta(days=chance.randint(0, 500)),
        wishes=tuple(_wishes(chance)),
    )


def _wishes(chance: random.Random) -> list[Wish]:
    possible: list[tuple[float, Wish]] = [
        (0.15, GenderWish(chance.choice("fm"), chance.choice(STRENGTHS))),
        (0.20, AgeWish(20, 60, Strength.PREFER)),
        (0.40, DistanceWish(chance.choice([5.0, 10.0, 20.0]), chance.choice(STRENGTHS))),
        (0.30, TimeWish(Strength.MUST)),
    ]
    return [wish for share, wish in possible if chance.random() < share]

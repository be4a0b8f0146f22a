"""Who comes in during a simulated year. Nobody here exists: names of the demo, put together anew."""

from random import Random

from samen.demo import coaches, newcomers
from samen.demo.notation import Someone
from samen.people.actions import Details
from samen.people.choices import Role

# No operator gives out numbers that start so; no mail goes to a name that ends in .example.
PHONES, MAIL = "+32454", "post.example"
PEOPLE: dict[Role, tuple[Someone, ...]] = {
    Role.NEWCOMER: newcomers.EVERYBODY,
    Role.COACH: coaches.EVERYBODY,
}


def somebody(rng: Random, role: Role, number: int, year: int) -> tuple[Details, Someone]:
    """The number-th person: given name, gender and facts of one, family name of another."""
    one, other = rng.choice(PEOPLE[role]), rng.choice(PEOPLE[role])
    has_mail = rng.random() < 0.7
    details = Details(
        given_name=one.given,
        family_name=other.family,
        gender=one.gender,
        birth_year=year - one.age,
        phone="" if has_mail and rng.random() < 0.2 else f"{PHONES}{number:06}",
        email=f"{role}{number}@{MAIL}" if has_mail else "",
        postal_code=one.lives,
    )
    return details, one

"""What a participant may tell us, in their own words, and whom to call when it cannot wait."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from samen.signals.choices import CallWhen, Category


@dataclass(frozen=True)
class Answer:
    """One of the big answers: a category as a participant would say it."""

    category: Category
    icon: str
    words: Any
    small: Any = ""
    needs_duo: bool = True


ANSWERS = (
    Answer(Category.NO_CONTACT, "message-circle", _("Ik hoor niets van de ander")),
    Answer(Category.NO_CLICK, "users-round", _("Het gaat niet goed tussen ons")),
    Answer(Category.LANGUAGE, "languages", _("Wij verstaan elkaar niet goed")),
    Answer(Category.TOO_MUCH, "hourglass", _("Dit is te veel voor mij")),
    Answer(Category.MONEY, "hand-coins", _("De ander vraagt geld of spullen")),
    Answer(Category.MOTIVES, "arrow-left-right", _("De ander wil iets anders dan ik")),
    Answer(Category.UNFAIR, "scale", _("Iemand is niet goed voor mij"), needs_duo=False),
    Answer(Category.UNSAFE, "octagon-alert", _("Ik voel mij niet veilig"), needs_duo=False),
    Answer(
        Category.OTHER_HELP,
        "life-buoy",
        _("Ik zoek andere hulp"),
        _("Een huis, geld, papieren, gezondheid, werk."),
        needs_duo=False,
    ),
    Answer(Category.OTHER, "message-circle-warning", _("Iets anders"), needs_duo=False),
)

CALL_CHOICES = (
    (CallWhen.MORNING, _("In de voormiddag")),
    (CallWhen.AFTERNOON, _("In de namiddag")),
    (CallWhen.EVENING, _("In de avond")),
    (CallWhen.NOT, _("Liever niet bellen")),
)


@dataclass(frozen=True)
class Number:
    """A number that helps at once."""

    phone: str
    words: Any


# Of the whole country, or of Flanders; free to call.
NUMBERS = (
    Number("112", _("Er is gevaar: politie, brand, dokter")),
    Number("1712", _("Iemand doet jou pijn")),
    Number("106", _("Praten met iemand, dag en nacht")),
)


def answers_for(*, has_duo: bool) -> list[Answer]:
    """What somebody may choose: who has no duo is not asked about the other."""
    return [answer for answer in ANSWERS if has_duo or not answer.needs_duo]

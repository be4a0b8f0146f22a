"""Kinds of texts that an initiative may change: the Dutch that stands in the code, and what is filled in.

Most are messages. Others are read on the public page, on flyers or on information sheets: their `surface`
tells, and nothing but a message is ever queued.

An app that writes to people registers its kinds from its own `messages.py`, loaded when the app is ready:

    register(
        Kind(
            code="registration_received",
            title=_("Aanmelding ontvangen"),
            subject=_("…"),
            body=_("Dag {given_name} …"),
            placeholders=("given_name",),
        )
    )

What participants read is Dutch at level A2: short, everyday words. Every kind may use `{initiative}`.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import override

from samen.base.languages import DUTCH
from samen.messaging.choices import Audience, Surface

INITIATIVE = "initiative"
ALWAYS = (INITIATIVE,)
# What an initiative tells of itself: for texts that go to nobody in particular.
CONTACT = ("contact_name", "contact_phone", "contact_email", "contact_hours")
# How many signs a title and a text may have: what a flyer holds is less than what a mail holds.
LONGEST = {
    Surface.MESSAGE: (200, 10_000),
    Surface.PAGE: (80, 1_500),
    Surface.FLYER: (80, 600),
    Surface.SHEET: (80, 4_000),
}
# A paper made in a language stays in it; elsewhere the initiative's own Dutch goes before our translation.
STAYS_IN_ITS_LANGUAGE = frozenset({Surface.FLYER, Surface.SHEET})

Sentence = str | Promise


@dataclass(frozen=True)
class Words:
    """A subject and a body, and the language in which they are."""

    subject: str
    body: str
    language: str = DUTCH


@dataclass(frozen=True)
class Kind:
    """One kind of text. What stands below `placeholders` is about messages alone, but for `surface`.

    `sensitive`: may not be lost; when every road is stopped it goes by hand.
    `urgent`: leaves at night too: an answer to what somebody did just now, or a reminder for this very day.
    """

    code: str
    title: Sentence
    subject: Sentence
    body: Sentence
    placeholders: tuple[str, ...] = ()
    audience: str = Audience.PARTICIPANT
    sensitive: bool = False
    urgent: bool = False
    surface: str = Surface.MESSAGE
    # What is filled in as it was written, with its lines; all else is one line.
    whole: tuple[str, ...] = ()

    @property
    def is_message(self) -> bool:
        """Whether it is sent to somebody."""
        return self.surface == Surface.MESSAGE

    @property
    def stays_in_its_language(self) -> bool:
        """Whether our translation goes before the initiative's own Dutch."""
        return self.surface in STAYS_IN_ITS_LANGUAGE

    @property
    def longest(self) -> tuple[int, int]:
        """How many signs its title and its text may have."""
        return LONGEST[Surface(self.surface)]

    @property
    def names(self) -> tuple[str, ...]:
        """What a text of this kind may fill in."""
        return (*self.placeholders, *(name for name in ALWAYS if name not in self.placeholders))

    @property
    def keeps_quiet(self) -> bool:
        """Whether it waits for the morning."""
        return self.is_message and self.audience == Audience.PARTICIPANT and not self.urgent

    @property
    def may_be_stopped(self) -> bool:
        """Whether it carries a link to stop: what participants get does."""
        return self.is_message and self.audience == Audience.PARTICIPANT

    def standard(self, language: str) -> Words:
        """Our own text in a language; the Dutch one where the catalogue has none."""
        with override(DUTCH):
            dutch = Words(str(self.subject), str(self.body))
        if language == DUTCH:
            return dutch
        with override(language):
            own = Words(str(self.subject), str(self.body), language)
        return dutch if own.body == dutch.body else own


_kinds: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    """Make kinds known. The same code twice is a mistake, unless it is the same kind."""
    for one in kinds:
        if _kinds.setdefault(one.code, one) != one:
            raise ValueError(f"Two kinds of text are called {one.code!r}.")


def kind(code: str) -> Kind:
    """The kind with this code. Raises KeyError."""
    return _kinds[code]


def message(code: str) -> Kind:
    """The kind of message with this code. Raises KeyError, also for a text that is no message."""
    one = _kinds[code]
    if not one.is_message:
        raise KeyError(f"{code!r} is no message: it is read on a {one.surface}.")
    return one


def find(code: str) -> Kind | None:
    """The kind with this code, if it still exists: a message may outlive its kind."""
    return _kinds.get(code)


def all_kinds() -> list[Kind]:
    """Every kind, in the order of registration."""
    return list(_kinds.values())


def with_texts() -> list[Kind]:
    """Every kind whose text may be changed."""
    return [one for one in all_kinds() if one.body]

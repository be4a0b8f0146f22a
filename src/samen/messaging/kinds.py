"""Kinds of messages: the Dutch that stands in the code, what is filled in, and for whom.

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
from samen.messaging.choices import Audience

INITIATIVE = "initiative"
ALWAYS = (INITIATIVE,)

Sentence = str | Promise


@dataclass(frozen=True)
class Words:
    """A subject and a body, and the language in which they are."""

    subject: str
    body: str
    language: str = DUTCH


@dataclass(frozen=True)
class Kind:
    """One kind of message.

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

    @property
    def names(self) -> tuple[str, ...]:
        """What a text of this kind may fill in."""
        return (*self.placeholders, *(name for name in ALWAYS if name not in self.placeholders))

    @property
    def keeps_quiet(self) -> bool:
        """Whether it waits for the morning."""
        return self.audience == Audience.PARTICIPANT and not self.urgent

    @property
    def may_be_stopped(self) -> bool:
        """Whether it carries a link to stop: what participants get does."""
        return self.audience == Audience.PARTICIPANT

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
            raise ValueError(f"Two kinds of message are called {one.code!r}.")


def kind(code: str) -> Kind:
    """The kind with this code. Raises KeyError."""
    return _kinds[code]


def find(code: str) -> Kind | None:
    """The kind with this code, if it still exists: a message may outlive its kind."""
    return _kinds.get(code)


def all_kinds() -> list[Kind]:
    """Every kind, in the order of registration."""
    return list(_kinds.values())


def with_texts() -> list[Kind]:
    """Every kind whose text may be changed."""
    return [one for one in all_kinds() if one.body]

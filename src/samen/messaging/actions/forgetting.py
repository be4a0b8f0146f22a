"""What goes of a person who is erased; `privacy.actions.erase` composes it with the other apps."""

from collections.abc import Callable, Collection, Iterable

from django.db import transaction
from django.db.models import Q

from samen.messaging.choices import Channel, Status
from samen.messaging.models import Choice, OutboxMessage, ShortLink

# What did not leave yet: without its words it may not leave any more.
TO_SEND = (Status.WAITING, Status.SENDING, Status.BY_HAND, Status.FAILED)
NO_WORDS = dict.fromkeys(("subject", "body", "dutch", "calendar", "error_detail"), "")


@transaction.atomic
def forget_person(
    *, about: Collection[str], emails: Collection[str] = (), phones: Collection[str] = ()
) -> None:
    """Every message to them: by what it is about, and by addresses that nobody else has."""
    OutboxMessage.objects.filter(
        Q(about__in=about)
        | Q(channel=Channel.EMAIL, email__in=emails)
        | (~Q(channel=Channel.EMAIL) & Q(phone__in=phones))
    ).delete()


@transaction.atomic
def forget_words_about(*, about: Collection[str], names_them: Callable[[str], bool]) -> None:
    """Messages to others that name them: their words go, and what did not leave yet goes wholly."""
    found = OutboxMessage.objects.filter(about__in=about)
    naming = [one.pk for one in found if names_them(_words(one))]
    OutboxMessage.objects.filter(pk__in=naming, status__in=TO_SEND).delete()
    OutboxMessage.objects.filter(pk__in=naming).update(**NO_WORDS)


def _words(message: OutboxMessage) -> str:
    """All its words; lines of a calendar are broken anywhere (RFC 5545, 3.1)."""
    calendar = message.calendar.replace("\r\n ", "").replace("\n ", "")
    return "\n".join((message.subject, message.body, message.dutch, calendar))


@transaction.atomic
def forget_addresses(*, digests: Iterable[str]) -> None:
    """What was chosen at addresses, and their short links. That an address asked for silence stays.

    It is a digest without a name, kept so that this very address is never written to again.
    """
    gone = list(digests)
    Choice.objects.filter(digest__in=gone).delete()
    ShortLink.objects.filter(digest__in=gone).delete()

"""Texts that an initiative made its own, and the outbox: every message, to whom, and what became of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samen.base import clock
from samen.base.emails import LONGEST as LONGEST_EMAIL
from samen.initiatives.tenancy import TenantModel
from samen.messaging.choices import Channel, MailingStatus, Status

LONGEST_SUBJECT, LONGEST_BODY = 200, 10_000
LONGEST_KEY, LONGEST_NAME = 120, 200


class Text(TenantModel):
    """The initiative's own words for one kind of text in one language."""

    kind = models.CharField(max_length=40)
    language = models.CharField(_("taal"), max_length=10)
    subject = models.CharField(_("onderwerp"), max_length=LONGEST_SUBJECT)
    body = models.TextField(_("tekst"))
    # Of the Dutch from which this was translated: tells that the Dutch changed since.
    dutch_hash = models.CharField(max_length=64, blank=True)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.CharField(max_length=80)

    class Meta:
        """One text for each kind and language."""

        constraints = (
            models.UniqueConstraint(fields=("initiative", "kind", "language"), name="one_text_per_language"),
        )

    def __str__(self) -> str:
        """Kind and language."""
        return f"{self.kind} {self.language}"


class Mailing(TenantModel):
    """A message from the coordinator to many people; each one's own copy stands in the outbox."""

    subject = models.CharField(_("onderwerp"), max_length=LONGEST_SUBJECT)
    body = models.TextField(_("tekst"))
    language = models.CharField(_("taal"), max_length=10, default="nl")
    # To whom: the filter as it was chosen. Who that is, is asked when the copies are made.
    audience = models.JSONField(default=dict)
    status = models.CharField(
        _("stand"), max_length=10, choices=MailingStatus, default=MailingStatus.QUEUEING
    )
    total = models.PositiveIntegerField(_("aantal mensen"), default=0)
    made_at = models.DateTimeField(default=clock.now)
    made_by = models.CharField(max_length=80)

    class Meta:
        """Newest first."""

        ordering = ("-id",)

    def __str__(self) -> str:
        """Number and status."""
        return f"mailing {self.pk} {self.status}"


class OutboxMessage(TenantModel):
    """One message to one person. The words stay as they were sent, until they are wiped."""

    key = models.CharField(max_length=LONGEST_KEY)
    kind = models.CharField(max_length=40)
    # What it is about, for whoever queued it ("part:12"): no relation, for it stands above this app.
    about = models.CharField(max_length=80, blank=True)
    mailing = models.ForeignKey(
        Mailing, on_delete=models.SET_NULL, null=True, blank=True, related_name="messages"
    )
    channel = models.CharField(_("weg"), max_length=10, choices=Channel)
    to_name = models.CharField(_("aan"), max_length=LONGEST_NAME)
    email = models.EmailField(_("e-mail"), max_length=LONGEST_EMAIL, blank=True)
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)
    language = models.CharField(_("taal"), max_length=10, default="nl")
    words_language = models.CharField(max_length=10, default="nl")
    subject = models.CharField(_("onderwerp"), max_length=LONGEST_SUBJECT * 2)
    body = models.TextField(_("tekst"), blank=True)
    dutch = models.TextField(_("tekst in het Nederlands"), blank=True)
    calendar = models.TextField(blank=True)
    status = models.CharField(_("stand"), max_length=10, choices=Status, default=Status.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(default=clock.now)
    not_before = models.DateTimeField(null=True, blank=True)
    next_attempt_at = models.DateTimeField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    # Made once: whatever is delivered twice can be told to be the same.
    message_id = models.CharField(max_length=200)
    error_code = models.CharField(max_length=20, blank=True)
    error_detail = models.CharField(max_length=300, blank=True)

    class Meta:
        """Newest first; the same key never twice; a message that waits knows until when."""

        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(fields=("initiative", "key"), name="one_message_per_key"),
            models.CheckConstraint(
                condition=~Q(status="waiting") | Q(next_attempt_at__isnull=False), name="waiting_knows_when"
            ),
            models.CheckConstraint(
                condition=~Q(status="sending") | Q(lease_until__isnull=False), name="sending_has_a_lease"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=("sent", "done")) | Q(sent_at__isnull=False), name="sent_has_a_moment"
            ),
        )
        indexes = (
            models.Index(fields=("initiative", "status", "next_attempt_at"), name="outbox_due"),
            models.Index(fields=("initiative", "about"), name="outbox_about"),
        )

    def __str__(self) -> str:
        """Number and status; names stay on pages."""
        return f"message {self.pk} {self.status}"

    @property
    def address(self) -> str:
        """Where it goes by its channel."""
        if self.channel == Channel.EMAIL:
            return self.email
        return "" if self.channel == Channel.LETTER else self.phone


class StoppedAddress(TenantModel):
    """An address that asked for no more messages by this road; kept as a digest alone."""

    digest = models.CharField(max_length=32)
    channel = models.CharField(max_length=10, choices=Channel)
    stopped_at = models.DateTimeField(default=clock.now)

    class Meta:
        """Once for each address and road."""

        constraints = (
            models.UniqueConstraint(fields=("initiative", "channel", "digest"), name="stopped_once"),
        )

    def __str__(self) -> str:
        """The road."""
        return f"stopped {self.channel}"


class Choice(TenantModel):
    """What the reader of an address chose: in which language, by which road first. Kept as a digest alone."""

    digest = models.CharField(max_length=32)
    language = models.CharField(max_length=10, blank=True)
    road = models.CharField(max_length=10, choices=Channel, blank=True)
    chosen_at = models.DateTimeField(default=clock.now)

    class Meta:
        """Once for each address."""

        constraints = (models.UniqueConstraint(fields=("initiative", "digest"), name="one_choice_each"),)

    def __str__(self) -> str:
        """Language and road."""
        return f"chose {self.language} {self.road}"


class ShortLink(TenantModel):
    """The short address under an SMS. It names a phone by its digest, and the language last written in."""

    code = models.CharField(max_length=12)
    channel = models.CharField(max_length=10, choices=Channel)
    digest = models.CharField(max_length=32)
    language = models.CharField(max_length=10)
    knows_both = models.BooleanField(default=False)
    used_at = models.DateTimeField(default=clock.now)

    class Meta:
        """A code once; an address and its road once."""

        constraints = (
            models.UniqueConstraint(fields=("initiative", "code"), name="one_short_link_per_code"),
            models.UniqueConstraint(
                fields=("initiative", "channel", "digest"), name="one_short_link_per_address"
            ),
        )

    def __str__(self) -> str:
        """The road; the code opens a page."""
        return f"short link {self.channel}"


class StaffFeed(TenantModel):
    """The private calendar link of a member of staff; the secret itself is never stored."""

    user_id = models.PositiveBigIntegerField()
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=clock.now)
    last_read_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """One living link each."""

        constraints = (
            models.UniqueConstraint(
                fields=("initiative", "user_id"), condition=Q(revoked_at=None), name="one_living_feed_each"
            ),
        )

    def __str__(self) -> str:
        """Whose."""
        return f"feed of user {self.user_id}"

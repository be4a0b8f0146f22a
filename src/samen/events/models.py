"""A gathering: when, where, who is invited and what they said."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samen.base import clock
from samen.events.choices import EventKind, Reply
from samen.initiatives.tenancy import TenantModel
from samen.people.models import Participation

LONGEST_PLACE = 160


class Event(TenantModel):
    """One gathering with a place and a time; cancelled rather than deleted."""

    kind = models.CharField(_("soort"), max_length=12, choices=EventKind, default=EventKind.INFORMATION)
    starts_at = models.DateTimeField(_("begint"))
    ends_at = models.DateTimeField(_("eindigt"))
    place = models.CharField(_("waar"), max_length=LONGEST_PLACE)
    note = models.CharField(_("goed om te weten"), max_length=300, blank=True)
    cancelled_on = models.DateField(_("afgelast op"), null=True, blank=True)
    # Grows with each change that the invited are told of; a calendar takes the highest (RFC 5545, 3.8.7.4).
    sequence = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """Soonest first."""

        ordering = ("starts_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="event_ends_after_it_starts"
            ),
        )

    def __str__(self) -> str:
        """Kind and moment."""
        return f"{self.kind} {self.starts_at:%Y-%m-%d %H:%M}"


class Invitation(TenantModel):
    """Somebody is asked to come; once for each gathering."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="invitations")
    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="invitations")
    invited_at = models.DateTimeField(_("uitgenodigd op"), default=clock.now)
    reply = models.CharField(_("antwoord"), max_length=7, choices=Reply, blank=True, default=Reply.NONE)
    replied_at = models.DateTimeField(_("geantwoord op"), null=True, blank=True)

    class Meta:
        """In the order in which they were asked; a reply has its moment."""

        ordering = ("invited_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("event", "participation"), name="one_invitation_each"),
            models.CheckConstraint(
                condition=Q(reply="") | Q(replied_at__isnull=False), name="a_reply_has_a_moment"
            ),
        )

    def __str__(self) -> str:
        """Number and reply."""
        return f"invitation {self.pk} {self.reply}"

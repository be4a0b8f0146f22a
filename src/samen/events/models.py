"""A gathering: when, where, for whom."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samen.events.choices import EventKind
from samen.initiatives.tenancy import TenantModel

LONGEST_PLACE = 160


class Event(TenantModel):
    """One gathering with a place and a time; cancelled rather than deleted."""

    kind = models.CharField(_("soort"), max_length=12, choices=EventKind, default=EventKind.INFORMATION)
    starts_at = models.DateTimeField(_("begint"))
    ends_at = models.DateTimeField(_("eindigt"))
    place = models.CharField(_("waar"), max_length=LONGEST_PLACE)
    note = models.CharField(_("goed om te weten"), max_length=300, blank=True)
    cancelled_on = models.DateField(_("afgelast op"), null=True, blank=True)

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

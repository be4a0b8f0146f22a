"""Tables that outlive their subjects: the audit log and the heartbeat of the tick."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditLine(models.Model):
    """One action: who did what to which record, and when. No foreign keys and no content.

    A log outlives what it speaks of, so it holds ids and names of kinds only.
    """

    initiative_id = models.BigIntegerField(_("initiatief"), null=True)
    at = models.DateTimeField(_("wanneer"))
    actor = models.CharField(_("wie"), max_length=80)
    verb = models.CharField(_("deed wat"), max_length=80)
    subject_kind = models.CharField(_("soort"), max_length=40)
    subject_id = models.BigIntegerField(_("nummer"), null=True)
    facts = models.JSONField(_("feiten"), default=dict)

    class Meta:
        """Newest last; read per subject."""

        ordering = ("id",)
        indexes = (
            models.Index(fields=("initiative_id", "subject_kind", "subject_id"), name="audit_by_subject"),
        )

    def __str__(self) -> str:
        """Who did what."""
        return f"{self.actor} {self.verb} {self.subject_kind} {self.subject_id}"


class Heartbeat(models.Model):
    """When the tick last ran and for which day it counted."""

    name = models.CharField(max_length=20, unique=True)
    beat_at = models.DateTimeField()
    day = models.DateField()

    def __str__(self) -> str:
        """Name and moment."""
        return f"{self.name} {self.beat_at:%Y-%m-%d %H:%M}"

"""Alerts: what a rule found, from the day it was found until it no longer holds."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samen.compliance.choices import Level, Rule
from samen.duos.models import Duo
from samen.initiatives.tenancy import TenantModel


class Alert(TenantModel):
    """One rule about one duo. Opened and closed by the tick alone; a page never writes it."""

    rule = models.CharField(_("regel"), max_length=20, choices=Rule)
    duo = models.ForeignKey(Duo, on_delete=models.CASCADE, related_name="alerts")
    level = models.CharField(_("hoe dringend"), max_length=5, choices=Level)
    # The day the finding rests on: the last meeting, or the agreed end. Another day means another fact.
    basis = models.DateField()
    opened_on = models.DateField(_("sinds"))
    checked_on = models.DateField(_("nagekeken op"))
    closed_on = models.DateField(_("opgelost op"), null=True, blank=True)

    class Meta:
        """One open alert per rule and duo."""

        ordering = ("basis", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("rule", "duo"), condition=Q(closed_on=None), name="one_open_alert"
            ),
        )

    def __str__(self) -> str:
        """Rule and duo."""
        return f"{self.rule} {self.duo_id}"

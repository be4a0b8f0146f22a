"""Alerts: what a rule found, from the day it was found until it no longer holds; and what may wait."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samen.compliance.choices import Level, Rule
from samen.compliance.findings import Key
from samen.duos.models import Duo
from samen.initiatives.tenancy import TenantModel
from samen.people.choices import Role
from samen.people.models import Participation

LONGEST_REASON = 200


class Alert(TenantModel):
    """One rule about one duo, or about somebody's part. Opened and closed by the tick alone."""

    rule = models.CharField(_("regel"), max_length=20, choices=Rule)
    duo = models.ForeignKey(Duo, on_delete=models.CASCADE, null=True, blank=True, related_name="alerts")
    participation = models.ForeignKey(
        Participation, on_delete=models.CASCADE, null=True, blank=True, related_name="alerts"
    )
    # Which of the two, and what of it: the moment of a check-in, or what a paper waits for.
    role = models.CharField(_("wie van de twee"), max_length=10, choices=Role, blank=True)
    detail = models.CharField(max_length=20, blank=True)
    level = models.CharField(_("hoe dringend"), max_length=5, choices=Level)
    # The day the finding rests on: the last meeting, or the agreed end. Another day means another fact.
    basis = models.DateField()
    opened_on = models.DateField(_("sinds"))
    checked_on = models.DateField(_("nagekeken op"))
    closed_on = models.DateField(_("opgelost op"), null=True, blank=True)

    class Meta:
        """About a duo or about a part; one open alert of a kind about each."""

        ordering = ("basis", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("rule", "duo", "role", "detail"),
                condition=Q(closed_on=None, duo__isnull=False),
                name="one_open_alert_of_a_duo",
            ),
            models.UniqueConstraint(
                fields=("rule", "participation", "role", "detail"),
                condition=Q(closed_on=None, participation__isnull=False),
                name="one_open_alert_of_a_part",
            ),
            models.CheckConstraint(
                condition=Q(duo__isnull=False, participation=None) | Q(duo=None, participation__isnull=False),
                name="alert_is_about_one_subject",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")),
                name="alert_closes_after_it_opens",
            ),
        )

    def __str__(self) -> str:
        """Rule and subject."""
        return f"{self.rule} {self.duo_id or self.participation_id}"

    @property
    def key(self) -> Key:
        """What tells it from the others."""
        return Key(self.rule, self.duo_id, self.participation_id, self.role, self.detail)


class Postponement(TenantModel):
    """Somebody of the staff lets an alert wait until a day, and says why. It ends with its alert."""

    alert = models.OneToOneField(Alert, on_delete=models.CASCADE, related_name="postponement")
    until_on = models.DateField(_("tot"))
    reason = models.CharField(_("waarom"), max_length=LONGEST_REASON)
    made_on = models.DateField(_("op"))
    made_by = models.CharField(max_length=80, editable=False)

    class Meta:
        """Soonest back first; always with a reason."""

        ordering = ("until_on", "id")
        constraints = (
            models.CheckConstraint(condition=Q(until_on__gt=F("made_on")), name="postponed_to_a_later_day"),
            models.CheckConstraint(condition=~Q(reason=""), name="postponed_with_a_reason"),
        )

    def __str__(self) -> str:
        """Until when."""
        return f"until {self.until_on}"

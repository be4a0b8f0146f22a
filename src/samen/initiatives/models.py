"""The tenant and its staff."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samen.base import clock
from samen.initiatives import choices

LONGEST_NAME = 120


class Initiative(models.Model):
    """One local programme run by one organisation: the unit of tenancy and of settings (FAQ question 1)."""

    slug = models.SlugField(_("korte naam in het webadres"), max_length=50, unique=True)
    name = models.CharField(_("naam"), max_length=LONGEST_NAME)
    organisation = models.CharField(_("organisatie"), max_length=LONGEST_NAME, blank=True)
    created_at = models.DateTimeField(_("gemaakt op"), default=clock.now)

    class Meta:
        """By name."""

        ordering = ("name",)

    def __str__(self) -> str:
        """The name."""
        return self.name


class Membership(models.Model):
    """A member of staff in an initiative. Read before any scope is known, hence not a tenant table."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("rol"), max_length=20, choices=choices.Role)

    class Meta:
        """One role each."""

        constraints = (models.UniqueConstraint(fields=("user", "initiative"), name="one_membership_each"),)

    def __str__(self) -> str:
        """Who, where, as what."""
        return f"{self.user_id} {self.initiative_id} {self.role}"

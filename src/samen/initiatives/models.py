"""The tenant and its staff."""

from datetime import time

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samen.base import clock
from samen.initiatives import choices
from samen.initiatives.rules import (
    CLOSING_TALKS,
    EARLIEST_EVENING,
    EARLIEST_MORNING,
    FIRST_CHECK_INS,
    NOON,
    PROGRAMME_RHYTHM,
    RHYTHMS,
    SECOND_CHECK_INS,
    SESSIONS_EVERY,
    FollowUp,
)

LONGEST_NAME = 120


class Initiative(models.Model):
    """One local programme run by one organisation: the unit of tenancy and of settings (FAQ question 1)."""

    slug = models.SlugField(_("korte naam in het webadres"), max_length=50, unique=True)
    name = models.CharField(_("naam"), max_length=LONGEST_NAME)
    organisation = models.CharField(_("organisatie"), max_length=LONGEST_NAME, blank=True)
    created_at = models.DateTimeField(_("gemaakt op"), default=clock.now)
    # The public page: whether anybody may read it, whom to reach, how it looks.
    is_public = models.BooleanField(_("pagina voor iedereen"), default=False)
    contact_name = models.CharField(_("wie"), max_length=80, blank=True)
    contact_phone = models.CharField(_("telefoon"), max_length=20, blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_hours = models.CharField(_("bereikbaar"), max_length=120, blank=True)
    contact_place = models.CharField(_("waar"), max_length=200, blank=True)
    area = models.JSONField(_("postcodes"), default=list, blank=True)
    colour = models.CharField(_("kleur"), max_length=7, blank=True)
    # At night nobody's phone rings: nothing that can wait leaves between these hours.
    quiet_from = models.TimeField(_("stil vanaf"), default=time(21))
    quiet_until = models.TimeField(_("stil tot"), default=time(8))
    # The four rules (FAQ question 1): only who accepts them may carry the programme's name and logo.
    ground_rules_accepted_on = models.DateField(_("spelregels aanvaard op"), null=True, blank=True)
    carries_programme_name = models.BooleanField(_("draagt de naam Samen Inburgeren"), default=False)
    # The hours of newcomers count for the fourth pillar of civic integration (R92): only where that exists.
    counts_hours = models.BooleanField(
        _("tel de uren voor het participatie- en netwerktraject"), default=False
    )
    # How duos are followed (R3, R44): at most so long between two meetings, and when they are asked.
    rhythm_days = models.PositiveSmallIntegerField(_("ritme in dagen"), default=FollowUp.rhythm)
    first_check_in_days = models.PositiveSmallIntegerField(
        _("eerste opvolging, dagen na de start"), default=FollowUp.first_check_in
    )
    second_check_in_days = models.PositiveSmallIntegerField(
        _("tweede opvolging, dagen na de start"), default=FollowUp.second_check_in
    )
    closing_talk_days = models.PositiveSmallIntegerField(
        _("afrondingsgesprek, dagen voor het einde"), default=FollowUp.closing_talk
    )

    # How often there is an exchange session, and whether by day and in the evening (FAQ question 7, R67).
    sessions_every_months = models.PositiveSmallIntegerField(_("om de hoeveel maanden"), default=2)
    sessions_twice = models.BooleanField(_("overdag en ’s avonds"), default=True)

    class Meta:
        """By name; the programme's name goes with its rules."""

        ordering = ("name",)
        constraints = (
            models.CheckConstraint(
                condition=Q(sessions_every_months__range=SESSIONS_EVERY), name="sessions_in_a_year"
            ),
            models.CheckConstraint(
                condition=Q(carries_programme_name=False) | Q(ground_rules_accepted_on__isnull=False),
                name="programme_name_needs_ground_rules",
            ),
            models.CheckConstraint(
                condition=Q(carries_programme_name=False) | Q(rhythm_days__lte=PROGRAMME_RHYTHM),
                name="programme_name_needs_rhythm",
            ),
            models.CheckConstraint(
                condition=Q(
                    rhythm_days__range=RHYTHMS,
                    first_check_in_days__range=FIRST_CHECK_INS,
                    second_check_in_days__range=SECOND_CHECK_INS,
                    closing_talk_days__range=CLOSING_TALKS,
                    first_check_in_days__lt=F("second_check_in_days"),
                ),
                name="follow_up_in_order",
            ),
            models.CheckConstraint(
                condition=Q(
                    quiet_from__gte=EARLIEST_EVENING, quiet_until__gte=EARLIEST_MORNING, quiet_until__lt=NOON
                ),
                name="quiet_at_night",
            ),
        )

    def __str__(self) -> str:
        """The name."""
        return self.name

    @property
    def follow_up(self) -> FollowUp:
        """How this initiative follows its duos."""
        return FollowUp(
            self.rhythm_days, self.first_check_in_days, self.second_check_in_days, self.closing_talk_days
        )


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

"""What the conversation yields: facts for matching, wishes and the decision."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samen.initiatives.tenancy import TenantModel
from samen.intake.choices import Household, Outcome, Strength, Wanted
from samen.people.choices import Gender
from samen.people.models import Participation

ALL_SLOTS = 2**21 - 1


class Profile(TenantModel):
    """Facts that matching uses. Every one may be unknown."""

    participation = models.OneToOneField(Participation, on_delete=models.CASCADE, related_name="profile")
    # One bit per part of a day: weekday * 3 + daypart, Monday 0, voormiddag 0. Null: never asked.
    availability = models.PositiveIntegerField(_("vrije momenten"), null=True, blank=True)
    interests = models.JSONField(_("interesses"), default=list, blank=True)
    profession = models.CharField(_("werk of studie"), max_length=80, blank=True)
    # 1 quiet … 5 outgoing, the coordinator's impression (FAQ question 4: introvert or extravert).
    personality = models.PositiveSmallIntegerField(
        _("stil of uitbundig"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    language_level = models.CharField(_("niveau Nederlands"), max_length=20, blank=True)
    household = models.CharField(_("gezin"), max_length=10, choices=Household, blank=True)
    children_bands = models.JSONField(_("leeftijd van de kinderen"), default=list, blank=True)
    capacity = models.PositiveSmallIntegerField(_("hoeveel duo’s tegelijk"), default=1)

    class Meta:
        """Bounds that hold whatever writes."""

        constraints = (
            models.CheckConstraint(
                condition=Q(availability=None) | Q(availability__lte=ALL_SLOTS), name="slots_of_a_week"
            ),
            models.CheckConstraint(condition=Q(capacity__gte=1) & Q(capacity__lte=9), name="capacity_1_to_9"),
            models.CheckConstraint(
                condition=Q(personality=None) | Q(personality__range=(1, 5)), name="personality_1_to_5"
            ),
        )

    def __str__(self) -> str:
        """Whose facts."""
        return f"profile {self.participation_id}"


class Wish(TenantModel):
    """One wish of one participant; a wish of either side counts (R31)."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="wishes")
    about = models.CharField(_("waarover"), max_length=10, choices=Wanted)
    strength = models.CharField(_("hoe sterk"), max_length=10, choices=Strength)
    gender = models.CharField(_("man of vrouw"), max_length=1, choices=Gender, blank=True)
    age_min = models.PositiveSmallIntegerField(_("vanaf"), null=True, blank=True)
    age_max = models.PositiveSmallIntegerField(_("tot en met"), null=True, blank=True)
    max_km = models.PositiveSmallIntegerField(_("niet verder dan"), null=True, blank=True)

    class Meta:
        """One wish per subject."""

        constraints = (
            models.UniqueConstraint(fields=("participation", "about"), name="one_wish_per_subject"),
            models.CheckConstraint(
                condition=Q(age_min=None) | Q(age_max=None) | Q(age_min__lte=F("age_max")),
                name="ages_in_order",
            ),
        )

    def __str__(self) -> str:
        """Subject and strength."""
        return f"{self.about} {self.strength}"


class Decision(TenantModel):
    """What was decided about a participant, when and by whom. The latest counts."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="decisions")
    outcome = models.CharField(_("beslissing"), max_length=20, choices=Outcome)
    decided_on = models.DateField(_("op"))
    decided_by = models.CharField(_("door"), max_length=80)

    class Meta:
        """Latest last."""

        ordering = ("id",)

    def __str__(self) -> str:
        """The outcome."""
        return self.outcome

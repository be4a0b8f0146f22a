"""Marks on pairs, and proposals put to two people. What can be calculated again is not stored."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samen.duos.models import Duo
from samen.initiatives.tenancy import TenantModel
from samen.matching.choices import Answer, Mark, ProposalStatus
from samen.people.models import Participation

STRONGEST_FEELING = 5
LONGEST_PLACE = 200


class PairMark(TenantModel):
    """What the coordinator knows about a pair: pinned, banned, a gut feeling with a bonus (R33)."""

    newcomer = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="marks_as_newcomer")
    coach = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="marks_as_coach")
    mark = models.CharField(_("vastgezet of nooit samen"), max_length=5, choices=Mark, blank=True)
    note = models.TextField(_("buikgevoel"), blank=True)
    bonus = models.SmallIntegerField(
        _("hoe sterk"),
        default=0,
        validators=[MinValueValidator(-STRONGEST_FEELING), MaxValueValidator(STRONGEST_FEELING)],
    )

    class Meta:
        """One mark per pair; one pin per newcomer."""

        constraints = (
            models.UniqueConstraint(fields=("newcomer", "coach"), name="one_mark_per_pair"),
            models.UniqueConstraint(
                fields=("newcomer",), condition=Q(mark="pin"), name="one_pin_per_newcomer"
            ),
            models.CheckConstraint(
                condition=Q(bonus__range=(-STRONGEST_FEELING, STRONGEST_FEELING)), name="bonus_within_bounds"
            ),
        )

    def __str__(self) -> str:
        """The mark."""
        return self.mark or "note"


class Proposal(TenantModel):
    """A pair put to both; it becomes a duo once both say yes and the coordinator confirms (R35)."""

    newcomer = models.ForeignKey(
        Participation, on_delete=models.CASCADE, related_name="proposals_as_newcomer"
    )
    coach = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="proposals_as_coach")
    score = models.FloatField()
    reasons = models.JSONField(default=list)
    engine_version = models.CharField(max_length=20)
    proposed_on = models.DateField()
    newcomer_answer = models.CharField(max_length=10, choices=Answer, default=Answer.NOT_YET)
    coach_answer = models.CharField(max_length=10, choices=Answer, default=Answer.NOT_YET)
    status = models.CharField(max_length=10, choices=ProposalStatus, default=ProposalStatus.OPEN)
    # The first time that the two see each other, with the coordinator there.
    meets_at = models.DateTimeField(_("eerste ontmoeting"), null=True, blank=True)
    meets_where = models.CharField(_("waar"), max_length=LONGEST_PLACE, blank=True)
    # Grows each time it changes: a calendar takes the highest (RFC 5545, 3.8.7.4).
    meets_sequence = models.PositiveSmallIntegerField(default=0)
    introduced_on = models.DateField(_("kennisgemaakt op"), null=True, blank=True)
    duo = models.OneToOneField(Duo, on_delete=models.SET_NULL, null=True, blank=True, related_name="proposal")

    class Meta:
        """Oldest first; a newcomer answers one proposal at a time."""

        ordering = ("proposed_on", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("newcomer",), condition=Q(status="open"), name="one_open_proposal_per_newcomer"
            ),
        )

    def __str__(self) -> str:
        """Number and status."""
        return f"proposal {self.pk} {self.status}"

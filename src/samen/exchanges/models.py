"""An exchange session beside its gathering: theme, method, facilitator, groups, and what was learnt."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samen.events.models import Event, Invitation
from samen.initiatives.tenancy import TenantModel
from samen.library.choices import Method
from samen.people.models import Participation

LONGEST_THEME, LONGEST_SUMMARY, MOST_GROUPS = 80, 4000, 99


class Session(TenantModel):
    """What is talked about and how (R64). When, where and who stand with the gathering."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="session")
    # Codes of Theme.
    themes = models.JSONField(_("thema’s"), default=list, blank=True)
    own_theme = models.CharField(_("eigen thema"), max_length=LONGEST_THEME, blank=True)
    method = models.CharField(_("methode"), max_length=20, choices=Method, blank=True)
    # Empty: somebody of the initiative itself.
    facilitator_name = models.CharField(_("begeleider van buiten"), max_length=80, blank=True)
    facilitator_email = models.EmailField(_("e-mail"), blank=True)
    # The facilitator's page; the secret itself is never stored.
    page_hash = models.CharField(max_length=64, blank=True)
    keeps_duos_apart = models.BooleanField(_("een duo nooit in dezelfde groep"), default=True)
    summary = models.TextField(_("wat er gezegd en geleerd is"), max_length=LONGEST_SUMMARY, blank=True)
    summary_on = models.DateField(_("samengevat op"), null=True, blank=True)

    class Meta:
        """One page per secret."""

        constraints = (
            models.UniqueConstraint(
                fields=("page_hash",), condition=~Q(page_hash=""), name="one_facilitator_page_per_secret"
            ),
        )

    def __str__(self) -> str:
        """Which gathering."""
        return f"session {self.event_id}"


class Seat(TenantModel):
    """Somebody who is asked sits in a group."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="seats")
    invitation = models.OneToOneField(Invitation, on_delete=models.CASCADE, related_name="seat")
    group = models.PositiveSmallIntegerField(_("groep"))

    class Meta:
        """By group."""

        ordering = ("group", "id")
        constraints = (
            models.CheckConstraint(condition=Q(group__range=(1, MOST_GROUPS)), name="a_group_has_a_number"),
        )

    def __str__(self) -> str:
        """Group and invitation."""
        return f"group {self.group}: {self.invitation_id}"


class PairWish(TenantModel):
    """Two people who are to sit together, or apart, at one session. Why is not kept."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="pair_wishes")
    one = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="+")
    together = models.BooleanField(_("samen"))

    class Meta:
        """Each two once, the lower number first."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("session", "one", "other"), name="one_wish_for_two"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="two_in_order"),
        )

    def __str__(self) -> str:
        """Together or apart."""
        return "together" if self.together else "apart"

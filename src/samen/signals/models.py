"""A signal with what is done about it; services to refer to, and who was handed over."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samen.base import clock
from samen.duos.models import CheckIn, Duo
from samen.initiatives.tenancy import TenantModel
from samen.people.models import Participation
from samen.signals.choices import (
    CallWhen,
    CameFrom,
    Category,
    Feedback,
    HelpKind,
    Outcome,
    Seriousness,
)

LONGEST_TEXT, LONGEST_STEP, LONGEST_NOTE = 1000, 300, 300
LONGEST_WEB = 300


class Signal(TenantModel):
    """A hint that something goes wrong: from anyone, to the coordinator alone (R45, FAQ question 8)."""

    # Whom it comes from or is about; nobody when it was heard of in general.
    participation = models.ForeignKey(
        Participation, on_delete=models.CASCADE, null=True, blank=True, related_name="signals"
    )
    duo = models.ForeignKey(Duo, on_delete=models.SET_NULL, null=True, blank=True, related_name="signals")
    # What somebody said about how it goes and that became this signal; once (R44, R45).
    check_in = models.OneToOneField(
        CheckIn, on_delete=models.SET_NULL, null=True, blank=True, related_name="signal"
    )
    category = models.CharField(_("waarover"), max_length=15, choices=Category)
    seriousness = models.CharField(_("hoe ernstig"), max_length=10, choices=Seriousness)
    text = models.CharField(_("in eigen woorden"), max_length=LONGEST_TEXT, blank=True)
    came_from = models.CharField(_("hoe het binnenkwam"), max_length=15, choices=CameFrom)
    call_when = models.CharField(_("bellen"), max_length=10, choices=CallWhen, blank=True)
    reported_at = models.DateTimeField(_("wanneer"))
    reported_by = models.CharField(max_length=80, editable=False)
    # The number of a member of staff; who left the staff owns nothing, and it comes back to Today.
    owner = models.BigIntegerField(_("wie volgt het op"), null=True, blank=True)
    outcome = models.CharField(_("hoe het afliep"), max_length=10, choices=Outcome, blank=True)
    closed_on = models.DateField(_("afgerond op"), null=True, blank=True)

    class Meta:
        """Newest first; closed is closed with an outcome."""

        ordering = ("-reported_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(outcome="", closed_on=None) | (~Q(outcome="") & Q(closed_on__isnull=False)),
                name="closed_signal_has_an_outcome",
            ),
        )

    def __str__(self) -> str:
        """Its number: a page shows the rest to who may read it."""
        return f"signal {self.pk}"


class SignalStep(TenantModel):
    """Something to do about a signal, on a day; and the day on which it was done."""

    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="steps")
    what = models.CharField(_("wat"), max_length=LONGEST_STEP, blank=True)
    due_on = models.DateField(_("wanneer"))
    done_on = models.DateField(_("gedaan op"), null=True, blank=True)
    made_by = models.CharField(max_length=80, editable=False)

    class Meta:
        """In order of time; the same thing on a day once."""

        ordering = ("due_on", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("signal", "what", "due_on"), condition=~Q(what=""), name="step_once_on_a_day"
            ),
        )

    def __str__(self) -> str:
        """The day."""
        return f"{self.due_on}"


class Service(TenantModel):
    """Where people get help with what is no task of a coach: housing, debts, health (R107)."""

    name = models.CharField(_("naam"), max_length=120)
    helps_with = models.CharField(_("waarmee"), max_length=10, choices=HelpKind)
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)
    web = models.URLField(_("website"), max_length=LONGEST_WEB, blank=True)
    address = models.CharField(_("adres"), max_length=160, blank=True)
    hours = models.CharField(_("uren"), max_length=200, blank=True)
    note = models.CharField(_("goed om te weten"), max_length=LONGEST_NOTE, blank=True)
    ended_on = models.DateField(_("weggelegd op"), null=True, blank=True)
    changed_by = models.CharField(max_length=80)
    changed_at = models.DateTimeField(default=clock.now)

    class Meta:
        """By name."""

        ordering = ("name", "id")

    def __str__(self) -> str:
        """The name."""
        return self.name


class HandOver(TenantModel):
    """Somebody was sent on to a service, and what we heard afterwards. What it was about is not kept."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="hand_overs")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="hand_overs")
    signal = models.ForeignKey(
        Signal, on_delete=models.SET_NULL, null=True, blank=True, related_name="hand_overs"
    )
    made_on = models.DateField(_("wanneer"))
    made_by = models.CharField(max_length=80, editable=False)
    feedback = models.CharField(_("wat we hoorden"), max_length=10, choices=Feedback, blank=True)
    feedback_on = models.DateField(_("gehoord op"), null=True, blank=True)

    class Meta:
        """Newest first; once a day to one service; feedback has a day."""

        ordering = ("-made_on", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("participation", "service", "made_on"), name="handed_over_once_a_day"
            ),
            models.CheckConstraint(
                condition=Q(feedback="", feedback_on=None) | (~Q(feedback="") & Q(feedback_on__isnull=False)),
                name="feedback_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(feedback_on=None) | Q(feedback_on__gte=F("made_on")),
                name="feedback_comes_after",
            ),
        )

    def __str__(self) -> str:
        """The day."""
        return f"{self.made_on}"

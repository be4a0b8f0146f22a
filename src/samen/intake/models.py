"""The conversation and what it yields: answers, facts for matching, wishes and the decision."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samen.base import clock
from samen.initiatives.tenancy import TenantModel
from samen.intake.choices import AppointmentStatus, Household, Outcome, Strength, Wanted
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


class OtherInitiative(TenantModel):
    """Another initiative to which a candidate may be referred (R27)."""

    name = models.CharField(_("naam"), max_length=120)
    offers = models.CharField(_("wat zij doen"), max_length=200, blank=True)
    contact_name = models.CharField(_("wie"), max_length=80, blank=True)
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)

    class Meta:
        """By name; each once."""

        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=("initiative", "name"), name="one_other_initiative_of_this_name"),
        )

    def __str__(self) -> str:
        """The name."""
        return self.name


class Slot(TenantModel):
    """A moment at which the coordinator can talk: with one candidate, or with a group."""

    starts_at = models.DateTimeField(_("begint"))
    ends_at = models.DateTimeField(_("eindigt"))
    place = models.CharField(_("waar"), max_length=160)
    seats = models.PositiveSmallIntegerField(_("voor hoeveel"), default=1)
    removed_on = models.DateField(null=True, blank=True)

    class Meta:
        """Soonest first; never twice at the same moment and place."""

        ordering = ("starts_at", "id")
        constraints = (
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="slot_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(seats__range=(1, 60)), name="seats_1_to_60"),
            models.UniqueConstraint(
                fields=("initiative", "starts_at", "place"),
                condition=Q(removed_on=None),
                name="one_slot_at_once",
            ),
        )

    def __str__(self) -> str:
        """The moment."""
        return f"{self.starts_at:%Y-%m-%d %H:%M}"


class Appointment(TenantModel):
    """Somebody comes to talk at one of these moments."""

    slot = models.ForeignKey(Slot, on_delete=models.PROTECT, related_name="appointments")
    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="appointments")
    # Which chair: two who choose at the same instant never get the same one.
    seat = models.PositiveSmallIntegerField()
    status = models.CharField(
        _("stand"), max_length=10, choices=AppointmentStatus, default=AppointmentStatus.PLANNED
    )
    made_at = models.DateTimeField(_("gemaakt op"), default=clock.now)

    class Meta:
        """Soonest made first; one chair for one, one appointment for each."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("slot", "seat"), condition=Q(status="planned"), name="one_on_each_chair"
            ),
            models.UniqueConstraint(
                fields=("participation",), condition=Q(status="planned"), name="one_appointment_each"
            ),
        )

    def __str__(self) -> str:
        """Number and state."""
        return f"appointment {self.pk} {self.status}"


class Talk(TenantModel):
    """The conversation with one participant: when it was held, how far it is, who has it open."""

    participation = models.OneToOneField(Participation, on_delete=models.CASCADE, related_name="talk")
    begun_at = models.DateTimeField(_("begonnen"), default=clock.now)
    held_on = models.DateField(_("gesprek op"), null=True, blank=True)
    # The part where it stopped; whoever goes on begins there.
    section = models.CharField(max_length=20, blank=True)
    # Who looked last, so that a colleague sees it.
    open_by = models.CharField(max_length=80, blank=True)
    open_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        """Whose."""
        return f"talk {self.participation_id}"


class Answer(TenantModel):
    """What was said to one question of the conversation, with the coordinator's note."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(max_length=30)
    value = models.JSONField(default=dict, blank=True)
    note = models.TextField(_("notitie"), blank=True)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.CharField(max_length=80)

    class Meta:
        """One for each question."""

        constraints = (
            models.UniqueConstraint(fields=("participation", "question"), name="one_answer_per_question"),
        )

    def __str__(self) -> str:
        """The question."""
        return self.question


class NotWith(TenantModel):
    """Somebody asked not to be in a duo with this one (R33); the reason is not kept."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="not_with")
    other = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="not_with_by")

    class Meta:
        """Once for each two; nobody with themselves."""

        constraints = (
            models.UniqueConstraint(fields=("participation", "other"), name="asked_once_not_to_meet"),
            models.CheckConstraint(condition=~Q(participation=F("other")), name="not_with_somebody_else"),
        )

    def __str__(self) -> str:
        """Whom."""
        return f"not with {self.other_id}"


class Decision(TenantModel):
    """What was decided about a participant, when and by whom. The latest counts."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="decisions")
    outcome = models.CharField(_("beslissing"), max_length=20, choices=Outcome)
    decided_on = models.DateField(_("op"))
    decided_by = models.CharField(_("door"), max_length=80)
    # Short and factual; coordinators only, and gone early (R28).
    reason = models.CharField(_("waarom"), max_length=200, blank=True)
    # When to look at it again, for whoever waits.
    recall_on = models.DateField(_("opnieuw bekijken op"), null=True, blank=True)
    referred_to = models.ForeignKey(
        "OtherInitiative", on_delete=models.PROTECT, null=True, blank=True, related_name="referrals"
    )
    # What we heard afterwards about whoever was referred (R27).
    feedback = models.CharField(_("wat we daarna hoorden"), max_length=300, blank=True)

    class Meta:
        """Latest last."""

        ordering = ("id",)

    def __str__(self) -> str:
        """The outcome."""
        return self.outcome

"""The duo: its agreement, its meetings, its pauses."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samen.duos.choices import (
    CheckInMoment,
    CheckInWay,
    ClosingReason,
    DuoStatus,
    HowItGoes,
    MeetingWay,
    NotMetReason,
    Obligation,
    Onward,
    PauseReason,
    PlanStatus,
    SignedWay,
    TookInitiative,
    Turn,
)
from samen.duos.goal_choices import GoalStanding
from samen.duos.rules import LEAST_ELSEWHERE, MOST_ELSEWHERE, RHYTHM_DAYS
from samen.files.models import Scan
from samen.initiatives.tenancy import TenantModel
from samen.people.choices import Role
from samen.people.models import Participation

LONGEST_PLACE = 200
LONGEST_WORDS = 500
MOST_SCORE = 5
LONGEST_GOAL = 200
LONGEST_COUNSELLOR, LONGEST_WHAT = 80, 120
LONGEST_WHY, LONGEST_SIGNED = 300, 160


class Duo(TenantModel):
    """One newcomer and one coach for a period fixed beforehand (FAQ question 1)."""

    newcomer = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="duos_as_newcomer")
    coach = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="duos_as_coach")
    # A coach with capacity 2 has seats 1 and 2; the index below then stops a third duo on any database.
    seat = models.PositiveSmallIntegerField(default=1, editable=False)
    starts_on = models.DateField(_("start"))
    ends_on = models.DateField(_("einde"))
    rhythm_days = models.PositiveSmallIntegerField(_("ritme in dagen"), default=RHYTHM_DAYS)
    # A duo with a household: the children take part too (R104).
    with_children = models.BooleanField(_("met kinderen"), default=False)
    status = models.CharField(_("stand"), max_length=10, choices=DuoStatus, default=DuoStatus.ACTIVE)
    closed_on = models.DateField(_("afgerond op"), null=True, blank=True)
    closing_reason = models.CharField(_("waarom"), max_length=20, choices=ClosingReason, blank=True)
    # Both heard the four rules and join because they want to (R5, R6, R51); unknown of duos from before.
    rules_told_on = models.DateField(_("spelregels uitgelegd op"), null=True, blank=True)
    # What each does afterwards, and whether each agrees that the other keeps their number.
    newcomer_onward = models.CharField(_("nieuwkomer daarna"), max_length=6, choices=Onward, blank=True)
    coach_onward = models.CharField(_("coach daarna"), max_length=6, choices=Onward, blank=True)
    newcomer_shares = models.BooleanField(_("nieuwkomer houdt contact"), null=True, blank=True)
    coach_shares = models.BooleanField(_("coach houdt contact"), null=True, blank=True)

    class Meta:
        """Nobody is matched twice, on any database, whatever the race."""

        ordering = ("starts_on", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("newcomer",), condition=Q(status="active"), name="one_live_duo_per_newcomer"
            ),
            models.UniqueConstraint(
                fields=("coach", "seat"), condition=Q(status="active"), name="one_live_duo_per_seat"
            ),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="duo_ends_after_start"),
            models.CheckConstraint(
                condition=Q(status="active", closed_on=None)
                | (~Q(status="active") & Q(closed_on__isnull=False)),
                name="closed_duo_has_a_day",
            ),
            models.CheckConstraint(condition=Q(rhythm_days__gte=1), name="rhythm_of_a_day_or_more"),
        )

    def __str__(self) -> str:
        """Numbers only; pages show the names."""
        return f"duo {self.pk}"


class StatusChange(TenantModel):
    """A turn in the life of a duo: from which day, noted when and by whom, and why."""

    duo = models.ForeignKey(Duo, on_delete=models.CASCADE, related_name="changes")
    turn = models.CharField(_("wat"), max_length=12, choices=Turn)
    on = models.DateField(_("vanaf"))
    # The agreed end after the turn.
    ends_on = models.DateField(_("einde"))
    why = models.CharField(_("waarom"), max_length=LONGEST_WHY, blank=True)
    noted_by = models.CharField(max_length=80, editable=False)
    noted_on = models.DateField(editable=False)

    class Meta:
        """In the order in which they were noted."""

        ordering = ("noted_on", "id")

    def __str__(self) -> str:
        """What and from when."""
        return f"{self.turn} {self.on}"


class Signature(TenantModel):
    """One of the two put their name under the agreement (R5, R6)."""

    duo = models.ForeignKey(Duo, on_delete=models.CASCADE, related_name="signatures")
    by_role = models.CharField(_("wie"), max_length=10, choices=Role)
    signed_on = models.DateField(_("getekend op"))
    way = models.CharField(_("hoe"), max_length=6, choices=SignedWay)
    # As they typed it on the screen.
    name = models.CharField(_("naam"), max_length=LONGEST_SIGNED, blank=True)
    scan = models.OneToOneField(Scan, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        """Each of the two once."""

        ordering = ("signed_on", "id")
        constraints = (models.UniqueConstraint(fields=("duo", "by_role"), name="one_signature_each"),)

    def __str__(self) -> str:
        """Who and when."""
        return f"{self.by_role} {self.signed_on}"


class Meeting(TenantModel):
    """One meeting; no more than these few fields (R42)."""

    duo = models.ForeignKey(Duo, on_delete=models.CASCADE, related_name="meetings")
    met_on = models.DateField(_("wanneer"))
    minutes = models.PositiveSmallIntegerField(_("hoe lang"))
    way = models.CharField(
        _("hoe zagen zij elkaar"), max_length=8, choices=MeetingWay, default=MeetingWay.TOGETHER
    )
    activity = models.CharField(_("wat deden zij"), max_length=200, blank=True)
    proposed_by = models.CharField(
        _("wie stelde het voor"), max_length=10, choices=TookInitiative, blank=True
    )
    # How it was, if they want to say; nobody scores the other.
    smile = models.CharField(_("hoe was het"), max_length=5, choices=HowItGoes, blank=True)
    logged_by = models.CharField(max_length=80, editable=False)
    logged_at = models.DateTimeField(editable=False)

    class Meta:
        """Newest first; one line a day, so that pressing twice stores once."""

        ordering = ("-met_on", "-id")
        constraints = (models.UniqueConstraint(fields=("duo", "met_on"), name="one_meeting_a_day"),)

    def __str__(self) -> str:
        """The day."""
        return f"{self.met_on}"


class ToldApart(TenantModel):
    """Two meetings that each of the two noted on another day: somebody said that they are two."""

    # In the order in which they were noted.
    first = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="told_apart_from")
    second = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    said_by = models.CharField(max_length=80, editable=False)
    said_on = models.DateField(editable=False)

    class Meta:
        """Said once."""

        constraints = (models.UniqueConstraint(fields=("first", "second"), name="told_apart_once"),)

    def __str__(self) -> str:
        """Numbers only."""
        return f"{self.first_id} {self.second_id}"


class Pause(TenantModel):
    """Days on which nobody expects a meeting, agreed beforehand."""

    duo = models.ForeignKey(Duo, on_delete=models.CASCADE, related_name="pauses")
    from_on = models.DateField(_("van"))
    until_on = models.DateField(_("tot en met"))
    reason = models.CharField(_("waarom"), max_length=10, choices=PauseReason)

    class Meta:
        """In order of time."""

        ordering = ("from_on", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")), name="pause_ends_after_it_starts"
            ),
        )

    def __str__(self) -> str:
        """From and until."""
        return f"{self.from_on} – {self.until_on}"


class NotMet(TenantModel):
    """One of the two says that they did not see each other, and why; only the coordinator reads it."""

    duo = models.ForeignKey(Duo, on_delete=models.CASCADE, related_name="times_not_met")
    by_role = models.CharField(_("wie zei het"), max_length=10, choices=Role)
    reason = models.CharField(_("waarom"), max_length=12, choices=NotMetReason)
    said_on = models.DateField(_("wanneer"))

    class Meta:
        """Newest first; the last word of each on a day counts."""

        ordering = ("-said_on", "-id")
        constraints = (
            models.UniqueConstraint(fields=("duo", "by_role", "said_on"), name="not_met_said_once_a_day"),
        )

    def __str__(self) -> str:
        """The day."""
        return f"{self.said_on}"


class CheckIn(TenantModel):
    """How it goes, as one of the two says; it stays with the coordinator (R44, R99).

    The scores are their own, 1 to 5, asked at the start, halfway and at the end; nobody else gives them.
    """

    duo = models.ForeignKey(Duo, on_delete=models.CASCADE, related_name="check_ins")
    moment = models.CharField(_("wanneer"), max_length=12, choices=CheckInMoment)
    by_role = models.CharField(_("van wie"), max_length=10, choices=Role)
    way = models.CharField(_("hoe"), max_length=8, choices=CheckInWay)
    going = models.CharField(_("hoe gaat het"), max_length=5, choices=HowItGoes)
    enough = models.CharField(_("zien zij elkaar genoeg"), max_length=5, choices=HowItGoes)
    limits = models.CharField(_("vraagt de ander niet te veel"), max_length=5, choices=HowItGoes)
    wants_call = models.BooleanField(_("wil gebeld worden"), default=False)
    words = models.CharField(_("in eigen woorden"), max_length=LONGEST_WORDS, blank=True)
    speaking = models.PositiveSmallIntegerField(_("Nederlands spreken"), null=True, blank=True)
    network = models.PositiveSmallIntegerField(_("mensen kennen"), null=True, blank=True)
    finding_way = models.PositiveSmallIntegerField(_("de weg vinden"), null=True, blank=True)
    experience = models.PositiveSmallIntegerField(_("ervaring als coach"), null=True, blank=True)
    note = models.TextField(_("nota van het gesprek"), blank=True)
    answered_at = models.DateTimeField(_("geantwoord op"))
    handled_on = models.DateField(_("opgevolgd op"), null=True, blank=True)

    class Meta:
        """Newest first; each of the two once a moment."""

        ordering = ("-answered_at", "-id")
        constraints = (
            models.UniqueConstraint(fields=("duo", "moment", "by_role"), name="one_check_in_each"),
            *(
                models.CheckConstraint(
                    condition=Q((score, None)) | Q((f"{score}__range", (1, MOST_SCORE))),
                    name=f"{score}_is_1_to_5",
                )
                for score in ("speaking", "network", "finding_way", "experience")
            ),
            models.CheckConstraint(
                condition=Q(by_role="newcomer", experience=None)
                | Q(by_role="coach", speaking=None, network=None, finding_way=None),
                name="own_scores_only",
            ),
        )

    def __str__(self) -> str:
        """The moment."""
        return f"{self.moment}"


class Plan(TenantModel):
    """The next time of a duo: one proposes moments, the other picks one of them."""

    duo = models.ForeignKey(Duo, on_delete=models.CASCADE, related_name="plans")
    by_role = models.CharField(_("wie stelde het voor"), max_length=10, choices=Role)
    place = models.CharField(_("waar"), max_length=LONGEST_PLACE, blank=True)
    status = models.CharField(_("stand"), max_length=10, choices=PlanStatus, default=PlanStatus.ASKED)
    starts_at = models.DateTimeField(_("wanneer"), null=True, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(editable=False)

    class Meta:
        """Newest first; two who propose at once still have one plan."""

        ordering = ("-made_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("duo",), condition=Q(status__in=("asked", "agreed")), name="one_plan_per_duo"
            ),
            models.CheckConstraint(
                condition=~Q(status="agreed") | Q(starts_at__isnull=False, agreed_at__isnull=False),
                name="agreed_plan_has_a_moment",
            ),
        )

    def __str__(self) -> str:
        """Numbers only; pages show the names."""
        return f"plan {self.pk}"


class Moment(TenantModel):
    """One of the moments that a plan proposes."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="moments")
    starts_at = models.DateTimeField(_("wanneer"))

    class Meta:
        """In order of time, each once."""

        ordering = ("starts_at",)
        constraints = (models.UniqueConstraint(fields=("plan", "starts_at"), name="moment_once_in_a_plan"),)

    def __str__(self) -> str:
        """The moment."""
        return f"{self.starts_at:%Y-%m-%d %H:%M}"


class IdeaMark(TenantModel):
    """One of the two would like to do this; `code` names an idea of the library."""

    duo = models.ForeignKey(Duo, on_delete=models.CASCADE, related_name="idea_marks")
    code = models.CharField(max_length=40)
    by_role = models.CharField(max_length=10, choices=Role)
    marked_at = models.DateTimeField(editable=False)

    class Meta:
        """Newest first; each of the two once."""

        ordering = ("-marked_at", "-id")
        constraints = (models.UniqueConstraint(fields=("duo", "code", "by_role"), name="idea_marked_once"),)

    def __str__(self) -> str:
        """The code of the idea."""
        return self.code


class Goal(TenantModel):
    """A question or goal of a newcomer: own words, or an example of the library (R48).

    It belongs to the newcomer, not to a duo: it stays when another coach comes.
    """

    newcomer = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="goals")
    words = models.CharField(_("eigen woorden"), max_length=LONGEST_GOAL, blank=True)
    code = models.CharField(max_length=40, blank=True)
    made_at = models.DateTimeField(editable=False)

    class Meta:
        """In the order in which they came; the same example or the same words once."""

        ordering = ("made_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("newcomer", "words", "code"), name="goal_once_on_a_list"),
            models.CheckConstraint(
                condition=(Q(words="") & ~Q(code="")) | (~Q(words="") & Q(code="")),
                name="goal_is_own_words_or_an_example",
            ),
        )

    def __str__(self) -> str:
        """Numbers only; pages show the words."""
        return f"goal {self.pk}"


class GoalStep(TenantModel):
    """How far the newcomer says to be, from a day on (R49)."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="steps")
    said_on = models.DateField(_("wanneer"))
    how_far = models.CharField(_("hoe ver"), max_length=10, choices=GoalStanding)

    class Meta:
        """In order of time, one a day."""

        ordering = ("said_on", "id")
        constraints = (models.UniqueConstraint(fields=("goal", "said_on"), name="one_goal_step_a_day"),)

    def __str__(self) -> str:
        """The day and how far."""
        return f"{self.said_on} {self.how_far}"


class Trajectory(TenantModel):
    """What a newcomer needs for the participation trajectory, and how far their certificate is (R93)."""

    newcomer = models.OneToOneField(Participation, on_delete=models.CASCADE, related_name="trajectory")
    obligation = models.CharField(_("moet het"), max_length=14, choices=Obligation, blank=True)
    counsellor = models.CharField(_("trajectbegeleider"), max_length=LONGEST_COUNSELLOR, blank=True)
    asked_on = models.DateField(_("bewijs gevraagd op"), null=True, blank=True)
    signed_on = models.DateField(_("getekend op"), null=True, blank=True)
    handed_over_on = models.DateField(_("aan de begeleider gegeven op"), null=True, blank=True)

    class Meta:
        """Signed after it was asked, handed over after it was signed."""

        constraints = (
            models.CheckConstraint(
                condition=Q(signed_on=None) | Q(asked_on=None) | Q(signed_on__gte=F("asked_on")),
                name="certificate_signed_after_asked",
            ),
            models.CheckConstraint(
                condition=Q(handed_over_on=None)
                | Q(signed_on__isnull=False, handed_over_on__gte=F("signed_on")),
                name="certificate_signed_before_handed_over",
            ),
        )

    def __str__(self) -> str:
        """Numbers only; pages show the names."""
        return f"trajectory {self.pk}"


class HoursElsewhere(TenantModel):
    """Hours of a newcomer outside the duo that count too, as a plain number (R92)."""

    trajectory = models.ForeignKey(Trajectory, on_delete=models.CASCADE, related_name="elsewhere")
    what = models.CharField(_("wat"), max_length=LONGEST_WHAT)
    hours = models.DecimalField(_("hoeveel uur"), max_digits=4, decimal_places=1)
    on = models.DateField(_("wanneer"))

    class Meta:
        """Newest first."""

        ordering = ("-on", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(hours__range=(LEAST_ELSEWHERE, MOST_ELSEWHERE)), name="hours_elsewhere_in_range"
            ),
        )

    def __str__(self) -> str:
        """What and how long."""
        return f"{self.what}: {self.hours}"

"""The benefit duty of a coach, the organisation note with who received it, the
insurance policies, and the record check."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samen.initiatives.tenancy import TenantModel
from samen.papers.choices import (
    Arranged,
    ClearanceStatus,
    Duty,
    LegalForm,
    RecordFallback,
    RecordWhy,
    Way,
)
from samen.papers.record_rules import WHY_ASKED, WHY_NOT, Check
from samen.papers.rules import State
from samen.people.models import Participation

LONGEST_LIMIT, LONGEST_SENTENCE, LONGEST_CONTACT = 200, 600, 300
LONGEST_INSURER, LONGEST_NUMBER = 120, 60


class Clearance(TenantModel):
    """One declaration of a coach about benefits: what must be done and how far that is (FAQ question 12).

    The outcome is kept, not the benefit (R81). A new declaration is a new row; the one before ends.
    """

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="clearances")
    duty = models.CharField(_("wat moet"), max_length=10, choices=Duty)
    # The unemployment office alone gives a yes by silence: all that must be known of who is told.
    has_tacit_term = models.BooleanField(_("zwijgen is toestemmen"), default=False)
    status = models.CharField(_("stand"), max_length=15, choices=ClearanceStatus)
    asked_on = models.DateField(_("gevraagd op"))
    told_on = models.DateField(_("gezegd op"), null=True, blank=True)
    text_version = models.CharField(_("versie van de tekst"), max_length=20, blank=True)
    language = models.CharField(_("taal"), max_length=10, blank=True)
    filed_on = models.DateField(_("ingediend op"), null=True, blank=True)
    # By the rule of the day of filing: a later rule does not change a term that runs.
    answer_due_on = models.DateField(_("antwoord ten laatste op"), null=True, blank=True)
    answered_on = models.DateField(_("antwoord op"), null=True, blank=True)
    limited_to = models.CharField(_("grenzen"), max_length=LONGEST_LIMIT, blank=True)
    ask_again_on = models.DateField(_("opnieuw vragen op"))
    # Where it stood when the time to ask again came: it goes back there when nothing changed.
    expired_from = models.CharField(max_length=15, choices=ClearanceStatus, blank=True)
    ended_on = models.DateField(_("vervangen op"), null=True, blank=True)

    class Meta:
        """Newest first; one that counts at a time."""

        ordering = ("-asked_on", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("participation",), condition=Q(ended_on=None), name="one_clearance_that_counts"
            ),
            models.CheckConstraint(
                condition=Q(status__in=("none_needed", "must_notify", "must_ask", "expired"))
                | Q(told_on__isnull=False),
                name="what_was_filed_was_told",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=("filed", "tacit", "accepted", "limited", "refused"))
                | Q(filed_on__isnull=False),
                name="what_was_answered_was_filed",
            ),
            models.CheckConstraint(
                condition=Q(status="expired")
                | (Q(status="limited") & ~Q(limited_to=""))
                | (Q(limited_to="") & ~Q(status="limited")),
                name="limits_belong_to_a_limited_yes",
            ),
            models.CheckConstraint(
                condition=(Q(status="expired") & ~Q(expired_from=""))
                | (~Q(status="expired") & Q(expired_from="")),
                name="expired_from_a_status",
            ),
            models.CheckConstraint(
                condition=Q(has_tacit_term=False, answer_due_on=None) | Q(duty="notify"),
                name="silence_answers_no_question",
            ),
        )

    def __str__(self) -> str:
        """Its number: a page shows the rest to who may see it."""
        return f"clearance {self.pk}"

    @property
    def state(self) -> State:
        """As plain values for the rules."""
        return State(self.status, self.duty, self.ask_again_on, self.answer_due_on, self.expired_from)


class OrganisationNote(TenantModel):
    """What the organisation tells each volunteer beforehand, in one version.

    Law of 3 July 2005 on the rights of volunteers, art. 4: the selfless aim and the legal status of the
    organisation, the insurance contract, the expenses that are paid, and the duty of secrecy.
    """

    version = models.PositiveIntegerField(_("versie"))
    organisation = models.CharField(_("organisatie"), max_length=120)
    legal_form = models.CharField(_("wat is de organisatie?"), max_length=15, choices=LegalForm, blank=True)
    contact = models.CharField(_("wie je bereikt"), max_length=LONGEST_CONTACT, blank=True)
    # Own sentences; an empty one means ours, in the language of the reader.
    aim = models.CharField(_("wat de organisatie wil"), max_length=LONGEST_SENTENCE, blank=True)
    insurance = models.CharField(_("verzekering"), max_length=LONGEST_SENTENCE, blank=True)
    reimbursement = models.CharField(_("onkosten"), max_length=LONGEST_SENTENCE, blank=True)
    secrecy = models.CharField(_("zwijgen"), max_length=LONGEST_SENTENCE, blank=True)
    standard = models.CharField(max_length=20)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=80)

    class Meta:
        """Newest first."""

        ordering = ("-version",)
        constraints = (
            models.UniqueConstraint(fields=("initiative", "version"), name="one_note_per_version"),
        )

    def __str__(self) -> str:
        """Its version."""
        return f"note {self.version}"


class NoteReceipt(TenantModel):
    """That a volunteer got the organisation note: which version, when, how, in which language."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="note_receipts")
    note = models.ForeignKey(OrganisationNote, on_delete=models.PROTECT, related_name="receipts")
    given_on = models.DateField(_("gegeven op"))
    way = models.CharField(_("hoe"), max_length=10, choices=Way)
    language = models.CharField(_("taal"), max_length=10)

    class Meta:
        """Newest first; each version once."""

        ordering = ("-given_on", "-id")
        constraints = (
            models.UniqueConstraint(fields=("participation", "note"), name="each_note_received_once"),
        )

    def __str__(self) -> str:
        """The day."""
        return f"{self.given_on}"


class Policy(TenantModel):
    """An insurance policy for the moments when duos meet (FAQ question 5, R53-R56)."""

    insurer = models.CharField(_("verzekeraar"), max_length=LONGEST_INSURER)
    number = models.CharField(_("polisnummer"), max_length=LONGEST_NUMBER, blank=True)
    arranged_by = models.CharField(_("wie regelt het"), max_length=8, choices=Arranged)
    # The law asks liability for volunteers; the rest is more than that (law of 3 July 2005, art. 6).
    covers_liability = models.BooleanField(_("burgerlijke aansprakelijkheid"), default=True)
    covers_accidents = models.BooleanField(_("lichamelijke ongevallen"), default=False)
    covers_newcomers = models.BooleanField(_("ook de nieuwkomers"), default=False)
    starts_on = models.DateField(_("geldig van"))
    # Empty: it goes on until somebody ends it.
    ends_on = models.DateField(_("geldig tot en met"), null=True, blank=True)
    claims = models.CharField(_("bij schade"), max_length=LONGEST_CONTACT, blank=True)

    class Meta:
        """Newest first."""

        ordering = ("-starts_on", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="policy_ends_after_it_starts"
            ),
        )

    def __str__(self) -> str:
        """Insurer and number."""
        return f"{self.insurer} {self.number}".strip()


class RecordCheck(TenantModel):
    """That somebody of the staff read the criminal-record extract of a coach, or why there is none.

    The extract itself and what stands in it are never kept, only the day (domain 5.7; GDPR art. 10).
    """

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="record_checks")
    required = models.BooleanField(_("is het nodig?"))
    why = models.CharField(_("waarom"), max_length=10, choices=RecordWhy)
    checked_on = models.DateField(_("bekeken of beslist op"))
    checked_by = models.CharField(max_length=80, editable=False)
    fallback_reason = models.CharField(
        _("waarom het niet kon"), max_length=10, choices=RecordFallback, blank=True
    )

    class Meta:
        """Newest first; one a day."""

        ordering = ("-checked_on", "-id")
        constraints = (
            models.UniqueConstraint(fields=("participation", "checked_on"), name="one_record_check_a_day"),
            models.CheckConstraint(
                condition=Q(required=True, why__in=sorted(WHY_ASKED))
                | Q(required=False, why__in=sorted(WHY_NOT), fallback_reason=""),
                name="record_check_says_why",
            ),
        )

    def __str__(self) -> str:
        """The day."""
        return f"{self.checked_on}"

    @property
    def plain(self) -> Check:
        """As plain values for the rules."""
        return Check(self.required, self.checked_on)

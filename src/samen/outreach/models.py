"""Intermediaries and what they were given, sources of registrations, and registrations themselves."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samen.base import clock
from samen.initiatives.tenancy import TenantModel
from samen.outreach.choices import ContactKind, Design, MaterialKind, SourceKind
from samen.outreach.heard import HeardFrom
from samen.people.choices import Role
from samen.people.models import Participation

LONGEST_CODE = 12


class IntermediaryKind(TenantModel):
    """A kind of intermediary; some have kinds of their own (FAQ question 13, R88). Editable."""

    name = models.CharField(_("soort"), max_length=160)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """In the order of the FAQ."""

        ordering = ("position", "id")
        constraints = (
            models.UniqueConstraint(fields=("initiative", "name", "parent"), name="one_kind_of_this_name"),
            # An empty parent is never equal to another one, so the kinds on top need a rule of their own.
            models.UniqueConstraint(
                fields=("initiative", "name"), condition=Q(parent=None), name="one_main_kind_of_this_name"
            ),
        )

    def __str__(self) -> str:
        """The name."""
        return self.name


class StartingKinds(TenantModel):
    """That the programme's list of kinds was given: whoever empties it is not given it again."""

    given_at = models.DateTimeField(default=clock.now)

    class Meta:
        """Once."""

        constraints = (models.UniqueConstraint(fields=("initiative",), name="kinds_are_given_once"),)

    def __str__(self) -> str:
        """When."""
        return f"kinds given {self.given_at:%Y-%m-%d}"


class Intermediary(TenantModel):
    """Somebody who presents the initiative to an audience (R84)."""

    name = models.CharField(_("naam"), max_length=120)
    function = models.CharField(_("functie"), max_length=120, blank=True)
    organisation = models.CharField(_("organisatie"), max_length=120, blank=True)
    kind = models.ForeignKey(
        IntermediaryKind, on_delete=models.PROTECT, null=True, blank=True, related_name="intermediaries"
    )
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    audience = models.CharField(_("bereikt wie"), max_length=200, blank=True)
    languages_reached = models.JSONField(_("talen"), default=list, blank=True)
    # Codes of AgreementPoint, in the order in which they were agreed.
    agreed = models.JSONField(_("afgesproken"), default=list, blank=True)
    agreed_on = models.DateField(_("afgesproken op"), null=True, blank=True)
    call_again_on = models.DateField(_("opnieuw bellen op"), null=True, blank=True)
    remark = models.TextField(_("opmerking"), blank=True)
    ended_on = models.DateField(_("gestopt op"), null=True, blank=True)
    # The page on which an intermediary follows those whom they referred; the secret itself is never stored.
    page_hash = models.CharField(max_length=64, blank=True)
    # When that page was made for them; who looks at it is not kept.
    page_opened_at = models.DateTimeField(null=True, blank=True)
    search = models.TextField(editable=False, default="")

    class Meta:
        """By organisation and name."""

        ordering = ("organisation", "name", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("page_hash",), condition=~Q(page_hash=""), name="one_page_per_secret"
            ),
        )

    def __str__(self) -> str:
        """Name and organisation."""
        return f"{self.name}, {self.organisation}" if self.organisation else self.name


class ContactMoment(TenantModel):
    """One time the coordinator was in touch with an intermediary."""

    intermediary = models.ForeignKey(Intermediary, on_delete=models.CASCADE, related_name="contacts")
    on = models.DateField(_("wanneer"))
    kind = models.CharField(_("hoe"), max_length=10, choices=ContactKind)
    note = models.TextField(_("wat werd gezegd"), blank=True)
    noted_by = models.CharField(max_length=80)

    class Meta:
        """Newest first."""

        ordering = ("-on", "-id")

    def __str__(self) -> str:
        """Day and kind."""
        return f"{self.on} {self.kind}"


class Material(TenantModel):
    """A flyer, poster, card or image: what it is, its design and its languages."""

    name = models.CharField(_("naam"), max_length=80)
    kind = models.CharField(_("soort"), max_length=10, choices=MaterialKind)
    design = models.CharField(_("ontwerp"), max_length=10, choices=Design)
    for_role = models.CharField(_("voor wie"), max_length=10, choices=Role, default=Role.NEWCOMER)
    language = models.CharField(_("taal"), max_length=10, default="nl")
    second_language = models.CharField(_("tweede taal"), max_length=10, blank=True)
    # Own words; empty means the words of the chosen language.
    title = models.CharField(_("titel"), max_length=80, blank=True)
    body = models.TextField(_("tekst"), max_length=600, blank=True)
    stock = models.PositiveIntegerField(_("in voorraad"), default=0)
    made_at = models.DateTimeField(default=clock.now)
    ended_on = models.DateField(null=True, blank=True)
    with_photo = models.BooleanField(_("met foto"), default=False)

    class Meta:
        """Newest first."""

        ordering = ("-id",)

    def __str__(self) -> str:
        """The name."""
        return self.name


class HandOut(TenantModel):
    """So many pieces of a material, given to an intermediary (R86)."""

    material = models.ForeignKey(Material, on_delete=models.CASCADE, related_name="handouts")
    intermediary = models.ForeignKey(Intermediary, on_delete=models.CASCADE, related_name="handouts")
    number = models.PositiveIntegerField(_("hoeveel"))
    on = models.DateField(_("wanneer"))
    # How many came off the stock, which may have been counted too low: taking back returns these.
    from_stock = models.PositiveIntegerField(default=0, editable=False)
    # Of the form on which it was noted: pressed twice, it is the same hand-out.
    token = models.CharField(max_length=32, blank=True, editable=False)

    class Meta:
        """Newest first; at least one; no more off the stock than were given; each form once."""

        ordering = ("-on", "-id")
        constraints = (
            models.CheckConstraint(condition=Q(number__gte=1), name="handed_out_at_least_one"),
            models.CheckConstraint(
                condition=Q(from_stock__lte=F("number")), name="off_the_stock_at_most_what_was_given"
            ),
            models.UniqueConstraint(
                fields=("intermediary", "token"), condition=~Q(token=""), name="one_handout_per_form"
            ),
        )

    def __str__(self) -> str:
        """How many, when."""
        return f"{self.number} on {self.on}"


class Source(TenantModel):
    """A link or QR code that tells where a registration comes from. Its code is public."""

    code = models.CharField(max_length=LONGEST_CODE)
    kind = models.CharField(_("soort"), max_length=12, choices=SourceKind)
    label = models.CharField(_("naam"), max_length=120)
    intermediary = models.ForeignKey(
        Intermediary, on_delete=models.CASCADE, null=True, blank=True, related_name="sources"
    )
    material = models.ForeignKey(
        Material, on_delete=models.CASCADE, null=True, blank=True, related_name="sources"
    )
    made_on = models.DateField(_("gemaakt op"))
    ended_on = models.DateField(_("gestopt op"), null=True, blank=True)

    class Meta:
        """One code once in an initiative."""

        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("initiative", "code"), name="one_source_per_code"),)

    def __str__(self) -> str:
        """The label."""
        return self.label


class Draft(TenantModel):
    """A registration being filled in. Found by a cookie or by a code on paper; both kept as hashes."""

    secret_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64, blank=True, db_index=True)
    role = models.CharField(_("rol"), max_length=10, choices=Role)
    language = models.CharField(_("taal"), max_length=10)
    answers = models.JSONField(_("antwoorden"), default=dict)
    source = models.ForeignKey(
        Source, on_delete=models.SET_NULL, null=True, blank=True, related_name="drafts"
    )
    is_together = models.BooleanField(default=False)
    started_at = models.DateTimeField(default=clock.now)
    changed_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        """Number only."""
        return f"draft {self.pk}"


class Registration(TenantModel):
    """How somebody came in: when, in which language, through whom, and whether we were in touch since."""

    participation = models.OneToOneField(Participation, on_delete=models.CASCADE, related_name="registration")
    received_at = models.DateTimeField(_("ontvangen"))
    language = models.CharField(_("taal"), max_length=10)
    source = models.ForeignKey(
        Source, on_delete=models.SET_NULL, null=True, blank=True, related_name="registrations"
    )
    heard_from = models.CharField(_("hoe gehoord"), max_length=10, choices=HeardFrom, blank=True)
    heard_text = models.CharField(_("in eigen woorden"), max_length=200, blank=True)
    # Whether the intermediary may hear how it goes (R87): only with consent.
    intermediary_may_know = models.BooleanField(default=False)
    # Somebody who seems to be there already; told to the coordinator, never to the visitor.
    same_as = models.ForeignKey(
        Participation, on_delete=models.SET_NULL, null=True, blank=True, related_name="registered_again"
    )
    contacted_on = models.DateField(_("gecontacteerd op"), null=True, blank=True)

    class Meta:
        """Newest first."""

        ordering = ("-received_at", "-id")

    def __str__(self) -> str:
        """Number only."""
        return f"registration {self.pk}"


class YearTask(TenantModel):
    """Something to do for recruiting in the same month of every year (R91)."""

    month = models.PositiveSmallIntegerField(_("maand"))
    what = models.CharField(_("wat"), max_length=160)

    class Meta:
        """From January on; the same thing once in a month."""

        ordering = ("month", "id")
        constraints = (
            models.CheckConstraint(condition=Q(month__range=(1, 12)), name="a_month_of_the_year"),
            models.UniqueConstraint(fields=("initiative", "month", "what"), name="one_task_of_this_name"),
        )

    def __str__(self) -> str:
        """What."""
        return self.what


class YearTaskDone(TenantModel):
    """It was done in this year."""

    task = models.ForeignKey(YearTask, on_delete=models.CASCADE, related_name="times_done")
    year = models.PositiveSmallIntegerField(_("jaar"))
    done_on = models.DateField(_("gedaan op"))

    class Meta:
        """Once a year."""

        constraints = (models.UniqueConstraint(fields=("task", "year"), name="done_once_a_year"),)

    def __str__(self) -> str:
        """The year."""
        return str(self.year)

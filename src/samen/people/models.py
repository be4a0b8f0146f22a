"""A person, the part they take as newcomer or coach, and the link by which they reach their own pages.

One record per person, with dated roles (R102).
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samen.base import clock
from samen.initiatives.tenancy import TenantModel
from samen.people.choices import AskedFor, ConsentKind, ConsentWay, Gender, Role
from samen.people.nameless import GivenName

# What an erased person holds of everything that could tell who it was.
NOTHING_KNOWN = {
    **dict.fromkeys(("given_name", "family_name", "gender", "phone", "email", "postal_code", "place"), ""),
    **dict.fromkeys(("phone_language", "written_language", "search"), ""),
    "birth_year": None,
}


class Person(TenantModel):
    """Somebody who takes part. A single name is a whole name and stands in `given_name`.

    Whoever was erased is an empty row: what happened stays counted, and nobody can tell who it was.
    """

    given_name = GivenName(_("voornaam"), max_length=80)
    family_name = models.CharField(_("familienaam"), max_length=80, blank=True)
    gender = models.CharField(_("man of vrouw"), max_length=1, choices=Gender, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("geboren in"), null=True, blank=True)
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    postal_code = models.CharField(_("postcode"), max_length=10, blank=True)
    place = models.CharField(_("gemeente"), max_length=80, blank=True)
    languages = models.JSONField(_("talen"), default=list, blank=True)
    # Somebody may talk Dutch face to face and not on the phone (R10): the two are asked apart.
    phone_language = models.CharField(_("taal aan de telefoon"), max_length=10, blank=True)
    written_language = models.CharField(_("taal om te lezen"), max_length=10, blank=True)
    # In which order to try to reach somebody, by the names of the channels; empty: the usual order.
    channels = models.JSONField(_("hoe bereiken"), default=list, blank=True)
    search = models.TextField(editable=False, default="")
    erased_on = models.DateField(_("gewist op"), null=True, blank=True, editable=False)

    class Meta:
        """By name; reachable by phone or e-mail (R10), or erased and then empty."""

        ordering = ("given_name", "family_name", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(phone="") | ~Q(email="") | Q(erased_on__isnull=False), name="person_is_reachable"
            ),
            models.CheckConstraint(
                condition=~Q(given_name="") | Q(erased_on__isnull=False), name="person_has_a_name"
            ),
            models.CheckConstraint(
                condition=Q(erased_on=None) | Q(**NOTHING_KNOWN), name="erased_person_is_empty"
            ),
        )

    def __str__(self) -> str:
        """The full name."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def initials(self) -> str:
        """Up to two letters for the avatar; a dash for whoever was erased."""
        if self.erased_on:
            return "–"
        return (self.given_name[:1] + self.family_name[:1]).upper()


class Participation(TenantModel):
    """A person's part in the programme, from registration until they leave."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="participations")
    role = models.CharField(_("rol"), max_length=10, choices=Role)
    registered_on = models.DateField(_("aangemeld op"))
    remark = models.TextField(_("opmerking"), blank=True)
    ended_on = models.DateField(_("gestopt op"), null=True, blank=True)

    class Meta:
        """Longest registered first; one running part per role."""

        ordering = ("registered_on", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("person", "role"), condition=Q(ended_on=None), name="one_running_part_per_role"
            ),
        )

    def __str__(self) -> str:
        """Name of the person."""
        return str(self.person)


class Consent(TenantModel):
    """What somebody was told or agreed to: which text, in which language, when and how; and until when."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="consents")
    kind = models.CharField(_("waarvoor"), max_length=15, choices=ConsentKind)
    text_version = models.CharField(_("versie van de tekst"), max_length=20)
    language = models.CharField(_("taal"), max_length=10)
    way = models.CharField(_("hoe"), max_length=10, choices=ConsentWay)
    given_on = models.DateField(_("gegeven op"))
    withdrawn_on = models.DateField(_("ingetrokken op"), null=True, blank=True)

    class Meta:
        """Newest first; one of a kind at a time."""

        ordering = ("-given_on", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("participation", "kind"), condition=Q(withdrawn_on=None), name="one_consent_of_a_kind"
            ),
        )

    def __str__(self) -> str:
        """The kind and the day."""
        return f"{self.kind} {self.given_on}"


class PersonalLink(TenantModel):
    """The link of one participation to its own pages; the secret itself is never stored.

    With it goes a code to write down, for a telephone that did not get the message.
    """

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64, blank=True)
    code_until = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(default=clock.now)
    made_by = models.CharField(max_length=80)
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    # Somebody said that it is not theirs; told to the coordinator.
    disowned_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Newest first; one that lives for each; a code opens one link."""

        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=("participation",), condition=Q(revoked_at=None), name="one_living_link_each"
            ),
            models.UniqueConstraint(
                fields=("initiative", "code_hash"), condition=~Q(code_hash=""), name="one_link_per_code"
            ),
            models.CheckConstraint(
                condition=Q(code_hash="") | Q(code_until__isnull=False), name="a_code_ends_some_day"
            ),
        )

    def __str__(self) -> str:
        """Whose."""
        return f"link of {self.participation_id}"


class Visit(TenantModel):
    """A telephone on which a personal link was opened, until somebody leaves it."""

    link = models.ForeignKey(PersonalLink, on_delete=models.CASCADE, related_name="visits")
    secret_hash = models.CharField(max_length=64, unique=True)
    began_at = models.DateTimeField(default=clock.now)
    seen_at = models.DateTimeField(default=clock.now)
    left_at = models.DateTimeField(null=True, blank=True)
    # A code that was sent to this person, and until when this telephone may see what is more sensitive.
    sure_code_hash = models.CharField(max_length=64, blank=True)
    sure_code_until = models.DateTimeField(null=True, blank=True)
    sure_tries = models.PositiveSmallIntegerField(default=0)
    sure_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        """A code ends some day."""

        constraints = (
            models.CheckConstraint(
                condition=Q(sure_code_hash="") | Q(sure_code_until__isnull=False),
                name="a_code_sent_ends_some_day",
            ),
        )

    def __str__(self) -> str:
        """Number only."""
        return f"visit {self.pk}"


class CallRequest(TenantModel):
    """Somebody asked to be called, to stop or to be forgotten; waits until the coordinator spoke to them."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="call_requests")
    about = models.CharField(_("waarvoor"), max_length=5, choices=AskedFor, default=AskedFor.CALL)
    asked_at = models.DateTimeField(_("gevraagd op"), default=clock.now)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Longest waiting first; one of each that waits for each."""

        ordering = ("asked_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("participation", "about"), condition=Q(done_at=None), name="one_call_asked_at_a_time"
            ),
        )

    def __str__(self) -> str:
        """Number only."""
        return f"call request {self.pk}"

"""What an initiative adds itself: ideas, tips for coaches, and places in the neighbourhood."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samen.base import clock
from samen.initiatives.tenancy import TenantModel
from samen.library.choices import Cost, Domain, FromLevel, PlaceKind, Where

LONGEST_TITLE = 50
LONGEST_WHAT = 300
LONGEST_ASK = 120
LONGEST_WEB = 300
LONGEST_MINUTES = 600
LONGEST_TIP = 300


class OwnIdea(TenantModel):
    """An activity of the neighbourhood, beside those that everybody has (R52)."""

    title = models.CharField(_("titel"), max_length=LONGEST_TITLE)
    what = models.CharField(_("wat jullie doen"), max_length=LONGEST_WHAT)
    ask = models.CharField(_("vraag om over te praten"), max_length=LONGEST_ASK, blank=True)
    domain = models.CharField(_("onderwerp"), max_length=10, choices=Domain)
    minutes = models.PositiveSmallIntegerField(_("minuten"))
    level = models.CharField(_("niveau Nederlands"), max_length=3, choices=FromLevel)
    where = models.CharField(_("binnen of buiten"), max_length=7, choices=Where)
    cost = models.CharField(_("prijs"), max_length=6, choices=Cost)
    # Codes of Season; all four when it is for the whole year.
    seasons = models.JSONField(_("seizoenen"), default=list)
    with_children = models.BooleanField(_("ook met kinderen"), default=True)
    place = models.CharField(_("waar"), max_length=120, blank=True)
    postal_code = models.CharField(_("postcode"), max_length=4, blank=True)
    web = models.URLField(_("website"), max_length=LONGEST_WEB, blank=True)
    valid_until = models.DateField(_("tot en met"), null=True, blank=True)
    ended_on = models.DateField(_("weggelegd op"), null=True, blank=True)
    changed_by = models.CharField(max_length=80)
    changed_at = models.DateTimeField(default=clock.now)

    class Meta:
        """By title; some minutes."""

        ordering = ("title", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(minutes__range=(1, LONGEST_MINUTES)), name="an_idea_takes_some_minutes"
            ),
        )

    def __str__(self) -> str:
        """The title."""
        return self.title


class OwnTip(TenantModel):
    """A tip for coaches, beside those that everybody has (R21)."""

    text = models.CharField(_("tip"), max_length=LONGEST_TIP)
    added_on = models.DateField(_("toegevoegd op"))
    ended_on = models.DateField(_("weggelegd op"), null=True, blank=True)
    changed_by = models.CharField(max_length=80)
    changed_at = models.DateTimeField(default=clock.now)

    class Meta:
        """The oldest first."""

        ordering = ("added_on", "id")

    def __str__(self) -> str:
        """The tip."""
        return self.text


class LocalPlace(TenantModel):
    """A facility of the neighbourhood: where it is, when it is open, how to reach it (R22)."""

    name = models.CharField(_("naam"), max_length=120)
    kind = models.CharField(_("soort"), max_length=10, choices=PlaceKind)
    address = models.CharField(_("adres"), max_length=160, blank=True)
    postal_code = models.CharField(_("postcode"), max_length=4, blank=True)
    hours = models.CharField(_("uren"), max_length=200, blank=True)
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)
    web = models.URLField(_("website"), max_length=LONGEST_WEB, blank=True)
    # Languages in which people are helped there, as the initiative writes them.
    languages = models.CharField(_("talen"), max_length=200, blank=True)
    ended_on = models.DateField(_("weggelegd op"), null=True, blank=True)
    changed_by = models.CharField(max_length=80)
    changed_at = models.DateTimeField(default=clock.now)

    class Meta:
        """By name."""

        ordering = ("name", "id")

    def __str__(self) -> str:
        """The name."""
        return self.name

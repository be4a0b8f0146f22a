"""How somebody heard of us, in their own words."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class HeardFrom(models.TextChoices):
    """How somebody heard of us, when no link or code told it."""

    FRIEND = "friend", _("via een vriend of familie")
    SCHOOL = "school", _("via de school of de les")
    DESK = "desk", _("via de gemeente of het OCMW")
    FLYER = "flyer", _("via een flyer of affiche")
    INTERNET = "internet", _("via internet")
    SESSION = "session", _("via een infomoment")
    OTHER = "other", _("op een andere manier")

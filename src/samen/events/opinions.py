"""What people answer afterwards."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Liked(models.TextChoices):
    """How it was."""

    GOOD = "good", _("Goed")
    SO_SO = "so_so", _("Het ging")
    BAD = "bad", _("Niet goed")


class Useful(models.TextChoices):
    """Whether they take something home."""

    YES = "yes", _("Ja")
    A_BIT = "a_bit", _("Een beetje")
    NO = "no", _("Nee")

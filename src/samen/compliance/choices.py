"""Which rules are watched, and how loud they are."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rule(models.TextChoices):
    """What can ask for the coordinator's attention."""

    SILENT_DUO = "silent_duo", _("een duo zag elkaar te lang niet")
    END_IS_NEAR = "end_is_near", _("een duo is bijna aan het einde")


class Level(models.TextChoices):
    """How soon."""

    NOW = "now", _("vandaag")
    SOON = "soon", _("deze week")

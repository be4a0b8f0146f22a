"""Vocabulary of a list that is brought in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ListStatus(models.TextChoices):
    """Where a list stands: looked at, stored, or taken back."""

    DRAFT = "draft", _("nog niet bewaard")
    IMPORTED = "imported", _("bewaard")
    UNDONE = "undone", _("ongedaan gemaakt")

"""Vocabularies of matching."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Mark(models.TextChoices):
    """What the coordinator fixed about a pair before any calculation (R33)."""

    NONE = "", _("geen")
    PIN = "pin", _("vastgezet")
    BAN = "ban", _("nooit samen")


class Answer(models.TextChoices):
    """What one of the two said to a proposal (R35)."""

    YES = "yes", _("ja")
    NO = "no", _("nee")
    NOT_YET = "not_yet", _("nog niet")


class ProposalStatus(models.TextChoices):
    """Where a proposal stands."""

    OPEN = "open", _("voorgesteld")
    STARTED = "started", _("gestart")
    DECLINED = "declined", _("niet doorgegaan")
    WITHDRAWN = "withdrawn", _("teruggetrokken")

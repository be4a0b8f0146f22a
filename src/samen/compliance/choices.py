"""Which rules are watched, and how loud they are."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rule(models.TextChoices):
    """What can ask for the coordinator's attention: one for each file of `obligations`, or two."""

    SILENT_DUO = "silent_duo", _("een duo zag elkaar te lang niet")
    END_IS_NEAR = "end_is_near", _("een duo is bijna aan het einde")
    PERIOD = "period", _("een duo duurt korter of langer dan mag")
    ONLY_COACH = "only_coach", _("alleen de coach neemt initiatief")
    WORRYING = "worrying", _("iemand zegt dat het niet goed gaat")
    UNANSWERED = "unanswered", _("iemand zei nog niet hoe het gaat")
    TOO_FEW_HOURS = "too_few_hours", _("te weinig uren voor het traject")
    SILENT_CANDIDATE = "silent_candidate", _("iemand nieuw hoort te lang niets")
    RECALL = "recall", _("de dag om opnieuw te praten is er")
    PAPERS = "papers", _("papieren van een coach ontbreken")
    CLEARANCE = "clearance", _("opnieuw naar een uitkering te vragen")


class Level(models.TextChoices):
    """How soon."""

    NOW = "now", _("vandaag")
    SOON = "soon", _("deze week")

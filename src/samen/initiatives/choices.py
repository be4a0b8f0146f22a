"""Roles of staff."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a member of staff is in an initiative."""

    COORDINATOR = "coordinator", _("coördinator")
    ASSISTANT = "assistant", _("medewerker")
    READER = "reader", _("lezer")


class Permission(models.TextChoices):
    """What a page or an action asks for."""

    SEE_REASONS = "see_reasons", _("lezen waarom iemand niet aanvaard werd")
    SEE_PEOPLE = "see_people", _("mensen zien")
    EDIT_PEOPLE = "edit_people", _("mensen toevoegen en verbeteren")
    IMPORT_LISTS = "import_lists", _("lijsten binnenhalen")
    SETTINGS = "settings", _("instellingen van het initiatief")
    MATCH = "match", _("duo’s voorstellen en starten")
    FOLLOW_DUOS = "follow_duos", _("duo’s opvolgen")
    READ_SIGNALS = "read_signals", _("signalen lezen en opvolgen")
    RECRUIT = "recruit", _("mensen werven")
    PLAN_EVENTS = "plan_events", _("momenten samen plannen")
    SEND_MESSAGES = "send_messages", _("berichten sturen")
    ERASE_PEOPLE = "erase_people", _("iemand wissen")

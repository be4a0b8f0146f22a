"""Vocabularies of the conversation."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Strength(models.TextChoices):
    """How strong a wish is (R31). The order on screen is fixed: must, rather, no matter."""

    MUST = "must", _("moet")
    PREFER = "prefer", _("liever")
    NO_MATTER = "no-matter", _("maakt niet uit")


class Wanted(models.TextChoices):
    """What a wish is about: age, gender, place, time (FAQ question 4)."""

    GENDER = "gender", _("man of vrouw")
    AGE = "age", _("leeftijd")
    DISTANCE = "distance", _("afstand")
    TIME = "time", _("een gemeenschappelijk moment")


class Outcome(models.TextChoices):
    """What is decided after the conversation (R26)."""

    ACCEPTED = "accepted", _("aanvaard")
    WAITING_LANGUAGE = "waiting_language", _("wacht tot het Nederlands beter gaat")
    WAITING_PERMISSION = "waiting_permission", _("wacht op toelating")
    REFERRED = "referred", _("doorverwezen")
    DECLINED = "declined", _("niet aanvaard")
    WITHDRAWN = "withdrawn", _("zelf gestopt")


class Household(models.TextChoices):
    """Who somebody lives with; optional."""

    ALONE = "alone", _("alleen")
    COUPLE = "couple", _("met partner")
    FAMILY = "family", _("met kinderen")


CHILDREN_BANDS = (("0-2", "0–2"), ("3-5", "3–5"), ("6-11", "6–11"), ("12-17", "12–17"))
# The coordinator's impression, from quiet to outgoing (FAQ question 4: introvert or extravert).
PERSONALITIES = (
    (1, _("heel stil")),
    (2, _("eerder stil")),
    (3, _("ertussen")),
    (4, _("eerder vlot")),
    (5, _("heel vlot")),
)

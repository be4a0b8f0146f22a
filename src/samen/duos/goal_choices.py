"""How far a newcomer says to be with a question of their own; they read these words themselves."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GoalStanding(models.TextChoices):
    """Self-assessment, and nothing else (R49; FAQ question 10)."""

    NOT_YET = "not_yet", _("Nog niet")
    LITTLE = "little", _("Een beetje")
    WORKS = "works", _("Het lukt")
    DONE = "done", _("Klaar")


STANDING_ICONS = {
    GoalStanding.NOT_YET: "circle-dashed",
    GoalStanding.LITTLE: "sprout",
    GoalStanding.WORKS: "thumbs-up",
    GoalStanding.DONE: "circle-check",
}

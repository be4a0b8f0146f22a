"""For whom a session is, and why apart or together."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Who(models.TextChoices):
    """For whom, and whether apart or together (FAQ question 7)."""

    COACHES = "coach", _("Alleen coaches")
    NEWCOMERS = "newcomer", _("Alleen nieuwkomers")
    TOGETHER = "together", _("Iedereen samen")
    APART = "apart", _("Coaches en nieuwkomers, elk apart")


# What speaks for each, where one chooses (FAQ question 7, R65).
FOR_APART = (
    _("Aanpak en taal op maat, zodat ook moeilijke zaken aan bod komen."),
    _("Men praat vrijer, omdat de ander van het duo er niet bij is."),
    _("Men leert meer van mensen in dezelfde rol."),
)
FOR_TOGETHER = (
    _("Het toont dat iedereen gelijk is en samen iets doormaakt."),
    _("Je hebt minder te regelen."),
    _("Een duo hoeft niet in dezelfde gespreksgroep te zitten: Samen zet hen in aparte groepen."),
)
# Why people would come (FAQ question 7, R71).
REASONS = (
    _("Wie in dezelfde boot zit, voelt zich erkend."),
    _("Het geeft nieuwe zin."),
    _("De verhalen van anderen geven ideeën."),
    _("Men krijgt tips van mensen die hetzelfde meemaken."),
    _("Men ziet hoe men zelf denkt."),
    _("Men toetst de eigen aanpak."),
)

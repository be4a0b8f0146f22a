"""Vocabularies of what a duo may do and talk about."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Domain(models.TextChoices):
    """The part of life that an idea or a card is about."""

    NATURE = "nature", _("natuur")
    SPORT = "sport", _("sport")
    CULTURE = "culture", _("cultuur")
    LEISURE = "leisure", _("vrije tijd")
    SHOPPING = "shopping", _("winkelen")
    SERVICES = "services", _("loket en papieren")
    HOME = "home", _("huis en keuken")
    SCHOOL = "school", _("school en leren")
    WORK = "work", _("werk")
    TRAVEL = "travel", _("onderweg")
    CUSTOMS = "customs", _("zo gaat het hier")
    PEOPLE = "people", _("mensen om ons heen")
    STEPS = "steps", _("jouw stappen")


class Cost(models.TextChoices):
    """What an idea costs."""

    FREE = "free", _("gratis")
    SMALL = "small", _("kost weinig")
    TICKET = "ticket", _("je koopt een ticket")


class Where(models.TextChoices):
    """Under a roof or not."""

    INSIDE = "inside", _("binnen")
    OUTSIDE = "outside", _("buiten")
    EITHER = "either", _("binnen of buiten")


class Season(models.TextChoices):
    """The seasons, each of three whole months."""

    SPRING = "spring", _("lente")
    SUMMER = "summer", _("zomer")
    AUTUMN = "autumn", _("herfst")
    WINTER = "winter", _("winter")


class FromLevel(models.TextChoices):
    """The level of Dutch from which an idea or a card works (Huizen van het Nederlands)."""

    L11 = "1.1", _("vanaf 1.1")
    L12 = "1.2", _("vanaf 1.2")
    L21 = "2.1", _("vanaf 2.1")
    L22 = "2.2", _("vanaf 2.2")


class PlaceKind(models.TextChoices):
    """What a local facility is for: the six of the programme (FAQ question 3), and others."""

    EDUCATION = "education", _("school")
    WELFARE = "welfare", _("hulp")
    TRAINING = "training", _("cursus")
    WORK = "work", _("werk")
    LEISURE = "leisure", _("vrije tijd")
    CULTURE = "culture", _("cultuur")
    OTHER = "other", _("iets anders")


class GoalArea(models.TextChoices):
    """The part of life that a newcomer's own question is about (R50; FAQ question 10)."""

    DUTCH = "dutch", _("Nederlands")
    PEOPLE = "people", _("Mensen en vrije tijd")
    SCHOOL = "school", _("School en kinderen")
    WORK = "work", _("Werk")
    CARE = "care", _("Dokter en apotheek")
    HOME = "home", _("Wonen en winkelen")
    TRAVEL = "travel", _("Onderweg")
    DESK = "desk", _("Loket en papieren")
    CUSTOMS = "customs", _("Geschiedenis en gewoonten")


class Theme(models.TextChoices):
    """What an exchange session may be about: the seven of the programme (FAQ question 7, R68)."""

    APPOINTMENTS = "appointments", _("Afspraken maken")
    INITIATIVE = "initiative", _("Initiatief nemen")
    LANGUAGE_USE = "language_use", _("Taalgebruik")
    ACTIVITIES = "activities", _("Activiteiten")
    ROLE = "role", _("Rol en verhouding")
    REFERRING = "referring", _("Doorverwijzen")
    EFFECT = "effect", _("Effect")


class Method(models.TextChoices):
    """How a group talks: the eight that the programme names (FAQ question 7, R69)."""

    INCIDENT = "incident", _("Incidentmethode")
    FORCE_FIELD = "force_field", _("Krachtenveldanalyse")
    PROFILE = "profile", _("Profielbeschrijving")
    THEME_CENTRED = "theme_centred", _("Themagecentreerde interactie")
    # The programme's text writes "Balantmethode"; it is named after Michael Balint.
    BALINT = "balint", _("Balintmethode")
    RAGUSE = "raguse", _("Raguse-methode")
    SOCRATIC = "socratic", _("Socratische methode")
    CRITICAL_INCIDENTS = "critical_incidents", _("Methode van de kritische incidenten")

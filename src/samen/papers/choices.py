"""Vocabularies of the benefit duty and of the organisation note."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Duty(models.TextChoices):
    """What a coach has to do before starting. From which benefit it follows is not kept (R81)."""

    NONE = "none", _("hoeft niets te doen")
    NOTIFY = "notify", _("moet het eerst melden")
    ASK = "ask", _("moet het eerst vragen")


class Knows(models.TextChoices):
    """An answer to a question that decides."""

    YES = "yes", _("ja")
    NO = "no", _("nee")
    UNSURE = "unsure", _("weet het niet")


class Situation(models.TextChoices):
    """What an information sheet is about. Used to choose a sheet, never stored: it may tell of health."""

    UNEMPLOYMENT = "unemployment", _("volledig werkloos")
    TOP_UP = "top-up", _("deeltijds met toeslag, tijdelijk werkloos, SWT")
    SICKNESS = "sickness", _("ziek of invalide")
    LIVING_WAGE = "living-wage", _("leefloon")
    RECEPTION = "reception", _("in de opvang van Fedasil")
    TIME_CREDIT = "time-credit", _("tijdskrediet")
    FIRST_JOB = "first-job", _("pas van school, zoekt werk")
    ELDERLY = "elderly", _("inkomensgarantie voor ouderen")


class ClearanceStatus(models.TextChoices):
    """Where the duty of a coach stands (domain 4.2)."""

    UNKNOWN = "unknown", _("nog niet gevraagd")
    NONE_NEEDED = "none_needed", _("niets nodig")
    MUST_NOTIFY = "must_notify", _("moet melden, weet het nog niet")
    MUST_ASK = "must_ask", _("moet vragen, weet het nog niet")
    TOLD = "told", _("weet het")
    FILED = "filed", _("ingediend")
    ACCEPTED = "accepted", _("akkoord")
    TACIT = "tacit", _("stilzwijgend akkoord")
    LIMITED = "limited", _("akkoord met grenzen")
    REFUSED = "refused", _("geweigerd")
    EXPIRED = "expired", _("opnieuw te vragen")


class Waits(models.TextChoices):
    """Why a coach's papers ask for attention."""

    TELL = "tell", _("nog te zeggen wat moet")
    FILE = "file", _("nog niet ingediend")
    ANSWER = "answer", _("wacht op antwoord")
    TERM_OVER = "term_over", _("de termijn is voorbij")
    ASK_AGAIN = "ask_again", _("opnieuw te vragen")
    NOTE = "note", _("kreeg de organisatienota nog niet")
    NEW_NOTE = "new_note", _("de organisatienota is veranderd")
    RECORD = "record", _("ziet kinderen, zonder controle van het strafregister")


class Way(models.TextChoices):
    """How somebody got the organisation note."""

    SCREEN = "screen", _("op het scherm")
    PAPER = "paper", _("op papier")
    SPOKEN = "spoken", _("voorgelezen")


class LegalForm(models.TextChoices):
    """What the organisation is before the law (law of 3 July 2005, art. 4)."""

    MUNICIPALITY = "municipality", _("gemeente of stad")
    OCMW = "ocmw", _("OCMW")
    ASSOCIATION = "vzw", _("vzw")
    DE_FACTO = "de_facto", _("feitelijke vereniging")
    OTHER = "other", _("een andere organisatie zonder winst")


class Arranged(models.TextChoices):
    """Who has the insurance (R56)."""

    OWN = "own", _("onze organisatie")
    PARTNER = "partner", _("een partner")
    FREE = "free", _("de gratis verzekering van de Vlaamse overheid")


class RecordWhy(models.TextChoices):
    """Why an extract from the criminal record is asked of a coach, or not (domain 5.7)."""

    FAMILY = "family", _("de coach ziet kinderen van een gezin")
    MINOR = "minor", _("de nieuwkomer is minderjarig of gaat naar school")
    EARLIER = "earlier", _("de coach was al vrijwilliger voor 1 februari 2023")
    YOUNG = "young", _("de coach is zelf minderjarig")
    EXEMPT = "exempt", _("de organisatie is jeugdwerk")
    DECIDED = "decided", _("de organisatie besliste dat het niet hoeft")


class RecordFallback(models.TextChoices):
    """Why there is no extract after an honest effort. More words would tell where somebody comes from."""

    NOT_GIVEN = "not_given", _("de dienst kan het niet geven")
    NO_ANSWER = "no_answer", _("er komt geen antwoord")
    NO_EQUIVALENT = "no_equal", _("er bestaat geen papier dat hetzelfde zegt")

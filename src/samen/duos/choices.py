"""Vocabularies of the duo's life."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DuoStatus(models.TextChoices):
    """Where a duo stands. A pause is no status: it has dates of its own."""

    ACTIVE = "active", _("loopt")
    COMPLETED = "completed", _("afgerond")
    STOPPED = "stopped", _("vroeger gestopt")


class Stage(models.TextChoices):
    """Where two people stand in the life of a duo, from the first idea until after the end (domain 4.2)."""

    PROPOSED = "proposed", _("voorgesteld")
    INTRODUCED = "introduced", _("kennisgemaakt")
    CONFIRMED = "confirmed", _("afgesproken")
    ACTIVE = "active", _("loopt")
    PAUSED = "paused", _("pauze")
    COMPLETED = "completed", _("afgerond")
    STOPPED = "stopped", _("vroeger gestopt")


class Turn(models.TextChoices):
    """What changed in the life of a duo."""

    STARTED = "started", _("gestart")
    END_CHANGED = "end_changed", _("ander einde")
    CLOSED = "closed", _("afgerond")
    REOPENED = "reopened", _("heropend")


class SignedWay(models.TextChoices):
    """How somebody put their name under the agreement."""

    SCREEN = "screen", _("op een scherm")
    OWN_PAGE = "own", _("op de eigen pagina")
    PAPER = "paper", _("op papier")


class Onward(models.TextChoices):
    """What somebody does once their duo is over."""

    AGAIN = "again", _("wil een nieuw duo")
    ALUMNI = "alumni", _("stopt, en hoort graag nog van ons")
    STOPS = "stops", _("stopt")


class ClosingReason(models.TextChoices):
    """Why a duo ended (R7, R8)."""

    PERIOD_OVER = "period_over", _("de periode is voorbij")
    GOES_ON_PRIVATELY = "goes_on_privately", _("zij zien elkaar privé verder")
    MISMATCH = "mismatch", _("het klikte niet")
    MOVED = "moved", _("verhuisd")
    WORK_OR_STUDY = "work_or_study", _("werk of studie")
    NO_LONGER_ABLE = "no_longer_able", _("het lukt niet meer")
    NO_TIME = "no_time", _("geen tijd meer")
    GOAL_REACHED = "goal_reached", _("het doel is bereikt")
    BROKE_AGREEMENTS = "broke_agreements", _("afspraken niet nagekomen")
    LOST_CONTACT = "lost_contact", _("geen contact meer")
    OTHER = "other", _("iets anders")


class PauseReason(models.TextChoices):
    """Why a duo rests. No reason of health or religion is kept."""

    HOLIDAY = "holiday", _("vakantie")
    EXAMS = "exams", _("examens of les")
    WORK = "work", _("werk")
    OTHER = "other", _("iets anders")


class MeetingWay(models.TextChoices):
    """How the two saw or heard each other (R106)."""

    TOGETHER = "together", _("samen op een plek")
    ONLINE = "online", _("met beeld, online")
    PHONE = "phone", _("aan de telefoon")


class NotMetReason(models.TextChoices):
    """Why the two did not see each other, as one of them says. No reason of health is kept."""

    NO_TIME = "no_time", _("geen tijd")
    AWAY = "away", _("weg van huis")
    OTHER_COULD_NOT = "other_could", _("de ander kon niet")
    NO_DAY = "no_day", _("zij vonden geen dag")
    MISSED = "missed", _("zij liepen elkaar mis")
    DIFFICULT = "difficult", _("het loopt moeilijk")
    OTHER = "other", _("iets anders")


class CheckInMoment(models.TextChoices):
    """When each of the two is asked how it goes (R44, R99); the days are the choice of the initiative."""

    FIRST_WEEKS = "first_weeks", _("eerste opvolging")
    SIX_WEEKS = "six_weeks", _("tweede opvolging")
    HALFWAY = "halfway", _("halfweg")
    BEFORE_END = "before_end", _("voor het einde")
    # Only of whoever stopped early, and did not say it before the end (R100).
    AFTER_END = "after_end", _("na het einde")


class HowItGoes(models.TextChoices):
    """An answer with a face."""

    GOOD = "good", _("goed")
    SO_SO = "so_so", _("gaat wel")
    BAD = "bad", _("niet goed")


class CheckInWay(models.TextChoices):
    """How somebody answered."""

    OWN_PAGE = "own_page", _("op de eigen pagina")
    TALK = "talk", _("in een gesprek")


class PlanStatus(models.TextChoices):
    """Where the next time of a duo stands."""

    ASKED = "asked", _("gevraagd")
    AGREED = "agreed", _("afgesproken")
    OFF = "off", _("gaat niet door")


class TookInitiative(models.TextChoices):
    """Who proposed a meeting (R19)."""

    NEWCOMER = "newcomer", _("de nieuwkomer")
    COACH = "coach", _("de coach")
    TOGETHER = "together", _("samen")


class Obligation(models.TextChoices):
    """Whether the participation trajectory of a newcomer is theirs to do (R93)."""

    OBLIGED = "obliged", _("verplicht")
    OPTIONAL = "optional", _("mag, moet niet")
    NOT_APPLICABLE = "not_applicable", _("niet van toepassing")


class Light(models.TextChoices):
    """How a duo stands today; a shape and a word on screen."""

    GOOD = "good", _("loopt goed")
    WARN = "warn", _("let op")
    BAD = "bad", _("bel zelf")
    PAUSE = "pause", _("pauze")
    ENDED = "ended", _("afgerond")

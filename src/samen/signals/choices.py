"""Vocabularies of worries, of what is done about them, and of services to refer to."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Category(models.TextChoices):
    """What a signal is about, in plain words (domain section 4.5; motives: FAQ question 8)."""

    NO_CONTACT = "no_contact", _("geen contact")
    NO_CLICK = "no_click", _("het klikt niet")
    LANGUAGE = "language", _("elkaar niet verstaan")
    TOO_MUCH = "too_much", _("te veel gevraagd")
    MONEY = "money", _("geld of spullen gevraagd")
    MOTIVES = "motives", _("iets anders gezocht dan een duo")
    UNFAIR = "unfair", _("niet goed behandeld")
    UNSAFE = "unsafe", _("niet veilig")
    OTHER_HELP = "other_help", _("andere hulp nodig")
    OTHER = "other", _("iets anders")


class CameFrom(models.TextChoices):
    """By which way a signal reached us: anyone can report (R45)."""

    OWN_PAGE = "own_page", _("eigen pagina")
    PHONE = "phone", _("telefoon")
    TALK = "talk", _("opvolgingsgesprek")
    CHECK_IN = "check_in", _("vraag hoe het gaat")
    GATHERING = "gathering", _("samenkomst")
    INTERMEDIARY = "intermediary", _("tussenpersoon")
    STAFF = "staff", _("zelf gezien of gehoord")


class Seriousness(models.TextChoices):
    """How fast somebody must do something."""

    SERIOUS = "serious", _("ernstig")
    SOON = "soon", _("deze week")
    LOOK = "look", _("in het oog houden")


class CallWhen(models.TextChoices):
    """When somebody may be called."""

    MORNING = "morning", _("in de voormiddag")
    AFTERNOON = "afternoon", _("in de namiddag")
    EVENING = "evening", _("in de avond")
    NOT = "not", _("liever niet")


class Outcome(models.TextChoices):
    """What came of a signal that is closed."""

    SOLVED = "solved", _("opgelost")
    GOES_ON = "goes_on", _("besproken, het duo gaat verder")
    REFERRED = "referred", _("doorverwezen")
    DUO_ENDED = "duo_ended", _("het duo stopte")
    LEFT = "left", _("iemand doet niet meer mee")
    NOTHING = "nothing", _("er was niets nodig")


class Why(models.TextChoices):
    """Why a signal stands on Today."""

    SERIOUS = "serious", _("Ernstig, en nog niet afgerond")
    NEW = "new", _("Nieuw: niemand volgt dit op")
    STEP_DUE = "step_due", _("Er is een stap te doen")
    QUIET = "quiet", _("Al twee weken geen nieuwe stap")


class HelpKind(models.TextChoices):
    """With what a service helps: what is no task of a coach (R107)."""

    HOUSING = "housing", _("wonen")
    MONEY = "money", _("geld en schulden")
    CARE = "care", _("welzijn en zorg")
    RIGHTS = "rights", _("papieren en rechten")
    WORK = "work", _("werk en opleiding")
    DUTCH = "dutch", _("Nederlands leren")
    FAMILY = "family", _("kinderen en gezin")
    SAFETY = "safety", _("veiligheid en geweld")
    OTHER = "other", _("iets anders")


class Feedback(models.TextChoices):
    """What we heard after a hand-over: a choice, so that no story is kept."""

    HELPED = "helped", _("geholpen")
    WAITS = "waits", _("staat op een wachtlijst")
    ELSEWHERE = "elsewhere", _("verder gestuurd naar een andere dienst")
    NO_HELP = "no_help", _("de dienst kon niet helpen")
    NOT_GONE = "not_gone", _("niet gegaan")

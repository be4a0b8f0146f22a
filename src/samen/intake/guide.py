"""The conversation as it runs: parts in a natural order, each with what to say, what to ask and what to note.

The same guide makes the page on a screen and the sheet of paper, so that what was noted on paper is typed
over in the same order. What is asked stands with its reason and its term: nothing is asked without one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samen.base.personal_data import AFTER_LAST_DUO, NOTES, Kept
from samen.initiatives.rules import FollowUp
from samen.intake import spoken, talk_forms
from samen.intake.forms import WishesForm
from samen.people.choices import ConsentKind, Role

Words = str | Promise


class Store(StrEnum):
    """Where the answer to a question is kept: each field by its name, or in a table of its own."""

    FIELDS = "fields"
    WISHES = "wishes"
    NOT_WITH = "not_with"
    CONSENT = "consent"
    NOTE = "note"
    DUTY = "duty"


class Need(StrEnum):
    """For what an answer is missed."""

    MATCHING = "matching"
    PROOF = "proof"
    NICE = "nice"


@dataclass(frozen=True)
class Question:
    """One question: what is asked, what helps the coordinator, what is noted and why it is kept."""

    code: str
    ask: Words
    form: type[forms.Form]
    kept: Kept
    name: Words
    store: Store = Store.FIELDS
    need: Need = Need.NICE
    hint: Words = ""
    probes: tuple[Words, ...] = ()
    consent: ConsentKind | None = None
    # Nothing noted is an answer too, once it was asked.
    may_stay_empty: bool = False
    # Whether a note may stand beside it.
    has_note: bool = True


@dataclass(frozen=True)
class Section:
    """A part of the conversation."""

    code: str
    name: Words
    say: tuple[Words, ...]
    questions: tuple[Question, ...]
    minutes: int = 5

    def say_here(self, follow_up: FollowUp) -> list[Words]:
        """What to say, with the rhythm of the initiative."""
        if not follow_up.is_looser:
            return list(self.say)
        rhythm = spoken.in_another_rhythm(follow_up.rhythm)
        return [rhythm if one is spoken.GOOD_TO_KNOW else one for one in self.say]


_AIM = Kept(
    "proof that the aim and the limits were told and understood (FAQ questions 2, 8, 10)", AFTER_LAST_DUO
)
_MOTIVE = Kept("to hear why somebody wants to take part (FAQ question 8)", NOTES)
_DUTCH = Kept("to advise on the moment to start (FAQ question 11)", AFTER_LAST_DUO)
_MATCH = Kept("to propose somebody who fits (FAQ question 4)", AFTER_LAST_DUO)
_COACH = Kept("to support a coach with what they find hard (FAQ question 3)", NOTES)
_REACH = Kept("to reach somebody in their language (FAQ questions 2 and 6)", AFTER_LAST_DUO)

# ---------- Questions of both ----------

_CONSENTS = (
    Question(
        "voluntary",
        spoken.VOLUNTARY,
        talk_forms.ConsentForm,
        _AIM,
        _("Vrijwillig"),
        store=Store.CONSENT,
        need=Need.PROOF,
        consent=ConsentKind.VOLUNTARY,
        has_note=False,
    ),
    Question(
        "neutral",
        spoken.NEUTRAL,
        talk_forms.ConsentForm,
        _AIM,
        _("Neutraal"),
        store=Store.CONSENT,
        need=Need.PROOF,
        consent=ConsentKind.NEUTRAL,
        has_note=False,
    ),
    Question(
        "privacy",
        spoken.PRIVACY,
        talk_forms.ConsentForm,
        _AIM,
        _("Gegevens"),
        store=Store.CONSENT,
        need=Need.PROOF,
        consent=ConsentKind.PRIVACY,
        has_note=False,
        hint=_("Toon de pagina over gegevens als iemand meer wil weten."),
    ),
)
_REACHED = Section(
    "reach",
    _("Bereikbaar"),
    (),
    (
        Question(
            "reach",
            spoken.REACH,
            talk_forms.ReachForm,
            _REACH,
            _("Telefoon of e-mail"),
            need=Need.MATCHING,
            has_note=False,
            hint=_("Eén van de twee is genoeg. Schrijf de naam zoals iemand hem zelf schrijft."),
        ),
        Question(
            "languages",
            spoken.LANGUAGES,
            talk_forms.LanguagesForm,
            _REACH,
            _("Talen"),
            hint=_("Iemand praat soms wel Nederlands aan tafel, maar niet aan de telefoon."),
        ),
        Question(
            "about",
            spoken.ABOUT_YOU,
            talk_forms.AboutForm,
            _MATCH,
            _("Woonplaats en leeftijd"),
            need=Need.MATCHING,
            has_note=False,
            hint=_(
                "Man of vrouw en leeftijd vragen wij alleen omdat de andere kant er een wens over mag hebben."
            ),
        ),
    ),
    minutes=4,
)


def _wishes(ask: Words, probes: tuple[Words, ...] = ()) -> Section:
    return Section(
        "wishes",
        _("Wensen en vrije tijd"),
        (spoken.SAY_WISHES,),
        (
            Question(
                "free",
                spoken.FREE,
                talk_forms.FreeForm,
                _MATCH,
                _("Vrije momenten"),
                need=Need.MATCHING,
                hint=_("Toon het scherm gerust: iemand mag zelf aanduiden."),
            ),
            Question(
                "wishes",
                ask,
                WishesForm,
                _MATCH,
                _("Wensen"),
                store=Store.WISHES,
                need=Need.MATCHING,
                probes=probes,
                may_stay_empty=True,
                hint=_(
                    "‘Moet’ sluit anderen uit. ‘Liever’ telt mee. ‘Maakt niet uit’ vindt het vlugst iemand."
                ),
            ),
            Question(
                "not_with",
                spoken.NOT_WITH,
                talk_forms.NotWithForm,
                _MATCH,
                _("Niet met"),
                store=Store.NOT_WITH,
                may_stay_empty=True,
                has_note=False,
            ),
        ),
        minutes=7,
    )


_LIFE = (
    Question(
        "likes",
        spoken.LIKES,
        talk_forms.LikesForm,
        _MATCH,
        _("Interesses"),
        need=Need.MATCHING,
    ),
    Question(
        "work",
        spoken.WORK,
        talk_forms.WorkForm,
        _MATCH,
        _("Werk of studie"),
        need=Need.MATCHING,
    ),
    Question(
        "home",
        spoken.HOME,
        talk_forms.HomeForm,
        _MATCH,
        _("Gezin"),
        may_stay_empty=True,
        hint=_("Vraag het alleen als het helpt, bijvoorbeeld om met kinderen af te spreken."),
    ),
    Question(
        "lively",
        spoken.LIVELY,
        talk_forms.LivelyForm,
        Kept(_MATCH.purpose, NOTES),
        _("Stil of uitbundig"),
        need=Need.MATCHING,
        has_note=False,
        hint=_(
            "Wat iemand zelf zegt en wat jij ziet, staan apart. Alleen jouw indruk telt mee bij het zoeken."
        ),
    ),
)
_REST = Question(
    "rest", spoken.REST, talk_forms.TextForm, _MOTIVE, _("Nog iets"), may_stay_empty=True, has_note=False
)

# ---------- A newcomer ----------

NEWCOMER = (
    Section(
        "welcome",
        _("Welkom en uitleg"),
        (spoken.WELCOME, spoken.WHAT_IT_IS, spoken.GOOD_TO_KNOW, spoken.WHAT_IT_IS_NOT),
        (
            Question(
                "understood",
                spoken.UNDERSTOOD,
                talk_forms.ToldForm,
                _AIM,
                _("Uitleg begrepen"),
                need=Need.PROOF,
                hint=_(
                    "Laat het in eigen woorden vertellen. Mag ook in een andere taal. Dit blijft als bewijs."
                ),
            ),
            *_CONSENTS,
        ),
    ),
    _REACHED,
    Section(
        "why",
        _("Waarom doe je mee?"),
        (),
        (
            Question(
                "motive",
                spoken.WHY,
                talk_forms.MotiveForm,
                _MOTIVE,
                _("Motief"),
                need=Need.PROOF,
                probes=spoken.WHY_PROBES,
                hint=_("Vraag dit altijd. Luister of het past bij wat een duo doet."),
            ),
            Question(
                "hope",
                spoken.HOPE,
                talk_forms.TextForm,
                _MOTIVE,
                _("Verwachting"),
                need=Need.PROOF,
                hint=_("Vraag dit altijd, apart van de vorige vraag."),
            ),
            Question(
                "learn",
                spoken.LEARN,
                talk_forms.TextForm,
                _MOTIVE,
                _("Eerste leervragen"),
                may_stay_empty=True,
                hint=_(
                    "Vaak is het antwoord ‘beter Nederlands’. Meer hoeft nog niet: het groeit in het duo."
                ),
            ),
        ),
    ),
    Section(
        "dutch",
        _("Nederlands"),
        (spoken.SAY_DUTCH,),
        (
            Question(
                "indicators",
                spoken.DUTCH,
                talk_forms.IndicatorsForm,
                _DUTCH,
                _("Gesprekje"),
                hint=_("Schat wat je hoort. De vier punten helpen jou, zij zijn geen test."),
            ),
            Question(
                "level",
                spoken.LEVEL,
                talk_forms.LevelForm,
                _DUTCH,
                _("Niveau"),
                hint=_("De richtlijn is 1.2. Dat is een raad en geen voorwaarde."),
            ),
        ),
    ),
    _wishes(spoken.WISHES_NEWCOMER, spoken.WISH_PROBES),
    Section("life", _("Interesses en werk"), (), (*_LIFE, _REST)),
    Section(
        "check",
        _("Drie voorwaarden"),
        (),
        (
            Question(
                "admission",
                _("Voldoet de kandidaat aan de drie voorwaarden?"),
                talk_forms.AdmissionForm,
                Kept("whether somebody can take part (FAQ question 2)", AFTER_LAST_DUO),
                _("Voorwaarden"),
                need=Need.PROOF,
                hint=_("Voor jou, na het gesprek."),
            ),
        ),
        minutes=2,
    ),
)

# ---------- A coach ----------

_COACH_TALK = (
    Section(
        "welcome",
        _("Welkom en uitleg"),
        (spoken.WELCOME, spoken.WHAT_A_COACH_DOES, spoken.GOOD_TO_KNOW, spoken.WHAT_A_COACH_IS_NOT),
        (
            Question(
                "understood",
                spoken.UNDERSTOOD,
                talk_forms.ToldForm,
                _AIM,
                _("Uitleg begrepen"),
                need=Need.PROOF,
            ),
            *_CONSENTS,
        ),
    ),
    _REACHED,
    Section(
        "why",
        _("Waarom coach worden?"),
        (),
        (
            Question(
                "motive",
                spoken.WHY_COACH,
                talk_forms.MotiveForm,
                _MOTIVE,
                _("Motief"),
                need=Need.PROOF,
                probes=spoken.COACH_PROBES,
                hint=_("Vraag dit altijd."),
            ),
            Question(
                "hope",
                spoken.HOPE_COACH,
                talk_forms.TextForm,
                _MOTIVE,
                _("Verwachting"),
                need=Need.PROOF,
                hint=_("Vraag dit altijd, apart van de vorige vraag."),
            ),
        ),
    ),
    Section(
        "qualities",
        _("Kwaliteiten en grenzen"),
        (),
        (
            Question(
                "qualities",
                spoken.QUALITIES,
                talk_forms.QualitiesForm,
                _COACH,
                _("Acht kwaliteiten"),
                hint=_(
                    "Noteer wat je ziet. De coach en de nieuwkomer krijgen dit nooit te zien. Alleen wie de "
                    "eigen gegevens opvraagt, krijgt wat over hem of haar genoteerd is."
                ),
            ),
            Question(
                "neutrality",
                spoken.NEUTRAL,
                talk_forms.NeutralForm,
                _COACH,
                _("Neutraliteit"),
                need=Need.PROOF,
                hint=_("Een coach dringt geen politieke of religieuze ideeën op."),
            ),
            Question(
                "limits",
                spoken.LIMITS,
                talk_forms.TextForm,
                _COACH,
                _("Grenzen"),
                probes=spoken.LIMIT_PROBES,
            ),
            Question("dialect", spoken.DIALECT, talk_forms.DialectForm, _COACH, _("Dialect")),
            Question(
                "knows_place",
                spoken.KNOWS_PLACE,
                talk_forms.TextForm,
                _COACH,
                _("Kent de buurt"),
                may_stay_empty=True,
                has_note=False,
            ),
        ),
        minutes=10,
    ),
    _wishes(spoken.WISHES_COACH),
    Section(
        "life",
        _("Interesses en werk"),
        (),
        (
            *_LIFE,
            Question(
                "capacity",
                spoken.CAPACITY,
                talk_forms.CapacityForm,
                _MATCH,
                _("Hoeveel duo’s"),
                has_note=False,
            ),
            _REST,
        ),
    ),
)

_LAW = Kept(
    "proof that a coach was told what the law asks (FAQ question 12; law of 3 July 2005, art. 4)",
    AFTER_LAST_DUO,
)
DUTIES = Section(
    "duties",
    _("Wat in orde moet zijn"),
    (spoken.SAY_NOTE, spoken.SAY_BENEFIT),
    (
        Question(
            "note",
            spoken.NOTE,
            talk_forms.NoteGivenForm,
            _LAW,
            _("Organisatienota"),
            store=Store.NOTE,
            need=Need.PROOF,
            has_note=False,
        ),
        Question(
            "benefit",
            spoken.BENEFIT,
            talk_forms.DutyForm,
            _LAW,
            _("Uitkering"),
            store=Store.DUTY,
            need=Need.PROOF,
            has_note=False,
            hint=_("Wij bewaren alleen of er iets moet, niet waarom. ‘Weet het niet’ telt als ja."),
        ),
    ),
)
COACH = (*_COACH_TALK, DUTIES)

GUIDES: dict[str, tuple[Section, ...]] = {Role.NEWCOMER: NEWCOMER, Role.COACH: COACH}


def questions(role: str) -> Iterator[Question]:
    """Every question to this role, in order."""
    return (question for section in GUIDES[role] for question in section.questions)


def find_section(role: str, code: str) -> Section | None:
    """The part with this code."""
    return next((section for section in GUIDES[role] if section.code == code), None)

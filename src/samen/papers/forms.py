"""Shape of what is noted about papers."""

from typing import Any

from django import forms
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.base import languages
from samen.base.forms import Cards, DateInput, Segments
from samen.initiatives.models import Initiative
from samen.initiatives.rules import FollowUp
from samen.papers import rules
from samen.papers.actions import NoteWords
from samen.papers.choices import (
    ClearanceStatus,
    Duty,
    Knows,
    LegalForm,
    RecordFallback,
    RecordWhy,
    Way,
)
from samen.papers.models import LONGEST_LIMIT, LONGEST_SENTENCE, OrganisationNote
from samen.papers.record_rules import WHY_ASKED, WHY_NOT
from samen.people.models import Participation

# The unemployment office works in the language of the region.
OF_THE_OFFICE = ("nl", "fr")


def _question(label: Any, missing: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=Knows.choices, widget=Segments, error_messages={"required": missing}
    )


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DateInput(attrs={"class": "middle"}))


def _lines(label: Any, longest: int) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, widget=forms.Textarea(attrs={"rows": 2}))


def _sentence(label: Any, help_text: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=LONGEST_SENTENCE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class BenefitForm(forms.Form):
    """The four questions that decide. Only what follows from the answers is kept, not the answers."""

    unemployment_office = _question(
        gettext_lazy("Krijgt de coach geld van de RVA?"), gettext_lazy("Kies ook een antwoord over de RVA.")
    )
    health_fund = _question(
        gettext_lazy("Krijgt de coach geld van het ziekenfonds, omdat werken niet gaat?"),
        gettext_lazy("Kies ook een antwoord over het ziekenfonds."),
    )
    social_welfare = _question(
        gettext_lazy("Krijgt de coach geld van het OCMW?"),
        gettext_lazy("Kies ook een antwoord over het OCMW."),
    )
    reception = _question(
        gettext_lazy("Krijgt de coach opvang of geld van Fedasil?"),
        gettext_lazy("Kies ook een antwoord over Fedasil."),
    )

    def duty(self) -> Duty:
        """What the coach has to do."""
        return rules.duty_of(self._answers())

    @property
    def has_tacit_term(self) -> bool:
        """Whether silence of the authority is a yes."""
        return rules.has_tacit_term(self._answers())

    def _answers(self) -> rules.Answers:
        return rules.Answers(**{name: self.cleaned_data[name] for name in vars(rules.Answers())})


class ToldForm(forms.Form):
    """In which language the coach heard what to do, and whether it also goes in writing."""

    language = forms.ChoiceField(label=gettext_lazy("In welke taal?"))
    write = forms.BooleanField(
        label=gettext_lazy("Stuur het ook als bericht, in de taal van de coach"), required=False, initial=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "language", [(one.code, one.name) for one in languages.every()])


class FiledForm(forms.Form):
    """When the coach notified or asked."""

    filed_on = _day(gettext_lazy("Wanneer gebeurde dat?"))


class AnswerForm(forms.Form):
    """What the authority said."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Wat is het antwoord?"),
        widget=Segments,
        choices=[
            (ClearanceStatus.ACCEPTED, gettext_lazy("ja")),
            (ClearanceStatus.LIMITED, gettext_lazy("ja, met grenzen")),
            (ClearanceStatus.REFUSED, gettext_lazy("nee")),
        ],
    )
    limited_to = forms.CharField(
        label=gettext_lazy("Welke grenzen?"),
        help_text=gettext_lazy("Schrijf alleen uren of taken. Schrijf niet waarom."),
        max_length=LONGEST_LIMIT,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    answered_on = _day(gettext_lazy("Wanneer kwam het antwoord?"))


class ReceiptForm(forms.Form):
    """How, when and in which language a coach got the organisation note."""

    way = forms.ChoiceField(label=gettext_lazy("Hoe?"), choices=Way.choices, widget=Segments)
    language = forms.ChoiceField(label=gettext_lazy("In welke taal?"))
    given_on = _day(gettext_lazy("Wanneer?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "language", [(one.code, one.name) for one in languages.every()])


class NoteForm(forms.Form):
    """What an initiative says of itself in the organisation note."""

    legal_form = forms.ChoiceField(
        label=gettext_lazy("Wat is de organisatie?"), choices=[("", "–"), *LegalForm.choices], required=False
    )
    aim = _sentence(gettext_lazy("Wat wil de organisatie?"), gettext_lazy("Laat leeg voor onze zin."))
    insurance = _sentence(
        gettext_lazy("Welke verzekering?"),
        gettext_lazy("Maatschappij, nummer van de polis en wat ze dekt."),
    )
    reimbursement = _sentence(
        gettext_lazy("Welke onkosten betaalt de organisatie?"),
        gettext_lazy("Laat leeg als ze er geen betaalt."),
    )
    secrecy = _sentence(gettext_lazy("Wat moet geheim blijven?"), gettext_lazy("Laat leeg voor onze zin."))

    @property
    def words(self) -> NoteWords:
        """What was filled in."""
        return NoteWords(**self.cleaned_data)


def note_initial(note: OrganisationNote | None) -> dict[str, str]:
    """The sentences of a note as the form shows them again."""
    return {name: getattr(note, name) for name in NoteForm.base_fields} if note else {}


class DeclarationForm(forms.Form):
    """What a coach does, for the organisation's part of the declaration (R82)."""

    written_in = forms.ChoiceField(label=gettext_lazy("Taal van het blad"), widget=Segments)
    what = _lines(gettext_lazy("Wat doet de coach?"), 400)
    where = _lines(gettext_lazy("Waar?"), 200)
    how_often = _lines(gettext_lazy("Hoe vaak?"), 120)
    hours = _lines(gettext_lazy("Hoeveel uur?"), 120)
    starts_on = forms.DateField(
        label=gettext_lazy("Vanaf wanneer?"), required=False, widget=DateInput(attrs={"class": "middle"})
    )
    money = _lines(gettext_lazy("Geld"), 200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "written_in", [(code, languages.language(code).name) for code in OF_THE_OFFICE])


def declaration_initial(initiative: Initiative, language: str) -> dict[str, str]:
    """What we know already, in the language of the office."""
    written_in = language if language in OF_THE_OFFICE else languages.DUTCH
    with translation.override(written_in):
        where = _("Op plekken die zij samen kiezen, buitenshuis, in en rond de gemeente.")
        return {
            "written_in": written_in,
            "what": _(
                "Als vrijwilliger een nieuwkomer wegwijs maken "
                "in de buurt, de taal en het leven hier, in een duo."
            ),
            "where": f"{where} {initiative.contact_place}".strip(),
            "how_often": _how_often(initiative.follow_up),
            "hours": _("Ongeveer twee uur per keer, op uren die zij samen kiezen."),
            "money": _("Gratis. Geen loon en geen vergoeding."),
        }


def _how_often(follow_up: FollowUp) -> str:
    if not follow_up.is_looser:
        return _("Minstens om de twee weken, zes tot twaalf maanden lang.")
    return _("Minstens om de %(n)s dagen, zes tot twaalf maanden lang.") % {"n": follow_up.rhythm}


class RecordForm(forms.Form):
    """What came of the criminal-record extract; nothing of what it says is asked (domain 5.7)."""

    SEEN, IMPOSSIBLE, NOT_REQUIRED = "seen", "impossible", "not_required"
    MISSING = {
        SEEN: (
            ("why", gettext_lazy("Kies waarom het nodig is.")),
            ("issued_on", gettext_lazy("Kies de dag.")),
        ),
        IMPOSSIBLE: (
            ("why", gettext_lazy("Kies waarom het nodig is.")),
            ("reason", gettext_lazy("Kies waarom het niet kon.")),
        ),
        NOT_REQUIRED: (("why_not", gettext_lazy("Kies waarom het niet hoeft.")),),
    }

    outcome = forms.ChoiceField(
        label=gettext_lazy("Hoe staat het?"),
        choices=[
            (SEEN, gettext_lazy("ik zag het uittreksel, en het is goed")),
            (IMPOSSIBLE, gettext_lazy("de coach probeerde het, maar het kan niet")),
            (NOT_REQUIRED, gettext_lazy("het hoeft niet")),
        ],
        widget=Cards,
    )
    checked_on = _day(gettext_lazy("Wanneer zag of besliste je dat?"))
    why = forms.ChoiceField(
        label=gettext_lazy("Waarom is het nodig?"),
        choices=[(why, why.label) for why in RecordWhy if why in WHY_ASKED],
        required=False,
        widget=Cards,
    )
    issued_on = forms.DateField(
        label=gettext_lazy("Welke dag staat op het uittreksel?"),
        help_text=gettext_lazy("Samen kijkt of het niet te oud is, en bewaart deze dag niet."),
        required=False,
        widget=DateInput(attrs={"class": "middle"}),
    )
    reason = forms.ChoiceField(
        label=gettext_lazy("Kon het niet? Waarom?"),
        choices=RecordFallback.choices,
        required=False,
        widget=Cards,
    )
    why_not = forms.ChoiceField(
        label=gettext_lazy("Hoeft het niet? Waarom?"),
        choices=[(why, why.label) for why in RecordWhy if why in WHY_NOT],
        required=False,
        widget=Cards,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.quiet = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What belongs to the outcome is filled in."""
        said = super().clean() or {}
        for name, sentence in self.MISSING.get(said.get("outcome", ""), ()):
            if not said.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        return said


def reads(part: Participation) -> str:
    """The language that this person reads, as far as the site speaks it."""
    written = part.person.written_language
    return written if written in languages.codes() else languages.DUTCH


def _choose(form: forms.Form, name: str, options: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = options

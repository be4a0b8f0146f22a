"""Shape of each question of the conversation; a question may have a note beside what is filled in."""

from collections.abc import Iterable, Sequence
from typing import Any, Self

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy

from samen.base.forms import Segments
from samen.base.languages import every
from samen.intake.choices import (
    PERSONALITIES,
    Admission,
    Check,
    Indicator,
    Level,
    Observed,
    Quality,
    Seen,
    Told,
)
from samen.intake.forms import FactsForm
from samen.papers.choices import Knows, Way
from samen.papers.forms import BenefitForm
from samen.people.choices import ConsentWay
from samen.people.forms import DetailsForm
from samen.people.models import Participation

LONGEST_ANSWER, LONGEST_NOTE = 1000, 2000
NOT_ASKED = ("", gettext_lazy("niet gevraagd"))


def part_of(form: type[forms.Form], *names: str) -> type[forms.Form]:
    """The same form with only some of its fields."""
    left_out = {name: None for name in form.base_fields if name not in names}
    return type(form.__name__, (form,), left_out)


def segments(label: Any, choices: Sequence[tuple[str, Any]]) -> forms.ChoiceField:
    """One of a few words, or not asked."""
    return forms.ChoiceField(label=label, required=False, widget=Segments, choices=[NOT_ASKED, *choices])


class TextForm(forms.Form):
    """Own words."""

    text = forms.CharField(
        label=gettext_lazy("Antwoord"),
        required=False,
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class MotiveForm(TextForm):
    """Own words, and whether the coordinator doubts (R25)."""

    doubt = forms.BooleanField(
        label=gettext_lazy("Ik twijfel"),
        help_text=gettext_lazy("Alleen jij en jouw collega’s zien dit. Vraag door en noteer wat je hoort."),
        required=False,
    )


class ToldForm(forms.Form):
    """Whether it is understood."""

    told = segments(gettext_lazy("Begrepen?"), Told.choices)


class ConsentForm(forms.Form):
    """Yes or no, and how it was said."""

    given = segments(gettext_lazy("Antwoord"), [("yes", gettext_lazy("ja")), ("no", gettext_lazy("nee"))])
    way = forms.ChoiceField(
        label=gettext_lazy("Hoe?"),
        required=False,
        widget=Segments,
        initial=ConsentWay.SPOKEN,
        choices=[(way.value, way.label) for way in (ConsentWay.SPOKEN, ConsentWay.SCREEN, ConsentWay.PAPER)],
    )


class LanguagesForm(forms.Form):
    """In which language to call and to write (R10)."""

    phone_language = forms.ChoiceField(label=gettext_lazy("Bellen in het"), required=False)
    written_language = forms.ChoiceField(label=gettext_lazy("Schrijven in het"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.choices = [NOT_ASKED, *((one.code, one.name) for one in every())]  # type: ignore[attr-defined]


class LevelForm(forms.Form):
    """The coordinator's estimate, and the level that somebody knows they have (R13)."""

    language_level = forms.ChoiceField(
        label=gettext_lazy("Jouw schatting"), required=False, choices=[NOT_ASKED, *Level.choices]
    )
    declared = forms.ChoiceField(
        label=gettext_lazy("Wat zegt de kandidaat?"), required=False, choices=[NOT_ASKED, *Level.choices]
    )
    without_words = forms.CharField(
        label=gettext_lazy("Wat lukt zonder woorden?"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Bijvoorbeeld: tekent graag, wijst aan, gebruikt een app om te vertalen."),
    )


class NotWithForm(forms.Form):
    """Whom not to meet, among those on the other side."""

    not_with = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Niet met"),
        required=False,
        coerce=int,
        widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text=gettext_lazy("Kies met Ctrl of Cmd meer dan één. De reden bewaren wij niet."),
    )

    def among(self, others: Iterable[Participation]) -> Self:
        """Those who may be chosen."""
        self.fields["not_with"].choices = [(one.pk, str(one)) for one in others]  # type: ignore[attr-defined]
        return self


class LivelyForm(forms.Form):
    """What somebody says of themselves, and apart from it the coordinator's impression."""

    says = forms.TypedChoiceField(
        label=gettext_lazy("Zegt zelf"),
        required=False,
        coerce=int,
        empty_value=None,
        widget=Segments,
        choices=[NOT_ASKED, *PERSONALITIES],
    )
    personality = forms.TypedChoiceField(
        label=gettext_lazy("Jouw indruk"),
        required=False,
        coerce=int,
        empty_value=None,
        widget=Segments,
        choices=[("", gettext_lazy("weet niet")), *PERSONALITIES],
    )


class NoteGivenForm(forms.Form):
    """How a coach got the organisation note."""

    way = segments(gettext_lazy("Hoe?"), Way.choices)


class DutyForm(BenefitForm):
    """The four questions that decide; only what follows is kept. Unasked, nothing is noted."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for shape in self.fields.values():
            shape.required = False
            shape.choices = [NOT_ASKED, *Knows.choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """All four or none: what must be done hangs on all of them."""
        cleaned = super().clean() or {}
        answered = [name for name in self.fields if cleaned.get(name)]
        if answered:
            for name in self.fields:
                if name not in answered and name not in self.errors:
                    self.add_error(name, str(self.fields[name].error_messages["required"]))
        return cleaned

    @property
    def is_answered(self) -> bool:
        """Whether the four questions were asked."""
        return all(self.cleaned_data.get(name) for name in self.fields)


class NeutralForm(forms.Form):
    """Whether a coach keeps politics and religion out of it (R18)."""

    neutral = segments(gettext_lazy("Jouw indruk"), Check.choices)


class DialectForm(forms.Form):
    """How strong a dialect is."""

    dialect = segments(
        gettext_lazy("Dialect"),
        [
            ("none", gettext_lazy("geen of licht")),
            ("switches", gettext_lazy("praat duidelijk als het moet")),
            ("strong", gettext_lazy("sterk")),
        ],
    )


def checklist(
    labels: type[TextChoices], answers: type[TextChoices], *, notes: bool = False
) -> type[forms.Form]:
    """A line for each of a vocabulary, with one answer each, and a note where asked."""
    fields: dict[str, forms.Field] = {}
    for value, label in labels.choices:
        fields[value] = segments(label, answers.choices)
        if notes:
            fields[f"{value}_note"] = forms.CharField(
                label=gettext_lazy("Wat zag je?"), required=False, max_length=300
            )
    return type(f"{labels.__name__}Form", (forms.Form,), fields)


class AboutForm(part_of(DetailsForm, "postal_code", "birth_year", "gender")):  # type: ignore[misc]
    """Where somebody lives, year of birth, man or woman: what a wish may be about."""

    def clean(self) -> dict[str, Any]:
        """How to reach somebody is asked elsewhere."""
        return forms.Form.clean(self) or {}


AdmissionForm = checklist(Admission, Check)
IndicatorsForm = checklist(Indicator, Seen)
QualitiesForm = checklist(Quality, Observed, notes=True)
ReachForm = part_of(DetailsForm, "given_name", "family_name", "phone", "email")
FreeForm = part_of(FactsForm, "availability")
LikesForm = part_of(FactsForm, "interests")
WorkForm = part_of(FactsForm, "profession")
HomeForm = part_of(FactsForm, "household", "children_bands")
CapacityForm = part_of(FactsForm, "capacity")

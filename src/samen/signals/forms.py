"""Shape of what is filled in about signals, services and hand-overs."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.base.forms import Cards, DateInput, Segments, read_or_refuse
from samen.base.phones import to_e164
from samen.people.models import Participation
from samen.signals import queries
from samen.signals.actions import ServiceWords, Told
from samen.signals.choices import CameFrom, Category, Feedback, HelpKind, Outcome, Seriousness
from samen.signals.models import LONGEST_NOTE, LONGEST_STEP, LONGEST_TEXT, LONGEST_WEB, Service


def _capitals(choices: Any) -> list[tuple[str, Any]]:
    """Labels as they stand alone: with a capital."""
    return [(value, label[:1].upper() + label[1:]) for value, label in choices]


class ReportForm(forms.Form):
    """What a member of staff heard or saw."""

    part = forms.TypedChoiceField(
        label=gettext_lazy("Over wie gaat het?"), coerce=int, empty_value=None, required=False
    )
    category = forms.ChoiceField(
        label=gettext_lazy("Waarover gaat het?"),
        widget=Cards(attrs={"across": True}),
        error_messages={"required": gettext_lazy("Kies waarover het gaat.")},
    )
    came_from = forms.ChoiceField(
        label=gettext_lazy("Hoe hoorde je het?"),
        widget=Segments,
        initial=CameFrom.PHONE,
    )
    seriousness = forms.ChoiceField(
        label=gettext_lazy("Hoe dringend is het?"),
        required=False,
        widget=Segments,
        help_text=gettext_lazy("Weet je het niet? Laat het leeg: Samen stelt iets voor."),
    )
    text = forms.CharField(
        label=gettext_lazy("Wat hoorde je?"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "Kort, en alleen wat nodig is. Schrijf niets over ziekte, geloof of verblijfspapieren."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(part.pk, _who(part)) for part in queries.who_may_be_meant()]
        self.fields["part"].choices = [("", _("niemand in het bijzonder")), *people]  # type: ignore[attr-defined]
        self.fields["category"].choices = _capitals(Category.choices)  # type: ignore[attr-defined]
        ways = [way for way in CameFrom.choices if way[0] not in {CameFrom.OWN_PAGE, CameFrom.CHECK_IN}]
        self.fields["came_from"].choices = _capitals(ways)  # type: ignore[attr-defined]
        self.fields["seriousness"].choices = _capitals(Seriousness.choices)  # type: ignore[attr-defined]

    def told(self) -> Told:
        """What was filled in."""
        said = self.cleaned_data
        return Told(
            category=Category(said["category"]),
            text=said["text"],
            came_from=CameFrom(said["came_from"]),
            seriousness=Seriousness(said["seriousness"]) if said["seriousness"] else None,
        )


class CheckInForm(forms.Form):
    """What a check-in is about."""

    category = forms.ChoiceField(
        label=gettext_lazy("Waarover gaat het?"),
        widget=Cards(attrs={"across": True}),
        error_messages={"required": gettext_lazy("Kies waarover het gaat.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = _capitals(Category.choices)  # type: ignore[attr-defined]


def _who(part: Participation) -> str:
    return f"{part.person} ({part.get_role_display()})"


class StepForm(forms.Form):
    """Something to do, or that was done."""

    what = forms.CharField(
        label=gettext_lazy("Wat doe je?"),
        max_length=LONGEST_STEP,
        error_messages={"required": gettext_lazy("Schrijf wat je doet.")},
        help_text=gettext_lazy("Bijvoorbeeld: bellen met allebei apart."),
    )
    due_on = forms.DateField(
        label=gettext_lazy("Welke dag?"),
        widget=DateInput,
        error_messages={"required": gettext_lazy("Kies een dag.")},
    )
    is_done = forms.BooleanField(label=gettext_lazy("Dit is al gedaan"), required=False)


class WeighForm(forms.Form):
    """How serious it is."""

    seriousness = forms.ChoiceField(choices=Seriousness.choices)


class OwnerForm(forms.Form):
    """Who follows it up."""

    owner = forms.TypedChoiceField(coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = list(queries.readers().items())  # type: ignore[attr-defined]


class CloseForm(forms.Form):
    """How it ended."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Hoe liep het af?"),
        widget=Cards,
        error_messages={"required": gettext_lazy("Kies hoe het afliep.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = _capitals(Outcome.choices)  # type: ignore[attr-defined]


class ServiceForm(forms.Form):
    """Name, with what it helps, and how to reach it."""

    name = forms.CharField(
        label=gettext_lazy("Naam"),
        max_length=120,
        error_messages={"required": gettext_lazy("Vul een naam in.")},
        help_text=gettext_lazy("Bijvoorbeeld: OCMW, Huis van het Kind, wijkgezondheidscentrum."),
    )
    helps_with = forms.ChoiceField(
        label=gettext_lazy("Waarmee helpt deze dienst?"),
        choices=[("", gettext_lazy("kies iets")), *HelpKind.choices],
        error_messages={"required": gettext_lazy("Kies waarmee deze dienst helpt.")},
    )
    phone = forms.CharField(
        label=gettext_lazy("Telefoon"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    web = forms.URLField(
        label=gettext_lazy("Website"),
        max_length=LONGEST_WEB,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": gettext_lazy("Dit is geen webadres. Kijk het na: www.voorbeeld.be.")},
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )
    address = forms.CharField(label=gettext_lazy("Adres"), max_length=160, required=False)
    hours = forms.CharField(
        label=gettext_lazy("Wanneer open?"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Bijvoorbeeld: elke werkdag van 9 tot 12 uur, zonder afspraak."),
    )
    note = forms.CharField(
        label=gettext_lazy("Goed om te weten"),
        max_length=LONGEST_NOTE,
        required=False,
        help_text=gettext_lazy("Bijvoorbeeld: breng je identiteitskaart mee, of: men spreekt er Arabisch."),
    )

    def clean_name(self) -> str:
        """On one line."""
        return " ".join(self.cleaned_data["name"].split())

    def clean_phone(self) -> str:
        """The number in international form; a short number of three or four digits stays as it is."""
        typed = self.cleaned_data["phone"].strip()
        if typed.isascii() and typed.isdigit() and len(typed) in {3, 4}:
            return str(typed)
        return read_or_refuse(
            typed,
            to_e164,
            _("‘%(text)s’ is geen telefoonnummer. Kijk het na: 0470 12 34 56 of +32 470 12 34 56."),
        )

    def words(self) -> ServiceWords:
        """What was filled in."""
        return ServiceWords(**self.cleaned_data)

    @staticmethod
    def initial_of(service: Service) -> dict[str, Any]:
        """What is known already."""
        return {name: getattr(service, name) for name in ServiceForm.base_fields}


class HandOverForm(forms.Form):
    """To which service, and that the person agrees."""

    service = forms.TypedChoiceField(
        label=gettext_lazy("Naar welke dienst?"),
        coerce=int,
        error_messages={"required": gettext_lazy("Kies een dienst.")},
    )
    agreed = forms.BooleanField(
        required=False,
        help_text=gettext_lazy("Zonder dat geef je niemand door."),
    )

    def __init__(self, *args: Any, name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = [
            (kind.label.capitalize(), [(one.pk, one.name) for one in ones])
            for kind, ones in queries.by_kind(queries.services())
        ]
        self.fields["service"].choices = [("", _("kies een dienst")), *groups]  # type: ignore[attr-defined]
        self.fields["agreed"].label = _("%(name)s weet dit en vindt het goed") % {"name": name}
        self.who = name

    def clean_agreed(self) -> bool:
        """Asked first."""
        if not self.cleaned_data["agreed"]:
            raise forms.ValidationError(_("Vraag het eerst aan %(name)s zelf.") % {"name": self.who})
        return True


class FeedbackForm(forms.Form):
    """How it went at the service."""

    feedback = forms.ChoiceField(
        label=gettext_lazy("Hoe ging het?"),
        widget=Cards,
        error_messages={"required": gettext_lazy("Kies wat je hoorde.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["feedback"].choices = _capitals(Feedback.choices)  # type: ignore[attr-defined]

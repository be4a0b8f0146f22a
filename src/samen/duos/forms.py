"""Shape of what is noted about a duo."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.base.errors import Refused
from samen.base.forms import DateInput, Segments
from samen.duos import rules
from samen.duos.check_in_actions import Said
from samen.duos.choices import (
    ClosingReason,
    HowItGoes,
    MeetingWay,
    Obligation,
    Onward,
    PauseReason,
    TookInitiative,
)
from samen.duos.guards import Ground
from samen.duos.hours_actions import Certificate
from samen.duos.life_actions import Farewell
from samen.duos.models import LONGEST_COUNSELLOR, LONGEST_WHAT, LONGEST_WHY, MOST_SCORE, Duo
from samen.people.choices import Role

OTHER_DAY = "other"
SCORE_LABELS = {
    "speaking": gettext_lazy("Nederlands spreken"),
    "network": gettext_lazy("Mensen kennen"),
    "finding_way": gettext_lazy("De weg vinden"),
    "experience": gettext_lazy("Coach zijn"),
}


def _day(label: Any, missing: Any, **known: Any) -> forms.DateField:
    """A day; `missing` is what to do when there is none."""
    told = {"required": missing, "invalid": gettext_lazy("Die dag bestaat niet. Kies een andere dag.")}
    return forms.DateField(label=label, widget=DateInput, error_messages=told, **known)


def _yes_no() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        coerce={"yes": True, "no": False}.get,
        empty_value=None,
        required=False,
        widget=Segments,
        choices=[
            ("yes", gettext_lazy("ja")),
            ("no", gettext_lazy("nee")),
            ("", gettext_lazy("niet gevraagd")),
        ],
    )


class MeetingForm(forms.Form):
    """When, how long, who proposed it, what they did."""

    day = forms.ChoiceField(label=gettext_lazy("Wanneer?"), widget=Segments)
    other_day = forms.DateField(label=gettext_lazy("Welke andere dag?"), required=False, widget=DateInput)
    minutes = forms.TypedChoiceField(
        label=gettext_lazy("Hoe lang?"),
        coerce=int,
        initial=120,
        widget=Segments,
        choices=[
            (60, gettext_lazy("1 uur")),
            (90, gettext_lazy("anderhalf uur")),
            (120, gettext_lazy("2 uur")),
            (180, gettext_lazy("3 uur")),
            (240, gettext_lazy("4 uur")),
        ],
    )
    way = forms.TypedChoiceField(
        label=gettext_lazy("Hoe zagen zij elkaar?"),
        choices=MeetingWay.choices,
        coerce=MeetingWay,
        empty_value=MeetingWay.TOGETHER,
        required=False,
        initial=MeetingWay.TOGETHER,
        widget=Segments,
    )
    proposed_by = forms.ChoiceField(
        label=gettext_lazy("Wie stelde het voor?"), required=False, widget=Segments
    )
    activity = forms.CharField(
        label=gettext_lazy("Wat deden zij?"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy("Bijvoorbeeld: samen naar de markt."),
    )

    def __init__(self, *args: Any, duo: Duo, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        saturday = today - timedelta(days=(today.weekday() - 5) % 7 or 7)
        days = {today: _("Vandaag"), today - timedelta(days=1): _("Gisteren")}
        days.setdefault(saturday, date_format(saturday, "l j").capitalize())
        choices = [(day.isoformat(), word) for day, word in days.items()]
        self._choices(  # the two are called by their names
            day=[*choices, (OTHER_DAY, _("Een andere dag"))],
            proposed_by=[
                (TookInitiative.NEWCOMER, duo.newcomer.person.given_name),
                (TookInitiative.COACH, duo.coach.person.given_name),
                (TookInitiative.TOGETHER, TookInitiative.TOGETHER.label),
            ],
        )
        self.fields["day"].initial = today.isoformat()
        self.fields["way"].quiet = True  # type: ignore[attr-defined]

    def _choices(self, **choices: Any) -> None:
        for name, options in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = options

    def clean(self) -> dict[str, Any]:
        """Another day must be named."""
        cleaned = super().clean() or {}
        if (
            cleaned.get("day") == OTHER_DAY
            and not cleaned.get("other_day")
            and "other_day" not in self.errors
        ):
            self.add_error("other_day", _("Kies de dag waarop zij elkaar zagen."))
        return cleaned

    @property
    def met_on(self) -> date:
        """The day that was chosen."""
        day: str = self.cleaned_data["day"]
        other: date = self.cleaned_data["other_day"]
        return other if day == OTHER_DAY else date.fromisoformat(day)


class SameForm(forms.Form):
    """Whether a meeting is the one that was noted first, or another."""

    first = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    same = forms.ChoiceField(choices=[("yes", gettext_lazy("één keer")), ("no", gettext_lazy("twee keer"))])

    @property
    def is_one(self) -> bool:
        """Whether they say that it was one meeting."""
        return bool(self.cleaned_data["same"] == "yes")


class PauseForm(forms.Form):
    """From when until when, and why."""

    from_on = _day(gettext_lazy("Van"), gettext_lazy("Kies de eerste dag van de pauze."))
    until_on = _day(gettext_lazy("Tot en met"), gettext_lazy("Kies de laatste dag van de pauze."))
    reason = forms.ChoiceField(
        label=gettext_lazy("Waarom?"),
        choices=PauseReason.choices,
        widget=Segments,
        error_messages={"required": gettext_lazy("Kies waarom zij pauze nemen.")},
    )


class PeriodForm(forms.Form):
    """The agreed period: six to twelve calendar months (FAQ question 1)."""

    starts_on = forms.DateField(label=gettext_lazy("Start"), widget=DateInput)
    months = forms.TypedChoiceField(
        label=gettext_lazy("Hoe lang?"),
        coerce=int,
        required=False,
        empty_value=None,
        widget=Segments,
        initial=12,
        choices=[
            (6, gettext_lazy("6 maanden")),
            (9, gettext_lazy("9 maanden")),
            (12, gettext_lazy("12 maanden")),
            ("", gettext_lazy("een andere dag")),
        ],
    )
    ends_on = forms.DateField(label=gettext_lazy("Of een ander einde"), required=False, widget=DateInput)
    with_children = forms.BooleanField(
        label=gettext_lazy("De kinderen doen mee"),
        help_text=gettext_lazy("Een gezin als nieuwkomer. Dan gelden er regels voor de coach."),
        required=False,
    )
    tell = forms.BooleanField(
        label=gettext_lazy("Stuur allebei een bericht in hun taal"), required=False, initial=True
    )

    def clean(self) -> dict[str, Any]:
        """An end within the allowed span."""
        cleaned = super().clean() or {}
        starts_on, months, ends_on = cleaned.get("starts_on"), cleaned.get("months"), cleaned.get("ends_on")
        if not starts_on:
            return cleaned
        if ends_on is None and months:
            cleaned["ends_on"] = ends_on = rules.add_months(starts_on, months)
        if ends_on is None and "ends_on" not in self.errors:
            self.add_error("ends_on", _("Kies hoe lang het duo duurt, of een dag waarop het eindigt."))
        elif ends_on and not rules.period_is_allowed(starts_on, ends_on):
            self.add_error("ends_on", period_sentence(starts_on, ends_on))
        return cleaned


class StartForm(PeriodForm):
    """The period, who was told what, and why it begins when something is not in order."""

    rules_told = forms.BooleanField(
        label=gettext_lazy("Ik legde aan allebei de vier regels uit. Zij willen zelf meedoen."),
        error_messages={
            "required": gettext_lazy("Leg eerst aan allebei de vier regels uit, en duid het hier aan.")
        },
    )
    note_given = forms.BooleanField(
        label=gettext_lazy("Ik geef de coach nu de organisatienota"), required=False
    )
    why = forms.CharField(
        label=gettext_lazy("Waarom toch?"),
        max_length=LONGEST_WHY,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy(
            "Alleen nodig als hierboven iets niet in orde is, of als de startdag al voorbij is."
        ),
    )
    field_order = (
        "months",
        "starts_on",
        "ends_on",
        "with_children",
        "rules_told",
        "note_given",
        "why",
        "tell",
    )

    def ground(self) -> Ground:
        """What the coordinator says at the start."""
        held = self.cleaned_data
        return Ground(rules_told=held["rules_told"], note_given=held["note_given"], why=held["why"])

    def refuse(self, refusal: Refused) -> None:
        """Put a refusal where it can be mended."""
        places = {"no_receipt": "note_given", "needs_reason": "why", "period": "ends_on"}
        self.add_error(places.get(refusal.code), refusal.sentence)


class EndsForm(forms.Form):
    """From when until when duos ended or are to end."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from"] = forms.DateField(label=_("Einde van"), widget=DateInput)
        self.fields["until"] = forms.DateField(label=_("tot en met"), widget=DateInput)

    def clean(self) -> dict[str, Any]:
        """The first day is not after the last one."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("from"), cleaned.get("until")
        if first and last and first > last:
            self.add_error("until", _("Deze dag ligt voor de eerste. Kies een latere dag."))
        return cleaned

    def period(self) -> rules.Span:
        """The first and the last day."""
        return self.cleaned_data["from"], self.cleaned_data["until"]


class EndForm(forms.Form):
    """Another end, and why if somebody wants to say it."""

    ends_on = _day(gettext_lazy("Nieuw einde"), gettext_lazy("Kies tot welke dag het duo duurt."))
    why = forms.CharField(
        label=gettext_lazy("Waarom een ander einde?"),
        max_length=LONGEST_WHY,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Dit staat op de tijdlijn."),
    )

    def __init__(self, *args: Any, duo: Duo, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._starts_on = duo.starts_on
        first, last = (date_format(day, "j F Y") for day in rules.allowed_ends(duo.starts_on))
        allowed = _("Een duo duurt zes tot twaalf maanden: tussen %(first)s en %(last)s.")
        self.fields["ends_on"].help_text = allowed % {"first": first, "last": last}

    def clean_ends_on(self) -> date:
        """An end within the allowed span."""
        ends_on: date = self.cleaned_data["ends_on"]
        if not rules.period_is_allowed(self._starts_on, ends_on):
            raise forms.ValidationError(period_sentence(self._starts_on, ends_on))
        return ends_on


class ClosingForm(forms.Form):
    """How a duo ends: when and why, what each does next, whether they keep in touch."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Waarom stopt het duo?"),
        choices=[("", gettext_lazy("kies waarom")), *ClosingReason.choices],
        error_messages={"required": gettext_lazy("Kies waarom het duo stopt.")},
    )
    on = _day(gettext_lazy("Laatste dag"), gettext_lazy("Kies de laatste dag van het duo."))
    why = forms.CharField(
        label=gettext_lazy("Waarom noteer je het nu pas?"),
        max_length=LONGEST_WHY,
        required=False,
        help_text=gettext_lazy("Alleen nodig als die dag al voorbij is."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    newcomer_onward = forms.ChoiceField(choices=Onward.choices, widget=Segments, initial=Onward.AGAIN)
    coach_onward = forms.ChoiceField(choices=Onward.choices, widget=Segments, initial=Onward.AGAIN)
    newcomer_shares = _yes_no()
    coach_shares = _yes_no()
    tell = forms.BooleanField(
        label=gettext_lazy("Bedank allebei met een bericht in hun taal"),
        help_text=gettext_lazy("De reden staat er niet in."),
        required=False,
    )

    def __init__(self, *args: Any, duo: Duo, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for role, part in ((Role.NEWCOMER, duo.newcomer), (Role.COACH, duo.coach)):
            name = {"name": part.person.given_name}
            self.fields[f"{role}_onward"].label = _("Wat doet %(name)s nu?") % name
            self.fields[f"{role}_shares"].label = (
                _("Mag de ander het nummer van %(name)s houden, om elkaar privé te zien?") % name
            )
            # "Not asked" is an answer of its own.
            self.fields[f"{role}_shares"].quiet = True  # type: ignore[attr-defined]

    def farewell(self) -> Farewell:
        """The checked ending."""
        held = self.cleaned_data
        return Farewell(
            reason=ClosingReason(held["reason"]),
            on=held["on"],
            why=held["why"],
            newcomer_onward=held["newcomer_onward"],
            coach_onward=held["coach_onward"],
            newcomer_shares=held["newcomer_shares"],
            coach_shares=held["coach_shares"],
        )

    def refuse(self, refusal: Refused) -> None:
        """Put a refusal where it can be mended."""
        self.add_error("why" if refusal.code == "needs_reason" else "on", refusal.sentence)


class ReopenForm(forms.Form):
    """Why a duo that was over begins again."""

    why = forms.CharField(
        label=gettext_lazy("Waarom begint dit duo weer?"),
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": gettext_lazy("Schrijf waarom dit duo weer begint.")},
    )


def period_sentence(starts_on: date, ends_on: date) -> str:
    """What is wrong with an end, and which days are allowed."""
    first, last = rules.allowed_ends(starts_on)
    values = {
        "day": date_format(ends_on, "j F Y"),
        "first": date_format(first, "j F Y"),
        "last": date_format(last, "j F Y"),
    }
    if ends_on < first:
        return (
            _("%(day)s is vroeger dan zes maanden na de start. Kies een dag tussen %(first)s en %(last)s.")
            % values
        )
    return (
        _("%(day)s is later dan twaalf maanden na de start. Kies een dag tussen %(first)s en %(last)s.")
        % values
    )


# After a duo that stopped early: the same three things, as they were.
OVER_LABELS = {
    "going": gettext_lazy("Hoe was het?"),
    "enough": gettext_lazy("Zagen zij elkaar genoeg?"),
    "limits": gettext_lazy("Was het te veel?"),
}


class CheckInForm(forms.Form):
    """How it goes, as somebody tells it in a talk; or how it was, once the duo is over."""

    going = forms.ChoiceField(label=gettext_lazy("Hoe gaat het?"), choices=HowItGoes.choices, widget=Segments)
    enough = forms.ChoiceField(
        label=gettext_lazy("Zien zij elkaar genoeg?"),
        choices=[
            (HowItGoes.GOOD, gettext_lazy("ja")),
            (HowItGoes.SO_SO, gettext_lazy("het kan beter")),
            (HowItGoes.BAD, gettext_lazy("nee")),
        ],
        widget=Segments,
    )
    limits = forms.ChoiceField(
        label=gettext_lazy("Vraagt de ander te veel?"),
        choices=[
            (HowItGoes.GOOD, gettext_lazy("nee")),
            (HowItGoes.SO_SO, gettext_lazy("soms")),
            (HowItGoes.BAD, gettext_lazy("ja")),
        ],
        widget=Segments,
    )
    note = forms.CharField(
        label=gettext_lazy("Nota"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "Alleen jullie lezen dit. Schrijf niets over gezondheid, geloof, afkomst of politiek."
        ),
    )

    def __init__(self, *args: Any, scores: Sequence[str], is_over: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in OVER_LABELS.items() if is_over else ():
            self.fields[name].label = label
        self.scores = tuple(scores)
        for name in scores:
            self.fields[name] = forms.TypedChoiceField(
                label=SCORE_LABELS[name],
                help_text=gettext_lazy("Van 1 tot 5, zoals de persoon het zelf zegt."),
                coerce=int,
                empty_value=None,
                required=False,
                choices=[("", gettext_lazy("niet gezegd")), *((n, str(n)) for n in range(1, MOST_SCORE + 1))],
                widget=Segments,
            )
        self.order_fields(["going", "enough", "limits", *scores, "note"])

    def said(self) -> Said:
        """The checked answers."""
        held = self.cleaned_data
        return Said(
            going=held["going"],
            enough=held["enough"],
            limits=held["limits"],
            scores={name: held[name] for name in self.scores},
        )


class FollowUpForm(forms.Form):
    """What came of it."""

    note = forms.CharField(
        label=gettext_lazy("Wat spraken jullie af?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class HoursField(forms.DecimalField):
    """A number of hours, with a comma or a point."""

    def to_python(self, value: Any) -> Any:
        """The number that was written."""
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class ElsewhereForm(forms.Form):
    """Hours of the newcomer outside the duo (R92)."""

    what = forms.CharField(
        label=gettext_lazy("Wat deed de nieuwkomer?"),
        max_length=LONGEST_WHAT,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy("Bijvoorbeeld: helpen in het repaircafé."),
    )
    hours = HoursField(
        label=gettext_lazy("Hoeveel uur?"),
        max_digits=4,
        decimal_places=1,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "decimal"}),
    )
    on = forms.DateField(label=gettext_lazy("Wanneer?"), widget=DateInput)


class CertificateForm(forms.Form):
    """Whether the newcomer must, and how far the certificate is (R93)."""

    obligation = forms.ChoiceField(
        label=gettext_lazy("Is het traject verplicht?"),
        choices=[("", gettext_lazy("weten wij niet")), *Obligation.choices],
        required=False,
        widget=Segments,
    )
    counsellor = forms.CharField(
        label=gettext_lazy("Naam van de trajectbegeleider"),
        max_length=LONGEST_COUNSELLOR,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    asked_on = forms.DateField(
        label=gettext_lazy("Wanneer vroeg de nieuwkomer het bewijs?"), required=False, widget=DateInput
    )
    signed_on = forms.DateField(
        label=gettext_lazy("Wanneer tekenden jullie het?"), required=False, widget=DateInput
    )
    handed_over_on = forms.DateField(
        label=gettext_lazy("Wanneer kreeg de begeleider het?"), required=False, widget=DateInput
    )

    def certificate(self) -> Certificate:
        """What was filled in."""
        return Certificate(**self.cleaned_data)

"""Shape of facts and wishes."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.base.clock import BRUSSELS
from samen.base.forms import DateInput, Segments, TimeInput
from samen.intake.actions import Facts, WishedFor
from samen.intake.choices import CHILDREN_BANDS, PERSONALITIES, Household, Strength, Wanted
from samen.intake.models import Profile, Wish
from samen.intake.week import DAYPARTS, WEEKDAYS
from samen.people.choices import Gender, Role

SLOTS = 21
# A comma or a semicolon, also as keyboards in Arabic letters have them.
_BETWEEN = re.compile("[,;،؛\n]")


class AvailabilityInput(forms.Widget):
    """Seven days by three parts of the day, each a box to tick."""

    template_name = "intake/availability.html"
    use_fieldset = True

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Rows are days, so that the grid fits 320 px."""
        context = super().get_context(name, value, attrs)
        bits = int(value or 0)
        context["dayparts"] = list(zip(DAYPARTS, ("sunrise", "sun", "moon"), strict=True))
        context["days"] = [
            (day, [(row * 3 + part, DAYPARTS[part], bool(bits >> (row * 3 + part) & 1)) for part in range(3)])
            for row, day in enumerate(WEEKDAYS)
        ]
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> int | None:
        """The ticked boxes as bits; None when none is ticked, which means unknown."""
        ticked = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        if ticked is None or isinstance(ticked, int):
            # Bits that were kept: an answer of earlier, looked at again.
            return ticked
        bits = 0
        for text in ticked:
            if text.isascii() and text.isdigit() and int(text) < SLOTS:
                bits |= 1 << int(text)
        return bits or None

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Unticked boxes are never sent."""
        return False


class WordsField(forms.CharField):
    """Words with commas between them."""

    def to_python(self, value: Any) -> Any:
        """A sorted list of words in lower case."""
        # PostgreSQL keeps no NUL.
        text = (super().to_python(value) or "").replace("\x00", "")
        return sorted({word.strip().lower() for word in _BETWEEN.split(text) if word.strip()})

    def prepare_value(self, value: Any) -> Any:
        """Back to words with commas."""
        return ", ".join(value) if isinstance(value, list) else value

    def validate(self, value: Any) -> None:
        """Any words will do; may stay empty."""

    def run_validators(self, value: Any) -> None:
        """No word is longer than a line."""
        if any(len(word) > 60 for word in value):
            raise forms.ValidationError(_("Eén van de woorden is te lang. Zet komma’s tussen de woorden."))


class FactsForm(forms.Form):
    """What matching uses."""

    availability = forms.IntegerField(
        label=gettext_lazy("Wanneer vrij?"), required=False, widget=AvailabilityInput
    )
    interests = WordsField(
        label=gettext_lazy("Interesses"),
        required=False,
        help_text=gettext_lazy("Met een komma ertussen: koken, fietsen, muziek."),
    )
    profession = forms.CharField(label=gettext_lazy("Werk of studie"), max_length=80, required=False)
    personality = forms.TypedChoiceField(
        label=gettext_lazy("Stil of uitbundig?"),
        required=False,
        coerce=int,
        empty_value=None,
        widget=Segments,
        choices=[("", gettext_lazy("weet niet")), *PERSONALITIES],
    )
    language_level = forms.CharField(
        label=gettext_lazy("Niveau Nederlands"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("Bijvoorbeeld 1.2. Mag leeg: veel mensen weten het niet."),
    )
    household = forms.ChoiceField(
        label=gettext_lazy("Woont"),
        required=False,
        choices=[("", gettext_lazy("niet gevraagd")), *Household.choices],
        widget=Segments,
    )
    children_bands = forms.MultipleChoiceField(
        label=gettext_lazy("Leeftijd van de kinderen"),
        required=False,
        choices=CHILDREN_BANDS,
        widget=forms.CheckboxSelectMultiple,
    )
    capacity = forms.TypedChoiceField(
        label=gettext_lazy("Hoeveel duo’s tegelijk?"),
        coerce=int,
        required=False,
        empty_value=1,  # type: ignore[arg-type]
        choices=[(n, str(n)) for n in range(1, 5)],
        widget=Segments,
        initial=1,
    )

    def facts(self) -> Facts:
        """The checked facts."""
        return Facts(**self.cleaned_data)

    @staticmethod
    def initial_of(profile: Profile | None) -> dict[str, Any]:
        """What is known already."""
        return {name: getattr(profile, name) for name in FactsForm.base_fields} if profile else {}

    def for_role(self, role: str) -> "FactsForm":
        """Leave out what is not asked of this role."""
        del self.fields["language_level" if role == Role.COACH else "capacity"]
        return self


def _strength(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, required=False, choices=Strength.choices, initial=Strength.NO_MATTER, widget=Segments
    )


class WishesForm(forms.Form):
    """The four wishes of FAQ question 4, each must, rather or no matter."""

    wish_gender = forms.ChoiceField(
        label=gettext_lazy("Liefst een"),
        required=False,
        choices=[("", gettext_lazy("maakt niet uit")), *Gender.choices],
    )
    wish_gender_strength = _strength(gettext_lazy("Hoe sterk?"))
    wish_age_min = forms.IntegerField(
        label=gettext_lazy("Niet jonger dan"), required=False, min_value=12, max_value=110
    )
    wish_age_max = forms.IntegerField(
        label=gettext_lazy("Niet ouder dan"), required=False, min_value=12, max_value=110
    )
    wish_age_strength = _strength(gettext_lazy("Hoe sterk?"))
    wish_max_km = forms.IntegerField(
        label=gettext_lazy("Niet verder dan (km)"), required=False, min_value=1, max_value=300
    )
    wish_km_strength = _strength(gettext_lazy("Hoe sterk?"))
    wish_time_strength = _strength(gettext_lazy("Een moment waarop allebei vrij zijn"))

    def clean(self) -> dict[str, Any]:
        """Ages in order; a strength without a wish says what is missing."""
        cleaned = super().clean() or {}
        low, high = cleaned.get("wish_age_min"), cleaned.get("wish_age_max")
        if low and high and low > high:
            self.add_error("wish_age_max", _("Deze leeftijd ligt onder de andere. Draai ze om."))
        if _asked(cleaned, "wish_gender_strength") and not cleaned.get("wish_gender"):
            self.add_error("wish_gender", _("Kies man of vrouw, of zet de wens op ‘maakt niet uit’."))
        if _asked(cleaned, "wish_age_strength") and not low and not high and not self.errors:
            self.add_error("wish_age_min", _("Vul een leeftijd in, of zet de wens op ‘maakt niet uit’."))
        if (
            _asked(cleaned, "wish_km_strength")
            and not cleaned.get("wish_max_km")
            and "wish_max_km" not in self.errors
        ):
            self.add_error("wish_max_km", _("Vul een afstand in, of zet de wens op ‘maakt niet uit’."))
        return cleaned

    def wishes(self) -> list[WishedFor]:
        """The checked wishes."""
        cleaned = self.cleaned_data
        candidates = (
            WishedFor(
                Wanted.GENDER, _as_strength(cleaned, "wish_gender_strength"), gender=cleaned["wish_gender"]
            ),
            WishedFor(
                Wanted.AGE,
                _as_strength(cleaned, "wish_age_strength"),
                age_min=cleaned["wish_age_min"],
                age_max=cleaned["wish_age_max"],
            ),
            WishedFor(
                Wanted.DISTANCE, _as_strength(cleaned, "wish_km_strength"), max_km=cleaned["wish_max_km"]
            ),
            WishedFor(Wanted.TIME, _as_strength(cleaned, "wish_time_strength")),
        )
        return [wish for wish in candidates if wish.strength != Strength.NO_MATTER]

    @staticmethod
    def initial_of(wishes: list[Wish]) -> dict[str, Any]:
        """What is wished already."""
        initial: dict[str, Any] = {}
        for wish in wishes:
            prefix = {Wanted.GENDER: "gender", Wanted.AGE: "age", Wanted.DISTANCE: "km", Wanted.TIME: "time"}[
                Wanted(wish.about)
            ]
            initial[f"wish_{prefix}_strength"] = wish.strength
            if wish.about == Wanted.GENDER:
                initial["wish_gender"] = wish.gender
            elif wish.about == Wanted.AGE:
                initial |= {"wish_age_min": wish.age_min, "wish_age_max": wish.age_max}
            elif wish.about == Wanted.DISTANCE:
                initial["wish_max_km"] = wish.max_km
        return initial


def _asked(cleaned: Mapping[str, Any], name: str) -> bool:
    return cleaned.get(name) in {Strength.MUST, Strength.PREFER}


def _as_strength(cleaned: Mapping[str, Any], name: str) -> Strength:
    return Strength(cleaned.get(name) or Strength.NO_MATTER)


class OfferForm(forms.Form):
    """A stretch of a day, cut into moments to talk."""

    day = forms.DateField(label=gettext_lazy("Welke dag?"), widget=DateInput)
    starts = forms.TimeField(label=gettext_lazy("Van"), widget=TimeInput)
    ends = forms.TimeField(label=gettext_lazy("Tot"), widget=TimeInput)
    minutes = forms.TypedChoiceField(
        label=gettext_lazy("Hoe lang duurt een gesprek?"),
        coerce=int,
        initial=45,
        widget=Segments,
        choices=[(n, gettext_lazy("%(n)s minuten") % {"n": n}) for n in (30, 45, 60, 90)],
    )
    seats = forms.IntegerField(
        label=gettext_lazy("Voor hoeveel mensen tegelijk?"),
        min_value=1,
        max_value=60,
        initial=1,
        help_text=gettext_lazy("1 voor een gesprek met twee, meer voor een groep."),
        widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
    )
    place = forms.CharField(label=gettext_lazy("Waar?"), max_length=160)

    def clean(self) -> dict[str, Any]:
        """An end after the start."""
        cleaned = super().clean() or {}
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _("Het einde ligt voor het begin. Kies een later uur."))
        return cleaned

    def offer(self) -> dict[str, Any]:
        """As the action takes it."""
        said = self.cleaned_data
        return {
            "starts_at": datetime.combine(said["day"], said["starts"], BRUSSELS),
            "ends_at": datetime.combine(said["day"], said["ends"], BRUSSELS),
            "minutes": said["minutes"],
            "seats": said["seats"],
            "place": said["place"],
        }

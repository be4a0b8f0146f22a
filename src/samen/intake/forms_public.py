"""What a candidate may already tell before the talk: when they are free, what they like, one plain wish."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samen.base.forms import Cards
from samen.intake import spoken
from samen.intake.actions import WishedFor
from samen.intake.choices import Strength, Wanted
from samen.intake.forms import AvailabilityInput, WordsField
from samen.intake.models import Wish
from samen.people.choices import Gender

NEAR_KM = 5


class SelfFreeForm(forms.Form):
    """When somebody is free."""

    title = spoken.FREE
    availability = forms.IntegerField(label=_("Vrije tijd"), required=False, widget=AvailabilityInput)


class SelfLikesForm(forms.Form):
    """What somebody likes to do."""

    title = spoken.LIKES
    interests = WordsField(
        label=_("Schrijf enkele woorden"),
        required=False,
        help_text=_("Bijvoorbeeld: koken, fietsen, muziek."),
    )


class SelfWishesForm(forms.Form):
    """Two plain wishes; the others are for the talk."""

    title = _("Wat is belangrijk voor jou?")
    gender = forms.ChoiceField(
        label=_("Liever een vrouw of een man?"),
        required=False,
        widget=Cards,
        choices=[
            ("", _("Het maakt niet uit")),
            (Gender.WOMAN, _("Liever een vrouw")),
            (Gender.MAN, _("Liever een man")),
        ],
    )
    near = forms.ChoiceField(
        label=_("Moet het dicht bij jou zijn?"),
        required=False,
        widget=Cards,
        choices=[("", _("Het maakt niet uit")), ("yes", _("Liever dicht bij mij"))],
    )

    def beside(self, agreed: list[Wish]) -> list[WishedFor]:
        """These wishes beside what was agreed in a talk: a must and the other subjects stay as they are."""
        kept = [
            WishedFor(
                Wanted(wish.about),
                Strength(wish.strength),
                gender=wish.gender,
                age_min=wish.age_min,
                age_max=wish.age_max,
                max_km=wish.max_km,
            )
            for wish in agreed
            if wish.about not in (Wanted.GENDER, Wanted.DISTANCE) or wish.strength == Strength.MUST
        ]
        there = {wish.about for wish in kept}
        return kept + [wish for wish in self._wishes() if wish.about not in there]

    def _wishes(self) -> list[WishedFor]:
        """As matching knows them: a preference, never a must."""
        found = []
        if self.cleaned_data["gender"]:
            found.append(WishedFor(Wanted.GENDER, Strength.PREFER, gender=self.cleaned_data["gender"]))
        if self.cleaned_data["near"]:
            found.append(WishedFor(Wanted.DISTANCE, Strength.PREFER, max_km=NEAR_KM))
        return found

    @staticmethod
    def initial_of(known: dict[str, Any]) -> dict[str, Any]:
        """What was wished before."""
        return {"gender": known.get("wish_gender", ""), "near": "yes" if known.get("wish_max_km") else ""}


QUESTIONS: dict[str, type[forms.Form]] = {
    "free": SelfFreeForm,
    "likes": SelfLikesForm,
    "wishes": SelfWishesForm,
}

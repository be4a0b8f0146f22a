"""Three questions that people answer afterwards."""

from django import forms
from django.utils.translation import gettext_lazy

from samen.base.forms import Cards
from samen.events.attendance_actions import Said
from samen.events.opinions import Liked, Useful


class OpinionForm(forms.Form):
    """Three questions afterwards."""

    liked = forms.ChoiceField(
        label=gettext_lazy("Hoe was het?"),
        widget=Cards,
        choices=Liked.choices,
        error_messages={"required": gettext_lazy("Kies een antwoord.")},
    )
    useful = forms.ChoiceField(
        label=gettext_lazy("Heb jij iets geleerd?"),
        widget=Cards,
        choices=Useful.choices,
        error_messages={"required": gettext_lazy("Kies een antwoord.")},
    )
    next_time = forms.CharField(
        label=gettext_lazy("Wat wil jij de volgende keer?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def said(self) -> Said:
        """The answers."""
        held = self.cleaned_data
        return Said(Liked(held["liked"]), Useful(held["useful"]), held["next_time"])

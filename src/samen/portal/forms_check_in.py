"""Shape of how it goes: three questions with faces, and at three moments how far somebody is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samen.base.forms import Segments
from samen.duos.check_in_actions import SCORES, Said
from samen.duos.choices import CheckInMoment, HowItGoes
from samen.duos.models import LONGEST_WORDS, MOST_SCORE
from samen.duos.rules import MEASURED_AT
from samen.people.choices import Role
from samen.portal.faces import Faces


def _faces(label: Any, good: Any, so_so: Any, bad: Any) -> forms.ChoiceField:
    words = {HowItGoes.GOOD: good, HowItGoes.SO_SO: so_so, HowItGoes.BAD: bad}
    return forms.ChoiceField(
        label=label,
        choices=list(words.items()),
        widget=Faces,
        error_messages={"required": _("Kies één antwoord.")},
    )


SCORE_LABELS = {
    "speaking": _("Hoe goed spreek je nu Nederlands?"),
    "network": _("Ken je hier veel mensen?"),
    "finding_way": _("Vind je hier de weg: winkels, school, dokter, papieren?"),
    "experience": _("Hoe vind je het om coach te zijn?"),
}


def _words(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=LONGEST_WORDS, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class CheckInForm(forms.Form):
    """How it goes, as one of the two says."""

    going = _faces(_("Hoe gaat het met jullie?"), _("Goed"), _("Gaat wel"), _("Niet goed"))
    enough = _faces(_("Zien jullie elkaar genoeg?"), _("Ja"), _("Het kan beter"), _("Nee"))
    limits = _faces(_("Vraagt de ander te veel van jou?"), _("Nee"), _("Soms"), _("Ja, te veel"))
    words = _words(_("Wil je nog iets zeggen?"))
    wants_call = forms.BooleanField(label=_("Bel mij hierover"), required=False)

    def __init__(self, *args: Any, role: str, moment: CheckInMoment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.scores = SCORES[Role(role)] if moment in MEASURED_AT else ()
        for name in self.scores:
            self.fields[name] = forms.TypedChoiceField(
                label=SCORE_LABELS[name],
                help_text=_("1 is weinig, 5 is veel. Alleen jij weet dit."),
                coerce=int,
                empty_value=None,
                required=False,
                choices=[(n, str(n)) for n in range(1, MOST_SCORE + 1)],
                widget=Segments,
            )
        self.order_fields(["going", "enough", "limits", *self.scores, "words", "wants_call"])

    def said(self) -> Said:
        """The checked answers."""
        held = self.cleaned_data
        return Said(
            going=held["going"],
            enough=held["enough"],
            limits=held["limits"],
            wants_call=held["wants_call"],
            words=held["words"],
            scores={name: held[name] for name in self.scores},
        )


class AfterForm(forms.Form):
    """How it was, after a duo that stopped early: the same three things, and nothing about who or why."""

    going = _faces(_("Hoe was het voor jou?"), _("Goed"), _("Gaat wel"), _("Niet goed"))
    enough = _faces(_("Zagen jullie elkaar genoeg?"), _("Ja"), _("Het kon beter"), _("Nee"))
    limits = _faces(_("Was het te veel voor jou?"), _("Nee"), _("Soms"), _("Ja, te veel"))
    words = _words(_("Wat kunnen wij beter doen?"))
    wants_call = forms.BooleanField(label=_("Bel mij hierover"), required=False)

    def said(self) -> Said:
        """The checked answers; no scores, for this is no measuring point (R99)."""
        return Said(**self.cleaned_data)

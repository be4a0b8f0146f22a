"""Shape of a gathering."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.base.clock import BRUSSELS
from samen.base.forms import DateInput, TimeInput
from samen.events.models import LONGEST_PLACE, Event


class EventForm(forms.Form):
    """Day, from when until when, and where."""

    day = forms.DateField(label=gettext_lazy("Welke dag?"), widget=DateInput)
    starts = forms.TimeField(label=gettext_lazy("Van"), widget=TimeInput)
    ends = forms.TimeField(label=gettext_lazy("Tot"), widget=TimeInput)
    place = forms.CharField(
        label=gettext_lazy("Waar?"),
        max_length=LONGEST_PLACE,
        help_text=gettext_lazy("Straat, nummer en gemeente. Bijvoorbeeld: de bib, Markt 1, Deinze."),
    )
    note = forms.CharField(label=gettext_lazy("Goed om te weten"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        """An end after the start."""
        cleaned = super().clean() or {}
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _("Het einde ligt voor het begin. Kies een later uur."))
        return cleaned

    @classmethod
    def initial_of(cls, event: Event) -> dict[str, Any]:
        """What a form shows of a gathering."""
        starts, ends = event.starts_at.astimezone(BRUSSELS), event.ends_at.astimezone(BRUSSELS)
        return {
            "day": starts.date(),
            "starts": starts.time(),
            "ends": ends.time(),
            "place": event.place,
            "note": event.note,
        }

    def plan(self) -> dict[str, Any]:
        """Start and end in Brussels, place and note: as the actions take them."""
        said = self.cleaned_data
        return {
            "starts_at": datetime.combine(said["day"], said["starts"], BRUSSELS),
            "ends_at": datetime.combine(said["day"], said["ends"], BRUSSELS),
            "place": said["place"],
            "note": said["note"],
        }

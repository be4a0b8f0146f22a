"""The form of erasing."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from samen.people.words import fold


class EraseForm(forms.Form):
    """The given name, typed once more: nobody is erased by one press."""

    name = forms.CharField(
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "dir": "auto"}),
    )

    def __init__(self, *args: Any, given_name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._given_name = given_name
        self.fields["name"].label = _("Typ %(name)s, om zeker te zijn") % {"name": given_name}

    def clean_name(self) -> str:
        """Capitals and accents do not matter."""
        typed: str = self.cleaned_data["name"]
        wanted = self._given_name
        # A name of signs alone has nothing to fold.
        same = fold(typed) == fold(wanted) if fold(wanted) else typed.strip() == wanted.strip()
        if not same:
            raise forms.ValidationError(_("Dit is een andere naam. Typ: %(name)s.") % {"name": wanted})
        return typed

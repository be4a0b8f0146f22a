"""Shape of a signature on a screen: whoever signs reads it in their own language."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samen.duos.models import LONGEST_SIGNED


class SignForm(forms.Form):
    """On a screen: the name, typed by who signs, and that they agree."""

    name = forms.CharField(
        label=_("Typ jouw naam"),
        max_length=LONGEST_SIGNED,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Typ jouw naam.")},
    )
    agrees = forms.BooleanField(
        label=_("Ik lees dit en ik ga akkoord"),
        error_messages={"required": _("Ga je akkoord? Duid het hier aan.")},
    )

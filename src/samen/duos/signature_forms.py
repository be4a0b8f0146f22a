"""Shape of a signature under the agreement."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from samen.base.errors import Refused
from samen.base.forms import DateInput
from samen.duos.models import LONGEST_SIGNED
from samen.files.scans import Scanned, read


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


class SignedPaperForm(forms.Form):
    """On paper: when, and a photo or scan of it."""

    on = forms.DateField(label=_("Wanneer getekend?"), widget=DateInput)
    scan = forms.FileField(
        label=_("Foto of scan van het blad"),
        required=False,
        help_text=_("Een foto of een PDF, hoogstens 8 MB. Leeg: dan bewaar je het papier zelf."),
        widget=forms.ClearableFileInput(attrs={"accept": "image/*,application/pdf"}),
    )

    def clean_scan(self) -> Scanned | None:
        """The paper, read."""
        file: Any = self.cleaned_data["scan"]
        if not isinstance(file, UploadedFile):
            return None
        try:
            return read(file.read())
        except Refused as refusal:
            raise forms.ValidationError(refusal.sentence) from refusal

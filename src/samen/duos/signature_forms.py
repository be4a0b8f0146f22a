"""Shape of a signature that was put on paper."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from samen.base.errors import Refused
from samen.base.forms import DateInput
from samen.files.scans import Scanned, read


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

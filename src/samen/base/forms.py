"""How forms look and how their errors are told."""

from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Renders a field with its label, help and error in the house's shape."""

    field_template_name = "base/field.html"


class Segments(forms.RadioSelect):
    """One of a few short words, beside each other."""

    template_name = "base/segments.html"
    use_fieldset = True


class DateInput(forms.DateInput):
    """The browser's own day picker."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")

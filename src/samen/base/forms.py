"""How forms look and how their errors are told."""

from collections.abc import Callable
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


class Cards(forms.RadioSelect):
    """One of several, each on a card of its own."""

    template_name = "base/cards.html"
    use_fieldset = True


class TickCards(forms.CheckboxSelectMultiple):
    """Some of several, each on a card of its own."""

    template_name = "base/cards.html"
    use_fieldset = True


class DateInput(forms.DateInput):
    """The browser's own day picker."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """The browser's own clock."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


def read_or_refuse(text: str, read: Callable[[str], str], refusal: str) -> str:
    """What was typed as `read` makes it, or nothing; ValidationError with `refusal` when it cannot be read.

    `read` raises ValueError; `refusal` may name what was typed as `%(text)s`.
    """
    typed = text.strip()
    if not typed:
        return ""
    try:
        return read(typed)
    except ValueError as error:
        raise forms.ValidationError(refusal, params={"text": typed}) from error

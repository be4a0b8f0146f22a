"""Shape of what a coordinator writes: a title and a text."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.messaging.kinds import Words
from samen.messaging.models import LONGEST_BODY, LONGEST_SUBJECT
from samen.messaging.placeholders import clean_body, one_line, unknown


class WordsForm(forms.Form):
    """A subject and a body, with names to fill in from a closed list; only a message has a subject."""

    subject = forms.CharField(label=gettext_lazy("Onderwerp van het bericht"), max_length=LONGEST_SUBJECT)
    body = forms.CharField(
        label=gettext_lazy("Tekst"), max_length=LONGEST_BODY, widget=forms.Textarea(attrs={"rows": 14})
    )

    def __init__(
        self,
        *args: Any,
        names: Sequence[str],
        direction: str = "ltr",
        language: str = "nl",
        longest: tuple[int, int] = (LONGEST_SUBJECT, LONGEST_BODY),
        has_subject: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.names = names
        self.language = language
        if not has_subject:
            self.fields["subject"].label = _("Titel")
        for field, most in zip(self.fields.values(), longest, strict=True):
            _shorten(field, most)
        for field in self.fields.values():
            field.widget.attrs |= {"dir": direction, "lang": language}

    def clean_subject(self) -> str:
        """On one line."""
        return self._known(one_line(self.cleaned_data["subject"]))

    def clean_body(self) -> str:
        """With plain ends of lines."""
        return self._known(clean_body(self.cleaned_data["body"]))

    def words(self) -> Words:
        """What was written."""
        return Words(self.cleaned_data["subject"], self.cleaned_data["body"], self.language)

    def _known(self, text: str) -> str:
        strange = unknown(text, self.names)
        if strange:
            allowed = ", ".join(f"{{{name}}}" for name in self.names)
            raise forms.ValidationError(
                _("‘%(name)s’ kennen wij niet. Gebruik: %(allowed)s.")
                % {"name": f"{{{strange[0]}}}", "allowed": allowed}
            )
        return text


def _shorten(field: forms.Field, most: int) -> None:
    """No more signs than there is room for where the text is read."""
    field.max_length = most  # type: ignore[attr-defined]
    field.validators = [one for one in field.validators if not isinstance(one, MaxLengthValidator)]
    field.validators.append(MaxLengthValidator(most))
    field.widget.attrs["maxlength"] = str(most)

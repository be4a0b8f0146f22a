"""Shape of what a coordinator writes: the text of a kind of message."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.messaging.kinds import Words
from samen.messaging.models import LONGEST_BODY, LONGEST_SUBJECT
from samen.messaging.placeholders import clean_body, one_line, unknown


class WordsForm(forms.Form):
    """A subject and a body, with names to fill in from a closed list."""

    subject = forms.CharField(label=gettext_lazy("Onderwerp"), max_length=LONGEST_SUBJECT)
    body = forms.CharField(
        label=gettext_lazy("Tekst"), max_length=LONGEST_BODY, widget=forms.Textarea(attrs={"rows": 14})
    )

    def __init__(
        self, *args: Any, names: Sequence[str], direction: str = "ltr", language: str = "nl", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.names = names
        self.language = language
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

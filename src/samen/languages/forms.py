"""Shapes of what an administrator types: a language, and the sentences of one page."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.base.forms import Segments
from samen.languages import queries, rules
from samen.languages.models import Language
from samen.languages.plurals import plurals_of
from samen.languages.queries import Row
from samen.languages.rules import Flaw

LTR, RTL = "ltr", "rtl"
DIRECTIONS = [
    (LTR, gettext_lazy("van links naar rechts")),
    (RTL, gettext_lazy("van rechts naar links")),
]
# How many letters go on one line of a box, to make a box as high as its sentence.
LINE = 48


class NameForm(forms.Form):
    """Name and direction of a language that is there."""

    name = forms.CharField(
        label=gettext_lazy("Naam, in de taal zelf"),
        help_text=gettext_lazy("Zo kiezen bezoekers haar. Bijvoorbeeld: Soomaali, پښتو, Kurmancî."),
        max_length=rules.LONGEST_NAME,
        widget=forms.TextInput(attrs={"class": "middle", "dir": "auto", "autocomplete": "off"}),
    )
    direction = forms.ChoiceField(
        label=gettext_lazy("Hoe schrijft men deze taal?"), choices=DIRECTIONS, widget=Segments
    )

    def __init__(self, *args: Any, known_as: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known_as = known_as

    def clean_name(self) -> str:
        """A name that no other language has."""
        name = " ".join(self.cleaned_data["name"].split())
        if queries.is_name_taken(name, self.known_as):
            raise forms.ValidationError(
                _("Er is al een taal met de naam ‘%(name)s’. Kies een andere.") % {"name": name}
            )
        return name

    @property
    def is_rtl(self) -> bool:
        """Whether the language runs from right to left."""
        return bool(self.cleaned_data["direction"] == RTL)


class LanguageForm(NameForm):
    """A language to add."""

    code = forms.CharField(
        label=gettext_lazy("Code van de taal"),
        help_text=gettext_lazy(
            "De officiële afkorting: ti voor Tigrinya, so voor Somali, ps voor Pasjtoe, prs voor Dari, "
            "sq voor Albanees, kmr voor Kurmanji. Ze blijft altijd dezelfde."
        ),
        widget=forms.TextInput(
            attrs={"class": "short", "autocomplete": "off", "autocapitalize": "off", "dir": "ltr"}
        ),
    )
    field_order = ("code", "name", "direction")

    def clean_code(self) -> str:
        """A well-formed code that no language has."""
        code = rules.neat_code(self.cleaned_data["code"])
        if not rules.is_code(code):
            raise forms.ValidationError(
                _("‘%(code)s’ is geen code van een taal. Schrijf twee of drie letters, zoals ti of prs.")
                % {"code": self.cleaned_data["code"]}
            )
        if queries.is_code_taken(code):
            raise forms.ValidationError(_("Er is al een taal met de code ‘%(code)s’.") % {"code": code})
        return code


@dataclass(frozen=True)
class Block:
    """One sentence on the page: the row, help in another language, and a box for each form."""

    row: Row
    help: tuple[str, ...]
    boxes: list[tuple[BoundField, str]]
    # What this page knows: whoever was told of a change by somebody else may keep their own words now.
    was: str


class SentencesForm(forms.Form):
    """The sentences of one page. Those without a mistake can be kept, whatever is wrong with another."""

    def __init__(self, *args: Any, language: Language, rows: Sequence[Row], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language, self.rows = language, list(rows)
        self.examples = plurals_of(language.code).examples
        self.use_required_attribute = False
        for row in self.rows:
            for number in range(self._asked(row)):
                self.fields[_name(row, number)] = self._box(row, number)
            self.fields[f"was-{row.source.key}"] = forms.CharField(required=False)

    def _asked(self, row: Row) -> int:
        return queries.forms_asked(self.language.code, row.source)

    def _box(self, row: Row, number: int) -> forms.CharField:
        dutch = row.source.dutch[-1]
        lines = sum(1 + len(line) // LINE for line in dutch.split("\n"))
        return forms.CharField(
            required=False,
            label=dutch,
            initial=row.forms[number] if number < len(row.forms) else "",
            max_length=rules.LONGEST_SENTENCE,
            widget=forms.Textarea(
                attrs={
                    "rows": lines,
                    "lang": self.language.code,
                    "dir": self.language.direction,
                    "spellcheck": "false",
                }
            ),
        )

    def clean(self) -> dict[str, Any]:
        """Every form of every sentence, and whether somebody else was faster."""
        self.good: dict[str, tuple[str, ...]] = {}
        for row in self.rows:
            names = [_name(row, number) for number in range(self._asked(row))]
            if any(name in self.errors for name in names):
                continue
            dutch = row.source.dutch
            typed = tuple(rules.cleaned(self.cleaned_data[name], dutch[-1]) for name in names)
            if typed == row.forms or not any((*typed, *row.forms)):
                continue
            if self.cleaned_data.get(f"was-{row.source.key}") != _digest(row.forms):
                self._judge_late(row, names, typed)
                continue
            wrong = rules.flaws(dutch, typed)
            for name, flaw in zip(names, wrong, strict=True):
                if flaw:
                    self.add_error(name, sentence_of(flaw))
            if not any(wrong):
                self.good[row.source.key] = typed
        return self.cleaned_data

    def _judge_late(self, row: Row, names: Sequence[str], typed: tuple[str, ...]) -> None:
        """Somebody else changed it after this page was opened: only what was changed here too is a clash."""
        if _digest(typed) != self.cleaned_data.get(f"was-{row.source.key}"):
            self.add_error(
                names[0],
                _("Iemand anders schreef intussen: ‘%(text)s’. Kies wat er komt en bewaar opnieuw.")
                % {"text": " / ".join(row.forms)},
            )

    def blocks(self, help_texts: dict[str, tuple[str, ...]]) -> list[Block]:
        """The page, sentence by sentence."""
        return [
            Block(
                row,
                help_texts.get(row.source.key, ()),
                [
                    (self[_name(row, number)], self.examples[number] if row.source.plural else "")
                    for number in range(self._asked(row))
                ],
                _digest(row.forms),
            )
            for row in self.rows
        ]


def sentence_of(flaw: Flaw) -> str:
    """What is wrong and what to do."""
    told = {
        rules.MISSING: _("Hier ontbreekt %(piece)s. Schrijf het precies zoals in het Nederlands."),
        rules.UNKNOWN: _("‘%(piece)s’ staat niet in het Nederlands. Haal het weg."),
        rules.LOOSE_PERCENT: _("Schrijf een los procentteken hier als %%%%."),
        rules.LOOSE_BRACE: _("Gebruik { en } alleen rond een naam die in het Nederlands staat."),
        rules.MARKUP: _("‘%(piece)s’ kan hier niet. Schrijf gewone tekst, zonder < of >."),
        rules.INCOMPLETE: _("Vul ook deze vorm in, of maak alle vormen leeg."),
    }
    return told[flaw.code] % {"piece": flaw.piece}


def _name(row: Row, number: int) -> str:
    return f"{row.source.key}-{number}"


def _digest(forms_: Sequence[str]) -> str:
    """By which a page knows that a translation changed after it was opened."""
    return sha256("\x04".join(forms_).encode()).hexdigest()[:16] if any(forms_) else ""

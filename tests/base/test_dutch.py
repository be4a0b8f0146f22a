"""Two languages, one above the other."""

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils.translation import gettext_lazy, override


def shown(source: str, language: str, **values: object) -> str:
    with override(language):
        return Template("{% load dutch %}" + source).render(Context(values))


def test_in_dutch_there_is_one_line() -> None:
    assert shown('{% both _("Vandaag") %}', "nl") == "Vandaag"


def test_in_another_language_the_dutch_stands_below_it() -> None:
    assert shown('{% both _("Vandaag") %}', "fr") == (
        'Aujourd’hui<span class="dutch" lang="nl" dir="ltr">Vandaag</span>'
    )


def test_what_is_filled_in_is_escaped_in_both() -> None:
    page = shown('{% both _("Bel %(name)s") name=who %}', "en", who="<b>{x.__class__}%(y)s")
    assert page == (
        "Call &lt;b&gt;{x.__class__}%(y)s"
        '<span class="dutch" lang="nl" dir="ltr">Bel &lt;b&gt;{x.__class__}%(y)s</span>'
    )


def test_a_lazy_label_in_both() -> None:
    page = shown("{{ label|in_both }}", "en", label=gettext_lazy("Voornaam"))
    assert page == 'First name<span class="dutch" lang="nl" dir="ltr">Voornaam</span>'


def test_only_a_sentence_can_be_told_in_both() -> None:
    with pytest.raises(TemplateSyntaxError):
        shown("{% both name %}", "nl")

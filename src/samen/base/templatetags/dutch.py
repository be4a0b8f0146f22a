"""The Dutch beside the reader's own language: people learn the words that they will hear."""

import re
from typing import Any

from django import template
from django.template.base import FilterExpression, Parser, Token
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, override

from samen.base.languages import DUTCH

register = template.Library()

_PLACE = re.compile(r"%\((\w+)\)s")
_SENTENCE = re.compile(r"""^_\((["'])(?P<sentence>.*)\1\)$""")


class Both(template.Node):
    """`{% both _("Dag %(name)s") name=person.name %}`: the sentence in this language and in Dutch."""

    def __init__(self, sentence: str, values: dict[str, FilterExpression]) -> None:
        self.sentence = sentence
        self.values = values

    def render(self, context: template.Context) -> SafeString:
        """Both lines; in Dutch only one."""
        values = {name: conditional_escape(value.resolve(context)) for name, value in self.values.items()}
        return two_lines(_filled(gettext(self.sentence), values), _filled(self.sentence, values))


@register.tag
def both(parser: Parser, token: Token) -> Both:
    """A sentence with what is filled in, in two languages."""
    _name, sentence, *values = token.split_contents()
    found = _SENTENCE.match(sentence)
    if not found:
        raise template.TemplateSyntaxError('both takes a sentence: {% both _("Dag") %}')
    named = dict(value.split("=", 1) for value in values)
    return Both(
        found["sentence"].replace('\\"', '"'),
        {name: parser.compile_filter(value) for name, value in named.items()},
    )


@register.filter
def in_both(lazy: Any) -> SafeString:
    """A lazy sentence, such as the label of a field, in this language with the Dutch below it."""
    own = conditional_escape(str(lazy))
    with override(DUTCH):
        dutch = conditional_escape(str(lazy))
    return two_lines(own, dutch)


@register.filter
def in_language(lazy: Any, code: str) -> str:
    """A lazy sentence in one language, whatever the language of the page."""
    with override(code):
        return str(lazy)


def two_lines(own: SafeString, dutch: SafeString) -> SafeString:
    """The own language first; the Dutch keeps its direction."""
    if get_language() == DUTCH or own == dutch:
        return own
    return format_html('{}<span class="dutch" lang="nl" dir="ltr">{}</span>', own, dutch)


def _filled(sentence: str, values: dict[str, SafeString]) -> SafeString:
    """The sentence with escaped values in it."""
    filled = conditional_escape("")
    for number, piece in enumerate(_PLACE.split(sentence)):
        filled += values[piece] if number % 2 else conditional_escape(piece)
    return filled

"""How many forms a counted sentence has in a language, and for which numbers each is."""

from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.plural import PluralRule, to_gettext

# Nobody counts further on our pages; forms that whole numbers never take are not asked.
COUNTED = 200
SHOWN = 4
_ORDER = ("zero", "one", "two", "few", "many", "other")


@dataclass(frozen=True)
class Plurals:
    """The forms that are asked, each by the first of its numbers; and gettext's rule that chooses one."""

    examples: tuple[str, ...]
    count: int
    expression: str

    def in_place(self, forms: tuple[str, ...]) -> list[str]:
        """Forms in gettext's order; one that no number takes gets the last."""
        return [*forms, *([forms[-1]] * (self.count - len(forms)))]


def locale_of(code: str) -> Locale | None:
    """What Unicode's tables (CLDR) know of a language."""
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@cache
def plurals_of(code: str) -> Plurals:
    """By Unicode's rules; singular and plural for a language that they do not know."""
    locale = locale_of(code)
    rule = locale.plural_form if locale else PluralRule({"one": "n is 1"})
    numbers: dict[str, list[int]] = {}
    for number in range(COUNTED):
        numbers.setdefault(rule(number), []).append(number)
    asked = [tag for tag in _ORDER if tag in numbers]
    reduced = PluralRule({tag: rule.rules[tag] for tag in asked if tag in rule.rules})
    count, _semicolon, expression = to_gettext(reduced).partition(";")
    return Plurals(
        examples=tuple(_first(numbers[tag]) for tag in asked),
        count=int(count.removeprefix("nplurals=")),
        expression=expression.strip().removeprefix("plural=").rstrip(";"),
    )


def _first(numbers: list[int]) -> str:
    more = " …" if len(numbers) > SHOWN else ""
    return ", ".join(str(number) for number in numbers[:SHOWN]) + more
